from weft.envoy.api.envoy.extensions.filters.common.set_filter_state.v3 import value_pb2 as _value_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Config(_message.Message):
    __slots__ = ("on_new_connection", "on_downstream_tls_handshake", "on_downstream_data")
    ON_NEW_CONNECTION_FIELD_NUMBER: _ClassVar[int]
    ON_DOWNSTREAM_TLS_HANDSHAKE_FIELD_NUMBER: _ClassVar[int]
    ON_DOWNSTREAM_DATA_FIELD_NUMBER: _ClassVar[int]
    on_new_connection: _containers.RepeatedCompositeFieldContainer[_value_pb2.FilterStateValue]
    on_downstream_tls_handshake: _containers.RepeatedCompositeFieldContainer[_value_pb2.FilterStateValue]
    on_downstream_data: _containers.RepeatedCompositeFieldContainer[_value_pb2.FilterStateValue]
    def __init__(self, on_new_connection: _Optional[_Iterable[_Union[_value_pb2.FilterStateValue, _Mapping]]] = ..., on_downstream_tls_handshake: _Optional[_Iterable[_Union[_value_pb2.FilterStateValue, _Mapping]]] = ..., on_downstream_data: _Optional[_Iterable[_Union[_value_pb2.FilterStateValue, _Mapping]]] = ...) -> None: ...
