"""HTTP connection managers: what every listener that speaks HTTP has in common.

Two kinds. Inside, callers are the host's own apps: their requests pass as they
are, paths and spelling included, but for `x-envoy-*` headers, which are orders
to a proxy and not the caller's to give. At the edge, nobody is trusted:
addresses, identities and request ids that a client claims are replaced, odd
paths and headers refused.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from weft.compile import access, http1, names
from weft.compile.fields import FROM_ADS, NO, YES, boxed, extension
from weft.compile.view import Caller
from weft.envoy import messages
from weft.envoy.api.envoy.config.common.mutation_rules.v3.mutation_rules_pb2 import HeaderMutation
from weft.envoy.api.envoy.config.core.v3.address_pb2 import CidrRange
from weft.envoy.api.envoy.config.core.v3.base_pb2 import HeaderValue, HeaderValueOption
from weft.envoy.api.envoy.config.core.v3.extension_pb2 import TypedExtensionConfig
from weft.envoy.api.envoy.config.core.v3.protocol_pb2 import (
    Http2ProtocolOptions,
    HttpProtocolOptions,
)
from weft.envoy.api.envoy.config.listener.v3.listener_components_pb2 import Filter
from weft.envoy.api.envoy.extensions.filters.http.header_mutation.v3.header_mutation_pb2 import (
    HeaderMutation as ResponseHeaderMutation,
)
from weft.envoy.api.envoy.extensions.filters.http.header_mutation.v3.header_mutation_pb2 import (
    Mutations,
)
from weft.envoy.api.envoy.extensions.filters.http.router.v3.router_pb2 import Router
from weft.envoy.api.envoy.extensions.filters.network.http_connection_manager.v3.http_connection_manager_pb2 import (  # noqa: E501 - a generated path
    HttpConnectionManager,
    HttpFilter,
    Rds,
    ResponseMapper,
)
from weft.envoy.api.envoy.extensions.http.early_header_mutation.header_mutation.v3.header_mutation_pb2 import (  # noqa: E501 - a generated path
    HeaderMutation as EarlyHeaderMutation,
)
from weft.envoy.api.envoy.type.matcher.v3.string_pb2 import StringMatcher
from weft.model.traffic import IDLE_TIMEOUT_MS

#: From the first byte of a request's head to its last.
REQUEST_HEADERS_TIMEOUT_MS: Final = 5_000
#: Of an edge client that says nothing between two requests.
_EDGE_IDLE_MS: Final = 60_000
_EDGE_STREAMS: Final = 100
_EDGE_STREAM_WINDOW: Final = 64 * 1024
_EDGE_CONNECTION_WINDOW: Final = 1024 * 1024

_MANAGER: Final = "envoy.filters.network.http_connection_manager"
_ORDERS_TO_PROXIES: Final = ("x-envoy-", "x-weft-")
_CLAIMS: Final = ("x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "forwarded")

#: Whose requests Envoy takes for those of its own kind. An empty list would mean everybody.
_NOBODY: Final = HttpConnectionManager.InternalAddressConfig(
    cidr_ranges=[CidrRange(address_prefix="0.0.0.0", prefix_len=boxed(32))]  # noqa: S104 - no bind
)
#: What `weft call` is told of the way that its request took.
_TOLD: Final = {
    "x-weft-instance": access.INSTANCE,
    "x-weft-version": access.VERSION,
    "x-weft-route": access.ROUTE,
    "x-weft-attempts": access.ATTEMPTS,
    "x-weft-upstream-ms": access.UPSTREAM_MS,
}


def inside(
    caller: Caller, routes: str, *, host: str = "", tunnels: bool = False, tell: bool = False
) -> Filter:
    """A manager for requests of the workload's own apps.

    *host* is who is asked where an HTTP/1.0 client doesn't say. With *tunnels* it takes
    CONNECT; with *tell* its answers say which way they came.
    """
    upgrades = ("websocket", "CONNECT") if tunnels else ("websocket",)
    return _filter(
        HttpConnectionManager(
            stat_prefix=routes,
            rds=_rds(routes),
            http_filters=(*(_telling() if tell else ()), _router()),
            common_http_protocol_options=HttpProtocolOptions(
                max_headers_count=boxed(http1.MAX_HEADERS)
            ),
            http_protocol_options=http1.toward_clients(host),
            max_request_headers_kb=boxed(http1.MAX_HEAD_KIB),
            stream_idle_timeout=messages.milliseconds(IDLE_TIMEOUT_MS),
            request_headers_timeout=messages.milliseconds(REQUEST_HEADERS_TIMEOUT_MS),
            early_header_mutation_extensions=[_without(_ORDERS_TO_PROXIES)],
            internal_address_config=_NOBODY,
            # No rule in here guards a path, so paths are left alone: `/a/../b`, `//` and `%7E`
            # belong to the app, and may have been signed as they are.
            normalize_path=NO,
            upgrade_configs=tuple(
                HttpConnectionManager.UpgradeConfig(upgrade_type=each) for each in upgrades
            ),
            server_header_transformation=HttpConnectionManager.PASS_THROUGH,
            local_reply_config=access.refusals(_unknown_name(caller)),
            access_log=tuple(access.request_log(caller.access_log, _own(caller))),
        )
    )


def edge(caller: Caller) -> Filter:
    """A manager for requests of clients from outside the mesh."""
    return _filter(
        HttpConnectionManager(
            stat_prefix=names.GATEWAY,
            rds=_rds(names.GATEWAY),
            http_filters=[_router()],
            common_http_protocol_options=HttpProtocolOptions(
                idle_timeout=messages.milliseconds(_EDGE_IDLE_MS),
                headers_with_underscores_action=HttpProtocolOptions.REJECT_REQUEST,
            ),
            http_protocol_options=http1.toward_clients(caller.name.name),
            http2_protocol_options=Http2ProtocolOptions(
                max_concurrent_streams=boxed(_EDGE_STREAMS),
                initial_stream_window_size=boxed(_EDGE_STREAM_WINDOW),
                initial_connection_window_size=boxed(_EDGE_CONNECTION_WINDOW),
            ),
            stream_idle_timeout=messages.milliseconds(IDLE_TIMEOUT_MS),
            request_headers_timeout=messages.milliseconds(REQUEST_HEADERS_TIMEOUT_MS),
            early_header_mutation_extensions=[_without(_ORDERS_TO_PROXIES, _CLAIMS)],
            use_remote_address=YES,
            internal_address_config=_NOBODY,
            forward_client_cert_details=HttpConnectionManager.SANITIZE,
            normalize_path=YES,
            merge_slashes=True,
            path_with_escaped_slashes_action=HttpConnectionManager.UNESCAPE_AND_REDIRECT,
            upgrade_configs=[HttpConnectionManager.UpgradeConfig(upgrade_type="websocket")],
            server_header_transformation=HttpConnectionManager.PASS_THROUGH,
            local_reply_config=access.refusals(_unknown_host(caller)),
            access_log=tuple(access.request_log(caller.access_log, _own(caller))),
        )
    )


def _filter(manager: HttpConnectionManager) -> Filter:
    return Filter(name=_MANAGER, typed_config=messages.pack(manager))


def _rds(name: str) -> Rds:
    return Rds(route_config_name=name, config_source=FROM_ADS)


def _router() -> HttpFilter:
    return HttpFilter(name="envoy.filters.http.router", typed_config=messages.pack(Router()))


def _own(caller: Caller) -> dict[str, str]:
    return {"kind": "request", "caller": caller.identity}


def _without(prefixes: Iterable[str], exact: Iterable[str] = ()) -> TypedExtensionConfig:
    """Takes headers away before anything else in Envoy sees the request."""
    matchers = (
        *(StringMatcher(prefix=prefix, ignore_case=True) for prefix in prefixes),
        *(StringMatcher(exact=name, ignore_case=True) for name in exact),
    )
    return extension(
        "envoy.http.early_header_mutation.header_mutation",
        EarlyHeaderMutation(
            mutations=tuple(
                HeaderMutation(remove_on_match=HeaderMutation.RemoveOnMatch(key_matcher=matcher))
                for matcher in matchers
            )
        ),
    )


def _telling() -> Iterator[HttpFilter]:
    """Response headers that say which way a request went."""
    headers = (
        HeaderValueOption(
            header=HeaderValue(key=key, value=value),
            append_action=HeaderValueOption.OVERWRITE_IF_EXISTS_OR_ADD,
        )
        for key, value in _TOLD.items()
    )
    config = ResponseHeaderMutation(
        mutations=Mutations(response_mutations=[HeaderMutation(append=each) for each in headers])
    )
    yield HttpFilter(name="envoy.filters.http.header_mutation", typed_config=messages.pack(config))


def _unknown_name(caller: Caller) -> ResponseMapper:
    return access.refusal(
        ("NR",),
        502,
        "unknown-name",
        "weft: %REQ(:AUTHORITY)% is no service of the mesh that "
        f"{caller.name} may call: name it under `calls`, or, "
        "if it is outside the mesh, add it to NO_PROXY\n",
    )


def _unknown_host(caller: Caller) -> ResponseMapper:
    return access.refusal(
        ("NR",), 404, "no-rule", f"weft: no rule of gateway {caller.name} matches\n"
    )
