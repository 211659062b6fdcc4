"""The newest batches in memory, shared by all watches of a store.

    publish(batches)  ->  since(revision), reached(revision)

A watch is only a revision that it has come to; there is no queue for each of
them, so a slow one costs no memory and delays nobody. One that fell behind what
is kept here reads the store's log instead. Refuses to know of logs and prefixes.
"""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final

from weft.store.base import Batch, StoreClosed

KEEP_BATCHES: Final = 1024
KEEP_BYTES: Final = 16 * 1024 * 1024


class Feed:
    """A window over the newest revisions; its batches are consecutive."""

    def __init__(self, newest: int) -> None:
        self.newest = newest
        self._batches: dict[int, Batch] = {}
        self._bytes = 0
        self._grown = asyncio.Event()
        self._closed = False

    def publish(self, batches: Iterable[Batch]) -> None:
        """Append *batches*, which follow `newest` without a gap, and wake every watch."""
        for batch in batches:
            self._batches[batch.revision] = batch
            self._bytes += _size(batch)
            self.newest = batch.revision
        while len(self._batches) > KEEP_BATCHES or self._bytes > KEEP_BYTES:
            self._bytes -= _size(self._batches.pop(next(iter(self._batches))))
        self._wake()

    def since(self, revision: int) -> Sequence[Batch] | None:
        """The batches from *revision* on; None if the first of them is no longer here."""
        if revision > self.newest:
            return []
        if revision not in self._batches:
            return None
        return [self._batches[number] for number in range(revision, self.newest + 1)]

    async def reached(self, revision: int) -> None:
        """Wait until *revision* has been published. Raises `StoreClosed`."""
        while self.newest < revision and not self._closed:
            await self._grown.wait()
        if self._closed:
            raise StoreClosed

    def close(self) -> None:
        """End every wait."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        grown, self._grown = self._grown, asyncio.Event()
        grown.set()


def _size(batch: Batch) -> int:
    return sum(len(change.entry.value) for change in batch.changes if change.entry)
