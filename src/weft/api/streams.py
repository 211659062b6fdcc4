"""Server-sent events: values over time become a response that ends when the server does.

    async iterator of WatchEvents, a stop event  ->  text/event-stream

Refuses to know what the values mean. A comment goes out while nothing happens,
so that both ends notice when the other one is gone.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, Final, TypeVar

import msgspec
from starlette.responses import StreamingResponse

from weft.api.backend import Backend
from weft.api.shapes import WatchEvent

T = TypeVar("T")

STATUS_EVERY_S: Final = 1.0
IDLE_S: Final = 2.0
_COMMENT: Final = b": still here\n\n"


def response(chunks: AsyncIterator[bytes]) -> StreamingResponse:
    """*chunks* as an event stream."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(chunks, media_type="text/event-stream", headers=headers)


async def statuses(backend: Backend) -> AsyncIterator[bytes]:
    """The status, now and once a second."""
    yield b"retry: 1000\n"
    while not backend.stopping.is_set():
        yield b"event: status\ndata: " + backend.status_json() + b"\n\n"
        with suppress(TimeoutError):
            await asyncio.wait_for(backend.stopping.wait(), STATUS_EVERY_S)


async def changes(backend: Backend, events: AsyncIterator[WatchEvent]) -> AsyncIterator[bytes]:
    """Each event with its revision as the id that a client resumes from."""
    yield b"retry: 1000\n\n"
    async for event in until(backend.stopping, events, idle_s=IDLE_S):
        if event is None:
            yield _COMMENT
            continue
        # Without an id a client that is cut off here asks for this revision again.
        mark = b"id: %d\n" % event.revision if event.complete else b""
        yield b"event: document\n%bdata: %b\n\n" % (mark, msgspec.json.encode(event))


async def until(
    stop: asyncio.Event, values: AsyncIterator[T], *, idle_s: float
) -> AsyncIterator[T | None]:
    """*values* until *stop*; None whenever nothing came for *idle_s*."""
    stopped = asyncio.ensure_future(stop.wait())
    coming: asyncio.Future[T] | None = None
    try:
        while not stop.is_set():
            if coming is None:
                coming = asyncio.ensure_future(anext(values))
            both: set[asyncio.Future[Any]] = {stopped, coming}
            done, _ = await asyncio.wait(both, timeout=idle_s, return_when=asyncio.FIRST_COMPLETED)
            if coming in done:
                value, coming = coming.result(), None
                yield value
            elif not done:
                yield None
    except StopAsyncIteration:
        return
    finally:
        for task in (stopped, coming):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError, StopAsyncIteration):
                    await task
