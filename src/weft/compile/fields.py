"""Fields that Envoy's API spells long: wrapped numbers, addresses, extensions, metadata.

Knows no noun of the mesh.
"""

from collections.abc import Mapping
from typing import Final

from google.protobuf.message import Message

from weft.envoy import messages
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address, Pipe, SocketAddress
from weft.envoy.api.envoy.config.core.v3.base_pb2 import (
    DataSource,
    Metadata,
    TransportSocket,
)
from weft.envoy.api.envoy.config.core.v3.config_source_pb2 import (
    AggregatedConfigSource,
    ApiVersion,
    ConfigSource,
)
from weft.envoy.api.envoy.config.core.v3.extension_pb2 import TypedExtensionConfig
from weft.envoy.api.envoy.config.core.v3.substitution_format_string_pb2 import (
    SubstitutionFormatString,
)
from weft.envoy.api.envoy.type.matcher.v3.regex_pb2 import RegexMatcher
from weft.envoy.api.envoy.type.matcher.v3.string_pb2 import StringMatcher

#: Over the one stream that carries everything: order across types can be kept.
FROM_ADS: Final = ConfigSource(ads=AggregatedConfigSource(), resource_api_version=ApiVersion.V3)

#: A Unix socket that only its owner may open.
PRIVATE_MODE: Final = 0o600


def boxed(value: float | bool) -> Mapping[str, float | bool]:
    """A wrapped number or flag, which the API uses to tell zero from unset."""
    return {"value": value}


YES: Final = boxed(True)
NO: Final = boxed(False)


def socket_address(host: str, port: int) -> Address:
    """A TCP address."""
    return Address(socket_address=SocketAddress(address=host, port_value=port))


def pipe(path: str) -> Address:
    """A Unix socket for its owner only."""
    return Address(pipe=Pipe(path=path, mode=PRIVATE_MODE))


def extension(name: str, config: Message) -> TypedExtensionConfig:
    """*config* as an extension; the type inside decides, *name* is for people."""
    return TypedExtensionConfig(name=name, typed_config=messages.pack(config))


def transport_socket(name: str, config: Message) -> TransportSocket:
    """*config* as what speaks on a connection below HTTP or TCP proxying."""
    return TransportSocket(name=name, typed_config=messages.pack(config))


def metadata(namespace: str, values: Mapping[str, str]) -> Metadata:
    """*values* under *namespace*, for logs, matchers and headers to read."""
    return messages.from_dict({"filter_metadata": {namespace: dict(values)}}, Metadata)


def exactly(text: str) -> StringMatcher:
    """Matches *text* and nothing else."""
    return StringMatcher(exact=text)


def wholly(expression: str) -> RegexMatcher:
    """Matches a text that the RE2 *expression* describes from start to end."""
    return RegexMatcher(regex=expression)


def inline(text: str) -> DataSource:
    """*text* in the message itself."""
    return DataSource(inline_string=text)


def formatted(text: str) -> SubstitutionFormatString:
    """*text* in which Envoy replaces its `%COMMANDS%`."""
    return SubstitutionFormatString(text_format_source=inline(text))
