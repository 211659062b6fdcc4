from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from google.protobuf import struct_pb2 as _struct_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.xds.annotations.v3 import status_pb2 as _status_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2_1
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AwsEventstreamParser(_message.Message):
    __slots__ = ("response_rules",)
    class HeaderKeyValuePair(_message.Message):
        __slots__ = ("metadata_namespace", "key", "value")
        METADATA_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        metadata_namespace: str
        key: str
        value: _struct_pb2.Value
        def __init__(self, metadata_namespace: _Optional[str] = ..., key: _Optional[str] = ..., value: _Optional[_Union[_struct_pb2.Value, _Mapping]] = ...) -> None: ...
    class HeaderRule(_message.Message):
        __slots__ = ("header_name", "on_present", "on_missing", "stop_processing_after_matches")
        HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
        ON_PRESENT_FIELD_NUMBER: _ClassVar[int]
        ON_MISSING_FIELD_NUMBER: _ClassVar[int]
        STOP_PROCESSING_AFTER_MATCHES_FIELD_NUMBER: _ClassVar[int]
        header_name: str
        on_present: AwsEventstreamParser.HeaderKeyValuePair
        on_missing: AwsEventstreamParser.HeaderKeyValuePair
        stop_processing_after_matches: _wrappers_pb2.UInt32Value
        def __init__(self, header_name: _Optional[str] = ..., on_present: _Optional[_Union[AwsEventstreamParser.HeaderKeyValuePair, _Mapping]] = ..., on_missing: _Optional[_Union[AwsEventstreamParser.HeaderKeyValuePair, _Mapping]] = ..., stop_processing_after_matches: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ...) -> None: ...
    class ProcessingRules(_message.Message):
        __slots__ = ("content_parser", "header_rules")
        CONTENT_PARSER_FIELD_NUMBER: _ClassVar[int]
        HEADER_RULES_FIELD_NUMBER: _ClassVar[int]
        content_parser: _extension_pb2.TypedExtensionConfig
        header_rules: _containers.RepeatedCompositeFieldContainer[AwsEventstreamParser.HeaderRule]
        def __init__(self, content_parser: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ..., header_rules: _Optional[_Iterable[_Union[AwsEventstreamParser.HeaderRule, _Mapping]]] = ...) -> None: ...
    RESPONSE_RULES_FIELD_NUMBER: _ClassVar[int]
    response_rules: AwsEventstreamParser.ProcessingRules
    def __init__(self, response_rules: _Optional[_Union[AwsEventstreamParser.ProcessingRules, _Mapping]] = ...) -> None: ...
