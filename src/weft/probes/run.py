"""When an app is asked: a Probe -> Results, one after another, until cancelled.

While it starts, an app is asked often (every 50 ms, then every fifth of the
time that has passed), so that it gets traffic the moment it can take it. After
its first good answer it is asked once in each interval, at a point of the
interval of its own, so that a host's instances are not all asked together.

One `Prober` goes with one life of an app: when the process is started anew,
so is the prober. What results mean is `threshold`'s.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import Final, Never

from weft.model.catalog import Probe
from weft.probes.ask import ask
from weft.probes.threshold import Result

FIRST_PAUSE_S: Final = 0.05
#: Asked in steps of a fifth of the time so far, an app is found ready at most that much late.
PATIENCE: Final = 0.2

Ask = Callable[[Probe, str, int], Awaitable[Result | None]]


class Prober:
    """Asks one instance at *host*:*port*; each result goes to *on_result*.

    With *starting* False the app runs already, and the quick first questions
    are left out. *jitter* yields from 0 to 1.
    """

    def __init__(
        self,
        probe: Probe,
        host: str,
        port: int,
        on_result: Callable[[Result], None],
        *,
        starting: bool = True,
        jitter: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        asks: Ask = ask,
    ) -> None:
        self._probe = probe
        self._host = host
        self._port = port
        self._on_result = on_result
        self._starting = starting
        self._jitter = jitter
        self._clock = clock
        self._sleep = sleep
        self._asks = asks
        self._last: Result | None = None
        self._excused = 0

    @property
    def last(self) -> Result | None:
        """The last result, for people who want to see what the app said."""
        return self._last

    @property
    def excused(self) -> int:
        """How many questions in a row had no result because of this host, not of the app."""
        return self._excused

    async def probe_now(self) -> Result | None:
        """Ask at once, out of turn; the result counts like any other.

        None: this host stood still or was out of descriptors, also at a second
        try. That says nothing about the app, and its state stays what it was.
        """
        for _ in range(2):
            result = await self._asks(self._probe, self._host, self._port)
            if result is not None:
                self._last, self._excused = result, 0
                self._on_result(result)
                return result
        self._excused += 1
        return None

    async def run(self) -> Never:
        """Ask for ever."""
        if self._starting:
            await self._until_good()
        every_s = self._probe.every_ms / 1000
        due = self._clock() + every_s * self._jitter()
        while True:
            await self._sleep(max(0.0, due - self._clock()))
            await self.probe_now()
            # Beats are counted from the first one, so they do not drift; an
            # answer that took longer than a beat is followed by the next at once.
            due = max(due + every_s, self._clock())

    async def _until_good(self) -> None:
        began = self._clock()
        while True:
            result = await self.probe_now()
            if result is not None and result.ok:
                return
            grown = PATIENCE * (self._clock() - began)
            await self._sleep(min(max(FIRST_PAUSE_S, grown), self._probe.every_ms / 1000))
