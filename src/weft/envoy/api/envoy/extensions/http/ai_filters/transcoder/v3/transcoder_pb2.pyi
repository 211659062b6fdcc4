from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Transcoder(_message.Message):
    __slots__ = ("request_handling", "response_handling")
    class Direction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        DIRECTION_UNSPECIFIED: _ClassVar[Transcoder.Direction]
        TO_IR: _ClassVar[Transcoder.Direction]
        FROM_IR: _ClassVar[Transcoder.Direction]
    DIRECTION_UNSPECIFIED: Transcoder.Direction
    TO_IR: Transcoder.Direction
    FROM_IR: Transcoder.Direction
    REQUEST_HANDLING_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_HANDLING_FIELD_NUMBER: _ClassVar[int]
    request_handling: Transcoder.Direction
    response_handling: Transcoder.Direction
    def __init__(self, request_handling: _Optional[_Union[Transcoder.Direction, str]] = ..., response_handling: _Optional[_Union[Transcoder.Direction, str]] = ...) -> None: ...
