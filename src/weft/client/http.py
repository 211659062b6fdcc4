"""HTTP to the server: a method, a path and a body become bytes, events or an error.

    Connection(url, token).send("POST", "/v1/apply", body)  ->  bytes

Refuses to know what is said. Plain `http.client`, because a command line pays for
every import; no proxy of the environment is asked, because the server is on
loopback and the environment of a mesh is full of proxies.
"""

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import msgspec

from weft.api.agent import refused
from weft.api.shapes import Failure
from weft.errors import WeftError

_OK: Final = range(200, 300)


class ServerUnreachable(WeftError):
    """Nobody answers at the server's address."""

    code = "server-unreachable"
    exit_code = 3

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"the server at {url} does not answer",
            why=why,
            fix="start the mesh with `weft up`, or look into .weft/server/server.log",
        )


class BadAnswer(WeftError):
    """Somebody answers, but not as the server does."""

    code = "bad-answer"


@dataclass(frozen=True)
class ServerSentEvent:
    """One event of a stream."""

    event: str
    data: str
    id: str = ""


class Connection:
    """The way to one server; every request has a connection of its own and *timeout*."""

    def __init__(self, url: str, token: str, *, timeout: float) -> None:
        self.url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self._timeout = timeout

    def send(self, method: str, path: str, body: bytes | None = None) -> bytes:
        """The answer's body; raises the server's error, or ServerUnreachable."""
        connection, response = self._open(method, path, body, {})
        try:
            data = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise ServerUnreachable(self.url, _words(error)) from error
        finally:
            connection.close()
        if response.status not in _OK:
            raise _failure(response.status, data)
        return data

    def stream(self, path: str, *, since: str = "") -> Iterator[ServerSentEvent]:
        """Server-sent events, until the server or the caller ends it."""
        headers = {"Accept": "text/event-stream"}
        if since:
            headers["Last-Event-ID"] = since
        connection, response = self._open("GET", path, None, headers)
        try:
            if response.status not in _OK:
                raise _failure(response.status, response.read())
            yield from parse_events(iter(response.readline, b""))
        except (OSError, http.client.HTTPException) as error:
            raise ServerUnreachable(self.url, _words(error)) from error
        finally:
            connection.close()

    def _open(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        parts = urlsplit(self.url)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(parts.hostname or "localhost", parts.port, timeout=self._timeout)
        content = {"Content-Type": "application/json"} if body is not None else {}
        try:
            connection.request(method, path, body, {**self._headers, **content, **headers})
            return connection, connection.getresponse()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise ServerUnreachable(self.url, _words(error)) from error


def parse_events(lines: Iterator[bytes]) -> Iterator[ServerSentEvent]:
    """The events in the lines of a `text/event-stream`; comments and unknown fields are skipped."""
    fields: dict[str, list[str]] = {}
    for raw in lines:
        line = raw.decode("utf-8", "replace").rstrip("\r\n")
        if line:
            name, _, value = line.partition(":")
            fields.setdefault(name, []).append(value.removeprefix(" "))
        elif fields:
            if "data" in fields:
                yield ServerSentEvent(
                    event=fields.get("event", ["message"])[-1],
                    data="\n".join(fields["data"]),
                    id=fields.get("id", [""])[-1],
                )
            fields = {}


def _failure(status: int, data: bytes) -> WeftError:
    try:
        problem = msgspec.json.decode(data, type=Failure).error
    except msgspec.MsgspecError:
        return BadAnswer(f"the server answered with status {status}", why=str(data[:200]))
    return refused(problem.code, problem.what, problem.why, problem.fix)


def _words(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    return str(error) or type(error).__name__
