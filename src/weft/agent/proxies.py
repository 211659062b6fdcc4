"""The proxies of one host: workloads -> an Envoy beside each, fed with its resources.

A proxy exists as long as its workload does: one for each service that this
host runs or fronts, one for each gateway.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final

from weft.agent import process
from weft.agent.memory import ProxyMemory
from weft.agent.proxy import Means, Proxy
from weft.api.agent import CertificateInfo, ProxyInfo, Refusal, Sign, Signed
from weft.model.catalog import Health, Instance
from weft.model.document import Document, Key
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.workload import Workload
from weft.telemetry.edges import EdgeTotals

Seen = dict[Name, tuple[tuple[object, ...], ...]]
Ask = Callable[[Sign], Awaitable[Signed]]
#: How long requests that go through a gateway may take to end when it stops.
GATEWAY_DRAIN_S: Final = 5.0
_LOOK_EVERY_S: Final = 0.05


class Proxies:
    """All proxies of this host; *changed* hears whenever something about one has changed."""

    def __init__(self, means: Means, ask: Ask, changed: Callable[[], None]) -> None:
        self.workloads: dict[str, Workload] = {}
        self._means = means
        self._ask = ask
        self._changed = changed
        self._proxies: dict[str, Proxy] = {}
        self._memory: dict[str, ProxyMemory] = {}
        self._stopping: set[str] = set()
        self._published: dict[str, Workload] = {}  # compiled from what follows
        self._documents: Mapping[Key, Document] = {}
        self._seen: Seen = {}
        self._good: dict[Key, Document] = {}

    def restore(self, memory: Mapping[str, ProxyMemory], good: Iterable[Document]) -> None:
        """What an earlier agent started; adopted when its workload is wanted.

        *good* were in use in place of documents that are refused.
        """
        self._memory = dict(memory)
        self._good = {document.key: document for document in good}

    def follow(self, workloads: Iterable[Workload], kept: frozenset[str]) -> None:
        """There should be a proxy for each of *workloads*; those called *kept* stay as they are."""
        wanted = {workload.id: workload for workload in workloads}
        for own, workload in wanted.items():
            self.workloads[own] = workload
            # One that is on its way out must be gone before its successor takes its sockets.
            if own not in self._proxies and own not in self._stopping:
                self._begin(workload)
        for own in self._proxies.keys() - wanted.keys() - kept:
            self._means.tasks.start(self._end(self._taken(own)))
        for own in self._memory.keys() - wanted.keys() - kept:
            process.end(self._memory.pop(own).process)

    def publish(self, snapshot: Snapshot) -> None:
        """Compile *snapshot* for each proxy for which something has changed."""
        seen = _seen_by_callers(snapshot)
        if snapshot.documents is not self._documents or seen != self._seen:
            self._documents, self._seen = snapshot.documents, seen
            self._published.clear()
        for own, proxy in self._proxies.items():
            workload = self.workloads[own]
            if self._published.get(own) != workload:
                self._published[own] = workload
                proxy.publish(snapshot, workload)

    def waits_for(self, service: Name) -> str:
        """Why the proxy of *service* cannot serve yet; empty when it can."""
        proxy = self._proxies.get(Workload(service).id)
        return proxy.waits_for if proxy else "waits for its proxy"

    async def settled(self, timeout: float) -> None:
        """Wait until every proxy has acknowledged what it should hold, or for *timeout*."""
        waits = [p.settled(timeout) for p in self._proxies.values() if p.info.connected]
        await asyncio.gather(*waits)

    async def inbound_connections(self, service: Name, instance: str) -> int | None:
        """How many connections callers have to an instance; None if nobody can say."""
        proxy = self._proxies.get(Workload(service).id)
        return await proxy.inbound_connections(instance) if proxy else None

    async def measure(self) -> None:
        """Read all statistics."""
        await asyncio.gather(*(proxy.measure() for proxy in self._proxies.values()))

    def trust(self) -> None:
        """What is to be trusted has changed."""
        for proxy in self._proxies.values():
            proxy.trust()

    def server_returned(self) -> None:
        """Certificates that could not be renewed meanwhile can be now."""
        for proxy in self._proxies.values():
            proxy.server_returned()

    async def reopen_logs(self, workload: str) -> None:
        """Have an Envoy open its access log again."""
        if proxy := self._proxies.get(workload):
            await proxy.reopen_logs()

    async def drain_gateways(self) -> None:
        """Let no more requests in, and wait for those that are in."""
        gateways = [proxy for proxy in self._proxies.values() if proxy.gateway]
        await asyncio.gather(*(proxy.drain(GATEWAY_DRAIN_S) for proxy in gateways))

    async def stop(self) -> None:
        """End all of them."""
        await asyncio.gather(*[self._end(self._taken(own)) for own in list(self._proxies)])

    async def abandon(self) -> None:
        """Look away from all of them; they go on."""
        await asyncio.gather(*(proxy.close() for proxy in self._proxies.values()))

    def remembered(self) -> dict[str, ProxyMemory]:
        """As the next agent needs it."""
        found = {own: proxy.process.remembered() for own, proxy in self._proxies.items()}
        running = {own: memory for own, memory in found.items() if memory is not None}
        return {**self._memory, **running}

    @property
    def stand_ins(self) -> tuple[Document, ...]:
        """Last good documents in use in place of refused ones, as the next agent needs them."""
        found = {key: d for proxy in self._proxies.values() for key, d in proxy.stand_ins.items()}
        if not all(proxy.ready for proxy in self._proxies.values()):
            found = {**self._good, **found}  # some proxy has not said yet what it needs
        return tuple(document for _, document in sorted(found.items()))

    # --- what people are told ---------------------------------------------------------------

    @property
    def infos(self) -> tuple[ProxyInfo, ...]:
        """How each is."""
        return tuple(proxy.info for _, proxy in sorted(self._proxies.items()))

    @property
    def certificates(self) -> tuple[CertificateInfo, ...]:
        """What they prove their identities with."""
        found = (proxy.certificate for _, proxy in sorted(self._proxies.items()))
        return tuple(certificate for certificate in found if certificate)

    @property
    def edges(self) -> tuple[EdgeTotals, ...]:
        """Who called whom."""
        return tuple(edge for _, p in sorted(self._proxies.items()) for edge in p.totals)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What Envoys refused."""
        return tuple(each for _, p in sorted(self._proxies.items()) for each in p.refusals)

    # --- inside -----------------------------------------------------------------------------

    def _begin(self, workload: Workload) -> None:
        async def sign(csr_pem: str) -> Signed:
            question = Sign(self._means.host, workload.name, csr_pem, workload.gateway)
            return await self._ask(question)

        proxy = Proxy(workload, self._means, sign, self._changed, self._good)
        self._proxies[workload.id] = proxy
        self._means.tasks.start(proxy.start(self._memory.pop(workload.id, None)))

    def _taken(self, own: str) -> Proxy:
        """A proxy that is about to end: from now on nobody feeds it."""
        self.workloads.pop(own, None)
        self._published.pop(own, None)
        self._stopping.add(own)
        return self._proxies.pop(own)

    async def _end(self, proxy: Proxy) -> None:
        try:
            if proxy.gateway:
                await proxy.drain(GATEWAY_DRAIN_S)
            await proxy.stop()
        finally:
            self._stopping.discard(proxy.id)
            self._changed()


def _seen_by_callers(snapshot: Snapshot) -> Seen:
    """What of the instances matters to those who call them; a pid or a reason does not."""
    return {
        name: tuple(
            (i.id, i.address, i.port, i.version, i.zone, i.weight, i.labels, _serving(i))
            for i in group
        )
        for name, group in snapshot.instances.items()
    }


def _serving(instance: Instance) -> Health | None:
    return instance.health if instance.health.serving else None
