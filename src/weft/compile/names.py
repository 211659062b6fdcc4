"""Names of Envoy's resources: nouns of the mesh -> the strings that tie resources together.

Stats, logs and refusals speak in these names, so they are part of what other
packages read: `out/default/orders@v1` is the cluster that carries traffic to
version v1 of orders, `in/orders-1` the way from the proxy to that app.
"""

from typing import Final

from weft.model.names import Name, Target

#: The listener and the routes of the forward proxy.
OUTBOUND: Final = "out"
#: The listener inside Envoy that speaks HTTP within a CONNECT, and the cluster that leads to it.
CONNECT: Final = "connect"
#: The listener of `weft call`.
CALL: Final = "call"
#: The listener and the routes of a gateway.
GATEWAY: Final = "gateway"
#: The workload's own certificate and key.
IDENTITY_SECRET: Final = "identity"  # noqa: S105 - a resource's name
#: The roots that peers' certificates must come from.
TRUST_SECRET: Final = "trust"  # noqa: S105 - a resource's name
#: The cluster through which Envoy reaches its agent.
XDS_CLUSTER: Final = "xds"
#: The namespace of everything that Weft writes into Envoy's metadata.
METADATA: Final = "weft"

_OUT: Final = "out/"
_IN: Final = "in/"
_TLS: Final = "tls/"


def outbound_cluster(target: Target) -> str:
    """The cluster of calls to *target*; its endpoints go by the same name."""
    return _OUT + target.key


def outbound_listener(service: Name) -> str:
    """The loopback listener that leads to *service* only; its routes go by the same name."""
    return _OUT + service.key


def inbound(instance: str) -> str:
    """The listener of one instance, and the cluster that leads from it to the app."""
    return _IN + instance


def inbound_tls(instance: str) -> str:
    """The listener inside Envoy that ends the TLS of one instance, and the cluster to it."""
    return _TLS + instance


def target_of(cluster: str) -> str | None:
    """The key of the target that *cluster* carries calls to; None for any other cluster."""
    if not cluster.startswith(_OUT):
        return None
    # What follows a `#` tells apart clusters of one target.
    return cluster.removeprefix(_OUT).partition("#")[0]


def instance_of(cluster: str) -> str | None:
    """The instance whose app *cluster* leads to; None for any other cluster."""
    return cluster.removeprefix(_IN) if cluster.startswith(_IN) else None
