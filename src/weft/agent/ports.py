"""Ports on loopback: uses -> ports that nobody else has, the same ones after a restart.

    "proxy/default.web"  ->  Ports.take()  ->  20417

Ports come from below the system's ephemeral range, so that no outgoing
connection can take one. Each is held by a lock of this user's agents, since
two programs may listen on one port without an error, and tried by binding,
since others know nothing of the lock. Envoy is never asked to choose one.
"""

import errno
import fcntl
import os
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from weft.agent import kernel
from weft.agent.launch import LOOPBACK
from weft.agent.memory import Memory
from weft.errors import WeftError

_SPAN: Final = 12_000
_USUAL_EPHEMERAL: Final = 32_768
_LOWEST: Final = 1_024


class PortTaken(WeftError):
    """A port that was asked for is somebody else's."""

    code = "port-taken"

    def __init__(self, address: str, port: int, holder: str) -> None:
        super().__init__(
            f"port {port} on {address} is already taken",
            why=f"by {holder}" if holder else "by a program that this user may not see",
            fix="stop that program, or choose another port",
        )


class PortsExhausted(WeftError):
    """There is no free port left in the range."""

    code = "ports-exhausted"


class Ports:
    """The ports of one agent; *memory* is where they outlast it, *locks* is this user's folder."""

    def __init__(self, memory: Memory, locks: Path) -> None:
        self._memory = memory
        self._held: dict[int, str] = {}
        locks.mkdir(mode=0o700, parents=True, exist_ok=True)
        # One lock of one byte for each port: one open file, however many ports.
        self._file = os.open(locks / "ports.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._first, self._end = port_range()

    def close(self) -> None:
        """Let go of all locks."""
        os.close(self._file)

    def keep(self, uses: Iterable[str]) -> None:
        """Hold the remembered ports of *uses* without trying them: their programs still run."""
        for use in uses:
            port = self._memory.ports.get(use)
            if port is not None and port not in self._held and self._lock(port):
                self._held[port] = use

    def take(self, use: str, *, fixed: int | None = None, address: str = LOOPBACK) -> int:
        """A port for *use*: *fixed*, or the one it had, or a free one; raises PortTaken."""
        known = self._memory.ports.get(use)
        if known is not None and self._held.get(known) == use and fixed in (None, known):
            return known
        if fixed is not None:
            return self._fixed(use, fixed, address)
        if known is not None and self._try(known, address):
            return self._hold(use, known)
        return self._hold(use, self._next(address))

    def claim(self, use: str, port: int, *, fixed: bool) -> None:
        """Make sure that *port* can be listened on now, for *use*; raises PortTaken."""
        if fixed and self._held.get(port) != use:
            self.take(use, fixed=port)
        elif not bindable(port):
            raise PortTaken(LOOPBACK, port, kernel.listener(port))

    def free(self, use: str) -> None:
        """*use* needs its port no more."""
        port = self._memory.ports.pop(use, None)
        if port is not None and self._held.get(port) == use:
            del self._held[port]
            self._unlock(port)

    def _fixed(self, use: str, port: int, address: str) -> int:
        if port in self._held:
            raise PortTaken(address, port, f"this mesh itself, for {self._held[port]}")
        if not self._try(port, address):
            raise PortTaken(address, port, kernel.listener(port))
        return self._hold(use, port)

    def _next(self, address: str) -> int:
        span = self._end - self._first
        start = self._memory.next_port or self._first + os.getpid() * 97 % span
        for step in range(span):
            port = self._first + (start - self._first + step) % span
            # A port that was just freed comes last: somebody may still call it.
            if port not in self._held and self._try(port, address):
                self._memory.next_port = port + 1
                return port
        raise PortsExhausted(
            f"none of the ports {self._first} to {self._end - 1} is free",
            why=f"{len(self._held)} of them are used by this mesh",
            fix="declare `calls`, so that services get ports only for what they call",
        )

    def _hold(self, use: str, port: int) -> int:
        self.free(use)
        self._memory.ports[use] = port
        self._held[port] = use
        self._lock(port)
        return port

    def _try(self, port: int, address: str) -> bool:
        if not self._lock(port):
            return False
        if bindable(port, address):
            return True
        if port not in self._held:
            self._unlock(port)
        return False

    def _lock(self, port: int) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise
        return True

    def _unlock(self, port: int) -> None:
        fcntl.lockf(self._file, fcntl.LOCK_UN, 1, port)


def bindable(port: int, address: str = LOOPBACK) -> bool:
    """Whether a program could listen on *port* now."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        # Connections in TIME_WAIT do not matter; a listener does, with this option too.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
        except OSError:
            return False
    return True


def port_range() -> tuple[int, int]:
    """The first port of the range and the one behind its last."""
    try:
        low = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        low = _USUAL_EPHEMERAL
    end = low if low - _SPAN >= _LOWEST else _USUAL_EPHEMERAL
    return end - _SPAN, end
