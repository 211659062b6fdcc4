"""A backend that costs next to nothing: an Envoy that answers each port with its own number."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from mesh import wait_for

from weft.envoy.binary import envoy_path

FLAGS = ("--concurrency", "1", "--disable-hot-restart", "-l", "error")


@contextmanager
def envoy(config: dict[str, object], folder: Path, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """An Envoy with a static *config* for as long as the block lasts."""
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(config))
    process = subprocess.Popen([str(envoy_path()), "-c", str(path), *FLAGS])
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def backend(folder: Path, ports: list[int]) -> Iterator[subprocess.Popen[bytes]]:
    """An Envoy that answers on *ports*."""
    listeners = [_listener(port) for port in ports]
    with envoy({"static_resources": {"listeners": listeners}}, folder, "backend") as process:
        for port in ports:
            wait_for(port)
        yield process


def listener(port: int, filters: list[object], **chain: object) -> dict[str, object]:
    """A listener on loopback with one chain of network filters."""
    return {
        "name": str(port),
        "address": {"socket_address": {"address": "127.0.0.1", "port_value": port}},
        "filter_chains": [{"filters": filters, **chain}],
    }


def http_manager(route: dict[str, object], **more: object) -> dict[str, object]:
    """An HTTP connection manager that does *route* with every request."""
    return {
        "name": "http",
        "typed_config": {
            "@type": kind("filters.network.http_connection_manager.v3", "HttpConnectionManager"),
            "stat_prefix": "http",
            "http_filters": [router()],
            "route_config": {
                "virtual_hosts": [
                    {
                        "name": "all",
                        "domains": ["*"],
                        "routes": [{"match": {"prefix": "/"}, **route}],
                    }
                ]
            },
            **more,
        },
    }


def router() -> dict[str, object]:
    """The last HTTP filter."""
    return {"name": "router", "typed_config": {"@type": kind("filters.http.router.v3", "Router")}}


def kind(package: str, name: str) -> str:
    """The type of an extension's configuration."""
    return f"type.googleapis.com/envoy.extensions.{package}.{name}"


def _listener(port: int) -> dict[str, object]:
    said = {"direct_response": {"status": 200, "body": {"inline_string": str(port)}}}
    return listener(port, [http_manager(said)])
