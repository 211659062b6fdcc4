import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BacktraceActionConfig(_message.Message):
    __slots__ = ("cooldown_duration",)
    COOLDOWN_DURATION_FIELD_NUMBER: _ClassVar[int]
    cooldown_duration: _duration_pb2.Duration
    def __init__(self, cooldown_duration: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
