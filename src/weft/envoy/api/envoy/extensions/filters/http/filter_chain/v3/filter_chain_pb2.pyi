from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FilterChainConfig(_message.Message):
    __slots__ = ("default_filter_chain",)
    DEFAULT_FILTER_CHAIN_FIELD_NUMBER: _ClassVar[int]
    default_filter_chain: FilterChain
    def __init__(self, default_filter_chain: _Optional[_Union[FilterChain, _Mapping]] = ...) -> None: ...

class FilterChainConfigPerRoute(_message.Message):
    __slots__ = ("filter_chain",)
    FILTER_CHAIN_FIELD_NUMBER: _ClassVar[int]
    filter_chain: FilterChain
    def __init__(self, filter_chain: _Optional[_Union[FilterChain, _Mapping]] = ...) -> None: ...

class FilterChain(_message.Message):
    __slots__ = ("filters",)
    FILTERS_FIELD_NUMBER: _ClassVar[int]
    filters: _containers.RepeatedCompositeFieldContainer[_extension_pb2.TypedExtensionConfig]
    def __init__(self, filters: _Optional[_Iterable[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]]] = ...) -> None: ...
