"""The edge of the supervising machine: a Life's commands -> a process, timers, feedback.

Carries out and feeds back, for apps and Envoys alike; what is started, and what
draining means, is its owner's (`Actions`).
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from weft.agent import supervise
from weft.agent.process import Exit
from weft.agent.supervise import Command, Event, Life
from weft.errors import WeftError
from weft.model.catalog import Restart, Stop


class Ended(Protocol):
    """A process that can be ended."""

    @property
    def pid(self) -> int | None:
        """Its process id; None if it is not ours to know."""
        ...

    def send(self, name: str) -> None:
        """Send a signal to its group."""
        ...

    def kill(self) -> None:
        """End its group at once."""
        ...

    def abandon(self) -> None:
        """Stop watching it."""
        ...


OnExit = Callable[[Exit], None]


class Elsewhere:
    """A process that someone else runs: to end it is to look away."""

    pid = None

    def __init__(self, on_exit: OnExit) -> None:
        self._on_exit = on_exit

    def send(self, name: str) -> None:  # noqa: ARG002 - it is not ours to signal
        """It is no longer looked after."""
        asyncio.get_running_loop().call_soon(self._on_exit, Exit("was let go", failed=False))

    def kill(self) -> None:
        """Nothing to kill."""

    def abandon(self) -> None:
        """Nothing to look away from."""


class Actions(Protocol):
    """What the owner of a life does for it."""

    def spawn(self, on_exit: OnExit) -> Ended:
        """Start the process; raises WeftError."""
        ...

    def ended(self, exit: Exit) -> None:
        """The process is gone; its life has not heard of it yet."""
        ...

    def drain(self) -> None:
        """Have it worked off, then feed `Drained`."""
        ...

    def forget(self) -> None:
        """Nothing of it is left, and nothing comes after."""
        ...

    def moved(self) -> None:
        """The life has changed."""
        ...


class Supervised:
    """One life and its process."""

    def __init__(self, actions: Actions, restart: Restart, stop: Stop) -> None:
        self.life = Life(restart=restart, stop=stop)
        self.process: Ended | None = None
        self._actions = actions
        self._timer: asyncio.TimerHandle | None = None

    def feed(self, event: Event) -> None:
        """Something happened."""
        before = self.life
        jitter = random.random()  # noqa: S311 - it spreads restarts, it hides nothing
        self.life, commands = supervise.step(before, event, time.monotonic(), jitter)
        self._arm()
        for command in commands:
            self._do(command)
        if self.life != before:
            self._actions.moved()

    def adopt(self, process: Ended, restarts: int) -> None:
        """Go on with a process that an earlier agent started."""
        self.process = process
        self.life = replace(self.life, restarts=restarts)
        self.feed(supervise.Adopted())

    def retune(self, restart: Restart, stop: Stop) -> None:
        """From now on it is restarted and stopped like this."""
        self.life = replace(self.life, restart=restart, stop=stop)

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        if self.process:
            self.process.kill()

    def abandon(self) -> None:
        """Look away: the process goes on without this agent."""
        if self._timer:
            self._timer.cancel()
        if self.process:
            self.process.abandon()

    def exited(self, exit: Exit) -> None:
        """The process is gone."""
        self.process = None
        self._actions.ended(exit)
        self.feed(supervise.Exited(exit.cause, failed=exit.failed))

    def _do(self, command: Command) -> None:
        match command:
            case Command.SPAWN:
                self._spawn()
            case Command.DRAIN:
                self._actions.drain()
            case Command.SIGNAL if self.process:
                self.process.send(self.life.stop.signal)
            case Command.KILL:
                self.kill()
            case Command.FORGET:
                self._actions.forget()

    def _spawn(self) -> None:
        try:
            self.process = self._actions.spawn(self.exited)
        except WeftError as error:
            why = f"{error.what}: {error.why}" if error.why else error.what
            loop = asyncio.get_running_loop()
            loop.call_soon(self.exited, Exit(why, failed=True))

    def _arm(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self.life.deadline is not None:
            pause = max(0.0, self.life.deadline - time.monotonic()) + 0.001
            self._timer = asyncio.get_running_loop().call_later(pause, self.feed, supervise.Tick())
