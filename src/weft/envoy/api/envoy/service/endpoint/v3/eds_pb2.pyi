from weft.envoy.api.envoy.service.discovery.v3 import discovery_pb2 as _discovery_pb2
from weft.envoy.api.google.api import annotations_pb2 as _annotations_pb2
from weft.envoy.api.envoy.annotations import resource_pb2 as _resource_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import versioning_pb2 as _versioning_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class EdsDummy(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
