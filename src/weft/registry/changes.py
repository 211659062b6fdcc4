"""Changes: how each reader of the registry follows its snapshots at its own pace.

    snapshot after snapshot  ->  the newest one, with the names of what changed

A reader costs a set of names, however slow it is. Refuses to know what it does
with them.
"""

import asyncio
from collections.abc import Callable
from typing import Self

from weft.model.snapshot import Snapshot
from weft.registry.fold import Changed


class Changes:
    """Snapshots as they come, each with the names of what changed since the one before.

    The first comes at once, with the name of everything. Whoever is slow gets
    the newest snapshot, with the names of all that changed meanwhile.
    """

    def __init__(self, current: Callable[[], Snapshot]) -> None:
        self._current = current
        self._names: Changed = frozenset()
        self._ready = asyncio.Event()
        self._failure: BaseException | None = None

    def add(self, names: Changed) -> None:
        """*names* have changed."""
        self._names |= names
        self._ready.set()

    def fail(self, failure: BaseException) -> None:
        """There will be no more."""
        self._failure = failure
        self._ready.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> tuple[Snapshot, Changed]:
        await self._ready.wait()
        if self._failure:
            raise self._failure
        self._ready.clear()
        names, self._names = self._names, frozenset()
        return self._current(), names
