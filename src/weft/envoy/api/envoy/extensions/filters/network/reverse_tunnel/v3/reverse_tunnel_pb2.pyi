import datetime

from weft.envoy.api.envoy.config.core.v3 import base_pb2 as _base_pb2
from weft.envoy.api.envoy.extensions.filters.common.jwks.v3 import jwt_handshake_pb2 as _jwt_handshake_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from weft.envoy.api.envoy.annotations import deprecation_pb2 as _deprecation_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Validation(_message.Message):
    __slots__ = ("node_id_format", "cluster_id_format", "tenant_id_format", "emit_dynamic_metadata", "dynamic_metadata_namespace")
    NODE_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    TENANT_ID_FORMAT_FIELD_NUMBER: _ClassVar[int]
    EMIT_DYNAMIC_METADATA_FIELD_NUMBER: _ClassVar[int]
    DYNAMIC_METADATA_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    node_id_format: str
    cluster_id_format: str
    tenant_id_format: str
    emit_dynamic_metadata: bool
    dynamic_metadata_namespace: str
    def __init__(self, node_id_format: _Optional[str] = ..., cluster_id_format: _Optional[str] = ..., tenant_id_format: _Optional[str] = ..., emit_dynamic_metadata: _Optional[bool] = ..., dynamic_metadata_namespace: _Optional[str] = ...) -> None: ...

class ReverseTunnel(_message.Message):
    __slots__ = ("ping_interval", "auto_close_connections", "request_path", "request_method", "validation", "required_cluster_name", "use_http_upgrade", "skip_rebalancing", "jwt_validator", "enable_connection_limit", "handshake_timeout")
    PING_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    AUTO_CLOSE_CONNECTIONS_FIELD_NUMBER: _ClassVar[int]
    REQUEST_PATH_FIELD_NUMBER: _ClassVar[int]
    REQUEST_METHOD_FIELD_NUMBER: _ClassVar[int]
    VALIDATION_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_CLUSTER_NAME_FIELD_NUMBER: _ClassVar[int]
    USE_HTTP_UPGRADE_FIELD_NUMBER: _ClassVar[int]
    SKIP_REBALANCING_FIELD_NUMBER: _ClassVar[int]
    JWT_VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    ENABLE_CONNECTION_LIMIT_FIELD_NUMBER: _ClassVar[int]
    HANDSHAKE_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    ping_interval: _duration_pb2.Duration
    auto_close_connections: bool
    request_path: str
    request_method: _base_pb2.RequestMethod
    validation: Validation
    required_cluster_name: str
    use_http_upgrade: bool
    skip_rebalancing: bool
    jwt_validator: _jwt_handshake_pb2.JwtHandshakeValidator
    enable_connection_limit: bool
    handshake_timeout: _duration_pb2.Duration
    def __init__(self, ping_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., auto_close_connections: _Optional[bool] = ..., request_path: _Optional[str] = ..., request_method: _Optional[_Union[_base_pb2.RequestMethod, str]] = ..., validation: _Optional[_Union[Validation, _Mapping]] = ..., required_cluster_name: _Optional[str] = ..., use_http_upgrade: _Optional[bool] = ..., skip_rebalancing: _Optional[bool] = ..., jwt_validator: _Optional[_Union[_jwt_handshake_pb2.JwtHandshakeValidator, _Mapping]] = ..., enable_connection_limit: _Optional[bool] = ..., handshake_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
