"""What probes' results mean: results in order -> starting, healthy, degraded or unhealthy.

Pure: the time is an argument, of any clock that never runs backwards. Knows
neither how an app is asked (`ask`), nor when (`run`), nor what follows.

One `Threshold` is one life of an app: a process that is started anew gets a
new one. Rules:

1. No traffic before the first good probe. That one is enough, however long it took.
2. `down` failures in a row make it unhealthy, `up` successes in a row well again.
3. `down` slow answers in a row make it degraded, `up` fast ones healthy again.
4. It turns for the worse at once, for the better at most once in `CALM_S`: what
   flaps stays out, and callers are not told of it every second.
5. A failure while starting is no failure yet: apps take time. After `GRACE_S` it is.
6. A death is final: what is still heard of the dead does not revive it.
"""

from dataclasses import dataclass, replace
from typing import Final

from weft.model.catalog import Health, Probe

GRACE_S: Final = 30.0
CALM_S: Final = 10.0
NOT_YET: Final = "no good probe yet"


@dataclass(frozen=True)
class Result:
    """One answer of an app, or none. *detail* says what failed, in words that do not vary."""

    ok: bool
    latency_ms: float
    detail: str = ""
    output: str = ""  # the first of what it said, for people


@dataclass(frozen=True)
class Threshold:
    """How an instance is, and what was counted on the way there.

    An app that another agent left running goes on where it was:
    `Threshold(probe, now, health=Health.HEALTHY, reason="", fresh=False)`.
    """

    probe: Probe
    started: float
    health: Health = Health.STARTING
    reason: str = NOT_YET
    fresh: bool = True  # no probe was good so far
    dead: bool = False
    failures: int = 0  # in a row, as all counts here
    successes: int = 0
    slow: int = 0
    fast: int = 0
    unhealthy_since: float | None = None
    bettered: float | None = None  # when it last turned for the better

    def after(self, result: Result, now: float) -> "Threshold":
        """The state after one more *result*."""
        if self.dead:
            return self
        counted = self._counted(result)
        return _answered(counted, now) if result.ok else _failed(counted, result, now)

    def died(self, reason: str) -> "Threshold":
        """The state after the process has ended: unhealthy at once and for good."""
        return replace(
            self, health=Health.UNHEALTHY, reason=reason, dead=True, unhealthy_since=None
        )

    def restart_due(self, now: float) -> bool:
        """Whether the app was unhealthy for so long that it should be restarted."""
        if self.probe.restart_after_ms is None or self.unhealthy_since is None:
            return False
        return now - self.unhealthy_since >= self.probe.restart_after_ms / 1000

    def _counted(self, result: Result) -> "Threshold":
        if not result.ok:
            return replace(self, failures=self.failures + 1, successes=0, slow=0, fast=0)
        limit = self.probe.slower_than_ms
        slow = limit is not None and result.latency_ms > limit
        return replace(
            self,
            failures=0,
            successes=self.successes + 1,
            slow=self.slow + 1 if slow else 0,
            fast=0 if slow else self.fast + 1,
        )


def _failed(state: Threshold, result: Result, now: float) -> Threshold:
    if state.health is Health.UNHEALTHY:
        return state  # the reason stays that for which it was taken out
    down = state.probe.down
    waiting = state.health is Health.STARTING and now - state.started < GRACE_S
    if waiting or state.failures < down:
        return replace(state, reason=_joined(NOT_YET, result.detail)) if state.fresh else state
    words = "a probe" if down == 1 else f"{down} probes in a row"
    reason = _joined(f"{words} failed", result.detail)
    return replace(state, health=Health.UNHEALTHY, reason=reason, unhealthy_since=now)


def _answered(state: Threshold, now: float) -> Threshold:
    if state.fresh:
        return _well(state)
    calm = state.bettered is None or now - state.bettered >= CALM_S
    match state.health:
        case Health.HEALTHY if state.slow >= state.probe.down:
            return _slow(state)
        case Health.DEGRADED if calm and state.fast >= state.probe.up:
            return replace(_well(state), bettered=now)
        case Health.UNHEALTHY if calm and state.successes >= state.probe.up:
            back = _slow(state) if state.slow >= state.probe.up else _well(state)
            return replace(back, bettered=now)
    return state


def _well(state: Threshold) -> Threshold:
    return replace(state, health=Health.HEALTHY, reason="", fresh=False, unhealthy_since=None)


def _slow(state: Threshold) -> Threshold:
    reason = f"answers to probes take longer than {state.probe.slower_than_ms} ms"
    return replace(state, health=Health.DEGRADED, reason=reason, unhealthy_since=None)


def _joined(words: str, detail: str) -> str:
    return f"{words}: {detail}" if detail else words
