from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3 import secret_pb2 as _secret_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Generic(_message.Message):
    __slots__ = ("credential", "header", "header_value_prefix")
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HEADER_VALUE_PREFIX_FIELD_NUMBER: _ClassVar[int]
    credential: _secret_pb2.SdsSecretConfig
    header: str
    header_value_prefix: str
    def __init__(self, credential: _Optional[_Union[_secret_pb2.SdsSecretConfig, _Mapping]] = ..., header: _Optional[str] = ..., header_value_prefix: _Optional[str] = ...) -> None: ...
