"""Durable writes a second of the embedded store, with one writer and with a hundred.

    python benchmarks/store.py [directory]

A write is one key of 300 bytes at a revision of its own, counted when it is
acknowledged, which is after its commit was synced. The directory says which
disk is measured; beside the store stands what that disk can do at best: bare
appends of 4 KiB with fdatasync.
"""

import asyncio
import os
import platform
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from weft.store.sqlite import SQLiteStore

SECONDS = 3.0
VALUE = b"x" * 300


def bare_syncs(directory: Path) -> float:
    """Appends with fdatasync a second, one after another."""
    with (directory / "bare").open("wb", buffering=0) as file:
        count, start = 0, time.perf_counter()
        while (took := time.perf_counter() - start) < SECONDS:
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())
            count += 1
    return count / took


async def writes(path: Path, writers: int) -> float:
    """Acknowledged writes a second."""
    store = await SQLiteStore.open(path)
    start = time.perf_counter()
    counts = await asyncio.gather(*(write_until(store, n, start) for n in range(writers)))
    took = time.perf_counter() - start
    await store.close()
    return sum(counts) / took


async def write_until(store: SQLiteStore, writer: int, start: float) -> int:
    """One writer's share: the next write begins when the last was acknowledged."""
    count = 0
    while time.perf_counter() - start < SECONDS:
        await store.put(f"key/{writer}/{count % 1000}", VALUE)
        count += 1
    return count


def measure(directory: str = ".") -> dict[str, float]:
    """Each figure, by its name."""
    with tempfile.TemporaryDirectory(dir=directory) as made:
        here = Path(made)
        figures = {"bare 4 KiB fdatasync": bare_syncs(here)}
        for writers in (1, 100):
            rate = asyncio.run(writes(here / str(writers) / "store.db", writers))
            figures[f"{writers} concurrent writers"] = rate
    return {name: round(rate) for name, rate in figures.items()}


def main() -> None:
    """Print the figures."""
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, ", end="")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, rate in measure(*sys.argv[1:2]).items():
        print(f"{name:24} {rate:>10,.0f}/s")


if __name__ == "__main__":
    main()
