"""What a server and a peer say to each other about one resource type, as frozen values.

A `Request` is what a peer said, a `Push` the response to send, `Accepted` and
`Rejected` what an answer means. A `Gate` is what may be said now. Wire formats
are wire.py's. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

Versions = Mapping[str, str]  # resource name -> content version
UNKNOWN: Final = ""  # equal to no version


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource: the version of its content, and the content."""

    version: str
    body: bytes = field(repr=False)


Target = Mapping[str, Entry]
NOTHING: Final[Target] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Push:
    """Command: send this response."""

    nonce: str
    upsert: Target = field(default_factory=dict)
    remove: frozenset[str] = frozenset()

    @property
    def versions(self) -> dict[str, str]:
        """What the peer runs once it has accepted this."""
        return {name: entry.version for name, entry in self.upsert.items()}


@dataclass(frozen=True, slots=True)
class Accepted:
    """Verdict: the peer runs what was in *push*."""

    push: Push


@dataclass(frozen=True, slots=True)
class Rejected:
    """Verdict: the peer refused *push*; *blamed* is its only resource, or nothing yet."""

    push: Push
    detail: str
    blamed: Versions


Verdict = Accepted | Rejected


@dataclass(frozen=True, slots=True)
class Request:
    """What a peer said: subscriptions, what it holds already, and its answer to a push."""

    subscribe: tuple[str, ...] = ()
    unsubscribe: tuple[str, ...] = ()
    holds: Versions = field(default_factory=dict)
    nonce: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What may be sent now. *answers* are upserts that the peer asked for by name."""

    upserts: bool = True
    answers: bool = True
    withdrawals: bool = True


OPEN: Final = Gate()
