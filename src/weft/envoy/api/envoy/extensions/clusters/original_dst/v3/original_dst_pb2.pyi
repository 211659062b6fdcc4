from weft.envoy.api.envoy.type.metadata.v3 import metadata_pb2 as _metadata_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OriginalDstCluster(_message.Message):
    __slots__ = ("use_http_header", "http_header_name", "upstream_port_override", "metadata_key")
    USE_HTTP_HEADER_FIELD_NUMBER: _ClassVar[int]
    HTTP_HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_PORT_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    METADATA_KEY_FIELD_NUMBER: _ClassVar[int]
    use_http_header: bool
    http_header_name: str
    upstream_port_override: _wrappers_pb2.UInt32Value
    metadata_key: _metadata_pb2.MetadataKey
    def __init__(self, use_http_header: _Optional[bool] = ..., http_header_name: _Optional[str] = ..., upstream_port_override: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., metadata_key: _Optional[_Union[_metadata_pb2.MetadataKey, _Mapping]] = ...) -> None: ...
