"""One process's life as a state machine: events in, commands out.

    Life, event, now, jitter  ->  step()  ->  Life, commands

The same machine keeps an app and an Envoy alive. It refuses to know what a
process is: it never sees a pid, it only says SPAWN, SIGNAL, KILL. What the
table below does not list changes nothing, so a late or doubled event is
harmless, and a process is neither lost nor started twice.

Pure: `now` is a monotonic time in seconds, `jitter` a number in [0, 1).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from weft.model.catalog import Restart, Stop

CALM_S: Final = 60.0  # running for so long ends a series of failures
LOOP_EXITS: Final = 5  # so many ends within CALM_S are a crash loop
KILL_AGAIN_S: Final = 1.0
_JITTER_SHARE: Final = 0.25


class State(StrEnum):
    """Where a process is in its life."""

    WAITING = "waiting"  # for what must be there before it
    STARTING = "starting"  # started, not yet known to work
    RUNNING = "running"
    BACKING_OFF = "backing off"  # ended; starts again at the deadline
    RESTARTING = "restarting"  # told to end because it does not work; starts again then
    DRAINING = "draining"  # still works off what it was given
    STOPPING = "stopping"  # told to end
    ENDED = "ended"  # by itself, and not to be started again
    STOPPED = "stopped"  # for good


#: In these states there is a process.
ALIVE: Final = frozenset(
    {State.STARTING, State.RUNNING, State.RESTARTING, State.DRAINING, State.STOPPING}
)


class Command(StrEnum):
    """What the edge is asked to do."""

    SPAWN = "spawn"
    DRAIN = "drain"
    SIGNAL = "signal"  # Stop.signal, to the whole group
    KILL = "kill"  # SIGKILL, to the whole group
    FORGET = "forget"  # nothing of it is left


@dataclass(frozen=True)
class Permitted:
    """All that it waits for is there."""


@dataclass(frozen=True)
class Adopted:
    """A process that an earlier agent started is still there, and works."""


@dataclass(frozen=True)
class Ready:
    """The process is known to work."""


@dataclass(frozen=True)
class Exited:
    """The process ended, or could not be started; *cause* says how, in words."""

    cause: str
    failed: bool = True


@dataclass(frozen=True)
class Renew:
    """The process lives and does not work: it is replaced."""

    why: str


@dataclass(frozen=True)
class Leave:
    """It is no longer wanted."""


@dataclass(frozen=True)
class Drained:
    """Nothing that it was given is in flight any more."""


@dataclass(frozen=True)
class Tick:
    """Time went by."""


Event = Permitted | Adopted | Ready | Exited | Renew | Leave | Drained | Tick


@dataclass(frozen=True)
class Life:
    """One process's life so far."""

    restart: Restart = field(default_factory=Restart)
    stop: Stop = field(default_factory=Stop)
    state: State = State.WAITING
    deadline: float | None = None  # when a Tick is due
    started: float | None = None  # of the process that is or was last there
    restarts: int = 0
    failures: int = 0  # ends in a row without a calm minute between
    ends: tuple[float, ...] = ()  # of the last minute
    cause: str = ""  # how it last ended, or why it was replaced

    @property
    def alive(self) -> bool:
        """Whether there is a process."""
        return self.state in ALIVE

    @property
    def looping(self) -> bool:
        """Whether it ended so often within a minute that starting it again is in vain."""
        return len(self.ends) >= LOOP_EXITS

    @property
    def reason(self) -> str:
        """Why it is not running, in words; empty while it is."""
        if self.state is State.BACKING_OFF and self.looping:
            return f"crash loop, {len(self.ends)} ends within a minute: {self.cause}"
        if self.state in (State.BACKING_OFF, State.RESTARTING):
            return self.cause
        return f"{self.cause}; not restarted" if self.state is State.ENDED else ""


@dataclass(frozen=True)
class Row:
    """In *state*, on *event*, if *when* holds: go *to*, and do *commands*."""

    state: State
    event: type[Event]
    to: State
    commands: tuple[Command, ...] = ()
    when: "Guard | None" = None


@dataclass(frozen=True)
class Guard:
    """A named condition on a life and an event."""

    words: str
    holds: Callable[[Life, Event], bool]


def _goes_on(life: Life, event: Event) -> bool:
    match life.restart.when:
        case "always":
            return True
        case "on-failure":
            return isinstance(event, Exited) and event.failed
        case "never":
            return False


RESTARTED: Final = Guard("to be restarted", _goes_on)
FINAL: Final = Guard("not to be restarted", lambda life, event: not _goes_on(life, event))

S, C = State, Command
TABLE: Final[tuple[Row, ...]] = (
    Row(S.WAITING, Permitted, S.STARTING, (C.SPAWN,)),
    Row(S.WAITING, Adopted, S.RUNNING),
    Row(S.WAITING, Leave, S.STOPPED, (C.FORGET,)),
    Row(S.STARTING, Ready, S.RUNNING),
    Row(S.STARTING, Exited, S.BACKING_OFF, when=RESTARTED),
    Row(S.STARTING, Exited, S.ENDED, when=FINAL),
    Row(S.STARTING, Renew, S.RESTARTING, (C.SIGNAL,)),
    Row(S.STARTING, Leave, S.STOPPING, (C.SIGNAL,)),  # it never got traffic: nothing to drain
    Row(S.RUNNING, Exited, S.BACKING_OFF, when=RESTARTED),
    Row(S.RUNNING, Exited, S.ENDED, when=FINAL),
    Row(S.RUNNING, Renew, S.RESTARTING, (C.SIGNAL,)),
    Row(S.RUNNING, Leave, S.DRAINING, (C.DRAIN,)),
    Row(S.BACKING_OFF, Tick, S.STARTING, (C.SPAWN,)),
    Row(S.BACKING_OFF, Leave, S.STOPPED, (C.FORGET,)),
    Row(S.RESTARTING, Exited, S.STARTING, (C.SPAWN,)),
    Row(S.RESTARTING, Tick, S.RESTARTING, (C.KILL,)),
    Row(S.RESTARTING, Leave, S.STOPPING),  # its signal is already on the way
    Row(S.DRAINING, Drained, S.STOPPING, (C.SIGNAL,)),
    Row(S.DRAINING, Exited, S.STOPPED, (C.FORGET,)),
    Row(S.STOPPING, Exited, S.STOPPED, (C.FORGET,)),
    Row(S.STOPPING, Tick, S.STOPPING, (C.KILL,)),
    Row(S.ENDED, Leave, S.STOPPED, (C.FORGET,)),
)

_ROWS: Final[dict[tuple[State, type[Event]], tuple[Row, ...]]] = {
    (row.state, row.event): tuple(r for r in TABLE if (r.state, r.event) == (row.state, row.event))
    for row in TABLE
}


def step(
    life: Life, event: Event, now: float, jitter: float = 0.0
) -> tuple[Life, tuple[Command, ...]]:
    """The life after *event*, and what the edge must do."""
    if isinstance(event, Tick) and (life.deadline is None or now < life.deadline):
        return life, ()
    for row in _ROWS.get((life.state, type(event)), ()):
        if row.when is None or row.when.holds(life, event):
            return _moved(life, event, row, now, jitter), row.commands
    return life, ()


def _moved(life: Life, event: Event, row: Row, now: float, jitter: float) -> Life:
    after = replace(life, state=row.to)
    if isinstance(event, Exited):
        after = _ended(after, event, now)
    if isinstance(event, Renew):
        after = replace(after, cause=event.why)
    if isinstance(event, Adopted) or Command.SPAWN in row.commands:
        again = Command.SPAWN in row.commands and life.started is not None
        after = replace(after, started=now, restarts=life.restarts + again)
    return replace(after, deadline=_deadline(after, row, now, jitter))


def _ended(life: Life, event: Exited, now: float) -> Life:
    calm = life.started is not None and now - life.started >= CALM_S
    recent = tuple(end for end in life.ends if now - end < CALM_S)
    return replace(
        life,
        cause=event.cause if life.state is not State.STARTING else life.cause,
        failures=1 if calm else life.failures + 1,
        ends=(*recent, now),
    )


def _deadline(life: Life, row: Row, now: float, jitter: float) -> float | None:
    if life.state is State.BACKING_OFF:
        return now + backoff_s(life.restart, life.failures, jitter)
    if Command.SIGNAL in row.commands:
        return now + life.stop.after_ms / 1000
    if Command.KILL in row.commands:
        return now + KILL_AGAIN_S
    # A stop that overtakes a restart inherits the deadline of the signal under way.
    return life.deadline if life.state is State.STOPPING else None


def backoff_s(restart: Restart, failures: int, jitter: float) -> float:
    """The pause after so many failures in a row: doubling, bounded, shortened by jitter."""
    doubled: float = restart.backoff_ms * float(1 << min(max(failures, 1) - 1, 30))
    return min(doubled, restart.max_ms) / 1000 * (1 - _JITTER_SHARE * jitter)


def diagram() -> str:
    """The table as a state diagram in mermaid's language."""
    lines = ["stateDiagram-v2", f"    [*] --> {_node(State.WAITING)}"]
    lines += [f'    state "{state}" as {_node(state)}' for state in State]
    lines += [f"    {_node(row.state)} --> {_node(row.to)}: {_label(row)}" for row in TABLE]
    return "\n".join([*lines, f"    {_node(State.STOPPED)} --> [*]"])


def _node(state: State) -> str:
    return state.value.replace(" ", "_")


def _label(row: Row) -> str:
    when = f" [{row.when.words}]" if row.when else ""
    then = f" / {', '.join(row.commands)}" if row.commands else ""
    return f"{row.event.__name__}{when}{then}"
