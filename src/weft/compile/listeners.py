"""Listeners: where apps and clients reach a workload's proxy.

    out               the forward proxy on loopback: absolute-form requests, and CONNECT
    out/<service>     a loopback port that leads to one service
    connect           inside Envoy: HTTP within a CONNECT, routed request by request
    call              a Unix socket for `weft call`; its answers say which way they came
    gateway           where clients from outside enter

What leads to apps is in `inbound`. A port is never shared between two Envoys:
Envoy would do so silently, and each would get some of the connections.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from weft.compile import http, names
from weft.compile.fields import NO, pipe, socket_address
from weft.compile.resources import Resource, resource
from weft.compile.view import Caller, View
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address
from weft.envoy.api.envoy.config.core.v3.base_pb2 import TrafficDirection
from weft.envoy.api.envoy.config.listener.v3.listener_components_pb2 import Filter, FilterChain
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.model.document import Key
from weft.model.workload import LocalPort

_LOOPBACK: Final = "127.0.0.1"
#: What is kept of an edge client's bytes while nobody reads them.
_EDGE_BUFFER: Final = 64 * 1024


def outbound_listeners(view: View) -> Iterator[Resource]:
    """The listeners that the workload's own apps use."""
    workload, caller = view.workload, view.caller
    if workload.proxy_port is not None:
        yield from _forward_proxy(caller, workload.proxy_port)
    if workload.call_socket:
        yield _call(caller, workload.call_socket)
    known = {each.service.name for each in view.destinations}
    for port in workload.local_ports:
        if port.service in known:
            yield _local_port(caller, port)


def gateway_listener(view: View) -> Iterator[Resource]:
    """The listener of a gateway; none while no document describes it."""
    if view.gateway is None:
        return
    address = socket_address(view.gateway.address, view.gateway.port)
    message = Listener(
        name=names.GATEWAY,
        address=address,
        enable_reuse_port=NO,
        traffic_direction=TrafficDirection.INBOUND,
        per_connection_buffer_limit_bytes={"value": _EDGE_BUFFER},
        filter_chains=[FilterChain(filters=[http.edge(view.caller)])],
    )
    yield resource(names.GATEWAY, message, (Key("Gateway", view.gateway.name.key),))


# A listener knows nothing of instances, and of documents only their names: remembered, it is
# built once for all changes. A service that calls many has one for each of them.


@lru_cache(maxsize=4_096)
def _forward_proxy(caller: Caller, port: int) -> tuple[Resource, ...]:
    own = (Key("Service", caller.name.key),)
    manager = http.inside(caller, names.OUTBOUND, tunnels=True)
    outer = _listener(names.OUTBOUND, socket_address(_LOOPBACK, port), manager)
    inner = _connect(http.inside(caller, names.OUTBOUND))
    return resource(names.OUTBOUND, outer, own), resource(names.CONNECT, inner, own)


@lru_cache(maxsize=4_096)
def _call(caller: Caller, socket: str) -> Resource:
    manager = http.inside(caller, names.OUTBOUND, tell=True)
    own = (Key("Service", caller.name.key),)
    return resource(names.CALL, _listener(names.CALL, pipe(socket), manager), own)


@lru_cache(maxsize=65_536)
def _local_port(caller: Caller, port: LocalPort) -> Resource:
    name = names.outbound_listener(port.service)
    manager = http.inside(caller, name, host=port.service.name)
    message = _listener(name, socket_address(_LOOPBACK, port.port), manager)
    return resource(
        name, message, (Key("Service", caller.name.key), Key("Service", port.service.key))
    )


def _listener(name: str, address: Address, manager: Filter) -> Listener:
    return Listener(
        name=name,
        address=address,
        enable_reuse_port=NO,
        traffic_direction=TrafficDirection.OUTBOUND,
        filter_chains=[FilterChain(filters=[manager])],
    )


def _connect(manager: Filter) -> Listener:
    return Listener(
        name=names.CONNECT,
        internal_listener=Listener.InternalListenerConfig(),
        traffic_direction=TrafficDirection.OUTBOUND,
        filter_chains=[FilterChain(filters=[manager])],
    )
