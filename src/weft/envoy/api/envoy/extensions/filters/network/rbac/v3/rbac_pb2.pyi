import datetime

from weft.envoy.api.envoy.config.rbac.v3 import rbac_pb2 as _rbac_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.xds.type.matcher.v3 import matcher_pb2 as _matcher_pb2
from weft.envoy.api.udpa.annotations import migrate_pb2 as _migrate_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import versioning_pb2 as _versioning_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RBAC(_message.Message):
    __slots__ = ("rules", "matcher", "shadow_rules", "shadow_matcher", "shadow_rules_stat_prefix", "stat_prefix", "enforcement_type", "delay_deny")
    class EnforcementType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ONE_TIME_ON_FIRST_BYTE: _ClassVar[RBAC.EnforcementType]
        CONTINUOUS: _ClassVar[RBAC.EnforcementType]
    ONE_TIME_ON_FIRST_BYTE: RBAC.EnforcementType
    CONTINUOUS: RBAC.EnforcementType
    RULES_FIELD_NUMBER: _ClassVar[int]
    MATCHER_FIELD_NUMBER: _ClassVar[int]
    SHADOW_RULES_FIELD_NUMBER: _ClassVar[int]
    SHADOW_MATCHER_FIELD_NUMBER: _ClassVar[int]
    SHADOW_RULES_STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    ENFORCEMENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    DELAY_DENY_FIELD_NUMBER: _ClassVar[int]
    rules: _rbac_pb2.RBAC
    matcher: _matcher_pb2.Matcher
    shadow_rules: _rbac_pb2.RBAC
    shadow_matcher: _matcher_pb2.Matcher
    shadow_rules_stat_prefix: str
    stat_prefix: str
    enforcement_type: RBAC.EnforcementType
    delay_deny: _duration_pb2.Duration
    def __init__(self, rules: _Optional[_Union[_rbac_pb2.RBAC, _Mapping]] = ..., matcher: _Optional[_Union[_matcher_pb2.Matcher, _Mapping]] = ..., shadow_rules: _Optional[_Union[_rbac_pb2.RBAC, _Mapping]] = ..., shadow_matcher: _Optional[_Union[_matcher_pb2.Matcher, _Mapping]] = ..., shadow_rules_stat_prefix: _Optional[str] = ..., stat_prefix: _Optional[str] = ..., enforcement_type: _Optional[_Union[RBAC.EnforcementType, str]] = ..., delay_deny: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
