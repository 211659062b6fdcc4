"""Processes: a command -> a process in a session of its own, watched, signalled, ended whole.

Each process leads its own session and group, writes its own log and so outlives
the agent. Its end is seen at once through a pidfd, also when an earlier agent
started it. A pid alone proves nothing: `ProcessId` adds when it began, and
which program it is.

Where there is no pidfd (macOS), ends are noticed by looking every 100 ms.
"""

import asyncio
import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from msgspec import Struct

from weft.agent import kernel
from weft.errors import WeftError

_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_LOOK_EVERY_S = 0.1
_SAME_START_S = 0.02  # psutil counts in clock ticks of 10 ms


class CannotStart(WeftError):
    """A program could not be started."""

    code = "cannot-start"


class ProcessId(Struct, frozen=True, omit_defaults=True):
    """Which process, beyond doubt: a pid is used again, a pid with its beginning is not."""

    pid: int
    started: float  # seconds after the machine's own start, where that is known
    program: str = ""  # the executable's path

    @classmethod
    def of(cls, pid: int) -> "ProcessId | None":
        """Who has *pid* now; None if nobody that lives."""
        started = kernel.started(pid)
        return None if started is None else cls(pid, started, kernel.program(pid))

    @property
    def lives(self) -> bool:
        """Whether this very process still runs."""
        started = kernel.started(self.pid)
        return started is not None and abs(started - self.started) < _SAME_START_S


@dataclass(frozen=True)
class Exit:
    """How a process ended."""

    cause: str
    failed: bool


class Process:
    """A running process; *on_exit* is called once, from the loop, as soon as it ends."""

    def __init__(
        self,
        id: ProcessId,
        child: "subprocess.Popen[bytes] | None",
        on_exit: Callable[[Exit], None],
    ) -> None:
        self.id = id
        self._child = child
        self._on_exit = on_exit
        self._killed = False
        self._memory_kills = kernel.memory_kills()
        self._watch = _Watch(id, self._ended)

    @property
    def pid(self) -> int:
        """Its process id, which is also its group's and its session's."""
        return self.id.pid

    def send(self, name: str) -> None:
        """Send the signal called *name* to the whole group; SIGTERM if there is none such."""
        self._to_group(signal.Signals.__members__.get(name, signal.SIGTERM))

    def kill(self) -> None:
        """End the whole group at once."""
        self._killed = True
        self._to_group(signal.SIGKILL)

    def abandon(self) -> None:
        """Stop watching; the process goes on."""
        self._watch.close()

    def _to_group(self, number: signal.Signals) -> None:
        # Until the leader is reaped nobody else can have its pid, and so nobody else its group.
        if self._watch.over or not self.id.lives:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, number)

    def _ended(self) -> None:
        end_session(self.pid)  # what it started must not outlive it, nor keep its port
        status = self._child.wait() if self._child else None
        self._on_exit(self._explained(status))

    def _explained(self, status: int | None) -> Exit:
        if status is None:
            return Exit("ended; its status is unknown, since an earlier agent started it", True)
        if status >= 0:
            return Exit(f"exited with status {status}", status != 0)
        by_memory = kernel.memory_kills() > self._memory_kills
        if -status == signal.SIGKILL and by_memory and not self._killed:
            return Exit("killed by the kernel (memory)", True)
        with contextlib.suppress(ValueError):
            return Exit(f"killed by signal {-status} ({signal.Signals(-status).name})", True)
        return Exit(f"killed by signal {-status}", True)


def spawn(
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    folder: Path,
    log: Path,
    on_exit: Callable[[Exit], None],
    files: int | None = None,
) -> Process:
    """Start *command* in *folder*, its output appended to *log*; raises CannotStart.

    *files* is how many files it may have open; None: as many as this process.
    """
    program = _find(command, env, folder)
    output = _opened(log)
    try:
        with _file_limit(files):
            child = subprocess.Popen(
                command,
                executable=program,
                env=dict(env),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
    except (OSError, ValueError) as error:  # ValueError: a zero byte in a word or a variable
        raise CannotStart(
            f"{command[0]} cannot be started",
            why=getattr(error, "strerror", None) or str(error),
            fix=f"try it by hand in {folder}",
        ) from error
    finally:
        os.close(output)
    # A child that has ended is a zombie until it is waited for, so it has an id all the same.
    who = ProcessId.of(child.pid) or ProcessId(child.pid, 0.0)
    return Process(who, child, on_exit)


def adopt(id: ProcessId, on_exit: Callable[[Exit], None]) -> Process | None:
    """Watch a process that an earlier agent started; None if it is not there any more."""
    return Process(id, None, on_exit) if id.lives else None


def end_session(leader: int) -> None:
    """Kill what is left of the session of *leader*."""
    for pid in kernel.session_members(leader):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)


def end(id: ProcessId) -> None:
    """Kill the process *id*, if it is still that one, with its session."""
    if id.lives:
        end_session(id.pid)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(id.pid, signal.SIGKILL)


def last_words(log: Path, most: int = 200) -> str:
    """The last line of a log, without what a terminal would stumble over."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 4096))
            lines = file.read().decode(errors="replace").splitlines()
    except OSError:
        return ""
    said = next((line for line in reversed(lines) if line.strip()), "")
    plain = "".join(c if c.isprintable() else " " for c in _COLOURS.sub("", said))
    return plain.strip()[:most]


def end_marked(mark: str, keep: frozenset[int] = frozenset()) -> list[int]:
    """Kill what bears *mark*, but for the sessions *keep*, this process and those above it."""
    spared = {parent.pid for parent in psutil.Process().parents()} | {os.getpid()}
    found = [pid for pid in kernel.marked(mark) if pid not in spared]
    doomed = [pid for pid in found if kernel.session(pid) not in keep]
    for pid in doomed:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    return doomed


def _opened(log: Path) -> int:
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:
        raise CannotStart(
            f"its log {log} cannot be written", why=error.strerror or str(error)
        ) from error


def _find(command: Sequence[str], env: Mapping[str, str], folder: Path) -> str:
    if not folder.is_dir():
        raise CannotStart(f"there is no folder {folder}", fix="create it, or change `dir`")
    name = command[0]
    if "/" in name:
        found = str(folder / name) if os.access(folder / name, os.X_OK) else None
    else:
        found = shutil.which(name, path=env.get("PATH", os.defpath))
    if found is None:
        why = "it is not there or not executable" if "/" in name else "it is not on PATH"
        raise CannotStart(f"there is no program {name}", why=why, fix="install it, or change `run`")
    return found


def file_limits() -> tuple[int, int]:
    """How many files this process may have open, and how many it could allow itself."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)


@contextlib.contextmanager
def _file_limit(files: int | None) -> Iterator[None]:
    """Whatever starts in here may have *files* files open; limits are inherited."""
    soft, hard = file_limits()
    resource.setrlimit(resource.RLIMIT_NOFILE, (files if files is not None else soft, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class _Watch:
    """Calls *ended* once when the process ends."""

    def __init__(self, id: ProcessId, ended: Callable[[], None]) -> None:
        self.over = False
        self._id = id
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._pidfd = -1
        self._timer: asyncio.TimerHandle | None = None
        if hasattr(os, "pidfd_open"):
            self._open()
        else:
            self._look()

    def close(self) -> None:
        self.over = True
        if self._timer:
            self._timer.cancel()
        if self._pidfd >= 0:
            self._loop.remove_reader(self._pidfd)
            os.close(self._pidfd)
            self._pidfd = -1

    def _open(self) -> None:
        try:
            self._pidfd = os.pidfd_open(self._id.pid)
        except ProcessLookupError:
            self._timer = self._loop.call_later(0, self._fire)
            return
        self._loop.add_reader(self._pidfd, self._fire)

    def _look(self) -> None:
        if not self._id.lives:
            self._fire()
        else:
            self._timer = self._loop.call_later(_LOOK_EVERY_S, self._look)

    def _fire(self) -> None:
        if not self.over:
            self.close()
            self._ended()
