"""What a workload knows of, and in what order rules are tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.compile.sample import ORDERS, STOCK, WEB, instance, known, living, rule, to, workload
from weft.compile.view import Choice, by_precedence, members, view_of
from weft.model.catalog import Callee, Health, Service
from weft.model.gateway import Gateway, Route
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.traffic import HeaderMatch, Match, PathMatch, Rule, Split
from weft.model.workload import Workload


def destinations(snapshot, of=None):
    return [str(each.service.name) for each in view_of(snapshot, of or workload()).destinations]


def upstreams(snapshot, of=None):
    return [str(each.target) for each in view_of(snapshot, of or workload()).upstreams]


def test_without_calls_a_workload_knows_of_every_service():
    snapshot = known(Service(WEB), Service(STOCK), Service(ORDERS))

    assert destinations(snapshot) == ["orders", "stock", "web"]


def test_with_calls_it_knows_of_those_alone():
    snapshot = known(Service(WEB, calls=(Callee(ORDERS),)), Service(STOCK), Service(ORDERS))

    assert destinations(snapshot) == ["orders"]
    assert upstreams(snapshot) == ["orders"]


def test_versions_and_services_that_rules_aim_at_are_reached_but_have_no_name():
    route = Route(ORDERS, (rule(Split(to(ORDERS, "v1"), 9), Split(to(STOCK), 1)),))
    snapshot = known(Service(WEB, calls=(Callee(ORDERS),)), Service(STOCK), Service(ORDERS), route)

    assert destinations(snapshot) == ["orders"]
    assert upstreams(snapshot) == ["orders@v1", "stock"]


def test_a_gateway_reaches_what_its_rules_aim_at_and_nothing_else():
    gateway = Gateway(Name("public"), "127.0.0.1", 8080, (rule(to(ORDERS)),))
    snapshot = known(Service(WEB), Service(ORDERS), gateway)
    of = Workload(Name("public"), gateway=True)

    assert destinations(snapshot, of) == []
    assert upstreams(snapshot, of) == ["orders"]


def test_who_stands_in_is_a_chain_that_ends_where_it_closes():
    snapshot = known(
        Service(WEB, fallback=ORDERS), Service(ORDERS, fallback=STOCK), Service(STOCK, fallback=WEB)
    )

    [orders, *_] = view_of(snapshot, workload()).upstreams
    assert orders.fallbacks == (STOCK, WEB)


def test_a_snapshot_without_its_mesh_is_no_empty_answer():
    with pytest.raises(ValueError, match="without its mesh"):
        view_of(Snapshot(), workload())


@pytest.mark.parametrize("health", list(Health))
def test_only_instances_that_serve_are_members(health):
    snapshot = living(known(Service(ORDERS)), instance("orders-1", health=health))
    [upstream] = view_of(snapshot, workload()).upstreams

    assert bool(members(snapshot, upstream)[0]) is health.serving


def test_a_degraded_member_has_a_tenth_of_its_weight_however_small():
    snapshot = living(
        known(Service(ORDERS)),
        instance("orders-1", weight=1),
        instance("orders-2", weight=1, health=Health.DEGRADED),
        instance("orders-3", weight=0),
    )
    [upstream] = view_of(snapshot, workload()).upstreams

    assert [member.weight for member in members(snapshot, upstream)[0]] == [10, 1]


def order(*matches):
    choices = [
        Choice(str(number), Rule((), match), Service(ORDERS))
        for number, match in enumerate(matches)
    ]
    return [int(choice.name) for choice in by_precedence(choices)]


def test_precedence_is_that_of_the_gateway_api():
    header = HeaderMatch("x", "1")
    assert order(
        Match(),
        Match(headers=(header,)),
        Match(headers=(header, header)),
        Match(method="GET"),
        Match(path=PathMatch("prefix", "/a")),
        Match(path=PathMatch("prefix", "/a/b"), headers=(header,)),
        Match(path=PathMatch("regex", "/a.*")),
        Match(path=PathMatch("exact", "/a")),
        Match(path=PathMatch("exact", "/a"), method="PUT"),
    ) == [8, 7, 6, 5, 4, 3, 2, 1, 0]


def test_equal_matches_keep_their_order_and_a_trailing_slash_is_none():
    assert order(Match(), Match(), Match()) == [0, 1, 2]
    assert order(Match(path=PathMatch("prefix", "/a")), Match(path=PathMatch("prefix", "/a/"))) == [
        0,
        1,
    ]


matches = st.builds(
    Match,
    path=st.builds(
        PathMatch,
        st.sampled_from(["exact", "prefix", "regex"]),
        st.sampled_from(["/", "/a", "/a/b"]),
    ),
    method=st.sampled_from([None, "GET"]),
    headers=st.sampled_from([(), (HeaderMatch("x", "1"),)]),
)


@given(st.lists(matches, max_size=8), st.randoms(use_true_random=False))
def test_precedence_depends_on_the_order_written_only_between_equals(found, random):
    def specificities(given):
        ordered = by_precedence(Choice("", Rule((), match), Service(ORDERS)) for match in given)
        return [
            (c.rule.match.path.kind, c.rule.match.method, len(c.rule.match.headers))
            for c in ordered
        ]

    shuffled = list(found)
    random.shuffle(shuffled)

    assert specificities(found) == specificities(shuffled)
