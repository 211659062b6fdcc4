"""One Envoy as a process: a bootstrap -> a supervised Envoy, adopted if it runs already.

Started again when it dies, at first after 100 ms. It serves as soon as it is
back: what it should hold is its agent's, on a socket that does not go away.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from weft.agent import process, supervise
from weft.agent.disk import write_whole
from weft.agent.launch import MARK
from weft.agent.memory import ProxyMemory
from weft.agent.process import Exit, Process
from weft.agent.supervise import Life
from weft.agent.supervised import OnExit, Supervised
from weft.envoy.messages import version_of
from weft.model.catalog import Restart, Stop

RESTART: Final = Restart(backoff_ms=100, max_ms=30_000)
STOP: Final = Stop(after_ms=5_000)
#: How long connections of a changed listener may go on under its old rules.
_DRAIN_S: Final = 5
_FLUSH_MS: Final = 500  # how late a line of the access log may be


@dataclass(frozen=True)
class Vessel:
    """What an Envoy is started from."""

    envoy: Path
    folder: Path  # holds bootstrap.pb and envoy.log
    bootstrap: bytes
    mark: str  # of every process of this agent
    files: int  # that it may have open

    @property
    def version(self) -> str:
        """Of the bootstrap: an Envoy that was started from another one cannot be adopted."""
        return version_of(self.bootstrap)

    @property
    def command(self) -> tuple[str, ...]:
        """Envoy's command line."""
        return (
            *(str(self.envoy), "-c", str(self.folder / "bootstrap.pb")),
            # A new process never takes over from an old one, so there is no socket for it to guard.
            *("--disable-hot-restart", "--concurrency", "1"),
            *("--drain-time-s", str(_DRAIN_S), "--drain-strategy", "immediate"),
            *("--file-flush-interval-msec", str(_FLUSH_MS), "--file-flush-min-size-kb", "1"),
            *("--log-level", "warning", "--log-format-escaped"),
        )


class EnvoyProcess:
    """The process of one Envoy; *changed* hears of each start and end."""

    def __init__(
        self, vessel: Vessel, *, started: Callable[[], None], changed: Callable[[], None]
    ) -> None:
        self.vessel = vessel
        self.since = time.time()
        self.last_exit = ""
        self.gone = False
        self._started = started
        self._changed = changed
        self._supervised = Supervised(self, RESTART, STOP)

    @property
    def life(self) -> Life:
        """How it is."""
        return self._supervised.life

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._supervised.process.pid if self._supervised.process else None

    @property
    def log(self) -> Path:
        """What it writes about itself."""
        return self.vessel.folder / "envoy.log"

    def start(self, memory: ProxyMemory | None) -> bool:
        """Go on with the Envoy that *memory* speaks of, or start one; says whether it goes on."""
        if memory is not None:
            found = self._adopted(memory)
            if found is not None:
                self._supervised.adopt(found, memory.restarts)
                return True
            process.end(memory.process)
        write_whole(self.vessel.folder / "bootstrap.pb", self.vessel.bootstrap)
        self._supervised.feed(supervise.Permitted())
        return False

    def ready(self) -> None:
        """It serves."""
        self._supervised.feed(supervise.Ready())

    def stop(self) -> None:
        """End it."""
        self._supervised.feed(supervise.Leave())
        self._supervised.feed(supervise.Drained())

    def kill(self) -> None:
        """End it at once."""
        self._supervised.kill()

    def abandon(self) -> None:
        """Look away; it goes on."""
        self._supervised.abandon()

    def remembered(self) -> ProxyMemory | None:
        """As the next agent needs it; None while there is no process."""
        found = self._supervised.process
        if not isinstance(found, Process):
            return None
        return ProxyMemory(found.id, self.life.restarts, self.vessel.version)

    def _adopted(self, memory: ProxyMemory) -> Process | None:
        if memory.bootstrap != self.vessel.version:
            return None
        if memory.process.program not in ("", str(self.vessel.envoy.resolve())):
            return None
        return process.adopt(memory.process, self._supervised.exited)

    # --- what its life asks (supervised.Actions) ---------------------------------------------

    def spawn(self, on_exit: OnExit) -> Process:
        """Start Envoy; raises WeftError."""
        self.since = time.time()
        vessel = self.vessel
        started = process.spawn(
            vessel.command,
            env={MARK: vessel.mark},
            folder=vessel.folder,
            log=self.log,
            on_exit=on_exit,
            files=vessel.files,
        )
        self._started()
        return started

    def ended(self, exit: Exit) -> None:
        """It is gone; what it said last explains most ends at the start."""
        self.since = time.time()
        said = process.last_words(self.log) if exit.cause.startswith("exited") else ""
        self.last_exit = f"{exit.cause}: {said}" if said else exit.cause

    def drain(self) -> None:
        """Its connections are drained before it is told to stop."""

    def forget(self) -> None:
        """Nothing of it is left."""
        self.gone = True

    def moved(self) -> None:
        """It started or ended."""
        self._changed()
