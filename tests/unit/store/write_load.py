"""Writes to the store named on the command line until it is killed.

Prints `<revision> <key> <value>` for each write once it is acknowledged.
"""

import asyncio
import os
import sys
from pathlib import Path

from weft.store.base import Put
from weft.store.sqlite import SQLiteStore


async def write(store: SQLiteStore, writer: int) -> None:
    for number in range(10**9):
        value = f"{os.getpid()}.{number}"
        own, shared = f"own/{writer}/{number % 50}", f"shared/{writer}"
        revision = await store.write([Put(own, value.encode()), Put(shared, value.encode())])
        # One write of a few bytes to a pipe: it is there whole, or not at all.
        os.write(1, f"{revision} {own} {value}\n".encode())


async def main() -> None:
    store = await SQLiteStore.open(Path(sys.argv[1]))
    await asyncio.gather(*(write(store, writer) for writer in range(8)))


asyncio.run(main())
