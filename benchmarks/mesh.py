"""A mesh for a measurement: started by the command, in a folder of its own, gone afterwards."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

WEFT = (sys.executable, "-m", "weft.cli")
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}


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


def weft(folder: Path, *arguments: str) -> str:
    """Run one command of weft; what it printed."""
    done = subprocess.run(
        [*WEFT, *arguments], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return done.stdout


@contextmanager
def mesh(text: str, *, start: bool = True) -> Iterator[Path]:
    """The folder of a mesh of *text*; whatever was started in it is stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="weft-bench-") as name:
        folder = Path(name)
        (folder / "mesh.yaml").write_text(text)
        try:
            if start:
                weft(folder, "up", "--detach")
            yield folder
        finally:
            weft(folder, "down")


def answer(port: int, path: str = "/") -> tuple[int, str]:
    """Status and body of one request; status 0 if nobody listens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        reply = connection.getresponse()
        return reply.status, reply.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()


def wait_for(port: int, body: str | None = None, seconds: float = 30) -> None:
    """Until a request is answered with 200 (and *body*)."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        status, said = answer(port)
        if status == 200 and body in (None, said):
            return
        time.sleep(0.001)
    raise TimeoutError(f"port {port} does not answer")
