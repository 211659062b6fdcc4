"""Subscriptions: what one peer asks for of one resource type.

    names subscribed, names unsubscribed  ->  Subscription.change()  ->  Change

Refuses to know which resources exist: a peer may ask for what nobody has yet,
and is told of it when it appears. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

WILDCARD: Final = "*"


@dataclass(frozen=True, slots=True)
class Change:
    """What one request changed; each of *owed* must be in a response, whatever the peer holds."""

    owed: frozenset[str] = frozenset()
    owes_everything: bool = False  # `*` was asked for once more
    widened: bool = False  # names that were of no interest may be now
    narrowed: bool = False  # names that were of interest may not be any more


UNCHANGED: Final = Change()


@dataclass(slots=True)
class Subscription:
    """Everything (`*`), or some names, or both."""

    wildcard: bool = False
    names: set[str] = field(default_factory=set)
    opened: bool = False

    def covers(self, name: str) -> bool:
        """Whether the peer wants to hear of *name*."""
        return self.wildcard or name in self.names

    def change(self, subscribe: Iterable[str] = (), unsubscribe: Iterable[str] = ()) -> Change:
        """Apply one request.

        The first request of a stream asks for everything if it names nothing
        (the protocol's older spelling of `*`); later ones that name nothing
        are mere answers.
        """
        asked, dropped = frozenset(subscribe), frozenset(unsubscribe)
        first, self.opened = not self.opened, True
        if not asked and not dropped:
            self.wildcard = self.wildcard or first
            return Change(widened=True) if first else UNCHANGED
        doubtful = self._drop(dropped)
        had_wildcard, self.wildcard = self.wildcard, self.wildcard or WILDCARD in asked
        self.names |= asked - {WILDCARD}
        return Change(
            owed=(asked - {WILDCARD}) | doubtful,
            owes_everything=had_wildcard and WILDCARD in asked,
            widened=self.wildcard and not had_wildcard,
            narrowed=bool(dropped),
        )

    def _drop(self, dropped: frozenset[str]) -> frozenset[str]:
        """Forget names; those that `*` may still cover must be answered.

        The peer can't know whether a name that it asked for by itself is also
        part of everything, so it has to be told.
        """
        known = dropped & self.names
        self.names -= known
        if WILDCARD in dropped:
            self.wildcard = False
        return known if self.wildcard else frozenset()
