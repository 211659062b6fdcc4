from weft.envoy.api.envoy.config.core.v3 import address_pb2 as _address_pb2
from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Http11ProxyUpstreamTransport(_message.Message):
    __slots__ = ("transport_socket", "default_proxy_address")
    TRANSPORT_SOCKET_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_PROXY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    transport_socket: _base_pb2.TransportSocket
    default_proxy_address: _address_pb2.Address
    def __init__(self, transport_socket: _Optional[_Union[_base_pb2.TransportSocket, _Mapping]] = ..., default_proxy_address: _Optional[_Union[_address_pb2.Address, _Mapping]] = ...) -> None: ...
