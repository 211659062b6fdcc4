"""One workload's Envoy with all that feeds it: resources -> a proxy that serves them.

    publish(Snapshot, Workload)  ->  compiled, judged, sent over its own socket, acknowledged

Brings together the process, the delta server on the workload's socket, its
certificate and its statistics. It refuses to know why a resource is what it is.
"""

import asyncio
import re
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import Final

from weft.agent.envoy_process import EnvoyProcess, Vessel
from weft.agent.judge import Judge
from weft.agent.memory import ProxyMemory
from weft.agent.places import Places
from weft.agent.silence import Silence
from weft.agent.supervise import State
from weft.agent.tasks import Tasks
from weft.api.agent import CertificateInfo, ProxyInfo, Refusal
from weft.compile import names
from weft.compile.bootstrap import bootstrap
from weft.compile.resources import SECRETS, Resource
from weft.compile.secrets import identity_secret, trust_secret
from weft.envoy.admin import Admin, AdminRefused, AdminUnreachable
from weft.envoy.messages import serialize
from weft.envoy.validate import Validator
from weft.identity.svid import Sign, SvidKeeper
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot
from weft.model.workload import Workload
from weft.telemetry import names as statistics
from weft.telemetry.edges import Edges, EdgeTotals
from weft.xds.order import MAKE_BEFORE_BREAK
from weft.xds.server import DeltaServer, Feed
from weft.xds.session import Entry

_READY_EVERY_S: Final = 0.02
_VERDICT_AGAIN_S: Final = 1.0


@dataclass(frozen=True)
class Means:
    """What all proxies of an agent share."""

    places: Places
    host: str
    trust_domain: str
    validator: Validator
    vessel: Callable[[str, bytes], Vessel]  # workload and bootstrap
    roots: Callable[[], str]  # what to trust now, as PEM; empty until it is known
    tasks: Tasks


class Proxy:
    """The proxy beside *workload*; *changed* hears whenever something about it has changed."""

    def __init__(
        self,
        workload: Workload,
        means: Means,
        sign: Sign,
        changed: Callable[[], None],
        good: Mapping[Key, Document],  # what an earlier agent had in use in place of the refused
    ) -> None:
        self.id = workload.id
        self.gateway = workload.gateway
        self.name = workload.name
        self.ready = False
        self._means = means
        self._changed = changed
        self._judge = Judge(means.validator, means.tasks, good, self._push, changed)
        self._silence = Silence()
        self._watching: asyncio.Task[None] | None = None
        self._streams = 0
        self._adopted = False  # it holds a certificate that an earlier agent gave it
        self._feed = Feed()
        self._server = DeltaServer(
            self._feed, table=MAKE_BEFORE_BREAK, observer=self, stalled=self._stalled
        )
        self._keeper = SvidKeeper(workload.identity(means.trust_domain), sign, self._renewed)
        self._keeping: asyncio.Task[None] | None = None
        self._edges = Edges(workload.name, gateway=workload.gateway)
        self.totals: tuple[EdgeTotals, ...] = ()
        places = means.places
        self._socket = places.socket(self.id, "xds")
        self.admin = Admin(places.socket(self.id, "admin"))
        start = bootstrap(
            workload,
            trust_domain=means.trust_domain,
            xds_socket=str(self._socket),
            admin_socket=str(places.socket(self.id, "admin")),
            host=means.host,
        )
        vessel = means.vessel(self.id, serialize(start))
        self.process = EnvoyProcess(vessel, started=self._started, changed=self._moved)

    async def start(self, memory: ProxyMemory | None) -> None:
        """Serve the socket, ask for a certificate, and start or adopt the Envoy."""
        self._socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._means.places.access_log(self.id).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        await self._server.start(self._socket)
        self._keeping = self._means.tasks.start(self._keeper.run())
        if self.process.start(memory):
            self._started(adopted=True)

    def publish(self, snapshot: Snapshot, workload: Workload) -> None:
        """Envoy should hold what follows: endpoints at once, the rest when it is judged."""
        self._judge.publish(snapshot, workload)

    async def settled(self, timeout: float) -> bool:
        """Wait until Envoy has acknowledged what it should hold; False if it did not in time."""
        try:
            async with asyncio.timeout(timeout):
                await self._server.settled(timeout)
        except TimeoutError:
            return False
        return True

    async def inbound_connections(self, instance: str) -> int | None:
        """How many connections callers have to an instance; None if Envoy does not say."""
        pattern = rf"^cluster\.{re.escape(names.inbound(instance))}\.upstream_cx_active$"
        try:
            families = await self.admin.stats(pattern, used_only=False)
        except (AdminUnreachable, AdminRefused):
            return None
        return int(sum(m.gauge.value for family in families for m in family.metric))

    async def measure(self) -> None:
        """Read who called whom through this proxy."""
        pid = self.process.pid
        try:
            families = await self.admin.stats(statistics.EDGE_STATS)
        except (AdminUnreachable, AdminRefused):
            return
        if pid == self.process.pid:
            self.totals = self._edges.observe(families, process=pid)

    async def reopen_logs(self) -> None:
        """Have Envoy open its access log again, after it was renamed."""
        with suppress(AdminUnreachable, AdminRefused):
            await self.admin.reopen_logs()

    async def drain(self, timeout: float) -> None:
        """Let no more connections in, and wait until no request is under way."""
        with suppress(AdminUnreachable, AdminRefused, TimeoutError):
            async with asyncio.timeout(timeout):
                await self.admin.drain_listeners(graceful=False)
                while await self._active_requests():
                    await asyncio.sleep(_READY_EVERY_S)

    async def _active_requests(self) -> int:
        pattern = rf"^http\.{names.GATEWAY}\.downstream_rq_active$"
        families = await self.admin.stats(pattern, used_only=False)
        return int(sum(m.gauge.value for family in families for m in family.metric))

    def trust(self) -> None:
        """What is to be trusted has changed."""
        self._push()

    def server_returned(self) -> None:
        """A certificate that could not be had or renewed meanwhile can be now."""
        if self._keeper.state.failures:
            self._keeper.renew()

    async def stop(self) -> None:
        """End the Envoy, then all that feeds it."""
        self.process.stop()
        while not self.process.gone:
            await asyncio.sleep(_READY_EVERY_S)
        await self.close()
        shutil.rmtree(self._socket.parent, ignore_errors=True)

    async def close(self) -> None:
        """End all that feeds the Envoy, which goes on if it runs."""
        self.process.abandon()
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._server.stop)
            self._judge.close()
            for task in (self._watching, self._keeping):
                if task:
                    task.cancel()

    # --- what people are told ---------------------------------------------------------------

    @property
    def info(self) -> ProxyInfo:
        """How the Envoy is."""
        life = self.process.life
        return ProxyInfo(
            workload=self.id,
            pid=self.process.pid,
            restarts=life.restarts,
            last_exit=f"crash loop: {self.process.last_exit}"
            if life.looping
            else self.process.last_exit,
            connected=self._streams > 0,
            since=self.process.since,
        )

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What of its resources is refused, or not answered for."""
        silent = self._silence.refusals(self.id, self._server.streams, time.time())
        return (*self._judge.refusals(self.id), *silent)

    @property
    def stand_ins(self) -> Mapping[Key, Document]:
        """The documents that are in use in place of refused ones."""
        return self._judge.stand_ins

    @property
    def certificate(self) -> CertificateInfo | None:
        """What it proves its identity with."""
        svid = self._keeper.svid
        if svid is None:
            return None
        return CertificateInfo(svid.identity, self.id, svid.serial, svid.not_before, svid.not_after)

    @property
    def waits_for(self) -> str:
        """Why it is not ready, in words; empty when it is."""
        if self.ready:
            return ""
        if not self._proves_itself:
            reason = self._keeper.state.reason
            return "waits for its certificate" + (f": {reason}" if reason else "")
        if self.process.life.state is State.BACKING_OFF:
            return f"waits for its proxy, which ended: {self.process.last_exit}"
        return "waits for its proxy"

    # --- resources --------------------------------------------------------------------------

    def _push(self) -> None:
        if not self._judge.whole:
            return
        passed = self._judge.passed()
        target: dict[str, Mapping[str, Entry]] = {
            type_url: {name: Entry(each.version, each.body) for name, each in named.items()}
            for type_url, named in passed.by_type.items()
        }
        target[SECRETS] = {each.name: Entry(each.version, each.body) for each in self._secrets()}
        self._feed.publish(target)

    def _secrets(self) -> tuple[Resource, ...]:
        svid = self._keeper.svid
        roots = self._means.roots() or (svid.roots_pem if svid else "")
        trust = (trust_secret(roots),) if roots else ()
        return (*trust, identity_secret(svid.chain_pem, svid.key_pem)) if svid else trust

    def _renewed(self, _: object) -> None:
        self._push()
        self._changed()

    # --- what the delta server tells (xds.server.Observer) ------------------------------------

    def connected(self, peer: str) -> None:  # noqa: ARG002 - a socket has one peer
        """Envoy has opened a stream."""
        self._streams += 1
        self._changed()

    def disconnected(self, peer: str) -> None:  # noqa: ARG002 - a socket has one peer
        """Envoy has closed a stream."""
        self._streams -= 1
        self._changed()

    def accepted(self, _: str, type_url: str, versions: Mapping[str, str]) -> None:
        """Envoy runs these versions."""
        self._judge.accepted(type_url, versions)

    def rejected(self, _: str, type_url: str, versions: Mapping[str, str], error: str) -> None:
        """Envoy refused these versions, although its validator had not."""
        self._judge.rejected(type_url, versions, error)

    def _stalled(self, peer: str, type_url: str) -> None:
        self._silence.began(peer, type_url, time.time())

    # --- the process ------------------------------------------------------------------------

    @property
    def _proves_itself(self) -> bool:
        return self._adopted or self._keeper.svid is not None

    def _started(self, *, adopted: bool = False) -> None:
        self._adopted = adopted
        if self._watching:
            self._watching.cancel()
        self._watching = self._means.tasks.start(self._watch())

    async def _watch(self) -> None:
        """Wait until Envoy serves its first whole configuration."""
        while not await self._serves():
            await asyncio.sleep(_READY_EVERY_S)
        self.ready = True
        self.process.ready()
        self._changed()

    async def _serves(self) -> bool:
        if not self._streams or not self._proves_itself or not self._judge.whole:
            return False
        return await self.settled(_VERDICT_AGAIN_S) and await self.admin.ready()

    def _moved(self) -> None:
        if self.process.pid is None:
            self.ready = False
        self._changed()
