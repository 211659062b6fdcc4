"""Reports to the server: what this host knows -> a heartbeat each second, and at once on a change.

While the server is away nothing here gets in anybody's way: the next report
holds the whole truth anyway.
"""

import asyncio
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from weft.agent.control import Control, ServerAway
from weft.agent.host import Host
from weft.api.agent import JOIN, LEAVE, REPORT, Join, Leave, Report
from weft.errors import WeftError
from weft.telemetry import names
from weft.telemetry.logs import Log

HEARTBEAT_S: Final = 1.0
#: Changes that come closer together go into one report.
_CLOSEST_S: Final = 0.05
_AWAY_S: Final = 0.25  # how soon a server that was away is asked again
_TIMEOUT_S: Final = 3.0


@dataclass(frozen=True)
class Whereabouts:
    """How a host introduces itself."""

    host: str
    address: str
    zone: str = ""


class Reporter:
    """Tells the server how this host is; *returned* is called when it is there (again)."""

    def __init__(
        self, control: Control, here: Whereabouts, log: Log, returned: Callable[[], None]
    ) -> None:
        self._control = control
        self._here = here
        self._log = log
        self._returned = returned
        self._boot = uuid.uuid4().hex
        self._lease = ""
        self._sequence = 0
        self._conflicts: tuple[str, ...] = ()
        self._away = True  # at first it may not be there yet, which is no loss
        self._news = asyncio.Event()

    def news(self) -> None:
        """There is something to tell."""
        self._news.set()

    async def run(self, host: Host) -> None:
        """Report for ever."""
        while True:
            try:
                if not self._lease:
                    await self._join()
                await self._report(host)
            except WeftError as error:
                await self._lost(error)
                continue
            self._away = False
            await asyncio.sleep(_CLOSEST_S)
            await self._wait()

    async def leave(self) -> None:
        """Say farewell; a server that is away finds out by the lease."""
        if self._lease:
            try:
                await self._control.ask(
                    LEAVE, Leave(self._here.host, self._lease), timeout=_TIMEOUT_S
                )
            except WeftError:
                self._lease = ""

    async def _join(self) -> None:
        here = self._here
        question = Join(here.host, self._boot, here.address, here.zone, os.getpid())
        joined = await self._control.ask(JOIN, question, timeout=_TIMEOUT_S)
        self._lease = joined.lease
        self._log.info(names.AGENT_JOINED, lease=joined.lease)
        self._returned()

    async def _report(self, host: Host) -> None:
        self._news.clear()
        self._sequence += 1
        answer = await self._control.ask(REPORT, self._made(host), timeout=_TIMEOUT_S)
        if not answer.known:
            self._lease = ""
        if answer.conflicts != self._conflicts:
            self._conflicts = answer.conflicts
            self._log.warning(names.INSTANCES_REFUSED, why=list(answer.conflicts))

    def _made(self, host: Host) -> Report:
        proxies = host.proxies
        return Report(
            host=self._here.host,
            boot=self._boot,
            lease=self._lease,
            sequence=self._sequence,
            instances=host.instances,
            certificates=proxies.certificates if proxies else (),
            edges=proxies.edges if proxies else (),
            refusals=host.refusals,
            proxies=proxies.infos if proxies else (),
            revision=host.revision,
        )

    async def _lost(self, error: WeftError) -> None:
        # Once for each time that it is away: it is asked again four times a second.
        away = isinstance(error, ServerAway)
        if not (away and self._away):
            self._log.warning(names.SERVER_LOST, what=error.what, why=error.why)
        self._away = away
        self._lease = self._lease if away else ""
        await asyncio.sleep(_AWAY_S)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(HEARTBEAT_S - _CLOSEST_S):
                await self._news.wait()
        except TimeoutError:
            return
