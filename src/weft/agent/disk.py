"""Files that are whole or not there: bytes -> a private file, by write, fsync, rename."""

import contextlib
import os
import tempfile
from pathlib import Path

PRIVATE = 0o600


def write_whole(path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """Put *data* at *path*; a reader, or a crash at any moment, sees the old file or the new."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def read_whole(path: Path) -> bytes | None:
    """What *path* holds; None if it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
