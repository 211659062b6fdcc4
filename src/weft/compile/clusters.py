"""Clusters: how a workload reaches a service, and how its proxy reaches its own apps.

    Upstream  ->  cluster()  ->  Resource

Pure and total. Deciding what to send is xds/'s work.

Invariant: an outbound cluster depends on the service it reaches and not on the
caller, so every workload that reaches `cart` holds the same bytes for it.
"""

from collections.abc import Iterator
from functools import lru_cache
from ipaddress import ip_address
from typing import Final

from weft.compile import http1, names, tls
from weft.compile.fields import (
    FROM_ADS,
    YES,
    boxed,
    metadata,
    socket_address,
    transport_socket,
)
from weft.compile.resources import Resource, resource
from weft.compile.view import Trust, Upstream
from weft.envoy import messages
from weft.envoy.api.envoy.config.cluster.v3.circuit_breaker_pb2 import CircuitBreakers
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster, UpstreamConnectionOptions
from weft.envoy.api.envoy.config.cluster.v3.outlier_detection_pb2 import OutlierDetection
from weft.envoy.api.envoy.config.core.v3.address_pb2 import (
    Address,
    EnvoyInternalAddress,
    TcpKeepalive,
)
from weft.envoy.api.envoy.config.core.v3.base_pb2 import TransportSocket
from weft.envoy.api.envoy.config.core.v3.protocol_pb2 import (
    HttpProtocolOptions as CommonHttpOptions,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_components_pb2 import (
    Endpoint,
    LbEndpoint,
    LocalityLbEndpoints,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.extensions.transport_sockets.internal_upstream.v3.internal_upstream_pb2 import (  # noqa: E501 - a generated path
    InternalUpstreamTransport,
)
from weft.envoy.api.envoy.extensions.transport_sockets.raw_buffer.v3.raw_buffer_pb2 import (
    RawBuffer,
)
from weft.envoy.api.envoy.extensions.upstreams.http.v3.http_protocol_options_pb2 import (
    HttpProtocolOptions,
)
from weft.envoy.api.envoy.type.v3.percent_pb2 import Percent
from weft.model.catalog import Service
from weft.model.document import Key
from weft.model.names import Name, service_identity
from weft.model.traffic import (
    CONNECT_TIMEOUT_MS,
    POOL_IDLE_MS,
    RETRY_FLOOR,
    Algorithm,
    Breaker,
    Eject,
    Retry,
)
from weft.model.workload import Inbound, addresses

#: The namespace of endpoint metadata by which Envoy chooses a transport socket.
STANDS_IN: Final = "envoy.transport_socket_match"

#: How often ejected members are looked at: none stays out longer than it should.
_EJECTION_CHECK_MS: Final = 1_000
#: Below one in a hundred healthy, that is: when every member is ejected, all are tried again.
_PANIC_PERCENT: Final = 1.0
#: The least share of its weight that a member has while it ramps up.
_RAMP_UP_FLOOR_PERCENT: Final = 10.0
#: No breaker of its own: the callers' breakers count what goes this way.
_UNLIMITED: Final = 1_000_000
#: Certificates are renewed at about half of their life. A connection that is closed
#: after a third of it never outlives the certificate that it was made with.
_SHARE_OF_CERTIFICATE_LIFE: Final = 3

_KEEPALIVE: Final = UpstreamConnectionOptions(
    # A peer that vanished without a word is noticed in ten seconds.
    tcp_keepalive=TcpKeepalive(
        keepalive_time=boxed(4), keepalive_interval=boxed(2), keepalive_probes=boxed(3)
    )
)
HTTP_OPTIONS: Final = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
_ALGORITHMS: Final = {
    Algorithm.LEAST_REQUEST: Cluster.LEAST_REQUEST,
    Algorithm.ROUND_ROBIN: Cluster.ROUND_ROBIN,
    Algorithm.RANDOM: Cluster.RANDOM,
    Algorithm.RING_HASH: Cluster.RING_HASH,
    Algorithm.MAGLEV: Cluster.MAGLEV,
}


@lru_cache(maxsize=65_536)
def cluster(upstream: Upstream) -> Resource:
    """The cluster for *upstream*. Cached by value: a changed service is a new key."""
    service, trust = upstream.service, upstream.trust
    message = Cluster(
        name=names.outbound_cluster(upstream.target),
        type=Cluster.EDS,
        eds_cluster_config=Cluster.EdsClusterConfig(eds_config=FROM_ADS),
        connect_timeout=messages.milliseconds(CONNECT_TIMEOUT_MS),
        lb_policy=_ALGORITHMS[service.balance.algorithm],
        least_request_lb_config=_least_request(service),
        round_robin_lb_config=_round_robin(service),
        common_lb_config=Cluster.CommonLbConfig(
            healthy_panic_threshold=Percent(value=_PANIC_PERCENT)
        ),
        transport_socket=tls.to_service(service_identity(trust.domain, service.name)),
        transport_socket_matches=tuple(_stand_ins(upstream)),
        typed_extension_protocol_options={HTTP_OPTIONS: messages.pack(_http(trust))},
        circuit_breakers=_breakers(service.breaker, service.retry),
        outlier_detection=_ejection(service.eject),
        upstream_connection_options=_KEEPALIVE,
        metadata=metadata(
            names.METADATA,
            {"service": service.name.key, "target": str(upstream.target)},
        ),
    )
    return resource(message.name, message, _sources(upstream))


@lru_cache(maxsize=4_096)
def to_app(inbound: Inbound) -> Resource:
    """The way from the proxy to the app of one instance."""
    name = names.inbound(inbound.instance)
    first, *others = addresses(inbound.app_address)
    app = Endpoint(
        address=socket_address(first, inbound.app_port),
        # Tried as soon as the first one refuses.
        additional_addresses=tuple(
            Endpoint.AdditionalAddress(address=socket_address(each, inbound.app_port))
            for each in others
        ),
    )
    message = _fixed(name, app)
    if not _is_address(first):
        message.type = Cluster.LOGICAL_DNS
        # A host without IPv6 must not be asked to use it: Envoy takes that for a fault of its own.
        message.dns_lookup_family = Cluster.V4_PREFERRED
    return resource(name, message)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4_096)
def to_listener(name: str) -> Resource:
    """The way to the listener of the same name inside this Envoy."""
    address = Address(envoy_internal_address=EnvoyInternalAddress(server_listener_name=name))
    # With it, what a connection remembers is known behind the listener, too.
    socket = InternalUpstreamTransport(
        transport_socket=transport_socket("envoy.transport_sockets.raw_buffer", RawBuffer())
    )
    message = _fixed(
        name,
        Endpoint(address=address),
        transport_socket("envoy.transport_sockets.internal_upstream", socket),
    )
    return resource(name, message)


def _fixed(name: str, endpoint: Endpoint, socket: TransportSocket | None = None) -> Cluster:
    """A cluster of one endpoint that is always tried."""
    return Cluster(
        name=name,
        type=Cluster.STATIC,
        transport_socket=socket,
        connect_timeout=messages.milliseconds(CONNECT_TIMEOUT_MS),
        load_assignment=ClusterLoadAssignment(
            cluster_name=name,
            endpoints=[LocalityLbEndpoints(lb_endpoints=[LbEndpoint(endpoint=endpoint)])],
        ),
        circuit_breakers=CircuitBreakers(
            thresholds=[
                CircuitBreakers.Thresholds(
                    max_connections=boxed(_UNLIMITED),
                    max_pending_requests=boxed(_UNLIMITED),
                    max_requests=boxed(_UNLIMITED),
                )
            ]
        ),
    )


def _sources(upstream: Upstream) -> tuple[Key, ...]:
    services = (upstream.service.name, *upstream.fallbacks)
    return tuple(Key("Service", name.key) for name in services)


def _stand_ins(upstream: Upstream) -> Iterator[Cluster.TransportSocketMatch]:
    """Each service that stands in must prove its own identity, not that of the one it helps."""
    for name in upstream.fallbacks:
        yield _stand_in(name, upstream.trust)


def _stand_in(name: Name, trust: Trust) -> Cluster.TransportSocketMatch:
    return messages.from_dict(
        {
            "name": name.key,
            "match": {"service": name.key},
            "transport_socket": messages.to_dict(
                tls.to_service(service_identity(trust.domain, name))
            ),
        },
        Cluster.TransportSocketMatch,
    )


def _http(trust: Trust) -> HttpProtocolOptions:
    return HttpProtocolOptions(
        common_http_protocol_options=CommonHttpOptions(
            idle_timeout=messages.milliseconds(POOL_IDLE_MS),
            max_connection_duration=messages.milliseconds(
                trust.certificate_life_ms / _SHARE_OF_CERTIFICATE_LIFE
            ),
            max_headers_count=boxed(http1.MAX_HEADERS),
            max_response_headers_kb=boxed(http1.MAX_HEAD_KIB),
        ),
        # What the app speaks: between the two proxies bytes are passed on as they are.
        explicit_http_config=HttpProtocolOptions.ExplicitHttpConfig(
            http_protocol_options=http1.toward_apps()
        ),
    )


def _breakers(breaker: Breaker, retry: Retry) -> CircuitBreakers:
    return CircuitBreakers(
        thresholds=[
            CircuitBreakers.Thresholds(
                max_connections=boxed(breaker.connections),
                max_pending_requests=boxed(breaker.pending),
                max_requests=boxed(breaker.requests),
                retry_budget=CircuitBreakers.Thresholds.RetryBudget(
                    budget_percent=Percent(value=retry.budget_percent),
                    min_retry_concurrency=boxed(RETRY_FLOOR),
                ),
            )
        ]
    )


def _ejection(eject: Eject) -> OutlierDetection:
    return OutlierDetection(
        # Failures to connect and time-outs count in the same row as the app's own 5xx.
        split_external_local_origin_errors=False,
        consecutive_5xx=boxed(eject.after),
        enforcing_consecutive_5xx=boxed(100),
        enforcing_success_rate=boxed(0),
        interval=messages.milliseconds(_EJECTION_CHECK_MS),
        base_ejection_time=messages.milliseconds(eject.for_ms),
        max_ejection_percent=boxed(eject.max_percent),
        # Without it, none of fewer than ten members could ever be ejected.
        always_eject_one_host=YES,
    )


def _slow_start(service: Service) -> Cluster.SlowStartConfig | None:
    if not service.ramp_up_ms:
        return None
    return Cluster.SlowStartConfig(
        slow_start_window=messages.milliseconds(service.ramp_up_ms),
        min_weight_percent=Percent(value=_RAMP_UP_FLOOR_PERCENT),
    )


def _least_request(service: Service) -> Cluster.LeastRequestLbConfig | None:
    if service.balance.algorithm is not Algorithm.LEAST_REQUEST:
        return None
    return Cluster.LeastRequestLbConfig(slow_start_config=_slow_start(service))


def _round_robin(service: Service) -> Cluster.RoundRobinLbConfig | None:
    if service.balance.algorithm is not Algorithm.ROUND_ROBIN:
        return None
    return Cluster.RoundRobinLbConfig(slow_start_config=_slow_start(service))
