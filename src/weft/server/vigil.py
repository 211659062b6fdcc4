"""The vigil: looks at what is known, and says when something begins or ceases to be wrong.

    Known, once a second and after every change  ->  log lines, notices

Refuses to decide what is worth an alarm: `alarms` does.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from weft.server.alarms import Alarms, HostFacts, Raised, conditions, undecided
from weft.server.notes import Notes
from weft.server.notify import Notifier
from weft.server.view import Known, Moment
from weft.telemetry import names
from weft.telemetry.logs import Log

EVERY_S: Final = 1.0
FIRST_REPORTS_S: Final = 10.0


class Vigil:
    """Keeps the alarms of *known* up to date."""

    def __init__(
        self,
        known: Known,
        notifier: Notifier,
        log: Log,
        notes: Notes,
        now: Callable[[], Moment],
    ) -> None:
        self._known = known
        self._notifier = notifier
        self._log = log
        self._notes = notes
        self._now = now
        self._began = now().monotonic
        self._alarms = Alarms()
        self._alarms.recall(notes.alarms())
        self._news = asyncio.Event()

    def look(self) -> None:
        """Something has changed: look soon."""
        self._news.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), EVERY_S)
            self._news.clear()
            self.check()

    def check(self) -> None:
        """Look now."""
        now = self._now()
        for host, back in self._known.hosts.turned(now.monotonic):
            if back:
                self._log.info(names.HOST_RETURNED, host=host)
            else:
                self._log.error(names.HOST_LOST, host=host)
        snapshot = self._known.snapshot
        found = conditions(snapshot, self._facts(now), now.unix)
        news = self._alarms.update(found, undecided(snapshot) | self._unheard(now))
        self._known.alarms = self._alarms.standing
        if news:
            self._notes.keep_alarms(self._known.alarms)
        destinations = snapshot.mesh.alarms if snapshot.mesh else ()
        for one in news:
            alarm = one.alarm
            fields = {"id": alarm.id, "severity": alarm.severity, "what": alarm.what}
            if isinstance(one, Raised):
                self._log.warning(names.ALARM_RAISED, **fields, why=alarm.why, fix=alarm.fix)
            else:
                stood = round(now.unix - alarm.since, 1)
                self._log.info(names.ALARM_RESOLVED, **fields, stood_s=stood)
            self._notifier.send(destinations, one, self._known.mesh, now.unix)

    def _unheard(self, now: Moment) -> frozenset[str]:
        """What cannot be resolved yet, because a host has not spoken since this server began."""
        early = now.monotonic - self._began < FIRST_REPORTS_S
        if early and not all(host.report for host in self._known.hosts.all()):
            return frozenset(alarm.id for alarm in self._alarms.standing)
        return frozenset()

    def _facts(self, now: Moment) -> list[HostFacts]:
        return [
            HostFacts(
                name=host.join.host,
                connected=self._known.hosts.connected(host.join.host, now.monotonic),
                silent_s=now.monotonic - host.heard,
                certificates=host.report.certificates if host.report else (),
                refusals=host.report.refusals if host.report else (),
                proxies=host.report.proxies if host.report else (),
            )
            for host in self._known.hosts.all()
        ]
