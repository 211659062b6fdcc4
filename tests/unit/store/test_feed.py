"""The feed keeps what is new within bounds, and wakes whoever waits."""

import asyncio

import pytest

from weft.store.base import Batch, Change, Entry, StoreClosed
from weft.store.feed import KEEP_BATCHES, KEEP_BYTES, Feed


def batches(first: int, last: int, size: int = 1) -> list[Batch]:
    return [
        Batch(r, 0, (Change("a", Entry("a", b"x" * size, 1, r)),)) for r in range(first, last + 1)
    ]


async def test_what_is_new_is_given_from_any_revision_on():
    feed = Feed(10)
    feed.publish(batches(11, 14))

    assert feed.since(11) == batches(11, 14)
    assert feed.since(13) == batches(13, 14)
    assert feed.since(15) == []


async def test_what_is_older_is_in_the_log():
    feed = Feed(10)
    feed.publish(batches(11, 12))

    assert feed.since(10) is None


async def test_the_number_of_batches_is_bounded():
    feed = Feed(0)
    feed.publish(batches(1, KEEP_BATCHES + 5))

    assert feed.since(5) is None
    assert len(feed.since(6) or ()) == KEEP_BATCHES


async def test_the_bytes_of_batches_are_bounded():
    feed = Feed(0)
    feed.publish(batches(1, 20, KEEP_BYTES // 16))

    assert feed.since(4) is None
    assert len(feed.since(5) or ()) == 16


async def test_a_wait_ends_when_its_revision_comes():
    feed = Feed(0)
    waiting = asyncio.ensure_future(feed.reached(3))
    feed.publish(batches(1, 2))
    await asyncio.sleep(0)
    assert not waiting.done()

    feed.publish(batches(3, 3))

    await asyncio.wait_for(waiting, 5)


async def test_closing_ends_every_wait():
    feed = Feed(0)
    waiting = [asyncio.ensure_future(feed.reached(revision)) for revision in (1, 99)]
    await asyncio.sleep(0)

    feed.close()

    for wait in waiting:
        with pytest.raises(StoreClosed):
            await wait
