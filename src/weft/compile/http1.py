"""HTTP/1.x as apps and their clients speak it: what arrives is what was sent.

    toward_clients()  ->  what a listener reads and writes
    toward_apps()     ->  what a cluster writes and reads

Both ends keep how header names are spelt, the words beside a status, and
trailers: a proxy is not where two programs should find out that one of them
depends on such a thing.
"""

from typing import Final

from weft.envoy import messages
from weft.envoy.api.envoy.config.core.v3.extension_pb2 import TypedExtensionConfig
from weft.envoy.api.envoy.config.core.v3.protocol_pb2 import Http1ProtocolOptions
from weft.envoy.api.envoy.extensions.http.header_formatters.preserve_case.v3.preserve_case_pb2 import (  # noqa: E501 - a generated path
    PreserveCaseFormatterConfig,
)

#: The head of a message inside the mesh: more than any common app server takes by default.
MAX_HEAD_KIB: Final = 128
MAX_HEADERS: Final = 1_000

_AS_SPELT: Final = Http1ProtocolOptions.HeaderKeyFormat(
    stateful_formatter=TypedExtensionConfig(
        name="envoy.http.stateful_header_formatters.preserve_case",
        typed_config=messages.pack(PreserveCaseFormatterConfig(forward_reason_phrase=True)),
    )
)


def toward_clients(host: str) -> Http1ProtocolOptions:
    """What a listener reads; *host* is who an HTTP/1.0 client that names no host asks for."""
    return Http1ProtocolOptions(
        accept_http_10=True,
        default_host_for_http_10=host,
        enable_trailers=True,
        header_key_format=_AS_SPELT,
    )


def toward_apps() -> Http1ProtocolOptions:
    """What a cluster writes."""
    return Http1ProtocolOptions(enable_trailers=True, header_key_format=_AS_SPELT)
