import datetime

from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.xds.type.matcher.v3 import matcher_pb2 as _matcher_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BandwidthShare(_message.Message):
    __slots__ = ("request_limit", "response_limit", "fill_interval", "enable_response_trailers", "response_trailer_prefix", "tenant_name_selector", "tenant_configs", "default_tenant_config")
    class TenantConfig(_message.Message):
        __slots__ = ("weight", "include_stats_tag")
        WEIGHT_FIELD_NUMBER: _ClassVar[int]
        INCLUDE_STATS_TAG_FIELD_NUMBER: _ClassVar[int]
        weight: int
        include_stats_tag: bool
        def __init__(self, weight: _Optional[int] = ..., include_stats_tag: _Optional[bool] = ...) -> None: ...
    class Limit(_message.Message):
        __slots__ = ("bucket_id", "kbps")
        BUCKET_ID_FIELD_NUMBER: _ClassVar[int]
        KBPS_FIELD_NUMBER: _ClassVar[int]
        bucket_id: str
        kbps: _base_pb2.RuntimeUInt32
        def __init__(self, bucket_id: _Optional[str] = ..., kbps: _Optional[_Union[_base_pb2.RuntimeUInt32, _Mapping]] = ...) -> None: ...
    class TenantConfigsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: BandwidthShare.TenantConfig
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[BandwidthShare.TenantConfig, _Mapping]] = ...) -> None: ...
    REQUEST_LIMIT_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    FILL_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    ENABLE_RESPONSE_TRAILERS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TRAILER_PREFIX_FIELD_NUMBER: _ClassVar[int]
    TENANT_NAME_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    TENANT_CONFIGS_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_TENANT_CONFIG_FIELD_NUMBER: _ClassVar[int]
    request_limit: BandwidthShare.Limit
    response_limit: BandwidthShare.Limit
    fill_interval: _duration_pb2.Duration
    enable_response_trailers: bool
    response_trailer_prefix: str
    tenant_name_selector: _matcher_pb2.Matcher
    tenant_configs: _containers.MessageMap[str, BandwidthShare.TenantConfig]
    default_tenant_config: BandwidthShare.TenantConfig
    def __init__(self, request_limit: _Optional[_Union[BandwidthShare.Limit, _Mapping]] = ..., response_limit: _Optional[_Union[BandwidthShare.Limit, _Mapping]] = ..., fill_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., enable_response_trailers: _Optional[bool] = ..., response_trailer_prefix: _Optional[str] = ..., tenant_name_selector: _Optional[_Union[_matcher_pb2.Matcher, _Mapping]] = ..., tenant_configs: _Optional[_Mapping[str, BandwidthShare.TenantConfig]] = ..., default_tenant_config: _Optional[_Union[BandwidthShare.TenantConfig, _Mapping]] = ...) -> None: ...
