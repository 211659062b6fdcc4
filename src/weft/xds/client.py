"""The delta client: everything of some types, held, and kept up to date over reconnects.

    stream of responses  ->  on_update(type, upserts, removed)  ->  acceptance or refusal

What is held is told to the server on every reconnect, so that only differences
come. It refuses to know what the resources mean: *on_update* does, and may
refuse an update by raising a WeftError, a ValueError or a decoding error.
"""

import asyncio
import random
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import grpc
import grpc.aio
import msgspec

from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import DeltaDiscoveryResponse
from weft.errors import WeftError
from weft.xds import wire
from weft.xds.exchange import Entry, Push, Versions

OnUpdate = Callable[[str, Mapping[str, Entry], frozenset[str]], None]
_Call = grpc.aio.StreamStreamCall[bytes, DeltaDiscoveryResponse]
_Open = grpc.aio.StreamStreamMultiCallable[bytes, DeltaDiscoveryResponse]

_BAD_UPDATE: Final = (WeftError, ValueError, msgspec.MsgspecError)
FIRST_BACKOFF_S: Final = 0.05
LONGEST_BACKOFF_S: Final = 1.0

OPTIONS: Final = (
    *wire.KEEPALIVE,
    ("grpc.max_receive_message_length", wire.RECEIVE_LIMIT_BYTES),
    ("grpc.max_send_message_length", -1),
    # Each attempt is a channel of its own: the waiting in between is ours, with jitter.
    ("grpc.use_local_subchannel_pool", 1),
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", 1_000),
    ("grpc.enable_retries", 0),
)


class DeltaClient:
    """Holds everything of *types* that the server at *target* has (`unix:/path`, `host:port`).

    *held* are the versions that on_update's side has already, by type URL.
    *on_connection* hears True when the server first answers on a stream, False when it ends.
    """

    def __init__(
        self,
        target: str,
        *,
        node: str,
        types: Iterable[str],
        on_update: OnUpdate,
        held: wire.Held | None = None,
        on_connection: Callable[[bool], None] = lambda _: None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._target = target
        self._node = node
        self._types = tuple(types)
        self._on_update = on_update
        self._on_connection = on_connection
        self._jitter = jitter
        start = held or {}
        self._held: dict[str, dict[str, str]] = {
            type_url: dict(start.get(type_url, {})) for type_url in self._types
        }
        self._heard = False

    @property
    def held(self) -> Mapping[str, Versions]:
        """The accepted versions, by type URL."""
        return self._held

    async def run(self) -> None:
        """Stay connected until cancelled."""
        backoff = FIRST_BACKOFF_S
        while True:
            await self._stream()
            backoff = FIRST_BACKOFF_S if self._heard else min(backoff * 2, LONGEST_BACKOFF_S)
            # Between half and the whole: never at once, never all at the same time.
            await asyncio.sleep(backoff * (0.5 + self._jitter() / 2))

    async def _stream(self) -> None:
        self._heard = False
        try:
            async with grpc.aio.insecure_channel(self._target, options=OPTIONS) as channel:
                open_stream: _Open = channel.stream_stream(
                    f"/{wire.SERVICE}/{wire.METHOD}",
                    request_serializer=None,  # requests are bytes already
                    response_deserializer=DeltaDiscoveryResponse.FromString,
                )
                await self._talk(open_stream())
        except (grpc.aio.AioRpcError, grpc.aio.UsageError, asyncio.InvalidStateError):
            pass  # the server is away, or the stream broke: the next attempt will tell
        finally:
            if self._heard:
                self._on_connection(False)

    async def _talk(self, call: _Call) -> None:
        for type_url in self._types:
            held = self._held[type_url]
            await call.write(wire.write_subscription(type_url, held, self._node))
        async for message in call:
            if not self._heard:
                self._heard = True
                self._on_connection(True)
            push = wire.read_push(message)
            error = self._apply(message.type_url, push)
            await call.write(wire.write_answer(message.type_url, push.nonce, error))

    def _apply(self, type_url: str, push: Push) -> str | None:
        """Take the update, or say why not; removals are taken in any case."""
        held = self._held.setdefault(type_url, {})
        try:
            self._on_update(type_url, push.upsert, push.remove)
        except _BAD_UPDATE as error:
            if push.remove:
                self._on_update(type_url, {}, push.remove)
            self._forget(held, push.remove)
            return str(error) or type(error).__name__
        self._forget(held, push.remove)
        held.update(push.versions)
        return None

    @staticmethod
    def _forget(held: dict[str, str], names: Iterable[str]) -> None:
        for name in names:
            held.pop(name, None)
