from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.envoy.type.ai.v3 import llm_protocol_pb2 as _llm_protocol_pb2
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

class AiProtocolManager(_message.Message):
    __slots__ = ("request_handling", "response_handling", "filters")
    REQUEST_HANDLING_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_HANDLING_FIELD_NUMBER: _ClassVar[int]
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    request_handling: RequestHandling
    response_handling: ResponseHandling
    filters: _containers.RepeatedCompositeFieldContainer[_extension_pb2.TypedExtensionConfig]
    def __init__(self, request_handling: _Optional[_Union[RequestHandling, _Mapping]] = ..., response_handling: _Optional[_Union[ResponseHandling, _Mapping]] = ..., filters: _Optional[_Iterable[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]]] = ...) -> None: ...

class RequestHandling(_message.Message):
    __slots__ = ("parse_unconfigured_routes", "limits", "reserialize_body")
    class BodyReserialization(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ALWAYS: _ClassVar[RequestHandling.BodyReserialization]
        DISABLE: _ClassVar[RequestHandling.BodyReserialization]
    ALWAYS: RequestHandling.BodyReserialization
    DISABLE: RequestHandling.BodyReserialization
    PARSE_UNCONFIGURED_ROUTES_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    RESERIALIZE_BODY_FIELD_NUMBER: _ClassVar[int]
    parse_unconfigured_routes: bool
    limits: RequestParsingLimits
    reserialize_body: RequestHandling.BodyReserialization
    def __init__(self, parse_unconfigured_routes: _Optional[bool] = ..., limits: _Optional[_Union[RequestParsingLimits, _Mapping]] = ..., reserialize_body: _Optional[_Union[RequestHandling.BodyReserialization, str]] = ...) -> None: ...

class RequestParsingLimits(_message.Message):
    __slots__ = ("inline_string_threshold_bytes",)
    INLINE_STRING_THRESHOLD_BYTES_FIELD_NUMBER: _ClassVar[int]
    inline_string_threshold_bytes: _wrappers_pb2.UInt32Value
    def __init__(self, inline_string_threshold_bytes: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ...) -> None: ...

class ResponseHandling(_message.Message):
    __slots__ = ("token_usage",)
    TOKEN_USAGE_FIELD_NUMBER: _ClassVar[int]
    token_usage: TokenUsageExtraction
    def __init__(self, token_usage: _Optional[_Union[TokenUsageExtraction, _Mapping]] = ...) -> None: ...

class TokenUsageExtraction(_message.Message):
    __slots__ = ("include_unconfigured_routes", "default_llm_protocol", "metadata_namespace", "limits", "usage_signal")
    class UsageSignal(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        USAGE_SIGNAL_UNSPECIFIED: _ClassVar[TokenUsageExtraction.UsageSignal]
        SYNTHESIZE_TRAILERS: _ClassVar[TokenUsageExtraction.UsageSignal]
    USAGE_SIGNAL_UNSPECIFIED: TokenUsageExtraction.UsageSignal
    SYNTHESIZE_TRAILERS: TokenUsageExtraction.UsageSignal
    INCLUDE_UNCONFIGURED_ROUTES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_LLM_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    METADATA_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    USAGE_SIGNAL_FIELD_NUMBER: _ClassVar[int]
    include_unconfigured_routes: bool
    default_llm_protocol: _llm_protocol_pb2.LLMProtocol
    metadata_namespace: str
    limits: TokenUsageExtractionLimits
    usage_signal: TokenUsageExtraction.UsageSignal
    def __init__(self, include_unconfigured_routes: _Optional[bool] = ..., default_llm_protocol: _Optional[_Union[_llm_protocol_pb2.LLMProtocol, str]] = ..., metadata_namespace: _Optional[str] = ..., limits: _Optional[_Union[TokenUsageExtractionLimits, _Mapping]] = ..., usage_signal: _Optional[_Union[TokenUsageExtraction.UsageSignal, str]] = ...) -> None: ...

class TokenUsageExtractionLimits(_message.Message):
    __slots__ = ("max_sse_event_size", "max_json_body_size", "max_parsed_sse_events")
    MAX_SSE_EVENT_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_JSON_BODY_SIZE_FIELD_NUMBER: _ClassVar[int]
    MAX_PARSED_SSE_EVENTS_FIELD_NUMBER: _ClassVar[int]
    max_sse_event_size: _wrappers_pb2.UInt32Value
    max_json_body_size: _wrappers_pb2.UInt32Value
    max_parsed_sse_events: _wrappers_pb2.UInt32Value
    def __init__(self, max_sse_event_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., max_json_body_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., max_parsed_sse_events: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ...) -> None: ...

class AiProtocolManagerPerRoute(_message.Message):
    __slots__ = ("request", "response")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    request: RequestPerRoute
    response: ResponsePerRoute
    def __init__(self, request: _Optional[_Union[RequestPerRoute, _Mapping]] = ..., response: _Optional[_Union[ResponsePerRoute, _Mapping]] = ...) -> None: ...

class RequestPerRoute(_message.Message):
    __slots__ = ("llm_protocol",)
    LLM_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    llm_protocol: _llm_protocol_pb2.LLMProtocol
    def __init__(self, llm_protocol: _Optional[_Union[_llm_protocol_pb2.LLMProtocol, str]] = ...) -> None: ...

class ResponsePerRoute(_message.Message):
    __slots__ = ("llm_protocol",)
    LLM_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    llm_protocol: _llm_protocol_pb2.LLMProtocol
    def __init__(self, llm_protocol: _Optional[_Union[_llm_protocol_pb2.LLMProtocol, str]] = ...) -> None: ...
