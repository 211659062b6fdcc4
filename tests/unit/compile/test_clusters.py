"""Clusters and endpoints as Envoy gets them."""

import pytest

from unit.compile.sample import ORDERS, STOCK, WEB, compiled, default, instance, known, living
from weft.compile.clusters import to_app
from weft.compile.resources import CLUSTERS
from weft.envoy import messages
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.model.catalog import Health
from weft.model.document import Mesh
from weft.model.traffic import Algorithm, Balance, Breaker, Eject, Retry
from weft.model.workload import LOCALHOST, Inbound

CLUSTER = "out/default/orders"


def cluster(**settings):
    return compiled(known(default(WEB), default(STOCK), default(**settings)))["clusters"][CLUSTER]


def peer(socket):
    """The one identity that a transport socket accepts."""
    context = messages.unpack(socket.typed_config).common_tls_context
    [san] = (
        context.combined_validation_context.default_validation_context.match_typed_subject_alt_names
    )
    return san.matcher.exact


def test_the_defaults_of_the_mesh_are_what_envoy_gets():
    got = cluster()

    [limits] = got.circuit_breakers.thresholds
    assert got.connect_timeout.ToMilliseconds() == 1_000
    assert limits.max_connections.value == 1024
    assert limits.retry_budget.budget_percent.value == 20.0
    assert limits.retry_budget.min_retry_concurrency.value == 100
    assert got.outlier_detection.consecutive_5xx.value == 5
    assert got.outlier_detection.base_ejection_time.ToMilliseconds() == 10_000
    assert got.outlier_detection.always_eject_one_host.value
    assert (
        got.least_request_lb_config.slow_start_config.slow_start_window.ToMilliseconds() == 10_000
    )


def test_settings_of_a_service_are_what_envoy_gets():
    got = cluster(
        breaker=Breaker(1, 2, 3), eject=Eject(7, 8, 9), retry=Retry(budget_percent=50), ramp_up_ms=0
    )

    [limits] = got.circuit_breakers.thresholds
    assert (
        limits.max_connections.value,
        limits.max_pending_requests.value,
        limits.max_requests.value,
    ) == (1, 2, 3)
    assert limits.retry_budget.budget_percent.value == 50
    assert got.outlier_detection.consecutive_5xx.value == 7
    assert got.outlier_detection.base_ejection_time.ToMilliseconds() == 8
    assert got.outlier_detection.max_ejection_percent.value == 9
    assert not got.least_request_lb_config.HasField("slow_start_config")


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_every_algorithm_has_its_word(algorithm):
    got = cluster(balance=Balance(algorithm))

    assert got.LbPolicy.Name(got.lb_policy) == algorithm.name


def test_the_peer_must_prove_exactly_the_service_that_is_called():
    assert peer(cluster().transport_socket) == "spiffe://shop/ns/default/service/orders"


def test_who_stands_in_must_prove_its_own_identity():
    got = cluster(fallback=STOCK)

    [match] = got.transport_socket_matches
    assert peer(match.transport_socket) == "spiffe://shop/ns/default/service/stock"
    assert dict(match.match) == {"service": "default/stock"}


def test_connections_end_before_the_certificates_they_were_made_with():
    snapshot = known(Mesh("shop", certificate_life_s=20.0), default(WEB), default())
    got = compiled(snapshot)["clusters"][CLUSTER]

    [packed] = got.typed_extension_protocol_options.values()
    options = messages.unpack(packed).common_http_protocol_options
    assert options.max_connection_duration.ToMilliseconds() == 6_666
    assert options.idle_timeout.ToMilliseconds() == 900


def test_who_stands_in_has_a_lower_priority_and_says_who_it_is():
    snapshot = living(
        known(default(WEB), default(fallback=STOCK), default(STOCK)),
        instance("orders-1", health=Health.UNHEALTHY),
        instance("stock-1", service=STOCK, port=20002),
    )
    got = compiled(snapshot)["endpoints"]

    own, stand_in = got[CLUSTER].endpoints
    [endpoint] = stand_in.lb_endpoints
    assert (own.priority, list(own.lb_endpoints), stand_in.priority) == (0, [], 1)
    said = endpoint.metadata.filter_metadata["envoy.transport_socket_match"]
    assert said["service"] == "default/stock"
    [direct] = got["out/default/stock"].endpoints[0].lb_endpoints
    assert "envoy.transport_socket_match" not in direct.metadata.filter_metadata


def test_an_endpoint_says_which_instance_it_is():
    snapshot = living(known(default(WEB), default()), instance("orders-1", version="v2"))

    [group] = compiled(snapshot)["endpoints"][CLUSTER].endpoints
    said = group.lb_endpoints[0].metadata.filter_metadata["weft"]
    assert dict(said) == {"instance": "orders-1", "version": "v2"}


def test_a_cluster_is_named_for_its_target():
    assert ORDERS.key in cluster().name


def app_at(host):
    inbound = Inbound("orders-1", "127.0.0.1", 15002, host, 8000)
    message = messages.parse(CLUSTERS, to_app(inbound).body)
    [locality] = message.load_assignment.endpoints
    [member] = locality.lb_endpoints
    others = [each.address.socket_address.address for each in member.endpoint.additional_addresses]
    return message, [member.endpoint.address.socket_address.address, *others]


def test_an_app_on_localhost_is_tried_on_both_loopback_addresses():
    message, addresses = app_at(LOCALHOST)

    assert message.type == Cluster.STATIC
    assert addresses == ["127.0.0.1", "::1"]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "192.0.2.7"])
def test_an_address_is_taken_as_it_is(host):
    message, addresses = app_at(host)

    assert message.type == Cluster.STATIC
    assert addresses == [host]


def test_a_host_s_name_is_looked_up():
    message, addresses = app_at("legacy.example")

    assert message.type == Cluster.LOGICAL_DNS
    assert addresses == ["legacy.example"]
