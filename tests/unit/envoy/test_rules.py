"""Envoy's own field rules, held against messages in Python."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet

from weft.envoy import rules
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.cluster.v3.outlier_detection_pb2 import OutlierDetection
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address, SocketAddress
from weft.envoy.api.envoy.config.core.v3.base_pb2 import HeaderValue, TransportSocket
from weft.envoy.api.envoy.config.core.v3.grpc_service_pb2 import GrpcService
from weft.envoy.api.envoy.config.core.v3.health_check_pb2 import HealthCheck
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_components_pb2 import (
    Endpoint,
    LbEndpoint,
    LocalityLbEndpoints,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.route.v3.route_components_pb2 import (
    CorsPolicy,
    RedirectAction,
    Route,
    RouteAction,
    RouteMatch,
    VirtualHost,
)
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.tls_pb2 import UpstreamTlsContext
from weft.envoy.api.validate import validate_pb2
from weft.envoy.constraints import SUPPORTED, constraints_of
from weft.envoy.messages import milliseconds, pack
from weft.envoy.pool import POOL
from weft.envoy.rules import Violation, violations

# Every kind of rule that some field of the API states. A new Envoy may add one:
# it must then be supported before this list is extended.
OCCURRING = set(
    """
    any.required bool.const bytes.max_len bytes.min_len
    double.gt double.gte double.lt double.lte float.gte
    duration.gt duration.gte duration.lt duration.lte duration.required
    enum.defined_only enum.not_in int32.gt int32.gte int32.lte int64.gt
    map.keys map.min_pairs map.values message.required message.skip
    repeated.items repeated.max_items repeated.min_items repeated.unique
    string.ignore_empty string.in string.max_bytes string.max_len string.min_len string.pattern
    string.prefix string.strict string.suffix string.well_known_regex
    uint32.gt uint32.gte uint32.ignore_empty uint32.lt uint32.lte
    uint64.gt uint64.gte uint64.lt uint64.lte
    """.split()  # noqa: SIM905 (a list of words reads better as words)
)


def all_message_types():
    from importlib import resources

    raw = resources.files("weft.envoy.api").joinpath("descriptors.binpb").read_bytes()
    waiting = [
        message
        for file in FileDescriptorSet.FromString(raw).file
        for message in POOL.FindFileByName(file.name).message_types_by_name.values()
    ]
    while waiting:
        message = waiting.pop()
        waiting.extend(message.nested_types)
        yield message


def kinds_of(stated):
    for family, told in stated.ListFields():
        for rule, value in told.ListFields():
            yield f"{family.name}.{rule.name}"
            if rule.name in ("items", "keys", "values"):
                yield from kinds_of(value)


def test_every_kind_of_rule_that_occurs_in_the_api_is_supported():
    occurring = {
        kind
        for message in all_message_types()
        for each in message.fields
        for kind in kinds_of(rules._stated(each))
    }
    supported = {f"{family}.{rule}" for family, told in SUPPORTED.items() for rule in told}

    assert occurring == OCCURRING
    assert occurring <= supported


def test_the_rules_of_every_message_type_can_be_read():
    assert sum(1 for each in all_message_types() if rules.rules_of(each.full_name)) > 1600


def test_a_rule_of_an_unknown_kind_is_never_passed_over():
    stated = validate_pb2.FieldRules(string=validate_pb2.StringRules(uuid=True))

    with pytest.raises(NotImplementedError, match=r"string\.uuid"):
        constraints_of(stated, Cluster.DESCRIPTOR.fields_by_name["name"])


def test_a_good_message_breaks_no_rule():
    message = Cluster(name="orders", connect_timeout=milliseconds(1000), type=Cluster.EDS)

    assert violations(message) == []


def socket(**fields) -> Address:
    return Address(socket_address=SocketAddress(**{"address": "127.0.0.1", **fields}))


def route(**fields) -> Route:
    return Route(match=RouteMatch(prefix="/"), **fields)


@pytest.mark.parametrize(
    ("message", "path", "rule"),
    [
        (Cluster(), "name", "string.min_len: 1"),
        (Cluster(name="x", lb_policy=99), "lb_policy", "enum.defined_only"),
        (Cluster(name="x", connect_timeout=timedelta(0)), "connect_timeout", "duration.gt: 0s"),
        (HealthCheck.HttpHealthCheck(path="/", method=6), "method", "enum.not_in: [6]"),
        (
            OutlierDetection(max_ejection_percent={"value": 101}),
            "max_ejection_percent",
            "uint32.lte: 100",
        ),
        (LbEndpoint(load_balancing_weight={"value": 0}), "load_balancing_weight", "uint32.gte: 1"),
        (socket(port_value=65536), "socket_address.port_value", "uint32.lte: 65535"),
        (Address(), "address", "oneof.required"),
        (SocketAddress(address="127.0.0.1"), "port_specifier", "oneof.required"),
        (HealthCheck(), "timeout", "duration.required"),
        (HealthCheck(), "unhealthy_threshold", "message.required"),
        (Route(), "match", "message.required"),
        (VirtualHost(name="x"), "domains", "repeated.min_items: 1"),
        (HeaderValue(key="a\nb"), "key", "string.well_known_regex: HTTP_HEADER_NAME"),
        (HeaderValue(key="a", value="b\r\nc"), "value", "string.well_known_regex"),
        (HeaderValue(key="k" * 16385), "key", "string.max_bytes: 16384"),
        (RedirectAction(host_redirect="a\nb"), "host_redirect", "string.well_known_regex"),
        (
            RouteConfiguration(internal_only_headers=["fine", "not\nfine"]),
            "internal_only_headers[1]",
            "string.well_known_regex",
        ),
        (
            GrpcService(google_grpc={"stat_prefix": "x"}),
            "google_grpc.target_uri",
            "string.min_len: 1",
        ),
    ],
)
def test_a_broken_rule_is_found_where_it_is(message, path, rule):
    found = {(each.path, each.rule) for each in violations(message)}

    assert any(where == path and said.startswith(rule) for where, said in found), found


def test_the_whole_path_leads_through_lists_and_oneofs():
    endpoint = LbEndpoint(endpoint=Endpoint(address=socket(port_value=70000)))
    message = ClusterLoadAssignment(
        cluster_name="orders", endpoints=[LocalityLbEndpoints(lb_endpoints=[endpoint])]
    )

    assert violations(message) == [
        Violation(
            "endpoints[0].lb_endpoints[0].endpoint.address.socket_address.port_value",
            "uint32.lte: 65535",
            "70000",
        )
    ]


def test_what_is_packed_is_checked_too():
    message = Cluster(
        name="orders",
        transport_socket=TransportSocket(
            name="tls", typed_config=pack(UpstreamTlsContext(sni="s" * 256))
        ),
    )

    [found] = violations(message)

    assert found.path == "transport_socket.typed_config(UpstreamTlsContext).sni"
    assert found.rule == "string.max_bytes: 255"
    assert len(found.value) < 100


def test_bytes_that_are_not_the_packed_type_are_a_violation():
    message = Cluster(name="orders", transport_socket=TransportSocket(name="tls"))
    message.transport_socket.typed_config.type_url = "x/" + UpstreamTlsContext.DESCRIPTOR.full_name
    message.transport_socket.typed_config.value = b"\xff\xff"

    [found] = violations(message)

    assert found.path == "transport_socket.typed_config"


def test_a_packed_type_of_somebody_else_is_left_alone():
    message = Cluster(name="orders", transport_socket=TransportSocket(name="tls"))
    message.transport_socket.typed_config.type_url = "example.org/some.Other"
    message.transport_socket.typed_config.value = b"\xff\xff"

    assert violations(message) == []


def test_an_unset_member_of_a_oneof_is_not_held_against_its_rules():
    """`cluster` must not be empty, but only where it is the one that is set."""
    assert violations(route(route=RouteAction(cluster="orders"))) == []
    assert violations(route(route=RouteAction(cluster_header="x-to"))) == []

    [found] = violations(route(route=RouteAction(cluster="")))
    assert found.path == "route.cluster"


def test_a_rule_that_ignores_the_empty_value_ignores_it():
    assert violations(route(redirect=RedirectAction(host_redirect=""))) == []


def test_an_unset_wrapper_is_not_a_zero():
    assert violations(LbEndpoint()) == []


def test_maps_are_checked_by_key_and_by_value():
    message = Route(match=RouteMatch(prefix="/"), redirect=RedirectAction())
    message.typed_per_filter_config["fine"].CopyFrom(
        pack(CorsPolicy(filter_enabled={"default_value": {"denominator": 9}}))
    )

    [found] = violations(message)

    assert found.path == (
        "typed_per_filter_config['fine'](CorsPolicy).filter_enabled.default_value.denominator"
    )


def test_a_violation_reads_as_a_sentence():
    [found] = violations(Cluster(name="orders", connect_timeout=timedelta(seconds=-1)))

    assert str(found) == "connect_timeout: breaks duration.gt: 0s (it is -1s)"


def constraint(**rules_of_kind):
    stated = validate_pb2.FieldRules(**rules_of_kind)
    field = SimpleNamespace(full_name="test.field", enum_type=None, message_type=None)
    own = constraints_of(stated, field).own
    return lambda value: all(each.holds(value) for each in own)


@pytest.mark.parametrize(
    ("stated", "good", "bad"),
    [
        ({"uint32": {"gte": 5, "lt": 7}}, [5, 6], [4, 7]),
        # A lower bound above the upper one: outside of the two.
        ({"int32": {"gt": 7, "lt": 3}}, [2, 8], [3, 5, 7]),
        ({"uint32": {"in": [1, 3]}}, [1, 3], [0, 2]),
        ({"double": {"const": 1.5}}, [1.5], [1.0]),
        ({"uint32": {"gt": 9, "ignore_empty": True}}, [0, 10], [9]),
        ({"bool": {"const": True}}, [True], [False]),
        ({"string": {"len": 2}}, ["ab", "éé"], ["a"]),
        ({"string": {"min_bytes": 2, "max_bytes": 3}}, ["é", "abc"], ["a", "éé"]),
        ({"string": {"len_bytes": 2}}, ["é"], ["éé"]),
        ({"string": {"prefix": "a", "suffix": "z", "contains": "m"}}, ["amz"], ["az", "mz"]),
        ({"string": {"not_contains": "."}}, ["a"], ["a.b"]),
        ({"string": {"not_in": ["a"]}}, ["b"], ["a"]),
        ({"string": {"pattern": "[a-z]+"}}, ["abc"], ["abc1", "abc\n", ""]),
        ({"string": {"well_known_regex": 1}}, [":path", "x-a_b"], ["", "a b", "a:b", "é"]),
        ({"string": {"well_known_regex": 1, "strict": False}}, ["a b", ""], ["a\n", "\0"]),
        ({"string": {"well_known_regex": 2}}, ["a\tb", "é"], ["a\x01", "\x7f", "a\n"]),
        ({"bytes": {"max_len": 1}}, [b"", b"a"], [b"ab"]),
        ({"repeated": {"min_items": 1, "max_items": 2}}, [[1], [1, 2]], [[], [1, 2, 3]]),
        ({"repeated": {"unique": True}}, [[1, 2]], [[1, 1]]),
        ({"map": {"max_pairs": 1}}, [{}, {1: 1}], [{1: 1, 2: 2}]),
    ],
    ids=str,
)
def test_a_rule_holds_for_what_it_should(stated, good, bad):
    holds = constraint(**stated)

    assert [value for value in good if not holds(value)] == []
    assert [value for value in bad if holds(value)] == []
