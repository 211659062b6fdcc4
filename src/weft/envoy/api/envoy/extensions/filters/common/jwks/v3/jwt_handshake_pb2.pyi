from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.extensions.filters.common.jwks.v3 import jwks_pb2 as _jwks_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class JwtHandshakeValidator(_message.Message):
    __slots__ = ("issuer", "audiences", "local_jwks", "remote_jwks", "token_header", "claims_metadata_namespace", "allow_missing_or_failed", "clock_skew_seconds")
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    AUDIENCES_FIELD_NUMBER: _ClassVar[int]
    LOCAL_JWKS_FIELD_NUMBER: _ClassVar[int]
    REMOTE_JWKS_FIELD_NUMBER: _ClassVar[int]
    TOKEN_HEADER_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_METADATA_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    ALLOW_MISSING_OR_FAILED_FIELD_NUMBER: _ClassVar[int]
    CLOCK_SKEW_SECONDS_FIELD_NUMBER: _ClassVar[int]
    issuer: str
    audiences: _containers.RepeatedScalarFieldContainer[str]
    local_jwks: _base_pb2.DataSource
    remote_jwks: _jwks_pb2.RemoteJwks
    token_header: str
    claims_metadata_namespace: str
    allow_missing_or_failed: bool
    clock_skew_seconds: int
    def __init__(self, issuer: _Optional[str] = ..., audiences: _Optional[_Iterable[str]] = ..., local_jwks: _Optional[_Union[_base_pb2.DataSource, _Mapping]] = ..., remote_jwks: _Optional[_Union[_jwks_pb2.RemoteJwks, _Mapping]] = ..., token_header: _Optional[str] = ..., claims_metadata_namespace: _Optional[str] = ..., allow_missing_or_failed: _Optional[bool] = ..., clock_skew_seconds: _Optional[int] = ...) -> None: ...
