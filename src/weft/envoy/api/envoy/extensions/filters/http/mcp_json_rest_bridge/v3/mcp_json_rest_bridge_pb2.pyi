import datetime

from google.protobuf import duration_pb2 as _duration_pb2
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

class CacheScope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CACHE_SCOPE_UNSPECIFIED: _ClassVar[CacheScope]
    CACHE_SCOPE_PUBLIC: _ClassVar[CacheScope]
    CACHE_SCOPE_PRIVATE: _ClassVar[CacheScope]
CACHE_SCOPE_UNSPECIFIED: CacheScope
CACHE_SCOPE_PUBLIC: CacheScope
CACHE_SCOPE_PRIVATE: CacheScope

class McpJsonRestBridge(_message.Message):
    __slots__ = ("server_info", "tool_config", "max_request_body_size", "max_response_body_size", "request_storage_mode", "trace_context_extraction", "disable_clear_route_cache", "per_route_only")
    class RequestStorageMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        MODE_UNSPECIFIED: _ClassVar[McpJsonRestBridge.RequestStorageMode]
        DYNAMIC_METADATA: _ClassVar[McpJsonRestBridge.RequestStorageMode]
    MODE_UNSPECIFIED: McpJsonRestBridge.RequestStorageMode
    DYNAMIC_METADATA: McpJsonRestBridge.RequestStorageMode
    SERVER_INFO_FIELD_NUMBER: _ClassVar[int]
    TOOL_CONFIG_FIELD_NUMBER: _ClassVar[int]
    MAX_REQUEST_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_RESPONSE_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_STORAGE_MODE_FIELD_NUMBER: _ClassVar[int]
    TRACE_CONTEXT_EXTRACTION_FIELD_NUMBER: _ClassVar[int]
    DISABLE_CLEAR_ROUTE_CACHE_FIELD_NUMBER: _ClassVar[int]
    PER_ROUTE_ONLY_FIELD_NUMBER: _ClassVar[int]
    server_info: ServerInfo
    tool_config: ServerToolConfig
    max_request_body_size: _wrappers_pb2.UInt32Value
    max_response_body_size: _wrappers_pb2.UInt32Value
    request_storage_mode: McpJsonRestBridge.RequestStorageMode
    trace_context_extraction: TraceContextExtractionOptions
    disable_clear_route_cache: bool
    per_route_only: bool
    def __init__(self, server_info: _Optional[_Union[ServerInfo, _Mapping]] = ..., tool_config: _Optional[_Union[ServerToolConfig, _Mapping]] = ..., max_request_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., max_response_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., request_storage_mode: _Optional[_Union[McpJsonRestBridge.RequestStorageMode, str]] = ..., trace_context_extraction: _Optional[_Union[TraceContextExtractionOptions, _Mapping]] = ..., disable_clear_route_cache: _Optional[bool] = ..., per_route_only: _Optional[bool] = ...) -> None: ...

class TraceContextExtractionOptions(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class CacheConfig(_message.Message):
    __slots__ = ("ttl", "cache_scope")
    TTL_FIELD_NUMBER: _ClassVar[int]
    CACHE_SCOPE_FIELD_NUMBER: _ClassVar[int]
    ttl: _duration_pb2.Duration
    cache_scope: CacheScope
    def __init__(self, ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., cache_scope: _Optional[_Union[CacheScope, str]] = ...) -> None: ...

class ServerInfo(_message.Message):
    __slots__ = ("max_supported_protocol_version", "description", "fallback_protocol_version", "server_discovery_cache_config")
    MAX_SUPPORTED_PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    FALLBACK_PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    SERVER_DISCOVERY_CACHE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    max_supported_protocol_version: _wrappers_pb2.StringValue
    description: str
    fallback_protocol_version: _wrappers_pb2.StringValue
    server_discovery_cache_config: CacheConfig
    def __init__(self, max_supported_protocol_version: _Optional[_Union[_wrappers_pb2.StringValue, _Mapping]] = ..., description: _Optional[str] = ..., fallback_protocol_version: _Optional[_Union[_wrappers_pb2.StringValue, _Mapping]] = ..., server_discovery_cache_config: _Optional[_Union[CacheConfig, _Mapping]] = ...) -> None: ...

class ToolsListLocal(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ServerToolConfig(_message.Message):
    __slots__ = ("tools", "list_changed", "tool_list_http_rule", "tool_list_local", "default_server_info")
    TOOLS_FIELD_NUMBER: _ClassVar[int]
    LIST_CHANGED_FIELD_NUMBER: _ClassVar[int]
    TOOL_LIST_HTTP_RULE_FIELD_NUMBER: _ClassVar[int]
    TOOL_LIST_LOCAL_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_SERVER_INFO_FIELD_NUMBER: _ClassVar[int]
    tools: _containers.RepeatedCompositeFieldContainer[ToolConfig]
    list_changed: bool
    tool_list_http_rule: HttpRule
    tool_list_local: ToolsListLocal
    default_server_info: McpServerInfo
    def __init__(self, tools: _Optional[_Iterable[_Union[ToolConfig, _Mapping]]] = ..., list_changed: _Optional[bool] = ..., tool_list_http_rule: _Optional[_Union[HttpRule, _Mapping]] = ..., tool_list_local: _Optional[_Union[ToolsListLocal, _Mapping]] = ..., default_server_info: _Optional[_Union[McpServerInfo, _Mapping]] = ...) -> None: ...

class ToolsListSpecificConfig(_message.Message):
    __slots__ = ("title", "description", "input_schema")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    INPUT_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    title: str
    description: str
    input_schema: str
    def __init__(self, title: _Optional[str] = ..., description: _Optional[str] = ..., input_schema: _Optional[str] = ...) -> None: ...

class McpServerInfo(_message.Message):
    __slots__ = ("path", "host")
    PATH_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    path: str
    host: str
    def __init__(self, path: _Optional[str] = ..., host: _Optional[str] = ...) -> None: ...

class ToolConfig(_message.Message):
    __slots__ = ("name", "http_rule", "tool_list_config", "text_content_streaming_enabled", "server_info")
    NAME_FIELD_NUMBER: _ClassVar[int]
    HTTP_RULE_FIELD_NUMBER: _ClassVar[int]
    TOOL_LIST_CONFIG_FIELD_NUMBER: _ClassVar[int]
    TEXT_CONTENT_STREAMING_ENABLED_FIELD_NUMBER: _ClassVar[int]
    SERVER_INFO_FIELD_NUMBER: _ClassVar[int]
    name: str
    http_rule: HttpRule
    tool_list_config: ToolsListSpecificConfig
    text_content_streaming_enabled: bool
    server_info: _containers.RepeatedCompositeFieldContainer[McpServerInfo]
    def __init__(self, name: _Optional[str] = ..., http_rule: _Optional[_Union[HttpRule, _Mapping]] = ..., tool_list_config: _Optional[_Union[ToolsListSpecificConfig, _Mapping]] = ..., text_content_streaming_enabled: _Optional[bool] = ..., server_info: _Optional[_Iterable[_Union[McpServerInfo, _Mapping]]] = ...) -> None: ...

class HttpRule(_message.Message):
    __slots__ = ("get", "put", "post", "delete", "patch", "body", "bindings")
    class ParameterBinding(_message.Message):
        __slots__ = ("type", "name", "argument_path")
        class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
            __slots__ = ()
            TYPE_UNSPECIFIED: _ClassVar[HttpRule.ParameterBinding.Type]
            HEADER: _ClassVar[HttpRule.ParameterBinding.Type]
            COOKIE: _ClassVar[HttpRule.ParameterBinding.Type]
        TYPE_UNSPECIFIED: HttpRule.ParameterBinding.Type
        HEADER: HttpRule.ParameterBinding.Type
        COOKIE: HttpRule.ParameterBinding.Type
        TYPE_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        ARGUMENT_PATH_FIELD_NUMBER: _ClassVar[int]
        type: HttpRule.ParameterBinding.Type
        name: str
        argument_path: str
        def __init__(self, type: _Optional[_Union[HttpRule.ParameterBinding.Type, str]] = ..., name: _Optional[str] = ..., argument_path: _Optional[str] = ...) -> None: ...
    GET_FIELD_NUMBER: _ClassVar[int]
    PUT_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    DELETE_FIELD_NUMBER: _ClassVar[int]
    PATCH_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    BINDINGS_FIELD_NUMBER: _ClassVar[int]
    get: str
    put: str
    post: str
    delete: str
    patch: str
    body: str
    bindings: _containers.RepeatedCompositeFieldContainer[HttpRule.ParameterBinding]
    def __init__(self, get: _Optional[str] = ..., put: _Optional[str] = ..., post: _Optional[str] = ..., delete: _Optional[str] = ..., patch: _Optional[str] = ..., body: _Optional[str] = ..., bindings: _Optional[_Iterable[_Union[HttpRule.ParameterBinding, _Mapping]]] = ...) -> None: ...

class McpJsonRestBridgePerRoute(_message.Message):
    __slots__ = ("tool_config",)
    TOOL_CONFIG_FIELD_NUMBER: _ClassVar[int]
    tool_config: _containers.RepeatedCompositeFieldContainer[ServerToolConfig]
    def __init__(self, tool_config: _Optional[_Iterable[_Union[ServerToolConfig, _Mapping]]] = ...) -> None: ...
