"""HTTP/1.1 requests over a Unix socket: method, path -> status and body.

As much of HTTP as Envoy's admin endpoint speaks: one request a connection,
bodies with a length, in chunks, or up to the end. Knows no admin path;
weft.envoy.admin does. (A whole HTTP client would cost each agent more to import
than all of Envoy's API.)
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# config_dump of a large proxy takes some megabytes; a broken peer must not take all memory.
_LARGEST_BODY = 256 * 1024 * 1024
_LARGEST_LINE = 64 * 1024


class BadAnswer(Exception):
    """What came back is not an HTTP/1.1 answer."""


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def request(
    socket: Path, method: str, target: str, headers: Mapping[str, str] | None = None
) -> Answer:
    """One request on a connection of its own; OSError or BadAnswer if that fails."""
    reader, writer = await asyncio.open_unix_connection(str(socket), limit=_LARGEST_LINE)
    try:
        writer.write(_head(method, target, headers or {}))
        await writer.drain()
        return await _answer(reader)
    except (EOFError, asyncio.LimitOverrunError, ValueError) as error:
        # Closed too early; a line without an end; not a number where there must be one.
        raise BadAnswer(str(error) or "the connection was closed") from error
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def _head(method: str, target: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", "host: envoy", "connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if method == "POST":
        lines.append("content-length: 0")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _answer(reader: asyncio.StreamReader) -> Answer:
    version, _, rest = (await _line(reader)).partition(" ")
    if not version.startswith("HTTP/1."):
        raise BadAnswer(f"it begins with {version!r}")
    status = int(rest.split(" ", 1)[0])
    headers: dict[str, str] = {}
    while line := await _line(reader):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Answer(status, headers, await _body(reader, headers))


async def _line(reader: asyncio.StreamReader) -> str:
    return (await reader.readuntil(b"\r\n")).decode("latin-1")[:-2]


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return await _chunks(reader)
    if "content-length" in headers:
        return await reader.readexactly(_size(int(headers["content-length"])))
    body = bytearray()
    while part := await reader.read(_LARGEST_LINE):
        body += part
        _size(len(body))
    return bytes(body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = bytearray()
    while size := int((await _line(reader)).partition(";")[0], 16):
        _size(len(body) + size)
        body += await reader.readexactly(size)
        await _line(reader)
    while await _line(reader):  # trailers
        pass
    return bytes(body)


def _size(size: int) -> int:
    if not 0 <= size <= _LARGEST_BODY:
        raise BadAnswer(f"a body of {size} bytes")
    return size
