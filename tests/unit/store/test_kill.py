"""A process that is killed in the middle of writing loses nothing that it acknowledged."""

import asyncio
import random
import sys
from itertools import pairwise
from pathlib import Path

from weft.store.base import Batch, Entry
from weft.store.sqlite import SQLiteStore

LOAD = Path(__file__).with_name("write_load.py")
KILLS = 100
LANES = 2  # stores that are written and killed side by side


async def killed_load(path: Path, after_s: float) -> list[tuple[int, str, bytes]]:
    """What a write load acknowledged until it was killed, *after_s* after its first word."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(LOAD), str(path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    first = await process.stdout.readline()
    await asyncio.sleep(after_s)
    process.kill()
    rest = await process.stdout.read()
    await process.wait()
    words = [line.split() for line in (first + rest).decode().splitlines()]
    return [(int(revision), key, value.encode()) for revision, key, value in words]


async def log_of(store: SQLiteStore, start: int) -> list[Batch]:
    if store.revision < start:
        return []
    batches = store.watch("", start)
    return [await anext(batches) for _ in range(store.revision - start + 1)]


async def lane(path: Path, kills: int, chance: random.Random) -> int:
    """Kills writers of one store again and again; the number of acknowledged writes."""
    acknowledged, seen = 0, 0
    entries: dict[str, Entry] = {}
    for _ in range(kills):
        acks = await killed_load(path, chance.uniform(0, 0.03))
        store = await SQLiteStore.open(path)
        log = await log_of(store, seen + 1)
        written = {batch.revision: batch for batch in log}
        for revision, key, value in acks:
            (own, _) = written[revision].changes
            assert own.entry == Entry(key, value, own.entry.created, revision)
        assert all(after.revision == before.revision + 1 for before, after in pairwise(log))
        for batch in log:
            entries |= {change.key: change.entry for change in batch.changes if change.entry}
        assert {entry.key: entry for entry in (await store.list("")).entries} == entries
        acknowledged += len(acks)
        seen = store.revision
        await store.close()
    return acknowledged


async def test_a_hundred_kills_lose_no_acknowledged_write(tmp_path: Path):
    counts = await asyncio.gather(
        *(
            lane(tmp_path / str(number) / "store.db", KILLS // LANES, random.Random(number))
            for number in range(LANES)
        )
    )

    assert sum(counts) > KILLS * 8
