"""Inbound: the way to one instance -> its port, and the TLS behind it.

The caller's proxy has done retries, routing and metrics already; here the
caller proves who it is, is let in or not, and its bytes go to the app as they
are. HTTP is not looked at.

TLS does not end at the port but in a second listener, inside this Envoy. It
begins to connect to the app before the first byte of the handshake can reach
it, and reads none until the app is there. So an app that is gone makes the
caller's *connection* fail, and not its request: any request, POST too, may
then be tried on another instance. With TLS at the port the handshake often
won that race (docs/decisions/0010).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from weft.compile import access, names, tls
from weft.compile.fields import NO, exactly, formatted, socket_address
from weft.compile.resources import Resource, resource
from weft.compile.view import View
from weft.envoy import messages
from weft.envoy.api.envoy.config.core.v3.base_pb2 import TrafficDirection
from weft.envoy.api.envoy.config.listener.v3.listener_components_pb2 import Filter, FilterChain
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.rbac.v3 import rbac_pb2
from weft.envoy.api.envoy.config.rbac.v3.rbac_pb2 import Permission, Policy, Principal
from weft.envoy.api.envoy.extensions.filters.common.set_filter_state.v3.value_pb2 import (
    FilterStateValue,
)
from weft.envoy.api.envoy.extensions.filters.network.rbac.v3.rbac_pb2 import RBAC
from weft.envoy.api.envoy.extensions.filters.network.set_filter_state.v3.set_filter_state_pb2 import (  # noqa: E501 - a generated path
    Config as SetFilterState,
)
from weft.envoy.api.envoy.extensions.filters.network.tcp_proxy.v3.tcp_proxy_pb2 import (
    TcpProxy,
    UpstreamConnectMode,
)
from weft.model.document import Key
from weft.model.names import Name, gateway_identity, service_identity
from weft.model.workload import Inbound

_POLICY: Final = "allow"


def inbound_listeners(view: View) -> Iterator[Resource]:
    """Two listeners for each instance of the workload: its port, and the TLS behind it."""
    allow = view.service.allow if view.service else None
    admitted = None if allow is None else _identities(view.trust.domain, allow)
    sources = (Key("Service", view.workload.name.key),)
    for inbound in view.workload.inbound:
        port, behind = _port(inbound), _tls(view, inbound, admitted)
        yield resource(port.name, port, sources)
        yield resource(behind.name, behind, sources)


def _identities(trust_domain: str, allow: Iterable[Name]) -> tuple[str, ...]:
    """The SPIFFE IDs behind names: a name may be a service's or a gateway's."""
    spellings = (service_identity, gateway_identity)
    return tuple(spell(trust_domain, name) for name in sorted(allow) for spell in spellings)


def _port(inbound: Inbound) -> Listener:
    """Accepts connections, and passes on what comes, TLS and all."""
    name = names.inbound(inbound.instance)
    return Listener(
        name=name,
        address=socket_address(inbound.address, inbound.port),
        enable_reuse_port=NO,  # a port that somebody holds must be an error, not shared
        traffic_direction=TrafficDirection.INBOUND,
        filter_chains=[
            FilterChain(filters=[_remember_client(), _proxy(names.inbound_tls(inbound.instance))])
        ],
    )


def _tls(view: View, inbound: Inbound, admitted: tuple[str, ...] | None) -> Listener:
    """Ends TLS, lets in who may come in, and passes on what is inside."""
    own = {"kind": "connection", "callee": view.identity, "instance": inbound.instance}
    guards = () if admitted is None else (_only(admitted),)
    return Listener(
        name=names.inbound_tls(inbound.instance),
        internal_listener=Listener.InternalListenerConfig(),
        traffic_direction=TrafficDirection.INBOUND,
        filter_chains=[
            FilterChain(
                transport_socket=tls.from_mesh(view.trust.domain),
                filters=(*guards, _proxy(names.inbound(inbound.instance))),
            )
        ],
        access_log=tuple(access.connection_log(view.workload.access_log, own)),
    )


def _remember_client() -> Filter:
    """Behind the port the peer is this Envoy itself: its log has the client's address from here."""
    client = FilterStateValue(
        object_key=access.CLIENT_KEY,
        factory_key="envoy.string",
        format_string=formatted("%DOWNSTREAM_REMOTE_ADDRESS%"),
        shared_with_upstream=FilterStateValue.TRANSITIVE,
    )
    return Filter(
        name="envoy.filters.network.set_filter_state",
        typed_config=messages.pack(SetFilterState(on_new_connection=[client])),
    )


def _proxy(cluster: str) -> Filter:
    immediately = UpstreamConnectMode.IMMEDIATE
    proxy = TcpProxy(stat_prefix=cluster, cluster=cluster, upstream_connect_mode=immediately)
    return Filter(name="envoy.filters.network.tcp_proxy", typed_config=messages.pack(proxy))


@lru_cache(maxsize=4_096)
def _only(admitted: tuple[str, ...]) -> Filter:
    """Lets in whom it is told, by exact SPIFFE ID; without anyone to let in, nobody."""
    principals = tuple(
        Principal(authenticated=Principal.Authenticated(principal_name=exactly(identity)))
        for identity in admitted
    )
    policy = Policy(permissions=[Permission(any=True)], principals=principals)
    rules = rbac_pb2.RBAC(
        action=rbac_pb2.RBAC.ALLOW, policies={_POLICY: policy} if admitted else {}
    )
    return Filter(
        name="envoy.filters.network.rbac",
        typed_config=messages.pack(RBAC(stat_prefix="in.", rules=rules)),
    )
