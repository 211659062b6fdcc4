from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import versioning_pb2 as _versioning_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FixedHeapConfig(_message.Message):
    __slots__ = ("max_heap_size_bytes", "max_heap_size_bytes_runtime")
    MAX_HEAP_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_HEAP_SIZE_BYTES_RUNTIME_FIELD_NUMBER: _ClassVar[int]
    max_heap_size_bytes: int
    max_heap_size_bytes_runtime: _base_pb2.RuntimeUInt64
    def __init__(self, max_heap_size_bytes: _Optional[int] = ..., max_heap_size_bytes_runtime: _Optional[_Union[_base_pb2.RuntimeUInt64, _Mapping]] = ...) -> None: ...
