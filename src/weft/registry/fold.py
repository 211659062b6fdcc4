"""Fold: what the store says, as a snapshot.

    Listing            ->  loaded()   ->  Snapshot
    Snapshot, Batch    ->  folded()   ->  Snapshot, what changed in it
    Snapshot, Snapshot ->  changed()  ->  what differs

Pure. Here alone is it known how keys of the store are spelled. Refuses to know
where batches come from and who reads snapshots.

Invariant: a new snapshot shares with the one before whatever didn't change.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar, Final, TypeVar, cast

import msgspec

from weft.errors import WeftError
from weft.model.catalog import Instance
from weft.model.document import Document, Key, Kind
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.wire import decode
from weft.store.base import Batch, Change, Entry, Listing

DOCUMENTS: Final = "documents/"
INSTANCES: Final = "instances/"

#: A document by its key, an instance by its name: `default/orders/orders-1`.
Changed = frozenset[Key | str]
_Group = tuple[Instance, ...]
T = TypeVar("T")


class Unreadable(WeftError):
    """An entry of the store that this Weft can't read."""

    code: ClassVar[str] = "registry-unreadable"

    def __init__(self, key: str, *, why: str) -> None:
        super().__init__(
            f"the stored {key} cannot be read",
            why=why,
            fix="a newer Weft may have written it: run that one",
        )


def document_key(key: Key) -> str:
    """Where the store keeps the document *key*."""
    return f"{DOCUMENTS}{key}"


def document_of(key: str) -> Key:
    """The document that the store keeps under *key*."""
    kind, _, name = key.removeprefix(DOCUMENTS).partition("/")
    return Key(cast("Kind", kind), name)


def instance_name(service: Name, id: str) -> str:
    """What an instance is called in the whole mesh: `default/orders/orders-1`."""
    return f"{service.key}/{id}"


def instance_key(instance: Instance) -> str:
    """Where the store keeps *instance*."""
    return INSTANCES + instance_name(instance.service, instance.id)


def read_document(entry: Entry) -> Document:
    """The document in *entry*; raises `Unreadable`."""
    return _read(entry, Document)


def read_instance(entry: Entry) -> Instance:
    """The instance in *entry*; raises `Unreadable`."""
    return _read(entry, Instance)


def holds_instance(entry: Entry) -> bool:
    """Whether *entry* is an instance under its own name."""
    try:
        return instance_key(read_instance(entry)) == entry.key
    except Unreadable:
        return False


def loaded(listing: Listing) -> Snapshot:
    """The snapshot of everything in *listing*."""
    everything = Batch(listing.revision, 0, tuple(Change(e.key, e) for e in listing.entries))
    return folded(Snapshot(), everything)[0]


def folded(snapshot: Snapshot, batch: Batch) -> tuple[Snapshot, Changed]:
    """*snapshot* with *batch* carried out, and what is different in it."""
    documents: dict[Key, Document | None] = {}
    instances: dict[Name, dict[str, Instance | None]] = defaultdict(dict)
    for change in batch.changes:
        entry = change.entry
        if change.key.startswith(DOCUMENTS):
            documents[document_of(change.key)] = read_document(entry) if entry else None
        elif change.key.startswith(INSTANCES):
            service, instance_id = _instance_of(change.key)
            instances[service][instance_id] = read_instance(entry) if entry else None
    after = replace(
        snapshot,
        revision=batch.revision,
        documents=_with_documents(snapshot.documents, documents),
        instances=_with_instances(snapshot.instances, instances),
    )
    touched = {instance_name(name, known) for name, group in instances.items() for known in group}
    return after, _different(snapshot, after, documents, touched)


def changed(before: Snapshot, after: Snapshot) -> Changed:
    """What differs between two snapshots."""
    return _different(
        before,
        after,
        before.documents.keys() | after.documents.keys(),
        _instances(before).keys() | _instances(after).keys(),
    )


def names(snapshot: Snapshot) -> Changed:
    """Everything that *snapshot* holds."""
    return changed(Snapshot(), snapshot)


def _with_documents(
    documents: Mapping[Key, Document], changes: Mapping[Key, Document | None]
) -> Mapping[Key, Document]:
    if not changes:
        return documents
    merged = {**documents, **changes}
    return {key: document for key, document in merged.items() if document is not None}


def _with_instances(
    instances: Mapping[Name, _Group], changes: Mapping[Name, Mapping[str, Instance | None]]
) -> Mapping[Name, _Group]:
    if not changes:
        return instances
    groups = dict(instances)
    for service, changed_ids in changes.items():
        merged = {i.id: i for i in groups.pop(service, ())} | dict(changed_ids)
        group = tuple(instance for _, instance in sorted(merged.items()) if instance is not None)
        if group:
            groups[service] = group
    return groups


def _different(
    before: Snapshot, after: Snapshot, keys: Iterable[Key], touched: Iterable[str]
) -> Changed:
    documents = {k for k in keys if before.documents.get(k) != after.documents.get(k)}
    touched = set(touched)
    if not touched:
        return frozenset(documents)
    services = {_service_of(name) for name in touched}
    old, new = _instances(before, services), _instances(after, services)
    return frozenset(documents | {name for name in touched if old.get(name) != new.get(name)})


def _instances(snapshot: Snapshot, services: Iterable[Name] | None = None) -> dict[str, Instance]:
    groups = snapshot.instances
    return {
        instance_name(service, instance.id): instance
        for service in (groups if services is None else services)
        for instance in groups.get(service, ())
    }


def _instance_of(key: str) -> tuple[Name, str]:
    name = key.removeprefix(INSTANCES)
    return _service_of(name), name.rpartition("/")[2]


def _service_of(name: str) -> Name:
    namespace, service, _ = name.split("/", 2)
    return Name(service, namespace)


def _read(entry: Entry, type: type[T]) -> T:
    try:
        return decode(entry.value, type)
    except msgspec.MsgspecError as error:
        raise Unreadable(entry.key, why=str(error)) from error
