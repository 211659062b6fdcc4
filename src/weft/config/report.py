"""Report: problems as text for people and as JSON for programs.

    tuple[Problem, ...]  ->  text, or a value for JSON

Refuses to know how problems are found.
"""

from collections.abc import Sequence
from typing import Final

from weft.config.problem import Problem, Severity

#: A longer line is cut around the place that the problem is about.
LONGEST_EXCERPT: Final = 120


def report_text(problems: Sequence[Problem], outcome: str = "") -> str:
    """All of *problems*, each with its line and a caret, and a last line that counts them.

    *outcome* says what became of the file: "Nothing was applied." Empty for no problems.
    """
    if not problems:
        return ""
    parts = [problem_text(problem) for problem in problems]
    return "\n\n".join([*parts, f"{count(problems)}. {outcome}".rstrip()]) + "\n"


def problem_text(problem: Problem) -> str:
    """One problem: where, what, the line, a caret and the suggestion."""
    place = problem.place
    kind = f"{problem.severity}[{problem.code}]"
    head = f"{problem.file}:{place.line}:{place.column}: {kind}: {problem.message}"
    if not problem.excerpt.strip():
        return f"{head}\n  {problem.suggestion}" if problem.suggestion else head
    text, start = _window(problem.excerpt, place.column - 1)
    length = max(1, min(place.length, len(text) - start))
    number = str(place.line)
    carets = f"  {' ' * len(number)} | {' ' * start}{'^' * length} {problem.suggestion}"
    return f"{head}\n  {number} | {text}\n{carets.rstrip()}"


def report_json(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """*problems* as values for JSON; the keys are part of the public interface."""
    return [
        {
            "file": problem.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "length": problem.place.length,
            "severity": str(problem.severity),
            "code": problem.code,
            "message": problem.message,
            "suggestion": problem.suggestion,
            "excerpt": problem.excerpt[:1_000],
        }
        for problem in problems
    ]


def count(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning`."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    words = []
    if errors:
        words.append(f"{errors} error{'' if errors == 1 else 's'}")
    if warnings:
        words.append(f"{warnings} warning{'' if warnings == 1 else 's'}")
    return ", ".join(words)


def _window(line: str, start: int) -> tuple[str, int]:
    """The part of *line* around *start*, and where *start* is in it; tabs as single spaces."""
    line = line.replace("\t", " ").rstrip()
    if len(line) <= LONGEST_EXCERPT:
        return line, start
    first = max(0, min(start - LONGEST_EXCERPT // 3, len(line) - LONGEST_EXCERPT))
    cut = line[first : first + LONGEST_EXCERPT]
    return (f"…{cut[1:]}" if first else cut), start - first
