"""Closed-loop load: so many connections, each of which asks again once it was answered.

`wrk` where it is installed (`apt-get install wrk`), else a small client of our own, which is
slower and therefore costs more beside what is measured; the result says which one it was.
"""

import asyncio
import re
import shutil
import subprocess
import time

CONNECTIONS = 32
REQUEST = b"GET / HTTP/1.1\r\nHost: orders\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


def tool() -> str:
    """What makes the load."""
    return "wrk" if shutil.which("wrk") else "asyncio client"


def requests_in(port: int, seconds: float) -> tuple[int, float]:
    """Requests answered with 200, and the time that they took; raises if one was not."""
    if tool() == "wrk":
        return _wrk(port, seconds)
    return asyncio.run(_own(port, seconds))


def _wrk(port: int, seconds: float) -> tuple[int, float]:
    argv = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(round(seconds), 1)}s", "-H", "Host: orders"]
    said = subprocess.run(
        [*argv, f"http://127.0.0.1:{port}/"], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"(\d+) requests in ([\d.]+)s", said)
    if found is None or "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"the load failed:\n{said}")
    return int(found[1]), float(found[2])


async def _own(port: int, seconds: float) -> tuple[int, float]:
    loop = asyncio.get_running_loop()
    clients = [
        (await loop.create_connection(_Client, "127.0.0.1", port))[1] for _ in range(CONNECTIONS)
    ]
    start = time.perf_counter()
    for client in clients:
        client.ask()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - start
    for client in clients:
        client.close()
    if failed := sum(client.failed for client in clients):
        raise RuntimeError(f"{failed} requests failed")
    return sum(client.answered for client in clients), took


class _Client(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self.answered = 0
        self.failed = 0
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def ask(self) -> None:
        """The next request."""
        assert self._transport is not None
        self._transport.write(REQUEST)

    def data_received(self, data: bytes) -> None:
        """Count an answer that is complete, and ask again."""
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not found or length is None or len(body) < int(length[1]):
            return
        self._buffer = b""
        self.answered += 1
        self.failed += not head.startswith(b"HTTP/1.1 200")
        self.ask()

    def close(self) -> None:
        """Ask no more."""
        assert self._transport is not None
        self._transport.abort()
