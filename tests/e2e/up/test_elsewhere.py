"""A service that somebody else runs: it gets a proxy, an identity and a probe all the same."""

import socket
import subprocess
import time

import httpx2
import pytest

from e2e.up.ask import ask, ask_often, free_ports
from e2e.up.mesh import APPS, ECHO, PYTHON, plain_environment

APP, LEGACY = free_ports(2)


class Elsewhere:
    """An app that the test runs itself, as an init system would."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        argv = [PYTHON, str(APPS / "echo.py"), str(APP)]
        self.process = subprocess.Popen(argv, env=plain_environment())
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline:
            try:
                httpx2.get(f"http://127.0.0.1:{APP}/healthz", trust_env=False)
            except httpx2.HTTPError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError("the app does not answer")

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture(scope="module")
def legacy():
    app = Elsewhere()
    app.start()
    yield app
    app.end()


@pytest.fixture(scope="module")
def mesh(module_mesh, legacy):
    probe = "{http: /healthz, every: 200ms}"
    module_mesh.up(
        f"""
format: 1
mesh: elsewhere
services:
  web: {{run: {ECHO}, calls: [{{legacy: {LEGACY}}}]}}
  legacy: {{address: "127.0.0.1:{APP}", probe: {probe}, allow: [web], labels: {{by: systemd}}}}
  stranger: {{run: {ECHO}, calls: [legacy]}}
"""
    )
    return module_mesh


def test_calls_reach_it_through_two_proxies_with_an_identity_of_its_own(mesh):
    found = mesh.instance("legacy-1")

    assert ask(LEGACY, "/hello").status == 200
    assert (found.pid, found.app_port, found.labels) == (None, APP, {"by": "systemd"})
    identities = {c.identity for c in mesh.client.certificates()}
    assert "spiffe://elsewhere/ns/default/service/legacy" in identities
    assert mesh.json("call", "--from", "web", "http://legacy/")["status"] == 200
    forbidden = mesh.weft("call", "--from", "stranger", "http://legacy/", check=False)
    assert forbidden.returncode == 1


def test_its_inbound_port_refuses_plaintext(mesh):
    found = mesh.instance("legacy-1")
    with socket.create_connection((found.address, found.port), timeout=5) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nhost: legacy\r\n\r\n")
        try:
            answer = raw.recv(100)
        except ConnectionError:
            answer = b""

    assert not answer.startswith(b"HTTP")


def test_its_death_and_its_return_are_seen_by_the_probe(mesh, legacy):
    legacy.end()
    mesh.until(lambda: mesh.health("legacy-1") == "unhealthy", 5)
    assert ask(LEGACY).status == 503
    mesh.until(lambda: any(a.instance == "legacy-1" for a in mesh.status().alarms))

    legacy.start()
    mesh.until(lambda: mesh.health("legacy-1") == "healthy", 15)
    mesh.until(lambda: {answer.status for answer in ask_often(10, LEGACY)} == {200})
    mesh.until(lambda: not mesh.status().alarms)


def test_weft_down_leaves_it_alone(mesh, legacy):
    mesh.weft("down")
    try:
        assert legacy.process.poll() is None
        assert ask(APP).status == 200
    finally:
        mesh.up()
    assert ask(LEGACY).status == 200
