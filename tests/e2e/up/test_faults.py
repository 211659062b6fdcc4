"""What callers see while parts of the mesh are killed: nothing, and every request is counted."""

import asyncio
import json
import os
import signal
import time
from pathlib import Path

import httpx2
import psutil
import pytest

from e2e.up.load import Load
from e2e.up.mesh import ECHO
from e2e.up.test_start import free_port

RATE = 500  # requests a second, half of them POST


@pytest.fixture
def shop(mesh):
    """`web` calls two instances of `orders` through a local port that the test uses itself."""
    mesh.port = free_port()
    mesh.up(
        f"""
format: 1
mesh: faults
services:
  web: {{run: {ECHO}, calls: [{{orders: {mesh.port}}}]}}
  orders: {{run: {ECHO}, instances: 2, allow: [web], probe: {{http: /healthz}}, ramp_up: 2s}}
"""
    )
    mesh.url = f"http://127.0.0.1:{mesh.port}/"
    return mesh


async def aside(function, *arguments):
    return await asyncio.to_thread(function, *arguments)


async def test_an_instance_killed_under_load_is_noticed_by_nobody(shop):
    victim = shop.instance("orders-1")
    async with Load(shop.url, RATE) as load:
        await load.answered(RATE)
        killed = time.monotonic()
        os.kill(victim.pid, signal.SIGKILL)
        # The kernel takes its time to close a dead process's connections.
        await aside(shop.until, lambda: not psutil.pid_exists(victim.pid))
        gone = time.monotonic()
        await aside(shop.until, lambda: back(shop, victim))
        returned = time.monotonic()
        # Past the ramp-up, it must have its share again.
        await load.answered(4 * RATE)
        late = time.monotonic()
        await load.answered(2 * RATE)

    assert load.failed("GET") == []
    lost = load.failed("POST")
    assert len(lost) <= load.in_flight(killed, gone, "POST"), lost
    assert all(shot.started <= gone for shot in lost), lost
    # Each is accounted for: it was on a connection to the one that was killed, and no other.
    await aside(shop.until, lambda: len(refused_by_web(shop)) >= len(lost))
    assert refused_by_web(shop) == [("POST", "UC", "orders-1")] * len(lost)
    assert gone - killed < 0.5
    assert load.shares(late)["orders-1"] == pytest.approx(0.5, abs=0.1)
    assert returned - killed < 5


def refused_by_web(mesh) -> list[tuple[str, str, str]]:
    """Method, flags and instance of each request that the caller's proxy answered with a 5xx."""
    log = mesh.folder / ".weft" / "logs" / "access" / "default.web.log"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    return [
        (line["method"], line["flags"], line["instance"])
        for line in lines
        if isinstance(line.get("status"), int) and line["status"] >= 500
    ]


def back(mesh, victim) -> bool:
    now = mesh.instance(victim.id)
    return now.pid not in (None, victim.pid) and now.health == "healthy"


async def test_a_killed_server_is_noticed_by_nobody_and_goes_on_where_it_was(shop):
    envoys = {p.workload: p.pid for p in shop.status().proxies}
    pushes = updates(shop)
    async with Load(shop.url, RATE) as load:
        await load.answered(RATE)
        server = shop.process("server")
        server.send_signal(signal.SIGKILL)
        await aside(server.wait, 5)
        await aside(shop.until, lambda: shop.status().hosts[0].connected)
        await load.answered(2 * RATE)
        assert {p.workload: p.pid for p in shop.status().proxies} == envoys
        assert updates(shop) == pushes, "something that Envoy held was sent again"

        text = shop.file.read_text()
        shop.write(text + "routes: {orders: [{match: {path: /moved}, to: web}, {to: orders}]}\n")
        applied = time.monotonic()
        await aside(shop.weft, "apply")
        await aside(shop.until, lambda: reached(shop, "/moved", "web-1"), 2)
        assert time.monotonic() - applied < 2 + 1  # the command itself takes its time, too

    assert load.failed() == []


UPDATES = r"(lds|cds|rds)\\.(.*\\.)?update_success$|total_listeners_draining$"


def updates(mesh) -> dict[str, dict[str, float]]:
    """For each proxy, how often it took an update of listeners, clusters and routes."""
    return {p.parent.name: _counts(p) for p in sorted(mesh.runtime.glob("*/admin.sock"))}


def _counts(socket: Path) -> dict[str, float]:
    transport = httpx2.HTTPTransport(uds=str(socket))
    with httpx2.Client(transport=transport, base_url="http://envoy") as admin:
        answer = admin.get("/stats", params={"format": "json", "filter": UPDATES})
    return {s["name"]: s["value"] for s in answer.json()["stats"] if "name" in s}


def reached(mesh, path, instance) -> bool:
    called = mesh.json("call", "--from", "web", f"http://orders{path}")
    return called["instance"] == instance


async def test_a_killed_envoy_serves_again_within_half_a_second_also_without_a_server(shop):
    server = shop.process("server")
    await outage_of_envoy(shop)
    # Stopped, not killed: nothing may bring it back while the Envoy starts.
    supervisor = psutil.Process(json.loads((shop.folder / ".weft/up.json").read_bytes())["pid"])
    server.send_signal(signal.SIGSTOP)
    try:
        assert supervisor.is_running()
        await outage_of_envoy(shop)
    finally:
        server.send_signal(signal.SIGCONT)


async def outage_of_envoy(mesh) -> None:
    envoy = next(p for p in mesh.processes() if is_envoy_of(p, "default.web"))
    async with Load(mesh.url, 200) as load:
        await load.answered(100)
        killed = time.monotonic()
        envoy.send_signal(signal.SIGKILL)
        await load.answered(400)
    good_again = min(s.ended for s in load.shots if s.started > killed and not s.failed)
    assert good_again - killed < 0.5, f"{good_again - killed:.3f} s"
    settled = [s for s in load.failed() if s.started > killed + 0.5]
    assert settled == []


def is_envoy_of(process, workload: str) -> bool:
    words = process.cmdline()
    return bool(words) and words[0].endswith("envoy") and any(workload in w for w in words)


async def test_a_killed_agent_is_noticed_by_nobody_and_takes_up_what_runs(shop):
    before = {i.id: i.pid for s in shop.status().services for i in s.instances}
    envoys = {p.pid for p in shop.processes() if p.cmdline()[0].endswith("envoy")}
    async with Load(shop.url, RATE) as load:
        await load.answered(RATE)
        agent = shop.process("agent")
        agent.send_signal(signal.SIGKILL)
        await aside(shop.until, lambda: shop.process("agent").pid != agent.pid)
        await aside(shop.until, lambda: shop.service("orders").health.healthy == 2)
        await load.answered(2 * RATE)

    assert load.failed() == []
    assert {i.id: i.pid for s in shop.status().services for i in s.instances} == before
    assert {p.pid for p in shop.processes() if p.cmdline()[0].endswith("envoy")} == envoys


async def test_a_rolling_restart_under_load_fails_nothing(shop):
    before = {i.id: i.pid for i in shop.service("orders").instances}
    async with Load(shop.url, 200) as load:
        await load.answered(200)
        await aside(shop.weft, "restart", "orders")

        def replaced() -> bool:
            now = shop.service("orders")
            fresh = all(i.pid not in (None, *before.values()) for i in now.instances)
            return fresh and now.health.healthy == 2 and len(now.instances) == 2

        await aside(shop.until, replaced, 40)
        await load.answered(200)

    assert load.failed() == []


async def test_scaling_down_and_up_under_load_fails_nothing(shop):
    async with Load(shop.url, 200) as load:
        for count in (1, 3, 2):
            await aside(shop.weft, "scale", "orders", str(count))
            await aside(
                shop.until,
                lambda count=count: (
                    len(shop.service("orders").instances) == count
                    and shop.service("orders").health.healthy == count
                ),
                30,
            )
            await load.answered(200)

    assert load.failed() == []


async def test_a_hung_app_is_out_within_two_seconds_and_an_alarm_says_so(shop):
    shop.weft("call", "--from", "web", "http://orders/")
    victim = shop.instance("orders-1")
    os.kill(victim.pid, signal.SIGSTOP)
    try:
        took = await aside(shop.until, lambda: shop.instance("orders-1").health == "unhealthy", 5)
        alarms = shop.status().alarms
    finally:
        os.kill(victim.pid, signal.SIGCONT)

    assert took < 3.5
    assert any(a.instance == "orders-1" for a in alarms)
    await aside(shop.until, lambda: shop.instance("orders-1").health == "healthy", 10)
    await aside(shop.until, lambda: not shop.status().alarms, 10)
