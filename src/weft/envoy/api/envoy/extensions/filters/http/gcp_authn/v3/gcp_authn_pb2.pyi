import datetime

from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.config.core.v3 import http_uri_pb2 as _http_uri_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.envoy.annotations import deprecation_pb2 as _deprecation_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GcpAuthnFilterConfig(_message.Message):
    __slots__ = ("http_uri", "retry_policy", "cache_config", "token_header", "token_metadata_key", "cluster", "timeout", "audience")
    HTTP_URI_FIELD_NUMBER: _ClassVar[int]
    RETRY_POLICY_FIELD_NUMBER: _ClassVar[int]
    CACHE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    TOKEN_HEADER_FIELD_NUMBER: _ClassVar[int]
    TOKEN_METADATA_KEY_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    AUDIENCE_FIELD_NUMBER: _ClassVar[int]
    http_uri: _http_uri_pb2.HttpUri
    retry_policy: _base_pb2.RetryPolicy
    cache_config: TokenCacheConfig
    token_header: TokenHeader
    token_metadata_key: str
    cluster: str
    timeout: _duration_pb2.Duration
    audience: Audience
    def __init__(self, http_uri: _Optional[_Union[_http_uri_pb2.HttpUri, _Mapping]] = ..., retry_policy: _Optional[_Union[_base_pb2.RetryPolicy, _Mapping]] = ..., cache_config: _Optional[_Union[TokenCacheConfig, _Mapping]] = ..., token_header: _Optional[_Union[TokenHeader, _Mapping]] = ..., token_metadata_key: _Optional[str] = ..., cluster: _Optional[str] = ..., timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., audience: _Optional[_Union[Audience, _Mapping]] = ...) -> None: ...

class Audience(_message.Message):
    __slots__ = ("url", "access_token", "bound_jwt", "bound_access_token", "iam_access_token")
    class AccessToken(_message.Message):
        __slots__ = ("scopes",)
        SCOPES_FIELD_NUMBER: _ClassVar[int]
        scopes: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, scopes: _Optional[_Iterable[str]] = ...) -> None: ...
    class BoundJwt(_message.Message):
        __slots__ = ("url",)
        URL_FIELD_NUMBER: _ClassVar[int]
        url: str
        def __init__(self, url: _Optional[str] = ...) -> None: ...
    class BoundAccessToken(_message.Message):
        __slots__ = ("scopes",)
        SCOPES_FIELD_NUMBER: _ClassVar[int]
        scopes: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, scopes: _Optional[_Iterable[str]] = ...) -> None: ...
    class IAMAccessToken(_message.Message):
        __slots__ = ("account", "authorization", "scopes")
        ACCOUNT_FIELD_NUMBER: _ClassVar[int]
        AUTHORIZATION_FIELD_NUMBER: _ClassVar[int]
        SCOPES_FIELD_NUMBER: _ClassVar[int]
        account: str
        authorization: str
        scopes: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, account: _Optional[str] = ..., authorization: _Optional[str] = ..., scopes: _Optional[_Iterable[str]] = ...) -> None: ...
    URL_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    BOUND_JWT_FIELD_NUMBER: _ClassVar[int]
    BOUND_ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    IAM_ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    url: str
    access_token: Audience.AccessToken
    bound_jwt: Audience.BoundJwt
    bound_access_token: Audience.BoundAccessToken
    iam_access_token: Audience.IAMAccessToken
    def __init__(self, url: _Optional[str] = ..., access_token: _Optional[_Union[Audience.AccessToken, _Mapping]] = ..., bound_jwt: _Optional[_Union[Audience.BoundJwt, _Mapping]] = ..., bound_access_token: _Optional[_Union[Audience.BoundAccessToken, _Mapping]] = ..., iam_access_token: _Optional[_Union[Audience.IAMAccessToken, _Mapping]] = ...) -> None: ...

class TokenCacheConfig(_message.Message):
    __slots__ = ("cache_size",)
    CACHE_SIZE_FIELD_NUMBER: _ClassVar[int]
    cache_size: _wrappers_pb2.UInt64Value
    def __init__(self, cache_size: _Optional[_Union[_wrappers_pb2.UInt64Value, _Mapping]] = ...) -> None: ...

class TokenHeader(_message.Message):
    __slots__ = ("name", "value_prefix", "preserve_existing")
    class PreserveExisting(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_PREFIX_FIELD_NUMBER: _ClassVar[int]
    PRESERVE_EXISTING_FIELD_NUMBER: _ClassVar[int]
    name: str
    value_prefix: str
    preserve_existing: TokenHeader.PreserveExisting
    def __init__(self, name: _Optional[str] = ..., value_prefix: _Optional[str] = ..., preserve_existing: _Optional[_Union[TokenHeader.PreserveExisting, _Mapping]] = ...) -> None: ...
