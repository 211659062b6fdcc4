from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class Descriptor(_message.Message):
    __slots__ = ("descriptor_key", "header_name", "cookie", "value_prefix", "claim_name", "default_value", "skip_if_absent")
    DESCRIPTOR_KEY_FIELD_NUMBER: _ClassVar[int]
    HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
    COOKIE_FIELD_NUMBER: _ClassVar[int]
    VALUE_PREFIX_FIELD_NUMBER: _ClassVar[int]
    CLAIM_NAME_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_VALUE_FIELD_NUMBER: _ClassVar[int]
    SKIP_IF_ABSENT_FIELD_NUMBER: _ClassVar[int]
    descriptor_key: str
    header_name: str
    cookie: str
    value_prefix: str
    claim_name: str
    default_value: str
    skip_if_absent: bool
    def __init__(self, descriptor_key: _Optional[str] = ..., header_name: _Optional[str] = ..., cookie: _Optional[str] = ..., value_prefix: _Optional[str] = ..., claim_name: _Optional[str] = ..., default_value: _Optional[str] = ..., skip_if_absent: _Optional[bool] = ...) -> None: ...
