"""The guard by itself, for what no HTTP client of a test would send."""

import pytest
from starlette.responses import Response
from starlette.types import Message

from fakes.backend import FakeBackend
from weft.api.access import Access
from weft.api.guard import Guard

KEY = (b"authorization", b"Bearer token")
OURS, EVIL = (b"host", b"localhost:7433"), (b"host", b"evil.example")


async def answer(*headers: tuple[bytes, bytes]) -> tuple[int, dict[bytes, bytes]]:
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    guard = Guard(Response(b"behind"), Access("token", 7433), FakeBackend(), lambda: 0.0)
    scope = {"type": "http", "method": "GET", "path": "/v1/status", "headers": list(headers)}
    await guard(scope, receive, send)
    return told[0]["status"], dict(told[0]["headers"])


@pytest.mark.parametrize("hosts", [(), (OURS, EVIL), (EVIL, OURS), (OURS, OURS), (EVIL,)])
async def test_a_request_names_exactly_one_host_and_it_is_ours(hosts: tuple[tuple[bytes, bytes]]):
    assert (await answer(KEY, OURS))[0] == 200
    assert (await answer(KEY, *hosts))[0] == 403


async def test_what_a_browser_is_told_it_does_not_keep():
    status, headers = await answer(KEY, OURS)

    assert (status, headers[b"cache-control"]) == (200, b"no-store")
