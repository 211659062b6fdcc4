"""What a caller sees when instances fail: retries, ejection, limits, time-outs, stand-ins."""

import asyncio
import time
from collections import Counter

import aiohttp
import pytest

from e2e.harness.mesh import DataPath
from weft.model.catalog import Health, Service
from weft.model.names import Name
from weft.model.traffic import RETRY_FLOOR, Algorithm, Balance, Breaker, Eject, Retry

pytestmark = pytest.mark.alone  # it measures: nothing else may run beside it

ROUND_ROBIN = Balance(Algorithm.ROUND_ROBIN)
NEVER = Eject(after=1000)  # where a test is not about ejection


@pytest.fixture(scope="module")
async def mesh():
    async with DataPath.running() as running:
        running.know(Service(Name("web")))
        await running.proxy(Name("web"))
        yield running


@pytest.fixture
def web(mesh):
    return mesh.proxies["default.web"]


@pytest.fixture
def serve(mesh):
    """A service of the test's own, with so many instances; returns their apps."""

    async def start(name, count=2, **settings):
        settings = {"balance": ROUND_ROBIN, "eject": NEVER, "ramp_up_ms": 0, **settings}
        ids = tuple(f"{name}-{number}" for number in range(1, count + 1))
        await mesh.service(Service(Name(name), **settings), instances=ids)
        await mesh.publish()
        return [mesh.apps[instance] for instance in ids]

    return start


async def many(mesh, web, url, count, *, method="GET", at_once=1):
    """*count* requests, so many at a time: how often each status came."""
    gate = asyncio.Semaphore(at_once)

    async def one():
        async with gate:
            return (await mesh.call(url, via=web, method=method))[0]

    return Counter(await asyncio.gather(*(one() for _ in range(count))))


# Retries.


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_dead_app_behind_a_living_proxy_costs_no_request(mesh, web, serve, method):
    """The TLS handshake waits for the app, so its absence is a failure to connect."""
    _, dead = await serve(f"dead-{method.lower()}")
    await dead.stop()

    statuses = await many(mesh, web, f"http://dead-{method.lower()}/", 100, method=method)

    assert statuses == {200: 100}


async def test_a_retry_does_not_go_back_to_the_dead_because_they_are_idle(mesh, web, serve):
    """Least-request prefers who has nothing to do, and nobody has less than the dead."""
    good, dead = await serve("idle", balance=Balance())
    good.delay = 0.02
    await dead.stop()

    assert await many(mesh, web, "http://idle/", 300, method="POST", at_once=16) == {200: 300}


async def test_without_retries_a_dead_app_costs_requests(mesh, web, serve):
    """The control of the test above."""
    _, dead = await serve("dead-control", retry=Retry(attempts=0))
    await dead.stop()

    statuses = await many(mesh, web, "http://dead-control/", 20)

    assert statuses[503] >= 8


async def test_a_reset_is_retried_for_methods_that_may_be_sent_twice(mesh, web, serve):
    good, bad = await serve("reset")
    bad.close = True

    assert await many(mesh, web, "http://reset/", 20) == {200: 20}
    assert len(bad.requests) >= 8
    bad.heal()
    bad.close = True
    posts = await many(mesh, web, "http://reset/", 20, method="POST")
    assert posts[503] == len(bad.requests) >= 8  # each reached it once and never again
    assert good.requests


@pytest.mark.parametrize(("status", "retried"), [(503, True), (502, True), (500, False)])
async def test_a_bad_status_is_retried_elsewhere_only_if_named(mesh, web, serve, status, retried):
    _, bad = await serve(f"status-{status}")
    bad.status = status

    gets = await many(mesh, web, f"http://status-{status}/", 20)
    posts = await many(mesh, web, f"http://status-{status}/", 20, method="POST")

    assert (gets[200] == 20) is retried
    assert posts[status] >= 8


async def test_a_user_chooses_conditions_and_methods(mesh, web, serve):
    retry = Retry(when=("500",), methods=("GET", "POST"))
    _, bad = await serve("chosen", retry=retry)
    bad.status = 500

    assert await many(mesh, web, "http://chosen/", 20, method="POST") == {200: 20}


async def test_retries_stop_at_the_number_of_attempts(mesh, web, serve):
    apps = await serve("attempts", count=3, retry=Retry(attempts=2))
    for app in apps:
        app.status = 503

    assert (await mesh.call("http://attempts/", via=web))[0] == 503
    assert [len(app.requests) for app in apps] == [1, 1, 1]


#: Far more than the retries that are always allowed.
AT_ONCE = 4 * RETRY_FLOOR


async def test_a_budget_bounds_what_retries_add(mesh, web, serve):
    """All instances fail: beyond what is always allowed, retries are a share."""

    async def load(name, budget):
        apps = await serve(name, retry=Retry(budget_percent=budget))
        for app in apps:
            app.status, app.delay = 503, 2.0  # longer than it takes to send them all

        async def one(session):
            async with session.get(f"http://{name}/", proxy=web.url) as answer:
                await answer.read()

        every = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=every) as session:
            await asyncio.gather(*(one(session) for _ in range(AT_ONCE)))
        return sum(len(app.requests) for app in apps) - AT_ONCE

    assert await load("budget", 20.0) <= AT_ONCE * 0.5
    assert await load("budget-control", 100.0) > AT_ONCE * 0.6


# Ejection.


async def test_one_of_two_instances_that_fails_is_ejected_and_comes_back(mesh, web, serve):
    good, bad = await serve("eject", eject=Eject(after=5, for_ms=1_000))
    bad.status = 500

    statuses = await many(mesh, web, "http://eject/", 100)

    assert statuses[500] == 5
    bad.heal()
    async with asyncio.timeout(5):
        while not bad.requests:
            await mesh.call("http://eject/", via=web)
            await asyncio.sleep(0.05)
    assert good.requests


async def test_without_ejection_half_of_the_requests_fail(mesh, web, serve):
    """The control of the test above."""
    _, bad = await serve("eject-control", eject=NEVER)
    bad.status = 500

    assert (await many(mesh, web, "http://eject-control/", 100))[500] == 50


async def test_the_only_instance_is_tried_however_often_it_failed(mesh, web, serve):
    """Ejecting it would turn one broken page into a service that is gone."""
    [only] = await serve("single", count=1, eject=Eject(after=3))
    only.status = 500
    await many(mesh, web, "http://single/", 10)
    only.heal()

    assert await many(mesh, web, "http://single/", 5) == {200: 5}


# Who stands in.


async def test_a_fallback_takes_over_only_when_nobody_is_left(mesh, web, serve):
    [spare] = await serve("spare", count=1)
    first, second = await serve("leader", fallback=Name("spare"))

    assert await many(mesh, web, "http://leader/", 20) == {200: 20}
    mesh.instance("leader-1", health=Health.UNHEALTHY)
    await mesh.publish()
    assert await many(mesh, web, "http://leader/", 20) == {200: 20}
    assert spare.requests == []
    assert (len(first.requests), len(second.requests)) == (10, 30)
    mesh.instance("leader-2", health=Health.UNHEALTHY)
    await mesh.publish()
    assert await many(mesh, web, "http://leader/", 20) == {200: 20}
    assert len(spare.requests) == 20
    mesh.instance("leader-2", health=Health.HEALTHY)
    await mesh.publish()
    assert await many(mesh, web, "http://leader/", 20) == {200: 20}
    assert len(spare.requests) == 20


async def test_a_fallback_takes_over_when_all_are_ejected(mesh, web, serve):
    [spare] = await serve("spare-2", count=1)
    [bad] = await serve("sick", count=1, fallback=Name("spare-2"), eject=Eject(after=3))
    bad.status = 500

    statuses = await many(mesh, web, "http://sick/", 20)

    assert statuses == {500: 3, 200: 17}
    assert len(spare.requests) == 17


async def test_who_stands_in_must_prove_its_own_identity(mesh, web):
    impostor = "spiffe://shop/ns/default/service/leader"
    settings = {"retry": Retry(attempts=0), "eject": NEVER}
    await mesh.service(
        Service(Name("false"), **settings), instances=("false-1",), identity=impostor
    )
    await mesh.service(Service(Name("empty"), fallback=Name("false"), **settings))
    await mesh.publish()

    answer = await mesh.fetch("http://empty/", via=web)

    assert (answer.status, answer.headers["x-weft-reason"]) == (503, "connect-failure")
    assert mesh.apps["false-1"].requests == []


# Nobody there, too many at once, too slow.


async def test_a_service_without_instances_is_a_quick_refusal_that_names_it(mesh, web):
    await mesh.service("nobody", instances=("nobody-1",))
    mesh.instance("nobody-1", health=Health.STARTING)
    await mesh.publish()
    await mesh.call("http://nobody/", via=web)  # the connection is made outside of the clock

    started = time.monotonic()
    answer = await mesh.fetch("http://nobody/", via=web)
    took = time.monotonic() - started

    assert (answer.status, answer.headers["x-weft-reason"]) == (503, "no-instance")
    assert "nobody" in answer.said
    assert took < 0.05
    mesh.instance("nobody-1", health=Health.HEALTHY)
    await mesh.publish()
    assert (await mesh.call("http://nobody/", via=web))[0] == 200


@pytest.mark.parametrize("health", [Health.STARTING, Health.UNHEALTHY, Health.DRAINING])
async def test_an_instance_that_does_not_serve_gets_nothing(mesh, web, serve, health):
    name = f"health-{health}"
    await serve(name)
    mesh.instance(f"{name}-2", health=health)
    await mesh.publish()

    assert await many(mesh, web, f"http://{name}/", 20) == {200: 20}
    assert mesh.apps[f"{name}-2"].requests == []


async def test_a_degraded_instance_gets_a_tenth_of_its_share(mesh, web, serve):
    fit, slow = await serve("degraded")
    mesh.instance("degraded-2", health=Health.DEGRADED)
    await mesh.publish()

    await many(mesh, web, "http://degraded/", 220, at_once=4)

    assert len(fit.requests) + len(slow.requests) == 220
    assert 14 <= len(slow.requests) <= 26


async def test_a_full_breaker_refuses_at_once_and_recovers(mesh, web, serve):
    [app] = await serve(
        "breaker", count=1, breaker=Breaker(connections=1, pending=1), retry=Retry(attempts=0)
    )
    app.delay = 0.3
    busy = [asyncio.create_task(mesh.call("http://breaker/", via=web))]
    async with asyncio.timeout(5):
        while not app.requests:
            await asyncio.sleep(0.01)
        busy.append(asyncio.create_task(mesh.call("http://breaker/", via=web)))
        while not await web.stat("cluster.out/default/breaker.upstream_rq_pending_active"):
            await asyncio.sleep(0.01)

    started = time.monotonic()
    answer = await mesh.fetch("http://breaker/", via=web)
    took = time.monotonic() - started

    assert (answer.status, answer.headers["x-weft-reason"]) == (503, "overflow")
    assert answer.headers["x-envoy-overloaded"] == "true"
    assert "breaker" in answer.said
    assert took < 0.1
    assert [status for status, _ in await asyncio.gather(*busy)] == [200, 200]
    assert (await mesh.call("http://breaker/", via=web))[0] == 200


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"timeout_ms": 200}, "timeout"),
        ({"idle_timeout_ms": 200}, "idle-timeout"),
        ({"retry": Retry(attempts=0, per_try_ms=200)}, None),
    ],
)
async def test_a_slow_answer_is_cut_off_in_words_that_name_the_service(
    mesh, web, serve, settings, reason
):
    name = f"slow-{reason or 'control'}"
    [app] = await serve(name, count=1, **settings)
    app.delay = 0.6

    started = time.monotonic()
    answer = await mesh.fetch(f"http://{name}/", via=web)
    took = time.monotonic() - started

    if reason is None:  # without retries there are no tries to bound
        assert answer.status == 200
        return
    assert (answer.status, answer.headers["x-weft-reason"]) == (504, reason)
    assert name in answer.said
    assert 0.15 < took < 0.5


async def test_a_try_that_is_too_slow_is_made_elsewhere(mesh, web, serve):
    _, slow = await serve("per-try", retry=Retry(per_try_ms=150))
    slow.delay = 5

    started = time.monotonic()
    statuses = await many(mesh, web, "http://per-try/", 6)

    assert statuses == {200: 6}
    assert time.monotonic() - started < 3


async def test_an_answer_that_is_no_http_is_said_to_be_so(mesh, web, serve):
    [app] = await serve("garbage", count=1, retry=Retry(attempts=0))
    app.garbage = True

    answer = await mesh.fetch("http://garbage/", via=web, method="POST")

    assert (answer.status, answer.headers["x-weft-reason"]) == (502, "protocol")
