from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class A2a(_message.Message):
    __slots__ = ("traffic_mode", "max_request_body_size", "parser_config", "storage_mode")
    class TrafficMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        PASS_THROUGH: _ClassVar[A2a.TrafficMode]
        REJECT: _ClassVar[A2a.TrafficMode]
    PASS_THROUGH: A2a.TrafficMode
    REJECT: A2a.TrafficMode
    class StorageMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        NONE: _ClassVar[A2a.StorageMode]
        DYNAMIC_METADATA: _ClassVar[A2a.StorageMode]
        FILTER_STATE: _ClassVar[A2a.StorageMode]
        DYNAMIC_METADATA_AND_FILTER_STATE: _ClassVar[A2a.StorageMode]
    NONE: A2a.StorageMode
    DYNAMIC_METADATA: A2a.StorageMode
    FILTER_STATE: A2a.StorageMode
    DYNAMIC_METADATA_AND_FILTER_STATE: A2a.StorageMode
    TRAFFIC_MODE_FIELD_NUMBER: _ClassVar[int]
    MAX_REQUEST_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    PARSER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    STORAGE_MODE_FIELD_NUMBER: _ClassVar[int]
    traffic_mode: A2a.TrafficMode
    max_request_body_size: _wrappers_pb2.UInt32Value
    parser_config: ParserConfig
    storage_mode: A2a.StorageMode
    def __init__(self, traffic_mode: _Optional[_Union[A2a.TrafficMode, str]] = ..., max_request_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., parser_config: _Optional[_Union[ParserConfig, _Mapping]] = ..., storage_mode: _Optional[_Union[A2a.StorageMode, str]] = ...) -> None: ...

class MethodParsingConfig(_message.Message):
    __slots__ = ("group", "paths")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PATHS_FIELD_NUMBER: _ClassVar[int]
    group: str
    paths: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group: _Optional[str] = ..., paths: _Optional[_Iterable[str]] = ...) -> None: ...

class ParserConfig(_message.Message):
    __slots__ = ("method_configs", "always_extract_attributes", "group_metadata_key")
    class MethodConfigsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: MethodParsingConfig
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[MethodParsingConfig, _Mapping]] = ...) -> None: ...
    METHOD_CONFIGS_FIELD_NUMBER: _ClassVar[int]
    ALWAYS_EXTRACT_ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    GROUP_METADATA_KEY_FIELD_NUMBER: _ClassVar[int]
    method_configs: _containers.MessageMap[str, MethodParsingConfig]
    always_extract_attributes: _containers.RepeatedScalarFieldContainer[str]
    group_metadata_key: str
    def __init__(self, method_configs: _Optional[_Mapping[str, MethodParsingConfig]] = ..., always_extract_attributes: _Optional[_Iterable[str]] = ..., group_metadata_key: _Optional[str] = ...) -> None: ...
