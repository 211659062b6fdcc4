"""What a judge lets through, with a validator that refuses whatever says `poison`."""

import asyncio

import pytest

from weft.agent.judge import Judge
from weft.agent.tasks import Tasks
from weft.compile.resources import LISTENERS, ROUTES
from weft.compile.workload import compile_workload
from weft.envoy import messages
from weft.envoy.validate import Verdicts
from weft.model.catalog import Service
from weft.model.document import Document, Key, Mesh
from weft.model.gateway import Route
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.model.traffic import (
    Algorithm,
    Balance,
    HeaderMatch,
    Match,
    PathMatch,
    Rule,
    Split,
)
from weft.model.workload import Inbound, Workload

ORDERS, STOCK = Name("orders"), Name("stock")
INBOUND = Inbound("orders-1", "127.0.0.1", 20001, "127.0.0.1", 8000)
BESIDE_ORDERS = Workload(ORDERS, proxy_port=15001, inbound=(INBOUND,))


class PoisonTaster:
    async def validate(self, resources):
        await asyncio.sleep(0)
        return Verdicts(
            {(r.type_url, r.name): "tastes bad" for r in resources if b"poison" in r.body}
        )


class Bench:
    """A judge and what it said."""

    def __init__(self, good=None):
        self.crashes = []
        self.news = 0
        self.passed = None
        self.judge = Judge(
            PoisonTaster(), Tasks(self.crashes.append), good or {}, self._decided, self._changed
        )

    def _decided(self):
        if self.judge.whole:
            self.passed = self.judge.passed()

    def _changed(self):
        self.news += 1

    async def see(self, *specs):
        """Publish, and wait until all is judged."""
        self.documents = {d.key: d for d in map(Document, (Mesh("shop"), *specs))}
        self.judge.publish(Snapshot(documents=self.documents), BESIDE_ORDERS)
        await self.quiet()

    async def quiet(self):
        if self.judge._judging is not None:
            await self.judge._judging
        assert self.crashes == []

    def paths(self, service):
        """What paths to *service* are passed on, and statuses of those answered here."""
        routes = messages.parse(ROUTES, self.passed.of(ROUTES)["out"].body)
        (host,) = [host for host in routes.virtual_hosts if host.name == service.key]
        found = [route for route in host.routes if not route.match.HasField("connect_matcher")]
        answered: dict[str, int | str] = {}
        for each in found:  # the first that matches counts
            path = each.match.path or each.match.prefix
            answered.setdefault(path, each.direct_response.status or "passed")
        return answered

    @property
    def guilty(self):
        return [str(key) for each in self.judge.refusals("w") for key in each.documents]


@pytest.fixture
def bench():
    return Bench()


def service(name, **more):
    return Service(name, **more)


def hashed(header):
    return Balance(algorithm=Algorithm.RING_HASH, hash_header=header)


def route(name, path, header="fine"):
    match = Match(path=PathMatch("exact", path), headers=(HeaderMatch("x-a", header),))
    return Route(name, (Rule((Split(Target(name)),), match),))


async def test_one_poisoned_route_stays_as_it_was_while_another_changes(bench):
    await bench.see(service(ORDERS), service(STOCK), route(ORDERS, "/1"), route(STOCK, "/1"))

    await bench.see(
        service(ORDERS), service(STOCK), route(ORDERS, "/2", "poison"), route(STOCK, "/2")
    )

    assert set(bench.paths(ORDERS)) == {"/1", "/"}
    assert set(bench.paths(STOCK)) == {"/2", "/"}
    assert bench.guilty == ["Route/default/orders"]
    assert bench.news > 0


async def test_what_is_mended_is_passed_and_no_longer_told(bench):
    await bench.see(service(ORDERS), route(ORDERS, "/1", "poison"))
    assert "/1" not in bench.paths(ORDERS)

    await bench.see(service(ORDERS), route(ORDERS, "/2"))

    assert "/2" in bench.paths(ORDERS)
    assert bench.guilty == []


async def test_several_guilty_documents_are_all_found_and_no_innocent_one(bench):
    many = [Name(f"s{number}") for number in range(9)]
    poisoned = {many[2], many[7]}

    await bench.see(
        *map(service, many),
        *(route(name, "/1", "poison" if name in poisoned else "fine") for name in many),
        service(ORDERS, balance=hashed("x-poison")),
    )

    assert bench.guilty == ["Route/default/s2", "Route/default/s7", "Service/default/orders"]
    assert "/1" in bench.paths(many[3])
    assert bench.paths(ORDERS)["/"] == 503


async def test_a_refused_service_lets_nobody_in_whom_it_does_not_allow(bench):
    guarded = service(ORDERS, allow=(STOCK,), balance=hashed("x-poison"))

    await bench.see(guarded)

    true = compile_workload(Snapshot(documents=bench.documents), BESIDE_ORDERS)
    assert bench.guilty == ["Service/default/orders"]
    assert bench.passed.of(LISTENERS) == true.of(LISTENERS)


async def test_what_an_earlier_agent_had_in_use_is_used_again():
    old = Document(route(ORDERS, "/1"))
    bench = Bench(good={old.key: old})

    await bench.see(service(ORDERS), route(ORDERS, "/2", "poison"))

    assert "/1" in bench.paths(ORDERS)
    assert bench.judge.stand_ins == {Key("Route", ORDERS.key): old}


async def test_what_only_envoy_refuses_is_put_back_and_others_go_on_changing(bench):
    await bench.see(service(ORDERS), service(STOCK), route(ORDERS, "/1"), route(STOCK, "/1"))
    bad = route(ORDERS, "/2")
    await bench.see(service(ORDERS), service(STOCK), bad, route(STOCK, "/1"))
    version = bench.passed.of(ROUTES)["out"].version

    bench.judge.rejected(ROUTES, {"out": version}, "no such thing")
    await bench.quiet()
    await bench.see(service(ORDERS), service(STOCK), bad, route(STOCK, "/2"))

    assert "/1" in bench.paths(ORDERS)
    assert "/2" in bench.paths(STOCK)
    assert bench.guilty == ["Route/default/orders"]
    await bench.see(service(ORDERS), service(STOCK), route(ORDERS, "/3"), route(STOCK, "/2"))
    assert "/3" in bench.paths(ORDERS)
    assert bench.guilty == []
