"""One stream's edge: carries between a gRPC stream and a StreamSession, and holds the clock.

    requests in  ->  StreamSession  ->  responses out, Observer

A task reads and a task writes. The writer asks the session for responses only
when the last one has left, so a peer that reads slowly costs no memory and gets
the newest state when it reads again. It refuses to know what is sent.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import DeltaDiscoveryRequest
from weft.xds import wire
from weft.xds.exchange import Accepted, Versions
from weft.xds.order import Changes, Settled, StreamSession, Targets

#: An answer that takes longer is presumed; Envoy answers within milliseconds if it does at all.
PATIENCE_S: Final = 2.0
#: A peer that takes nothing off its stream for so long is cut off.
SLOW_READER_S: Final = 30.0


class Observer(Protocol):
    """Who is told what peers do; *peer* is the id of its node."""

    def connected(self, peer: str, /) -> None:
        """A peer opened a stream and said who it is."""

    def disconnected(self, peer: str, /) -> None:
        """A peer's stream ended."""

    def accepted(self, peer: str, type_url: str, versions: Versions, /) -> None:
        """A peer runs these versions."""

    def rejected(self, peer: str, type_url: str, versions: Versions, error: str, /) -> None:
        """A peer refused the one version in *versions*; empty if nothing can be blamed."""


@dataclass(frozen=True, slots=True)
class StreamStatus:
    """How far one peer is."""

    peer: str
    settled: bool
    acknowledged: Mapping[str, Versions]  # by type URL
    pending: Mapping[str, int]  # how many resources are yet to be sent or acknowledged
    refused: Mapping[str, Mapping[str, str]]  # why, by type URL and name
    silent: frozenset[str]  # types about which the peer doesn't answer


@dataclass(eq=False)
class Stream:
    """One connected peer."""

    session: StreamSession
    observer: Observer | None
    write: Callable[[bytes], Awaitable[None]]
    progress: Callable[[], None]  # called whenever the session may have settled
    stalled: Callable[[str, str], None] | None = None
    patience_s: float = PATIENCE_S
    slow_reader_s: float = SLOW_READER_S
    peer: str = ""
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _since: dict[str, tuple[str, float]] = field(default_factory=dict)

    def publish(self, targets: Targets, changes: Changes) -> None:
        """What the peer should hold has changed."""
        self.session.publish(targets, changes)
        self._wake.set()

    async def hear(self, requests: AsyncIterator[DeltaDiscoveryRequest], peer: str) -> None:
        """Read to the end of the stream, whose first request named *peer*."""
        self.peer = peer
        async for message in requests:
            request = wire.read_request(message)
            for settled in self.session.request(message.type_url, request):
                self._tell(settled)
            self._wake.set()
            self.progress()

    async def speak(self) -> None:
        """Write what the session wants to be sent, until cancelled; TimeoutError: nobody reads."""
        while True:
            self._wake.clear()
            for type_url, push in self.session.advance():
                async with asyncio.timeout(self.slow_reader_s):
                    await self.write(wire.write_push(type_url, push))
            self.progress()
            await self._sleep()

    async def _sleep(self) -> None:
        """Until something happens, or some answer has been awaited for too long."""
        if self._wake.is_set():
            return
        now = asyncio.get_running_loop().time()
        waits = self.session.waits()
        known, self._since = self._since, {}
        for type_url, word in waits.items():
            before, since = known.get(type_url, (word, now))
            self._since[type_url] = (word, since if before == word else now)
        deadline = min((at for _, at in self._since.values()), default=None)
        try:
            async with asyncio.timeout_at(None if deadline is None else deadline + self.patience_s):
                await self._wake.wait()
        except TimeoutError:
            self._wait_no_longer()

    def _wait_no_longer(self) -> None:
        now = asyncio.get_running_loop().time()
        for type_url, (_, since) in self._since.items():
            if now >= since + self.patience_s:
                self.session.waited_too_long(type_url)
                if self.stalled:
                    self.stalled(self.peer, type_url)

    def _tell(self, settled: Settled) -> None:
        if self.observer is None:
            return
        verdict = settled.verdict
        if isinstance(verdict, Accepted):
            self.observer.accepted(self.peer, settled.type_url, verdict.push.versions)
        elif verdict.blamed or not verdict.push.upsert:
            self.observer.rejected(self.peer, settled.type_url, verdict.blamed, verdict.detail)

    @property
    def status(self) -> StreamStatus:
        """How far the peer is."""
        types = self.session.types.items()
        return StreamStatus(
            peer=self.peer,
            settled=self.session.settled,
            acknowledged={type_url: dict(each.memory.held) for type_url, each in types},
            pending={type_url: each.pending for type_url, each in types if each.pending},
            refused={
                type_url: {name: why for (name, _), why in each.refusals.items()}
                for type_url, each in types
                if each.refusals
            },
            silent=frozenset(self.session.given_up),
        )
