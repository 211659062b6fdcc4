"""Whole proxies: what they share, what they leave out, and that nothing is remembered wrongly."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unit.compile.sample import (
    ORDERS,
    STOCK,
    WEB,
    compiled,
    default,
    instance,
    known,
    living,
    rule,
    to,
    workload,
)
from weft.compile import clusters, endpoints, inbound, listeners, routes
from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, ROUTES, Resources
from weft.compile.workload import compile_workload
from weft.envoy import messages, rules
from weft.model.catalog import Callee, Health, Service
from weft.model.document import Key
from weft.model.gateway import Gateway, Route
from weft.model.names import Name
from weft.model.traffic import (
    Algorithm,
    Balance,
    Breaker,
    Eject,
    HeaderMatch,
    PathMatch,
    Retry,
    Split,
)
from weft.model.workload import Inbound, LocalPort, Workload

REMEMBERING = [
    value
    for module in (clusters, endpoints, inbound, listeners, routes)
    for value in vars(module).values()
    if hasattr(value, "cache_clear")
]
WAY = Inbound("web-1", "127.0.0.1", 15002, "127.0.0.1", 8000)


def forget():
    for function in REMEMBERING:
        function.cache_clear()


def everything(resources: Resources):
    return {(each.type_url, each.name): each for each in resources}


def test_every_caller_holds_the_same_bytes_for_one_callee():
    snapshot = living(
        known(default(WEB), default(STOCK), default()), instance("orders-1", port=20001)
    )
    one, other = (compile_workload(snapshot, workload(name)) for name in (WEB, STOCK))

    for url in (CLUSTERS, ENDPOINTS):
        assert one.of(url)["out/default/orders"] == other.of(url)["out/default/orders"]


def test_a_changed_instance_changes_its_endpoints_alone():
    before = living(known(default(WEB), default(), default(STOCK)), instance("orders-1"))
    after = living(before, instance("orders-2", port=20002))

    old, new = (everything(compile_workload(each, workload())) for each in (before, after))

    assert {key for key in new if old.get(key) != new[key]} == {(ENDPOINTS, "out/default/orders")}


@pytest.mark.parametrize(
    "change", [{"pid": 7}, {"probe_ms": 3.5}, {"since": 5.0}, {"reason": "?"}, {"restarts": 3}]
)
def test_what_callers_do_not_use_changes_nothing(change):
    before = living(known(default(WEB), default()), instance("orders-1"))
    after = living(before, instance("orders-1", **change))

    assert everything(compile_workload(before, workload())) == everything(
        compile_workload(after, workload())
    )


def test_every_cluster_of_endpoints_has_some_even_if_none():
    held = compiled(known(default(WEB), default(), default(STOCK)))

    wanting = {name for name, each in held["clusters"].items() if each.type == each.EDS}
    assert wanting == set(held["endpoints"])


def test_a_resource_names_the_documents_that_it_came_from():
    route = Route(ORDERS, (rule(to(ORDERS)),))
    snapshot = known(default(WEB), default(fallback=STOCK), default(STOCK), route)
    resources = compile_workload(
        snapshot, workload(local_ports=(LocalPort(ORDERS, 15002),), inbound=(WAY,))
    )

    orders, stock, web = (Key("Service", each.key) for each in (ORDERS, STOCK, WEB))
    assert resources.of(CLUSTERS)["out/default/orders"].sources == (orders, stock)
    assert resources.of(ROUTES)["out/default/orders"].sources == (Key("Route", ORDERS.key), orders)
    assert Key("Route", ORDERS.key) in resources.of(ROUTES)["out"].sources
    assert resources.of(LISTENERS)["in/web-1"].sources == (web,)
    assert resources.of(LISTENERS)["out/default/orders"].sources == (web, orders)


def test_a_gateway_has_neither_a_forward_proxy_nor_a_way_in_to_apps():
    gateway = Gateway(Name("public"), "127.0.0.1", 8080, (rule(to(ORDERS)),))
    held = compiled(known(default(), gateway), Workload(Name("public"), gateway=True))

    assert set(held["listeners"]) == {"gateway"}
    assert set(held["routes"]) == {"gateway"}
    assert set(held["clusters"]) == {"out/default/orders"}


def test_a_gateway_that_no_document_describes_listens_nowhere():
    held = compiled(known(default()), Workload(Name("public"), gateway=True))

    assert not any(held.values())


def test_no_port_is_shared_and_no_admin_is_among_the_listeners():
    of = workload(inbound=(WAY,), local_ports=(LocalPort(ORDERS, 15003),), call_socket="/tmp/c")
    held = compiled(known(default(WEB), default()), of)["listeners"]

    assert set(held) == {"out", "connect", "call", "out/default/orders", "in/web-1", "tls/web-1"}
    bound = [each for each in held.values() if each.HasField("address")]
    assert all(each.HasField("enable_reuse_port") for each in bound)
    assert not any(each.enable_reuse_port.value for each in bound)
    loopback = [e.address.socket_address for e in bound if e.address.HasField("socket_address")]
    assert {address.address for address in loopback} == {"127.0.0.1"}
    assert held["call"].address.pipe.mode == 0o600


def test_allow_is_a_list_of_exact_identities_for_services_and_gateways():
    web = default(WEB, allow=(ORDERS,))
    listener = compiled(known(web), workload(inbound=(WAY,)))["listeners"]["tls/web-1"]

    guard, _ = listener.filter_chains[0].filters
    policy = messages.unpack(guard.typed_config).rules.policies["allow"]
    assert [each.authenticated.principal_name.exact for each in policy.principals] == [
        "spiffe://shop/ns/default/service/orders",
        "spiffe://shop/ns/default/gateway/orders",
    ]


def test_an_empty_allow_is_a_guard_without_anyone_to_let_in():
    listener = compiled(known(default(WEB, allow=())), workload(inbound=(WAY,)))["listeners"][
        "tls/web-1"
    ]

    guard, _ = listener.filter_chains[0].filters
    rules = messages.unpack(guard.typed_config).rules
    assert rules.action == rules.ALLOW
    assert not rules.policies


def test_versions_are_the_same_in_every_process():
    """Whatever order a process's sets and maps have."""
    program = (
        "from unit.compile.sample import *\n"
        "from weft.model.workload import *\n"
        "way = Inbound('web-1', '127.0.0.1', 15002, '127.0.0.1', 8000)\n"
        "snapshot = living(known(default(WEB, allow=(ORDERS, STOCK)), default(),"
        " default(STOCK)), instance('orders-1'))\n"
        "of = workload(inbound=(way,), access_log='/dev/null', call_socket='/tmp/c')\n"
        "print(sorted((r.name, r.version) for r in compile_workload(snapshot, of)))\n"
    )
    root = Path(__file__).parents[3]
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}/src:{root}/tests"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


# Random meshes.

names = st.sampled_from([WEB, ORDERS, STOCK])
targets = st.builds(to, names, st.sampled_from([None, "v1", "1.4.2"]))
some = st.integers(1, 5)
service_settings = st.fixed_dictionaries(
    {
        "calls": st.none() | st.lists(names, max_size=3).map(lambda n: tuple(map(Callee, n))),
        "allow": st.none() | st.lists(names, max_size=2).map(tuple),
        "fallback": st.none() | names,
        "balance": st.builds(Balance, st.sampled_from(list(Algorithm)), st.none() | st.just("x-u")),
        "retry": st.builds(Retry, attempts=st.integers(0, 3), per_try_ms=st.none() | some),
        "breaker": st.builds(Breaker, some, some, some),
        "eject": st.builds(Eject, some, some, st.integers(0, 100)),
        "timeout_ms": st.none() | some,
        "ramp_up_ms": st.integers(0, 2),
    }
)
rule_lists = st.lists(
    st.builds(
        lambda splits, path, headers, method: rule(
            *splits, path=path, headers=headers, method=method
        ),
        st.lists(st.builds(Split, targets, st.integers(0, 3)), max_size=3),
        st.builds(
            PathMatch, st.sampled_from(["exact", "prefix", "regex"]), st.sampled_from(["/", "/a/"])
        ),
        st.sampled_from([(), (HeaderMatch("x", "1"),)]),
        st.sampled_from([None, "GET", "POST"]),
    ),
    max_size=3,
).map(tuple)
instances = st.lists(
    st.builds(
        instance,
        st.sampled_from(["1", "2", "3"]),
        service=names,
        port=st.integers(20000, 20009),
        health=st.sampled_from(list(Health)),
        version=st.sampled_from(["", "v1", "1.4.2"]),
        weight=st.integers(0, 200),
    ),
    max_size=6,
)


@st.composite
def meshes(draw):
    specs = [Service(name, **draw(service_settings)) for name in (WEB, ORDERS, STOCK)]
    specs += [Route(name, draw(rule_lists)) for name in draw(st.sets(names))]
    specs.append(Gateway(Name("public"), "127.0.0.1", 8080, draw(rule_lists)))
    return living(known(*specs), *draw(instances))


@settings(max_examples=60, deadline=None)
@given(meshes())
def test_any_mesh_compiles_into_what_envoys_rules_accept_with_and_without_memory(snapshot):
    ways = (WAY,)
    for of in (workload(inbound=ways), Workload(Name("public"), gateway=True)):
        remembered = compile_workload(snapshot, of)
        forget()

        assert everything(compile_workload(snapshot, of)) == everything(remembered)
        held = {name for (url, name) in everything(remembered) if url == CLUSTERS}
        for each in remembered:
            message = messages.parse(each.type_url, each.body)
            assert rules.violations(message) == []
            if each.type_url == ROUTES:
                assert _aimed_at(message) <= held


def _aimed_at(configuration):
    return {
        cluster.name
        for host in configuration.virtual_hosts
        for route in host.routes
        for cluster in route.route.weighted_clusters.clusters
    }
