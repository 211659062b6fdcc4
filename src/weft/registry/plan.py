"""Plan: what applying documents changes, and whether it may.

    owner, documents, what is held  ->  planned()  ->  Plan (operations, and in words)

Each document has one owner, the only one who changes it; an owner who no longer
names a document has dropped it. Pure: the operations carry the revisions that
the plan was made for, so that the store refuses them if it has moved on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal

from msgspec import Struct, structs

from weft.errors import WeftError
from weft.model.catalog import Run
from weft.model.document import Document, Key, Mesh, Spec
from weft.model.wire import encode
from weft.registry.difference import differences
from weft.registry.fold import document_key
from weft.store.base import Delete, Op, Put


class Held(Struct, frozen=True):
    """A document as the store holds it."""

    document: Document
    revision: int


class Change(Struct, frozen=True):
    """What happens to one document, in words."""

    kind: str
    name: str
    action: Literal["create", "update", "delete", "unchanged"]
    details: tuple[str, ...] = ()


class Plan(Struct, frozen=True):
    """The operations that one atomic write carries out, and what they mean."""

    ops: tuple[Op, ...]
    changes: tuple[Change, ...]


class OwnedByAnother(WeftError):
    """Documents that belong to someone else."""

    code: ClassVar[str] = "owned-by-another"

    def __init__(self, owner: str, taken: Sequence[tuple[Key, str]]) -> None:
        listed = "; ".join(f"{key} belongs to {holder}" for key, holder in taken)
        super().__init__(
            f"{owner} may not change what others own; nothing was applied",
            why=listed,
            fix=f"change it in {taken[0][1]}, or drop it there and apply that first",
        )
        self.owner = owner
        self.taken = tuple(taken)


class NamedTwice(WeftError):
    """The same document twice in one apply."""

    code: ClassVar[str] = "document-twice"

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__(
            "nothing was applied, since these documents stand there twice: "
            + ", ".join(str(key) for key in keys),
            fix="keep one of each",
        )


class NoSuchDocument(WeftError):
    """A document that isn't there."""

    code: ClassVar[str] = "no-such-document"

    def __init__(self, key: Key) -> None:
        super().__init__(f"there is no {key.kind} {key.name}", fix=f"weft get {key.kind.lower()}")
        self.key = key


class NotScalable(WeftError):
    """Instances that can't be had."""

    code: ClassVar[str] = "not-scalable"


def planned(
    owner: str, documents: Iterable[Document], held: Mapping[Key, Held], *, prune: bool
) -> Plan:
    """What makes the documents of *owner* those given; raises `OwnedByAnother`, `NamedTwice`."""
    documents = tuple(documents)
    _refuse_repeated(documents)
    wanted = {document.key: document for document in documents}
    mine = {key: d for key, d in wanted.items() if not _shared(d.spec, held.get(key), owner)}
    _refuse_taken(owner, mine, held)
    ops: list[Op] = []
    changes = [_change(key, "unchanged") for key in wanted.keys() - mine.keys()]
    for key, document in mine.items():
        op, change = _put(structs.replace(document, owner=owner), held.get(key))
        ops += [op] if op else []
        changes.append(change)
    for key, found in held.items() if prune else ():
        if found.document.owner == owner and key not in wanted:
            ops.append(Delete(document_key(key), found.revision))
            changes.append(_change(key, "delete"))
    return Plan(tuple(ops), tuple(sorted(changes, key=lambda c: (c.kind, c.name))))


def deleted(key: Key, owner: str | None, held: Mapping[Key, Held]) -> Plan:
    """What deletes one document; with *owner*, only if it is theirs."""
    found = _found(key, held)
    if owner is not None and found.document.owner != owner:
        raise OwnedByAnother(owner, [(key, found.document.owner)])
    return Plan((Delete(document_key(key), found.revision),), (_change(key, "delete"),))


def scaled(key: Key, instances: int, held: Mapping[Key, Held]) -> Plan:
    """What gives the Run *key* so many instances."""
    run = _run(key, held)
    if run.address is not None:
        raise NotScalable(
            f"{key.name} can't be scaled", why=f"someone else runs it, at {run.address}"
        )
    if instances < 0:
        raise NotScalable(f"{key.name} can't have {instances} instances", fix="0 or more")
    if run.port is not None and instances > 1:
        raise NotScalable(
            f"{key.name} can't have {instances} instances",
            why=f"all of them would listen on port {run.port}",
            fix="leave out `port`: Weft then picks a port for each and passes it as PORT",
        )
    return _changed(structs.replace(run, instances=instances), held)


def restarted(key: Key, held: Mapping[Key, Held]) -> Plan:
    """What has every instance of the Run *key* replaced, one after another."""
    run = _run(key, held)
    return _changed(structs.replace(run, restarts=run.restarts + 1), held)


def _changed(run: Run, held: Mapping[Key, Held]) -> Plan:
    found = _found(Document(run).key, held)
    op, change = _put(structs.replace(found.document, spec=run), found, keep_restarts=False)
    return Plan((op,) if op else (), (change,))


def _put(
    document: Document, found: Held | None, *, keep_restarts: bool = True
) -> tuple[Op | None, Change]:
    key = document.key
    if found is None:
        put = Put(document_key(key), encode(document), if_revision=0)
        return put, _change(key, "create")
    before = found.document
    if keep_restarts and isinstance(document.spec, Run) and isinstance(before.spec, Run):
        # `weft restart` counts these; a file says nothing of them.
        spec = structs.replace(document.spec, restarts=before.spec.restarts)
        document = structs.replace(document, spec=spec)
    if document == before:
        return None, _change(key, "unchanged")
    put = Put(document_key(key), encode(document), if_revision=found.revision)
    if document.spec == before.spec:  # it only moved in its file
        return put, _change(key, "unchanged")
    return put, _change(key, "update", differences(before.spec, document.spec))


def _change(
    key: Key,
    action: Literal["create", "update", "delete", "unchanged"],
    details: tuple[str, ...] = (),
) -> Change:
    return Change(key.kind, key.name, action, details)


def _shared(spec: Spec, found: Held | None, owner: str) -> bool:
    """The mesh is everyone's: a second owner may name it, and say no more than is held."""
    if found is None or found.document.owner == owner or not isinstance(spec, Mesh):
        return False
    before = found.document.spec
    return spec == before or (isinstance(before, Mesh) and spec == Mesh(before.name))


def _refuse_repeated(documents: Sequence[Document]) -> None:
    counts = Counter(document.key for document in documents)
    if twice := [key for key, count in counts.items() if count > 1]:
        raise NamedTwice(twice)


def _refuse_taken(owner: str, mine: Iterable[Key], held: Mapping[Key, Held]) -> None:
    holders = [(key, held[key].document.owner) for key in mine if key in held]
    if taken := [(key, holder) for key, holder in holders if holder != owner]:
        raise OwnedByAnother(owner, sorted(taken))


def _found(key: Key, held: Mapping[Key, Held]) -> Held:
    found = held.get(key)
    if found is None:
        raise NoSuchDocument(key)
    return found


def _run(key: Key, held: Mapping[Key, Held]) -> Run:
    spec = _found(key, held).document.spec
    if not isinstance(spec, Run):
        raise NotScalable(f"{key} is not a run of a service", fix="name a service")
    return spec
