"""The replica: what the server streams -> the Snapshot that this host acts on, kept on disk.

    update()  ->  Snapshot, agent/replica.json

A host goes on without its server, and starts without it, from the last whole
state. Until every type was answered once, and the mesh itself is known, there
is no snapshot at all: half a one, or an empty one, would take down what works.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct, field

from weft.agent.disk import read_whole, write_whole
from weft.errors import WeftError
from weft.model import wire
from weft.model.catalog import Instance
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot

DOCUMENTS: Final = "weft.dev/Document"
INSTANCES: Final = "weft.dev/Instance"
TRUST: Final = "weft.dev/Trust"
TYPES: Final = (DOCUMENTS, INSTANCES, TRUST)
_MESH: Final = str(Key("Mesh", "mesh"))


class UpdateRefused(WeftError):
    """What the server sent would take the whole mesh away."""

    code = "update-refused"


class Trust(Struct, frozen=True):
    """What proxies must trust."""

    roots_pem: str


class Held(Struct, frozen=True):
    """One resource as it came."""

    version: str
    body: msgspec.Raw


class Cache(Struct):
    """The file: everything held, and the checksum of its spelling."""

    checksum: str
    held: msgspec.Raw


class Contents(Struct):
    """What is held, by type and name; *answered* are the types that are whole."""

    by_type: dict[str, dict[str, Held]] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    saved_at: float = 0.0  # Unix time


class Replica:
    """The state that came from the server, or, before that, from *path*."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._contents = _load(path) or Contents()
        self.from_cache = self.whole
        self._snapshot = self._built() if self.whole else Snapshot()

    @property
    def whole(self) -> bool:
        """Whether every type was answered once, and the mesh is known."""
        known = _MESH in self._contents.by_type.get(DOCUMENTS, {})
        return known and self._contents.answered.issuperset(TYPES)

    @property
    def snapshot(self) -> Snapshot | None:
        """What is known of the mesh; None until it is whole."""
        return self._snapshot if self.whole else None

    @property
    def roots_pem(self) -> str:
        """What proxies must trust; empty until it is known."""
        held = self._contents.by_type.get(TRUST, {}).get("trust")
        return wire.decode(bytes(held.body), Trust).roots_pem if held else ""

    @property
    def held(self) -> dict[str, dict[str, str]]:
        """The versions that the server need not send again."""
        by_type = self._contents.by_type
        return {kind: {n: h.version for n, h in by_type.get(kind, {}).items()} for kind in TYPES}

    def update(
        self, kind: str, upserts: Mapping[str, tuple[str, bytes]], removed: Iterable[str]
    ) -> bool:
        """Take over one response; says whether the snapshot changed. Raises what refuses it."""
        gone = set(removed)
        if kind == DOCUMENTS and _MESH in gone and self.whole:
            raise UpdateRefused(
                "the server no longer knows the mesh itself",
                why="an empty store would stop every service of this host",
                fix="apply the mesh's file again",
            )
        _check(kind, upserts)
        whole = self.whole
        held = self._contents.by_type.setdefault(kind, {})
        for name, (version, body) in upserts.items():
            held[name] = Held(version, msgspec.Raw(body))
        for name in gone & held.keys():
            del held[name]
        self._contents.answered.add(kind)
        changed = bool(upserts or gone) or self.whole != whole
        if changed and self.whole:
            self._snapshot = self._built() if not whole else self._folded(kind, upserts, gone)
        return changed

    def save(self, now: float) -> None:
        """Put everything on disk, if it is whole."""
        if self.whole:
            self._contents.saved_at = now
            body = msgspec.json.encode(self._contents)
            cache = Cache(sha256(body).hexdigest(), msgspec.Raw(body))
            write_whole(self._path, msgspec.json.encode(cache))

    def _built(self) -> Snapshot:
        snapshot = Snapshot()
        for kind in (DOCUMENTS, INSTANCES):
            held = self._contents.by_type.get(kind, {})
            bodies = {name: ("", bytes(each.body)) for name, each in held.items()}
            snapshot = _folded(snapshot, kind, bodies, ())
        return snapshot

    def _folded(
        self, kind: str, upserts: Mapping[str, tuple[str, bytes]], gone: Iterable[str]
    ) -> Snapshot:
        return _folded(self._snapshot, kind, upserts, gone)


def _folded(
    snapshot: Snapshot, kind: str, upserts: Mapping[str, tuple[str, bytes]], gone: Iterable[str]
) -> Snapshot:
    revision = snapshot.revision + 1
    if kind == DOCUMENTS:
        documents = dict(snapshot.documents)
        for _, body in upserts.values():
            document = wire.decode(body, Document)
            documents[document.key] = document
        doomed = set(gone)
        kept = {key: d for key, d in documents.items() if str(key) not in doomed}
        return Snapshot(revision, kept, snapshot.instances)
    if kind == INSTANCES:
        for _, body in upserts.values():
            snapshot = snapshot.with_instance(wire.decode(body, Instance), revision)
        for name in gone:
            snapshot = _without(snapshot, name, revision)
    return snapshot


def _without(snapshot: Snapshot, name: str, revision: int) -> Snapshot:
    service, _, instance = name.rpartition("/")
    for known in snapshot.instances:
        if known.key == service:
            return snapshot.without_instance(known, instance, revision)
    return snapshot


def _check(kind: str, upserts: Mapping[str, tuple[str, bytes]]) -> None:
    """Refuse a response of which one part cannot be read, before any of it is taken over."""
    types: dict[str, type[Struct]] = {DOCUMENTS: Document, INSTANCES: Instance, TRUST: Trust}
    for name, (_, body) in upserts.items():
        try:
            wire.decode(body, types[kind])
        except (msgspec.MsgspecError, KeyError) as error:
            raise UpdateRefused(
                f"{name} cannot be read by this version of the agent", why=str(error)
            ) from error


def _load(path: Path) -> Contents | None:
    data = read_whole(path)
    if data is None:
        return None
    try:
        cache = msgspec.json.decode(data, type=Cache)
        if sha256(bytes(cache.held)).hexdigest() != cache.checksum:
            return None
        contents = msgspec.json.decode(cache.held, type=Contents)
        for kind, held in contents.by_type.items():
            _check(kind, {name: (each.version, bytes(each.body)) for name, each in held.items()})
    except (msgspec.MsgspecError, UpdateRefused):
        return None
    return contents


def overlaid(snapshot: Snapshot, host: str, own: Iterable[Instance]) -> Snapshot:
    """*snapshot* with what *host* itself knows of its instances: of them it is the authority."""
    instances = {
        name: tuple(each for each in group if each.host != host)
        for name, group in snapshot.instances.items()
    }
    for instance in own:
        instances[instance.service] = (*instances.get(instance.service, ()), instance)
    ordered = {
        name: tuple(sorted(group, key=lambda each: each.id))
        for name, group in instances.items()
        if group
    }
    return Snapshot(snapshot.revision, snapshot.documents, ordered)
