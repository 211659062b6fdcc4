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
from weft.api.agent import DOCUMENTS, INSTANCES, TRUST, TRUST_NAME, Trust
from weft.errors import WeftError
from weft.model import wire
from weft.model.catalog import Instance
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot
from weft.xds.session import Entry

TYPES: Final = (DOCUMENTS, INSTANCES, TRUST)
_MESH: Final = str(Key("Mesh", "mesh"))


class UpdateRefused(WeftError):
    """What the server sent cannot be read."""

    code = "update-refused"


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
        self._snapshot = self._built() if self.whole else None

    @property
    def whole(self) -> bool:
        """Whether every type was answered once, and the mesh is known."""
        known = _MESH in self._contents.by_type.get(DOCUMENTS, {})
        return known and self._contents.answered.issuperset(TYPES)

    @property
    def snapshot(self) -> Snapshot | None:
        """The last whole state of the mesh; None until there was one.

        A server that no longer knows the mesh itself has lost its store, or not
        been told yet: this host goes on as it was.
        """
        return self._snapshot

    @property
    def roots_pem(self) -> str:
        """What proxies must trust; empty until it is known."""
        held = self._contents.by_type.get(TRUST, {}).get(TRUST_NAME)
        return wire.decode(bytes(held.body), Trust).roots_pem if held else ""

    @property
    def held(self) -> dict[str, dict[str, str]]:
        """The versions that the server need not send again."""
        by_type = self._contents.by_type
        return {kind: {n: h.version for n, h in by_type.get(kind, {}).items()} for kind in TYPES}

    def update(self, kind: str, upserts: Mapping[str, Entry], removed: Iterable[str]) -> bool:
        """Take over one response; says whether the snapshot changed. Raises what refuses it."""
        gone = set(removed)
        _check(kind, upserts)
        whole = self.whole
        held = self._contents.by_type.setdefault(kind, {})
        for name, entry in upserts.items():
            held[name] = Held(entry.version, msgspec.Raw(entry.body))
        for name in gone & held.keys():
            del held[name]
        self._contents.answered.add(kind)
        if not self.whole:
            return False
        changed = bool(upserts or gone) or not whole
        if self._snapshot is None or not whole:
            self._snapshot = self._built()
        elif changed:
            self._snapshot = _folded(self._snapshot, kind, upserts, gone)
        return changed

    def spelled(self, now: float) -> bytes:
        """Everything as the file has it; empty while it is not whole."""
        if not self.whole:
            return b""
        self._contents.saved_at = now
        body = msgspec.json.encode(self._contents)
        return msgspec.json.encode(Cache(sha256(body).hexdigest(), msgspec.Raw(body)))

    def save(self, spelled: bytes) -> None:
        """Put it on disk."""
        write_whole(self._path, spelled)

    def _built(self) -> Snapshot:
        snapshot = Snapshot()
        for kind in (DOCUMENTS, INSTANCES):
            held = self._contents.by_type.get(kind, {})
            entries = {n: Entry(each.version, bytes(each.body)) for n, each in held.items()}
            snapshot = _folded(snapshot, kind, entries, ())
        return snapshot


def _folded(
    snapshot: Snapshot, kind: str, upserts: Mapping[str, Entry], gone: Iterable[str]
) -> Snapshot:
    revision = snapshot.revision + 1
    if kind == DOCUMENTS:
        documents = dict(snapshot.documents)
        for entry in upserts.values():
            document = wire.decode(entry.body, Document)
            documents[document.key] = document
        doomed = set(gone)
        kept = {key: d for key, d in documents.items() if str(key) not in doomed}
        return Snapshot(revision, kept, snapshot.instances)
    if kind == INSTANCES:
        for entry in upserts.values():
            snapshot = snapshot.with_instance(wire.decode(entry.body, Instance), revision)
        for name in gone:
            snapshot = _without(snapshot, name, revision)
    return snapshot


def _without(snapshot: Snapshot, name: str, revision: int) -> Snapshot:
    service, _, instance = name.rpartition("/")
    for known in snapshot.instances:
        if known.key == service:
            return snapshot.without_instance(known, instance, revision)
    return snapshot


def _check(kind: str, upserts: Mapping[str, Entry]) -> None:
    """Refuse a response of which one part cannot be read, before any of it is taken over."""
    types: dict[str, type[Struct]] = {DOCUMENTS: Document, INSTANCES: Instance, TRUST: Trust}
    for name, entry in upserts.items():
        try:
            wire.decode(entry.body, types[kind])
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
            _check(kind, {n: Entry(each.version, bytes(each.body)) for n, each in held.items()})
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
