"""Endpoints: the members of each upstream -> one load assignment for each cluster.

Only instances that serve are here: an unhealthy one is absent, a degraded one
has a share of its weight. A cluster without members has an empty assignment,
because an Envoy that waits for one holds back everything else.

Those who stand in for a service have lower priorities. They get traffic only
when no member above them is left.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from weft.compile import names
from weft.compile.clusters import STANDS_IN
from weft.compile.fields import boxed, socket_address
from weft.compile.resources import Resource, resource
from weft.compile.view import Member, Upstream
from weft.envoy import messages
from weft.envoy.api.envoy.config.core.v3.base_pb2 import Metadata
from weft.envoy.api.envoy.config.core.v3.health_check_pb2 import HealthStatus
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_components_pb2 import (
    Endpoint,
    LbEndpoint,
    LocalityLbEndpoints,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.model.document import Key

#: Envoy shifts traffic to the next priority as members of one are ejected. With a
#: factor this large, one member that is left keeps all of it.
_ALL_TO_ONE_LEFT: Final = 1_000_000


@lru_cache(maxsize=8_192)  # instances come and go: old ones need not be kept
def endpoints(upstream: Upstream, members: tuple[tuple[Member, ...], ...]) -> Resource:
    """The members of *upstream*, those of each priority in one group."""
    name = names.outbound_cluster(upstream.target)
    return resource(
        name,
        ClusterLoadAssignment(
            cluster_name=name,
            endpoints=tuple(_groups(upstream, members)),
            policy=ClusterLoadAssignment.Policy(overprovisioning_factor=boxed(_ALL_TO_ONE_LEFT)),
        ),
        (Key("Service", upstream.service.name.key),),
    )


def _groups(
    upstream: Upstream, members: tuple[tuple[Member, ...], ...]
) -> Iterator[LocalityLbEndpoints]:
    for priority, group in enumerate(members):
        # Envoy wants priorities without gaps: an empty first one is said, too.
        if group or priority < len(members) - 1:
            yield LocalityLbEndpoints(
                priority=priority,
                lb_endpoints=tuple(_endpoint(upstream, member) for member in group),
            )


def _endpoint(upstream: Upstream, member: Member) -> LbEndpoint:
    return LbEndpoint(
        endpoint=Endpoint(address=socket_address(member.address, member.port)),
        health_status=HealthStatus.HEALTHY,
        load_balancing_weight=boxed(member.weight),
        metadata=_metadata(upstream, member),
    )


def _metadata(upstream: Upstream, member: Member) -> Metadata:
    said = {names.METADATA: {"instance": member.instance, "version": member.version}}
    if member.service != upstream.service.name:
        said[STANDS_IN] = {"service": member.service.key}
    return messages.from_dict({"filter_metadata": said}, Metadata)
