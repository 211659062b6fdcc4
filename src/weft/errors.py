"""Errors that a person can act on: what went wrong, why, and what to do next.

Every error that Weft expects has a class of its own with a stable, searchable
code. What is not a `WeftError` is a bug of ours and keeps its traceback.
"""

from typing import ClassVar


class WeftError(Exception):
    """Something went wrong that a person can mend.

    *what* is the event, *why* its cause as far as it is known, *fix* the next
    step; the last two may be empty.
    """

    code: ClassVar[str] = "weft"
    exit_code: ClassVar[int] = 1  # of a command that ends with it

    def __init__(self, what: str, *, why: str = "", fix: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.fix = fix

    def __str__(self) -> str:
        lines = [self.what]
        if self.why:
            lines.append(f"why: {self.why}")
        if self.fix:
            lines.append(f"fix: {self.fix}")
        return "\n".join(lines)
