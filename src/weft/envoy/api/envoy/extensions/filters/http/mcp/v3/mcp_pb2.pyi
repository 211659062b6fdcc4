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

class Mcp(_message.Message):
    __slots__ = ("traffic_mode", "clear_route_cache", "max_request_body_size", "parser_config", "request_storage_mode", "propagate_trace_context", "propagate_baggage", "reject_duplicate_keys", "attribute_source", "early_terminate_when_routable", "max_supported_protocol_version")
    class TrafficMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        PASS_THROUGH: _ClassVar[Mcp.TrafficMode]
        REJECT_NO_MCP: _ClassVar[Mcp.TrafficMode]
        NOOP: _ClassVar[Mcp.TrafficMode]
    PASS_THROUGH: Mcp.TrafficMode
    REJECT_NO_MCP: Mcp.TrafficMode
    NOOP: Mcp.TrafficMode
    class RequestStorageMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        MODE_UNSPECIFIED: _ClassVar[Mcp.RequestStorageMode]
        DYNAMIC_METADATA: _ClassVar[Mcp.RequestStorageMode]
        FILTER_STATE: _ClassVar[Mcp.RequestStorageMode]
        DYNAMIC_METADATA_AND_FILTER_STATE: _ClassVar[Mcp.RequestStorageMode]
    MODE_UNSPECIFIED: Mcp.RequestStorageMode
    DYNAMIC_METADATA: Mcp.RequestStorageMode
    FILTER_STATE: Mcp.RequestStorageMode
    DYNAMIC_METADATA_AND_FILTER_STATE: Mcp.RequestStorageMode
    class AttributeSource(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        BODY: _ClassVar[Mcp.AttributeSource]
        VERIFY: _ClassVar[Mcp.AttributeSource]
        HEADERS: _ClassVar[Mcp.AttributeSource]
    BODY: Mcp.AttributeSource
    VERIFY: Mcp.AttributeSource
    HEADERS: Mcp.AttributeSource
    class TraceContextPropagationConfig(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    class BaggagePropagationConfig(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    TRAFFIC_MODE_FIELD_NUMBER: _ClassVar[int]
    CLEAR_ROUTE_CACHE_FIELD_NUMBER: _ClassVar[int]
    MAX_REQUEST_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    PARSER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    REQUEST_STORAGE_MODE_FIELD_NUMBER: _ClassVar[int]
    PROPAGATE_TRACE_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PROPAGATE_BAGGAGE_FIELD_NUMBER: _ClassVar[int]
    REJECT_DUPLICATE_KEYS_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTE_SOURCE_FIELD_NUMBER: _ClassVar[int]
    EARLY_TERMINATE_WHEN_ROUTABLE_FIELD_NUMBER: _ClassVar[int]
    MAX_SUPPORTED_PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    traffic_mode: Mcp.TrafficMode
    clear_route_cache: bool
    max_request_body_size: _wrappers_pb2.UInt32Value
    parser_config: ParserConfig
    request_storage_mode: Mcp.RequestStorageMode
    propagate_trace_context: Mcp.TraceContextPropagationConfig
    propagate_baggage: Mcp.BaggagePropagationConfig
    reject_duplicate_keys: _wrappers_pb2.BoolValue
    attribute_source: Mcp.AttributeSource
    early_terminate_when_routable: bool
    max_supported_protocol_version: _wrappers_pb2.StringValue
    def __init__(self, traffic_mode: _Optional[_Union[Mcp.TrafficMode, str]] = ..., clear_route_cache: _Optional[bool] = ..., max_request_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., parser_config: _Optional[_Union[ParserConfig, _Mapping]] = ..., request_storage_mode: _Optional[_Union[Mcp.RequestStorageMode, str]] = ..., propagate_trace_context: _Optional[_Union[Mcp.TraceContextPropagationConfig, _Mapping]] = ..., propagate_baggage: _Optional[_Union[Mcp.BaggagePropagationConfig, _Mapping]] = ..., reject_duplicate_keys: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., attribute_source: _Optional[_Union[Mcp.AttributeSource, str]] = ..., early_terminate_when_routable: _Optional[bool] = ..., max_supported_protocol_version: _Optional[_Union[_wrappers_pb2.StringValue, _Mapping]] = ...) -> None: ...

class ParserConfig(_message.Message):
    __slots__ = ("methods", "group_metadata_key")
    class AttributeExtractionRule(_message.Message):
        __slots__ = ("path",)
        PATH_FIELD_NUMBER: _ClassVar[int]
        path: str
        def __init__(self, path: _Optional[str] = ...) -> None: ...
    class MethodConfig(_message.Message):
        __slots__ = ("method", "group", "extraction_rules")
        METHOD_FIELD_NUMBER: _ClassVar[int]
        GROUP_FIELD_NUMBER: _ClassVar[int]
        EXTRACTION_RULES_FIELD_NUMBER: _ClassVar[int]
        method: str
        group: str
        extraction_rules: _containers.RepeatedCompositeFieldContainer[ParserConfig.AttributeExtractionRule]
        def __init__(self, method: _Optional[str] = ..., group: _Optional[str] = ..., extraction_rules: _Optional[_Iterable[_Union[ParserConfig.AttributeExtractionRule, _Mapping]]] = ...) -> None: ...
    METHODS_FIELD_NUMBER: _ClassVar[int]
    GROUP_METADATA_KEY_FIELD_NUMBER: _ClassVar[int]
    methods: _containers.RepeatedCompositeFieldContainer[ParserConfig.MethodConfig]
    group_metadata_key: str
    def __init__(self, methods: _Optional[_Iterable[_Union[ParserConfig.MethodConfig, _Mapping]]] = ..., group_metadata_key: _Optional[str] = ...) -> None: ...

class McpOverride(_message.Message):
    __slots__ = ("traffic_mode", "max_request_body_size", "clear_route_cache", "parser_config", "request_storage_mode", "reject_duplicate_keys")
    TRAFFIC_MODE_FIELD_NUMBER: _ClassVar[int]
    MAX_REQUEST_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    CLEAR_ROUTE_CACHE_FIELD_NUMBER: _ClassVar[int]
    PARSER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    REQUEST_STORAGE_MODE_FIELD_NUMBER: _ClassVar[int]
    REJECT_DUPLICATE_KEYS_FIELD_NUMBER: _ClassVar[int]
    traffic_mode: Mcp.TrafficMode
    max_request_body_size: _wrappers_pb2.UInt32Value
    clear_route_cache: bool
    parser_config: ParserConfig
    request_storage_mode: Mcp.RequestStorageMode
    reject_duplicate_keys: bool
    def __init__(self, traffic_mode: _Optional[_Union[Mcp.TrafficMode, str]] = ..., max_request_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., clear_route_cache: _Optional[bool] = ..., parser_config: _Optional[_Union[ParserConfig, _Mapping]] = ..., request_storage_mode: _Optional[_Union[Mcp.RequestStorageMode, str]] = ..., reject_duplicate_keys: _Optional[bool] = ...) -> None: ...
