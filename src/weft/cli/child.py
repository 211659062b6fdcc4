"""One child process of the supervisor: started, watched, started again, ended.

    a command line  ->  a process that runs until it is told to stop

Refuses to know what the process does. A child that the supervisor did not
start itself (its predecessor did, and was killed) is watched all the same.
"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from weft.agent import kernel
from weft.cli.place import alive

BACKOFF_FIRST_S = 0.1
BACKOFF_MAX_S = 2.0  # while an agent is away, nothing else that dies comes back
STEADY_S = 60.0  # alive for so long: the next pause is the first one again
POLL_S = 0.05


class Child:
    """A process of Weft's own; *log* takes what it writes outside of its own log."""

    def __init__(self, name: str, argv: list[str], log: Path, folder: Path | None = None) -> None:
        self.name = name
        self.argv = argv
        self.log = log
        self.folder = folder  # where it works; None: where we do
        self.pid: int | None = None
        self.began = 0.0  # the process's own start time, which with the pid names it
        self.starts = 0
        self.last_exit = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = False

    def adopt(self, pid: int, began: float) -> bool:
        """Watch the process that another supervisor started; False if it is gone."""
        if not alive(pid, began):
            return False
        self.pid, self.began = pid, began
        self.starts += 1
        return True

    def start(self) -> None:
        """Start the process, in a session of its own, so that a terminal's Ctrl-C spares it."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.argv,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.pid = self._process.pid
        self.began = kernel.started(self.pid) or 0.0
        self.starts += 1

    def ended(self) -> str | None:
        """How it ended, in words; None while it runs."""
        if self._process is not None:
            code = self._process.poll()
            return None if code is None else exit_words(code)
        if self.pid is not None and alive(self.pid, self.began):
            return None
        return "gone"

    async def keep(self, *, changed: Callable[[], None], died: Callable[[str], None]) -> None:
        """Start it, and again whenever it ends, until `stop`."""
        pause = BACKOFF_FIRST_S
        while not self._stopping:
            if self.pid is None:
                try:
                    self.start()
                except OSError as error:  # no process to be had just now, or no room for its log
                    died(f"cannot be started ({error.strerror})")
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, BACKOFF_MAX_S)
                    continue
                changed()
            started = time.monotonic()
            while (how := self.ended()) is None:
                await asyncio.sleep(POLL_S)
            self.pid = None
            if self._told_to_stop():
                return
            self.last_exit = how
            died(how)
            pause = BACKOFF_FIRST_S if time.monotonic() - started > STEADY_S else pause
            await asyncio.sleep(pause)
            pause = min(pause * 2, BACKOFF_MAX_S)

    def _told_to_stop(self) -> bool:
        return self._stopping  # it may have changed while we waited

    def stop(self) -> None:
        """Ask it to end; `keep` doesn't start it again."""
        self._stopping = True
        self.signal(signal.SIGTERM)

    def signal(self, number: int) -> None:
        """Send *number*, if it is still the process that we mean."""
        if self.pid is not None and self.ended() is None:
            os.kill(self.pid, number)

    async def gone(self, within_s: float) -> bool:
        """Wait for its end; False if it still runs after *within_s*."""
        deadline = time.monotonic() + within_s
        while self.pid is not None and self.ended() is None:
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(POLL_S)
        return True

    def tail(self, lines: int = 8) -> str:
        """The last lines that it wrote."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        except OSError:
            return ""


def exit_words(code: int) -> str:
    """An exit code as people read it."""
    if code < 0:
        return f"killed by signal {-code} ({signal.Signals(-code).name})"
    return f"exited with status {code}"


def weft_argv(*arguments: str) -> list[str]:
    """The command line that runs this same Weft."""
    return [sys.executable, "-m", "weft.cli", *arguments]
