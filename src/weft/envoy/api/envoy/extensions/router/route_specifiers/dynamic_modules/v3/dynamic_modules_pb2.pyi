from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.config.route.v3 import route_components_pb2 as _route_components_pb2
from weft.envoy.api.envoy.extensions.dynamic_modules.v3 import dynamic_modules_pb2 as _dynamic_modules_pb2
from weft.envoy.api.envoy.type.matcher.v3 import regex_pb2 as _regex_pb2
from google.protobuf import any_pb2 as _any_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FailurePolicy(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FAILURE_POLICY_UNSPECIFIED: _ClassVar[FailurePolicy]
    PASS_THROUGH: _ClassVar[FailurePolicy]
    NO_ROUTE: _ClassVar[FailurePolicy]
    CONTINUE_MATCHING: _ClassVar[FailurePolicy]
FAILURE_POLICY_UNSPECIFIED: FailurePolicy
PASS_THROUGH: FailurePolicy
NO_ROUTE: FailurePolicy
CONTINUE_MATCHING: FailurePolicy

class RouteTemplate(_message.Message):
    __slots__ = ("template_id", "route")
    TEMPLATE_ID_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    template_id: str
    route: _route_components_pb2.Route
    def __init__(self, template_id: _Optional[str] = ..., route: _Optional[_Union[_route_components_pb2.Route, _Mapping]] = ...) -> None: ...

class RouteOverride(_message.Message):
    __slots__ = ("override_id", "retry_policy", "metadata_match", "request_mirror_policies", "hash_policy", "hedge_policy", "rate_limits", "cors", "regex_rewrite", "tracing", "metadata")
    OVERRIDE_ID_FIELD_NUMBER: _ClassVar[int]
    RETRY_POLICY_FIELD_NUMBER: _ClassVar[int]
    METADATA_MATCH_FIELD_NUMBER: _ClassVar[int]
    REQUEST_MIRROR_POLICIES_FIELD_NUMBER: _ClassVar[int]
    HASH_POLICY_FIELD_NUMBER: _ClassVar[int]
    HEDGE_POLICY_FIELD_NUMBER: _ClassVar[int]
    RATE_LIMITS_FIELD_NUMBER: _ClassVar[int]
    CORS_FIELD_NUMBER: _ClassVar[int]
    REGEX_REWRITE_FIELD_NUMBER: _ClassVar[int]
    TRACING_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    override_id: str
    retry_policy: _route_components_pb2.RetryPolicy
    metadata_match: _base_pb2.Metadata
    request_mirror_policies: _containers.RepeatedCompositeFieldContainer[_route_components_pb2.RouteAction.RequestMirrorPolicy]
    hash_policy: _containers.RepeatedCompositeFieldContainer[_route_components_pb2.RouteAction.HashPolicy]
    hedge_policy: _route_components_pb2.HedgePolicy
    rate_limits: _containers.RepeatedCompositeFieldContainer[_route_components_pb2.RateLimit]
    cors: _route_components_pb2.CorsPolicy
    regex_rewrite: _regex_pb2.RegexMatchAndSubstitute
    tracing: _route_components_pb2.Tracing
    metadata: _base_pb2.Metadata
    def __init__(self, override_id: _Optional[str] = ..., retry_policy: _Optional[_Union[_route_components_pb2.RetryPolicy, _Mapping]] = ..., metadata_match: _Optional[_Union[_base_pb2.Metadata, _Mapping]] = ..., request_mirror_policies: _Optional[_Iterable[_Union[_route_components_pb2.RouteAction.RequestMirrorPolicy, _Mapping]]] = ..., hash_policy: _Optional[_Iterable[_Union[_route_components_pb2.RouteAction.HashPolicy, _Mapping]]] = ..., hedge_policy: _Optional[_Union[_route_components_pb2.HedgePolicy, _Mapping]] = ..., rate_limits: _Optional[_Iterable[_Union[_route_components_pb2.RateLimit, _Mapping]]] = ..., cors: _Optional[_Union[_route_components_pb2.CorsPolicy, _Mapping]] = ..., regex_rewrite: _Optional[_Union[_regex_pb2.RegexMatchAndSubstitute, _Mapping]] = ..., tracing: _Optional[_Union[_route_components_pb2.Tracing, _Mapping]] = ..., metadata: _Optional[_Union[_base_pb2.Metadata, _Mapping]] = ...) -> None: ...

class DynamicModuleRouteSpecifier(_message.Message):
    __slots__ = ("dynamic_module_config", "specifier_name", "specifier_config", "stat_prefix", "route_templates", "route_overrides", "runtime_fraction", "failure_policy", "validate_clusters", "max_rewritten_path_bytes", "specifier_instance_id")
    DYNAMIC_MODULE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    SPECIFIER_NAME_FIELD_NUMBER: _ClassVar[int]
    SPECIFIER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    STAT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    ROUTE_OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    RUNTIME_FRACTION_FIELD_NUMBER: _ClassVar[int]
    FAILURE_POLICY_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_CLUSTERS_FIELD_NUMBER: _ClassVar[int]
    MAX_REWRITTEN_PATH_BYTES_FIELD_NUMBER: _ClassVar[int]
    SPECIFIER_INSTANCE_ID_FIELD_NUMBER: _ClassVar[int]
    dynamic_module_config: _dynamic_modules_pb2.DynamicModuleConfig
    specifier_name: str
    specifier_config: _any_pb2.Any
    stat_prefix: str
    route_templates: _containers.RepeatedCompositeFieldContainer[RouteTemplate]
    route_overrides: _containers.RepeatedCompositeFieldContainer[RouteOverride]
    runtime_fraction: _base_pb2.RuntimeFractionalPercent
    failure_policy: FailurePolicy
    validate_clusters: _wrappers_pb2.BoolValue
    max_rewritten_path_bytes: _wrappers_pb2.UInt32Value
    specifier_instance_id: str
    def __init__(self, dynamic_module_config: _Optional[_Union[_dynamic_modules_pb2.DynamicModuleConfig, _Mapping]] = ..., specifier_name: _Optional[str] = ..., specifier_config: _Optional[_Union[_any_pb2.Any, _Mapping]] = ..., stat_prefix: _Optional[str] = ..., route_templates: _Optional[_Iterable[_Union[RouteTemplate, _Mapping]]] = ..., route_overrides: _Optional[_Iterable[_Union[RouteOverride, _Mapping]]] = ..., runtime_fraction: _Optional[_Union[_base_pb2.RuntimeFractionalPercent, _Mapping]] = ..., failure_policy: _Optional[_Union[FailurePolicy, str]] = ..., validate_clusters: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., max_rewritten_path_bytes: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., specifier_instance_id: _Optional[str] = ...) -> None: ...
