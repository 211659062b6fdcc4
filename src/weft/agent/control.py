"""Calls to the server: questions -> answers, over its Unix socket.

Knows how a call is made and when one has failed; what is asked, and when, is
others' business.
"""

import asyncio
from pathlib import Path
from typing import Final, TypeVar

import grpc
import grpc.aio
import msgspec
from msgspec import Struct

from weft.api import agent as shapes
from weft.api.agent import Method
from weft.errors import WeftError

TIMEOUT_S: Final = 5.0
_OPTIONS: Final = (
    # A server that returns is noticed within a second, not within gRPC's two minutes.
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.min_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", 1_000),
    ("grpc.use_local_subchannel_pool", 1),
)

Q = TypeVar("Q", bound=Struct)
A = TypeVar("A", bound=Struct)


class ServerAway(WeftError):
    """The server does not answer."""

    code = "server-away"


class Control:
    """The server behind *socket*."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._channel = grpc.aio.insecure_channel(f"unix:{socket}", options=_OPTIONS)

    async def ask(self, method: Method[Q, A], question: Q, *, timeout: float = TIMEOUT_S) -> A:
        """The answer; raises ServerAway, or what the server refused with."""
        call = self._channel.unary_unary(
            method.path,
            request_serializer=shapes.encode,
            response_deserializer=lambda data: msgspec.json.decode(data, type=method.answer),
        )
        try:
            answer: A = await call(question, timeout=timeout)
        except grpc.aio.AioRpcError as error:
            raise self._explained(error) from error
        return answer

    async def close(self) -> None:
        """No more calls."""
        await self._channel.close()

    def _explained(self, error: grpc.aio.AioRpcError) -> WeftError:
        away = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
        if error.code() in away:
            return ServerAway(
                "the server does not answer", why=error.details() or "", fix="see `weft status`"
            )
        return shapes.decode_error(error.details() or "")


async def until_answered(
    control: Control, method: Method[Q, A], question: Q, *, pause_s: float
) -> A:
    """Ask again and again until the server answers; a refusal is raised."""
    while True:
        try:
            return await control.ask(method, question)
        except ServerAway:
            await asyncio.sleep(pause_s)
