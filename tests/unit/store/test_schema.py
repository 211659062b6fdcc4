"""The store's file at the start: private, locked, checked and brought up to date."""

import asyncio
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from weft.store import schema
from weft.store.base import Batch, Change, Entry, StoreFailed
from weft.store.schema import SCHEMA, StoreCorrupt, StoreInUse, StoreTooNew
from weft.store.sqlite import SQLiteStore

OLDER = Path(__file__).with_name("schema-1.sql")
ORDERS = Entry("documents/Service/default/orders", b'{"orders":2}', created=1, revision=3)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store as an older Weft left it."""
    path = tmp_path / "store.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(OLDER.read_text())
    connection.close()
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


async def test_an_older_store_is_opened_with_everything_in_it(older: Path):
    store = await SQLiteStore.open(older)

    assert store.revision == 4
    assert await store.get(ORDERS.key) == ORDERS
    assert await store.renew("5ca1ab1e") == 10.0
    assert await anext(store.watch("documents/", 3)) == Batch(3, 0, (Change(ORDERS.key, ORDERS),))
    assert await store.put("new", b"") == 5
    assert (await store.history("new"))[0].at > 0
    await store.close()


async def test_an_older_store_is_backed_up_before_it_is_upgraded(older: Path):
    before = rows(older, "SELECT * FROM entries ORDER BY key")

    await (await SQLiteStore.open(older)).close()

    backup = older.with_name("store.db.backup-1")
    assert rows(backup, "PRAGMA user_version") == [(1,)]
    assert rows(backup, "SELECT * FROM entries ORDER BY key") == before
    assert rows(older, "PRAGMA user_version") == [(SCHEMA,)]
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not backup.with_name("store.db.backup-1.partial").exists()


async def test_an_upgrade_that_fails_leaves_the_older_store(older: Path, monkeypatch):
    monkeypatch.setattr(
        schema, "UPGRADES", {1: "ALTER TABLE changes ADD COLUMN at REAL; CREATE TABLE entries (a);"}
    )

    with pytest.raises(StoreFailed, match="entries already exists"):
        await SQLiteStore.open(older)

    assert rows(older, "PRAGMA user_version") == [(1,)]
    monkeypatch.undo()
    store = await SQLiteStore.open(older)
    assert await store.get(ORDERS.key) == ORDERS
    await store.close()


async def test_an_upgraded_store_has_the_tables_of_a_new_one(older: Path, tmp_path: Path):
    await (await SQLiteStore.open(older)).close()
    await (await SQLiteStore.open(tmp_path / "new" / "store.db")).close()

    def shape(path: Path) -> set[tuple[object, ...]]:
        tables = rows(path, "SELECT name FROM sqlite_master")
        return {
            (name, column)
            for (name,) in tables
            for (column,) in rows(path, f"SELECT name FROM pragma_table_info('{name}')") or [("",)]
        }

    assert shape(older) == shape(tmp_path / "new" / "store.db")


async def test_a_store_of_a_newer_weft_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "store.db"
    await (await SQLiteStore.open(path)).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(StoreTooNew, match=f"schema {SCHEMA + 1}"):
        await SQLiteStore.open(path)

    assert path.read_bytes() == before


async def test_a_file_that_is_no_database_is_refused_with_what_to_do(tmp_path: Path):
    path = tmp_path / "store.db"
    path.write_bytes(b"this is not a database, and it is long enough to be looked at" * 100)

    with pytest.raises(StoreCorrupt, match=r"fix: move store.db, store.db-wal and store.db-shm"):
        await SQLiteStore.open(path)

    assert path.read_bytes().startswith(b"this is not")


async def test_a_damaged_store_is_refused(tmp_path: Path):
    path = tmp_path / "store.db"
    store = await SQLiteStore.open(path)
    for number in range(200):
        await store.put(f"key/{number}", b"x" * 500)
    await store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(os.urandom(8192))

    with pytest.raises(StoreCorrupt):
        await SQLiteStore.open(path)


async def test_another_programs_database_is_refused(tmp_path: Path):
    path = tmp_path / "store.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()

    with pytest.raises(StoreCorrupt, match="another program"):
        await SQLiteStore.open(path)

    assert rows(path, "SELECT name FROM sqlite_master") == [("theirs",)]


async def test_a_refused_file_may_be_opened_once_it_is_mended(tmp_path: Path):
    path = tmp_path / "store.db"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(StoreCorrupt):
        await SQLiteStore.open(path)
    path.unlink()

    store = await SQLiteStore.open(path)

    assert store.revision == 0
    await store.close()


async def test_a_second_user_is_refused_and_told_who_has_it(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db")

    with pytest.raises(StoreInUse, match=f"process {os.getpid()} ") as refusal:
        await SQLiteStore.open(tmp_path / "store.db")

    assert refusal.value.pid == str(os.getpid())
    assert await store.put("a", b"") == 1
    await store.close()
    await (await SQLiteStore.open(tmp_path / "store.db")).close()


async def test_another_process_is_refused(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db")
    code = (
        "import asyncio, pathlib, sys; from weft.store.sqlite import SQLiteStore;"
        "asyncio.run(SQLiteStore.open(pathlib.Path(sys.argv[1])))"
    )

    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, str(tmp_path / "store.db"), stderr=asyncio.subprocess.PIPE
    )
    _, stderr = await other.communicate()

    assert other.returncode == 1
    assert f"process {os.getpid()} holds it" in stderr.decode()
    await store.close()


async def test_the_files_are_private_whatever_the_umask(tmp_path: Path):
    former = os.umask(0)
    try:
        store = await SQLiteStore.open(tmp_path / "state" / "store.db")
        await store.put("a", b"")
        files = list((tmp_path / "state").iterdir())
    finally:
        os.umask(former)

    assert {file.name for file in files} == {
        "store.db",
        "store.db-wal",
        "store.db-shm",
        "store.db.lock",
    }
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    await store.close()


async def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "store.db").mkdir()

    with pytest.raises(StoreFailed, match=r"store\.db"):
        await SQLiteStore.open(tmp_path / "store.db")
