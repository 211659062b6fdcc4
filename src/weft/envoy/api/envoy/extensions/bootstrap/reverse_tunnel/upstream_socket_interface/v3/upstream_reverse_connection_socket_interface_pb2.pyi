from weft.envoy.api.envoy.config.accesslog.v3 import accesslog_pb2 as _accesslog_pb2
from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class UpstreamReverseConnectionSocketInterface(_message.Message):
    __slots__ = ("stat_prefix", "ping_failure_threshold", "enable_detailed_stats", "reporter_config", "enable_tenant_isolation", "access_log", "max_connections_per_node")
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    PING_FAILURE_THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    ENABLE_DETAILED_STATS_FIELD_NUMBER: _ClassVar[int]
    REPORTER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    ENABLE_TENANT_ISOLATION_FIELD_NUMBER: _ClassVar[int]
    ACCESS_LOG_FIELD_NUMBER: _ClassVar[int]
    MAX_CONNECTIONS_PER_NODE_FIELD_NUMBER: _ClassVar[int]
    stat_prefix: str
    ping_failure_threshold: _wrappers_pb2.UInt32Value
    enable_detailed_stats: bool
    reporter_config: _extension_pb2.TypedExtensionConfig
    enable_tenant_isolation: _wrappers_pb2.BoolValue
    access_log: _containers.RepeatedCompositeFieldContainer[_accesslog_pb2.AccessLog]
    max_connections_per_node: int
    def __init__(self, stat_prefix: _Optional[str] = ..., ping_failure_threshold: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., enable_detailed_stats: _Optional[bool] = ..., reporter_config: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ..., enable_tenant_isolation: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., access_log: _Optional[_Iterable[_Union[_accesslog_pb2.AccessLog, _Mapping]]] = ..., max_connections_per_node: _Optional[int] = ...) -> None: ...
