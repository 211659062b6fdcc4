"""What the system knows of processes: pid -> when it began, its program, its session.

Reads /proc on Linux and asks psutil elsewhere. Starts nothing, and ends only
zombies that nobody else will.
"""

import contextlib
import ctypes
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

_PROC = Path("/proc")
_LINUX = sys.platform == "linux"
_TICKS = os.sysconf("SC_CLK_TCK")
_SET_CHILD_SUBREAPER = 36  # prctl(2)
# Fields of /proc/PID/stat behind the name, proc_pid_stat(5).
_STATE, _PARENT, _SESSION, _START = 0, 1, 3, 19


def started(pid: int) -> float | None:
    """When the living process *pid* began; None if there is none, or only its zombie."""
    if not _LINUX:
        try:
            process = psutil.Process(pid)
            zombie = process.status() == psutil.STATUS_ZOMBIE
            return None if zombie else process.create_time()
        except psutil.Error:
            return None
    fields = _stat(pid)
    if fields is None or fields[_STATE] in ("Z", "X"):
        return None
    return int(fields[_START]) / _TICKS


def program(pid: int) -> str:
    """The path of the executable of *pid*; empty if it may not be known."""
    try:
        return str(psutil.Process(pid).exe())
    except (psutil.Error, OSError):
        return ""


def session_members(leader: int) -> list[int]:
    """The living processes of a session, but for its leader."""
    if not _LINUX:
        return [p for p in psutil.pids() if p != leader and session(p) == leader]
    return [
        pid
        for pid, fields in _all()
        if pid != leader and int(fields[_SESSION]) == leader and fields[_STATE] != "Z"
    ]


def session(pid: int) -> int:
    """The session that *pid* belongs to; -1 if there is no such process."""
    try:
        return os.getsid(pid)
    except OSError:
        return -1


def marked(mark: str) -> list[int]:
    """The living processes of this user whose environment holds *mark* (`NAME=value`)."""
    wanted = mark.encode()
    return [pid for pid in psutil.pids() if wanted in _environment(pid).split(b"\0")]


def become_subreaper() -> None:
    """Have orphans of what this process starts become its children; prctl(2), Linux only."""
    if _LINUX:
        ctypes.CDLL(None, use_errno=True).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def zombies() -> set[int]:
    """Children of this process that have ended and were not waited for."""
    if not _LINUX:
        return set()
    own = str(os.getpid())
    return {pid for pid, fields in _all() if fields[_PARENT] == own and fields[_STATE] == "Z"}


def reap(pid: int) -> None:
    """Take a zombie away."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def memory_kills() -> int:
    """How many processes the kernel has killed for want of memory, on this machine."""
    try:
        lines = (_PROC / "vmstat").read_text().splitlines()
    except OSError:
        return 0
    counts = (line.split() for line in lines if line.startswith("oom_kill "))
    return next((int(count) for _, count in counts), 0)


def listener(port: int) -> str:
    """Who listens on the TCP port *port*, as `program (pid 12)`; empty if that is hidden."""
    try:
        for connection in psutil.net_connections("tcp"):
            local = connection.laddr
            if connection.status == psutil.CONN_LISTEN and local and local.port == port:
                return _named(connection.pid)
    except (psutil.Error, OSError):
        pass
    return ""


def has_both_loopbacks() -> bool:
    """Whether programs may listen on ::1, too: a host can be without IPv6."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as trial:
            trial.bind(("::1", 0))
    except OSError:
        return False
    return True


def _named(pid: int | None) -> str:
    if pid is None:
        return "a process of another user"
    try:
        return f"{psutil.Process(pid).name()} (pid {pid})"
    except psutil.Error:
        return f"pid {pid}"


def _all() -> Iterator[tuple[int, list[str]]]:
    for pid in psutil.pids():
        if fields := _stat(pid):
            yield pid, fields


def _stat(pid: int) -> list[str] | None:
    try:
        text = (_PROC / str(pid) / "stat").read_text(errors="replace")
    except OSError:
        return None
    return text.rpartition(")")[2].split()  # the name before it may hold anything


def _environment(pid: int) -> bytes:
    if _LINUX:
        try:
            return (_PROC / str(pid) / "environ").read_bytes()
        except OSError:
            return b""
    try:
        return b"\0".join(f"{k}={v}".encode() for k, v in psutil.Process(pid).environ().items())
    except (psutil.Error, OSError):
        return b""
