"""The snapshot: all that is known of the mesh, frozen, at one revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from weft.model.catalog import Instance, Service, version_order
from weft.model.document import Document, Key, Mesh
from weft.model.gateway import Gateway, Route
from weft.model.names import Name, Target

_NOTHING: Final[Mapping[Key, Document]] = MappingProxyType({})
_NOBODY: Final[Mapping[Name, tuple[Instance, ...]]] = MappingProxyType({})


@dataclass(frozen=True)
class Snapshot:
    """Documents by key and instances by service, at one revision of the store.

    Invariant: the mappings are never changed in place; a new snapshot shares
    what did not change with the one before.
    """

    revision: int = 0
    documents: Mapping[Key, Document] = field(default_factory=lambda: _NOTHING)
    instances: Mapping[Name, tuple[Instance, ...]] = field(
        default_factory=lambda: _NOBODY
    )  # in id order

    @property
    def mesh(self) -> Mesh | None:
        """The mesh's own settings, or None before they are known."""
        found = self.documents.get(Key("Mesh", "mesh"))
        return found.spec if found and isinstance(found.spec, Mesh) else None

    def service(self, name: Name) -> Service | None:
        """The service called *name*, or None."""
        found = self.documents.get(Key("Service", name.key))
        return found.spec if found and isinstance(found.spec, Service) else None

    def route(self, name: Name) -> Route | None:
        """The route of the service called *name*, or None."""
        found = self.documents.get(Key("Route", name.key))
        return found.spec if found and isinstance(found.spec, Route) else None

    def gateway(self, name: Name) -> Gateway | None:
        """The gateway called *name*, or None."""
        found = self.documents.get(Key("Gateway", name.key))
        return found.spec if found and isinstance(found.spec, Gateway) else None

    @property
    def services(self) -> tuple[Service, ...]:
        """All services, in name order."""
        found = (document.spec for document in self.documents.values())
        return tuple(sorted((s for s in found if isinstance(s, Service)), key=lambda s: s.name))

    @property
    def gateways(self) -> tuple[Gateway, ...]:
        """All gateways, in name order."""
        found = (document.spec for document in self.documents.values())
        return tuple(sorted((g for g in found if isinstance(g, Gateway)), key=lambda g: g.name))

    def instances_of(self, target: Target) -> tuple[Instance, ...]:
        """The instances that *target* means, healthy or not, in id order."""
        found = self.instances.get(target.service, ())
        if target.version is None:
            return found
        return tuple(instance for instance in found if instance.version == target.version)

    def latest_version(self, service: Name) -> str:
        """The highest semantic version among the serving instances, else the newest registered."""
        known = self.instances.get(service, ())
        serving = [instance for instance in known if instance.health.serving] or list(known)
        if not serving:
            return ""
        best = max(version_order(instance.version) for instance in serving)
        if best[0]:
            return next(i.version for i in serving if version_order(i.version) == best)
        return max(serving, key=lambda instance: (instance.started, instance.id)).version

    def with_document(self, document: Document, revision: int) -> "Snapshot":
        """This snapshot with *document* put."""
        documents = {**self.documents, document.key: document}
        return replace(self, revision=revision, documents=documents)

    def without_document(self, key: Key, revision: int) -> "Snapshot":
        """This snapshot with the document under *key* gone."""
        documents = {k: d for k, d in self.documents.items() if k != key}
        return replace(self, revision=revision, documents=documents)

    def with_instance(self, instance: Instance, revision: int) -> "Snapshot":
        """This snapshot with *instance* put."""
        others = self._others(instance.service, instance.id)
        group = tuple(sorted((*others, instance), key=lambda i: i.id))
        return replace(
            self, revision=revision, instances={**self.instances, instance.service: group}
        )

    def without_instance(self, service: Name, id: str, revision: int) -> "Snapshot":
        """This snapshot with one instance of *service* gone."""
        instances = {**self.instances, service: self._others(service, id)}
        if not instances[service]:
            del instances[service]
        return replace(self, revision=revision, instances=instances)

    def _others(self, service: Name, id: str) -> tuple[Instance, ...]:
        return tuple(i for i in self.instances.get(service, ()) if i.id != id)
