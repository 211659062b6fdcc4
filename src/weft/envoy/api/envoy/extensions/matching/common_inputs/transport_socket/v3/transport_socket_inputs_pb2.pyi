from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EndpointMetadataInput(_message.Message):
    __slots__ = ("filter", "path")
    class PathSegment(_message.Message):
        __slots__ = ("key",)
        KEY_FIELD_NUMBER: _ClassVar[int]
        key: str
        def __init__(self, key: _Optional[str] = ...) -> None: ...
    FILTER_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    filter: str
    path: _containers.RepeatedCompositeFieldContainer[EndpointMetadataInput.PathSegment]
    def __init__(self, filter: _Optional[str] = ..., path: _Optional[_Iterable[_Union[EndpointMetadataInput.PathSegment, _Mapping]]] = ...) -> None: ...

class LocalityMetadataInput(_message.Message):
    __slots__ = ("filter", "path")
    class PathSegment(_message.Message):
        __slots__ = ("key",)
        KEY_FIELD_NUMBER: _ClassVar[int]
        key: str
        def __init__(self, key: _Optional[str] = ...) -> None: ...
    FILTER_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    filter: str
    path: _containers.RepeatedCompositeFieldContainer[LocalityMetadataInput.PathSegment]
    def __init__(self, filter: _Optional[str] = ..., path: _Optional[_Iterable[_Union[LocalityMetadataInput.PathSegment, _Mapping]]] = ...) -> None: ...

class FilterStateInput(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class TransportSocketNameAction(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...
