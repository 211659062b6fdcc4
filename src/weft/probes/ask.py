"""One question to an app: address, probe -> Result.

    tcp   does it accept a connection? (a hung app still does: its kernel answers)
    http  does it answer GET with a status of 200 to 399?

A small client of its own, because a probe wants what a browser's cousin does
not: a new connection each time, no redirect followed, no proxy asked, no body
waited for. It decides nothing: one answer means little (`threshold`).
"""

import asyncio
import errno
import os
import re
import socket
import time
from contextlib import suppress
from typing import Final
from urllib.parse import quote

from weft.model.catalog import Probe
from weft.model.workload import addresses
from weft.probes.threshold import Result

USER_AGENT: Final = "weft-probe"
LONGEST_OUTPUT: Final = 200
#: An app that is asked closes in its own time; so much of its answer is waited for.
_LARGEST_BODY: Final = 16 * 1024
_BODY_WITHIN_S: Final = 0.2
#: A timer that comes so late says that this process stood still, not the app.
_STALLED_S: Final = 0.5
#: Errors that tell of this host and not of the app.
_OURS: Final = frozenset(
    {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.EADDRNOTAVAIL}
)
_STATUS: Final = re.compile(rb"HTTP/1\.[01] (\d{3})[ \r]")
_LENGTH: Final = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_ERRNO: Final = re.compile(r"\[Errno (\d+)\]")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class _Unexpected(Exception):
    """The app answered, but not as HTTP has it."""


async def ask(probe: Probe, host: str, port: int) -> Result | None:
    """The app's answer; None if this host was the reason that there is none."""
    began = time.monotonic()
    timeout_s = probe.timeout_ms / 1000
    try:
        if probe.kind == "tcp":
            await asyncio.wait_for(_connect(host, port), timeout_s)
            return Result(ok=True, latency_ms=_since(began))
        return await _http(probe.path, host, port, timeout_s)
    except TimeoutError:
        if time.monotonic() - began > timeout_s + _STALLED_S:
            return None
        detail = f"no answer within {probe.timeout_ms} ms"
    except _Unexpected as error:
        detail = str(error)
    except OSError as error:
        number = _errno(error)
        if number in _OURS:
            return None
        detail = _in_words(error, number)
    return Result(ok=False, latency_ms=_since(began), detail=detail)


async def _connect(host: str, port: int) -> None:
    _, writer = await _open(host, port)
    writer.transport.abort()


async def _open(host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the first address of *host* that takes one; the first one's error else."""
    first, *others = addresses(host)
    try:
        return await asyncio.open_connection(first, port)
    except ConnectionRefusedError:
        for each in others:
            with suppress(OSError):
                return await asyncio.open_connection(each, port)
        raise


async def _http(path: str, host: str, port: int, timeout_s: float) -> Result:
    began = time.monotonic()
    writer: asyncio.StreamWriter | None = None
    try:
        async with asyncio.timeout(timeout_s):
            reader, writer = await _open(host, port)
            writer.write(request(path, host, port))
            status, head = await _head(reader)
        latency_ms = _since(began)
        output = readable(await _body(reader, head))
    finally:
        if writer is not None:
            writer.transport.abort()
    if 200 <= status < 400:
        return Result(ok=True, latency_ms=latency_ms, output=output)
    return Result(ok=False, latency_ms=latency_ms, detail=f"status {status}", output=output)


def request(path: str, host: str, port: int) -> bytes:
    """The bytes that ask for *path*; nothing in it can end a line."""
    name = f"[{host}]" if ":" in host else host
    target = quote(path, safe="/?&=%:@!$'()*+,;~-._")
    lines = (
        f"GET {target} HTTP/1.1",
        f"Host: {name}:{port}",
        f"User-Agent: {USER_AGENT}",
        "Accept: */*",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


async def _head(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """The status and the head of the final answer; what comes before it (1xx) is skipped."""
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError as error:
            words = "an answer that is not HTTP" if error.partial else "closed without an answer"
            raise _Unexpected(words) from error
        except asyncio.LimitOverrunError as error:
            raise _Unexpected("the head of the answer is too long") from error
        found = _STATUS.match(head)
        if found is None:
            raise _Unexpected("an answer that is not HTTP")
        status = int(found[1])
        if status >= 200:
            return status, head


async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    """The first of the body, if it comes soon: the status alone is the answer."""
    found = _LENGTH.search(head)
    missing = min(int(found[1]), _LARGEST_BODY) if found else _LARGEST_BODY
    body = bytearray()
    with suppress(TimeoutError, OSError):
        async with asyncio.timeout(_BODY_WITHIN_S):
            while missing and (piece := await reader.read(missing)):
                body += piece
                missing -= len(piece)
    return bytes(body)


def readable(body: bytes) -> str:
    """The first of *body* as one line that is safe to show on a terminal."""
    text = body[: 4 * LONGEST_OUTPUT].decode("utf-8", "replace")
    return _CONTROL.sub(" ", text).strip()[:LONGEST_OUTPUT]


def _errno(error: OSError) -> int | None:
    """The number of *error*; asyncio hides it when a name has several addresses."""
    if error.errno is not None and not isinstance(error, socket.gaierror):
        return error.errno
    found = _ERRNO.search(str(error))
    return int(found[1]) if found and not isinstance(error, socket.gaierror) else None


def _in_words(error: OSError, number: int | None) -> str:
    if isinstance(error, socket.gaierror):
        return "its host name is not known"
    if number is None:
        return "connection failed"
    return os.strerror(number).lower()


def _since(began: float) -> float:
    return (time.monotonic() - began) * 1000
