"""One copy of a run: its life, its probes -> the Instance that others are told of.

    permit(), leave(), the process's end, probes' results  ->  Instance

It refuses to know other copies, proxies and the server: its `Surroundings`
start its process, drain it, and hear what has changed. A copy that someone
else runs (`address:`) has the same life without a process.
"""

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import msgspec

from weft.agent import supervise
from weft.agent.health import health_of
from weft.agent.memory import AppMemory
from weft.agent.plan import Copy, CopyId
from weft.agent.process import Exit, Process, adopt
from weft.agent.supervise import Life, State
from weft.agent.supervised import Elsewhere, Ended, OnExit, Supervised
from weft.model.catalog import Health, Instance, Run
from weft.model.workload import Inbound
from weft.probes.run import Prober
from weft.probes.threshold import Result, Threshold


@dataclass(frozen=True)
class Seat:
    """What a copy has as long as it exists: who it is, where it is reached."""

    id: CopyId
    launch: str
    generation: int
    inbound: Inbound
    host: str
    config: Path


class Surroundings(Protocol):
    """What a copy asks of its host."""

    def launch(self, copy: "RunningCopy", on_exit: OnExit) -> Process:
        """Start the process of *copy*; raises WeftError."""
        ...

    def run(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run a task that does not fail unheard."""
        ...

    def changed(self, copy: "RunningCopy") -> None:
        """Something that others should know has changed."""
        ...

    def drain(self, copy: "RunningCopy") -> None:
        """Have *copy* worked off, then call its `drained`."""
        ...

    def forget(self, copy: "RunningCopy") -> None:
        """Nothing of *copy* is left."""
        ...


class RunningCopy:
    """One copy of *run*, whose settings may change while it lives."""

    def __init__(self, seat: Seat, run: Run, surroundings: Surroundings) -> None:
        self.seat = seat
        self.run = run
        self._surroundings = surroundings
        self._supervised = Supervised(self, run.restart, run.stop)
        self._started = 0.0  # Unix time
        self._waits_for = ""
        self._threshold: Threshold | None = None
        self._prober: asyncio.Task[None] | None = None
        self._probe_ms: float | None = None
        self.instance = self._described(Health.STARTING, "", 0.0)

    # --- what the host says -----------------------------------------------------------------

    def permit(self) -> None:
        """All that it waits for is there."""
        self._waits_for = ""
        self._supervised.feed(supervise.Permitted())

    def wait_for(self, words: str) -> None:
        """It may not start yet, because of *words*."""
        self._waits_for = words
        self._tell()

    def adopt(self, memory: AppMemory) -> bool:
        """Go on with the process of an earlier agent; False if it is not there any more."""
        process: Ended | None = Elsewhere(self._supervised.exited)
        if self.run.command:
            known = memory.process
            process = adopt(known, self._supervised.exited) if known else None
        if process is None:
            return False
        self._started = memory.started
        health = Health.HEALTHY if memory.health is Health.DRAINING else memory.health
        self._threshold = _resumed(self.run, health)
        self.instance = self._described(health, "", memory.since)
        self._supervised.adopt(process, memory.restarts)
        self._probe(starting=self._threshold.fresh)
        return True

    def retune(self, run: Run) -> None:
        """Take over the settings of *run* that need no new process."""
        probe, self.run = self.run.probe, run
        self._supervised.retune(run.restart, run.stop)
        if self._threshold is not None and run.probe != probe:
            self._threshold = replace(self._threshold, probe=run.probe)
            if self.life.alive:
                self._probe(starting=self._threshold.fresh)
        self._tell()

    def leave(self) -> None:
        """It is no longer wanted."""
        self._supervised.feed(supervise.Leave())

    def drained(self) -> None:
        """Nothing is in flight any more."""
        self._supervised.feed(supervise.Drained())

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self._supervised.kill()

    def abandon(self) -> None:
        """Look away: the process goes on without this agent."""
        self._quiet()
        self._supervised.abandon()

    # --- what others are told ---------------------------------------------------------------

    @property
    def life(self) -> Life:
        """How its process is."""
        return self._supervised.life

    @property
    def copy(self) -> Copy:
        """As the plan sees it."""
        leaving = self.life.state in (State.DRAINING, State.STOPPING, State.STOPPED)
        serving = self.instance.health.serving
        return Copy(self.seat.id, self.seat.launch, serving=serving, leaving=leaving)

    @property
    def reported(self) -> Instance:
        """As the server is told: with the last probe's latency."""
        return msgspec.structs.replace(self.instance, probe_ms=self._probe_ms)

    def remembered(self) -> AppMemory:
        """As the next agent needs it."""
        who, process = self.seat.id, self._supervised.process
        return AppMemory(
            service=who.service,
            version=who.version,
            number=who.number,
            launch=self.seat.launch,
            process=process.id if isinstance(process, Process) else None,
            started=self._started,
            restarts=self.life.restarts,
            generation=self.seat.generation,
            health=self.instance.health,
            since=self.instance.since,
        )

    # --- what its life asks (supervised.Actions) ---------------------------------------------

    def spawn(self, on_exit: OnExit) -> Ended:
        """Start the process, and to probe it; raises WeftError."""
        self._started = time.time()
        self._threshold = Threshold(self.run.probe, time.monotonic())
        process: Ended = Elsewhere(on_exit)
        if self.run.command:
            process = self._surroundings.launch(self, on_exit)
        self._probe(starting=True)
        return process

    def ended(self, exit: Exit) -> None:
        """The process is gone: what a probe under way may still say does not matter."""
        self._quiet()
        if self._threshold is not None:
            self._threshold = self._threshold.died(exit.cause)

    def drain(self) -> None:
        """Have callers go elsewhere, and what is in flight finished."""
        self._tell()  # callers go elsewhere from here on
        self._surroundings.drain(self)

    def forget(self) -> None:
        """Nothing is left."""
        self._quiet()
        self._surroundings.forget(self)

    def moved(self) -> None:
        """Its life has changed."""
        self._tell()

    # --- probes -----------------------------------------------------------------------------

    def _probe(self, *, starting: bool) -> None:
        self._quiet()
        way = self.seat.inbound
        prober = Prober(
            self.run.probe, way.app_address, way.app_port, self._probed, starting=starting
        )
        self._prober = self._surroundings.run(prober.run())

    def _quiet(self) -> None:
        if self._prober:
            self._prober.cancel()
            self._prober = None

    def _probed(self, result: Result) -> None:
        if self._threshold is None:
            return
        now = time.monotonic()
        self._probe_ms = round(result.latency_ms, 2) if result.ok else None
        self._threshold = self._threshold.after(result, now)
        if not self._threshold.fresh:
            self._supervised.feed(supervise.Ready())
        if self.run.command and self._threshold.restart_due(now):
            self._supervised.feed(supervise.Renew(self._threshold.reason))
        self._tell()

    def _tell(self) -> None:
        health, reason = health_of(self.life, self._threshold, self._waits_for)
        since = self.instance.since if health is self.instance.health else time.time()
        described = self._described(health, reason, since)
        if described != self.instance:
            self.instance = described
            self._surroundings.changed(self)

    def _described(self, health: Health, reason: str, since: float) -> Instance:
        seat, process = self.seat, self._supervised.process
        return Instance(
            service=seat.id.service,
            id=str(seat.id),
            address=seat.inbound.address,
            port=seat.inbound.port,
            version=seat.id.version,
            host=seat.host,
            weight=self.run.weight,
            labels=self.run.labels,
            health=health,
            reason=reason,
            since=since or time.time(),
            started=self._started,
            generation=seat.generation,
            restarts=self.life.restarts,
            pid=process.pid if process else None,
            app_port=seat.inbound.app_port,
        )


def _resumed(run: Run, health: Health) -> Threshold:
    """The probes' state of a process that an earlier agent left in *health*."""
    now = time.monotonic()
    unhealthy_since = now if health is Health.UNHEALTHY else None
    fresh = health is Health.STARTING
    return Threshold(run.probe, now, health, "", fresh=fresh, unhealthy_since=unhealthy_since)
