from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class ReverseTunnelUpstreamCodecOptions(_message.Message):
    __slots__ = ("enable_drain_with_goaway",)
    ENABLE_DRAIN_WITH_GOAWAY_FIELD_NUMBER: _ClassVar[int]
    enable_drain_with_goaway: bool
    def __init__(self, enable_drain_with_goaway: _Optional[bool] = ...) -> None: ...
