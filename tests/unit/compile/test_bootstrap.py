"""What an Envoy is started with, and how its statistics are named."""

import re

import pytest

from unit.compile.sample import workload
from weft.compile import names
from weft.compile.bootstrap import bootstrap
from weft.model.names import Name, Target


def made():
    return bootstrap(
        workload(), trust_domain="shop", xds_socket="/x", admin_socket="/a", host="host-1"
    )


def test_admin_is_a_socket_for_its_owner_only():
    address = made().admin.address

    assert (address.pipe.path, address.pipe.mode) == ("/a", 0o600)


def test_everything_else_comes_by_delta_from_the_agent():
    source = made().dynamic_resources.ads_config

    assert source.ApiType.Name(source.api_type) == "DELTA_GRPC"
    [agent] = made().static_resources.clusters
    assert agent.name == source.grpc_services[0].envoy_grpc.cluster_name


def test_a_node_says_which_workload_of_which_host_it_is():
    assert made().node.id == "default.web@host-1"


@pytest.mark.parametrize(
    "target",
    [Target(Name("orders")), Target(Name("orders"), "1.4.2"), Target(Name("a", "b"), "v1")],
)
@pytest.mark.parametrize(
    "statistic", ["upstream_rq_200", "upstream_cx_active", "circuit_breakers.default.rq_open"]
)
def test_a_clusters_statistics_keep_its_whole_name(target, statistic):
    cluster = names.outbound_cluster(target)
    tag = made().stats_config.stats_tags[0]

    found = re.match(tag.regex, f"cluster.{cluster}.{statistic}")

    assert found
    assert found[2] == cluster
    assert names.target_of(found[2]) == target.key


@pytest.mark.parametrize(
    ("cluster", "target", "instance"),
    [
        ("out/default/orders@v1#x", "default/orders@v1", None),
        ("in/orders-1", None, "orders-1"),
        ("tls/orders-1", None, None),
        ("xds", None, None),
    ],
)
def test_names_of_clusters_can_be_read_back(cluster, target, instance):
    assert names.target_of(cluster) == target
    assert names.instance_of(cluster) == instance
