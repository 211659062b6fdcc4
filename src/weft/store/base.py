"""The contract of a store: keys and values at revisions, with watches and leases.

    write(ops)            ->  one new revision, or a refusal and no change
    watch(prefix, from)   ->  every revision since, in order, each exactly once

The semantics are those of etcd's KV, Watch and Lease calls, so that an embedded
file and a cluster can stand behind the same callers. One suite of tests holds
every store to this text. Refuses to know what keys and values mean.

Guarantees
- Atomic: all operations of a `write` become visible together, or none does.
- Durable: a write that returned survives the death of process and machine.
- Ordered: every change has a revision, one more than the one before; a read
  that starts after a write returned sees it.
- A watch is ordered, unique, atomic (a revision is never split), reliable (no
  revision is left out) and resumable from any revision that isn't compacted.
- A lease outlives its TTL only if it is renewed, the store was restarted, or
  the store itself stood still: its own pause never expires anyone.
"""

from collections.abc import AsyncIterator, Sequence
from typing import ClassVar, Final, Protocol

from msgspec import Struct

from weft.errors import WeftError

MAX_KEY: Final = 1024  # characters
MAX_VALUE: Final = 1024 * 1024  # bytes: well below what one message of a stream may hold
MAX_OPS: Final = 10_000  # operations of one write


class Entry(Struct, frozen=True):
    """A key as it stands: *created* and *revision* are when it was made and last written."""

    key: str
    value: bytes
    created: int
    revision: int
    lease: str | None = None


class Change(Struct, frozen=True):
    """What a revision did to one key; no entry means that it is gone."""

    key: str
    entry: Entry | None


class Batch(Struct, frozen=True):
    """All changes of one revision, in the order of its operations, and when it was written."""

    revision: int
    at: float  # Unix time, for people; never for deciding what came first
    changes: tuple[Change, ...]


class Listing(Struct, frozen=True):
    """Entries in key order, as they stood at one revision: watch from the next one."""

    revision: int
    entries: tuple[Entry, ...]


class Put(Struct, frozen=True):
    """Write *key*. It belongs to *lease* from now on, and to no lease without one.

    *if_revision* is the revision that the key must have been last written at;
    0: it must not exist; None: no matter.
    """

    key: str
    value: bytes
    lease: str | None = None
    if_revision: int | None = None


class Delete(Struct, frozen=True):
    """Remove *key*; where there is none, nothing happens and no revision is made."""

    key: str
    if_revision: int | None = None


class Check(Struct, frozen=True):
    """Change nothing, but refuse the whole write unless *key* is at *if_revision*."""

    key: str
    if_revision: int


Op = Put | Delete | Check


class Store(Protocol):
    """Keys and values at revisions."""

    @property
    def revision(self) -> int:
        """The newest revision that has been announced to watches; 0 for a store never written."""
        ...

    async def get(self, key: str) -> Entry | None:
        """The entry under *key*, or None."""
        ...

    async def list(self, prefix: str) -> Listing:
        """Every entry whose key starts with *prefix*, in key order, at one revision."""
        ...

    async def write(self, ops: Sequence[Op]) -> int:
        """Carry out all of *ops* at one new revision, which is returned.

        Each key may stand in *ops* once. Raises `Conflict` when a condition
        doesn't hold, `LeaseUnknown` when a lease is gone, `StoreFull`, `StoreSlow`
        or `StoreFailed`; after `StoreSlow` the write may still happen, after
        the others nothing has changed. Ops that change nothing (deleting what
        isn't there) make no revision; then the newest one is returned.
        """
        ...

    async def put(
        self, key: str, value: bytes, *, if_revision: int | None = None, lease: str | None = None
    ) -> int:
        """`write` of one `Put`."""
        ...

    async def delete(self, key: str, *, if_revision: int | None = None) -> int:
        """`write` of one `Delete`."""
        ...

    def watch(self, prefix: str, from_revision: int) -> AsyncIterator[Batch]:
        """Every revision from *from_revision* on that touches *prefix*, as one batch each.

        Batches hold only the changes under *prefix*. Never ends by itself.
        Raises `Compacted` when a revision that is needed is no longer kept:
        list again, and watch from there. A slow reader delays nobody and
        misses nothing.
        """
        ...

    async def history(self, key: str, limit: int = 100) -> tuple[Batch, ...]:
        """The newest *limit* changes of one key that are still kept, newest first."""
        ...

    async def grant(self, ttl_s: float) -> str:
        """A new lease; keys put under it are deleted when it isn't renewed for *ttl_s*."""
        ...

    async def renew(self, lease: str) -> float:
        """Give *lease* its full TTL again, which is returned. Raises `LeaseUnknown`.

        Writes nothing, so it also works while the disk is full or slow.
        """
        ...

    async def revoke(self, lease: str) -> int:
        """End *lease* and delete its keys, at one revision. Raises `LeaseUnknown`."""
        ...

    async def close(self) -> None:
        """Finish what was asked, and let go of everything. Watches raise `StoreClosed`."""
        ...


class Conflict(WeftError):
    """A key was not at the revision that the write asked for."""

    code: ClassVar[str] = "store-conflict"

    def __init__(self, key: str, *, expected: int, found: int) -> None:
        super().__init__(
            f"{key} was changed by someone else",
            why=f"it is at revision {found}, and the write was meant for {expected} (0: no entry)",
            fix="read it again and repeat the change",
        )
        self.key = key
        self.expected = expected
        self.found = found


class Compacted(WeftError):
    """A watch asked for revisions that are no longer kept."""

    code: ClassVar[str] = "store-compacted"

    def __init__(self, *, asked: int, oldest: int) -> None:
        super().__init__(
            f"revision {asked} is no longer kept",
            why=f"the oldest revision that can be watched is {oldest}",
            fix="list everything and watch from the revision of the listing",
        )
        self.asked = asked
        self.oldest = oldest


class LeaseUnknown(WeftError):
    """A lease that never was, has expired, or was revoked."""

    code: ClassVar[str] = "lease-unknown"

    def __init__(self, lease: str) -> None:
        super().__init__(
            f"lease {lease} is not known",
            why="it was not renewed in time, or it was given up",
            fix="ask for a new lease and register again",
        )
        self.lease = lease


class StoreFull(WeftError):
    """No space for a write; reads and leases go on."""

    code: ClassVar[str] = "store-full"

    def __init__(self, path: str) -> None:
        super().__init__(
            "the store has no space for this change; nothing was changed",
            why=f"the disk that holds {path} is full",
            fix="free space on that disk; writes work again by themselves",
        )


class StoreSlow(WeftError):
    """A write took too long; whether it happens is not known yet."""

    code: ClassVar[str] = "store-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the store did not confirm this change within {seconds:g} s; it may still happen",
            why="the disk answers slowly",
            fix="look at what is stored before you repeat the change",
        )


class StoreFailed(WeftError):
    """The file or disk below the store refused."""

    code: ClassVar[str] = "store-failed"

    def __init__(self, path: str, *, why: str) -> None:
        super().__init__(
            f"the store {path} could not be used",
            why=why,
            fix="check the disk and the permissions of that file and of its directory",
        )


class StoreClosed(WeftError):
    """The store was closed while it was in use."""

    code: ClassVar[str] = "store-closed"

    def __init__(self) -> None:
        super().__init__("the store is closed", why="its process is ending")


class TooLarge(WeftError):
    """A key, a value or a write beyond the store's limits."""

    code: ClassVar[str] = "store-too-large"

    def __init__(self, what: str, *, limit: str) -> None:
        super().__init__(f"{what} is too large to be stored", why=f"the limit is {limit}")


def refuse_bad_ops(ops: Sequence[Op]) -> None:
    """Refuse what no store takes; raises `TooLarge`, or ValueError for a mistake of the caller."""
    if len(ops) > MAX_OPS:
        raise TooLarge(f"a change of {len(ops)} entries", limit=f"{MAX_OPS} entries")
    seen = set[str]()
    for op in ops:
        if not op.key or not op.key.isprintable() or op.key in seen:
            raise ValueError(f"empty, unprintable or repeated key: {op.key!r}")
        seen.add(op.key)
        if len(op.key) > MAX_KEY:
            raise TooLarge(f"the key {op.key[:40]}…", limit=f"{MAX_KEY} characters")
        if isinstance(op, Put) and len(op.value) > MAX_VALUE:
            raise TooLarge(f"{op.key} ({len(op.value)} bytes)", limit=f"{MAX_VALUE} bytes")
