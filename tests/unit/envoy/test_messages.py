"""Messages to bytes, dicts, YAML and back, all in the private pool."""

from datetime import timedelta

import pytest
from google.protobuf import json_format

from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.core.v3.base_pb2 import Metadata, TransportSocket
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.tls_pb2 import UpstreamTlsContext
from weft.envoy.messages import (
    from_dict,
    milliseconds,
    pack,
    parse,
    serialize,
    to_dict,
    to_yaml,
    type_url,
    unpack,
    version_of,
)


def cluster_with_tls() -> Cluster:
    return Cluster(
        name="orders",
        connect_timeout=milliseconds(1500),
        transport_socket=TransportSocket(
            name="tls", typed_config=pack(UpstreamTlsContext(sni="órders"))
        ),
    )


def test_a_packed_message_fits_a_field_and_comes_out_again():
    packed = cluster_with_tls().transport_socket.typed_config

    assert packed.type_url == type_url(UpstreamTlsContext)
    assert unpack(packed) == UpstreamTlsContext(sni="órders")


def test_type_urls_are_those_of_xds():
    assert type_url(Cluster) == "type.googleapis.com/envoy.config.cluster.v3.Cluster"
    assert type_url(Cluster(name="x")) == type_url(Cluster)


def test_bytes_are_parsed_by_their_type_url():
    message = cluster_with_tls()

    assert parse(type_url(Cluster), serialize(message)) == message
    with pytest.raises(KeyError):
        parse("type.googleapis.com/envoy.config.NoSuchType", b"")


def test_maps_serialize_the_same_whatever_their_order():
    keys = [f"key-{number}" for number in range(20)]
    one, other = Metadata(), Metadata()
    for key in keys:
        one.filter_metadata[key].fields["a"].string_value = key
    for key in reversed(keys):
        other.filter_metadata[key].fields["a"].string_value = key

    assert serialize(one) == serialize(other)
    assert pack(one).value == pack(other).value


def test_a_version_is_sixteen_hexadecimal_digits_of_the_content():
    assert version_of(b"orders") == version_of(b"orders")
    assert version_of(b"orders") != version_of(b"carts")
    assert version_of(b"") == "e3b0c44298fc1c14"


def test_milliseconds_are_a_duration_that_fields_accept():
    assert milliseconds(250) == timedelta(seconds=0.25)
    assert Cluster(connect_timeout=milliseconds(250)).connect_timeout.nanos == 250_000_000


def test_a_dict_has_the_names_of_the_api_and_opens_what_is_packed():
    value = to_dict(cluster_with_tls())

    assert value["connect_timeout"] == "1.500s"
    assert value["transport_socket"]["typed_config"] == {
        "@type": type_url(UpstreamTlsContext),
        "sni": "órders",
    }
    assert from_dict(value, Cluster) == cluster_with_tls()


def test_a_dict_with_an_unknown_field_is_refused():
    with pytest.raises(json_format.ParseError, match="nmae"):
        from_dict({"nmae": "orders"}, Cluster)


def test_yaml_is_for_people():
    assert to_yaml(cluster_with_tls()) == (
        "name: orders\n"
        "connect_timeout: 1.500s\n"
        "transport_socket:\n"
        "  name: tls\n"
        "  typed_config:\n"
        "    '@type': type.googleapis.com/"
        "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext\n"
        "    sni: órders\n"
    )
