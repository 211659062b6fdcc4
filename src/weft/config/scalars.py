"""Scalars: what a plain word in YAML stands for.

    "true", "12", "no"  ->  True, 12, Ambiguous

YAML 1.2's core schema (YAML 1.2.2 section 10.3.2). The words that YAML 1.1
read otherwise (`no`, `1:30`, `0123`) stay text and are marked, since half of
the world's tools still take them for something else.
"""

import re
from dataclasses import dataclass
from typing import Final

Plain = str | int | float | bool | None

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_OCTAL: Final = re.compile(r"0o[0-7]+")
_HEX: Final = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

_YES: Final = frozenset({"yes", "on"})
_NO: Final = frozenset({"no", "off"})
_OLD_OCTAL: Final = re.compile(r"[-+]?0[0-9]+")
_SEXAGESIMAL: Final = re.compile(r"[-+]?[1-9][0-9]*(:[0-5]?[0-9])+(\.[0-9]*)?")

#: Longer numbers than any key takes; Python refuses to read very long ones.
_LONGEST_NUMBER: Final = 40


@dataclass(frozen=True)
class Resolved:
    """What a plain scalar is.

    *surprise* says what YAML 1.1 takes it for, *instead* what to write for that
    meaning; *refused* says why it is no value at all.
    """

    value: Plain
    surprise: str = ""
    instead: str = ""
    refused: str = ""


def resolve(text: str) -> Resolved:
    """What the plain scalar *text* is."""
    if text in _NULL:
        return Resolved(None)
    if text in _TRUE or text in _FALSE:
        return Resolved(text in _TRUE)
    if surprise := _surprise(text):
        return surprise
    if _NOT_FINITE.fullmatch(text):
        return Resolved(text, refused="is not a finite number")
    return _number(text)


def truth_of(text: str) -> bool | None:
    """The truth that *text* probably means, in any YAML and in capitals too; None if none."""
    low = text.lower()
    if low in _YES or low in ("true", "y"):
        return True
    return False if low in _NO or low in ("false", "n") else None


def _surprise(text: str) -> Resolved | None:
    if text in (text.lower(), text.upper(), text.capitalize()) and text.lower() in _YES | _NO:
        truth = "true" if text.lower() in _YES else "false"
        return Resolved(text, surprise=truth, instead=truth)
    if len(text) > _LONGEST_NUMBER:
        return None
    if _OLD_OCTAL.fullmatch(text):
        octal = "an octal number" if re.fullmatch("[-+]?[0-7]+", text) else "text"
        return Resolved(text, surprise=octal, instead=str(int(text)))
    if _SEXAGESIMAL.fullmatch(text):
        return Resolved(text, surprise="a number to the base of 60")
    return None


def _number(text: str) -> Resolved:
    if _OCTAL.fullmatch(text) or _HEX.fullmatch(text) or _INT.fullmatch(text):
        if len(text) > _LONGEST_NUMBER:
            return Resolved(text, refused="is too large a number")
        value = int(text, 0)
        if not -(2**63) <= value < 2**63:
            return Resolved(text, refused="is too large a number")
        return Resolved(value)
    if not _FLOAT.fullmatch(text):
        return Resolved(text)
    number = float(text)
    if number in (float("inf"), float("-inf")):
        return Resolved(text, refused="is too large a number")
    return Resolved(number)
