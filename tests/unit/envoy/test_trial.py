"""The bootstrap that tries resources, and what is read out of Envoy's refusal."""

from dataclasses import dataclass

import pytest

from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.messages import from_dict, serialize, to_dict, type_url
from weft.envoy.trial import foundation, reason, trial


@dataclass(frozen=True)
class Resource:
    type_url: str
    name: str
    body: bytes


def resource(message) -> Resource:
    return Resource(type_url(message), message.name, serialize(message))


def test_clusters_and_listeners_become_static_ones():
    cluster, listener = Cluster(name="out/orders"), Listener(name="out")

    made = trial(None, [resource(cluster), resource(listener)])

    assert list(made.static_resources.clusters) == [cluster]
    assert list(made.static_resources.listeners) == [listener]


def test_each_route_configuration_gets_a_listener_with_an_address_of_its_own():
    routes = [RouteConfiguration(name="out"), RouteConfiguration(name="gateway")]

    made = trial(None, [resource(each) for each in routes])

    paths = {each.address.pipe.path for each in made.static_resources.listeners}
    assert len(paths) == 2
    assert all(path.startswith("@") for path in paths)
    inline = to_dict(made.static_resources.listeners[0])["filter_chains"][0]["filters"][0]
    assert inline["typed_config"]["route_config"] == {"name": "out", "validate_clusters": False}


def test_a_route_configuration_that_wants_its_clusters_checked_keeps_its_wish():
    routes = RouteConfiguration(name="out", validate_clusters={"value": True})

    made = trial(None, [resource(routes)])

    inline = to_dict(made.static_resources.listeners[0])["filter_chains"][0]["filters"][0]
    assert inline["typed_config"]["route_config"]["validate_clusters"] is True


def test_nothing_of_the_base_reaches_outside_of_the_trial():
    base = from_dict(
        {
            "node": {"id": "web-1"},
            "admin": {"address": {"pipe": {"path": "/run/admin.sock"}}},
            "dynamic_resources": {"cds_config": {"path": "/etc/envoy/cds.yaml"}},
            "static_resources": {"clusters": [{"name": "xds"}]},
        },
        Bootstrap,
    )

    made = foundation(base)

    assert not made.HasField("admin")
    assert not made.HasField("dynamic_resources")
    assert [each.name for each in made.static_resources.clusters] == ["xds"]
    assert base.HasField("admin")


def test_the_node_does_not_matter_so_that_workloads_share_verdicts():
    one, other = (from_dict({"node": {"id": each}}, Bootstrap) for each in ("web", "orders"))

    assert serialize(foundation(one)) == serialize(foundation(other))


def test_internal_listeners_are_possible_and_stated_once():
    once = foundation(None)

    assert [each.name for each in once.bootstrap_extensions] == [
        "envoy.bootstrap.internal_listener"
    ]
    assert foundation(once) == once


def test_a_type_that_cannot_be_static_is_our_own_mistake():
    body = ClusterLoadAssignment(cluster_name="out/orders")
    endpoints = Resource(type_url(body), "out/orders", serialize(body))

    with pytest.raises(ValueError, match="ClusterLoadAssignment"):
        trial(None, [endpoints])


PREFIX = (
    "[2026-11-20 16:06:26.172][7855][critical][main] [source/server/validation.cc:76] "
    "error initializing configuration '/tmp/weft-trial-x/bootstrap.pb': "
)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", ""),
        (PREFIX + "missing ): ((\n", "missing ): (("),
        (
            PREFIX + "ring hash: minimum_ring_size (2048) > maximum_ring_size (1024)\n\n",
            "ring hash: minimum_ring_size (2048) > maximum_ring_size (1024)",
        ),
        (
            PREFIX + 'goo.gle/debugproto    \nnode {\n  id: "v: "\n}\nstatic_resources {\n}\n: '
            "Proto constraint validation failed (BootstrapValidationError.StaticResources: "
            "embedded message failed validation | "
            "caused by StaticResourcesValidationError.Clusters[2]: "
            "embedded message failed validation | "
            "caused by ClusterValidationError.ConnectTimeout: value must be greater than 0s)\n",
            "ClusterValidationError.ConnectTimeout: value must be greater than 0s",
        ),
        ("[2026-11-20 16:06:26.172][1][critical][main] [a.cc:1] out of paper\n", "out of paper"),
        ("envoy: symbol lookup error\n", "envoy: symbol lookup error"),
    ],
    ids=["silence", "plain", "colons", "dump", "other log line", "no log line"],
)
def test_the_reason_is_the_sentence_that_matters(said, why):
    assert reason(said) == why


def test_an_endless_reason_is_cut():
    assert len(reason("x" * 100_000)) < 3000
