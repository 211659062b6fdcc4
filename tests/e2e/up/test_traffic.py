"""Where requests go and where they stop, seen by an app's client at its proxy."""

import asyncio
import os
import signal
import time
from collections import Counter

import aiohttp
import pytest

from e2e.up.ask import ask, ask_often, free_ports, instances
from e2e.up.load import Load
from e2e.up.mesh import ECHO

CALLEES = ("slow", "narrow", "flaky", "ramp", "algo", "wide", "main", "canary", "shop")
PORTS = dict(zip((*CALLEES, "public", "other"), free_ports(len(CALLEES) + 2), strict=True))

ROUTES = """
routes:
  canary: [{to: {canary@v1: 1, canary@v2: 0}}]
  shop:
    - {match: {headers: {x-beta: "1"}}, to: canary@v2}
    - {match: {path: {exact: /exact}}, to: canary@v1}
    - {match: {path: {regex: "/o/[0-9]+"}}, to: canary@v2}
    - {match: {path: /shop/deep}, to: canary@v2}
    - {match: {path: /shop}, to: canary@v1}
    - {match: {method: DELETE}, to: canary@v2}
    - {to: shop}
"""


def text(balance: str = "least-request", routes: str = ROUTES) -> str:
    calls = ", ".join(f"{{{name}: {PORTS[name]}}}" for name in CALLEES)
    return f"""
format: 1
mesh: traffic
services:
  web: {{run: {ECHO}, calls: [{calls}]}}
  slow: {{run: {ECHO}, timeout: 300ms}}
  narrow: {{run: {ECHO}, breaker: {{connections: 1, pending: 1, requests: 1}}}}
  flaky:
    run: {ECHO}
    instances: 2
    balance: round-robin
    retry: {{attempts: 0}}
    eject: {{after: 3, for: 1s}}
    ramp_up: 0s
  ramp: {{run: {ECHO}, instances: 2, balance: round-robin, ramp_up: 6s}}
  algo: {{run: {ECHO}, instances: 2, balance: {balance}}}
  wide:
    balance: round-robin
    versions: {{big: {{run: {ECHO}, weight: 300}}, small: {{run: {ECHO}}}}}
  main: {{run: {ECHO}, probe: {{http: /healthz, every: 200ms}}, fallback: spare, ramp_up: 0s}}
  spare: {{run: {ECHO}}}
  canary: {{versions: {{v1: {{run: {ECHO}}}, v2: {{run: {ECHO}}}}}}}
  shop: {{run: {ECHO}}}
  inner: {{run: {ECHO}, allow: [public]}}
gateways:
  public:
    listen: 127.0.0.1:{PORTS["public"]}
    rules:
      - {{match: {{host: canary.example}}, to: canary@v1}}
      - {{match: {{host: "*.example"}}, to: canary@v2}}
      - {{match: {{path: /inner}}, to: inner}}
      - {{to: shop}}
  other: {{listen: "127.0.0.1:{PORTS["other"]}", rules: [{{to: inner}}]}}
{routes}"""


@pytest.fixture(scope="module")
def mesh(module_mesh):
    module_mesh.up(text())
    return module_mesh


def one(name: str, path: str = "/", method: str = "GET", **headers: str):
    return ask(PORTS[name], path, method, **headers)


async def aside(function, *arguments):
    return await asyncio.to_thread(function, *arguments)


def test_a_slow_answer_is_cut_off_with_504_that_names_the_service(mesh):
    started = time.monotonic()
    answer = one("slow", "/?sleep=3", "POST")

    assert answer.status == 504
    assert "slow" in answer.text
    assert 0.25 < time.monotonic() - started < 1.5
    assert one("slow").status == 200


async def test_a_full_breaker_refuses_at_once_and_is_open_again_afterwards(mesh):
    url = f"http://127.0.0.1:{PORTS['narrow']}/?sleep=0.5"
    async with aiohttp.ClientSession() as session:

        async def fire():
            started = time.monotonic()
            async with session.get(url) as reply:
                return reply.status, time.monotonic() - started, dict(reply.headers)

        answers = await asyncio.gather(*(fire() for _ in range(10)))

    refused = [(took, headers) for status, took, headers in answers if status == 503]
    assert 1 <= sum(status == 200 for status, _, _ in answers) <= 3
    assert len(refused) >= 7
    assert min(took for took, _ in refused) < 0.3
    assert all("x-envoy-overloaded" in headers for _, headers in refused)
    assert one("narrow").status == 200
    await aside(mesh.until, lambda: edge(mesh, "narrow").overflows >= 7)


def edge(mesh, callee: str):
    return next(e for e in mesh.status().edges if (e.caller, e.callee) == ("web", callee))


def test_one_of_two_instances_that_fails_is_ejected_and_returns(mesh):
    mesh.control("flaky-1", status=503)
    answers = ask_often(60, PORTS["flaky"])
    failed = [number for number, answer in enumerate(answers) if answer.status == 503]

    # Three in a row eject it; the proxy's workers may each have one more under way.
    assert 3 <= len(failed) <= 6
    assert {answer.status for answer in answers[20:]} == {200}
    assert mesh.health("flaky-1") == "healthy", "its probe knows nothing of what requests get"
    mesh.control("flaky-1", status=200)
    mesh.until(lambda: instances(ask_often(20, PORTS["flaky"]))["flaky-1"] >= 8, 20)


async def test_an_instance_that_returns_gets_its_share_step_by_step(mesh):
    victim = await aside(mesh.instance, "ramp-1")
    async with Load(f"http://127.0.0.1:{PORTS['ramp']}/", 200, methods=("GET",)) as load:
        await load.answered(100)
        os.kill(victim.pid, signal.SIGKILL)
        await aside(
            mesh.until,
            lambda: (
                mesh.instance("ramp-1").pid not in (None, victim.pid)
                and mesh.health("ramp-1") == "healthy"
            ),
        )
        back = time.monotonic()
        await load.answered(1600)
        ended = time.monotonic()

    assert load.failed() == []
    early = share(load, "ramp-1", back, back + 1.5)
    middle = share(load, "ramp-1", back + 2, back + 4)
    late = share(load, "ramp-1", ended - 1.5, ended)
    assert early < middle < late
    assert early < 0.25
    assert late == pytest.approx(0.5, abs=0.1)


def share(load: Load, instance: str, since: float, until: float) -> float:
    names = [s.instance for s in load.shots if s.status == 200 and since <= s.started < until]
    return Counter(names)[instance] / len(names)


POLICIES = {
    "round-robin": "ROUND_ROBIN",
    "random": "RANDOM",
    "{algorithm: ring-hash, header: x-customer}": "RING_HASH",
    "{algorithm: maglev, header: x-customer}": "MAGLEV",
    "least-request": "LEAST_REQUEST",
}


@pytest.mark.parametrize("balance", POLICIES)
def test_each_algorithm_reaches_the_proxy_and_spreads_requests(mesh, balance):
    mesh.apply(text(balance))
    mesh.until(lambda: policy(mesh) == POLICIES[balance])
    customers = [f"customer-{number}" for number in range(40)]
    seen = [
        [ask(PORTS["algo"], x_customer=customer).instance for _ in range(3)]
        for customer in customers
    ]

    counts = Counter(instance for each in seen for instance in each)
    assert set(counts) == {"algo-1", "algo-2"}
    assert min(counts.values()) >= 0.2 * sum(counts.values())
    sticky = all(len(set(each)) == 1 for each in seen)
    assert sticky == ("header" in balance)
    assert mesh.status().refusals == []


def policy(mesh) -> str:
    """How the caller's Envoy chooses instances of `algo`."""
    dump = mesh.envoy("default.web", "/config_dump?resource=dynamic_active_clusters").json()
    clusters = [each["cluster"] for each in dump["configs"]]
    found = next(c for c in clusters if c["name"] == "out/default/algo")
    if "load_balancing_policy" not in found:
        return found.get("lb_policy", "ROUND_ROBIN")
    kind = found["load_balancing_policy"]["policies"][0]["typed_extension_config"]["name"]
    return kind.rpartition(".")[2].upper()


def test_weighted_instances_get_their_shares(mesh):
    counts = Counter(answer.version for answer in ask_often(400, PORTS["wide"]))

    assert counts["big"] / 400 == pytest.approx(0.75, abs=0.05)


def test_a_fallback_takes_over_and_gives_back(mesh):
    assert one("main").instance == "main-1"

    mesh.control("main-1", healthz=500)
    mesh.until(lambda: one("main").instance == "spare-1")
    assert {answer.status for answer in ask_often(50, PORTS["main"])} == {200}

    mesh.control("main-1", healthz=200)
    mesh.until(lambda: one("main").instance == "main-1")
    assert instances(ask_often(50, PORTS["main"])) == {"main-1": 50}


async def test_a_canary_moves_from_nothing_to_all_without_a_failure(mesh):
    await aside(mesh.apply, text())
    async with Load(f"http://127.0.0.1:{PORTS['canary']}/", 200) as load:
        await load.answered(200)
        for v1, v2 in ((95, 5), (50, 50), (0, 100)):
            moved = ROUTES.replace(
                "canary@v1: 1, canary@v2: 0", f"canary@v1: {v1}, canary@v2: {v2}"
            )
            await aside(mesh.apply, text(routes=moved))
            await aside(mesh.until, lambda want=v2 / 100: abs(v2_share(load) - want) < 0.04)

    await aside(mesh.apply, text())
    assert load.failed() == []
    assert {s.version for s in load.shots[:200]} == {"v1"}


def v2_share(load: Load) -> float:
    latest = [s.version for s in list(load.shots)[-400:] if s.status == 200]
    return latest.count("v2") / max(len(latest), 300)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ({"path": "/", "x_beta": "1"}, "canary-v2-1"),
        ({"path": "/", "x_beta": "2"}, "shop-1"),
        ({"path": "/exact"}, "canary-v1-1"),
        ({"path": "/exact/not"}, "shop-1"),
        ({"path": "/o/17"}, "canary-v2-1"),
        ({"path": "/o/x"}, "shop-1"),
        ({"path": "/shop/deep/er?q=1"}, "canary-v2-1"),
        ({"path": "/shop/shallow"}, "canary-v1-1"),
        ({"path": "/shopping"}, "shop-1"),
        ({"path": "/", "method": "DELETE"}, "canary-v2-1"),
    ],
)
def test_the_most_specific_match_wins(mesh, asked, answered):
    assert one("shop", **asked).instance == answered


@pytest.mark.parametrize(
    ("host", "answered"),
    [
        ("canary.example", "canary-v1-1"),
        ("any.example", "canary-v2-1"),
        ("deep.any.example", "canary-v2-1"),
        ("elsewhere.test", "shop-1"),
    ],
)
def test_a_gateway_chooses_by_host(mesh, host, answered):
    assert one("public", host=host).instance == answered


def test_a_gateway_is_let_in_where_allow_names_it_and_no_other(mesh):
    assert one("public", "/inner").instance == "inner-1"
    forbidden = one("other")
    assert forbidden.status == 503
    assert forbidden.instance == ""
