"""What may be done to the tables, as steps of one open transaction.

    Transaction(connection, revision).write(ops)  ->  the new revision, and a Batch

Invariant: a step that refuses (`Conflict`, `LeaseUnknown`) has changed nothing,
so that the steps of many callers can share one transaction. Refuses to know of
threads, commits and watches.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from weft.store.base import Batch, Change, Conflict, Delete, Entry, LeaseUnknown, Op, Put

_ENTRY: Final = "SELECT key, value, created, revision, lease FROM entries"


class Transaction:
    """Steps that are committed together, each with a revision of its own."""

    def __init__(self, connection: sqlite3.Connection, revision: int, at: float) -> None:
        self.revision = revision
        self.batches: list[Batch] = []
        self._connection = connection
        self._began_at = revision
        self._at = at

    def write(self, ops: Sequence[Op]) -> int:
        """Carry out *ops* at one new revision, if their conditions and leases hold."""
        found = {op.key: self._find(op.key) for op in ops}
        _refuse_conflicts(ops, found)
        self._refuse_unknown_leases(ops)
        revision = self.revision + 1
        changes: list[Change] = []
        for op in ops:
            before = found[op.key]
            if isinstance(op, Put):
                created = before.created if before else revision
                entry = Entry(op.key, op.value, created, revision, op.lease)
                changes.append(Change(op.key, entry))
            elif isinstance(op, Delete) and before:
                changes.append(Change(op.key, None))
        return self._make(changes)

    def grant(self, id: str, ttl_s: float) -> None:
        """Remember the lease *id*."""
        self._connection.execute("INSERT INTO leases VALUES (?, ?)", (id, ttl_s))

    def revoke(self, id: str) -> int:
        """End the lease *id* and delete its keys at one revision."""
        self._refuse_unknown_lease(id)
        keys = self._connection.execute(
            "SELECT key FROM entries WHERE lease = ? ORDER BY key", (id,)
        ).fetchall()
        revision = self._make([Change(key, None) for (key,) in keys])
        self._connection.execute("DELETE FROM leases WHERE id = ?", (id,))
        return revision

    def compact(self, *, keep: int, since: float, most: int) -> None:
        """Forget changes before the newest *keep* revisions or before *since*, *most* at a time."""
        compacted = upto = self.compacted()
        rows = self._connection.execute(
            "SELECT revision, at FROM changes ORDER BY id LIMIT ?", (most,)
        )
        for revision, at in rows:
            if revision > self.revision - keep and at >= since:
                break
            upto = revision
        if upto > compacted:
            self._connection.execute("DELETE FROM changes WHERE revision <= ?", (upto,))
            self._set("compacted", upto)

    def compacted(self) -> int:
        """The newest revision that is no longer kept."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = 'compacted'").fetchone()
        return int(row[0])

    def finish(self) -> None:
        """Write down the revision that the steps have come to."""
        if self.revision != self._began_at:
            self._set("revision", self.revision)

    def _make(self, changes: list[Change]) -> int:
        if not changes:
            return self.revision
        self.revision += 1
        self._connection.executemany(
            "INSERT INTO entries (key, value, created, revision, lease) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value,"
            " revision = excluded.revision, lease = excluded.lease",
            [(e.key, e.value, e.created, e.revision, e.lease) for c in changes if (e := c.entry)],
        )
        self._connection.executemany(
            "DELETE FROM entries WHERE key = ?", [(c.key,) for c in changes if not c.entry]
        )
        self._connection.executemany(
            "INSERT INTO changes (revision, key, value, created, lease, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [self._logged(change) for change in changes],
        )
        self.batches.append(Batch(self.revision, self._at, tuple(changes)))
        return self.revision

    def _logged(self, change: Change) -> tuple[object, ...]:
        if entry := change.entry:
            return (self.revision, entry.key, entry.value, entry.created, entry.lease, self._at)
        return (self.revision, change.key, None, None, None, self._at)

    def _find(self, key: str) -> Entry | None:
        row = self._connection.execute(f"{_ENTRY} WHERE key = ?", (key,)).fetchone()
        return Entry(*row) if row else None

    def _refuse_unknown_leases(self, ops: Iterable[Op]) -> None:
        for lease in {op.lease for op in ops if isinstance(op, Put) and op.lease is not None}:
            self._refuse_unknown_lease(lease)

    def _refuse_unknown_lease(self, id: str) -> None:
        if not self._connection.execute("SELECT 1 FROM leases WHERE id = ?", (id,)).fetchone():
            raise LeaseUnknown(id)

    def _set(self, name: str, value: int) -> None:
        self._connection.execute("UPDATE meta SET value = ? WHERE name = ?", (value, name))


def _refuse_conflicts(ops: Iterable[Op], found: dict[str, Entry | None]) -> None:
    for op in ops:
        before = found[op.key]
        revision = before.revision if before else 0
        if op.if_revision is not None and op.if_revision != revision:
            raise Conflict(op.key, expected=op.if_revision, found=revision)
