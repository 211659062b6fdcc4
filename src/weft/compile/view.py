"""The view: what one workload may reach, and how. The one intermediate of compilation.

    Snapshot, Workload  ->  view_of()  ->  View

Every question of *what* is answered here (which services it knows of, which
versions their rules aim at, who stands in for whom, in what order rules are
tried); the rest of the package only spells the answers in Envoy's words.

Invariant: an `Upstream` and a `Destination` say nothing of the caller, so
what is built from them is the same for all callers and built once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from weft.model.catalog import Health, Instance, Service
from weft.model.document import Key
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.model.traffic import DEGRADED_SHARE, Match, Rule, Split
from weft.model.workload import Workload

#: Endpoint weights are whole numbers; so a share of a small one is one too.
_WEIGHT_SCALE: Final = 10
_PATH_RANK: Final = {"exact": 0, "regex": 1, "prefix": 2}


@dataclass(frozen=True)
class Trust:
    """What holds for every connection of the mesh."""

    domain: str
    certificate_life_ms: float


@dataclass(frozen=True)
class Upstream:
    """One cluster: what it reaches, by whose settings, and who stands in, in order."""

    target: Target
    service: Service
    fallbacks: tuple[Name, ...]
    trust: Trust


@dataclass(frozen=True)
class Member:
    """One endpoint of a cluster."""

    address: str
    port: int
    weight: int
    instance: str
    version: str
    service: Name


@dataclass(frozen=True)
class Choice:
    """A rule as callers try it, and what it is called in logs."""

    name: str
    rule: Rule
    service: Service  # whose timeouts, retries and hashing hold


@dataclass(frozen=True)
class Destination:
    """A service that a caller can name, and its rules in the order in which they are tried."""

    service: Service
    choices: tuple[Choice, ...]
    sources: tuple[Key, ...]


@dataclass(frozen=True)
class Caller:
    """Whose proxy it is, as its logs and its words name it."""

    name: Name
    identity: str
    access_log: str


@dataclass(frozen=True)
class View:
    """What one workload may reach, and who may reach it."""

    workload: Workload
    identity: str
    trust: Trust
    service: Service | None  # of the workload itself; None for gateways
    gateway: Gateway | None
    destinations: tuple[Destination, ...]
    upstreams: tuple[Upstream, ...]

    @property
    def caller(self) -> Caller:
        """The workload as the one who calls."""
        return Caller(self.workload.name, self.identity, self.workload.access_log)


def view_of(snapshot: Snapshot, workload: Workload) -> View:
    """What *workload* may reach. ValueError before the mesh itself is known.

    An answer without the mesh would be an empty one, and whoever pushed it
    would wipe a proxy that works.
    """
    if snapshot.mesh is None:
        raise ValueError("a snapshot without its mesh cannot be compiled")
    trust = Trust(snapshot.mesh.name, snapshot.mesh.certificate_life_s * 1000)
    gateway = snapshot.gateway(workload.name) if workload.gateway else None
    destinations = () if workload.gateway else tuple(_destinations(snapshot, workload.name))
    rules = gateway.rules if gateway else _rules(destinations)
    return View(
        workload=workload,
        identity=workload.identity(trust.domain),
        trust=trust,
        service=None if workload.gateway else snapshot.service(workload.name),
        gateway=gateway,
        destinations=destinations,
        upstreams=tuple(_upstreams(snapshot, rules, trust)),
    )


def service_or_default(snapshot: Snapshot, name: Name) -> Service:
    """The service called *name*; where no document defines it, one with all defaults.

    So a rule that aims at nothing gives a 503 that names it, and harms no other rule.
    """
    return snapshot.service(name) or Service(name)


def members(snapshot: Snapshot, upstream: Upstream) -> tuple[tuple[Member, ...], ...]:
    """The endpoints of *upstream*: first its own, then those of each that stands in."""
    groups = [upstream.target, *(Target(name) for name in upstream.fallbacks)]
    return tuple(
        tuple(_member(i) for i in snapshot.instances_of(target) if i.health.serving and i.weight)
        for target in groups
    )


def by_precedence(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """*choices* in the order of the Gateway API: the most specific match first."""
    return tuple(sorted(choices, key=lambda choice: _specificity(choice.rule.match)))


def _specificity(match: Match) -> tuple[int, int, bool, int]:
    # HTTPRoute: exact path, then the longest path, then a method, then the most headers;
    # what is still equal keeps its order, because sorting is stable.
    length = 0 if match.path.kind == "regex" else -len(match.path.value.rstrip("/"))
    return (_PATH_RANK[match.path.kind], length, match.method is None, -len(match.headers))


def _destinations(snapshot: Snapshot, caller: Name) -> Iterator[Destination]:
    own = snapshot.service(caller)
    if own is None or own.calls is None:
        services = snapshot.services
    else:
        called = sorted({callee.service for callee in own.calls})
        known = (snapshot.service(name) for name in called)
        services = tuple(service for service in known if service)
    return (_destination(snapshot, service) for service in services)


def _destination(snapshot: Snapshot, service: Service) -> Destination:
    key = Key("Service", service.name.key)
    route = snapshot.route(service.name)
    if route is None:
        everything = Rule(to=(Split(Target(service.name)),))
        return Destination(service, (Choice(str(service.name), everything, service),), (key,))
    choices = by_precedence(
        Choice(f"{service.name}#{number}", rule, service)
        for number, rule in enumerate(route.rules, start=1)
    )
    return Destination(service, choices, (Key("Route", service.name.key), key))


def _rules(destinations: Iterable[Destination]) -> Iterator[Rule]:
    for destination in destinations:
        yield from (choice.rule for choice in destination.choices)


def _upstreams(snapshot: Snapshot, rules: Iterable[Rule], trust: Trust) -> Iterator[Upstream]:
    targets = {split.to for rule in rules for split in rule.to}
    for target in sorted(targets, key=lambda target: target.key):
        service = service_or_default(snapshot, target.service)
        yield Upstream(target, service, _fallbacks(snapshot, service), trust)


def _fallbacks(snapshot: Snapshot, service: Service) -> tuple[Name, ...]:
    """Who stands in for *service*, who for that one, and so on; a circle ends where it closes."""
    chain = [service.name]
    following: Service | None = service
    while following and following.fallback and following.fallback not in chain:
        chain.append(following.fallback)
        following = snapshot.service(following.fallback)
    return tuple(chain[1:])


def _member(instance: Instance) -> Member:
    share = DEGRADED_SHARE if instance.health is Health.DEGRADED else 1.0
    return Member(
        address=instance.address,
        port=instance.port,
        weight=round(instance.weight * _WEIGHT_SCALE * share),
        instance=instance.id,
        version=instance.version,
        service=instance.service,
    )
