from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RequestInfo(_message.Message):
    __slots__ = ("metadata_namespace", "token_estimation")
    class TokenEstimation(_message.Message):
        __slots__ = ("tokens_per_byte",)
        TOKENS_PER_BYTE_FIELD_NUMBER: _ClassVar[int]
        tokens_per_byte: float
        def __init__(self, tokens_per_byte: _Optional[float] = ...) -> None: ...
    METADATA_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ESTIMATION_FIELD_NUMBER: _ClassVar[int]
    metadata_namespace: str
    token_estimation: RequestInfo.TokenEstimation
    def __init__(self, metadata_namespace: _Optional[str] = ..., token_estimation: _Optional[_Union[RequestInfo.TokenEstimation, _Mapping]] = ...) -> None: ...
