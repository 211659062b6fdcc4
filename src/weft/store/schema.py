"""The file of the embedded store: locked, checked, and brought to today's schema.

    path  ->  a connection that may write, to a file that no other process has

Everything that can be wrong with the file is found here, at the start, and said
in words: another process holds it, it is damaged, it is not ours, or a newer
Weft wrote it. An older schema is upgraded after a backup. Refuses to know what
the tables are used for.
"""

import fcntl
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, Final

from weft.errors import WeftError
from weft.store.base import StoreFailed

#: Marks the file as ours, so that another program's database is never written to.
APPLICATION_ID: Final = 0x57656674  # "Weft"
#: What this Weft reads and writes.
SCHEMA: Final = 2

#: Rows of `changes` are in the order in which they happened.
TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('revision', 0), ('compacted', 0);
CREATE TABLE entries (
    key TEXT PRIMARY KEY, value BLOB NOT NULL, created INTEGER NOT NULL,
    revision INTEGER NOT NULL, lease TEXT);
CREATE INDEX entries_by_lease ON entries (lease) WHERE lease IS NOT NULL;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, key TEXT NOT NULL,
    value BLOB, created INTEGER, lease TEXT, at REAL NOT NULL DEFAULT 0);
CREATE INDEX changes_by_revision ON changes (revision);
CREATE INDEX changes_by_key ON changes (key);
CREATE TABLE leases (id TEXT PRIMARY KEY, ttl_s REAL NOT NULL) WITHOUT ROWID;
"""

#: From a schema to the next one. Schema 1 did not say when a change was made.
UPGRADES: Final[Mapping[int, str]] = MappingProxyType(
    {
        1: """
        ALTER TABLE changes ADD COLUMN at REAL NOT NULL DEFAULT 0;
        CREATE INDEX changes_by_key ON changes (key);
        """
    }
)

#: Every write waits for the disk; the log that is waited for stays small. No
#: mmap: a truncated file must be an error, not a signal.
PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: fsync alone does not reach the disk
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA mmap_size = 0",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cell_size_check = ON",
)


class StoreInUse(WeftError):
    """Another process has the store."""

    code: ClassVar[str] = "store-in-use"

    def __init__(self, path: Path, *, pid: str) -> None:
        super().__init__(
            f"the store {path} is in use",
            why=f"process {pid} holds it, and only one process may",
            fix=f"end that process first: ps -p {pid}" if pid.isdigit() else "end it first",
        )
        self.pid = pid


class StoreCorrupt(WeftError):
    """The file is damaged, or it is not a store."""

    code: ClassVar[str] = "store-corrupt"

    def __init__(self, path: Path, *, why: str) -> None:
        super().__init__(
            f"the store {path} is damaged, and was left as it is",
            why=why,
            fix=f"move {path.name}, {path.name}-wal and {path.name}-shm away together; then put "
            f"back a copy from before, or start without: services and routes come back when "
            f"their files are applied again, instances when their agents report",
        )


class StoreTooNew(WeftError):
    """A newer Weft wrote the store."""

    code: ClassVar[str] = "store-too-new"

    def __init__(self, path: Path, *, schema: int) -> None:
        super().__init__(
            f"the store {path} was written by a newer Weft",
            why=f"it has schema {schema}, and this Weft knows schemas up to {SCHEMA}",
            fix=f"install the newer Weft again, or put back {path.name}.backup-{SCHEMA}",
        )


class Lock:
    """The right to use one store file; ends with the process at the latest."""

    def __init__(self, path: Path) -> None:
        # A file of its own: closing any descriptor of the store's file would
        # drop the locks that SQLite holds on it (POSIX record locks).
        self._file = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.pread(self._file, 32, 0).decode("ascii", "replace").strip()
            os.close(self._file)
            raise StoreInUse(path, pid=pid or "(unknown)") from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, b"%d\n" % os.getpid(), 0)

    def release(self) -> None:
        """Let others use the file."""
        os.close(self._file)


def open_database(path: Path) -> sqlite3.Connection:
    """The connection that writes to the store at *path*; the caller holds its `Lock`."""
    try:
        # Made here so that it is private from its first moment on; SQLite gives
        # its other files the same permissions.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise StoreFailed(str(path), why=str(error)) from error
    try:
        _check(connection, path)
        _upgrade(connection, path)
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise StoreFailed(str(path), why=str(error)) from error
        raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that can neither write nor checkpoint.

    SQLite before 3.51.3 may corrupt a file when two connections write or
    checkpoint at once; there is never more than the one of `open_database`.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA mmap_size = 0")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        application = _pragma(connection, "application_id")
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise StoreFailed(str(path), why=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreCorrupt(path, why=str(error)) from error
    if found != "ok":
        raise StoreCorrupt(path, why=found)
    if tables and application != APPLICATION_ID:
        raise StoreCorrupt(path, why="it is another program's database")


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    schema = _pragma(connection, "user_version")
    if schema == SCHEMA:
        return
    if schema > SCHEMA:
        raise StoreTooNew(path, schema=schema)
    if schema:
        _back_up(connection, path.with_name(f"{path.name}.backup-{schema}"))
    steps = [UPGRADES[step] for step in range(schema, SCHEMA)] if schema else [TABLES]
    connection.execute("BEGIN EXCLUSIVE")
    for statement in ";".join(steps).split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def _back_up(connection: sqlite3.Connection, backup: Path) -> None:
    """A whole copy in *backup*, which appears only once it is on the disk."""
    partial = backup.with_name(backup.name + ".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    copy = sqlite3.connect(partial, isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    _sync(partial)
    partial.replace(backup)
    _sync(backup.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
