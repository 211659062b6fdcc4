"""World: the names that a file may use: its own, and those that others have defined.

    Validated, documents of others  ->  World

Names are taken from the text, not from the shapes: a service that is wrong in
itself still exists for those that call it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from weft.config.layers import effective_service, effective_versions
from weft.config.nodes import Loc, Mapping, find, has
from weft.config.service import ServiceShape, VersionShape
from weft.config.validate import Validated
from weft.model.catalog import Run, Service
from weft.model.document import Document
from weft.model.gateway import Gateway
from weft.model.names import Name


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


@dataclass(frozen=True)
class World:
    """What there is: names to refer to, and what the file runs once its layers are merged."""

    versions: dict[str, frozenset[str]]  # of every service, in this file or another
    gateways: frozenset[str]
    known: tuple[Document, ...]  # of others
    services: dict[str, ServiceShape]  # of this file
    runs: tuple[Running, ...]  # of this file

    @classmethod
    def of(cls, valid: Validated, known: tuple[Document, ...]) -> "World":
        """What *valid* and *known* define together."""
        versions, gateways = _defined_by(known)
        gateways.update(_keys(valid, ("gateways",)))
        for name in _keys(valid, ("services",)):
            versions[name] = set(_keys(valid, ("services", name, "versions")))
        frozen = {name: frozenset(found) for name, found in versions.items()}
        services = {
            name: effective_service(valid.file.defaults, shape)
            for name, shape in (valid.file.services or {}).items()
        }
        runs = tuple(run for name, shape in services.items() for run in _runs(name, shape))
        return cls(frozen, frozenset(gateways), known, services, runs)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the variables that lead to all services: `ORDERS` of `ORDERS_URL`."""
        return frozenset(Name(name).variable for name in self.versions)


def _defined_by(known: tuple[Document, ...]) -> tuple[dict[str, set[str]], set[str]]:
    """The services with their versions, and the gateways, that others have defined."""
    versions: dict[str, set[str]] = {}
    gateways: set[str] = set()
    for document in known:
        match document.spec:
            case Service() as service:
                versions.setdefault(service.name.name, set())
            case Run() as run if run.version:
                versions.setdefault(run.service.name, set()).add(run.version)
            case Gateway() as gateway:
                gateways.add(gateway.name.name)
    return versions, gateways


def _runs(name: str, service: ServiceShape) -> Iterator[Running]:
    loc: Loc = ("services", name)
    for version, shape in effective_versions(service).items():
        yield Running(name, version, shape, (*loc, "versions", version) if version else loc)


def _keys(valid: Validated, loc: Loc) -> list[str]:
    node, _ = find(valid.root, loc)
    return list(node.entries) if isinstance(node, Mapping) and has(valid.root, loc) else []
