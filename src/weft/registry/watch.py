"""The registry: one store, followed as snapshots, and written to by its rules.

    Store  ->  Registry  ->  snapshot, changes()
    documents and instances  ->  one atomic write each

Follows the store's watch and folds it (`fold`); what a write may be is decided
by `plan` and `presence`, which are pure. A write returns once the snapshot holds
it. Refuses to know who asks: people and hosts are told apart in the server.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from typing import Final
from weakref import WeakSet

from msgspec import Struct

from weft.model.catalog import Instance
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot
from weft.registry import fold, plan, presence
from weft.registry.changes import Changes
from weft.registry.fold import Changed
from weft.registry.plan import Change, Held, Plan
from weft.registry.presence import InstanceTaken, Present, Roster
from weft.store.base import (
    Batch,
    Compacted,
    Conflict,
    Delete,
    LeaseUnknown,
    Op,
    Store,
    StoreClosed,
)
from weft.store.base import Change as StoreChange

#: A plan that others overtook is made anew so often.
ATTEMPTS: Final = 8


class Applied(Struct, frozen=True):
    """What an apply did, or would do, and the revision at which that is so."""

    revision: int
    changes: tuple[Change, ...]


class Past(Struct, frozen=True):
    """A document as it was written at a revision; None: it was deleted there."""

    revision: int
    at: float  # Unix time; 0 where it isn't known
    document: Document | None


class Registry:
    """What is known of the mesh. Made for one event loop; `start` before anything else."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._snapshot = Snapshot()
        self._documents: dict[Key, Held] = {}
        self._roster = Roster()
        self._consumers: WeakSet[Changes] = WeakSet()
        self._moved = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._failure: BaseException | None = None

    async def start(self) -> None:
        """Load everything, and follow the store from there; raises what the store raises.

        Raises `Unreadable` for a document that this Weft can't read: to go on
        without it would take it from every proxy.
        """
        await self._forget_unreadable_instances()
        await self._load()
        for consumer in self._consumers:
            consumer.add(frozenset())  # the first snapshot comes, even if it is empty
        self._following = asyncio.create_task(self._follow(), name="registry")
        self._following.add_done_callback(self._ended)

    async def close(self) -> None:
        """Stop following. The store stays its owner's to close."""
        if self._following:
            self._following.cancel()
            with contextlib.suppress(BaseException):
                await self._following

    @property
    def snapshot(self) -> Snapshot:
        """All that is known, at one revision."""
        return self._snapshot

    def changes(self) -> Changes:
        """A new consumer of snapshots; nothing that comes after this call is missed."""
        consumer = Changes(lambda: self._snapshot)
        self._consumers.add(consumer)
        if self._failure:
            consumer.fail(self._failure)
        elif self._following:
            consumer.add(fold.names(self._snapshot))
        return consumer

    # Documents

    async def plan(
        self, owner: str, documents: Iterable[Document], *, prune: bool = True
    ) -> Applied:
        """What `apply` would do, without doing it; refused for the same reasons."""
        made = plan.planned(owner, documents, self._documents, prune=prune)
        return Applied(self._snapshot.revision, made.changes)

    async def apply(
        self, owner: str, documents: Iterable[Document], *, prune: bool = True
    ) -> Applied:
        """Make the documents of *owner* those given, all at one revision or not at all.

        With *prune*, those that *owner* held and no longer names are removed.
        Raises `OwnedByAnother`, `NamedTwice`, or what the store refuses with.
        """
        given = tuple(documents)
        return await self._carry_out(
            lambda: plan.planned(owner, given, self._documents, prune=prune)
        )

    async def delete(self, key: Key, owner: str | None = None) -> Applied:
        """Remove one document; with *owner*, only if it is theirs."""
        return await self._carry_out(lambda: plan.deleted(key, owner, self._documents))

    async def set_instances(self, key: Key, instances: int) -> Applied:
        """Give the Run *key* so many instances, until its owner says otherwise."""
        return await self._carry_out(lambda: plan.scaled(key, instances, self._documents))

    async def restart(self, key: Key) -> Applied:
        """Have every instance of the Run *key* replaced, one after another."""
        return await self._carry_out(lambda: plan.restarted(key, self._documents))

    async def history(self, key: Key, limit: int = 100) -> tuple[Past, ...]:
        """What is still known of a document's past, newest first."""
        batches = await self._store.history(fold.document_key(key), limit)
        return tuple(
            Past(
                batch.revision, batch.at, fold.read_document(change.entry) if change.entry else None
            )
            for batch in batches
            for change in batch.changes
        )

    # Hosts and their instances

    async def join(self, host: str, ttl_s: float) -> str:
        """A lease for *host*; reports under an older one are refused from now on."""
        lease = await self._store.grant(ttl_s)
        self._roster.join(host, lease)
        return lease

    async def renew(self, lease: str) -> None:
        """The host of *lease* is there. Raises `LeaseUnknown`: it must join again."""
        await self._store.renew(lease)

    async def put_instances(
        self, lease: str, host: str, instances: Iterable[Instance]
    ) -> tuple[InstanceTaken, ...]:
        """Make the instances of *host* those given; returns the ones that were refused.

        Writes only differences. Raises `LeaseUnknown` for a lease that has
        ended, or that isn't the newest of *host*: it must join again.
        """
        given = tuple(instances)
        refused: tuple[InstanceTaken, ...] = ()

        def report() -> tuple[Op, ...]:
            nonlocal refused
            if self._roster.leases.get(host, lease) != lease:
                raise LeaseUnknown(lease)
            made = presence.reported(self._roster, host, lease, given)
            refused = made.refused
            return made.ops

        await self._write(report)
        return refused

    async def remove_instances(
        self, lease: str, instances: Iterable[Instance] | None = None
    ) -> None:
        """Remove *instances* of *lease*, or without them end the lease and all that is under it.

        What is held in a newer generation, or under another lease, stays.
        """
        if instances is None:
            await self._reached(await self._store.revoke(lease))
            return
        given = tuple(instances)
        await self._write(lambda: presence.removed(self._roster, lease, given))

    # Writing and following

    async def _carry_out(self, make: Callable[[], Plan]) -> Applied:
        changes: tuple[Change, ...] = ()

        def ops() -> tuple[Op, ...]:
            nonlocal changes
            made = make()
            changes = made.changes
            return made.ops

        revision = await self._write(ops)
        return Applied(revision, changes)

    async def _write(self, make: Callable[[], tuple[Op, ...]]) -> int:
        for attempt in range(1, ATTEMPTS + 1):
            ops = make()
            if not ops:
                return self._snapshot.revision
            try:
                revision = await self._store.write(ops)
            except Conflict:
                if attempt == ATTEMPTS:
                    raise
                await self._reached(self._store.revision)
            else:
                await self._reached(revision)
                return revision
        raise AssertionError("the last attempt returns or raises")

    async def _reached(self, revision: int) -> None:
        while self._snapshot.revision < revision:
            if self._failure:
                raise self._failure
            await self._moved.wait()

    async def _follow(self) -> None:
        while True:
            try:
                async for batch in self._store.watch("", self._snapshot.revision + 1):
                    self._fold(batch)
            except Compacted:
                await self._load()

    def _ended(self, following: asyncio.Task[None]) -> None:
        failure = None if following.cancelled() else following.exception()
        self._failure = failure or StoreClosed()
        for consumer in self._consumers:
            consumer.fail(self._failure)
        self._wake()

    async def _forget_unreadable_instances(self) -> None:
        """Another Weft may have spelled them otherwise; their hosts will report them anew."""
        entries = (await self._store.list(fold.INSTANCES)).entries
        if unreadable := [each for each in entries if not fold.holds_instance(each)]:
            await self._store.write([Delete(each.key, each.revision) for each in unreadable])

    async def _load(self) -> None:
        listing = await self._store.list("")
        before, self._snapshot = self._snapshot, fold.loaded(listing)
        joined, self._documents, self._roster = self._roster.leases, {}, Roster()
        for entry in listing.entries:
            self._hold(StoreChange(entry.key, entry))
        self._roster.recall(joined)
        self._announce(fold.changed(before, self._snapshot))

    def _fold(self, batch: Batch) -> None:
        self._snapshot, names = fold.folded(self._snapshot, batch)
        for change in batch.changes:
            self._hold(change)
        self._announce(names)

    def _hold(self, change: StoreChange) -> None:
        """Remember at which revision the store has an entry, and under which lease."""
        key, entry = change.key, change.entry
        if key.startswith(fold.INSTANCES):
            if entry:
                instance = fold.read_instance(entry)
                self._roster.put(key, Present(instance, entry.revision, entry.lease))
            else:
                self._roster.drop(key)
        elif key.startswith(fold.DOCUMENTS):
            if entry:
                document = fold.read_document(entry)
                self._documents[document.key] = Held(document, entry.revision)
            else:
                self._documents.pop(fold.document_of(key), None)

    def _announce(self, names: Changed) -> None:
        if names:
            for consumer in self._consumers:
                consumer.add(names)
        self._wake()

    def _wake(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
