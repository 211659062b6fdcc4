from weft.envoy.api.envoy.data.accesslog.v3 import accesslog_pb2 as _accesslog_pb2
from weft.envoy.api.envoy.type.v3 import scope_pb2 as _scope_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.xds.type.matcher.v3 import matcher_pb2 as _matcher_pb2
from weft.envoy.api.envoy.annotations import deprecation_pb2 as _deprecation_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Config(_message.Message):
    __slots__ = ("stat_prefix", "stats_scope", "histograms", "counters", "gauges")
    class Tag(_message.Message):
        __slots__ = ("name", "value_format", "rules")
        NAME_FIELD_NUMBER: _ClassVar[int]
        VALUE_FORMAT_FIELD_NUMBER: _ClassVar[int]
        RULES_FIELD_NUMBER: _ClassVar[int]
        name: str
        value_format: str
        rules: _matcher_pb2.Matcher
        def __init__(self, name: _Optional[str] = ..., value_format: _Optional[str] = ..., rules: _Optional[_Union[_matcher_pb2.Matcher, _Mapping]] = ...) -> None: ...
    class Stat(_message.Message):
        __slots__ = ("name", "tags")
        NAME_FIELD_NUMBER: _ClassVar[int]
        TAGS_FIELD_NUMBER: _ClassVar[int]
        name: str
        tags: _containers.RepeatedCompositeFieldContainer[Config.Tag]
        def __init__(self, name: _Optional[str] = ..., tags: _Optional[_Iterable[_Union[Config.Tag, _Mapping]]] = ...) -> None: ...
    class Histogram(_message.Message):
        __slots__ = ("stat", "unit", "value_format")
        class Unit(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
            __slots__ = ()
            Unspecified: _ClassVar[Config.Histogram.Unit]
            Bytes: _ClassVar[Config.Histogram.Unit]
            Microseconds: _ClassVar[Config.Histogram.Unit]
            Milliseconds: _ClassVar[Config.Histogram.Unit]
            Percent: _ClassVar[Config.Histogram.Unit]
        Unspecified: Config.Histogram.Unit
        Bytes: Config.Histogram.Unit
        Microseconds: Config.Histogram.Unit
        Milliseconds: Config.Histogram.Unit
        Percent: Config.Histogram.Unit
        STAT_FIELD_NUMBER: _ClassVar[int]
        UNIT_FIELD_NUMBER: _ClassVar[int]
        VALUE_FORMAT_FIELD_NUMBER: _ClassVar[int]
        stat: Config.Stat
        unit: Config.Histogram.Unit
        value_format: str
        def __init__(self, stat: _Optional[_Union[Config.Stat, _Mapping]] = ..., unit: _Optional[_Union[Config.Histogram.Unit, str]] = ..., value_format: _Optional[str] = ...) -> None: ...
    class Counter(_message.Message):
        __slots__ = ("stat", "value_format", "value_fixed")
        STAT_FIELD_NUMBER: _ClassVar[int]
        VALUE_FORMAT_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIXED_FIELD_NUMBER: _ClassVar[int]
        stat: Config.Stat
        value_format: str
        value_fixed: _wrappers_pb2.UInt64Value
        def __init__(self, stat: _Optional[_Union[Config.Stat, _Mapping]] = ..., value_format: _Optional[str] = ..., value_fixed: _Optional[_Union[_wrappers_pb2.UInt64Value, _Mapping]] = ...) -> None: ...
    class Gauge(_message.Message):
        __slots__ = ("stat", "value_format", "value_fixed", "add_subtract", "set")
        class Set(_message.Message):
            __slots__ = ("log_type",)
            LOG_TYPE_FIELD_NUMBER: _ClassVar[int]
            log_type: _accesslog_pb2.AccessLogType
            def __init__(self, log_type: _Optional[_Union[_accesslog_pb2.AccessLogType, str]] = ...) -> None: ...
        class PairedAddSubtract(_message.Message):
            __slots__ = ("add_log_type", "sub_log_type")
            ADD_LOG_TYPE_FIELD_NUMBER: _ClassVar[int]
            SUB_LOG_TYPE_FIELD_NUMBER: _ClassVar[int]
            add_log_type: _accesslog_pb2.AccessLogType
            sub_log_type: _accesslog_pb2.AccessLogType
            def __init__(self, add_log_type: _Optional[_Union[_accesslog_pb2.AccessLogType, str]] = ..., sub_log_type: _Optional[_Union[_accesslog_pb2.AccessLogType, str]] = ...) -> None: ...
        STAT_FIELD_NUMBER: _ClassVar[int]
        VALUE_FORMAT_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIXED_FIELD_NUMBER: _ClassVar[int]
        ADD_SUBTRACT_FIELD_NUMBER: _ClassVar[int]
        SET_FIELD_NUMBER: _ClassVar[int]
        stat: Config.Stat
        value_format: str
        value_fixed: _wrappers_pb2.UInt64Value
        add_subtract: Config.Gauge.PairedAddSubtract
        set: Config.Gauge.Set
        def __init__(self, stat: _Optional[_Union[Config.Stat, _Mapping]] = ..., value_format: _Optional[str] = ..., value_fixed: _Optional[_Union[_wrappers_pb2.UInt64Value, _Mapping]] = ..., add_subtract: _Optional[_Union[Config.Gauge.PairedAddSubtract, _Mapping]] = ..., set: _Optional[_Union[Config.Gauge.Set, _Mapping]] = ...) -> None: ...
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    STATS_SCOPE_FIELD_NUMBER: _ClassVar[int]
    HISTOGRAMS_FIELD_NUMBER: _ClassVar[int]
    COUNTERS_FIELD_NUMBER: _ClassVar[int]
    GAUGES_FIELD_NUMBER: _ClassVar[int]
    stat_prefix: str
    stats_scope: _scope_pb2.Scope
    histograms: _containers.RepeatedCompositeFieldContainer[Config.Histogram]
    counters: _containers.RepeatedCompositeFieldContainer[Config.Counter]
    gauges: _containers.RepeatedCompositeFieldContainer[Config.Gauge]
    def __init__(self, stat_prefix: _Optional[str] = ..., stats_scope: _Optional[_Union[_scope_pb2.Scope, _Mapping]] = ..., histograms: _Optional[_Iterable[_Union[Config.Histogram, _Mapping]]] = ..., counters: _Optional[_Iterable[_Union[Config.Counter, _Mapping]]] = ..., gauges: _Optional[_Iterable[_Union[Config.Gauge, _Mapping]]] = ...) -> None: ...
