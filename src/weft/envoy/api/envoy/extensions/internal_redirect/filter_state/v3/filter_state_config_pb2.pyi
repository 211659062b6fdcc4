from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class FilterStateConfig(_message.Message):
    __slots__ = ("redirect_enabled_key", "redirect_if_absent")
    REDIRECT_ENABLED_KEY_FIELD_NUMBER: _ClassVar[int]
    REDIRECT_IF_ABSENT_FIELD_NUMBER: _ClassVar[int]
    redirect_enabled_key: str
    redirect_if_absent: bool
    def __init__(self, redirect_enabled_key: _Optional[str] = ..., redirect_if_absent: _Optional[bool] = ...) -> None: ...
