from weft.envoy.api.envoy.extensions.dynamic_modules.v3 import dynamic_modules_pb2 as _dynamic_modules_pb2
from google.protobuf import any_pb2 as _any_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Config(_message.Message):
    __slots__ = ("dynamic_module_config", "bridge_name", "bridge_config")
    DYNAMIC_MODULE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    BRIDGE_NAME_FIELD_NUMBER: _ClassVar[int]
    BRIDGE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    dynamic_module_config: _dynamic_modules_pb2.DynamicModuleConfig
    bridge_name: str
    bridge_config: _any_pb2.Any
    def __init__(self, dynamic_module_config: _Optional[_Union[_dynamic_modules_pb2.DynamicModuleConfig, _Mapping]] = ..., bridge_name: _Optional[str] = ..., bridge_config: _Optional[_Union[_any_pb2.Any, _Mapping]] = ...) -> None: ...
