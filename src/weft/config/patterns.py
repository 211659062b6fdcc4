"""Patterns: whether a regular expression is one that Envoy's engine, RE2, takes.

    "(?=a)b"  ->  Unsupported("lookahead", at 0)

RE2 matches in linear time and therefore has no lookaround and no
backreferences. The rest of the grammar is checked with Python's own parser,
after RE2's few own spellings are put into Python's. Envoy keeps the last word.
"""

import re
import warnings
from dataclasses import dataclass
from typing import Final

#: As for matches in the Gateway API; a longer one is a list that belongs elsewhere.
LONGEST_PATTERN: Final = 1_024
#: RE2 refuses more repetitions than this of one thing.
MOST_REPETITIONS: Final = 1_000

#: Each token once, escapes and character classes first, so that what is inside them is let be.
_TOKEN: Final = re.compile(
    r"""(?P<quote>\\Q.*?(?:\\E|\Z))
      | (?P<backreference>\\[1-9])
      | (?P<escape>\\(?:[pP](?:\{[^}]*\}|.)|x\{[0-9A-Fa-f]+\}|.|\Z))
      | (?P<class>\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\])
      | (?P<lookahead>\(\?[=!])
      | (?P<lookbehind>\(\?<[=!])
      | (?P<atomic>\(\?>)
      | (?P<condition>\(\?\()
      | (?P<named_backreference>\(\?P=)
      | (?P<comment>\(\?\#)
      | (?P<named>\(\?P?<\w+>)
      | (?P<flags>\(\?[A-Za-z-]*[:)])
      | (?P<possessive>(?:[*+?]|\{\d*,?\d*\})\+)
      | (?P<repeat>\{\d+(?:,\d*)?\})
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_REFUSED: Final = {
    "backreference": "backreferences",
    "named_backreference": "backreferences",
    "lookahead": "lookahead",
    "lookbehind": "lookbehind",
    "atomic": "atomic groups",
    "condition": "conditional groups",
    "possessive": "possessive repetition",
    "comment": "comments inside an expression",
}
_ESCAPES_REFUSED: Final = {
    r"\Z": r"\Z (write \z)",
    r"\u": r"\u (write \x{...})",
    r"\U": r"\U (write \x{...})",
    r"\N": r"\N (write \x{...})",
}
#: Inside brackets: what RE2 spells in ways that Python doesn't.
_RE2_CLASS: Final = re.compile(r"\[:\^?\w+:\]|\\[pP](\{[^}]*\}|.)|\\x\{[0-9A-Fa-f]+\}")
_RE2_FLAGS: Final = frozenset("imsU-")


@dataclass(frozen=True)
class Unsupported:
    """Why a pattern is refused, and at which of its characters."""

    reason: str
    position: int = 0
    length: int = 1


def unsupported(pattern: str) -> Unsupported | None:
    """Why RE2 wouldn't take *pattern*; None if it does."""
    if len(pattern) > LONGEST_PATTERN:
        reason = f"the expression has {len(pattern)} characters; at most {LONGEST_PATTERN}"
        return Unsupported(reason)
    translated: list[str] = []
    repeats = _Repeats()
    for token in _TOKEN.finditer(pattern):
        if reason := _refusal(token) or repeats.refusal(token):
            return Unsupported(reason, token.start(), len(token.group()))
        translated.append(_in_python(token))
    return _syntax("".join(translated))


class _Repeats:
    """Counts repetitions inside of each other, as RE2 does before it expands them."""

    def __init__(self) -> None:
        self.open = [1]  # for each open group, the most that anything in it repeats
        self.last = 1  # the same for what was read last

    def refusal(self, token: re.Match[str]) -> str:
        """Why *token* repeats too often; "" if it doesn't."""
        kind, text = token.lastgroup, token.group()
        if text == "(" or kind == "named" or (kind == "flags" and text.endswith(":")):
            self.open.append(1)
            return ""
        if text == ")":
            self.last = self.open.pop() if len(self.open) > 1 else 1
        elif kind == "repeat":
            self.last *= max(1, *(int(number) for number in re.findall(r"\d+", text)))
        elif text not in ("*", "+", "?"):
            self.last = 1
        self.open[-1] = max(self.open[-1], self.last)
        if self.last > MOST_REPETITIONS:
            return f"RE2 repeats at most {MOST_REPETITIONS} times, counted through all groups"
        return ""


def _refusal(token: re.Match[str]) -> str:
    kind, text = token.lastgroup or "", token.group()
    if kind in _REFUSED:
        return f"{_REFUSED[kind]} ({text}) can't be matched in linear time: RE2 has none"
    if kind == "escape" and text[:2] in _ESCAPES_REFUSED:
        return f"RE2 does not know {_ESCAPES_REFUSED[text[:2]]}"
    if kind == "flags" and not set(text[2:-1]) <= _RE2_FLAGS:
        return f"RE2 does not know the flags {text}"
    return ""


def _in_python(token: re.Match[str]) -> str:
    """What Python's parser takes for the same thing; it need only be as well-formed."""
    kind, text = token.lastgroup or "", token.group()
    if kind == "quote":
        return re.escape(text[2:].removesuffix(r"\E"))
    if kind == "escape":
        return _escape_in_python(text)
    if kind == "class":
        return _RE2_CLASS.sub("a", text)
    if kind == "named" and not text.startswith("(?P"):
        return f"(?P{text[2:]}"
    if kind == "flags":
        return "(?:" if text.endswith(":") else "(?:)"
    return text


def _escape_in_python(text: str) -> str:
    if text == r"\z":
        return "$"
    # A lone `\x` is followed by its two digits, which Python reads the same way.
    return "a" if text[1:2] in ("p", "P", "C") or text.startswith(r"\x{") else text


def _syntax(pattern: str) -> Unsupported | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of set operations that a later Python may have
            re.compile(pattern)
    except re.error as error:
        return Unsupported(f"not a regular expression: {error.msg}", 0, 0)
    except (RecursionError, OverflowError):
        return Unsupported("the expression is nested too deeply or repeats too often", 0, 0)
    return None
