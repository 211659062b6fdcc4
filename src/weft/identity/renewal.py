"""When a certificate is renewed, and when its age alarms: times -> times.

Pure: the time and the jitter are arguments. A life is what was left when the
certificate arrived, so that backdating takes nothing from a short one.
"""

from enum import StrEnum
from typing import Final

HALF: Final = 0.5
#: So that certificates that were made together are not renewed together.
JITTER: Final = 0.1
WARNING_SHARE: Final = 0.33
CRITICAL_SHARE: Final = 0.10
FIRST_PAUSE_S: Final = 0.2
LONGEST_PAUSE_S: Final = 15.0
#: With nothing to serve yet, the server is asked often: an app is waiting.
LONGEST_FIRST_PAUSE_S: Final = 2.0
LONGEST_ANSWER_S: Final = 10.0


class Alarm(StrEnum):
    """How urgent a late renewal is."""

    NONE = "none"
    WARNING = "warning"  # a third of the life is left
    CRITICAL = "critical"  # a tenth is left, or nothing


def due(issued: float, not_after: float, jitter: float) -> float:
    """When to renew: at half of the life, give or take; *jitter* is from 0 to 1."""
    share = HALF * (1 + JITTER * (2 * jitter - 1))
    return issued + share * (not_after - issued)


def pause(failures: int, left_s: float | None, jitter: float) -> float:
    """How long to wait after so many failures in a row, with *left_s* of the old life left.

    Never more than an eighth of what is left: a short life has many tries too.
    """
    doubled = FIRST_PAUSE_S * 2.0 ** min(failures - 1, 16)
    longest = LONGEST_FIRST_PAUSE_S if left_s is None or left_s <= 0 else left_s / 8
    bounded = min(doubled, longest, LONGEST_PAUSE_S)
    return max(bounded, FIRST_PAUSE_S) * (1 + JITTER * (2 * jitter - 1))


def answer_within(left_s: float | None) -> float:
    """How long one request may stay without an answer."""
    if left_s is None or left_s <= 0:
        return LONGEST_ANSWER_S
    return min(LONGEST_ANSWER_S, max(1.0, left_s / 4))


def alarm(issued: float, not_after: float, now: float) -> Alarm:
    """How urgent it is that a certificate is still not renewed."""
    share = (not_after - now) / (not_after - issued) if not_after > issued else 0.0
    if share <= CRITICAL_SHARE:
        return Alarm.CRITICAL
    return Alarm.WARNING if share <= WARNING_SHARE else Alarm.NONE
