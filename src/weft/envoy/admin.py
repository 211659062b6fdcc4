"""A running Envoy's admin endpoint on its Unix socket -> typed answers.

    Admin(socket).stats(...)  ->  [MetricFamily]

Asks and orders, and knows nothing of what the numbers mean. Envoy is ended by
signals to its process, so there is no `quit` here.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

from google.protobuf.message import DecodeError

from weft.envoy.admin_http import Answer, BadAnswer, request
from weft.envoy.api.io.prometheus.client.metrics_pb2 import MetricFamily
from weft.errors import WeftError

# Envoy answers in protobuf to exactly this; parsing it costs a tenth of the JSON form.
_PROTOBUF = (
    "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"
)
_TIMEOUT_S = 5.0
_OK = 200


class AdminUnreachable(WeftError):
    """Nobody answers on the admin socket."""

    code: ClassVar[str] = "envoy-admin-unreachable"

    def __init__(self, socket: Path, why: str) -> None:
        super().__init__(
            f"Envoy does not answer on {socket}",
            why=why,
            fix="see whether its process runs, and what its log says last",
        )


class AdminRefused(WeftError):
    """Envoy answered, but not with what was asked for."""

    code: ClassVar[str] = "envoy-admin-refused"


class Admin:
    """Envoy's admin endpoint on *socket*. Each call has its own connection and *timeout*."""

    def __init__(self, socket: Path, *, timeout: float = _TIMEOUT_S) -> None:
        self._socket = socket
        self._timeout = timeout

    async def ready(self) -> bool:
        """Whether Envoy serves; false also while its socket is not there yet."""
        try:
            answer = await self._send("GET", "/ready")
        except AdminUnreachable:
            return False
        return answer.status == _OK

    async def stats(self, pattern: str = "", *, used_only: bool = True) -> list[MetricFamily]:
        """Envoy's metrics whose own name (`cluster.orders.upstream_rq_total`) fits *pattern*.

        *used_only* leaves out those that were never touched.
        """
        query = {"usedonly": ""} if used_only else {}
        if pattern:
            query["filter"] = pattern
        answer = await self._get("/stats/prometheus", query, {"accept": _PROTOBUF})
        if "protobuf" not in answer.headers.get("content-type", ""):
            raise AdminRefused(
                "Envoy sent its metrics as text",
                why="this Envoy does not know the protobuf form",
                fix="use the Envoy that Weft was tested with",
            )
        try:
            return list(_delimited(answer.body))
        except (DecodeError, IndexError) as error:
            raise AdminRefused("Envoy's metrics cannot be read", why=str(error)) from error

    async def config_dump(self, resource: str = "", *, endpoints: bool = False) -> dict[str, Any]:
        """What Envoy holds; secrets are redacted by Envoy itself.

        *resource* picks one list, such as `dynamic_active_clusters`; *endpoints*
        adds those of EDS to the whole dump.
        """
        query = {"resource": resource} if resource else {}
        if endpoints:
            query["include_eds"] = ""
        return await self._json("/config_dump", query)

    async def clusters(self) -> dict[str, Any]:
        """Each cluster with its hosts: health, weight, counters."""
        return await self._json("/clusters", {"format": "json"})

    async def server_info(self) -> dict[str, Any]:
        """Version, state, uptime, command line."""
        return await self._json("/server_info", {})

    async def reopen_logs(self) -> None:
        """Open the log files again by their names, after somebody renamed them."""
        await self._post("/reopen_logs", {})

    async def drain_listeners(self, *, graceful: bool = True, inbound_only: bool = False) -> None:
        """Close the listeners; *graceful* first lets connections end, for the drain time."""
        query = {"graceful": ""} if graceful else {}
        if inbound_only:
            query["inboundonly"] = ""
        await self._post("/drain_listeners", query)

    async def _json(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        answer = await self._get(path, query, {})
        try:
            value: dict[str, Any] = json.loads(answer.body)
        except ValueError as error:
            raise AdminRefused(f"Envoy's answer to {path} is no JSON", why=str(error)) from error
        return value

    async def _get(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        return _expect_ok(path, await self._send("GET", _target(path, query), headers))

    async def _post(self, path: str, query: dict[str, str]) -> None:
        _expect_ok(path, await self._send("POST", _target(path, query)))

    async def _send(
        self, method: str, target: str, headers: dict[str, str] | None = None
    ) -> Answer:
        try:
            async with asyncio.timeout(self._timeout):
                return await request(self._socket, method, target, headers)
        except TimeoutError:
            why = f"no answer within {self._timeout:g} s"
            raise AdminUnreachable(self._socket, why) from None
        except (OSError, BadAnswer) as error:
            raise AdminUnreachable(self._socket, str(error)) from error


def _target(path: str, query: dict[str, str]) -> str:
    # Envoy knows some parameters by their mere presence: `graceful`, not `graceful=`.
    bare = [name for name, value in query.items() if not value]
    valued = urlencode({name: value for name, value in query.items() if value})
    joined = "&".join([*bare, *([valued] if valued else [])])
    return f"{path}?{joined}" if joined else path


def _expect_ok(path: str, answer: Answer) -> Answer:
    if answer.status == _OK:
        return answer
    said = answer.body[:500].decode(errors="replace").strip()
    raise AdminRefused(f"Envoy answered {path} with status {answer.status}", why=said)


def _delimited(body: bytes) -> Iterator[MetricFamily]:
    """Messages, each behind its length as a varint."""
    position = 0
    while position < len(body):
        length = shift = 0
        while True:
            byte = body[position]
            position += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield MetricFamily.FromString(body[position : position + length])
        position += length
