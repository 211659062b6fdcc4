"""Probes and what follows from them: less traffic, none, alarms, and the way back."""

import json
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from e2e.up.ask import ask_often, free_port, instances
from e2e.up.mesh import ECHO

ALARM = "instance/default/orders/orders-1"


class Webhook(ThreadingHTTPServer):
    """Keeps every notice that it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.notices: list[dict] = []


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.notices.append(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def webhook():
    server = Webhook()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def shop(module_mesh, webhook):
    module_mesh.port = free_port()
    probe = "{http: /healthz, every: 200ms, slower_than: 150ms, timeout: 2s}"
    module_mesh.up(
        f"""
format: 1
mesh: wards
alarms:
  - {{webhook: "http://127.0.0.1:{webhook.server_port}/hook?secret=1"}}
  - {{command: [sh, -c, "cat >> {module_mesh.folder}/alarms; echo >> {module_mesh.folder}/alarms"]}}
services:
  web: {{run: {ECHO}, calls: [{{orders: {module_mesh.port}}}]}}
  orders: {{run: {ECHO}, instances: 2, balance: round-robin, ramp_up: 0s, probe: {probe}}}
"""
    )
    return module_mesh


def share(shop, instance: str) -> float:
    answers = ask_often(200, shop.port)
    assert {answer.status for answer in answers} == {200}
    return instances(answers)[instance] / len(answers)


def commanded(shop) -> list[dict]:
    path = shop.folder / "alarms"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def of(notices: list[dict], alarm: str) -> list[str]:
    return [notice["event"] for notice in notices if notice["alarm"]["id"] == alarm]


def test_a_slow_instance_is_degraded_gets_less_and_then_its_share_again(shop):
    assert share(shop, "orders-2") == pytest.approx(0.5, abs=0.05)

    shop.control("orders-2", lag=0.3)
    shop.until(lambda: shop.health("orders-2") == "degraded")
    assert "longer than 150 ms" in shop.instance("orders-2").reason
    assert 0 < share(shop, "orders-2") < 0.2

    shop.control("orders-2", lag=0)
    shop.until(lambda: shop.health("orders-2") == "healthy")
    shop.until(lambda: 0.4 < share(shop, "orders-2") < 0.6)


def test_an_instance_whose_path_fails_gets_nothing_and_alarms_go_out_once_each(shop, webhook):
    shop.control("orders-1", healthz=500)
    shop.until(lambda: shop.health("orders-1") == "unhealthy")
    assert "500" in shop.instance("orders-1").reason
    assert share(shop, "orders-1") == 0
    shop.until(lambda: of(webhook.notices, ALARM) == ["raised"])
    shop.until(lambda: of(commanded(shop), ALARM) == ["raised"])
    status = shop.weft("status", check=False)
    assert status.returncode == 1
    assert "orders-1 is unhealthy" in status.stdout

    shop.control("orders-1", healthz=200)
    shop.until(lambda: shop.health("orders-1") == "healthy")
    shop.until(lambda: of(webhook.notices, ALARM) == ["raised", "resolved"])
    shop.until(lambda: of(commanded(shop), ALARM) == ["raised", "resolved"])
    shop.until(lambda: 0.4 < share(shop, "orders-1") < 0.6)

    assert Counter(n["mesh"] for n in webhook.notices) == {"wards": len(webhook.notices)}
    logged = (shop.folder / ".weft/server/server.log").read_text()
    assert "alarm raised" in logged
    assert "alarm resolved" in logged
    assert "secret=1" not in logged, "a webhook's query often is its secret"


def test_when_nobody_is_well_the_service_itself_is_an_alarm(shop, webhook):
    for name in ("orders-1", "orders-2"):
        shop.control(name, healthz=500)
    shop.until(lambda: of(webhook.notices, "service/default/orders")[-1:] == ["raised"])
    assert {answer.status for answer in ask_often(5, shop.port)} == {503}
    assert any(a.severity == "critical" for a in shop.status().alarms)

    for name in ("orders-1", "orders-2"):
        shop.control(name, healthz=200)
    shop.until(lambda: of(webhook.notices, "service/default/orders")[-1:] == ["resolved"], 20)
    shop.until(lambda: not shop.status().alarms)
    shop.until(lambda: {answer.status for answer in ask_often(5, shop.port)} == {200})
