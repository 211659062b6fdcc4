"""One peer's view of one resource type, as a state machine without I/O.

    requests, targets  ->  TypeSession  ->  pushes, verdicts

The stream's edge feeds in what arrived (`request`) and what should be true
(`publish`), and asks for the next response (`next`). Nothing here waits, sends,
logs or reads a clock. It refuses to know what a resource means and what other
types need: order across types is order.py's.

The rules:

1. One push in flight at a time: the next waits for the answer, or for `abandon`.
2. A version that the peer refused is not pushed again while it is still the target.
   In its place goes the last one that the peer accepted; failing that, a removal.
3. Only a push of one resource can be blamed: after a refusal of several, each is tried alone.
4. A refusal doesn't mean that nothing happened: Envoy applies the good part of what
   it refuses, and all removals. So what was in it is held at no known version.
5. What the peer asks for by name is always answered, with the resource or as removed;
   a first request for everything is always answered, even with nothing.

Invariant: a name whose wanted version isn't the held one is in `dirty`, so the
work of a turn grows with what changed and not with what there is.
"""

from dataclasses import dataclass, field
from typing import Final

from weft.xds.exchange import (
    NOTHING,
    OPEN,
    UNKNOWN,
    Accepted,
    Entry,
    Gate,
    Push,
    Rejected,
    Request,
    Target,
    Verdict,
)
from weft.xds.subscription import Subscription

__all__ = ["Entry", "Memory", "TypeSession"]

#: Below gRPC's default limit of 4 MiB for a received message, with room for the envelope.
BATCH_BYTES: Final = 3 << 20
ENVELOPE_BYTES: Final = 256  # of one resource: version, type URL, tags and lengths
UNANSWERED_KEPT: Final = 8


@dataclass(slots=True)
class Memory:
    """What is known of a peer between its streams."""

    held: dict[str, str] = field(default_factory=dict)
    good: dict[str, Entry] = field(default_factory=dict)  # last accepted
    refused: dict[tuple[str, str], str] = field(default_factory=dict)  # and why
    doubtful: set[str] = field(default_factory=set)  # sent, and not accepted: it may run or not

    def copy(self) -> "Memory":
        """The same, to be changed apart from this one."""
        return Memory(dict(self.held), dict(self.good), dict(self.refused), set(self.doubtful))


@dataclass(slots=True)
class Due:
    """What has to be sent, by the gate that it passes."""

    upserts: dict[str, Entry] = field(default_factory=dict)
    answers: dict[str, Entry] = field(default_factory=dict)
    retractions: set[str] = field(default_factory=set)  # never accepted: nothing can need it
    withdrawals: set[str] = field(default_factory=set)  # was good: something may still need it


@dataclass(slots=True)
class TypeSession:
    """One peer's view of one resource type, on one stream."""

    memory: Memory = field(default_factory=Memory)
    target: Target | None = None  # None: not known yet, so nothing may be said
    subscription: Subscription = field(default_factory=Subscription)
    in_flight: Push | None = None
    unanswered: dict[str, Push] = field(default_factory=dict)  # presumed to be applied
    suspect: set[tuple[str, str]] = field(default_factory=set)  # in a refused push of several
    owed: set[str] = field(default_factory=set)  # to be sent whatever the peer holds
    dirty: set[str] = field(default_factory=set)
    reported: set[str] = field(default_factory=set)  # held since before this stream
    greets: bool = False  # the first response is still owed, even an empty one
    assumed: bool = False  # the peer has not asked, but is spoken to
    pushes: int = 0

    # What arrives

    def publish(self, target: Target, changed: frozenset[str]) -> None:
        """The peer should now hold *target*; only *changed* names differ from the last one."""
        first, self.target = self.target is None, target
        if first:
            self._consider_everything()
            return
        for key in [key for key in self.memory.refused if key[0] in changed]:
            del self.memory.refused[key]
        self.suspect = {key for key in self.suspect if key[0] not in changed}
        self.dirty |= {name for name in changed if self.subscription.covers(name)}

    def request(self, request: Request) -> list[Verdict]:
        """The peer said something; answers with what it settled."""
        verdicts = self._settle(request.nonce, request.error)
        answers_us = bool(request.nonce) and self.assumed
        if self.subscription.opened and (answers_us or not self.assumed):
            self._resubscribe(request)
        else:
            self._open(request)
        return verdicts

    def assume_wildcard(self, hints: frozenset[str] = frozenset()) -> None:
        """Speak without being asked, to a peer that holds what it held on its last stream.

        *hints* are names of which it holds something, at whatever version.
        """
        self._open(Request(holds=dict.fromkeys(hints, UNKNOWN) | self.memory.held))
        self.assumed = True

    def owe(self, names: frozenset[str]) -> None:
        """Send *names* once more, though the peer holds them."""
        asked = {name for name in names if self.subscription.covers(name)}
        self.owed |= asked
        self.dirty |= asked

    def abandon(self) -> None:
        """Stop waiting for the answer to the push in flight, and presume that it was applied."""
        push, self.in_flight = self.in_flight, None
        if push is None:
            return
        self._reconsider(push)
        self.unanswered[push.nonce] = push
        for nonce in list(self.unanswered)[:-UNANSWERED_KEPT]:
            del self.unanswered[nonce]
        self._removed(push)
        covers = self.subscription.covers
        self.memory.held |= {n: version for n, version in push.versions.items() if covers(n)}

    # What follows from it

    def next(self, gate: Gate = OPEN) -> Push | None:
        """The response to send now, if *gate* lets any pass."""
        if self.in_flight is not None or self.target is None or not self.subscription.opened:
            return None
        due = self.due()
        upsert = self._batch(due, gate)
        remove = frozenset(due.retractions | (due.withdrawals if gate.withdrawals else set()))
        if not upsert and not remove and not (self.greets and not self.dirty):
            return None
        self.pushes += 1
        self.greets = False
        for pushed in (upsert.keys(), remove):
            self.owed -= pushed
            self.dirty -= pushed
        self.memory.doubtful |= upsert.keys()
        self.in_flight = Push(str(self.pushes), upsert, remove)
        return self.in_flight

    def due(self) -> Due:
        """What has to be sent, gates aside; names that are right leave `dirty`."""
        due = Due()
        if self.target is None or not self.subscription.opened:
            return due
        for name in sorted(self.dirty):
            if not self._sort_into(due, name):
                self.dirty.discard(name)
                self.owed.discard(name)
        return due

    @property
    def settled(self) -> bool:
        """Whether the peer has acknowledged the target, but for what it refuses."""
        waits = self.in_flight is not None or self.unanswered or self.greets
        return not waits and not self.due_any()

    def due_any(self) -> bool:
        """Whether anything has to be sent, gates aside."""
        self.due()
        return bool(self.dirty)

    @property
    def pending(self) -> int:
        """How many resources are yet to be sent or acknowledged."""
        self.due()
        sent = [push for push in (self.in_flight, *self.unanswered.values()) if push]
        return len(self.dirty.union(*(push.upsert.keys() | push.remove for push in sent)))

    @property
    def refusals(self) -> dict[tuple[str, str], str]:
        """What of the target the peer refuses, and why."""
        covers = self.subscription.covers
        return {
            (name, version): why
            for (name, version), why in self.memory.refused.items()
            if covers(name) and self._target_version(name) == version
        }

    # Subscriptions

    def _open(self, request: Request) -> None:
        self.subscription, self.assumed = Subscription(), False
        self.subscription.change(request.subscribe, request.unsubscribe)
        covers = self.subscription.covers
        reported = {name: version for name, version in request.holds.items() if covers(name)}
        # A peer reports what it accepted, and may run what it refused in part.
        in_doubt = {name: UNKNOWN for name in self.memory.doubtful if covers(name)}
        self.memory.held = reported | in_doubt
        self.reported = set(reported)
        self.owed = self.subscription.names - self.reported
        self.greets = self.subscription.wildcard
        if self.target is not None:
            self._consider_everything()

    def _consider_everything(self) -> None:
        """The one turn whose work grows with the size of the target."""
        memory, target = self.memory, self.target or NOTHING
        memory.good = {name: entry for name, entry in memory.good.items() if name in target}
        memory.refused = {
            (name, version): why
            for (name, version), why in memory.refused.items()
            if self._target_version(name) == version
        }
        for name in self.reported & target.keys():
            if memory.held.get(name) == target[name].version:
                memory.good[name] = target[name]
        everything = target.keys() | memory.held.keys() | self.owed
        self.dirty = {name for name in everything if self.subscription.covers(name)}

    def _resubscribe(self, request: Request) -> None:
        if not request.subscribe and not request.unsubscribe:
            return
        change = self.subscription.change(request.subscribe, request.unsubscribe)
        target = self.target or NOTHING
        self.owed |= change.owed
        self.dirty |= change.owed
        if change.owes_everything:
            self.owed |= target.keys()
        if change.owes_everything or change.widened:
            self.dirty |= target.keys()
        if change.narrowed:
            self._forget_uncovered()

    def _forget_uncovered(self) -> None:
        """What a dropped name last ran well with may lack by now what it needs."""
        covers, memory = self.subscription.covers, self.memory
        for name in [name for name in memory.held.keys() | memory.good if not covers(name)]:
            memory.held.pop(name, None)
            memory.good.pop(name, None)
        memory.doubtful = {name for name in memory.doubtful if covers(name)}
        self.owed = {name for name in self.owed if covers(name)}
        self.dirty = {name for name in self.dirty if covers(name)}
        self.reported = {name for name in self.reported if covers(name)}

    # Answers

    def _settle(self, nonce: str, error: str | None) -> list[Verdict]:
        late = self.in_flight is None or nonce != self.in_flight.nonce
        sent = self._take_late(nonce) if late else self._take_in_flight()
        if sent is None:
            return []  # an answer to an older push: already settled
        push = self._still_current(sent, late=late)
        self._reconsider(push)
        self._removed(push)
        if error is None:
            self.memory.good |= push.upsert
            self.suspect -= push.versions.items()
            self.memory.held |= push.versions
            self.memory.doubtful -= push.upsert.keys() - self._under_way()
            return [Accepted(push)]
        self.memory.held |= dict.fromkeys(push.upsert, UNKNOWN)
        if len(sent.upsert) > 1:
            self.suspect |= push.versions.items()
            return [Rejected(push, error, {})]
        self._blame(push, error)
        return [Rejected(push, error, push.versions)]

    def _take_in_flight(self) -> Push | None:
        push, self.in_flight = self.in_flight, None
        self.unanswered.clear()  # a stream answers in order: those will never be
        return push

    def _take_late(self, nonce: str) -> Push | None:
        nonces = list(self.unanswered)
        if nonce not in nonces:
            return None
        answered = [self.unanswered.pop(n) for n in nonces[: nonces.index(nonce) + 1]]
        return answered[-1]

    def _still_current(self, sent: Push, *, late: bool) -> Push:
        """What of *sent* the peer still asks for, and no later push has overtaken."""
        held, covers = self.memory.held, self.subscription.covers
        upsert = {
            name: entry
            for name, entry in sent.upsert.items()
            if covers(name) and (not late or held.get(name) == entry.version)
        }
        return Push(sent.nonce, upsert, frozenset() if late else sent.remove)

    def _blame(self, push: Push, error: str) -> None:
        for name, entry in push.upsert.items():
            good = self.memory.good.get(name)
            if entry.version in (self._target_version(name), good and good.version):
                self.memory.refused[name, entry.version] = error

    def _reconsider(self, push: Push) -> None:
        """The target may have changed while *push* was under way."""
        names = push.upsert.keys() | push.remove
        self.dirty |= {name for name in names if self.subscription.covers(name)}

    def _removed(self, push: Push) -> None:
        """Envoy removes even when it refuses the rest."""
        for name in push.remove:
            self.memory.held.pop(name, None)
            self.memory.good.pop(name, None)
            self.memory.doubtful.discard(name)
            self.reported.discard(name)

    def _under_way(self) -> frozenset[str]:
        return frozenset(self.in_flight.upsert) if self.in_flight else frozenset()

    # What to send

    def _sort_into(self, due: Due, name: str) -> bool:
        """Put *name* where it belongs in *due*; False if nothing has to be said of it."""
        wanted = self._wanted(name)
        if wanted is None:
            return self._sort_absent(due, name)
        held = self.memory.held.get(name)
        if name in self.owed:
            due.answers[name] = wanted
        elif held != wanted.version and (name, wanted.version) not in self.memory.refused:
            due.upserts[name] = wanted
        else:
            return False
        return True

    def _sort_absent(self, due: Due, name: str) -> bool:
        held, exists = self.memory.held.get(name), self._target_version(name) is not None
        if exists and name in self.reported:
            return False  # refused, but an older one runs whose bytes are not here: let it run
        if held is None and name not in self.owed:
            return False
        was_good = name in self.memory.good or name in self.reported
        if name in self.owed or (held == UNKNOWN and not was_good):
            due.retractions.add(name)
        else:
            due.withdrawals.add(name)
        return True

    def _wanted(self, name: str) -> Entry | None:
        """What the peer should run under *name*: the target, or the last good in its place."""
        entry = (self.target or NOTHING).get(name)
        if entry is None or (name, entry.version) not in self.memory.refused:
            return entry
        return self.memory.good.get(name)

    def _target_version(self, name: str) -> str | None:
        entry = (self.target or NOTHING).get(name)
        return entry.version if entry else None

    def _batch(self, due: Due, gate: Gate) -> dict[str, Entry]:
        allowed = due.answers if gate.answers else {}
        if gate.upserts:
            allowed = due.answers | due.upserts
        for name in sorted(allowed):
            if (name, allowed[name].version) in self.suspect:
                return {name: allowed[name]}
        batch: dict[str, Entry] = {}
        room = BATCH_BYTES
        for name in sorted(allowed):
            room -= len(name) + len(allowed[name].body) + ENVELOPE_BYTES
            if room < 0 and batch:
                break
            batch[name] = allowed[name]
        return batch
