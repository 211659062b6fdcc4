"""Order across resource types: make before break, as a table.

    sessions of one stream, Stage table  ->  StreamSession  ->  pushes, verdicts

A route may name a cluster only when the proxy has accepted that cluster and its
endpoints; a cluster may go only when no route or listener that the proxy runs
can name it. The table says which type waits for which; the rest follows from
the sessions. It refuses to know what is inside of a resource. Pure: the clock
that decides when waiting was too long is the stream's edge.

Nothing waits for ever: an answer that doesn't come is presumed after
`waited_too_long`, because an Envoy that holds a cluster which it can neither
use nor drop stops answering for clusters, and yet applies what it is sent.
Only a refusal holds removals back without a limit: the proxy goes on with an
older route, and what that route needs stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from weft.xds.exchange import NOTHING, Accepted, Gate, Push, Request, Target, Verdict
from weft.xds.session import Memory, TypeSession

_ENVOY: Final = "type.googleapis.com/envoy"
CDS: Final = f"{_ENVOY}.config.cluster.v3.Cluster"
EDS: Final = f"{_ENVOY}.config.endpoint.v3.ClusterLoadAssignment"
SDS: Final = f"{_ENVOY}.extensions.transport_sockets.tls.v3.Secret"
LDS: Final = f"{_ENVOY}.config.listener.v3.Listener"
RDS: Final = f"{_ENVOY}.config.route.v3.RouteConfiguration"


@dataclass(frozen=True, slots=True)
class Stage:
    """One type's place in the order.

    *made* types must have every new version acknowledged before this type's new
    versions go out; *sent* types must have sent theirs. *done* types must hold
    their target, removals and all, before this type removes what was good;
    None: it removes when it may send. *answers_at_once*: what the peer asks
    for by name doesn't wait. *warms* names the type without which a new version of this
    type isn't used: it is sent again after this one, under the same names.
    *comes_first*: every peer asks for this type, before the others.
    """

    type_url: str
    made: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    done: tuple[str, ...] | None = None
    answers_at_once: bool = False
    warms: str | None = None
    comes_first: bool = False


Table = tuple[Stage, ...]

MAKE_BEFORE_BREAK: Final[Table] = (
    Stage(CDS, done=(LDS, RDS), warms=EDS, comes_first=True),
    Stage(EDS, sent=(CDS,), done=(CDS,), answers_at_once=True),
    Stage(SDS, done=(CDS, LDS), answers_at_once=True),
    # A listener that goes may hold the address of one that comes, so both are in one response.
    Stage(LDS, made=(CDS, EDS, SDS)),
    Stage(RDS, made=(CDS, EDS, SDS, LDS), done=(LDS,)),
)
UNORDERED: Final[Table] = ()

Targets = Mapping[str, Target]  # by type URL
Changes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Settled:
    """A verdict, and the type that it is about."""

    type_url: str
    verdict: Verdict


@dataclass(slots=True)
class StreamSession:
    """All types of one stream, sent in the order of *table*."""

    table: Table = UNORDERED
    memory: dict[str, Memory] = field(default_factory=dict)  # by type URL; outlives the stream
    targets: Targets | None = None
    types: dict[str, TypeSession] = field(default_factory=dict)
    warming: set[str] = field(default_factory=set)  # sent, but not used before its other half
    given_up: set[str] = field(default_factory=set)  # types whose answers nothing waits for

    def __post_init__(self) -> None:
        for stage in self.table:
            self._type(stage.type_url)

    def publish(self, targets: Targets, changes: Changes) -> None:
        """The peer should now hold *targets*; only the names in *changes* differ."""
        self.targets = targets
        for type_url, session in self.types.items():
            session.publish(targets.get(type_url, NOTHING), changes.get(type_url, frozenset()))
        for stage in self.table:
            if stage.warms:
                self.warming &= targets.get(stage.warms, NOTHING).keys()

    def request(self, type_url: str, request: Request) -> list[Settled]:
        """The peer said something of one type."""
        self.given_up.discard(type_url)
        session = self._type(type_url)
        first = not session.subscription.opened
        verdicts = session.request(request)
        for verdict in verdicts:
            self._cool(type_url, verdict)
        if first and any(stage.warms == type_url for stage in self.table):
            session.owe(frozenset(self.warming))
        return [Settled(type_url, verdict) for verdict in verdicts]

    def advance(self) -> list[tuple[str, Push]]:
        """The responses to send now, in order; call again after every event."""
        pushes = []
        for stage in self._stages():
            session = self.types[stage.type_url]
            if stage.type_url in self.given_up and session.due_any():
                session.abandon()
            push = session.next(self._gate(stage))
            if push is not None:
                pushes.append((stage.type_url, push))
                self._warm(stage, push)
        return pushes

    def waits(self) -> dict[str, str]:
        """The types whose answers are awaited; the word changes when there was progress."""
        waits = {}
        for stage in self._stages():
            session = self.types[stage.type_url]
            if stage.type_url in self.given_up:
                continue
            if session.in_flight is not None:
                waits[stage.type_url] = f"answer {session.in_flight.nonce}"
            elif stage.warms and self.warming:
                waits[stage.type_url] = f"warming {min(self.warming)}"
            elif self._unasked(stage) or self._unheard(stage):
                waits[stage.type_url] = "subscription"
        return waits

    def waited_too_long(self, type_url: str) -> None:
        """Go on without the peer's answer about *type_url*.

        A peer that never asked for a type that every peer asks for is sent it all
        the same: the one known to do so is an Envoy stuck on a cluster, and only
        a new version or a removal of that cluster frees it.
        """
        self.given_up.add(type_url)
        session = self.types[type_url]
        session.abandon()
        for stage in self.table:
            if stage.type_url == type_url and stage.warms:
                self.warming.clear()
            if stage.type_url == type_url and self._unasked(stage):
                session.assume_wildcard(self._hints(stage))

    def _hints(self, stage: Stage) -> frozenset[str]:
        """What a peer that doesn't speak of this type must have: its other half is asked for."""
        if stage.warms is None:
            return frozenset()
        return frozenset(self.types[stage.warms].subscription.names)

    @property
    def settled(self) -> bool:
        """Whether the peer has acknowledged the targets.

        But for what it refuses, and for types of which it doesn't answer: who
        waits for this must not wait for ever. Both are told in their own ways.
        A peer that has only just come holds nothing yet.
        """
        if self.targets is None or not self._heard():
            return False
        return all(
            session.settled or type_url in self.given_up or self._held_back(type_url)
            for type_url, session in self.types.items()
        )

    def _heard(self) -> bool:
        """Whether the peer has asked for anything, or was waited for in vain."""
        asked = any(session.subscription.opened for session in self.types.values())
        return asked or bool(self.given_up)

    # Gates

    def _gate(self, stage: Stage) -> Gate:
        upserts = all(map(self._made, stage.made)) and all(map(self._sent, stage.sent))
        withdrawals = upserts if stage.done is None else all(map(self._done, stage.done))
        return Gate(upserts, upserts or stage.answers_at_once, withdrawals)

    def _made(self, type_url: str) -> bool:
        """Every new version of this type is acknowledged, and in use."""
        if type_url in self.given_up:
            return True
        session, stage = self.types[type_url], self._stage(type_url)
        if self._unasked(stage) or (stage.warms and self.warming):
            return False
        waits = session.in_flight is not None and session.in_flight.upsert
        return not waits and self._sent(type_url)

    def _sent(self, type_url: str) -> bool:
        """Every new version of this type is on its way."""
        due = self.types[type_url].due()
        return type_url in self.given_up or not (due.upserts or due.answers)

    def _done(self, type_url: str) -> bool:
        """The peer holds this type's target: what is not in it, it can't run."""
        session = self.types[type_url]
        if session.refusals:
            return False
        opened = session.subscription.opened  # or else it may run anything
        idle = opened and session.in_flight is None and not session.due_any()
        return idle or type_url in self.given_up

    def _held_back(self, type_url: str) -> bool:
        """All that is left to say of this type waits for the end of a refusal."""
        session, stage = self.types[type_url], self._stage(type_url)
        due = session.due()
        if session.in_flight or session.unanswered or due.upserts or due.answers:
            return False
        return not due.retractions and self._refusal_above(stage)

    def _refusal_above(self, stage: Stage) -> bool:
        return any(
            self.types[above].refusals or self._refusal_above(self._stage(above))
            for above in stage.done or ()
        )

    def _unasked(self, stage: Stage) -> bool:
        opened = self.types[stage.type_url].subscription.opened
        return stage.comes_first and not opened and bool((self.targets or {}).get(stage.type_url))

    def _unheard(self, stage: Stage) -> bool:
        """A removal waits for what the peer has to say of this type.

        A peer that comes back names its types one after another, and may have no
        use for some: only time tells.
        """
        return not self.types[stage.type_url].subscription.opened and any(
            self.types[other.type_url].due().withdrawals
            for other in self.table
            if stage.type_url in (other.done or ())
        )

    # Warming

    def _warm(self, stage: Stage, push: Push) -> None:
        """A pushed cluster waits for endpoints, also for those that the peer has already.

        A proxy that was given a new version of a cluster drops it after a while
        if its endpoints don't come again.
        """
        if stage.warms is None:
            return
        other = self.types[stage.warms]
        names = frozenset(push.upsert.keys() & (other.target or NOTHING).keys())
        self.warming |= names
        self.warming -= push.remove
        other.owe(names)

    def _cool(self, type_url: str, verdict: Verdict) -> None:
        for stage in self.table:
            answered_for = stage.warms == type_url
            refused = stage.type_url == type_url and not isinstance(verdict, Accepted)
            if answered_for or refused:
                self.warming -= verdict.push.upsert.keys()

    # Types

    def _stages(self) -> list[Stage]:
        known = [stage.type_url for stage in self.table]
        return [*self.table, *(Stage(other) for other in self.types if other not in known)]

    def _stage(self, type_url: str) -> Stage:
        return next(stage for stage in self._stages() if stage.type_url == type_url)

    def _type(self, type_url: str) -> TypeSession:
        if type_url not in self.types:
            target = None if self.targets is None else self.targets.get(type_url, NOTHING)
            memory = self.memory.setdefault(type_url, Memory())
            self.types[type_url] = TypeSession(memory, target)
        return self.types[type_url]
