from weft.envoy.api.envoy.type.ai.v3 import llm_protocol_pb2 as _llm_protocol_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SchemaValidation(_message.Message):
    __slots__ = ("default_llm_protocol", "fail_open")
    DEFAULT_LLM_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    FAIL_OPEN_FIELD_NUMBER: _ClassVar[int]
    default_llm_protocol: _llm_protocol_pb2.LLMProtocol
    fail_open: bool
    def __init__(self, default_llm_protocol: _Optional[_Union[_llm_protocol_pb2.LLMProtocol, str]] = ..., fail_open: _Optional[bool] = ...) -> None: ...
