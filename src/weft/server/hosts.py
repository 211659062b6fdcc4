"""Hosts: what each agent last said of its host.

    Join, Report, leave  ->  Hosts  ->  who is connected, and with what

Pure: *now* is monotonic and an argument. Refuses to know of leases; that a host
is lost follows from its silence alone, and silence is counted from the server's
own start at the earliest.
"""

from dataclasses import dataclass, field
from typing import Final

from weft.api.agent import Join, Report

#: `turned` is asked about once a second.
STOOD_STILL_S: Final = 3.0


@dataclass
class Host:
    """One host as its agent describes it."""

    join: Join
    lease: str
    heard: float
    report: Report | None = None
    lost: bool = False


@dataclass
class Hosts:
    """All hosts; one that is silent for *silence_s* is lost."""

    silence_s: float
    _hosts: dict[str, Host] = field(default_factory=dict)
    _asked: float | None = None

    def join(self, join: Join, lease: str, now: float) -> None:
        """A host's agent entered, or a former server's note of it was found."""
        before = self._hosts.get(join.host)
        kept = before.report if before and before.join.boot == join.boot else None
        lost = before is not None and before.lost  # until `turned` has told that it is back
        self._hosts[join.host] = Host(join, lease, now, kept, lost)

    def report(self, report: Report, now: float) -> bool:
        """Take in *report*; false for one of an unknown boot, or older than the last one."""
        host = self._hosts.get(report.host)
        if host is None or host.join.boot != report.boot or host.lease != report.lease:
            return False
        host.heard = now
        if host.report is not None and report.sequence <= host.report.sequence:
            return False
        host.report = report
        return True

    def leave(self, name: str) -> None:
        """The host is gone on purpose."""
        self._hosts.pop(name, None)

    def get(self, name: str) -> Host | None:
        """The host called *name*."""
        return self._hosts.get(name)

    def connected(self, name: str, now: float) -> bool:
        """Whether the host has spoken lately."""
        host = self._hosts.get(name)
        return host is not None and now - host.heard <= self.silence_s

    def all(self) -> tuple[Host, ...]:
        """All hosts, in name order."""
        return tuple(host for _, host in sorted(self._hosts.items()))

    def turned(self, now: float) -> tuple[tuple[str, bool], ...]:
        """Hosts that were lost (False) or came back (True) since this was last asked.

        Asked late, this process stood still and could hear nobody: silence
        counts from now.
        """
        if self._asked is not None and now - self._asked > STOOD_STILL_S:
            for host in self._hosts.values():
                host.heard = now
        self._asked = now
        found = []
        for name, host in sorted(self._hosts.items()):
            lost = not self.connected(name, now)
            if lost != host.lost:
                host.lost = lost
                found.append((name, not lost))
        return tuple(found)
