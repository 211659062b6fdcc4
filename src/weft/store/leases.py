"""Leases: who is still there, by a monotonic clock that the caller reads.

    start, grant, renew, tick(now)  ->  the leases that are due

Pure: `now` is an argument, and ending a lease is the caller's deed. A due lease
is *ending* until the caller says `forget` (its keys are gone) or `keep` (they
could not be deleted: it is due again at the next tick, unless it is renewed).

Two rules keep the store's own trouble from expiring anyone:
1. After a start every lease has its full TTL, whatever was left of it before.
2. A tick that comes later than twice the period means that this process stood
   still, and so could not hear renewals: every lease gets its full TTL again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class _Lease:
    ttl_s: float
    due: float
    ending: bool = False


@dataclass
class LeaseTable:
    """All leases of a store; *period_s* is how often `tick` is meant to be called."""

    period_s: float
    _leases: dict[str, _Lease] = field(default_factory=dict)
    _ticked: float | None = None

    def start(self, leases: Mapping[str, float], now: float) -> None:
        """Take over *leases* (id → TTL) that a former process granted."""
        self._ticked = now
        for lease_id, ttl_s in leases.items():
            self._leases[lease_id] = _Lease(ttl_s, now + ttl_s)

    def grant(self, lease_id: str, ttl_s: float, now: float) -> None:
        """Begin the lease *lease_id*."""
        self._leases[lease_id] = _Lease(ttl_s, now + ttl_s)

    def renew(self, lease_id: str, now: float) -> float | None:
        """Give *lease_id* its full TTL again, which is returned; None: unknown or ending."""
        lease = self._leases.get(lease_id)
        if lease is None or lease.ending:
            return None
        lease.due = now + lease.ttl_s
        return lease.ttl_s

    def tick(self, now: float) -> tuple[str, ...]:
        """The leases that are due at *now*, in the order in which they fell due."""
        stalled = self._ticked is not None and now - self._ticked > 2 * self.period_s
        self._ticked = now
        if stalled:
            for lease in self._leases.values():
                lease.due = max(lease.due, now + lease.ttl_s)
        due = [
            lease_id
            for lease_id, lease in self._leases.items()
            if lease.due <= now and not lease.ending
        ]
        for lease_id in due:
            self._leases[lease_id].ending = True
        return tuple(sorted(due, key=lambda lease_id: (self._leases[lease_id].due, lease_id)))

    def forget(self, lease_id: str) -> None:
        """The lease *lease_id* has ended."""
        self._leases.pop(lease_id, None)

    def keep(self, lease_id: str) -> None:
        """The lease *lease_id* could not be ended: it may be renewed, or falls due again."""
        if lease := self._leases.get(lease_id):
            lease.ending = False

    def __len__(self) -> int:
        return len(self._leases)
