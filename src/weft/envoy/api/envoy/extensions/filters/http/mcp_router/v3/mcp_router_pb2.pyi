import datetime

from weft.envoy.api.envoy.type.matcher.v3 import string_pb2 as _string_pb2
from weft.envoy.api.envoy.type.metadata.v3 import metadata_pb2 as _metadata_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HeaderSource(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class DynamicMetadataSource(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: _metadata_pb2.MetadataKey
    def __init__(self, key: _Optional[_Union[_metadata_pb2.MetadataKey, _Mapping]] = ...) -> None: ...

class IdentityExtractor(_message.Message):
    __slots__ = ("header", "dynamic_metadata")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    DYNAMIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    header: HeaderSource
    dynamic_metadata: DynamicMetadataSource
    def __init__(self, header: _Optional[_Union[HeaderSource, _Mapping]] = ..., dynamic_metadata: _Optional[_Union[DynamicMetadataSource, _Mapping]] = ...) -> None: ...

class ValidationPolicy(_message.Message):
    __slots__ = ("mode",)
    class Mode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        MODE_UNSPECIFIED: _ClassVar[ValidationPolicy.Mode]
        DISABLED: _ClassVar[ValidationPolicy.Mode]
        ENFORCE: _ClassVar[ValidationPolicy.Mode]
    MODE_UNSPECIFIED: ValidationPolicy.Mode
    DISABLED: ValidationPolicy.Mode
    ENFORCE: ValidationPolicy.Mode
    MODE_FIELD_NUMBER: _ClassVar[int]
    mode: ValidationPolicy.Mode
    def __init__(self, mode: _Optional[_Union[ValidationPolicy.Mode, str]] = ...) -> None: ...

class SessionIdentity(_message.Message):
    __slots__ = ("identity", "validation")
    IDENTITY_FIELD_NUMBER: _ClassVar[int]
    VALIDATION_FIELD_NUMBER: _ClassVar[int]
    identity: IdentityExtractor
    validation: ValidationPolicy
    def __init__(self, identity: _Optional[_Union[IdentityExtractor, _Mapping]] = ..., validation: _Optional[_Union[ValidationPolicy, _Mapping]] = ...) -> None: ...

class McpRouter(_message.Message):
    __slots__ = ("servers", "session_identity", "lazy_initialization")
    class McpBackend(_message.Message):
        __slots__ = ("name", "mcp_cluster", "header_forwarding")
        NAME_FIELD_NUMBER: _ClassVar[int]
        MCP_CLUSTER_FIELD_NUMBER: _ClassVar[int]
        HEADER_FORWARDING_FIELD_NUMBER: _ClassVar[int]
        name: str
        mcp_cluster: McpRouter.McpCluster
        header_forwarding: McpRouter.HeaderForwarding
        def __init__(self, name: _Optional[str] = ..., mcp_cluster: _Optional[_Union[McpRouter.McpCluster, _Mapping]] = ..., header_forwarding: _Optional[_Union[McpRouter.HeaderForwarding, _Mapping]] = ...) -> None: ...
    class McpCluster(_message.Message):
        __slots__ = ("cluster", "path", "timeout", "host_rewrite_literal")
        CLUSTER_FIELD_NUMBER: _ClassVar[int]
        PATH_FIELD_NUMBER: _ClassVar[int]
        TIMEOUT_FIELD_NUMBER: _ClassVar[int]
        HOST_REWRITE_LITERAL_FIELD_NUMBER: _ClassVar[int]
        cluster: str
        path: str
        timeout: _duration_pb2.Duration
        host_rewrite_literal: str
        def __init__(self, cluster: _Optional[str] = ..., path: _Optional[str] = ..., timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., host_rewrite_literal: _Optional[str] = ...) -> None: ...
    class HeaderForwarding(_message.Message):
        __slots__ = ("forward_all", "allowed_headers", "disallowed_headers")
        FORWARD_ALL_FIELD_NUMBER: _ClassVar[int]
        ALLOWED_HEADERS_FIELD_NUMBER: _ClassVar[int]
        DISALLOWED_HEADERS_FIELD_NUMBER: _ClassVar[int]
        forward_all: bool
        allowed_headers: _string_pb2.ListStringMatcher
        disallowed_headers: _string_pb2.ListStringMatcher
        def __init__(self, forward_all: _Optional[bool] = ..., allowed_headers: _Optional[_Union[_string_pb2.ListStringMatcher, _Mapping]] = ..., disallowed_headers: _Optional[_Union[_string_pb2.ListStringMatcher, _Mapping]] = ...) -> None: ...
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    SESSION_IDENTITY_FIELD_NUMBER: _ClassVar[int]
    LAZY_INITIALIZATION_FIELD_NUMBER: _ClassVar[int]
    servers: _containers.RepeatedCompositeFieldContainer[McpRouter.McpBackend]
    session_identity: SessionIdentity
    lazy_initialization: bool
    def __init__(self, servers: _Optional[_Iterable[_Union[McpRouter.McpBackend, _Mapping]]] = ..., session_identity: _Optional[_Union[SessionIdentity, _Mapping]] = ..., lazy_initialization: _Optional[bool] = ...) -> None: ...
