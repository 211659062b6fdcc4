"""Files that hold secrets: made for their owner alone, refused when others could read them.

    path, bytes  ->  a file with mode 0600 that is there wholly or not at all
    path         ->  bytes, or KeyUnsafe with the command that mends it

Knows nothing of what the bytes mean.
"""

import os
import secrets
import shlex
import stat
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, Final

from weft.errors import WeftError

PRIVATE_FILE: Final = 0o600
PRIVATE_DIR: Final = 0o700
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class KeyUnsafe(WeftError):
    """Someone else may read or replace a secret: nothing is done with it."""

    code: ClassVar[str] = "key-unsafe"

    def __init__(self, path: Path, *, why: str, fix: str) -> None:
        super().__init__(f"{path} is not safe enough to hold a secret", why=why, fix=fix)


def private_dir(path: Path, secret: str) -> None:
    """Make sure that *path* is a directory of ours that is closed to others.

    While no file called *secret* is in it nothing can have leaked, and it is
    closed here; later, that it was opened is a fact which its owner must hear.
    """
    path.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
    if path.stat().st_uid == os.geteuid() and not (path / secret).exists():
        path.chmod(PRIVATE_DIR)
    _refuse_unsafe(path, path.stat(), PRIVATE_DIR)


def read_secret(path: Path) -> bytes:
    """The bytes of *path*, if it is a file of ours that is closed to others."""
    # The open file is asked, not its name: nobody can swap it in between.
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        if path.is_symlink():
            raise KeyUnsafe(
                path,
                why="it is a symbolic link",
                fix="put the file itself in its place",
            ) from error
        raise
    with os.fdopen(opened, "rb") as file:
        _refuse_unsafe(path, os.fstat(opened), PRIVATE_FILE)
        return file.read()


def create(path: Path, data: bytes, mode: int = PRIVATE_FILE) -> None:
    """Write *data* to *path*, on disk when this returns; raises FileExistsError if it is there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        with os.fdopen(opened, "wb") as file:
            os.fchmod(opened, mode)  # exactly, whatever the umask
            file.write(data)
            file.flush()
            os.fsync(opened)
        _name_draft(draft, path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _name_draft(draft: Path, path: Path) -> None:
    """Give a whole file its name, unless the name is taken: a link never replaces."""
    os.link(draft, path)
    directory = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def looseness(status: os.stat_result, uid: int, allowed: int) -> str:
    """Why a file with this *status* is not *uid*'s alone, in words; empty if it is."""
    if status.st_uid != uid:
        return f"it belongs to user {status.st_uid}, and this process runs as user {uid}"
    mode = stat.S_IMODE(status.st_mode)
    if mode & _OTHERS:
        return f"its mode is {mode:04o}, which opens it to others; it must be {allowed:04o}"
    return ""


def _refuse_unsafe(path: Path, status: os.stat_result, allowed: int) -> None:
    uid = os.geteuid()
    why = looseness(status, uid, allowed)
    if not why:
        return
    command = f"chown {uid}" if status.st_uid != uid else f"chmod {allowed:o}"
    caution = ""
    if command.startswith("chmod") and allowed == PRIVATE_FILE:
        caution = ", if you are sure that nobody has copied it"
    raise KeyUnsafe(path, why=why, fix=f"{command} {shlex.quote(str(path))}{caution}")
