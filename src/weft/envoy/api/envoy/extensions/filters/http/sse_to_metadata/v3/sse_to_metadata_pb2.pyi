from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SseToMetadata(_message.Message):
    __slots__ = ("response_rules",)
    class ProcessingRules(_message.Message):
        __slots__ = ("content_parser", "max_event_size")
        CONTENT_PARSER_FIELD_NUMBER: _ClassVar[int]
        MAX_EVENT_SIZE_FIELD_NUMBER: _ClassVar[int]
        content_parser: _extension_pb2.TypedExtensionConfig
        max_event_size: _wrappers_pb2.UInt32Value
        def __init__(self, content_parser: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ..., max_event_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ...) -> None: ...
    RESPONSE_RULES_FIELD_NUMBER: _ClassVar[int]
    response_rules: SseToMetadata.ProcessingRules
    def __init__(self, response_rules: _Optional[_Union[SseToMetadata.ProcessingRules, _Mapping]] = ...) -> None: ...
