"""The delta server: a Feed, served over a Unix socket to any number of streams.

    Feed.publish(targets)  ->  each peer holds them, in order, acknowledged

The same server speaks to Envoys (in make-before-break order) and to agents (in
none). It refuses to know what the resources mean.

What a peer refused is remembered under its node id, so that it isn't offered
again when the peer comes back: an Envoy reports only what it accepted.
"""

import asyncio
import socket as socketlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Final

import grpc
import grpc.aio

from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import DeltaDiscoveryRequest
from weft.errors import WeftError
from weft.xds import wire
from weft.xds.feed import Feed
from weft.xds.order import UNORDERED, StreamSession, Table
from weft.xds.session import Memory
from weft.xds.stream import PATIENCE_S, SLOW_READER_S, Observer, Stream, StreamStatus

__all__ = ["DeltaServer", "Feed", "Observer", "SocketUnusable", "StreamStatus"]

_Context = grpc.aio.ServicerContext[DeltaDiscoveryRequest, bytes]

#: Peers of which refusals are remembered while they are away.
PEERS_REMEMBERED: Final = 4096
STOP_GRACE_S: Final = 0.2
_PROBE_S: Final = 0.5

OPTIONS: Final = (
    *wire.KEEPALIVE,
    ("grpc.http2.min_ping_interval_without_data_ms", 1_000),
    ("grpc.http2.max_ping_strikes", 0),
    ("grpc.max_receive_message_length", wire.RECEIVE_LIMIT_BYTES),
    ("grpc.max_send_message_length", -1),
    ("grpc.so_reuseport", 0),
)


class SocketUnusable(WeftError):
    """The server can't listen on its socket."""

    code: ClassVar[str] = "xds-socket"

    def __init__(self, socket: Path, why: str) -> None:
        super().__init__(
            f"nothing can listen on {socket}",
            why=why,
            fix="see that its directory exists, that it is yours, "
            "and that the path is shorter than 108 bytes",
        )


class DeltaServer:
    """Serves *feed* in the order of *table*; *handlers* are further services on the same socket.

    *stalled* hears of a peer and a type about which it doesn't answer.
    """

    def __init__(
        self,
        feed: Feed,
        *,
        table: Table = UNORDERED,
        observer: Observer | None = None,
        stalled: Callable[[str, str], None] | None = None,
        handlers: Sequence[grpc.GenericRpcHandler] = (),
        patience_s: float = PATIENCE_S,
        slow_reader_s: float = SLOW_READER_S,
    ) -> None:
        self._feed = feed
        self._table = table
        self._observer = observer
        self._stalled = stalled
        self._handlers = handlers
        self._patience_s = patience_s
        self._slow_reader_s = slow_reader_s
        self._streams: set[Stream] = set()
        self._memories: OrderedDict[str, dict[str, Memory]] = OrderedDict()
        self._moved = asyncio.Event()
        self._ending = asyncio.Event()
        self._server: grpc.aio.Server | None = None

    async def start(self, socket: Path) -> None:
        """Listen on *socket*, which only this user may use; a stale file is replaced."""
        _make_sure_of(socket)
        server = grpc.aio.server(options=OPTIONS)
        server.add_generic_rpc_handlers((self.handler(), *self._handlers))
        server.add_insecure_port(f"unix:{socket}")
        socket.chmod(0o600)
        self._ending.clear()
        await server.start()
        self._server = server

    async def stop(self, grace_s: float = STOP_GRACE_S) -> None:
        """End all streams and stop listening; peers keep what they have."""
        self._ending.set()
        server, self._server = self._server, None
        if server is not None:
            await server.stop(grace_s)

    def handler(self) -> grpc.GenericRpcHandler:
        """The service, for a server of someone else's."""
        method: grpc.RpcMethodHandler[Any, Any] = grpc.stream_stream_rpc_method_handler(
            self._serve,
            request_deserializer=DeltaDiscoveryRequest.FromString,
            response_serializer=None,  # responses are bytes already
        )
        return grpc.method_handlers_generic_handler(wire.SERVICE, {wire.METHOD: method})

    @property
    def streams(self) -> tuple[StreamStatus, ...]:
        """How far each connected peer is, in order of their ids."""
        return tuple(sorted((each.status for each in self._streams), key=lambda s: s.peer))

    @property
    def all_settled(self) -> bool:
        """Whether every connected peer has acknowledged what it should hold."""
        return all(stream.session.settled for stream in self._streams)

    async def settled(self, timeout: float) -> None:
        """Wait until `all_settled`; TimeoutError if it takes longer than *timeout* seconds."""
        async with asyncio.timeout(timeout):
            while not self.all_settled:
                self._moved.clear()
                await self._moved.wait()

    async def _serve(
        self, requests: AsyncIterator[DeltaDiscoveryRequest], context: _Context
    ) -> None:
        if self._server is None and self._ending.is_set():
            return
        first = await anext(aiter(requests), None)
        if first is None:
            return
        peer = first.node.id
        session = StreamSession(self._table, self._memory(peer), self._feed.targets)
        stream = Stream(
            session,
            self._observer,
            context.write,
            self._moved.set,
            self._stalled,
            self._patience_s,
            self._slow_reader_s,
        )
        self._streams.add(stream)
        self._feed.listen(stream.publish)
        if self._observer:
            self._observer.connected(peer)
        try:
            await self._carry(stream, _again(first, requests), peer)
        finally:
            self._feed.ignore(stream.publish)
            self._streams.discard(stream)
            self._moved.set()
            if self._observer:
                self._observer.disconnected(peer)

    async def _carry(
        self, stream: Stream, requests: AsyncIterator[DeltaDiscoveryRequest], peer: str
    ) -> None:
        """Read and write until the peer leaves, does not read, or the server stops."""
        tasks = [
            asyncio.create_task(stream.hear(requests, peer)),
            asyncio.create_task(stream.speak()),
            asyncio.create_task(self._ending.wait()),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for task in done:
            if not isinstance(task.exception(), TimeoutError | grpc.aio.UsageError | None):
                await task  # a bug of ours keeps its traceback

    def _memory(self, peer: str) -> dict[str, Memory]:
        # A copy: an older stream of the same peer may not have ended yet, and what
        # it presumes of a peer that no longer reads it must not count for the new one.
        known = self._memories.get(peer, {})
        memory = self._memories[peer] = {kind: each.copy() for kind, each in known.items()}
        self._memories.move_to_end(peer)
        while len(self._memories) > PEERS_REMEMBERED:
            self._memories.popitem(last=False)
        return memory


def _make_sure_of(path: Path) -> None:
    """Try *path* before gRPC does, which would take it from a living server, and says little."""
    try:
        with socketlib.socket(socketlib.AF_UNIX) as probe:
            probe.settimeout(_PROBE_S)
            if path.is_socket():
                with suppress(ConnectionRefusedError):
                    probe.connect(str(path))
                    raise SocketUnusable(path, "another process listens on it")
                path.unlink()
        with socketlib.socket(socketlib.AF_UNIX) as probe:
            probe.bind(str(path))
        path.unlink()
    except OSError as error:
        raise SocketUnusable(path, error.strerror or str(error)) from error


async def _again(
    first: DeltaDiscoveryRequest, rest: AsyncIterator[DeltaDiscoveryRequest]
) -> AsyncIterator[DeltaDiscoveryRequest]:
    yield first
    async for message in rest:
        yield message
