from weft.envoy.api.envoy.extensions.filters.http.json_to_metadata.v3 import json_to_metadata_pb2 as _json_to_metadata_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class JsonContentParser(_message.Message):
    __slots__ = ("rules",)
    class RuleConfig(_message.Message):
        __slots__ = ("rule", "stop_processing_after_matches")
        RULE_FIELD_NUMBER: _ClassVar[int]
        STOP_PROCESSING_AFTER_MATCHES_FIELD_NUMBER: _ClassVar[int]
        rule: _json_to_metadata_pb2.JsonToMetadata.Rule
        stop_processing_after_matches: int
        def __init__(self, rule: _Optional[_Union[_json_to_metadata_pb2.JsonToMetadata.Rule, _Mapping]] = ..., stop_processing_after_matches: _Optional[int] = ...) -> None: ...
    RULES_FIELD_NUMBER: _ClassVar[int]
    rules: _containers.RepeatedCompositeFieldContainer[JsonContentParser.RuleConfig]
    def __init__(self, rules: _Optional[_Iterable[_Union[JsonContentParser.RuleConfig, _Mapping]]] = ...) -> None: ...
