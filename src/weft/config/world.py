"""World: the names that a file may use: its own, and those that others have defined.

    Validated, documents of others  ->  World

Names are taken from the text, not from the shapes: a service that is wrong in
itself still exists for those that call it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from weft.config.layers import effective_service, effective_versions
from weft.config.service import ServiceShape, VersionShape
from weft.config.source import Loc, Mapping, find, has
from weft.config.validate import Validated
from weft.model.catalog import Run, Service
from weft.model.document import Document
from weft.model.gateway import Gateway


@dataclass(frozen=True)
class World:
    """Services with their versions, gateways, and the documents of others."""

    services: dict[str, frozenset[str]]
    gateways: frozenset[str]
    known: tuple[Document, ...]

    @classmethod
    def of(cls, valid: Validated, known: tuple[Document, ...]) -> "World":
        """What *valid* and *known* define together."""
        services: dict[str, frozenset[str]] = {}
        versions: dict[str, set[str]] = defaultdict(set)
        gateways = set(_keys(valid, ("gateways",)))
        for document in known:
            match document.spec:
                case Service() as service:
                    services[service.name.name] = frozenset()
                case Run() as run if run.version:
                    versions[run.service.name].add(run.version)
                case Gateway() as gateway:
                    gateways.add(gateway.name.name)
        services = {name: frozenset(versions[name]) for name in services}
        for name in _keys(valid, ("services",)):
            services[name] = frozenset(_keys(valid, ("services", name, "versions")))
        return cls(services, frozenset(gateways), known)


def _keys(valid: Validated, loc: Loc) -> list[str]:
    node, _ = find(valid.root, loc)
    return list(node.entries) if isinstance(node, Mapping) and has(valid.root, loc) else []


@dataclass(frozen=True)
class Running:
    """One version of a service with all that holds for it."""

    service: str
    version: str
    shape: VersionShape
    loc: Loc  # where the version stands, or the service if it has none

    def __str__(self) -> str:
        return f"{self.service}@{self.version}" if self.version else self.service

    def where(self, valid: Validated, *loc: str) -> Loc:
        """Where the value of *loc* was written: in the version, the service, or the defaults."""
        layers: list[Loc] = [self.loc, ("services", self.service), ("defaults",)]
        written = ((*layer, *loc) for layer in layers if has(valid.root, (*layer, *loc)))
        return next(written, self.loc)


def services_of(valid: Validated) -> Iterator[tuple[str, ServiceShape]]:
    """The services of the file with their defaults."""
    for name, shape in (valid.file.services or {}).items():
        yield name, effective_service(valid.file.defaults, shape)


def runs_of(valid: Validated) -> Iterator[Running]:
    """What runs, or already runs, for each service of the file."""
    for name, service in services_of(valid):
        loc: Loc = ("services", name)
        for version, shape in effective_versions(service).items():
            yield Running(name, version, shape, (*loc, "versions", version) if version else loc)
