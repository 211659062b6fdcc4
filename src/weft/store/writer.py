"""The writer: one thread, one connection, many callers' steps in one commit.

    submit(step)  ->  a future that is done once the step is on the disk

While the disk is busy with one group of steps, the next group gathers; so a
hundred writers wait for a few syncs instead of a hundred. A group that fails is
taken apart and each of its steps tried alone, so that nobody pays for another.
Refuses to know what the steps do.
"""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from weft.errors import WeftError
from weft.store.base import Batch, StoreClosed, StoreFailed, StoreFull
from weft.store.transaction import Transaction

T = TypeVar("T")
_Future = asyncio.Future[Any]
_Asked = tuple[Callable[[Transaction], object], _Future]
_Answer = tuple[_Future, object]  # an exception is an answer too

MOST_STEPS: Final = 2_000  # of one commit, so that it stays below some tens of milliseconds


class Writer:
    """Carries out steps on a thread of its own; made and used on one event loop."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        path: str,
        clock: Callable[[], float],
        announce: Callable[[Iterable[Batch]], None],
    ) -> None:
        """*announce* is called on the loop with each commit's batches, before its callers' turn."""
        self._connection = connection
        self._path = path
        self._clock = clock
        self._announce = announce
        row = connection.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()
        self._revision = int(row[0])
        self._loop = asyncio.get_running_loop()
        self._asked: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="weft-store-writer", daemon=True)
        self._thread.start()

    def submit(self, step: Callable[[Transaction], T]) -> asyncio.Future[T]:
        """Have *step* carried out; the future holds its result, or what it was refused with."""
        if self._closed:
            raise StoreClosed
        future: asyncio.Future[T] = self._loop.create_future()
        self._asked.put((step, future))
        return future

    async def close(self) -> None:
        """Finish what was asked; the connection is the caller's again."""
        if not self._closed:
            self._closed = True
            self._asked.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        last = False
        while not last:
            group = [self._asked.get()]
            while len(group) < MOST_STEPS:
                try:
                    group.append(self._asked.get_nowait())
                except queue.Empty:
                    break
            last = None in group
            self._carry_out([asked for asked in group if asked])

    def _carry_out(self, group: list[_Asked]) -> None:
        try:
            answers, batches = self._commit(group)
        except Exception as error:  # noqa: BLE001  # the thread's top loop: every error is an answer
            self._roll_back()
            if len(group) > 1:
                for asked in group:
                    self._carry_out([asked])
                return
            answers, batches = [(future, self._in_words(error)) for _, future in group], []
        with contextlib.suppress(RuntimeError):  # the loop has ended, and everybody who asked
            self._loop.call_soon_threadsafe(self._deliver, answers, batches)

    def _commit(self, group: Iterable[_Asked]) -> tuple[list[_Answer], list[Batch]]:
        self._connection.execute("BEGIN IMMEDIATE")
        transaction = Transaction(self._connection, self._revision, self._clock())
        answers: list[_Answer] = []
        for step, future in group:
            try:
                answers.append((future, step(transaction)))
            except WeftError as refusal:
                answers.append((future, refusal))
        transaction.finish()
        self._connection.execute("COMMIT")
        self._revision = transaction.revision
        return answers, transaction.batches

    def _roll_back(self) -> None:
        # SQLite has done it itself after some errors. If this fails too, so does the next BEGIN.
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _in_words(self, error: Exception) -> Exception:
        if not isinstance(error, sqlite3.Error):
            return error
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return StoreFull(self._path)
        return StoreFailed(self._path, why=str(error))

    def _deliver(self, answers: Iterable[_Answer], batches: list[Batch]) -> None:
        if batches:
            self._announce(batches)
        for future, answer in answers:
            if future.done():  # its caller has gone
                continue
            if isinstance(answer, Exception):
                future.set_exception(answer)
            else:
                future.set_result(answer)
