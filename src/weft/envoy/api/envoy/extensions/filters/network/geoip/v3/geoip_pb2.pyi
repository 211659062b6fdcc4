from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Geoip(_message.Message):
    __slots__ = ("stat_prefix", "provider", "client_ip")
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_IP_FIELD_NUMBER: _ClassVar[int]
    stat_prefix: str
    provider: _extension_pb2.TypedExtensionConfig
    client_ip: str
    def __init__(self, stat_prefix: _Optional[str] = ..., provider: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ..., client_ip: _Optional[str] = ...) -> None: ...
