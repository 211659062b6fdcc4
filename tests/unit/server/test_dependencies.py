"""Declared and observed calls."""

from weft.model.catalog import Callee, Service
from weft.model.names import Name, Target
from weft.server.dependencies import Dependencies, dependencies_of
from weft.telemetry.edges import EdgeTotals

WEB, ORDERS, CACHE = Name("web"), Name("orders"), Name("cache")


def calls(caller: Name, callee: Name, requests: int = 1, *, gateway: bool = False) -> EdgeTotals:
    return EdgeTotals(caller, Target(callee), gateway, requests=requests)


def web(*callees: Name) -> Service:
    return Service(WEB, calls=tuple(Callee(name) for name in callees))


def test_a_service_that_may_call_everything_never_differs():
    found = dependencies_of(Service(WEB), [calls(WEB, ORDERS)])

    assert found == Dependencies(None, (ORDERS,), ())


def test_a_service_that_has_had_nothing_to_do_does_not_differ_yet():
    assert dependencies_of(web(ORDERS), []).differences == ()


def test_a_busy_service_that_leaves_out_a_declared_call_differs():
    found = dependencies_of(web(ORDERS, CACHE), [calls(WEB, ORDERS)])

    assert found.differences == ("names cache in its `calls` and has not called it",)
    assert dependencies_of(web(ORDERS), [calls(CACHE, WEB)]).differences != ()


def test_a_call_that_is_not_declared_differs():
    found = dependencies_of(web(), [calls(WEB, ORDERS)])

    assert found.differences == ("calls orders, which its `calls` does not name",)


def test_versions_of_one_service_are_one_dependency():
    edges = [EdgeTotals(WEB, Target(ORDERS, version), requests=1) for version in ("v1", "v2")]

    assert dependencies_of(web(ORDERS), edges).observed == (ORDERS,)


def test_what_a_gateway_of_the_same_name_calls_is_its_own_affair():
    assert dependencies_of(web(), [calls(WEB, ORDERS, gateway=True)]).observed == ()


def test_an_edge_without_requests_was_not_observed():
    assert dependencies_of(web(), [calls(WEB, ORDERS, 0)]).observed == ()
