import datetime

from weft.envoy.api.envoy.config.accesslog.v3 import accesslog_pb2 as _accesslog_pb2
from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DownstreamReverseConnectionSocketInterface(_message.Message):
    __slots__ = ("stat_prefix", "enable_detailed_stats", "http_handshake", "access_log", "max_reconnect_backoff", "maintain_interval")
    class HttpHandshakeConfig(_message.Message):
        __slots__ = ("request_path", "additional_headers", "use_http_upgrade", "formatters", "handshake_timeout")
        REQUEST_PATH_FIELD_NUMBER: _ClassVar[int]
        ADDITIONAL_HEADERS_FIELD_NUMBER: _ClassVar[int]
        USE_HTTP_UPGRADE_FIELD_NUMBER: _ClassVar[int]
        FORMATTERS_FIELD_NUMBER: _ClassVar[int]
        HANDSHAKE_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
        request_path: str
        additional_headers: _containers.RepeatedCompositeFieldContainer[_base_pb2.HeaderValueOption]
        use_http_upgrade: bool
        formatters: _containers.RepeatedCompositeFieldContainer[_extension_pb2.TypedExtensionConfig]
        handshake_timeout: _duration_pb2.Duration
        def __init__(self, request_path: _Optional[str] = ..., additional_headers: _Optional[_Iterable[_Union[_base_pb2.HeaderValueOption, _Mapping]]] = ..., use_http_upgrade: _Optional[bool] = ..., formatters: _Optional[_Iterable[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]]] = ..., handshake_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    ENABLE_DETAILED_STATS_FIELD_NUMBER: _ClassVar[int]
    HTTP_HANDSHAKE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_LOG_FIELD_NUMBER: _ClassVar[int]
    MAX_RECONNECT_BACKOFF_FIELD_NUMBER: _ClassVar[int]
    MAINTAIN_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    stat_prefix: str
    enable_detailed_stats: bool
    http_handshake: DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig
    access_log: _containers.RepeatedCompositeFieldContainer[_accesslog_pb2.AccessLog]
    max_reconnect_backoff: _duration_pb2.Duration
    maintain_interval: _duration_pb2.Duration
    def __init__(self, stat_prefix: _Optional[str] = ..., enable_detailed_stats: _Optional[bool] = ..., http_handshake: _Optional[_Union[DownstreamReverseConnectionSocketInterface.HttpHandshakeConfig, _Mapping]] = ..., access_log: _Optional[_Iterable[_Union[_accesslog_pb2.AccessLog, _Mapping]]] = ..., max_reconnect_backoff: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., maintain_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
