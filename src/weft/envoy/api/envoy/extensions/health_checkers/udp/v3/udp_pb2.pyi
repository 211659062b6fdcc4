from weft.envoy.api.envoy.config.core.v3 import health_check_pb2 as _health_check_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class UdpHealthCheck(_message.Message):
    __slots__ = ("send", "receive")
    SEND_FIELD_NUMBER: _ClassVar[int]
    RECEIVE_FIELD_NUMBER: _ClassVar[int]
    send: _health_check_pb2.HealthCheck.Payload
    receive: _health_check_pb2.HealthCheck.Payload
    def __init__(self, send: _Optional[_Union[_health_check_pb2.HealthCheck.Payload, _Mapping]] = ..., receive: _Optional[_Union[_health_check_pb2.HealthCheck.Payload, _Mapping]] = ...) -> None: ...
