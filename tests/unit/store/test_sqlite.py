"""What the embedded store does when its disk is full, slow or broken, and its process stalls."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from weft.store.base import (
    Compacted,
    Conflict,
    LeaseUnknown,
    Put,
    StoreClosed,
    StoreFailed,
    StoreFull,
    StoreSlow,
)
from weft.store.sqlite import SQLiteStore
from weft.store.transaction import Transaction


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SQLiteStore]:
    opened = await SQLiteStore.open(tmp_path / "store.db", patience_s=5)
    yield opened
    await opened.close()


async def eventually(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.01)


async def limit_pages(store: SQLiteStore, pages: int) -> None:
    """Makes the disk full for SQLite; a million pages is as good as none."""

    def limit(transaction: Transaction) -> None:
        transaction._connection.execute(f"PRAGMA max_page_count = {pages}")

    await store._writer.submit(limit)


async def fill(store: SQLiteStore) -> None:
    await limit_pages(store, 1)  # as small as the file already is
    with pytest.raises(StoreFull):
        for number in range(100):
            await store.put(f"filler/{number}", b"x" * 4000)


# A full disk


async def test_a_write_to_a_full_disk_is_refused_and_changes_nothing(store: SQLiteStore):
    await store.put("a", b"1")
    await fill(store)
    before = await store.list("")

    with pytest.raises(StoreFull, match="free space"):
        await store.write([Put("a", b"2"), Put("big", b"x" * 100_000)])

    assert await store.list("") == before
    assert store.revision == before.revision


async def test_reads_watches_and_leases_go_on_while_the_disk_is_full(store: SQLiteStore):
    lease = await store.grant(1.5)
    await store.put("kept", b"1", lease=lease)
    await fill(store)

    loop = asyncio.get_running_loop()
    end = loop.time() + 2.5  # longer than the lease
    while loop.time() < end:
        await store.renew(lease)
        await asyncio.sleep(0.05)

    assert await store.get("kept")
    assert (await anext(store.watch("kept", 1))).revision == 1
    await limit_pages(store, 10**6)
    assert await store.get("kept")


async def test_writes_work_again_by_themselves_once_there_is_space(store: SQLiteStore):
    await fill(store)
    before = store.revision

    await limit_pages(store, 10**6)

    assert await store.put("a", b"x" * 100_000) == before + 1


async def test_a_lease_that_could_not_be_ended_is_ended_when_the_disk_is_well(store: SQLiteStore):
    lease = await store.grant(0.3)
    await store.put("leased", b"", lease=lease)
    broken = (
        "CREATE TEMP TRIGGER broken BEFORE DELETE ON leases BEGIN SELECT RAISE(FAIL, 'no'); END"
    )
    await store._writer.submit(lambda transaction: transaction._connection.execute(broken) and None)
    await eventually(lambda: store._leases._leases[lease].due < store._monotonic() - 1)
    assert await store.get("leased")

    mended = "DROP TRIGGER temp.broken"
    await store._writer.submit(lambda transaction: transaction._connection.execute(mended) and None)

    await eventually(lambda: len(store._leases) == 0)
    assert await store.get("leased") is None
    with pytest.raises(LeaseUnknown):
        await store.renew(lease)


async def test_a_write_that_is_too_large_for_the_disk_does_not_refuse_its_neighbours(
    store: SQLiteStore,
):
    await store.put("a", b"")
    await limit_pages(store, 40)

    outcomes = await asyncio.gather(
        store.put("small/1", b"1"),
        store.put("large", b"x" * 500_000),
        store.put("a", b"", if_revision=77),
        store.put("small/2", b"2"),
        return_exceptions=True,
    )

    first, large, conflict, second = outcomes
    assert (first, second) == (2, 3)
    assert isinstance(large, StoreFull)
    assert isinstance(conflict, Conflict)


# A slow or broken disk


async def test_a_slow_disk_is_said_in_time_and_expires_nobody(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db", patience_s=0.2)
    lease = await store.grant(0.8)
    await store.put("leased", b"", lease=lease)
    free = threading.Event()
    stuck = store._writer.submit(lambda _: free.wait(20))

    with pytest.raises(StoreSlow, match="may still happen"):
        await store.put("a", b"")
    loop = asyncio.get_running_loop()
    end = loop.time() + 1.5
    while loop.time() < end:
        await store.renew(lease)
        await asyncio.sleep(0.05)
    free.set()
    await stuck

    assert await store.put("b", b"") == 3  # and the slow one happened after all
    assert await store.get("a")
    assert await store.get("leased")
    await store.close()


async def test_an_error_of_the_disk_is_told_in_words(store: SQLiteStore):
    def broken(_: Transaction) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreFailed, match="disk I/O error"):
        await store._writer.submit(broken)

    assert await store.put("a", b"") == 1


async def test_a_bug_in_a_step_reaches_its_caller_and_nobody_else(store: SQLiteStore):
    def wrong(transaction: Transaction) -> None:
        transaction.write([Put("half", b"")])
        raise KeyError("a bug of ours")

    outcomes = await asyncio.gather(
        store.put("a", b""),
        store._writer.submit(wrong),
        store.put("b", b""),
        return_exceptions=True,
    )

    assert (outcomes[0], outcomes[2]) == (1, 2)
    assert isinstance(outcomes[1], KeyError)
    assert await store.get("half") is None


async def test_a_caller_who_goes_away_leaves_the_store_working(store: SQLiteStore):
    going = [asyncio.ensure_future(store.put(f"k{number}", b"")) for number in range(50)]
    await asyncio.sleep(0)
    for task in going:
        task.cancel()
    await asyncio.gather(*going, return_exceptions=True)

    revision = await store.put("a", b"")

    assert store.revision == revision


# Leases and the store's own trouble


async def test_a_stall_of_the_process_expires_nobody(store: SQLiteStore):
    lease = await store.grant(1.0)
    await store.put("a", b"", lease=lease)
    held = threading.Event()

    held.wait(2.5)  # the whole event loop stands still, far beyond the TTL
    await asyncio.sleep(0.1)

    assert await store.renew(lease) == 1.0
    assert await store.get("a")


async def test_a_restart_gives_every_lease_its_full_life(tmp_path: Path):
    now = [1000.0]
    store = await SQLiteStore.open(tmp_path / "store.db", monotonic=lambda: now[0])
    lease = await store.grant(10)
    now[0] += 9.9
    await store.close()
    now[0] = 50_000.0  # another boot: monotonic clocks don't compare

    store = await SQLiteStore.open(tmp_path / "store.db", monotonic=lambda: now[0])

    assert store._leases._leases[lease].due == 50_010.0
    await store.close()


async def test_a_lease_whose_grant_failed_leaves_nothing_behind(store: SQLiteStore):
    await fill(store)
    # All at once: one after another, the first would end and make room for the last.
    leases = await asyncio.gather(*(granted(store) for _ in range(200)))
    assert None in leases

    await limit_pages(store, 10**6)

    await eventually(lambda: len(store._leases) == 0)


async def test_leases_end_also_while_the_disk_cannot_be_read(
    store: SQLiteStore, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []

    def broken(name: str) -> int:
        asked.append(name)
        raise StoreFailed("store.db", why="disk I/O error")

    with monkeypatch.context() as disk:
        disk.setattr(store, "_stored", broken)
        await eventually(lambda: bool(asked))
    await store.put("a", b"", lease=await store.grant(0.1))

    await eventually(lambda: len(store._leases) == 0)


async def test_a_ticker_that_ends_by_a_bug_is_heard_of(
    store: SQLiteStore, monkeypatch: pytest.MonkeyPatch
):
    def buggy() -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(store, "_has_grown", buggy)

    with pytest.raises(StoreClosed):
        async with asyncio.timeout(10):
            await anext(store.watch("", 1))


async def granted(store: SQLiteStore) -> str | None:
    try:
        return await store.grant(0.1)
    except StoreFull:
        return None


# The log


async def test_changes_are_forgotten_by_age_too(tmp_path: Path):
    at = [1_000.0]
    store = await SQLiteStore.open(tmp_path / "store.db", keep_s=100, clock=lambda: at[0])
    await store.put("old", b"")
    at[0] = 1_090.0
    await store.put("young", b"")
    at[0] = 1_150.0
    await store._compact()

    assert await store.history("old") == ()
    assert len(await store.history("young")) == 1
    assert await store.get("old")
    store._feed._batches.clear()
    with pytest.raises(Compacted):
        await anext(store.watch("", 1))
    await store.close()


async def test_compacting_takes_a_bounded_bite(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db")
    for number in range(30):
        await store.put(f"k{number}", b"")

    def bite(transaction: Transaction) -> int:
        transaction.compact(keep=5, since=0, most=10)
        return transaction.compacted()

    assert [await store._writer.submit(bite) for _ in range(4)] == [10, 20, 25, 25]
    await store.close()


async def test_only_one_connection_can_write_or_checkpoint(store: SQLiteStore):
    await store.put("a", b"1")

    for statement in ("DELETE FROM entries", "PRAGMA wal_checkpoint(TRUNCATE)"):
        with pytest.raises(sqlite3.OperationalError):
            store._reader.execute(statement)
            raise sqlite3.OperationalError(store._reader.execute(statement).fetchall())


async def test_every_commit_waits_for_the_disk(store: SQLiteStore):
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


async def test_closing_folds_the_log_into_the_file(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db")
    await store.put("a", b"1")
    await store.close()
    await store.close()  # twice is once

    assert not (tmp_path / "store.db-wal").exists()
