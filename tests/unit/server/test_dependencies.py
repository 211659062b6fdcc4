"""Declared and observed calls."""

from weft.model.catalog import Callee, Service
from weft.model.names import Name
from weft.server.dependencies import Dependencies, dependencies_of

WEB, ORDERS, CACHE = Name("web"), Name("orders"), Name("cache")


def web(*callees: Name) -> Service:
    return Service(WEB, calls=tuple(Callee(name) for name in callees))


def test_a_service_that_may_call_everything_never_differs():
    found = dependencies_of(Service(WEB), [ORDERS, CACHE], called=True)

    assert found == Dependencies(None, (CACHE, ORDERS), ())


def test_a_service_that_has_had_nothing_to_do_does_not_differ_yet():
    assert dependencies_of(web(ORDERS), [], called=False).differences == ()


def test_a_busy_service_that_leaves_out_a_declared_call_differs():
    found = dependencies_of(web(ORDERS, CACHE), [ORDERS], called=False)

    assert found.differences == ("names cache in its `calls` and has not called it",)
    assert dependencies_of(web(ORDERS), [], called=True).differences != ()


def test_a_call_that_is_not_declared_differs():
    found = dependencies_of(web(), [ORDERS], called=True)

    assert found.differences == ("calls orders, which its `calls` does not name",)
