from weft.envoy.api.envoy.type.ai.v3 import llm_protocol_pb2 as _llm_protocol_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RequestInfo(_message.Message):
    __slots__ = ("input_llm_protocol", "model", "stream", "max_output_tokens", "message_count", "tool_count", "estimated_input_tokens")
    INPUT_LLM_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    STREAM_FIELD_NUMBER: _ClassVar[int]
    MAX_OUTPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_COUNT_FIELD_NUMBER: _ClassVar[int]
    TOOL_COUNT_FIELD_NUMBER: _ClassVar[int]
    ESTIMATED_INPUT_TOKENS_FIELD_NUMBER: _ClassVar[int]
    input_llm_protocol: _llm_protocol_pb2.LLMProtocol
    model: str
    stream: _wrappers_pb2.BoolValue
    max_output_tokens: _wrappers_pb2.UInt64Value
    message_count: _wrappers_pb2.UInt32Value
    tool_count: _wrappers_pb2.UInt32Value
    estimated_input_tokens: _wrappers_pb2.UInt64Value
    def __init__(self, input_llm_protocol: _Optional[_Union[_llm_protocol_pb2.LLMProtocol, str]] = ..., model: _Optional[str] = ..., stream: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., max_output_tokens: _Optional[_Union[_wrappers_pb2.UInt64Value, _Mapping]] = ..., message_count: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., tool_count: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., estimated_input_tokens: _Optional[_Union[_wrappers_pb2.UInt64Value, _Mapping]] = ...) -> None: ...
