"""Nothing is open that need not be."""

import ipaddress
import os
import stat

import httpx2
import psutil
import pytest

from e2e.up.ask import free_ports
from e2e.up.mesh import ECHO

GATEWAY, ORDERS = free_ports(2)


@pytest.fixture(scope="module")
def shop(module_mesh):
    (module_mesh.folder / "key.txt").write_text("secret")
    module_mesh.up(
        f"""
format: 1
mesh: closed
services:
  web: {{run: {ECHO}, calls: [{{orders: {ORDERS}}}], config: {{key: {{secret: ./key.txt}}}}}}
  orders: {{run: {ECHO}, instances: 2}}
gateways:
  public: {{listen: "127.0.0.1:{GATEWAY}", rules: [{{to: web}}]}}
"""
    )
    return module_mesh


def listening(shop) -> dict[int, tuple[str, psutil.Process]]:
    """Each TCP port that a process of the mesh listens on."""
    return {
        one.laddr.port: (one.laddr.ip, process)
        for process in shop.processes()
        for one in process.net_connections("tcp")
        if one.status == psutil.CONN_LISTEN
    }


def test_every_listening_port_is_on_loopback_and_accounted_for(shop):
    found = listening(shop)
    status = shop.status()
    instances = [i for s in status.services for i in s.instances]
    proxied = shop.app("web-1", "/environment").json()

    assert all(ipaddress.ip_address(ip).is_loopback for ip, _ in found.values()), found
    known = {
        httpx2.URL(status.url).port: "the API",
        GATEWAY: "the gateway",
        ORDERS: "the port of web that leads to orders",
        httpx2.URL(proxied["http_proxy"]).port: "the forward proxy of web",
    }
    known |= {i.port: f"inbound of {i.id}" for i in instances}
    known |= {i.app_port: f"the app of {i.id}" for i in instances}
    # What `orders`, which names no callees, has towards web, and its own forward proxy.
    others = shop.app("orders-1", "/environment").json()
    known |= {int(others["WEB_PORT"]): "to web", httpx2.URL(others["http_proxy"]).port: "forward"}
    assert {
        port: process.cmdline()[:3] for port, (_, process) in found.items() if port not in known
    } == {}


def test_no_port_answers_as_an_envoys_admin(shop):
    for port, (ip, _) in listening(shop).items():
        for path in ("/config_dump", "/quitquitquit"):
            try:
                reply = httpx2.post(f"http://{ip}:{port}{path}", trust_env=False, timeout=2)
            except httpx2.HTTPError:
                continue  # TLS, or nothing that speaks HTTP
            assert "configs" not in reply.text
            assert not reply.text.startswith("OK")
    assert all(proxy.connected for proxy in shop.status().proxies)


def mode(path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_keys_tokens_and_sockets_are_their_owners_alone(shop):
    state = shop.folder / ".weft"

    assert mode(state) == 0o700
    assert mode(shop.runtime) == 0o700
    assert mode(shop.runtime.parent) == 0o700
    assert mode(state / "token") == 0o600
    assert mode(state / "server/ca.key") == 0o600
    configs = [p for p in (state / "config").rglob("*.json") if p.is_file()]
    assert configs
    assert {mode(p) for p in configs} == {0o600}
    sockets = [p for p in shop.runtime.rglob("*") if p.is_socket()]
    assert {p.name for p in sockets} >= {"agents.sock", "xds.sock", "admin.sock", "call.sock"}
    assert [(p, oct(mode(p))) for p in sockets if mode(p) & 0o077] == []
    assert {p.lstat().st_uid for p in state.rglob("*")} == {os.getuid()}


def test_no_private_key_but_the_roots_is_on_disk(shop):
    files = [p for p in shop.folder.rglob("*") if p.is_file()]
    keys = [p.name for p in files if b"PRIVATE KEY" in p.read_bytes()]

    assert keys == ["ca.key"]


def test_the_token_is_on_no_command_line_and_in_no_log(shop):
    token = (shop.folder / ".weft/token").read_text().strip()
    words = [word for process in shop.processes() for word in process.cmdline()]
    logs = [p for p in (shop.folder / ".weft").rglob("*.log") if p.is_file()]

    assert all(token not in word for word in words)
    assert all(token not in log.read_text(errors="replace") for log in logs)
    assert all(
        token not in " ".join(f"{k}={v}" for k, v in process.environ().items())
        for process in shop.processes()
    )


@pytest.mark.parametrize(
    "path", ["/", "/v1/status", "/v1/events", "/metrics", "/v1/documents", "/v1/certificates"]
)
def test_the_api_answers_nobody_without_the_token_nor_under_another_host(shop, path):
    url = shop.status().url
    token = (shop.folder / ".weft/token").read_text().strip()
    bearer = {"authorization": f"Bearer {token}"}

    bare = httpx2.get(url + path, trust_env=False)
    wrong = httpx2.get(url + path, trust_env=False, headers={"authorization": "Bearer x"})
    rebound = httpx2.get(url + path, trust_env=False, headers={**bearer, "host": "evil.example"})

    assert {bare.status_code, wrong.status_code} == {401}
    assert rebound.status_code in (403, 421)


def test_a_login_link_works_once_and_its_cookie_only_reads(shop):
    url, link = shop.status().url, shop.client.login_link().url
    with httpx2.Client(trust_env=False, base_url=url) as browser:
        first = browser.get(link)
        assert first.status_code == 303
        assert "HttpOnly" in first.headers["set-cookie"]
        assert browser.get("/v1/status").status_code == 200
        scale = browser.post("/v1/services/default/orders/scale", json={"instances": 0})
        assert scale.status_code in (401, 403)
    assert httpx2.get(link, trust_env=False).status_code == 401
    assert shop.service("orders").health.healthy == 2
