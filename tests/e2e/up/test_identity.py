"""Who may talk to whom, at the inbound ports of a running mesh."""

import socket
import ssl
import time

import pytest

from e2e.up.load import Load
from e2e.up.mesh import ECHO
from e2e.up.test_start import free_port


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.up(
        f"""
format: 1
mesh: guarded
services:
  web: {{run: {ECHO}, calls: [orders, stock]}}
  orders: {{run: {ECHO}, calls: [stock], allow: [web]}}
  stock: {{run: {ECHO}, calls: [], allow: [orders]}}
  open: {{run: {ECHO}, calls: []}}
"""
    )
    return module_mesh


def test_plaintext_to_an_inbound_port_is_refused(shop):
    for service in shop.status().services:
        for instance in service.instances:
            with socket.create_connection((instance.address, instance.port), timeout=5) as raw:
                raw.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
                try:
                    answer = raw.recv(100)
                except ConnectionError:
                    answer = b""
            assert not answer.startswith(b"HTTP"), instance.id


def test_a_caller_without_a_certificate_is_refused(shop):
    instance = shop.instance("open-1")
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection((instance.address, instance.port), timeout=5) as raw,
        context.wrap_socket(raw, server_hostname="open") as tls,
        pytest.raises((ssl.SSLError, ConnectionError)),
    ):
        tls.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        if tls.recv(100) == b"":
            raise ConnectionResetError  # closed without a word is a refusal, too


def test_another_services_certificate_is_refused_where_allow_forbids_it(shop):
    allowed = shop.json("call", "--from", "orders", "http://stock/")
    forbidden = shop.weft("call", "--from", "web", "http://stock/", "-o", "json", check=False)

    assert allowed["status"] == 200
    assert forbidden.returncode == 1
    assert "503" in forbidden.stdout


def test_a_proxy_knows_only_what_its_service_calls(shop):
    unknown = shop.weft("call", "--from", "stock", "http://orders/", check=False)

    assert unknown.returncode in (0, 1)
    assert "orders" in unknown.stdout
    assert "200 as" not in unknown.stdout


def test_certs_shows_identities_serials_and_time_left(shop):
    certificates = shop.json("certs")

    identities = {c["identity"] for c in certificates}
    assert "spiffe://guarded/ns/default/service/orders" in identities
    assert all(0 < c["left_s"] <= 3600 for c in certificates)
    assert len({c["serial"] for c in certificates}) == len(certificates)
    table = shop.weft("certs").stdout
    assert "IDENTITY" in table
    assert "spiffe://guarded/ns/default/service/web" in table


async def test_short_certificates_are_renewed_under_load_without_a_failure(mesh):
    """Half a minute here; `make test-long` does it for five."""
    await renew_under_load(mesh, seconds=45)


async def renew_under_load(mesh, seconds: float) -> None:
    port = free_port()
    mesh.up(
        f"""
format: 1
mesh: brief
identity: {{certificate_life: 20s}}
services:
  web: {{run: {ECHO}, calls: [{{orders: {port}}}]}}
  orders: {{run: {ECHO}, instances: 2, allow: [web]}}
"""
    )
    serials: set[str] = set()
    ends = time.monotonic() + seconds
    async with Load(f"http://127.0.0.1:{port}/", 200) as load:
        while time.monotonic() < ends:
            await load.answered(200)
            found = [c for c in mesh.client.certificates() if c.workload == "default.orders"]
            serials |= {c.serial for c in found}
            assert all(c.left_s > 0 for c in found)

    assert load.failed() == []
    assert len(serials) >= seconds / 20
