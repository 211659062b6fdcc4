from weft.envoy.api.envoy.config.core.v3 import extension_pb2 as _extension_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Geoip(_message.Message):
    __slots__ = ("xff_config", "custom_header_config", "provider")
    class XffConfig(_message.Message):
        __slots__ = ("xff_num_trusted_hops",)
        XFF_NUM_TRUSTED_HOPS_FIELD_NUMBER: _ClassVar[int]
        xff_num_trusted_hops: int
        def __init__(self, xff_num_trusted_hops: _Optional[int] = ...) -> None: ...
    class CustomHeaderConfig(_message.Message):
        __slots__ = ("header_name",)
        HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
        header_name: str
        def __init__(self, header_name: _Optional[str] = ...) -> None: ...
    XFF_CONFIG_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_HEADER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    xff_config: Geoip.XffConfig
    custom_header_config: Geoip.CustomHeaderConfig
    provider: _extension_pb2.TypedExtensionConfig
    def __init__(self, xff_config: _Optional[_Union[Geoip.XffConfig, _Mapping]] = ..., custom_header_config: _Optional[_Union[Geoip.CustomHeaderConfig, _Mapping]] = ..., provider: _Optional[_Union[_extension_pb2.TypedExtensionConfig, _Mapping]] = ...) -> None: ...
