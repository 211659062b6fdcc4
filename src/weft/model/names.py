"""Names: what services, versions and identities are called, and how that is written.

    "orders", "orders@v2", "default/orders"  <->  Name, Target

Refuses to know what a name stands for: whether `orders` exists is a question
for a snapshot.
"""

import re
from typing import Final

from msgspec import Struct

DEFAULT_NAMESPACE: Final = "default"
MESH_SUFFIX: Final = "mesh"

#: A DNS label (RFC 1123), so that every name is also a host name.
LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
#: A version is a label value: it may hold dots, as in `1.4.2`.
VERSION: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?")
#: SPIFFE-ID section 2.1: a trust domain has lower-case letters, digits, dots, dashes, underscores.
TRUST_DOMAIN: Final = re.compile(r"[a-z0-9]([a-z0-9._-]{0,253}[a-z0-9])?")


class Name(Struct, frozen=True, omit_defaults=True, order=True):
    """The name of a service or a gateway, in its namespace."""

    name: str
    namespace: str = DEFAULT_NAMESPACE

    def __str__(self) -> str:
        """As people write it: the default namespace is left out."""
        return self.name if self.namespace == DEFAULT_NAMESPACE else self.key

    @property
    def key(self) -> str:
        """As stores and resource names write it: `default/orders`."""
        return f"{self.namespace}/{self.name}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host names under which any namespace's caller reaches this service."""
        return (f"{self.name}.{self.namespace}.{MESH_SUFFIX}",)

    def hosts_from(self, namespace: str) -> tuple[str, ...]:
        """The host names under which a caller in *namespace* reaches this service."""
        if namespace != self.namespace:
            return self.hosts
        return (self.name, f"{self.name}.{MESH_SUFFIX}", *self.hosts)

    @property
    def variable(self) -> str:
        """The stem of its environment variables: `ORDERS` in `ORDERS_URL`."""
        stem = re.sub(r"[^A-Z0-9]", "_", self.name.upper())
        return f"_{stem}" if stem[:1].isdigit() else stem


def parse_name(text: str, namespace: str = DEFAULT_NAMESPACE) -> Name:
    """`orders` or `default/orders` as a `Name`; raises ValueError for anything else."""
    space, slash, name = text.rpartition("/")
    result = Name(name, space if slash else namespace)
    if not (LABEL.fullmatch(result.name) and LABEL.fullmatch(result.namespace)):
        raise ValueError(f"not a name: {text!r}")
    return result


class Target(Struct, frozen=True, omit_defaults=True, order=True):
    """What traffic is sent to: a service, or one version of it."""

    service: Name
    version: str | None = None

    def __str__(self) -> str:
        return str(self.service) if self.version is None else f"{self.service}@{self.version}"

    @property
    def key(self) -> str:
        """As resource names write it: `default/orders@v2`."""
        return self.service.key if self.version is None else f"{self.service.key}@{self.version}"


def service_identity(trust_domain: str, service: Name) -> str:
    """The SPIFFE ID of a service (SPIFFE-ID section 2)."""
    return f"spiffe://{trust_domain}/ns/{service.namespace}/service/{service.name}"


def gateway_identity(trust_domain: str, gateway: Name) -> str:
    """The SPIFFE ID of a gateway: another path, so that no service can stand for it."""
    return f"spiffe://{trust_domain}/ns/{gateway.namespace}/gateway/{gateway.name}"
