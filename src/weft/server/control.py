"""Control: what agents ask of the server, on the socket of the delta stream.

    Join, Report, Sign, Leave  ->  the registry, the authority, what is known of hosts

Refuses to believe more than it must: a certificate's identity comes from what is
registered, an instance's host from who reports it, and a host is who holds its lease.
"""

import asyncio
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, TypeVar

import grpc
import grpc.aio
import msgspec
from msgspec import Struct

from weft.api import agent
from weft.api.agent import Join, Joined, Leave, Left, Method, Report, Reported, Sign, Signed
from weft.errors import WeftError
from weft.identity.authority import Authority
from weft.model.names import gateway_identity, service_identity
from weft.registry.watch import Registry
from weft.server.belief import believed
from weft.server.hosts import Hosts
from weft.store.base import LeaseUnknown, Store
from weft.telemetry import names
from weft.telemetry.logs import Log
from weft.telemetry.window import Window

#: A host that says nothing for so long has its instances removed.
LEASE_S: Final = 10.0
JOIN_PATIENCE_S: Final = 1.0
HOSTS: Final = "hosts/"
DEFAULT_LIFE_S: Final = 3600.0
_HOST: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?")

Q = TypeVar("Q", bound=Struct)
A = TypeVar("A", bound=Struct)


class BadHost(WeftError):
    """A host name that cannot be one."""

    code = "bad-host"


class NotJoined(WeftError):
    """A host that asks before it joined."""

    code = "not-joined"


class NotRegistered(WeftError):
    """An identity was asked for that nothing in the mesh has."""

    code = "not-registered"


class Control:
    """The four things that an agent may ask. *heard* is called after each report."""

    def __init__(
        self,
        *,
        registry: Registry,
        store: Store,
        authority: Authority,
        hosts: Hosts,
        window: Window,
        log: Log,
        monotonic: Callable[[], float],
        heard: Callable[[], None],
    ) -> None:
        self._registry = registry
        self._store = store
        self._authority = authority
        self._hosts = hosts
        self._window = window
        self._log = log
        self._monotonic = monotonic
        self._heard = heard
        self._entered = asyncio.Event()
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def recall(self) -> None:
        """Know the hosts again that joined a former server and still hold their leases."""
        for entry in (await self._store.list(HOSTS)).entries:
            # What another Weft spelled otherwise is no loss: the host will join again.
            with suppress(msgspec.MsgspecError):
                join = msgspec.json.decode(entry.value, type=Join)
                if entry.lease:
                    self._hosts.join(join, entry.lease, self._monotonic())

    async def join(self, join: Join) -> Joined:
        """A lease for a host; reports under its older one are refused from now on."""
        if not _HOST.fullmatch(join.host):
            raise BadHost(f"{join.host!r:.100} cannot be a host's name")
        async with self._turns[join.host]:
            lease = await self._registry.join(join.host, LEASE_S)
            await self._store.put(HOSTS + join.host, agent.encode(join), lease=lease)
            self._hosts.join(join, lease, self._monotonic())
        entered, self._entered = self._entered, asyncio.Event()
        entered.set()
        self._log.info(
            names.HOST_JOINED, host=join.host, boot=join.boot, address=join.address, pid=join.pid
        )
        return Joined(
            lease=lease,
            ttl_s=LEASE_S,
            trust_domain=self._authority.trust_domain,
            roots_pem=self._authority.roots_pem,
            certificate_life_s=self._life_s,
        )

    async def report(self, report: Report) -> Reported:
        """A host's whole truth, as far as it makes sense."""
        report, odd = believed(report)
        # One at a time for each host, so that an older report never overtakes a newer one.
        async with self._turns[report.host]:
            try:
                await self._registry.renew(report.lease)
            except LeaseUnknown:
                return Reported(known=False)
            host = self._hosts.get(report.host)
            if host is None or (host.lease, host.join.boot) != (report.lease, report.boot):
                return Reported(known=False)
            if not self._hosts.report(report, self._monotonic()):
                return Reported(known=True, conflicts=odd)
            self._window.add(self._monotonic(), report.host, report.boot, report.edges)
            try:
                refused = await self._registry.put_instances(
                    report.lease, report.host, report.instances
                )
            except LeaseUnknown:
                return Reported(known=False)
            finally:
                self._heard()
        return Reported(known=True, conflicts=(*odd, *map(str, refused)))

    async def sign(self, sign: Sign) -> Signed:
        """A certificate for a registered workload."""
        await self._joined(sign.host)
        try:
            identity = self._identity(sign)
            signed = self._authority.sign(sign.csr_pem, identity, self._life_s)
        except WeftError as error:
            self._log.warning(
                names.SIGNING_REFUSED,
                host=sign.host,
                workload=sign.workload.key,
                gateway=sign.gateway,
                code=error.code,
                why=error.what,
            )
            raise
        self._log.info(
            names.CERTIFICATE_SIGNED,
            host=sign.host,
            identity=identity,
            serial=signed.serial,
            not_after=signed.not_after,
        )
        return Signed(signed.chain_pem, self._authority.roots_pem, signed.not_after)

    async def leave(self, leave: Leave) -> Left:
        """A host goes on purpose: its instances go at once."""
        async with self._turns[leave.host]:
            host = self._hosts.get(leave.host)
            if host is None or host.lease != leave.lease:
                return Left()
            with suppress(LeaseUnknown):  # it has ended by itself meanwhile
                await self._registry.remove_instances(leave.lease)
            self._hosts.leave(leave.host)
            self._window.forget(leave.host)
        self._log.info(names.HOST_LEFT, host=leave.host)
        self._heard()
        return Left()

    async def _joined(self, host: str) -> None:
        """Wait a moment for *host*: an agent that starts asks for everything at the same time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(JOIN_PATIENCE_S):
                while self._hosts.get(host) is None:
                    await self._entered.wait()

    @property
    def _life_s(self) -> float:
        mesh = self._registry.snapshot.mesh
        return mesh.certificate_life_s if mesh else DEFAULT_LIFE_S

    def _identity(self, sign: Sign) -> str:
        if self._hosts.get(sign.host) is None:
            raise NotJoined(f"host {sign.host!r:.100} has not joined", fix="join first")
        snapshot = self._registry.snapshot
        known = snapshot.gateway(sign.workload) if sign.gateway else snapshot.service(sign.workload)
        if known is None:
            kind = "gateway" if sign.gateway else "service"
            raise NotRegistered(
                f"there is no {kind} {sign.workload.key!r:.200}",
                why="only what is registered in the mesh gets an identity",
            )
        spell = gateway_identity if sign.gateway else service_identity
        return spell(self._authority.trust_domain, sign.workload)


def handler(control: Control) -> grpc.GenericRpcHandler:
    """*control* as a gRPC service."""
    methods = (
        _method(agent.JOIN, control.join),
        _method(agent.REPORT, control.report),
        _method(agent.SIGN, control.sign),
        _method(agent.LEAVE, control.leave),
    )
    return grpc.method_handlers_generic_handler(agent.SERVICE, dict(methods))


def _method(
    method: Method[Q, A], answer: Callable[[Q], Awaitable[A]]
) -> "tuple[str, grpc.RpcMethodHandler[Any, Any]]":
    async def call(body: bytes, context: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
        try:
            question = msgspec.json.decode(body, type=method.question)
        except msgspec.MsgspecError as error:
            await context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(error))
        try:
            return agent.encode(await answer(question))
        except WeftError as error:
            await context.abort(grpc.StatusCode.FAILED_PRECONDITION, agent.encode_error(error))

    return method.name, grpc.unary_unary_rpc_method_handler(call)
