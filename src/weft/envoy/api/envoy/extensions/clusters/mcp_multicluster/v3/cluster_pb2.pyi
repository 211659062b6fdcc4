import datetime

from weft.envoy.api.envoy.type.matcher.v3 import string_pb2 as _string_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClusterConfig(_message.Message):
    __slots__ = ("servers",)
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
    class McpBackend(_message.Message):
        __slots__ = ("name", "mcp_cluster", "header_forwarding")
        NAME_FIELD_NUMBER: _ClassVar[int]
        MCP_CLUSTER_FIELD_NUMBER: _ClassVar[int]
        HEADER_FORWARDING_FIELD_NUMBER: _ClassVar[int]
        name: str
        mcp_cluster: ClusterConfig.McpCluster
        header_forwarding: ClusterConfig.HeaderForwarding
        def __init__(self, name: _Optional[str] = ..., mcp_cluster: _Optional[_Union[ClusterConfig.McpCluster, _Mapping]] = ..., header_forwarding: _Optional[_Union[ClusterConfig.HeaderForwarding, _Mapping]] = ...) -> None: ...
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    servers: _containers.RepeatedCompositeFieldContainer[ClusterConfig.McpBackend]
    def __init__(self, servers: _Optional[_Iterable[_Union[ClusterConfig.McpBackend, _Mapping]]] = ...) -> None: ...
