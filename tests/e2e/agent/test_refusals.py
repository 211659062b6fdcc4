"""Documents that only Envoy refuses: they harm themselves, and nobody else."""

import asyncio
import os
import signal
import time

import aiohttp

from e2e.agent.world import gateway_to, service
from weft.model.document import Mesh
from weft.model.gateway import Gateway, Route
from weft.model.names import Name, Target
from weft.model.traffic import Algorithm, Balance, HeaderMatch, Match, PathMatch, Rule, Split

# No reader of ours would let these through: they are in the store all the same.
BAD_MATCH = Match(headers=(HeaderMatch("x-a", "(", regex=True),))
TOO_HEAVY = 2**32 - 1  # and twice that is more than Envoy can count
BAD_SERVICE = service(
    "orders", balance=Balance(algorithm=Algorithm.RING_HASH, hash_header="no header\n")
)


async def test_a_refused_route_waits_alone_and_its_last_good_version_survives_the_agent(world):
    shop(world, route("orders", at("/v1")))
    world.start()
    await world.until_healthy("web-1", "orders-1", "stock-1")
    await answers(world, {"orders/v1": 200, "orders/v2": 404, "stock/": 200})

    world.control_plane.apply(route("orders", at("/v2"), BAD_MATCH))
    await refused(world, "Route/default/orders")
    world.control_plane.apply(route("stock", at("/first")))
    await answers(world, {"orders/v1": 200, "orders/v2": 404, "stock/first": 200, "stock/": 404})

    world.kill_agent()
    world.control_plane.report = None
    world.start()
    await refused(world, "Route/default/orders")
    world.control_plane.apply(route("stock", at("/second")))
    await answers(world, {"orders/v1": 200, "orders/v2": 404, "stock/second": 200})

    world.control_plane.apply(route("orders", at("/v2")))
    await answers(world, {"orders/v1": 404, "orders/v2": 200, "stock/second": 200})
    await world.until(lambda: refusals(world) == set())


async def test_a_route_that_was_never_good_means_plain_traffic(world):
    shop(world, route("orders", at("/v1"), BAD_MATCH), route("stock", at("/only")))
    world.start()
    await world.until_healthy("web-1", "orders-1", "stock-1")

    await answers(world, {"orders/any": 200, "stock/only": 200, "stock/": 404})
    await refused(world, "Route/default/orders")

    world.control_plane.apply(route("orders", at("/v1")))
    await answers(world, {"orders/any": 404, "orders/v1": 200})
    await world.until(lambda: refusals(world) == set())


async def test_a_service_that_was_never_good_is_answered_for(world):
    shop(world, BAD_SERVICE)
    world.start()
    await world.until_healthy("web-1", "stock-1")

    await answers(world, {"stock/": 200, "orders/": 503})
    assert (
        await said(world, "orders/") == "weft: no rule of orders can be used: see `weft status`\n"
    )
    await refused(world, "Service/default/orders")


async def test_of_a_gateway_that_was_never_good_only_the_refused_rules_are_missing(world):
    web = Target(Name("web"))
    heavy = (Split(web, TOO_HEAVY), Split(Target(Name("web"), "v1"), TOO_HEAVY))
    world.apply_one()
    world.control_plane.apply(
        Gateway(
            Name("public"),
            "127.0.0.1",
            world.gateway_port,
            (Rule((Split(web),)), Rule(heavy, at("/heavy"))),
        )
    )
    world.start()
    await world.until_serving()

    assert await got(world.url + "heavy") == 500
    await refused(world, "Gateway/default/public")
    world.control_plane.apply(
        Gateway(
            Name("public"),
            "127.0.0.1",
            world.gateway_port,
            (Rule((Split(web),), at("/fine")), Rule((Split(web),), BAD_MATCH)),
        )
    )
    await world.until_serving()  # the rules that were good once
    world.control_plane.apply(gateway_to("web", world.gateway_port))
    await world.until(lambda: refusals(world) == set())
    await world.until_serving()


async def test_a_gateway_starts_without_a_rule_that_cannot_be_matched(world):
    web = (Split(Target(Name("web"))),)
    world.apply_one()
    world.control_plane.apply(
        Gateway(Name("public"), "127.0.0.1", world.gateway_port, (Rule(web), Rule(web, BAD_MATCH)))
    )
    world.start()

    await world.until_serving()
    await refused(world, "Gateway/default/public")


async def test_a_proxy_that_does_not_answer_is_reported_until_it_does(world):
    world.apply_one()
    world.start()
    await world.until_serving()
    await world.until(lambda: "gateway.default.public" in world.pids())
    envoy = world.pids()["gateway.default.public"]

    os.kill(envoy, signal.SIGSTOP)
    try:
        world.apply_one(instances=2)
        await world.until(lambda: silent(world) == {"gateway.default.public"}, 25)
    finally:
        os.kill(envoy, signal.SIGCONT)

    await world.until(lambda: silent(world) == set())


# --- a mesh of three, called through the forward proxy of web ------------------------------------


def shop(world, *more):
    world.control_plane.apply(
        Mesh("shop"),
        service("web", "orders", "stock"),
        service("orders"),
        service("stock"),
        *(world.run(name) for name in ("web", "orders", "stock")),
    )
    world.control_plane.apply(*more)


def route(name, *matches):
    return Route(Name(name), tuple(Rule((Split(Target(Name(name))),), each) for each in matches))


def at(path):
    return Match(path=PathMatch("exact", path))


async def request(url, proxy=None):
    try:
        async with aiohttp.ClientSession() as session, session.get(url, proxy=proxy) as answer:
            return answer.status, await answer.text()
    except aiohttp.ClientError as error:
        return 0, str(error)


async def got(url):
    return (await request(url))[0]


async def called(world, url):
    port = world.memory()["ports"].get("proxy/default.web")
    return await request(f"http://{url}", f"http://127.0.0.1:{port}") if port else (0, "")


async def said(world, url):
    return (await called(world, url))[1]


async def answers(world, wanted, seconds=20.0):
    """Wait until each URL is answered with its status."""
    began = time.monotonic()
    while (found := {url: (await called(world, url))[0] for url in wanted}) != wanted:
        if time.monotonic() - began > seconds:
            raise AssertionError(f"{found}, not {wanted}\n{world.diagnosis()}")
        await asyncio.sleep(0.05)


def refusals(world):
    report = world.control_plane.report
    return {str(key) for each in report.refusals for key in each.documents} if report else set()


def silent(world):
    return {
        each.workload
        for each in world.control_plane.report.refusals
        if "has not answered" in each.error
    }


async def refused(world, *documents):
    await world.until(lambda: refusals(world) == set(documents), what=documents)
