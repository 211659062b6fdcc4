"""Log files that stay bounded: a file over its size -> numbered older ones.

rotate_copied   for writers that hold the file open for good (apps): copy, then cut to nothing
rotate_renamed  for writers that can be asked to open the file again (Envoy's access logs)
"""

import os
import shutil
from pathlib import Path
from typing import Final

LARGEST_BYTES: Final = 10 * 1024 * 1024
KEPT: Final = 3


def rotate_copied(path: Path, *, largest: int = LARGEST_BYTES, keep: int = KEPT) -> bool:
    """Rotate a file that is appended to by a process that knows nothing of it.

    What it writes between the copy and the cut is lost: microseconds of output.
    """
    if not _full(path, largest):
        return False
    _shift(path, keep)
    try:
        shutil.copyfile(path, _numbered(path, 1))
        _numbered(path, 1).chmod(0o600)
    except OSError:  # half a copy would push out a whole one at the next attempt
        _numbered(path, 1).unlink(missing_ok=True)
        raise
    os.truncate(path, 0)
    return True


def rotate_renamed(path: Path, *, largest: int = LARGEST_BYTES, keep: int = KEPT) -> bool:
    """Rotate a file whose writer opens it again when asked, which is the caller's to do."""
    if not _full(path, largest):
        return False
    _shift(path, keep)
    path.replace(_numbered(path, 1))
    return True


def _full(path: Path, largest: int) -> bool:
    try:
        return path.stat().st_size > largest
    except OSError:
        return False


def _shift(path: Path, keep: int) -> None:
    """Make room for a first one; where there is room already nothing moves."""
    if not _numbered(path, 1).exists():
        return
    for number in range(keep - 1, 0, -1):
        if _numbered(path, number).exists():
            _numbered(path, number).replace(_numbered(path, number + 1))


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}")
