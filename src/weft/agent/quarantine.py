"""Documents that an Envoy refuses, and what stands in for them.

    Snapshot  ->  cured()  ->  the Snapshots to compile instead

One resource may hold what many documents say: the routes of all services are
one resource of the forward proxy. Holding that back would hold back all of
them. So it is the document that is held back: its last good version stands in
for it. Where there is none, it is left out of the routes: a route means plain
traffic then, a service is answered for with 503, a rule of a gateway with 500.

Invariant: a document is left out of routes only. Without a service's document
its own listeners would let anybody in.

Pure. Who is guilty is found by trials, see `hunt`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from weft.agent.sift import JUDGED, ResourceName
from weft.api.agent import Refusal
from weft.compile.resources import Resources
from weft.model.catalog import Service
from weft.model.document import Document, Key, Spec
from weft.model.gateway import Gateway, Route
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.traffic import Rule


@dataclass(frozen=True, order=True)
class Part:
    """What can be put back by itself: a document, or one rule of a gateway, counted from 1.

    A rule that is not *gone* still matches, and is answered with 500.
    """

    key: Key
    rule: int = 0
    gone: bool = False


@dataclass(frozen=True)
class Held:
    """A document that is held back, and which parts of it."""

    document: Document
    parts: frozenset[Part]
    resource: str  # in words
    why: str
    since: float
    by_envoy: bool = False  # what its validator accepts


@dataclass(frozen=True)
class Cured:
    """A snapshot with the last good documents, and for routes the same without the others."""

    restored: Snapshot
    reduced: Snapshot


Sent = tuple[str, Mapping[Key, Document]]  # a version, and what it was compiled from


@dataclass
class Quarantine:
    """What one Envoy refuses of the documents, and what it took last."""

    good: dict[Key, Document] = field(default_factory=dict)
    held: dict[Key, Held] = field(default_factory=dict)
    sent: dict[ResourceName, tuple[Sent | None, Sent]] = field(default_factory=dict)

    def follow(self, snapshot: Snapshot) -> None:
        """A document that was changed since it was refused is given a try."""
        self.held = {
            key: held
            for key, held in self.held.items()
            if snapshot.documents.get(key) == held.document
        }

    def cured(self, snapshot: Snapshot, suspects: Collection[Part] = ()) -> Cured:
        """*snapshot* without what is held; for a trial, without *suspects*, too.

        A suspected service has all defaults, and its rules are as they were: what is
        wrong with them must not be taken for its fault.
        """
        held = {part for each in self.held.values() for part in each.parts}
        parts = held.union(suspects)
        if not parts:
            return Cured(snapshot, snapshot)
        old = {p.key: self.good[p.key] for p in parts if self._stands_in(p, snapshot)}
        restored = replace(snapshot, documents={**snapshot.documents, **old})
        left_out = sorted(part for part in parts if part.key not in old)
        return Cured(restored, _reduced(restored, left_out, held))

    def parts(self, keys: Iterable[Key], snapshot: Snapshot, *, gone: bool) -> tuple[Part, ...]:
        """What of the documents under *keys* can be put back, and is not yet."""
        found: list[Part] = []
        for key in keys:
            document = snapshot.documents.get(key)
            if document is None:
                continue
            whole = Part(key)
            if isinstance(document.spec, Gateway) and not self._stands_in(whole, snapshot):
                rules = range(1, len(document.spec.rules) + 1)
                found += [Part(key, number, gone) for number in rules]
            else:
                found.append(whole)
        held = {part for each in self.held.values() for part in each.parts}
        return tuple(part for part in dict.fromkeys(found) if part not in held)

    def changed(self, keys: Iterable[Key], snapshot: Snapshot) -> tuple[Key, ...]:
        """Those of *keys* whose documents are not the ones that were good."""
        return tuple(k for k in keys if snapshot.documents.get(k) != self.good.get(k))

    def hold(
        self,
        snapshot: Snapshot,
        guilty: Mapping[Part, str],
        resources: Mapping[Key, str],
        now: float,
        *,
        by_envoy: bool = False,
    ) -> None:
        """Hold back *guilty* parts, each for its reason; *resources* are where they were found."""
        for part, why in guilty.items():
            document = snapshot.documents.get(part.key)
            if document is None:
                continue
            known = self.held.get(part.key)
            parts = known.parts | {part} if known else frozenset((part,))
            since = known.since if known else now
            where = known.resource if known else resources.get(part.key, "")
            self.held[part.key] = Held(document, parts, where, why, since, by_envoy)

    def release(self) -> None:
        """All that was wanted is accepted: nobody is guilty but for what Envoy itself said."""
        self.held = {key: held for key, held in self.held.items() if held.by_envoy}

    def took(
        self, snapshot: Snapshot, served: Resources, refused: Collection[ResourceName]
    ) -> None:
        """Of *served*, which came from *snapshot*, only *refused* was refused."""
        resources = [each for kind in JUDGED for each in served.of(kind).values()]
        doubted = {
            key
            for each in resources
            if (each.type_url, each.name) in refused
            for key in each.sources
        }
        for key in {key for each in resources for key in each.sources} - doubted:
            if key not in self.held and key in snapshot.documents:
                self.good[key] = snapshot.documents[key]
        self.good = {key: d for key, d in self.good.items() if key in snapshot.documents}

    # --- what only Envoy refuses --------------------------------------------------------------

    def sends(self, snapshot: Snapshot, passed: Resources) -> None:
        """*passed*, compiled from *snapshot*, goes to Envoy."""
        sent: dict[ResourceName, tuple[Sent | None, Sent]] = {}
        for kind in JUDGED:
            for name, each in passed.of(kind).items():
                known = self.sent.get((kind, name))
                if known is None or known[1][0] != each.version:
                    documents = snapshot.documents
                    now = {key: documents[key] for key in each.sources if key in documents}
                    known = (known[1] if known else None, (each.version, now))
                sent[kind, name] = known
        self.sent = sent

    def bounced(self, snapshot: Snapshot, name: ResourceName, version: str) -> frozenset[Part]:
        """Envoy refused what its validator accepted: guilty is what changed before that.

        Nobody, if nothing is known of an earlier version: then it is the resource that waits.
        Nor a document that is another one in *snapshot* by now.
        """
        before, now = self.sent.get(name, (None, ("", {})))
        if before is None or now[0] != version:
            return frozenset()
        changed = {key for key, document in now[1].items() if before[1].get(key) != document}
        for key in changed:
            self.good.pop(key, None)
            if key in before[1]:
                self.good[key] = before[1][key]
        # There is no going back to it: should the next one bounce, it is compared with this.
        self.sent[name] = (None, before)
        documents = snapshot.documents
        return frozenset(Part(key) for key in changed if documents.get(key) == now[1][key])

    # --- what is told -------------------------------------------------------------------------

    @property
    def stand_ins(self) -> dict[Key, Document]:
        """The documents that are in use in place of those that are held."""
        return {
            key: self.good[key]
            for key, held in self.held.items()
            if key in self.good and self.good[key] != held.document
        }

    def refusals(self, workload: str) -> tuple[Refusal, ...]:
        """What people should know: one for each resource, which is what an alarm is told by."""
        groups: dict[str, list[tuple[Key, Held]]] = {}
        for key, held in sorted(self.held.items()):
            groups.setdefault(held.resource, []).append((key, held))
        return tuple(
            Refusal(
                workload,
                resource,
                "; ".join(dict.fromkeys(held.why for _, held in group)),
                tuple(key for key, _ in group),
                min(held.since for _, held in group),
            )
            for resource, group in groups.items()
        )

    def _stands_in(self, part: Part, snapshot: Snapshot) -> bool:
        """Whether there is a last good document, and it is another one."""
        known = self.good.get(part.key)
        return not part.rule and known is not None and known != snapshot.documents.get(part.key)


def _reduced(snapshot: Snapshot, left_out: Iterable[Part], held: Collection[Part]) -> Snapshot:
    documents = dict(snapshot.documents)
    unusable: set[Name] = set()
    rules: dict[Key, dict[int, Part]] = {}
    for part in left_out:
        if part.rule:
            rules.setdefault(part.key, {})[part.rule] = part
        elif part.key.kind == "Route":
            documents.pop(part.key, None)
        elif (found := documents.get(part.key)) and isinstance(found.spec, Service):
            _put(documents, Service(found.spec.name))
            if part in held:
                unusable.add(found.spec.name)
    for name in unusable:
        _put(documents, Route(name, (Rule(to=()),)))
    for gateway in snapshot.gateways:
        ours = rules.get(Key("Gateway", gateway.name.key), {})
        _put(documents, _without(gateway, ours, unusable))
    return replace(snapshot, documents=documents)


def _without(gateway: Gateway, parts: Mapping[int, Part], unusable: Collection[Name]) -> Gateway:
    rules: list[Rule] = []
    for number, rule in enumerate(gateway.rules, start=1):
        part = parts.get(number)
        if part is not None and part.gone:
            continue
        # The first target's service is the one whose settings hold for the rule.
        broken = bool(rule.to) and rule.to[0].to.service in unusable
        rules.append(Rule(to=(), match=rule.match) if part or broken else rule)
    return msgspec.structs.replace(gateway, rules=tuple(rules))


def _put(documents: dict[Key, Document], spec: Spec) -> None:
    document = Document(spec)
    known = documents.get(document.key)
    if known is None or known.spec != spec:
        documents[document.key] = document
