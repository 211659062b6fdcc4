from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class StatefulSession(_message.Message):
    __slots__ = ("session_state", "strict", "stat_prefix", "status_on_strict_destination_not_found")
    SESSION_STATE_FIELD_NUMBER: _ClassVar[int]
    STRICT_FIELD_NUMBER: _ClassVar[int]
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    STATUS_ON_STRICT_DESTINATION_NOT_FOUND_FIELD_NUMBER: _ClassVar[int]
    session_state: _extension_pb2.TypedExtensionConfig
    strict: bool
    stat_prefix: str
    status_on_strict_destination_not_found: int
    def __init__(self, session_state: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ..., strict: _Optional[bool] = ..., stat_prefix: _Optional[str] = ..., status_on_strict_destination_not_found: _Optional[int] = ...) -> None: ...

class StatefulSessionPerRoute(_message.Message):
    __slots__ = ("disabled", "stateful_session")
    DISABLED_FIELD_NUMBER: _ClassVar[int]
    STATEFUL_SESSION_FIELD_NUMBER: _ClassVar[int]
    disabled: bool
    stateful_session: StatefulSession
    def __init__(self, disabled: _Optional[bool] = ..., stateful_session: _Optional[_Union[StatefulSession, _Mapping]] = ...) -> None: ...
