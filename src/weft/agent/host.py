"""The host: the snapshot against what runs, again after every change.

    poke()  ->  reconcile()  ->  copies started and ended, proxies fed, memory saved

Level-triggered: nothing here remembers what is under way. It looks at what
should be and at what is, does the next steps, and looks again.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from weft.agent import memory as memory_file
from weft.agent import process
from weft.agent.apps import Apps
from weft.agent.launch import MARK
from weft.agent.memory import Memory
from weft.agent.plan import runs_of, stop_waves
from weft.agent.ports import PortsExhausted
from weft.agent.proxies import Proxies
from weft.agent.replica import Replica, overlaid
from weft.agent.running_copy import RunningCopy
from weft.agent.seats import Seats
from weft.agent.tasks import Tasks
from weft.api.agent import Refusal
from weft.model.catalog import Instance
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.workload import Workload
from weft.telemetry import names
from weft.telemetry.logs import Log

CALM_S: Final = 0.02  # changes that come closer together are acted on together
AGAIN_S: Final = 2.0  # how soon a port or a secret that was missing is looked for again
SETTLE_S: Final = 2.0  # how long callers may take to learn that an instance leaves
_LOOK_EVERY_S: Final = 0.03

Build = Callable[[str], Proxies]  # of a trust domain


class Host:
    """What one agent looks after. *news* hears of everything worth a report."""

    def __init__(
        self,
        name: str,
        replica: Replica,
        seats: Seats,
        memory: Memory,
        memory_path: Path,
        tasks: Tasks,
        log: Log,
        news: Callable[[], None],
    ) -> None:
        self.name = name
        self.proxies: Proxies | None = None
        self.apps: Apps | None = None
        self._replica = replica
        self._seats = seats
        self._memory = memory
        self._memory_path = memory_path
        self._saved = b""
        self._tasks = tasks
        self._log = log
        self._news = news
        self._builds: tuple[Build, Callable[[], Apps]] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._last = 0.0
        self._closing = False  # nothing is started any more
        self._closed = False  # nothing is looked after any more
        self._problem = ""

    def furnish(self, proxies: Build, apps: Callable[[], Apps]) -> None:
        """How proxies and apps are made, once the mesh is known."""
        self._builds = (proxies, apps)

    def poke(self, after_s: float = CALM_S) -> None:
        """Something changed: look again soon."""
        self._news()
        loop = asyncio.get_running_loop()
        due = max(loop.time(), self._last + after_s)
        if self._timer is not None:
            if self._timer.when() <= due:
                return
            self._timer.cancel()
        self._timer = loop.call_at(due, self.reconcile)

    def workload(self, service: Name) -> Workload | None:
        """The workload of a service as it is now."""
        return self.proxies.workloads.get(Workload(service).id) if self.proxies else None

    def drain(self, copy: RunningCopy) -> None:
        """Have callers of *copy* go elsewhere, wait for what is in flight, and tell it."""
        self._tasks.start(self._drain(copy))

    def reconcile(self) -> None:
        """Do the next steps towards what should be."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._last = asyncio.get_running_loop().time()
        snapshot = self._replica.snapshot
        if snapshot is None or snapshot.mesh is None or self._builds is None or self._closed:
            return
        apps, proxies = self._furnished(snapshot)
        if not self._closing:
            apps.follow(self._seen(snapshot, apps))
        proxies.follow(*self._workloads(snapshot, apps, proxies))
        seen = self._seen(snapshot, apps)
        proxies.publish(seen)
        if not self._closing:
            apps.permit(seen, proxies.waits_for)
        self._save(apps, proxies)
        if apps.blocked or self._seats.refusals or self._problem:
            self.poke(AGAIN_S)

    async def stop(self) -> None:
        """Drain and end everything, dependants first, proxies last."""
        self._closing = True
        apps, proxies = self.apps, self.proxies
        if apps is None or proxies is None:
            return
        await proxies.drain_gateways()
        services = {copy.seat.id.service for copy in apps.copies.values()}
        for wave in stop_waves(self._replica.snapshot or Snapshot(), services):
            leaving = [c for c in apps.copies.values() if c.seat.id.service in wave]
            for copy in leaving:
                copy.leave()
            while any(copy in apps.copies.values() for copy in leaving):
                await asyncio.sleep(_LOOK_EVERY_S)
        self._closed = True
        await proxies.stop()
        self._save(apps, proxies)

    def hasten(self) -> None:
        """Somebody is out of patience: end all apps at once."""
        for copy in list(self.apps.copies.values()) if self.apps else ():
            copy.kill()
            copy.drained()

    # --- what people are told ---------------------------------------------------------------

    @property
    def instances(self) -> tuple[Instance, ...]:
        """All instances of this host."""
        return tuple(c.reported for c in self.apps.copies.values()) if self.apps else ()

    @property
    def revision(self) -> int:
        """How many updates this host has taken over."""
        return self._replica.snapshot.revision if self._replica.snapshot else 0

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Everything that could not be had, or that an Envoy refused."""
        of_proxies = self.proxies.refusals if self.proxies else ()
        trouble = (Refusal("", "ports", self._problem),) if self._problem else ()
        return (*trouble, *self._seats.refusals, *of_proxies)

    # --- inside -----------------------------------------------------------------------------

    def _furnished(self, snapshot: Snapshot) -> tuple[Apps, Proxies]:
        if self.apps is None or self.proxies is None:
            assert self._builds is not None
            assert snapshot.mesh is not None
            self.proxies = self._builds[0](snapshot.mesh.name)
            self.apps = self._builds[1]()
            self._restore(snapshot, self.apps, self.proxies)
        return self.apps, self.proxies

    def _restore(self, snapshot: Snapshot, apps: Apps, proxies: Proxies) -> None:
        """Adopt what an earlier agent left, and end what it left and nobody remembers."""
        memory = self._memory
        found = {key: known.process for key, known in memory.proxies.items()}
        envoys = {key: who for key, who in found.items() if who.lives}
        running = {key: m.process for key, m in memory.apps.items() if m.process}
        living = {key: who for key, who in running.items() if who.lives}
        self._seats.restore([*envoys, *(f"app/{key}" for key in living)])
        known = frozenset(who.pid for who in (*envoys.values(), *living.values()))
        for pid in process.end_marked(f"{MARK}={self._seats.mark}", known):
            self._log.warning(names.LEFTOVER_ENDED, pid=pid)
        proxies.restore(memory.proxies, memory.good)
        apps.restore(memory.apps, snapshot)

    def _seen(self, snapshot: Snapshot, apps: Apps) -> Snapshot:
        return overlaid(snapshot, self.name, apps.instances)

    def _workloads(
        self, snapshot: Snapshot, apps: Apps, proxies: Proxies
    ) -> tuple[list[Workload], frozenset[str]]:
        """The workloads that there should be, and those to be left as they are."""
        copies = {copy.seat.id.service for copy in apps.copies.values()}
        services = copies | {run.service for run in runs_of(snapshot)}
        found: list[Workload] = []
        kept: set[str] = set()
        problem = ""
        for name in sorted(services):
            try:
                found.append(self._seats.service(name, snapshot, apps.inbound(name)))
            except PortsExhausted as error:
                problem = f"{error.what}: {error.why}"
                kept.add(Workload(name).id)
        for gateway in snapshot.gateways:
            if workload := self._seats.gateway(gateway):
                found.append(workload)
            else:
                kept.add(Workload(gateway.name, gateway=True).id)
        self._problem = problem or apps.problem
        wanted = {workload.id for workload in found} | kept
        for gone in proxies.workloads.keys() - wanted:
            self._seats.leave_workload(gone)
        return found, frozenset(kept)

    async def _drain(self, copy: RunningCopy) -> None:
        self.reconcile()  # callers are told at once
        proxies, who = self.proxies, copy.seat.id
        assert proxies is not None
        await proxies.settled(SETTLE_S)
        began = time.monotonic()
        while time.monotonic() - began < copy.run.stop.after_ms / 1000:
            # A proxy that does not answer has no connections either.
            if not await proxies.inbound_connections(who.service, str(who)):
                break
            await asyncio.sleep(_LOOK_EVERY_S)
        waited = round(time.monotonic() - began, 3)
        self._log.info(names.DRAINED, instance=str(who), waited_s=waited)
        copy.drained()

    def _save(self, apps: Apps, proxies: Proxies) -> None:
        self._memory.apps = {key: copy.remembered() for key, copy in apps.copies.items()}
        self._memory.proxies = proxies.remembered()
        self._memory.good = proxies.stand_ins
        spelled = msgspec.json.encode(self._memory)
        if spelled != self._saved:
            memory_file.save(self._memory_path, self._memory)
            self._saved = spelled
