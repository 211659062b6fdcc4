"""Access logs and the words of refusals: what a proxy says of each request.

One JSON object a line; Envoy escapes what would break one. A log names both
identities: the caller's is the workload's own on the way out and the peer's on
the way in. Refusals that a proxy makes itself say in plain words what
happened, to whom, and where to look.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from weft.compile.fields import boxed, exactly, formatted
from weft.envoy import messages
from weft.envoy.api.envoy.config.accesslog.v3.accesslog_pb2 import (
    AccessLog,
    AccessLogFilter,
    ComparisonFilter,
    HeaderFilter,
    OrFilter,
    ResponseFlagFilter,
    StatusCodeFilter,
)
from weft.envoy.api.envoy.config.core.v3.base_pb2 import (
    HeaderValue,
    HeaderValueOption,
    RuntimeUInt32,
)
from weft.envoy.api.envoy.config.core.v3.substitution_format_string_pb2 import (
    SubstitutionFormatString,
)
from weft.envoy.api.envoy.config.route.v3.route_components_pb2 import HeaderMatcher
from weft.envoy.api.envoy.extensions.access_loggers.file.v3.file_pb2 import FileAccessLog
from weft.envoy.api.envoy.extensions.filters.network.http_connection_manager.v3.http_connection_manager_pb2 import (  # noqa: E501 - a generated path
    LocalReplyConfig,
    ResponseMapper,
)

#: What a refused request carries besides its words, for programs.
REASON_HEADER: Final = "x-weft-reason"
TARGET: Final = "%METADATA(CLUSTER:weft:target)%"
INSTANCE: Final = "%METADATA(UPSTREAM_HOST:weft:instance)%"
VERSION: Final = "%METADATA(UPSTREAM_HOST:weft:version)%"
ROUTE: Final = "%ROUTE_NAME%"
ATTEMPTS: Final = "%UPSTREAM_REQUEST_ATTEMPT_COUNT%"
UPSTREAM_MS: Final = "%RESPONSE_DURATION%"

#: Where a connection remembers who opened it.
CLIENT_KEY: Final = "weft.client"

_REQUEST_FIELDS: Final = {
    "time": "%START_TIME(%Y-%m-%dT%H:%M:%S.%3fZ)%",
    "method": "%REQ(:METHOD)%",
    "host": "%REQ(:AUTHORITY)%",
    "path": "%REQ(:PATH)%",
    "protocol": "%PROTOCOL%",
    "status": "%RESPONSE_CODE%",
    "flags": "%RESPONSE_FLAGS%",
    "details": "%RESPONSE_CODE_DETAILS%",
    "callee": "%UPSTREAM_PEER_URI_SAN%",
    "target": TARGET,
    "rule": ROUTE,
    "instance": INSTANCE,
    "version": VERSION,
    "upstream": "%UPSTREAM_HOST%",
    "failure": "%UPSTREAM_TRANSPORT_FAILURE_REASON%",
    "attempts": ATTEMPTS,
    "duration_ms": "%DURATION%",
    "upstream_ms": UPSTREAM_MS,
    "bytes_received": "%BYTES_RECEIVED%",
    "bytes_sent": "%BYTES_SENT%",
    "client": "%DOWNSTREAM_REMOTE_ADDRESS%",
    "request_id": "%REQ(X-REQUEST-ID)%",
}
_CONNECTION_FIELDS: Final = {
    "time": "%START_TIME(%Y-%m-%dT%H:%M:%S.%3fZ)%",
    "caller": "%DOWNSTREAM_PEER_URI_SAN%",
    "flags": "%RESPONSE_FLAGS%",
    "details": "%CONNECTION_TERMINATION_DETAILS%",
    "failure": "%DOWNSTREAM_TRANSPORT_FAILURE_REASON%",
    "tls": "%DOWNSTREAM_TLS_VERSION%",
    "upstream": "%UPSTREAM_HOST%",
    "duration_ms": "%DURATION%",
    "bytes_received": "%BYTES_RECEIVED%",
    "bytes_sent": "%BYTES_SENT%",
    "client": f"%FILTER_STATE({CLIENT_KEY}:PLAIN)%",
}

#: Envoy's flags, in the order in which they are looked at: a flag may come with others.
_REASONS: Final = (
    (
        "overflow",
        ("UO",),
        503,
        f"{TARGET} is at a limit of this caller: its breaker, or its budget of retries",
    ),
    ("no-instance", ("UH",), 503, f"no healthy instance of {TARGET}: see `weft status`"),
    ("timeout", ("UT",), 504, f"{TARGET} did not answer within its time limit"),
    ("idle-timeout", ("SI",), 504, f"{TARGET} sent nothing for too long"),
    ("connect-failure", ("UF",), 503, f"no connection to {TARGET}"),
    (
        "reset",
        ("UC", "UR"),
        503,
        f"{TARGET} closed the connection before it answered; it may not `allow` this caller",
    ),
    ("protocol", ("UPE",), 502, f"{TARGET} answered with something that is not HTTP"),
)


def request_log(path: str, own: Mapping[str, str]) -> Iterator[AccessLog]:
    """Logs each HTTP request into the file at *path*; none without a path."""
    if path:
        yield _file(path, {**own, **_REQUEST_FIELDS}, _not_a_tunnel())


def connection_log(path: str, own: Mapping[str, str]) -> Iterator[AccessLog]:
    """Logs each connection that comes in, refused ones too; none without a path."""
    if path:
        yield _file(path, {**own, **_CONNECTION_FIELDS}, None)


def refusals(unrouted: ResponseMapper) -> LocalReplyConfig:
    """The words of every answer that a proxy gives by itself; *unrouted*: of no known host."""
    return LocalReplyConfig(
        mappers=(
            unrouted,
            *(
                refusal(flags, status, reason, f"weft: {words}\n")
                for reason, flags, status, words in _REASONS
            ),
        )
    )


def refusal(flags: tuple[str, ...], status: int, reason: str, text: str) -> ResponseMapper:
    """What is said where Envoy sets one of *flags*."""
    return ResponseMapper(
        filter=AccessLogFilter(response_flag_filter=ResponseFlagFilter(flags=flags)),
        status_code=boxed(status),
        body_format_override=formatted(text),
        headers_to_add=[
            HeaderValueOption(
                header=HeaderValue(key=REASON_HEADER, value=reason),
                append_action=HeaderValueOption.OVERWRITE_IF_EXISTS_OR_ADD,
            )
        ],
    )


def _file(path: str, fields: Mapping[str, str], only: AccessLogFilter | None) -> AccessLog:
    log_format = messages.from_dict({"json_format": dict(fields)}, SubstitutionFormatString)
    return AccessLog(
        name="envoy.access_loggers.file",
        filter=only,
        typed_config=messages.pack(FileAccessLog(path=path, log_format=log_format)),
    )


def _not_a_tunnel() -> AccessLogFilter:
    """A CONNECT that succeeds is no call; each request inside it has a line of its own."""
    tunnel = HeaderMatcher(name=":method", string_match=exactly("CONNECT"), invert_match=True)
    failed = ComparisonFilter(
        op=ComparisonFilter.GE,
        value=RuntimeUInt32(default_value=400, runtime_key="weft.log_tunnels_from_status"),
    )
    return AccessLogFilter(
        or_filter=OrFilter(
            filters=[
                AccessLogFilter(header_filter=HeaderFilter(header=tunnel)),
                AccessLogFilter(status_code_filter=StatusCodeFilter(comparison=failed)),
            ]
        )
    )
