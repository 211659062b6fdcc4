from weft.envoy.api.envoy.config.core.v3 import config_source_pb2 as _config_source_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ProcessRateLimitFilter(_message.Message):
    __slots__ = ("dynamic_config",)
    DYNAMIC_CONFIG_FIELD_NUMBER: _ClassVar[int]
    dynamic_config: DynamicTokenBucket
    def __init__(self, dynamic_config: _Optional[_Union[DynamicTokenBucket, _Mapping]] = ...) -> None: ...

class DynamicTokenBucket(_message.Message):
    __slots__ = ("resource_name", "config_source")
    RESOURCE_NAME_FIELD_NUMBER: _ClassVar[int]
    CONFIG_SOURCE_FIELD_NUMBER: _ClassVar[int]
    resource_name: str
    config_source: _config_source_pb2.ConfigSource
    def __init__(self, resource_name: _Optional[str] = ..., config_source: _Optional[_Union[_config_source_pb2.ConfigSource, _Mapping]] = ...) -> None: ...
