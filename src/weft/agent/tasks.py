"""Tasks beside each other, none of which may fail unheard: coroutines -> tasks, one alarm bell."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Tasks:
    """Starts tasks and holds them; *crashed* hears of the first one that fails."""

    def __init__(self, crashed: Callable[[BaseException], None]) -> None:
        self._crashed = crashed
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run *work* until it ends or is cancelled."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    async def cancel(self) -> None:
        """Cancel all of them, and wait until they are gone."""
        own = {asyncio.current_task()}
        while left := self._running - own:
            for task in left:
                task.cancel()
            await asyncio.wait(left, timeout=1)

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._crashed(error)
