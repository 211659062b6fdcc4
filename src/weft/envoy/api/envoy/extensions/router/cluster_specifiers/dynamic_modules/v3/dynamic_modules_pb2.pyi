from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.config.route.v3 import route_components_pb2 as _route_components_pb2
from weft.envoy.api.envoy.extensions.dynamic_modules.v3 import dynamic_modules_pb2 as _dynamic_modules_pb2
from google.protobuf import any_pb2 as _any_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RouteActionOverride(_message.Message):
    __slots__ = ("retry_policy", "metadata_match", "request_mirror_policies", "hash_policy")
    RETRY_POLICY_FIELD_NUMBER: _ClassVar[int]
    METADATA_MATCH_FIELD_NUMBER: _ClassVar[int]
    REQUEST_MIRROR_POLICIES_FIELD_NUMBER: _ClassVar[int]
    HASH_POLICY_FIELD_NUMBER: _ClassVar[int]
    retry_policy: _route_components_pb2.RetryPolicy
    metadata_match: _base_pb2.Metadata
    request_mirror_policies: _containers.RepeatedCompositeFieldContainer[_route_components_pb2.RouteAction.RequestMirrorPolicy]
    hash_policy: _containers.RepeatedCompositeFieldContainer[_route_components_pb2.RouteAction.HashPolicy]
    def __init__(self, retry_policy: _Optional[_Union[_route_components_pb2.RetryPolicy, _Mapping]] = ..., metadata_match: _Optional[_Union[_base_pb2.Metadata, _Mapping]] = ..., request_mirror_policies: _Optional[_Iterable[_Union[_route_components_pb2.RouteAction.RequestMirrorPolicy, _Mapping]]] = ..., hash_policy: _Optional[_Iterable[_Union[_route_components_pb2.RouteAction.HashPolicy, _Mapping]]] = ...) -> None: ...

class DynamicModuleClusterSpecifier(_message.Message):
    __slots__ = ("dynamic_module_config", "specifier_name", "specifier_config", "route_action_overrides")
    class RouteActionOverridesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: RouteActionOverride
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[RouteActionOverride, _Mapping]] = ...) -> None: ...
    DYNAMIC_MODULE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    SPECIFIER_NAME_FIELD_NUMBER: _ClassVar[int]
    SPECIFIER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    ROUTE_ACTION_OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    dynamic_module_config: _dynamic_modules_pb2.DynamicModuleConfig
    specifier_name: str
    specifier_config: _any_pb2.Any
    route_action_overrides: _containers.MessageMap[str, RouteActionOverride]
    def __init__(self, dynamic_module_config: _Optional[_Union[_dynamic_modules_pb2.DynamicModuleConfig, _Mapping]] = ..., specifier_name: _Optional[str] = ..., specifier_config: _Optional[_Union[_any_pb2.Any, _Mapping]] = ..., route_action_overrides: _Optional[_Mapping[str, RouteActionOverride]] = ...) -> None: ...
