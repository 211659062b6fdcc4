import datetime

from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.envoy.config.core.v3 import grpc_service_pb2 as _grpc_service_pb2
from weft.envoy.api.envoy.config.core.v3 import http_service_pb2 as _http_service_pb2
from weft.envoy.api.envoy.extensions.access_loggers.grpc.v3 import als_pb2 as _als_pb2
from weft.envoy.api.envoy.type.tracing.v3 import custom_tag_pb2 as _custom_tag_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.opentelemetry.proto.common.v1 import common_pb2 as _common_pb2
from weft.envoy.api.envoy.annotations import deprecation_pb2 as _deprecation_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OpenTelemetryAccessLogConfig(_message.Message):
    __slots__ = ("common_config", "http_service", "grpc_service", "disable_builtin_labels", "resource_attributes", "resource_detectors", "body", "attributes", "stat_prefix", "formatters", "log_name", "buffer_flush_interval", "buffer_size_bytes", "filter_state_objects_to_log", "custom_tags")
    COMMON_CONFIG_FIELD_NUMBER: _ClassVar[int]
    HTTP_SERVICE_FIELD_NUMBER: _ClassVar[int]
    GRPC_SERVICE_FIELD_NUMBER: _ClassVar[int]
    DISABLE_BUILTIN_LABELS_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_DETECTORS_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    FORMATTERS_FIELD_NUMBER: _ClassVar[int]
    LOG_NAME_FIELD_NUMBER: _ClassVar[int]
    BUFFER_FLUSH_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    BUFFER_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    FILTER_STATE_OBJECTS_TO_LOG_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_TAGS_FIELD_NUMBER: _ClassVar[int]
    common_config: _als_pb2.CommonGrpcAccessLogConfig
    http_service: _http_service_pb2.HttpService
    grpc_service: _grpc_service_pb2.GrpcService
    disable_builtin_labels: bool
    resource_attributes: _common_pb2.KeyValueList
    resource_detectors: _containers.RepeatedCompositeFieldContainer[_extension_pb2.TypedExtensionConfig]
    body: _common_pb2.AnyValue
    attributes: _common_pb2.KeyValueList
    stat_prefix: str
    formatters: _containers.RepeatedCompositeFieldContainer[_extension_pb2.TypedExtensionConfig]
    log_name: str
    buffer_flush_interval: _duration_pb2.Duration
    buffer_size_bytes: _wrappers_pb2.UInt32Value
    filter_state_objects_to_log: _containers.RepeatedScalarFieldContainer[str]
    custom_tags: _containers.RepeatedCompositeFieldContainer[_custom_tag_pb2.CustomTag]
    def __init__(self, common_config: _Optional[_Union[_als_pb2.CommonGrpcAccessLogConfig, _Mapping]] = ..., http_service: _Optional[_Union[_http_service_pb2.HttpService, _Mapping]] = ..., grpc_service: _Optional[_Union[_grpc_service_pb2.GrpcService, _Mapping]] = ..., disable_builtin_labels: _Optional[bool] = ..., resource_attributes: _Optional[_Union[_common_pb2.KeyValueList, _Mapping]] = ..., resource_detectors: _Optional[_Iterable[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]]] = ..., body: _Optional[_Union[_common_pb2.AnyValue, _Mapping]] = ..., attributes: _Optional[_Union[_common_pb2.KeyValueList, _Mapping]] = ..., stat_prefix: _Optional[str] = ..., formatters: _Optional[_Iterable[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]]] = ..., log_name: _Optional[str] = ..., buffer_flush_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., buffer_size_bytes: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., filter_state_objects_to_log: _Optional[_Iterable[str]] = ..., custom_tags: _Optional[_Iterable[_Union[_custom_tag_pb2.CustomTag, _Mapping]]] = ...) -> None: ...
