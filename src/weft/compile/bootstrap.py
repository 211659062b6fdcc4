"""Bootstrap: what an Envoy is started with; all else reaches it from its agent.

    Workload, sockets  ->  bootstrap()  ->  Bootstrap, written as `bootstrap.pb`

Admin and agent are Unix sockets for their owner only: an admin port on
loopback could be stopped by any web page. Memory and connections have limits
that shed load before the kernel ends the process.
"""

from typing import Final

from weft.compile import names
from weft.compile.clusters import HTTP_OPTIONS
from weft.compile.fields import FROM_ADS, YES, extension, pipe
from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Admin, Bootstrap
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address, Pipe
from weft.envoy.api.envoy.config.core.v3.backoff_pb2 import BackoffStrategy
from weft.envoy.api.envoy.config.core.v3.base_pb2 import Node, RetryPolicy
from weft.envoy.api.envoy.config.core.v3.config_source_pb2 import ApiConfigSource, ApiVersion
from weft.envoy.api.envoy.config.core.v3.grpc_service_pb2 import GrpcService
from weft.envoy.api.envoy.config.core.v3.protocol_pb2 import (
    Http2ProtocolOptions,
    KeepaliveSettings,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_components_pb2 import (
    Endpoint,
    LbEndpoint,
    LocalityLbEndpoints,
)
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.metrics.v3.stats_pb2 import (
    HistogramBucketSettings,
    StatsConfig,
    TagSpecifier,
)
from weft.envoy.api.envoy.config.overload.v3.overload_pb2 import (
    OverloadAction,
    OverloadManager,
    ResourceMonitor,
    ThresholdTrigger,
    Trigger,
)
from weft.envoy.api.envoy.extensions.bootstrap.internal_listener.v3.internal_listener_pb2 import (
    InternalListener,
)
from weft.envoy.api.envoy.extensions.resource_monitors.downstream_connections.v3.downstream_connections_pb2 import (  # noqa: E501 - a generated path
    DownstreamConnectionsConfig,
)
from weft.envoy.api.envoy.extensions.resource_monitors.fixed_heap.v3.fixed_heap_pb2 import (
    FixedHeapConfig,
)
from weft.envoy.api.envoy.extensions.upstreams.http.v3.http_protocol_options_pb2 import (
    HttpProtocolOptions,
)
from weft.envoy.api.envoy.type.matcher.v3.string_pb2 import StringMatcher
from weft.envoy.messages import milliseconds, pack
from weft.model.workload import Workload

#: What one Envoy may hold in memory before it refuses new requests.
MAX_HEAP_BYTES: Final = 1024**3
#: What clients and apps may have open to one Envoy; its agent gives it as many files, and more.
MAX_DOWNSTREAM_CONNECTIONS: Final = 20_000

_XDS_CONNECT_MS: Final = 1_000
_XDS_PING_MS: Final = 5_000
_XDS_PING_ANSWER_MS: Final = 2_000
#: An agent that was restarted is found again quickly: it lives on the same host.
_XDS_FIRST_PAUSE_MS: Final = 100
_XDS_LONGEST_PAUSE_MS: Final = 2_000

#: Envoy adds up its latencies only this often; the agent reads them once a second.
_STATS_FLUSH_MS: Final = 1_000
#: Twice as fine as Envoy's own, since percentiles are read between two of them; milliseconds.
_LATENCIES: Final = HistogramBucketSettings(
    match=StringMatcher(prefix="cluster."),
    buckets=[
        *(0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750),
        *(1_000, 1_500, 2_500, 5_000, 10_000, 30_000, 60_000),
    ],
)

# Versions hold dots (`out/default/orders@1.4.2`), where Envoy's own expression for a
# cluster's name stops at the first one. These are the words that statistics begin with.
_CLUSTER_STATISTICS: Final = (
    "assignment_|bind_errors|circuit_breakers\\.|client_ssl|config_reload|default\\.|external\\."
    "|http[123]\\.|init_fetch|internal\\.|lb_|max_host_weight|membership_|original_dst_host"
    "|outlier_detection\\.|retry_or_shadow|ssl\\.|tls|update_|upstream_|version|warming_state"
    "|zone\\.|canary\\.|health_check\\."
)
_CLUSTER_TAG: Final = TagSpecifier(
    tag_name="envoy.cluster_name",
    regex=rf"^cluster\.(((?:out|in|tls)/.+?|[^/.]+)\.)(?:{_CLUSTER_STATISTICS})",
)


def bootstrap(
    workload: Workload,
    *,
    trust_domain: str,
    xds_socket: str,
    admin_socket: str,
    host: str,
    max_heap_bytes: int = MAX_HEAP_BYTES,
    max_downstream_connections: int = MAX_DOWNSTREAM_CONNECTIONS,
) -> Bootstrap:
    """What the Envoy beside *workload* is started with."""
    return Bootstrap(
        node=Node(id=f"{workload.id}@{host}", cluster=workload.identity(trust_domain)),
        admin=Admin(address=pipe(admin_socket)),
        static_resources=Bootstrap.StaticResources(clusters=[_agent(xds_socket)]),
        dynamic_resources=_dynamic(),
        bootstrap_extensions=[extension("envoy.bootstrap.internal_listener", InternalListener())],
        stats_config=StatsConfig(
            stats_tags=[_CLUSTER_TAG],
            use_all_default_tags=YES,
            allow_default_tag_overrides=YES,
            histogram_bucket_settings=[_LATENCIES],
        ),
        stats_flush_interval=milliseconds(_STATS_FLUSH_MS),
        overload_manager=_limits(max_heap_bytes, max_downstream_connections),
    )


def _dynamic() -> Bootstrap.DynamicResources:
    return Bootstrap.DynamicResources(
        ads_config=ApiConfigSource(
            api_type=ApiConfigSource.DELTA_GRPC,
            transport_api_version=ApiVersion.V3,
            set_node_on_first_message_only=True,
            grpc_services=[
                GrpcService(
                    envoy_grpc=GrpcService.EnvoyGrpc(
                        cluster_name=names.XDS_CLUSTER,
                        retry_policy=RetryPolicy(
                            retry_back_off=BackoffStrategy(
                                base_interval=milliseconds(_XDS_FIRST_PAUSE_MS),
                                max_interval=milliseconds(_XDS_LONGEST_PAUSE_MS),
                            )
                        ),
                    )
                )
            ],
        ),
        cds_config=FROM_ADS,
        lds_config=FROM_ADS,
    )


def _agent(socket: str) -> Cluster:
    """The cluster through which Envoy reaches its agent; half-open connections are noticed."""
    keepalive = KeepaliveSettings(
        interval=milliseconds(_XDS_PING_MS), timeout=milliseconds(_XDS_PING_ANSWER_MS)
    )
    options = HttpProtocolOptions(
        explicit_http_config=HttpProtocolOptions.ExplicitHttpConfig(
            http2_protocol_options=Http2ProtocolOptions(connection_keepalive=keepalive)
        )
    )
    endpoint = Endpoint(address=Address(pipe=Pipe(path=socket)))
    return Cluster(
        name=names.XDS_CLUSTER,
        type=Cluster.STATIC,
        connect_timeout=milliseconds(_XDS_CONNECT_MS),
        typed_extension_protocol_options={HTTP_OPTIONS: pack(options)},
        load_assignment=ClusterLoadAssignment(
            cluster_name=names.XDS_CLUSTER,
            endpoints=[LocalityLbEndpoints(lb_endpoints=[LbEndpoint(endpoint=endpoint)])],
        ),
    )


def _limits(max_heap_bytes: int, max_downstream_connections: int) -> OverloadManager:
    heap = "envoy.resource_monitors.fixed_heap"
    connections = "envoy.resource_monitors.global_downstream_max_connections"
    return OverloadManager(
        resource_monitors=[
            ResourceMonitor(
                name=heap,
                typed_config=pack(FixedHeapConfig(max_heap_size_bytes=max_heap_bytes)),
            ),
            ResourceMonitor(
                name=connections,
                typed_config=pack(
                    DownstreamConnectionsConfig(
                        max_active_downstream_connections=max_downstream_connections
                    )
                ),
            ),
        ],
        actions=[
            _when_heap(heap, "envoy.overload_actions.shrink_heap", 0.9),
            _when_heap(heap, "envoy.overload_actions.stop_accepting_requests", 0.95),
        ],
    )


def _when_heap(monitor: str, action: str, share: float) -> OverloadAction:
    trigger = Trigger(name=monitor, threshold=ThresholdTrigger(value=share))
    return OverloadAction(name=action, triggers=[trigger])
