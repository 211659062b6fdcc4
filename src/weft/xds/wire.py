"""The delta protocol's messages: protobuf <-> what the sessions speak.

    DeltaDiscoveryRequest  ->  Request        Push  ->  DeltaDiscoveryResponse

Refuses to know who sends and when. A resource's body is already the message's
bytes; the same code carries Envoy's types and Weft's own. Pure.
"""

from collections.abc import Mapping
from typing import Final

from weft.envoy.api.envoy.config.core.v3.base_pb2 import Node
from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import (
    DeltaDiscoveryRequest,
    DeltaDiscoveryResponse,
)
from weft.envoy.api.google.rpc.status_pb2 import Status
from weft.xds.exchange import Entry, Push, Request, Versions

SERVICE: Final = "envoy.service.discovery.v3.AggregatedDiscoveryService"
METHOD: Final = "DeltaAggregatedResources"
#: A resource may be larger than a message should be, and is then sent alone.
RECEIVE_LIMIT_BYTES: Final = 64 << 20
INVALID_ARGUMENT: Final = 3  # google.rpc.Code
# A half-open connection is noticed within 10 s, and a peer may ping as often as it likes.
KEEPALIVE: Final = (
    ("grpc.keepalive_time_ms", 5_000),
    ("grpc.keepalive_timeout_ms", 5_000),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.max_pings_without_data", 0),
)


def read_request(message: DeltaDiscoveryRequest) -> Request:
    """What a peer said."""
    return Request(
        subscribe=tuple(message.resource_names_subscribe),
        unsubscribe=tuple(message.resource_names_unsubscribe),
        holds=dict(message.initial_resource_versions),
        nonce=message.response_nonce,
        error=message.error_detail.message if message.HasField("error_detail") else None,
    )


def write_push(type_url: str, push: Push) -> bytes:
    """The response that carries *push*."""
    message = DeltaDiscoveryResponse(
        type_url=type_url, nonce=push.nonce, removed_resources=sorted(push.remove)
    )
    for name, entry in push.upsert.items():
        resource = message.resources.add(name=name, version=entry.version)
        resource.resource.type_url = type_url
        resource.resource.value = entry.body
    return message.SerializeToString()


def read_push(message: DeltaDiscoveryResponse) -> Push:
    """What a server said."""
    return Push(
        nonce=message.nonce,
        upsert={r.name: Entry(r.version, r.resource.value) for r in message.resources},
        remove=frozenset(message.removed_resources),
    )


def write_subscription(type_url: str, holds: Versions, node: str) -> bytes:
    """A client's first request for everything of one type."""
    return DeltaDiscoveryRequest(
        node=Node(id=node),
        type_url=type_url,
        resource_names_subscribe=["*"],
        initial_resource_versions=holds,
    ).SerializeToString()


def write_answer(type_url: str, nonce: str, error: str | None) -> bytes:
    """A client's acceptance of a response, or its refusal with a reason."""
    detail = None if error is None else Status(code=INVALID_ARGUMENT, message=error)
    return DeltaDiscoveryRequest(
        type_url=type_url, response_nonce=nonce, error_detail=detail
    ).SerializeToString()


Held = Mapping[str, Versions]  # by type URL
