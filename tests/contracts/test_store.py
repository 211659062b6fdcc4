"""What every store promises, tried on each of them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weft.store.base import (
    MAX_OPS,
    MAX_VALUE,
    Batch,
    Change,
    Check,
    Compacted,
    Conflict,
    Delete,
    Entry,
    LeaseUnknown,
    Op,
    Put,
    Store,
    StoreClosed,
    TooLarge,
)
from weft.store.sqlite import SQLiteStore

Open = Callable[..., Awaitable[Store]]


async def open_sqlite(where: Path, *, keep_revisions: int = 50_000) -> Store:
    return await SQLiteStore.open(where / "store.db", keep_revisions=keep_revisions)


ENGINES = {"sqlite": open_sqlite}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Open:
    return ENGINES[request.param]


@pytest.fixture
async def store(engine: Open, tmp_path: Path) -> AsyncIterator[Store]:
    opened = await engine(tmp_path)
    yield opened
    await opened.close()


async def take(batches: AsyncIterator[Batch], count: int) -> list[Batch]:
    async with asyncio.timeout(10):
        return [await anext(batches) for _ in range(count)]


def keys(batches: list[Batch]) -> list[list[str]]:
    return [[change.key for change in batch.changes] for batch in batches]


# Reading and writing


async def test_a_key_that_was_put_is_found(store: Store):
    revision = await store.put("a", b"1")

    assert await store.get("a") == Entry("a", b"1", created=revision, revision=revision)
    assert await store.get("b") is None


async def test_a_new_store_is_at_revision_zero_and_empty(store: Store):
    assert store.revision == 0
    assert (await store.list("")).entries == ()
    assert (await store.list("")).revision == 0


async def test_every_write_has_the_next_revision(store: Store):
    assert [await store.put("a", b"") for _ in range(3)] == [1, 2, 3]
    assert store.revision == 3


async def test_an_entry_knows_when_it_was_made_and_last_written(store: Store):
    await store.put("a", b"1")
    await store.put("b", b"1")
    await store.put("a", b"2")

    assert await store.get("a") == Entry("a", b"2", created=1, revision=3)


async def test_a_key_made_anew_after_its_deletion_is_a_new_entry(store: Store):
    await store.put("a", b"1")
    await store.delete("a")
    await store.put("a", b"2")

    assert await store.get("a") == Entry("a", b"2", created=3, revision=3)


async def test_deleting_what_is_not_there_makes_no_revision(store: Store):
    await store.put("a", b"1")

    assert await store.delete("b") == 1
    assert store.revision == 1


async def test_nothing_to_write_makes_no_revision(store: Store):
    assert await store.write([]) == 0


async def test_a_listing_is_in_key_order_and_holds_its_prefix_only(store: Store):
    for key in ("b/2", "b/1", "a/1", "b", "c/1", "b/ü", "b0"):
        await store.put(key, b"")

    listing = await store.list("b/")

    assert [entry.key for entry in listing.entries] == ["b/1", "b/2", "b/ü"]
    assert listing.revision == 7


async def test_many_keys_are_written_at_one_revision(store: Store):
    await store.put("gone", b"")

    revision = await store.write([Put("a", b"1"), Put("b", b"2"), Delete("gone")])

    assert revision == 2
    assert [(e.key, e.revision) for e in (await store.list("")).entries] == [("a", 2), ("b", 2)]


# Conditions


async def test_a_put_that_expects_no_entry_is_refused_where_there_is_one(store: Store):
    await store.put("a", b"1", if_revision=0)

    with pytest.raises(Conflict) as refusal:
        await store.put("a", b"2", if_revision=0)

    assert (refusal.value.key, refusal.value.expected, refusal.value.found) == ("a", 0, 1)


async def test_a_put_that_expects_an_older_revision_is_refused(store: Store):
    first = await store.put("a", b"1")
    second = await store.put("a", b"2", if_revision=first)

    with pytest.raises(Conflict):
        await store.put("a", b"3", if_revision=first)

    assert await store.get("a") == Entry("a", b"2", created=first, revision=second)


async def test_a_delete_that_expects_another_revision_is_refused(store: Store):
    await store.put("a", b"1")

    with pytest.raises(Conflict):
        await store.delete("a", if_revision=7)

    assert await store.get("a")


@pytest.mark.parametrize(
    "op", [Put("b", b"", if_revision=9), Delete("b", if_revision=9), Check("b", 9)]
)
async def test_one_condition_that_fails_refuses_the_whole_write(store: Store, op: Op):
    with pytest.raises(Conflict):
        await store.write([Put("a", b"1"), op])

    assert await store.get("a") is None
    assert store.revision == 0


async def test_a_check_guards_a_write_and_changes_nothing(store: Store):
    await store.put("guard", b"")

    revision = await store.write([Check("guard", 1), Check("absent", 0), Put("a", b"1")])

    assert revision == 2
    assert await store.get("guard") == Entry("guard", b"", created=1, revision=1)


async def test_of_many_that_expect_the_same_revision_one_wins(store: Store):
    await store.put("a", b"")

    outcomes = await asyncio.gather(
        *(store.put("a", b"%d" % number, if_revision=1) for number in range(50)),
        return_exceptions=True,
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict"] * 49 + ["int"]
    assert store.revision == 2


@pytest.mark.parametrize("key", ["", "a\x00b", "a\nb", "a\U0010ffffb"])
async def test_a_key_that_cannot_be_printed_is_refused(store: Store, key: str):
    with pytest.raises(ValueError, match="key"):
        await store.put(key, b"")


async def test_a_key_stands_in_a_write_once(store: Store):
    with pytest.raises(ValueError, match="repeated"):
        await store.write([Put("a", b"1"), Delete("a")])


async def test_what_is_too_large_is_refused_and_the_limit_named(store: Store):
    with pytest.raises(TooLarge, match="1048576"):
        await store.put("a", b"x" * (MAX_VALUE + 1))
    with pytest.raises(TooLarge):
        await store.put("k" * 2000, b"")
    with pytest.raises(TooLarge):
        await store.write([Check(str(number), 0) for number in range(MAX_OPS + 1)])
    assert await store.put("a", b"x" * MAX_VALUE) == 1


# Watches


async def test_a_watch_tells_what_happened_and_then_what_happens(store: Store):
    await store.put("a", b"1")
    batches = store.watch("", 1)

    past = await take(batches, 1)
    await store.delete("a")
    present = await take(batches, 1)

    assert past[0].changes == (Change("a", Entry("a", b"1", created=1, revision=1)),)
    assert present[0].changes == (Change("a", None),)
    assert present[0].revision == 2


async def test_a_watch_shows_a_write_whole_and_in_its_order(store: Store):
    await store.write([Put("b", b""), Put("a", b""), Check("c", 0)])

    assert keys(await take(store.watch("", 1), 1)) == [["b", "a"]]


async def test_a_watch_leaves_out_what_is_not_under_its_prefix(store: Store):
    await store.write([Put("a/1", b""), Put("b/1", b"")])
    await store.put("b/2", b"")
    await store.put("a/2", b"")

    batches = await take(store.watch("a/", 1), 2)

    assert keys(batches) == [["a/1"], ["a/2"]]
    assert [batch.revision for batch in batches] == [1, 3]


async def test_a_watch_from_a_revision_to_come_waits_for_it(store: Store):
    waiting = asyncio.ensure_future(take(store.watch("", 3), 1))

    for key in ("a", "b", "c"):
        await store.put(key, b"")

    assert keys(await waiting) == [["c"]]


async def test_a_write_is_announced_before_its_caller_goes_on(store: Store):
    revision = await store.put("a", b"")

    assert store.revision == revision


async def test_a_batch_says_when_it_was_written(store: Store):
    await store.put("a", b"")
    await store.put("b", b"")

    first, second = await take(store.watch("", 1), 2)

    assert 1_700_000_000 < first.at <= second.at


async def test_a_slow_watch_misses_nothing_and_delays_nobody(store: Store):
    batches = store.watch("", 1)
    await store.put("a", b"0")
    assert keys(await take(batches, 1)) == [["a"]]

    # More than a store keeps in memory.
    await asyncio.gather(*(store.put(f"k{number}", b"") for number in range(3000)))

    seen = [batch.revision for batch in await take(batches, 3000)]
    assert seen == list(range(2, 3002))


async def test_watches_from_everywhere_during_a_write_load_see_the_same(store: Store):
    async def write(writer: int) -> None:
        for number in range(40):
            await store.put(f"{writer}/{number % 7}", b"%d" % number)

    async def watch(start: int) -> list[Batch]:
        return await take(store.watch("", start), 400 - start + 1)

    *_, first, middle, late = await asyncio.gather(
        *(write(writer) for writer in range(10)), watch(1), watch(150), watch(400)
    )

    assert [batch.revision for batch in first] == list(range(1, 401))
    assert middle == first[149:]
    assert late == first[399:]


async def test_a_watch_of_what_is_no_longer_kept_is_refused(engine: Open, tmp_path: Path):
    store = await engine(tmp_path, keep_revisions=100)
    for number in range(300):
        await store.put("a", b"%d" % number)
    oldest = await compaction(store)

    with pytest.raises(Compacted) as refusal:
        await take(store.watch("", oldest - 1), 1)

    assert refusal.value.oldest == oldest
    assert 176 <= oldest <= 201
    listing = await store.list("")
    assert listing.entries == (Entry("a", b"299", created=1, revision=300),)
    assert [b.revision for b in await take(store.watch("", oldest), 301 - oldest)][-1] == 300
    await store.close()


async def compaction(store: Store) -> int:
    """Waits until the store has compacted, and returns the oldest revision that it kept."""
    async with asyncio.timeout(10):
        while len(kept := await store.history("a", 1000)) > 125:  # a quarter above what it keeps
            await asyncio.sleep(0.02)
    # What is in memory may still be watched: a store opened anew has only its log.
    cast("SQLiteStore", store)._feed._batches.clear()
    return kept[-1].revision


async def test_the_history_of_a_key_starts_with_its_newest_change(store: Store):
    await store.put("a", b"1")
    await store.put("b", b"")
    await store.write([Put("a", b"2"), Put("b", b"")])
    await store.delete("a")

    history = await store.history("a")

    assert [batch.revision for batch in history] == [4, 3, 1]
    assert [batch.changes[0].entry and batch.changes[0].entry.value for batch in history] == [
        None,
        b"2",
        b"1",
    ]
    assert len(await store.history("a", limit=2)) == 2


# Leases


async def test_the_keys_of_a_lease_that_is_not_renewed_go_at_one_revision(store: Store):
    lease = await store.grant(0.3)
    await store.write([Put("a", b"", lease), Put("b", b"", lease), Put("c", b"")])

    (batch,) = await take(store.watch("", 2), 1)

    assert batch.changes == (Change("a", None), Change("b", None))
    assert [entry.key for entry in (await store.list("")).entries] == ["c"]
    with pytest.raises(LeaseUnknown):
        await store.renew(lease)


async def test_a_lease_that_is_renewed_stays(store: Store):
    kept, left = await store.grant(0.8), await store.grant(0.8)
    await store.write([Put("kept", b"", kept), Put("left", b"", left)])

    async with asyncio.timeout(10):
        while await store.get("left"):
            assert await store.renew(kept) == 0.8
            await asyncio.sleep(0.05)

    assert await store.get("kept") == Entry("kept", b"", created=1, revision=1, lease=kept)


async def test_renewing_writes_nothing(store: Store):
    lease = await store.grant(10)
    for _ in range(100):
        await store.renew(lease)

    assert store.revision == 0


async def test_a_revoked_lease_takes_its_keys_along(store: Store):
    lease = await store.grant(100)
    await store.put("a", b"", lease=lease)

    assert await store.revoke(lease) == 2

    assert await store.get("a") is None
    with pytest.raises(LeaseUnknown):
        await store.revoke(lease)


async def test_an_unknown_lease_is_refused_everywhere(store: Store):
    with pytest.raises(LeaseUnknown):
        await store.renew("no-such-lease")
    with pytest.raises(LeaseUnknown):
        await store.revoke("no-such-lease")
    with pytest.raises(LeaseUnknown):
        await store.write([Put("a", b""), Put("b", b"", "no-such-lease")])
    assert store.revision == 0


async def test_a_key_put_again_belongs_to_its_new_lease_or_to_none(store: Store):
    first, second = await store.grant(100), await store.grant(100)
    await store.write([Put("moved", b"", first), Put("freed", b"", first), Put("left", b"", first)])
    await store.write([Put("moved", b"", second), Put("freed", b"")])

    await store.revoke(first)

    assert [entry.key for entry in (await store.list("")).entries] == ["freed", "moved"]


@pytest.mark.parametrize("ttl_s", [0, -1])
async def test_a_lease_needs_a_life(store: Store, ttl_s: float):
    with pytest.raises(ValueError, match="TTL"):
        await store.grant(ttl_s)


# Opening again


async def test_a_store_opened_again_holds_everything(engine: Open, tmp_path: Path):
    store = await engine(tmp_path)
    lease = await store.grant(100)
    await store.write([Put("a", b"1"), Put("b", b"2", lease)])
    await store.delete("a")
    before = await store.list("")
    await store.close()

    again = await engine(tmp_path)

    assert await again.list("") == before
    assert again.revision == 2
    assert await again.renew(lease) == 100
    assert keys(await take(again.watch("", 1), 2)) == [["a", "b"], ["a"]]
    assert await again.put("c", b"") == 3
    await again.close()


async def test_closing_finishes_what_was_asked_and_ends_watches(engine: Open, tmp_path: Path):
    store = await engine(tmp_path)
    waiting = asyncio.ensure_future(take(store.watch("", 999), 1))
    writes = [asyncio.ensure_future(store.put(f"k{number}", b"")) for number in range(100)]
    await asyncio.sleep(0)

    await store.close()

    assert len(await asyncio.gather(*writes)) == 100
    with pytest.raises(StoreClosed):
        await waiting
    with pytest.raises(StoreClosed):
        await store.put("a", b"")
    with pytest.raises(StoreClosed):
        await store.get("a")
    again = await engine(tmp_path)
    assert len((await again.list("")).entries) == 100
    await again.close()


# Any history

KEYS = st.sampled_from(["a/1", "a/2", "b/1"])
OPS = st.one_of(
    st.builds(Put, KEYS, st.binary(max_size=3), st.none(), st.none() | st.integers(0, 6)),
    st.builds(Delete, KEYS, st.none() | st.integers(0, 6)),
)
WRITES = st.lists(st.lists(OPS, min_size=1, max_size=3, unique_by=lambda op: op.key), max_size=12)


class Model:
    """What a store is by its contract, as plain as it can be said."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.log: list[tuple[Change, ...]] = []

    def write(self, ops: list[Op]) -> bool:
        for op in ops:
            found = self.entries[op.key].revision if op.key in self.entries else 0
            if op.if_revision is not None and op.if_revision != found:
                return False
        revision = len(self.log) + 1
        changes = []
        for op in ops:
            if isinstance(op, Put):
                created = self.entries[op.key].created if op.key in self.entries else revision
                self.entries[op.key] = Entry(op.key, op.value, created, revision)
                changes.append(Change(op.key, self.entries[op.key]))
            elif self.entries.pop(op.key, None):
                changes.append(Change(op.key, None))
        if changes:
            self.log.append(tuple(changes))
        return True


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(writes=WRITES, resumed_from=st.integers(1, 12), prefix=st.sampled_from(["", "a/", "b/"]))
def test_any_history_is_as_the_contract_says_and_a_watch_resumes_anywhere(
    engine: Open, tmp_path_factory, writes, resumed_from, prefix
):
    model = Model()

    async def live() -> None:
        store = await engine(tmp_path_factory.mktemp("store"))
        for ops in writes:
            if model.write(ops):
                await store.write(ops)
            else:
                with pytest.raises(Conflict):
                    await store.write(ops)
        expected = [
            (revision, shown)
            for revision, changes in enumerate(model.log, 1)
            if revision >= resumed_from
            and (shown := tuple(c for c in changes if c.key.startswith(prefix)))
        ]
        seen = await take(store.watch(prefix, resumed_from), len(expected))
        assert [(batch.revision, batch.changes) for batch in seen] == expected
        assert store.revision == len(model.log)
        listing = await store.list(prefix)
        assert {entry.key: entry for entry in listing.entries} == {
            key: entry for key, entry in model.entries.items() if key.startswith(prefix)
        }
        await store.close()

    asyncio.run(live())
