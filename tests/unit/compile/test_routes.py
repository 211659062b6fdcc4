"""Routes as Envoy gets them."""

import re

import pytest

from unit.compile.sample import ORDERS, STOCK, WEB, compiled, default, known, rule, to, workload
from weft.model.gateway import Gateway, Route
from weft.model.names import Name
from weft.model.traffic import (
    Algorithm,
    Balance,
    HeaderMatch,
    Match,
    PathMatch,
    Retry,
    Rule,
    Split,
)
from weft.model.workload import LocalPort, Workload


def routes(*specs, service=ORDERS):
    """The routes to `orders`, without those for CONNECT and the last refusal."""
    held = compiled(known(default(WEB), *specs))["routes"]["out"]
    [host] = [host for host in held.virtual_hosts if host.name == service.key]
    return [route for route in host.routes if "#connect" not in route.name][1:-1]


def test_every_rule_is_two_routes_one_of_them_for_methods_that_may_be_sent_twice():
    twice, once = routes(default())

    [method] = twice.match.headers
    assert re.fullmatch(method.string_match.safe_regex.regex, "PUT")
    assert not re.fullmatch(method.string_match.safe_regex.regex, "POST")
    assert not once.match.headers
    assert (
        twice.route.retry_policy.retry_on
        == "connect-failure,refused-stream,reset-before-request,reset,retriable-status-codes"
    )
    assert list(twice.route.retry_policy.retriable_status_codes) == [502, 503, 504]
    assert once.route.retry_policy.retry_on == "connect-failure,refused-stream,reset-before-request"
    assert not once.route.retry_policy.retriable_status_codes


@pytest.mark.parametrize(("method", "resent"), [("GET", True), ("POST", False)])
def test_a_rule_for_one_method_is_one_route(method, resent):
    route = Route(ORDERS, (rule(to(ORDERS), method=method),))
    [only] = routes(default(), route)

    assert ("reset," in only.route.retry_policy.retry_on) is resent


def test_without_attempts_nothing_is_retried():
    [only] = routes(default(retry=Retry(attempts=0)))

    assert not only.route.HasField("retry_policy")


def test_a_retry_goes_to_an_instance_that_was_not_tried():
    first, _ = routes(default(retry=Retry(attempts=3, per_try_ms=500)))

    policy = first.route.retry_policy
    assert policy.num_retries.value == 3
    assert policy.per_try_timeout.ToMilliseconds() == 500
    assert "previous_hosts" in policy.retry_host_predicate[0].name


@pytest.mark.parametrize(
    ("service_ms", "rule_ms", "wanted"), [(None, None, 0), (2000, None, 2000), (2000, 50, 50)]
)
def test_the_time_limit_is_the_rules_else_the_services_else_none(service_ms, rule_ms, wanted):
    route = Route(ORDERS, (rule(to(ORDERS), timeout_ms=rule_ms),))
    first, _ = routes(default(timeout_ms=service_ms), route)

    assert first.route.HasField("timeout")
    assert first.route.timeout.ToMilliseconds() == wanted
    assert first.route.idle_timeout.ToMilliseconds() == 60_000


@pytest.mark.parametrize(
    ("balance", "kinds"),
    [
        (Balance(), []),
        (Balance(hash_header="x-user"), []),
        (Balance(Algorithm.MAGLEV), ["connection_properties"]),
        (Balance(Algorithm.RING_HASH, hash_header="x-user"), ["header", "connection_properties"]),
        (Balance(Algorithm.RING_HASH, hash_cookie="sid"), ["cookie", "connection_properties"]),
    ],
)
def test_hashing_algorithms_are_fed(balance, kinds):
    first, _ = routes(default(balance=balance))

    assert [each.WhichOneof("policy_specifier") for each in first.route.hash_policy] == kinds


@pytest.mark.parametrize(
    ("path", "field", "value"),
    [
        (PathMatch("prefix", "/"), "prefix", "/"),
        (PathMatch("prefix", "/a"), "path_separated_prefix", "/a"),
        (PathMatch("prefix", "/a/"), "path_separated_prefix", "/a"),
        (PathMatch("exact", "/a/"), "path", "/a/"),
    ],
)
def test_paths_are_matched_as_the_gateway_api_says(path, field, value):
    first, _ = routes(default(), Route(ORDERS, (rule(to(ORDERS), path=path),)))

    assert first.match.WhichOneof("path_specifier") == field
    assert getattr(first.match, field) == value


def test_expressions_match_the_whole_text():
    header = HeaderMatch("x-beta", "1|2", regex=True)
    match = {"path": PathMatch("regex", "/v[0-9]"), "headers": (header,)}
    _, once = routes(default(), Route(ORDERS, (rule(to(ORDERS), **match),)))

    assert once.match.safe_regex.regex == "/v[0-9]"
    assert once.match.headers[0].string_match.safe_regex.regex == "1|2"


def test_shares_of_zero_are_left_out():
    split = (Split(to(ORDERS, "v1"), 3), Split(to(ORDERS, "v2"), 0))
    first, _ = routes(default(), Route(ORDERS, (rule(*split),)))

    assert [(c.name, c.weight.value) for c in first.route.weighted_clusters.clusters] == [
        ("out/default/orders@v1", 3)
    ]


def test_only_zeros_are_a_refusal_and_not_a_route_that_envoy_would_refuse():
    [only] = routes(default(), Route(ORDERS, (rule(Split(to(ORDERS), 0)),)))

    assert only.direct_response.status == 503


def test_a_rule_without_any_target_is_answered_for_by_a_service_with_503_by_a_gateway_with_500():
    nowhere = Rule(to=(), match=Match(path=PathMatch("exact", "/a")))
    gateway = Gateway(Name("public"), "127.0.0.1", 8080, (nowhere,))
    resources = compiled(known(gateway), Workload(Name("public"), gateway=True))
    (edge,) = resources["routes"]["gateway"].virtual_hosts
    inside = routes(default(), Route(ORDERS, (nowhere,)))[0]

    assert (edge.routes[0].match.path, inside.match.path) == ("/a", "/a")
    assert edge.routes[0].direct_response.status == 500
    assert inside.direct_response.status == 503


def test_names_of_another_namespace_need_it():
    held = compiled(known(default(WEB), default(Name("audit", "back")), default()))["routes"]["out"]

    assert {host.name: list(host.domains) for host in held.virtual_hosts} == {
        "back/audit": ["audit.back.mesh"],
        "default/orders": ["orders", "orders.mesh", "orders.default.mesh"],
        "default/web": ["web", "web.mesh", "web.default.mesh"],
    }


def test_a_local_port_takes_whatever_host_is_asked_for():
    of = workload(local_ports=(LocalPort(ORDERS, 15002),))
    held = compiled(known(default(WEB), default()), of)["routes"]

    assert list(held["out/default/orders"].virtual_hosts[0].domains) == ["*"]
    assert "out/default/web" not in held


def test_a_gateways_host_holds_the_rules_of_less_specific_hosts_after_its_own():
    gateway = Gateway(
        Name("public"),
        "127.0.0.1",
        8080,
        (
            rule(to(WEB)),
            rule(to(STOCK), host="*.example"),
            rule(to(ORDERS), host="a.example"),
            rule(to(WEB), host="a.example", path=PathMatch("prefix", "/web")),
            rule(to(STOCK), host="*.a.example"),
        ),
    )
    snapshot = known(default(WEB), default(), default(STOCK), gateway)
    held = compiled(snapshot, Workload(Name("public"), gateway=True))["routes"]["gateway"]

    def tried(host):
        [found] = [each for each in held.virtual_hosts if each.name == host]
        return list(dict.fromkeys(route.name for route in found.routes))

    assert tried("a.example") == ["public#4", "public#3", "public#2", "public#1"]
    assert tried("*.a.example") == ["public#5", "public#2", "public#1"]
    assert tried("*.example") == ["public#2", "public#1"]
    assert tried("*") == ["public#1"]
