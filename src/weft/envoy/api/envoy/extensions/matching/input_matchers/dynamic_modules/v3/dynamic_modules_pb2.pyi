from weft.envoy.api.envoy.extensions.dynamic_modules.v3 import dynamic_modules_pb2 as _dynamic_modules_pb2
from google.protobuf import any_pb2 as _any_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DynamicModuleMatcher(_message.Message):
    __slots__ = ("dynamic_module_config", "matcher_name", "matcher_config", "on_error")
    class OnError(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        NO_MATCH: _ClassVar[DynamicModuleMatcher.OnError]
        MATCH: _ClassVar[DynamicModuleMatcher.OnError]
    NO_MATCH: DynamicModuleMatcher.OnError
    MATCH: DynamicModuleMatcher.OnError
    DYNAMIC_MODULE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    MATCHER_NAME_FIELD_NUMBER: _ClassVar[int]
    MATCHER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    ON_ERROR_FIELD_NUMBER: _ClassVar[int]
    dynamic_module_config: _dynamic_modules_pb2.DynamicModuleConfig
    matcher_name: str
    matcher_config: _any_pb2.Any
    on_error: DynamicModuleMatcher.OnError
    def __init__(self, dynamic_module_config: _Optional[_Union[_dynamic_modules_pb2.DynamicModuleConfig, _Mapping]] = ..., matcher_name: _Optional[str] = ..., matcher_config: _Optional[_Union[_any_pb2.Any, _Mapping]] = ..., on_error: _Optional[_Union[DynamicModuleMatcher.OnError, str]] = ...) -> None: ...
