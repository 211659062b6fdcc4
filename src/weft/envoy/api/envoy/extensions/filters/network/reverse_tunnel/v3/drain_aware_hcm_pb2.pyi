from weft.envoy.api.envoy.extensions.filters.network.http_connection_manager.v3 import http_connection_manager_pb2 as _http_connection_manager_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DrainAwareHttpConnectionManager(_message.Message):
    __slots__ = ("hcm_config", "enable_drain_with_goaway")
    HCM_CONFIG_FIELD_NUMBER: _ClassVar[int]
    ENABLE_DRAIN_WITH_GOAWAY_FIELD_NUMBER: _ClassVar[int]
    hcm_config: _http_connection_manager_pb2.HttpConnectionManager
    enable_drain_with_goaway: bool
    def __init__(self, hcm_config: _Optional[_Union[_http_connection_manager_pb2.HttpConnectionManager, _Mapping]] = ..., enable_drain_with_goaway: _Optional[bool] = ...) -> None: ...
