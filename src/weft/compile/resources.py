"""Resources: serialized messages with their content versions and where they came from.

A resource's version is a hash of its bytes: the same after a restart and on
every host, so an Envoy that still holds it is sent nothing. *sources* are the
documents that a person would change to change it, the likeliest first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from google.protobuf.message import Message

from weft.envoy import messages
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.secret_pb2 import Secret
from weft.model.document import Key

CLUSTERS: Final = messages.type_url(Cluster)
ENDPOINTS: Final = messages.type_url(ClusterLoadAssignment)
LISTENERS: Final = messages.type_url(Listener)
ROUTES: Final = messages.type_url(RouteConfiguration)
SECRETS: Final = messages.type_url(Secret)

_NONE: Final[Mapping[str, "Resource"]] = MappingProxyType({})


@dataclass(frozen=True)
class Resource:
    """One resource as it goes over the wire: *body* is the message, not an Any of it."""

    type_url: str
    name: str
    body: bytes
    version: str
    sources: tuple[Key, ...] = ()


def resource(name: str, message: Message, sources: Iterable[Key] = ()) -> Resource:
    """*message* as the resource called *name*."""
    body = messages.serialize(message)
    return Resource(
        messages.type_url(message), name, body, messages.version_of(body), tuple(sources)
    )


@dataclass(frozen=True)
class Resources:
    """Everything that one Envoy should hold, by type and name."""

    by_type: Mapping[str, Mapping[str, Resource]] = field(default_factory=dict)

    @classmethod
    def collect(cls, resources: Iterable[Resource]) -> "Resources":
        """*resources* sorted into their types; the first of a name wins."""
        by_type: dict[str, dict[str, Resource]] = {}
        for each in resources:
            by_type.setdefault(each.type_url, {}).setdefault(each.name, each)
        return cls(by_type)

    def of(self, type_url: str) -> Mapping[str, Resource]:
        """The resources of one type, by name."""
        return self.by_type.get(type_url, _NONE)

    def __iter__(self) -> Iterator[Resource]:
        for named in self.by_type.values():
            yield from named.values()

    def __len__(self) -> int:
        return sum(len(named) for named in self.by_type.values())
