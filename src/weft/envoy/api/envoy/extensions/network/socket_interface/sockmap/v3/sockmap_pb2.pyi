from weft.envoy.api.envoy.type.v3 import range_pb2 as _range_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Sockmap(_message.Message):
    __slots__ = ("bpf_program_path", "cgroup_path", "sockhash_max_entries", "register_user_space_sockets", "accelerated_ports")
    BPF_PROGRAM_PATH_FIELD_NUMBER: _ClassVar[int]
    CGROUP_PATH_FIELD_NUMBER: _ClassVar[int]
    SOCKHASH_MAX_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    REGISTER_USER_SPACE_SOCKETS_FIELD_NUMBER: _ClassVar[int]
    ACCELERATED_PORTS_FIELD_NUMBER: _ClassVar[int]
    bpf_program_path: str
    cgroup_path: str
    sockhash_max_entries: _wrappers_pb2.UInt32Value
    register_user_space_sockets: _wrappers_pb2.BoolValue
    accelerated_ports: _containers.RepeatedCompositeFieldContainer[_range_pb2.Int64Range]
    def __init__(self, bpf_program_path: _Optional[str] = ..., cgroup_path: _Optional[str] = ..., sockhash_max_entries: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., register_user_space_sockets: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., accelerated_ports: _Optional[_Iterable[_Union[_range_pb2.Int64Range, _Mapping]]] = ...) -> None: ...
