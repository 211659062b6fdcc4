"""Problems: what is wrong in a file, where, and what was probably meant.

    code, place, words  ->  Problem;  many of them  ->  Problems, in file order

Refuses to know what a file means and how a problem is shown: report.py does that.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

#: More problems than a person reads. It also bounds what a hostile file costs.
MOST_PROBLEMS: Final = 100
#: Longer words are not compared: their distance costs the product of the lengths.
LONGEST_WORD: Final = 64
MOST_WORDS: Final = 1_000


class Severity(StrEnum):
    """Whether a problem stops the file from being applied."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A run of *length* characters in a file; lines and columns count from 1."""

    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, beside the line where it is wrong."""

    code: str
    message: str
    file: str
    place: Place
    excerpt: str = ""  # the line that *place* is on
    suggestion: str = ""  # a sentence: `did you mean "orders"?`
    severity: Severity = Severity.ERROR


@dataclass
class Problems:
    """Collects the problems of one file: at most `MOST_PROBLEMS` errors, and as many warnings."""

    file: str
    lines: tuple[str, ...] = ()
    found: list[Problem] = field(default_factory=list)
    failed: bool = False  # whether any of them is an error, shown or not
    unshown: int = 0
    _count: Counter[Severity] = field(default_factory=Counter)
    _seen: set[tuple[str, Place, str]] = field(default_factory=set)

    def add(self, code: str, place: Place, message: str, suggestion: str = "") -> None:
        """An error at *place*."""
        self._add(code, place, message, suggestion, Severity.ERROR)

    def warn(self, code: str, place: Place, message: str, suggestion: str = "") -> None:
        """A warning at *place*: the file can be applied all the same."""
        self._add(code, place, message, suggestion, Severity.WARNING)

    def nearest(self, word: str, words: Iterable[str]) -> str:
        """The suggestion of the one of *words* that looks most like *word*; "" if none does."""
        if self.full:
            return ""
        near = nearest(word, words)
        return f'did you mean "{near}"?' if near else ""

    @property
    def full(self) -> bool:
        """Whether further errors are only counted: no need to word them well."""
        return self._count[Severity.ERROR] >= MOST_PROBLEMS

    def at(self, place: Place) -> bool:
        """Whether something is already known to be wrong exactly there."""
        return any(found.place == place for found in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """All of them in the order of the file; the last says how many more there are."""
        shown = sorted(self.found, key=lambda problem: problem.place)
        if self.unshown:
            message = f"{self.unshown} more problems are not shown"
            severity = Severity.ERROR if self.failed else Severity.WARNING
            place = shown[-1].place
            shown.append(Problem("too-many-problems", message, self.file, place, severity=severity))
        return tuple(shown)

    def _add(
        self, code: str, place: Place, message: str, suggestion: str, severity: Severity
    ) -> None:
        if (code, place, message) in self._seen:
            return  # an alias or an inherited value leads to the same place twice
        self.failed = self.failed or severity is Severity.ERROR
        if self._count[severity] >= MOST_PROBLEMS:
            self.unshown += 1
            return
        self._count[severity] += 1
        self._seen.add((code, place, message))
        excerpt = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        self.found.append(Problem(code, message, self.file, place, excerpt, suggestion, severity))


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of *words* that looks most like *word*; "" if none comes close."""
    choices = list(words)
    if len(word) > LONGEST_WORD or len(choices) > MOST_WORDS:
        return ""
    by_lower = {choice.lower(): choice for choice in choices}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[near[0]] if near else ""
