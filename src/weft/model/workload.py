"""Workloads: what one Envoy stands beside, and the ports that its host gave it."""

from typing import Final

from msgspec import Struct

from weft.model.names import Name, gateway_identity, service_identity

#: Of an app on this host: on either loopback address. Many listen on `localhost`, which is
#: one of the two, and which one differs from host to host.
LOCALHOST: Final = "localhost"
LOOPBACKS: Final = ("127.0.0.1", "::1")


def addresses(host: str) -> tuple[str, ...]:
    """The addresses to try for *host*, one after another."""
    return LOOPBACKS if host == LOCALHOST else (host,)


class Inbound(Struct, frozen=True, omit_defaults=True):
    """One instance's way in: mutual TLS at *address:port*, and from there to the app."""

    instance: str
    address: str
    port: int
    app_address: str  # an IP address, a host's name, or LOCALHOST
    app_port: int


class LocalPort(Struct, frozen=True, omit_defaults=True, order=True):
    """A loopback port that leads to one service, for apps that know nothing of proxies."""

    service: Name
    port: int


class Workload(Struct, frozen=True, omit_defaults=True):
    """The instances of one service on one host that share a proxy; or one gateway."""

    name: Name
    gateway: bool = False
    proxy_port: int | None = None  # the forward proxy on 127.0.0.1; gateways have none
    local_ports: tuple[LocalPort, ...] = ()
    inbound: tuple[Inbound, ...] = ()
    access_log: str = ""  # the file of its access log; without one it keeps none
    call_socket: str = ""  # a Unix socket through which `weft call` speaks as this workload

    @property
    def id(self) -> str:
        """Unique on the host, fit for file names: `default.orders`, `gateway.default.public`."""
        bare = f"{self.name.namespace}.{self.name.name}"
        return f"gateway.{bare}" if self.gateway else bare

    def identity(self, trust_domain: str) -> str:
        """The SPIFFE ID that this workload proves."""
        spell = gateway_identity if self.gateway else service_identity
        return spell(trust_domain, self.name)
