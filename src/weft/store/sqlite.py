"""The embedded store: one SQLite file, used by exactly one process.

    SQLiteStore.open(path)  ->  a Store

Writes go through the one writing connection (`writer`), reads through another
that can't write, watches through memory and, where that is too short, the log
of changes. Refuses to know what is stored.
"""

import asyncio
import contextlib
import secrets
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from weft.store.base import (
    Batch,
    Change,
    Compacted,
    Delete,
    Entry,
    LeaseUnknown,
    Listing,
    Op,
    Put,
    StoreClosed,
    StoreFailed,
    StoreFull,
    StoreSlow,
    refuse_bad_ops,
)
from weft.store.feed import Feed
from weft.store.leases import LeaseTable
from weft.store.schema import Lock, open_database, open_for_reading
from weft.store.transaction import Transaction
from weft.store.writer import Writer

A = TypeVar("A")
T = TypeVar("T")
Rows = list[tuple[Any, ...]]

TICK_S: Final = 0.5  # how often leases are looked at
PATIENCE_S: Final = 10.0  # how long a caller waits for the disk
KEEP_REVISIONS: Final = 50_000
KEEP_S: Final = 30 * 24 * 3600.0
COMPACT_EVERY_S: Final = 60.0
COMPACT_ROWS: Final = 20_000  # at a time, so that no write waits long for it
PAGE_ROWS: Final = 1_000  # of the log that a watch reads at a time
_AFTER: Final = "\U0010ffff"  # sorts after every printable character
_ENTRY: Final = "SELECT key, value, created, revision, lease FROM entries"
_CHANGE: Final = "SELECT revision, at, key, value, created, lease FROM changes"


class SQLiteStore:
    """A `Store` in one file. Make it with `open`; it lives on the event loop that made it."""

    def __init__(
        self,
        path: Path,
        lock: Lock,
        connection: sqlite3.Connection,
        *,
        keep_revisions: int,
        keep_s: float,
        patience_s: float,
        monotonic: Callable[[], float],
        clock: Callable[[], float],
    ) -> None:
        self._path = path
        self._lock = lock
        self._connection = connection
        self._reader = open_for_reading(path)
        self._keep_revisions = keep_revisions
        self._keep_s = keep_s
        self._patience_s = patience_s
        self._monotonic = monotonic
        self._clock = clock
        self._leases = LeaseTable(TICK_S)
        self._leases.start(dict(self._read("SELECT id, ttl_s FROM leases")), monotonic())
        self._feed = Feed(self._stored("revision"))
        self._writer = Writer(connection, path=str(path), clock=clock, announce=self._feed.publish)
        self._ticking = asyncio.create_task(self._tick_forever(), name="store-ticker")
        self._ticking.add_done_callback(self._ticked_last)
        self._closed = False

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        keep_revisions: int = KEEP_REVISIONS,
        keep_s: float = KEEP_S,
        patience_s: float = PATIENCE_S,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
    ) -> Self:
        """Lock, check and open the file at *path*, or make it.

        Raises `StoreInUse`, `StoreCorrupt`, `StoreTooNew` or `StoreFailed`, and
        then leaves the file as it was.
        """
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = Lock(path)
        try:
            # The check reads the whole file, which may take a while.
            connection = await asyncio.to_thread(open_database, path)
        except BaseException:
            lock.release()
            raise
        return cls(
            path,
            lock,
            connection,
            keep_revisions=keep_revisions,
            keep_s=keep_s,
            patience_s=patience_s,
            monotonic=monotonic,
            clock=clock,
        )

    @property
    def revision(self) -> int:
        """The newest revision that has been announced to watches."""
        return self._feed.newest

    async def get(self, key: str) -> Entry | None:
        """The entry under *key*, or None."""
        rows = self._read(f"{_ENTRY} WHERE key = ?", (key,))
        return Entry(*rows[0]) if rows else None

    async def list(self, prefix: str) -> Listing:
        """Every entry whose key starts with *prefix*, at one revision."""
        return self._at_one_revision(self._listing, prefix)

    async def write(self, ops: Sequence[Op]) -> int:
        """Carry out all of *ops* at one new revision, or none of them."""
        refuse_bad_ops(ops)
        if not ops:
            return self.revision
        return await self._do(lambda transaction: transaction.write(ops))

    async def put(
        self, key: str, value: bytes, *, if_revision: int | None = None, lease: str | None = None
    ) -> int:
        """Write one key."""
        return await self.write([Put(key, value, lease, if_revision)])

    async def delete(self, key: str, *, if_revision: int | None = None) -> int:
        """Remove one key."""
        return await self.write([Delete(key, if_revision)])

    async def watch(self, prefix: str, from_revision: int) -> AsyncIterator[Batch]:
        """Every revision from *from_revision* on that touches *prefix*."""
        next_revision = from_revision
        while True:
            recent = self._feed.since(next_revision)
            if recent is None:
                recent = self._at_one_revision(self._logged, next_revision)
            for batch in recent:
                next_revision = batch.revision + 1
                if narrowed := _narrowed(batch, prefix):
                    yield narrowed
            await self._feed.reached(next_revision)

    async def history(self, key: str, limit: int = 100) -> tuple[Batch, ...]:
        """The newest *limit* changes of one key that are still kept, newest first."""
        rows = self._read(f"{_CHANGE} WHERE key = ? ORDER BY id DESC LIMIT ?", (key, limit))
        return tuple(_batches(rows))

    async def grant(self, ttl_s: float) -> str:
        """A new lease of *ttl_s*."""
        if ttl_s <= 0:
            raise ValueError(f"not a TTL: {ttl_s}")
        lease = secrets.token_hex(8)
        # Counted from now on, so that a caller who goes away leaves nothing that never ends.
        self._leases.grant(lease, ttl_s, self._monotonic())
        await self._do(lambda transaction: transaction.grant(lease, ttl_s))
        return lease

    async def renew(self, lease: str) -> float:
        """Give *lease* its full TTL again; writes nothing."""
        ttl_s = self._leases.renew(lease, self._monotonic())
        if ttl_s is None:
            raise LeaseUnknown(lease)
        return ttl_s

    async def revoke(self, lease: str) -> int:
        """End *lease* and delete its keys."""
        revision = await self._do(lambda transaction: transaction.revoke(lease))
        self._leases.forget(lease)
        return revision

    async def close(self) -> None:
        """Finish what was asked, and let go of the file."""
        if self._closed:
            return
        self._closed = True
        self._ticking.cancel()
        await asyncio.wait([self._ticking])
        await self._writer.close()
        self._feed.close()
        # The writing connection goes last: it then folds the write-ahead log
        # into the file, which the other one could not.
        self._reader.close()
        self._connection.close()
        self._lock.release()

    async def _do(self, step: Callable[[Transaction], T]) -> T:
        try:
            async with asyncio.timeout(self._patience_s):
                return await self._writer.submit(step)
        except TimeoutError:
            raise StoreSlow(self._patience_s) from None

    async def _tick_forever(self) -> None:
        compacted = self._monotonic()
        while True:
            await asyncio.sleep(TICK_S)
            now = self._monotonic()
            await asyncio.gather(*map(self._expire, self._leases.tick(now)))
            if self._has_grown() or now - compacted > COMPACT_EVERY_S:
                compacted = now
                await self._compact()

    def _has_grown(self) -> bool:
        try:
            return self.revision - self._stored("compacted") > self._keep_revisions * 5 // 4
        except StoreFailed:
            return False  # a disk that cannot be read now must not keep leases from ending

    def _ticked_last(self, ticking: asyncio.Task[None]) -> None:
        if not ticking.cancelled() and ticking.exception():
            # A bug of ours: leases would live for ever, so whoever watches hears that it is over.
            self._feed.close()

    async def _expire(self, lease: str) -> None:
        # Waits as long as the disk takes. The next tick then comes late, which
        # is a stall of ours: nobody else expires meanwhile.
        try:
            await self._writer.submit(lambda transaction: transaction.revoke(lease))
        except (StoreFull, StoreFailed):
            self._leases.keep(lease)
            return
        except LeaseUnknown:
            pass  # its grant never came to the disk
        self._leases.forget(lease)

    async def _compact(self) -> None:
        keep, since = self._keep_revisions, self._clock() - self._keep_s
        with contextlib.suppress(StoreFull, StoreFailed):  # then the log stays long for a while
            await self._writer.submit(
                lambda transaction: transaction.compact(keep=keep, since=since, most=COMPACT_ROWS)
            )

    def _listing(self, prefix: str) -> Listing:
        rows = self._read(
            f"{_ENTRY} WHERE key >= ? AND key < ? ORDER BY key", (prefix, prefix + _AFTER)
        )
        return Listing(self._stored("revision"), tuple(Entry(*row) for row in rows))

    def _logged(self, revision: int) -> Sequence[Batch]:
        """The batches from *revision* on, as many as fit on a page, from the log on disk."""
        compacted = self._stored("compacted")
        if revision <= compacted:
            raise Compacted(asked=revision, oldest=compacted + 1)
        rows = self._read(
            f"{_CHANGE} WHERE revision BETWEEN ? AND ? ORDER BY id",
            (revision, revision + PAGE_ROWS),
        )
        return tuple(_batches(rows))

    def _stored(self, name: str) -> int:
        return int(self._read("SELECT value FROM meta WHERE name = ?", (name,))[0][0])

    def _at_one_revision(self, read: Callable[[A], T], argument: A) -> T:
        self._read("BEGIN")
        try:
            return read(argument)
        finally:
            self._read("COMMIT")

    def _read(self, sql: str, arguments: tuple[object, ...] = ()) -> Rows:
        try:
            return self._reader.execute(sql, arguments).fetchall()
        except sqlite3.ProgrammingError:
            raise StoreClosed from None
        except sqlite3.Error as error:
            raise StoreFailed(str(self._path), why=str(error)) from error


def _batches(rows: Rows) -> Iterator[Batch]:
    """One batch for each revision of *rows*, which are of `_CHANGE` and in one order."""
    for (revision, at), group in groupby(rows, key=itemgetter(0, 1)):
        yield Batch(revision, at, tuple(_change(row) for row in group))


def _change(row: tuple[Any, ...]) -> Change:
    revision, _, key, value, created, lease = row
    entry = None if value is None else Entry(key, value, created, revision, lease)
    return Change(key, entry)


def _narrowed(batch: Batch, prefix: str) -> Batch | None:
    """*batch* with the changes under *prefix* only; None if there are none."""
    changes = tuple(change for change in batch.changes if change.key.startswith(prefix))
    if len(changes) == len(batch.changes):
        return batch
    return Batch(batch.revision, batch.at, changes) if changes else None
