from weft.envoy.api.envoy.extensions.dynamic_modules.v3 import dynamic_modules_pb2 as _dynamic_modules_pb2
from google.protobuf import any_pb2 as _any_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DynamicModuleTransportSocket(_message.Message):
    __slots__ = ("dynamic_module_config", "transport_socket_name", "transport_socket_config", "implements_secure_transport")
    DYNAMIC_MODULE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    TRANSPORT_SOCKET_NAME_FIELD_NUMBER: _ClassVar[int]
    TRANSPORT_SOCKET_CONFIG_FIELD_NUMBER: _ClassVar[int]
    IMPLEMENTS_SECURE_TRANSPORT_FIELD_NUMBER: _ClassVar[int]
    dynamic_module_config: _dynamic_modules_pb2.DynamicModuleConfig
    transport_socket_name: str
    transport_socket_config: _any_pb2.Any
    implements_secure_transport: bool
    def __init__(self, dynamic_module_config: _Optional[_Union[_dynamic_modules_pb2.DynamicModuleConfig, _Mapping]] = ..., transport_socket_name: _Optional[str] = ..., transport_socket_config: _Optional[_Union[_any_pb2.Any, _Mapping]] = ..., implements_secure_transport: _Optional[bool] = ...) -> None: ...
