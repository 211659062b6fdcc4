"""An Envoy in thirty lines: applies the good part of what it refuses, and all removals.

Clusters ask for their endpoints and listeners for their routes, as in Envoy. The body
of a listener is the name of its route; the body of a route, the names of its clusters.
*broken* collects every moment at which a request could have met a missing cluster.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.xds.exchange import Push, Request
from weft.xds.order import CDS, EDS, LDS, RDS

Bad = frozenset[tuple[str, str, str]]  # type URL, name, version


@dataclass
class FakeProxy:
    bad: Bad = frozenset()
    running: dict[str, dict[str, str]] = field(
        default_factory=lambda: {CDS: {}, EDS: {}, LDS: {}, RDS: {}}
    )
    bodies: dict[tuple[str, str], bytes] = field(default_factory=dict)
    known: dict[str, dict[str, str]] = field(  # what it says it holds: accepted responses only
        default_factory=lambda: {CDS: {}, EDS: {}, LDS: {}, RDS: {}}
    )
    refused: set[tuple[str, str]] = field(default_factory=set)
    asked: dict[str, set[str]] = field(default_factory=lambda: {EDS: set(), RDS: set()})
    updates: dict[tuple[str, str], int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def hello(self) -> list[tuple[str, Request]]:
        """The first requests of a stream."""
        return [
            (kind, Request(tuple(sorted(self.asked.get(kind, ()))), holds=dict(self.known[kind])))
            for kind in (CDS, EDS, LDS, RDS)
            if kind in (CDS, LDS) or self.asked[kind]
        ]

    def take(self, kind: str, push: Push) -> list[tuple[str, Request]]:
        """Apply a response; the answer, and what else is to be asked for now."""
        wrong = {n for n, e in push.upsert.items() if (kind, n, e.version) in self.bad}
        self.refused |= {(kind, name) for name in wrong}
        more = self._remove(kind, push.remove)
        for name, entry in push.upsert.items():
            if name not in wrong:
                more += self._apply(kind, name, entry.version, entry.body)
        self._check()
        if wrong:
            return [*more, (kind, Request(nonce=push.nonce, error=f"bad {sorted(wrong)}"))]
        self.known[kind] = {
            name: version for name, version in self.known[kind].items() if name not in push.remove
        } | push.versions
        return [*more, (kind, Request(nonce=push.nonce))]

    def _apply(self, kind: str, name: str, version: str, body: bytes) -> list[tuple[str, Request]]:
        self.running[kind][name] = version
        self.bodies[kind, name] = body
        self.updates[kind, name] = self.updates.get((kind, name), 0) + 1
        if kind == CDS:
            return self._ask(EDS, name)
        return self._ask(RDS, body.decode()) if kind == LDS else []

    def _remove(self, kind: str, names: frozenset[str]) -> list[tuple[str, Request]]:
        more = []
        for name in sorted(names & self.running[kind].keys()):
            del self.running[kind][name]
            if kind == CDS:
                more += self._drop(EDS, name)
            if kind == LDS and self.bodies[LDS, name] not in self._bodies(LDS):
                more += self._drop(RDS, self.bodies[LDS, name].decode())
        return more

    def _ask(self, kind: str, name: str) -> list[tuple[str, Request]]:
        if name in self.asked[kind]:
            return []
        self.asked[kind].add(name)
        return [(kind, Request(subscribe=(name,)))]

    def _drop(self, kind: str, name: str) -> list[tuple[str, Request]]:
        self.asked[kind].discard(name)
        self.running[kind].pop(name, None)
        self.known[kind].pop(name, None)
        return [(kind, Request(unsubscribe=(name,)))]

    def _bodies(self, kind: str) -> list[bytes]:
        return [self.bodies[kind, name] for name in self.running[kind]]

    def _check(self) -> None:
        for route, clusters in self.reachable().items():
            for name in clusters:
                usable = name in self.running[CDS] and name in self.running[EDS]
                if not usable and (CDS, name) not in self.refused:
                    self.broken.append(f"{route} -> {name}")

    def reachable(self) -> Mapping[str, list[str]]:
        """The routes that some listener uses, and the clusters that they name."""
        used = {body.decode() for body in self._bodies(LDS)}
        return {n: self.bodies[RDS, n].decode().split() for n in self.running[RDS] if n in used}
