"""Requests of a test that stands where an app would: at its proxy's local port."""

import json
import socket
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def free_ports(count: int) -> list[int]:
    """Different ports: all are held until the last one is known."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


@dataclass(frozen=True)
class Answer:
    status: int
    instance: str
    version: str
    text: str
    headers: Mapping[str, str]


def ask(port: int, path: str = "/", method: str = "GET", **headers: str) -> Answer:
    """One request; underscores in a header's name stand for dashes."""
    return ask_often(1, port, path, method, **headers)[0]


def ask_often(
    count: int, port: int, path: str = "/", method: str = "GET", **headers: str
) -> list[Answer]:
    """So many requests, one after another on one connection."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        return [_asked(connection, method, path, named) for _ in range(count)]


def instances(answers: list[Answer]) -> Counter[str]:
    return Counter(answer.instance for answer in answers)


def _asked(connection: HTTPConnection, method: str, path: str, headers: dict[str, str]) -> Answer:
    connection.request(method, path, headers=headers)
    return _answer(connection.getresponse())


def _answer(reply: HTTPResponse) -> Answer:
    text = reply.read().decode()
    said = json.loads(text) if text.startswith("{") else {}
    return Answer(
        reply.status,
        said.get("instance") or "",
        said.get("version") or "",
        text,
        {name.lower(): value for name, value in reply.getheaders()},
    )
