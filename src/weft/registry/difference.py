"""Differences: how one document differs from another, in the words of mesh.yaml.

    before, after  ->  ("timeout: 2s → 5s", "retry.attempts: 1 → 2")

Pure. Values that may be secrets (an app's environment, a webhook's address) are
not shown, only that they changed. Refuses to know whether a change is allowed.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct, structs

from weft.model.catalog import Callee
from weft.model.names import Name, Target
from weft.model.traffic import Match, Rule, Split

Value = Any  # whatever a field of a document may hold

#: What a field means that isn't set.
_UNSET: Final[Mapping[str, str]] = MappingProxyType(
    {"calls": "everything", "allow": "anyone", "timeout_ms": "no limit", "port": "any"}
)
_MAPPINGS: Final = ("env", "labels")
_SECRET: Final = ("env", "webhook")
_LONGEST: Final = 80  # characters of one value


def differences(before: Struct, after: Struct) -> tuple[str, ...]:
    """What changed from *before* to *after*, one line for each field."""
    return tuple(_fields("", before, after))


def duration(ms: float) -> str:
    """*ms* as mesh.yaml writes it: `500ms`, `2s`, `1m30s`, `1h`."""
    whole = round(ms)
    if whole % 1000 or not whole:
        return f"{whole}ms"
    hours, rest = divmod(whole // 1000, 3600)
    minutes, seconds = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "m"), (seconds, "s"))
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _fields(path: str, before: Struct, after: Struct) -> Iterator[str]:
    for field in structs.fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            yield from _field(f"{path}{_word(field.name)}", field.name, old, new)


def _field(path: str, name: str, old: Value, new: Value) -> Iterator[str]:
    if name in _MAPPINGS:
        yield from _entries(f"{path}.", name, dict(old), dict(new))
    elif name == "values":
        yield from _entries("", name, json.loads(old), json.loads(new))
    elif name in ("rules", "alarms"):
        yield from _items(name.removesuffix("s"), old, new)
    elif isinstance(old, Struct) and type(old) is type(new) and type(old) not in _WORDS:
        yield from _fields(f"{path}.", old, new)
    else:
        yield f"{path}: {_change(name, old, new)}"


def _entries(path: str, name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            yield f"{path}{key}: removed"
        elif key not in old:
            yield f"{path}{key}: added" + (
                "" if name in _SECRET else f" ({_shown(name, new[key])})"
            )
        elif old[key] != new[key]:
            yield f"{path}{key}: {_change(name, old[key], new[key])}"


def _items(word: str, old: tuple[Struct, ...], new: tuple[Struct, ...]) -> Iterator[str]:
    for number, (before, after) in enumerate(zip(old, new, strict=False), 1):
        yield from _fields(f"{word} {number}: ", before, after)
    for number, item in enumerate(old[len(new) :], len(new) + 1):
        yield f"{word} {number}: removed ({_shown(word, item)})"
    for number, item in enumerate(new[len(old) :], len(old) + 1):
        yield f"{word} {number}: added ({_shown(word, item)})"


def _change(name: str, old: Value, new: Value) -> str:
    if name in _SECRET:
        return "changed"
    return f"{_shown(name, old)} → {_shown(name, new)}"


def _word(name: str) -> str:
    for suffix in ("_ms", "_s", "_percent"):
        name = name.removesuffix(suffix)
    return name


def _shown(name: str, value: Value) -> str:
    if value is None:
        text = _UNSET.get(name, "none")
    elif name == "values":
        text = json.dumps(value, ensure_ascii=False)
    elif name.endswith("_ms"):
        text = duration(value)
    elif name.endswith("_s"):
        text = duration(value * 1000)
    elif name.endswith("_percent"):
        text = f"{value:g}%"
    else:
        text = _plain(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _plain(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(_plain(item) for item in value) or "none"
    if word := _WORDS.get(type(value)):
        return word(value)
    if isinstance(value, Struct):
        return type(value).__name__.lower()  # what is in it may be secret
    return str(value)


def _callee(callee: Callee) -> str:
    return f"{callee.service}" if callee.port is None else f"{callee.service}:{callee.port}"


def _match(match: Match) -> str:
    headers = [
        f"{header.name}{'~' if header.regex else '='}{header.value}" for header in match.headers
    ]
    path = "" if match.path == Match().path else f"{match.path.kind} {match.path.value}"
    return " ".join(filter(None, (match.host, match.method, path, *headers))) or "any request"


def _rule(rule: Rule) -> str:
    return f"{_match(rule.match)} to {_plain(rule.to)}"


_WORDS: Final[Mapping[type, Callable[[Any], str]]] = MappingProxyType(
    {
        Name: str,
        Target: str,
        Callee: _callee,
        Split: lambda split: f"{split.to} {split.weight}",
        Match: _match,
        Rule: _rule,
    }
)
