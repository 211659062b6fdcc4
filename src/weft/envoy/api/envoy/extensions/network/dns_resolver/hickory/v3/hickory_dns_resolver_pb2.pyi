import datetime

from weft.envoy.api.envoy.config.core.v3 import address_pb2 as _address_pb2
from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import wrappers_pb2 as _wrappers_pb2
from weft.envoy.api.udpa.annotations import status_pb2 as _status_pb2
from weft.envoy.api.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DnsOverTlsConfig(_message.Message):
    __slots__ = ("servers", "tls_server_name")
    SERVERS_FIELD_NUMBER: _ClassVar[int]
    TLS_SERVER_NAME_FIELD_NUMBER: _ClassVar[int]
    servers: _containers.RepeatedCompositeFieldContainer[_address_pb2.Address]
    tls_server_name: str
    def __init__(self, servers: _Optional[_Iterable[_Union[_address_pb2.Address, _Mapping]]] = ..., tls_server_name: _Optional[str] = ...) -> None: ...

class DnsOverHttpsConfig(_message.Message):
    __slots__ = ("server_urls",)
    SERVER_URLS_FIELD_NUMBER: _ClassVar[int]
    server_urls: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, server_urls: _Optional[_Iterable[str]] = ...) -> None: ...

class HickoryDnsResolverConfig(_message.Message):
    __slots__ = ("resolvers", "dns_over_tls", "dns_over_https", "enable_dnssec", "cache_size", "num_resolver_threads", "use_system_config", "query_timeout", "query_tries")
    RESOLVERS_FIELD_NUMBER: _ClassVar[int]
    DNS_OVER_TLS_FIELD_NUMBER: _ClassVar[int]
    DNS_OVER_HTTPS_FIELD_NUMBER: _ClassVar[int]
    ENABLE_DNSSEC_FIELD_NUMBER: _ClassVar[int]
    CACHE_SIZE_FIELD_NUMBER: _ClassVar[int]
    NUM_RESOLVER_THREADS_FIELD_NUMBER: _ClassVar[int]
    USE_SYSTEM_CONFIG_FIELD_NUMBER: _ClassVar[int]
    QUERY_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    QUERY_TRIES_FIELD_NUMBER: _ClassVar[int]
    resolvers: _containers.RepeatedCompositeFieldContainer[_address_pb2.Address]
    dns_over_tls: DnsOverTlsConfig
    dns_over_https: DnsOverHttpsConfig
    enable_dnssec: bool
    cache_size: _wrappers_pb2.UInt32Value
    num_resolver_threads: _wrappers_pb2.UInt32Value
    use_system_config: _wrappers_pb2.BoolValue
    query_timeout: _duration_pb2.Duration
    query_tries: _wrappers_pb2.UInt32Value
    def __init__(self, resolvers: _Optional[_Iterable[_Union[_address_pb2.Address, _Mapping]]] = ..., dns_over_tls: _Optional[_Union[DnsOverTlsConfig, _Mapping]] = ..., dns_over_https: _Optional[_Union[DnsOverHttpsConfig, _Mapping]] = ..., enable_dnssec: _Optional[bool] = ..., cache_size: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., num_resolver_threads: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ..., use_system_config: _Optional[_Union[_wrappers_pb2.BoolValue, _Mapping]] = ..., query_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., query_tries: _Optional[_Union[_wrappers_pb2.UInt32Value, _Mapping]] = ...) -> None: ...
