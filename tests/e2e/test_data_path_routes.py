"""Which instances a request may reach: rules, weights, algorithms."""

import asyncio
from collections import Counter

import pytest

from e2e.harness.mesh import DataPath
from weft.model.catalog import Health, Service
from weft.model.gateway import Route
from weft.model.names import Name, Target
from weft.model.traffic import (
    Algorithm,
    Balance,
    HeaderMatch,
    Match,
    PathMatch,
    Rule,
    Split,
)

ORDERS = Name("orders")
V1, V2, V3 = (Target(ORDERS, version) for version in ("v1", "v2", "1.4.2"))
VERSIONS = {"orders-v1-1": "v1", "orders-v2-1": "v2", "orders-3-1": "1.4.2"}


@pytest.fixture(scope="module")
async def mesh():
    async with DataPath.running() as running:
        running.know(Service(Name("web")))
        await running.proxy(Name("web"))
        await running.service(Service(ORDERS), instances=VERSIONS)
        yield running


@pytest.fixture
def web(mesh):
    return mesh.proxies["default.web"]


@pytest.fixture
def route(mesh):
    """Gives `orders` these rules."""

    async def give(*rules):
        mesh.know(Route(ORDERS, rules))
        await mesh.publish()

    return give


def to(target, **match):
    return Rule((Split(target),), Match(**match))


def path(kind, value):
    return PathMatch(kind, value)


async def version(mesh, web, url="http://orders/", **options):
    """The version that answers; the status, if none does."""
    status, said = await mesh.call(url, via=web, **options)
    return VERSIONS[said["app"]] if status == 200 else status


async def test_weights_hold_within_three_points_over_a_thousand_requests(mesh, web, route):
    await route(Rule((Split(V1, 80), Split(V2, 15), Split(V3, 5))))

    for app in mesh.apps.values():
        app.heal()
    gate = asyncio.Semaphore(8)

    async def one():
        async with gate:
            return await version(mesh, web)

    got = Counter(await asyncio.gather(*(one() for _ in range(1000))))
    assert sum(got.values()) == 1000
    assert abs(got["v1"] - 800) <= 30
    assert abs(got["v2"] - 150) <= 30
    assert abs(got["1.4.2"] - 50) <= 30


async def test_a_weight_of_zero_gets_nothing_and_only_zeros_are_said_to_be_so(mesh, web, route):
    await route(Rule((Split(V1, 0), Split(V2, 1))))
    assert {await version(mesh, web) for _ in range(20)} == {"v2"}

    await route(Rule((Split(V1, 0), Split(V2, 0))))
    assert await mesh.call("http://orders/", via=web) == (
        503,
        "weft: the rule orders#1 gives no target any weight\n",
    )


async def test_the_most_specific_match_wins_in_whatever_order_rules_are_written(mesh, web, route):
    await route(
        to(V1),
        to(V1, path=path("prefix", "/a")),
        to(V2, path=path("prefix", "/a/b")),
        to(V3, path=path("exact", "/a/b")),
        to(V2, path=path("regex", "/a/b/c+")),
    )

    assert await version(mesh, web, "http://orders/a/x") == "v1"
    assert await version(mesh, web, "http://orders/a/b/") == "v2"
    assert await version(mesh, web, "http://orders/a/b?q=1") == "1.4.2"
    assert await version(mesh, web, "http://orders/a/b/ccc") == "v2"


async def test_a_prefix_matches_whole_segments(mesh, web, route):
    await route(to(V1), to(V2, path=path("prefix", "/pay/")))

    assert await version(mesh, web, "http://orders/pay") == "v2"
    assert await version(mesh, web, "http://orders/pay/now") == "v2"
    assert await version(mesh, web, "http://orders/payments") == "v1"


async def test_headers_and_methods_are_matched(mesh, web, route):
    beta, exact = HeaderMatch("x-beta", "1|yes", regex=True), HeaderMatch("x-team", "blue")
    await route(
        to(V1), to(V2, headers=(beta,)), to(V3, headers=(beta, exact)), to(V3, method="PUT")
    )

    assert await version(mesh, web) == "v1"
    assert await version(mesh, web, headers={"x-beta": "yes"}) == "v2"
    assert await version(mesh, web, headers={"x-beta": "yess"}) == "v1"
    assert await version(mesh, web, headers={"x-beta": "1", "x-team": "blue"}) == "1.4.2"
    assert await version(mesh, web, method="PUT", headers={"x-beta": "1"}) == "1.4.2"


async def test_what_no_rule_matches_is_refused_in_words_that_name_the_service(mesh, web, route):
    await route(to(V1, path=path("prefix", "/only")))

    answer = await mesh.fetch("http://orders/other", via=web)

    assert (answer.status, answer.said) == (404, "weft: no rule of orders matches\n")


async def test_a_version_without_instances_is_refused_by_name(mesh, web, route):
    await route(to(Target(ORDERS, "v9")))

    answer = await mesh.fetch("http://orders/", via=web)

    assert (answer.status, answer.headers["x-weft-reason"]) == (503, "no-instance")
    assert "orders@v9" in answer.said


async def test_a_rule_that_aims_at_nothing_harms_no_other_rule(mesh, web, route):
    await route(to(V1), to(Target(Name("ghost")), path=path("prefix", "/ghost")))

    assert await version(mesh, web) == "v1"
    answer = await mesh.fetch("http://orders/ghost", via=web)
    assert (answer.status, "ghost" in answer.said) == (503, True)


async def test_a_rule_has_a_time_limit_of_its_own(mesh, web, route):
    await route(Rule((Split(V1),), timeout_ms=200))
    mesh.apps["orders-v1-1"].delay = 1

    answer = await mesh.fetch("http://orders/", via=web)

    mesh.apps["orders-v1-1"].heal()
    assert (answer.status, answer.headers["x-weft-reason"]) == (504, "timeout")


async def test_a_version_with_dots_keeps_its_name_in_statistics(mesh, web, route):
    await route(to(V3))
    assert await version(mesh, web) == "1.4.2"

    families = await web.admin.stats("cluster.out/default/orders@1.*upstream_rq")
    labels = {
        label.value
        for family in families
        for metric in family.metric
        for label in metric.label
        if label.name == "envoy_cluster_name"
    }
    assert labels == {"out/default/orders@1.4.2"}


async def test_a_changed_route_loses_no_request(mesh, web, route):
    """Back and forth between versions under load: clusters come and go, every answer is one."""
    await route(to(V1))
    over = asyncio.Event()
    got = Counter()

    async def load():
        while not over.is_set():
            got[await version(mesh, web)] += 1

    clients = [asyncio.create_task(load()) for _ in range(4)]
    for target in (V2, Target(ORDERS), V3, V1) * 5:
        await route(to(target))
    over.set()
    await asyncio.gather(*clients)

    assert set(got) <= {"v1", "v2", "1.4.2"}
    assert sum(got.values()) > 50


# Algorithms.


@pytest.fixture
def balanced(mesh):
    """A service of three instances, balanced so."""

    async def start(name, **balance):
        service = Service(Name(name), balance=Balance(**balance), ramp_up_ms=0)
        await mesh.service(service, instances=[f"{name}-{n}" for n in (1, 2, 3)])
        await mesh.publish()

    return start


@pytest.mark.parametrize(
    "algorithm", [Algorithm.LEAST_REQUEST, Algorithm.ROUND_ROBIN, Algorithm.RANDOM]
)
async def test_every_instance_gets_its_part(mesh, web, balanced, algorithm):
    await balanced(f"spread-{algorithm}", algorithm=algorithm)

    got = Counter()
    for _ in range(90):
        got[(await mesh.call(f"http://spread-{algorithm}/", via=web))[1]["app"]] += 1

    assert len(got) == 3
    assert min(got.values()) >= (30 if algorithm is Algorithm.ROUND_ROBIN else 12)


async def test_the_least_busy_instance_is_preferred(mesh, web, balanced):
    await balanced("least")
    mesh.apps["least-1"].delay = 0.2

    await asyncio.gather(*(_loop(mesh, web, "http://least/", 20) for _ in range(6)))

    got = {name: len(mesh.apps[name].requests) for name in ("least-1", "least-2", "least-3")}
    assert got["least-1"] < got["least-2"] / 2


async def _loop(mesh, web, url, count):
    for _ in range(count):
        await mesh.call(url, via=web)


@pytest.mark.parametrize("algorithm", [Algorithm.RING_HASH, Algorithm.MAGLEV])
async def test_the_same_header_reaches_the_same_instance(mesh, web, balanced, algorithm):
    name = f"sticky-{algorithm}"
    await balanced(name, algorithm=algorithm, hash_header="x-user")

    homes = {}
    for user in map(str, range(30)):
        answers = [
            await mesh.call(f"http://{name}/", via=web, headers={"x-user": user}) for _ in range(3)
        ]
        [homes[user]] = {said["app"] for _, said in answers}

    assert len(set(homes.values())) == 3


async def test_a_caller_without_the_cookie_is_given_one(mesh, web, balanced):
    await balanced("cookie", algorithm=Algorithm.RING_HASH, hash_cookie="sid")

    first = await mesh.fetch("http://cookie/", via=web)
    cookie = first.headers["set-cookie"].partition(";")[0]
    answers = [
        (await mesh.call("http://cookie/", via=web, headers={"cookie": cookie}))[1]["app"]
        for _ in range(5)
    ]

    assert cookie.startswith("sid=")
    assert set(answers) == {first.said["app"]}


async def test_instances_get_traffic_by_weight(mesh, web, balanced):
    await balanced("weighty", algorithm=Algorithm.ROUND_ROBIN)
    mesh.instance("weighty-1", weight=300)
    mesh.instance("weighty-3", weight=0)
    await mesh.publish()

    await _loop(mesh, web, "http://weighty/", 40)

    heavy, light, none = (len(mesh.apps[f"weighty-{n}"].requests) for n in (1, 2, 3))
    assert abs(heavy - 30) <= 2
    assert abs(light - 10) <= 2
    assert none == 0


async def test_a_new_instance_ramps_up(mesh, web):
    """One that joins late starts with a tenth of its share."""
    balance = Balance(Algorithm.ROUND_ROBIN)
    ramp = Service(Name("ramp"), balance=balance, ramp_up_ms=1_000)
    await mesh.service(ramp, instances=("ramp-1", "ramp-2"))
    mesh.instance("ramp-2", health=Health.STARTING)
    await mesh.publish()
    await asyncio.sleep(1.1)  # the elder's own ramp: Envoy's clock, and no event at its end
    mesh.instance("ramp-2", health=Health.HEALTHY)
    await mesh.publish()

    await _loop(mesh, web, "http://ramp/", 40)

    young = mesh.apps["ramp-2"]
    assert len(young.requests) < 10
    async with asyncio.timeout(5):
        while True:
            young.heal()
            await _loop(mesh, web, "http://ramp/", 40)
            if len(young.requests) >= 18:
                break
