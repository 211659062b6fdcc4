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
from typing import Final

from weft.compile import http, names
from weft.compile.fields import NO, pipe, socket_address
from weft.compile.resources import Resource, resource
from weft.compile.view import View
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address
from weft.envoy.api.envoy.config.core.v3.base_pb2 import TrafficDirection
from weft.envoy.api.envoy.config.listener.v3.listener_components_pb2 import Filter, FilterChain
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.model.document import Key

_LOOPBACK: Final = "127.0.0.1"
#: What is kept of an edge client's bytes while nobody reads them.
_EDGE_BUFFER: Final = 64 * 1024


def outbound_listeners(view: View) -> Iterator[Resource]:
    """The listeners that the workload's own apps use."""
    workload = view.workload
    own = (Key("Service", workload.name.key),)
    if workload.proxy_port is not None:
        manager = http.inside(view, names.OUTBOUND, tunnels=True)
        address = socket_address(_LOOPBACK, workload.proxy_port)
        yield resource(names.OUTBOUND, _listener(names.OUTBOUND, address, manager), own)
        yield resource(names.CONNECT, _connect(http.inside(view, names.OUTBOUND)), own)
    if workload.call_socket:
        manager = http.inside(view, names.OUTBOUND, tell=True)
        yield resource(names.CALL, _listener(names.CALL, pipe(workload.call_socket), manager), own)
    yield from _local_ports(view)


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
        filter_chains=[FilterChain(filters=[http.edge(view)])],
    )
    yield resource(names.GATEWAY, message, (Key("Gateway", view.gateway.name.key),))


def _local_ports(view: View) -> Iterator[Resource]:
    known = {each.service.name for each in view.destinations}
    for port in view.workload.local_ports:
        if port.service in known:
            name = names.outbound_listener(port.service)
            address = socket_address(_LOOPBACK, port.port)
            manager = http.inside(view, name, host=port.service.name)
            message = _listener(name, address, manager)
            sources = (Key("Service", view.workload.name.key), Key("Service", port.service.key))
            yield resource(name, message, sources)


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
