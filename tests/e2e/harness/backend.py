"""Apps for tests, inside the test's own process: their misbehaviour is an attribute.

Raw on purpose: an app that closes a connection in the middle of a request, or
never answers, is hard to get out of a web framework.
"""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field


@dataclass
class Request:
    method: str
    path: str
    headers: dict  # by lower-case name
    body: bytes = b""
    spelt: tuple = ()  # the names as they came


@dataclass(eq=False)
class Backend:
    """One app: what it got, and how it answers."""

    name: str = ""
    status: int = 200
    delay: float = 0.0
    close: bool = False  # read the request, then close without an answer
    garbage: bool = False  # answer with what is no HTTP
    port: int = 0
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    _server: asyncio.Server | None = None
    _open: set = field(default_factory=set)

    async def start(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def stop(self):
        """As a process that is killed: the port closes, and so does every connection."""
        if self._server is None:
            return
        self._server.close()
        for writer in tuple(self._open):
            writer.transport.abort()
        await self._server.wait_closed()
        self._server = None

    def heal(self):
        self.status, self.delay, self.close, self.garbage = 200, 0.0, False, False
        self.requests.clear()

    async def _serve(self, reader, writer):
        self.connections += 1
        self._open.add(writer)
        try:
            while request := await read_request(reader):
                self.requests.append(request)
                if not await self._answer(request, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, request, writer):
        await asyncio.sleep(self.delay)
        if self.close:
            return False
        if self.garbage:
            writer.write(b"SSH-2.0-not-http\r\n")
            await writer.drain()
            return False
        said = {"app": self.name, "method": request.method, "path": request.path}
        body = json.dumps({**said, "headers": request.headers, "body": len(request.body)}).encode()
        head = f"HTTP/1.1 {self.status} X\r\ncontent-length: {len(body)}\r\nserver: app\r\n\r\n"
        writer.write(head.encode() + (b"" if request.method == "HEAD" else body))
        await writer.drain()
        return True


async def read_request(reader):
    """The next request of a connection; None at its end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    method, path, _ = first.split(" ")
    spelt = dict(line.split(": ", 1) for line in lines)
    headers = {name.lower(): value for name, value in spelt.items()}
    body = b""
    if "content-length" in headers:
        body = await reader.readexactly(int(headers["content-length"]))
    elif headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readuntil(b"\r\n"), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
    return Request(method, path, headers, body, tuple(spelt))
