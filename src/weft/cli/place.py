"""Where a mesh keeps its state: the folder `.weft` beside its file, and a short one for sockets.

    a mesh.yaml, or the folder one stands in  ->  Place

The sockets have a folder of their own because a Unix socket's path may have
no more than 107 bytes (unix(7)), and projects lie deep.
"""

import fcntl
import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

import msgspec

from weft.agent import kernel
from weft.errors import WeftError

STATE_DIR = ".weft"
SAME_START_S = 0.05  # the kernel counts starts in hundredths of a second


class NoMeshHere(WeftError):
    """No mesh was started from this folder or one above it."""

    code = "no-mesh"
    exit_code = 3

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"no mesh runs from {start} or a folder above it",
            fix="start one with `weft up`, or name its file with -f",
        )


class UnsafeFolder(WeftError):
    """A folder that must be private is somebody else's, or open to others."""

    code = "unsafe-folder"


class Running(msgspec.Struct, frozen=True):
    """What `up.json` says: who supervises the mesh. A pid alone may be reused, so its start too."""

    pid: int
    started: float
    file: str


@dataclass(frozen=True)
class Place:
    """The state folder of one mesh."""

    state: Path

    @property
    def runtime(self) -> Path:
        """The private folder of its sockets: the same whoever asks, and after a logout."""
        short = sha256(str(self.state).encode()).hexdigest()[:8]
        return Path("/tmp") / f"weft-{os.getuid()}" / short  # noqa: S108  made private and checked

    @property
    def up_json(self) -> Path:
        """Who supervises it."""
        return self.state / "up.json"

    @property
    def children_json(self) -> Path:
        """Its server's and its agent's processes."""
        return self.state / "children.json"

    @property
    def server_json(self) -> Path:
        """Where its server listens."""
        return self.state / "server" / "server.json"

    @property
    def token(self) -> Path:
        """The key to its API."""
        return self.state / "token"

    @property
    def logs(self) -> Path:
        """What apps and proxies wrote."""
        return self.state / "logs"

    def make(self) -> None:
        """Create both folders, private to this user; raises UnsafeFolder if that can't be."""
        for folder in (self.state, self.runtime.parent, self.runtime):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            private(folder)

    def hold(self) -> IO[str] | None:
        """The lock of whoever supervises the mesh or clears it away; None if another has it."""
        lock = (self.state / "up.lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return None
        return lock

    def running(self) -> Running | None:
        """Who supervises the mesh now; None if nobody does."""
        try:
            found = msgspec.json.decode(self.up_json.read_bytes(), type=Running)
        except (OSError, msgspec.DecodeError):
            return None
        return found if alive(found.pid, found.started) else None


def private(folder: Path) -> None:
    """Make sure that *folder* is this user's and nobody else may look into it."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise UnsafeFolder(
            f"{folder} belongs to another user",
            why="sockets and keys must lie in a folder of your own",
            fix="have its owner, or root, remove it",
        )
    if found.st_mode & 0o077:
        folder.chmod(0o700)


def alive(pid: int, started: float) -> bool:
    """Whether the process that had *pid* when it began at *started* still runs."""
    now = kernel.started(pid)
    return now is not None and abs(now - started) < SAME_START_S


def place_beside(file: Path) -> Place:
    """The place of the mesh that *file* describes."""
    return Place(file.absolute().parent / STATE_DIR)


def find_place(file: Path | None) -> Place:
    """The place of the mesh of *file*, or of this folder or one above it; raises NoMeshHere."""
    if file is not None:
        return place_beside(file)
    if named := os.environ.get("WEFT_STATE"):
        return Place(Path(named).absolute())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / STATE_DIR).is_dir():
            return Place(folder / STATE_DIR)
    raise NoMeshHere(here)
