from weft.envoy.api.envoy.config.common.mutation_rules.v3 import mutation_rules_pb2 as _mutation_rules_pb2
from weft.envoy.api.envoy.config.core.v3 import substitution_format_string_pb2 as _substitution_format_string_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TransformConfig(_message.Message):
    __slots__ = ("request_transformation", "response_transformation", "clear_cluster_cache", "clear_route_cache")
    REQUEST_TRANSFORMATION_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_TRANSFORMATION_FIELD_NUMBER: _ClassVar[int]
    CLEAR_CLUSTER_CACHE_FIELD_NUMBER: _ClassVar[int]
    CLEAR_ROUTE_CACHE_FIELD_NUMBER: _ClassVar[int]
    request_transformation: Transformation
    response_transformation: Transformation
    clear_cluster_cache: bool
    clear_route_cache: bool
    def __init__(self, request_transformation: _Optional[_Union[Transformation, _Mapping]] = ..., response_transformation: _Optional[_Union[Transformation, _Mapping]] = ..., clear_cluster_cache: _Optional[bool] = ..., clear_route_cache: _Optional[bool] = ...) -> None: ...

class Transformation(_message.Message):
    __slots__ = ("headers_mutations", "body_transformation")
    HEADERS_MUTATIONS_FIELD_NUMBER: _ClassVar[int]
    BODY_TRANSFORMATION_FIELD_NUMBER: _ClassVar[int]
    headers_mutations: _containers.RepeatedCompositeFieldContainer[_mutation_rules_pb2.HeaderMutation]
    body_transformation: BodyTransformation
    def __init__(self, headers_mutations: _Optional[_Iterable[_Union[_mutation_rules_pb2.HeaderMutation, _Mapping]]] = ..., body_transformation: _Optional[_Union[BodyTransformation, _Mapping]] = ...) -> None: ...

class BodyTransformation(_message.Message):
    __slots__ = ("body_format", "action")
    class TransformAction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        MERGE: _ClassVar[BodyTransformation.TransformAction]
        REPLACE: _ClassVar[BodyTransformation.TransformAction]
    MERGE: BodyTransformation.TransformAction
    REPLACE: BodyTransformation.TransformAction
    BODY_FORMAT_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    body_format: _substitution_format_string_pb2.SubstitutionFormatString
    action: BodyTransformation.TransformAction
    def __init__(self, body_format: _Optional[_Union[_substitution_format_string_pb2.SubstitutionFormatString, _Mapping]] = ..., action: _Optional[_Union[BodyTransformation.TransformAction, str]] = ...) -> None: ...
