"""The rules that the API states for a field -> named predicates on its value.

    validate.FieldRules, FieldDescriptor  ->  constraints_of()  ->  Constraints

Knows each kind of rule (protoc-gen-validate) and nothing of messages or paths:
weft.envoy.rules walks messages. Pure. A rule of a kind that is not in SUPPORTED
raises NotImplementedError: to pass over it would be to call a value good unread.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message

from weft.envoy.api.validate import validate_pb2

Value = Any  # whatever a field, or a rule's argument, may hold
Predicate = Callable[[Value], bool]

_ORDER = frozenset(("const", "lt", "lte", "gt", "gte", "in", "not_in"))
_LENGTH = frozenset(("len", "min_len", "max_len"))
_TEXT = (
    frozenset(("const", "in", "not_in", "prefix", "suffix", "contains", "ignore_empty")) | _LENGTH
)
_NUMBERS = (
    *("float", "double", "int32", "int64", "uint32", "uint64", "sint32", "sint64"),
    *("fixed32", "fixed64", "sfixed32", "sfixed64"),
)

SUPPORTED: dict[str, frozenset[str]] = {
    **{kind: _ORDER | {"ignore_empty"} for kind in _NUMBERS},
    "bool": frozenset(("const",)),
    "bytes": _TEXT,
    "string": _TEXT
    | {
        "len_bytes",
        "min_bytes",
        "max_bytes",
        "not_contains",
        "pattern",
        "well_known_regex",
        "strict",
    },
    "enum": frozenset(("const", "defined_only", "in", "not_in")),
    "message": frozenset(("required", "skip")),
    "any": frozenset(("required",)),
    "duration": _ORDER | {"required"},
    "timestamp": _ORDER | {"required"},
    "repeated": frozenset(("min_items", "max_items", "unique", "items", "ignore_empty")),
    "map": frozenset(("min_pairs", "max_pairs", "keys", "values", "ignore_empty")),
}

# Rules that say how others are meant, or that speak of what is inside the field.
_NOT_OF_THE_VALUE = frozenset(
    ("ignore_empty", "strict", "required", "skip", "items", "keys", "values")
)
_BOUNDS = frozenset(("lt", "lte", "gt", "gte"))

# A name may begin with a pseudo-header's colon; a loose header is one that cannot end its line.
_LOOSE_HEADER = r"[^\x00\r\n]*"
_STRICT_HEADER = {
    validate_pb2.HTTP_HEADER_NAME: r":?[!#$%&'*+,\-.^_`|~0-9A-Za-z]+",
    validate_pb2.HTTP_HEADER_VALUE: r"[^\x00-\x08\x0a-\x1f\x7f]*",
}

_PREDICATES: dict[str, Callable[[Any], Predicate]] = {
    "const": lambda wanted: lambda value: bool(value == wanted),
    "in": lambda wanted: lambda value: value in wanted,
    "not_in": lambda wanted: lambda value: value not in wanted,
    "len": lambda count: lambda value: len(value) == count,
    "min_len": lambda least: lambda value: len(value) >= least,
    "max_len": lambda most: lambda value: len(value) <= most,
    "len_bytes": lambda count: lambda value: len(value.encode()) == count,
    "min_bytes": lambda least: lambda value: len(value.encode()) >= least,
    "max_bytes": lambda most: lambda value: len(value.encode()) <= most,
    "prefix": lambda start: lambda value: value.startswith(start),
    "suffix": lambda end: lambda value: value.endswith(end),
    "contains": lambda part: lambda value: part in value,
    "not_contains": lambda part: lambda value: part not in value,
    "pattern": lambda pattern: lambda value: _matches(pattern, value),
    "min_items": lambda least: lambda value: len(value) >= least,
    "max_items": lambda most: lambda value: len(value) <= most,
    "min_pairs": lambda least: lambda value: len(value) >= least,
    "max_pairs": lambda most: lambda value: len(value) <= most,
    "unique": lambda wanted: lambda value: not wanted or _all_differ(value),
}


_COMPARE = {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}


@dataclass(frozen=True)
class Constraint:
    """One rule of one field: its text, and whether a value keeps it."""

    rule: str
    holds: Predicate


@dataclass(frozen=True)
class Constraints:
    """All that is stated of a field.

    *own* speaks of its value (of the whole list or map, if it is one), *items*
    of each element or map value, *keys* of each map key. *required* is the rule
    that a missing message breaks. *descend* is false where the API says that
    the message inside is not to be checked.
    """

    own: tuple[Constraint, ...] = ()
    items: tuple[Constraint, ...] = ()
    keys: tuple[Constraint, ...] = ()
    required: str = ""
    descend: bool = True


def constraints_of(stated: Message, descriptor: FieldDescriptor) -> Constraints:
    """What *stated*, the field's validate.FieldRules, asks of the field."""
    own: list[Constraint] = []
    items: tuple[Constraint, ...] = ()
    keys: tuple[Constraint, ...] = ()
    required, descend = "", True
    for kind, rules in _fields(stated).items():
        told = _fields(rules)
        if unknown := told.keys() - SUPPORTED.get(kind, frozenset()):
            raise NotImplementedError(f"{descriptor.full_name}: {kind}.{min(unknown)}")
        own += _value_constraints(kind, told, descriptor)
        if told.get("required"):
            required = f"{kind}.required"
        descend = descend and not told.get("skip")
        for inner in ("items", "values"):
            if inner in told:
                nested = constraints_of(told[inner], descriptor)
                items, descend = nested.own, descend and nested.descend
        if "keys" in told:
            keys = constraints_of(told["keys"], descriptor).own
    return Constraints(tuple(own), items, keys, required, descend)


def _value_constraints(
    kind: str, told: dict[str, Any], descriptor: FieldDescriptor
) -> Iterator[Constraint]:
    for rule, predicate in _predicates(told, descriptor):
        text = f"{kind}.{rule}"
        if told.get("ignore_empty"):
            yield Constraint(text, _unless_empty(predicate))
        else:
            yield Constraint(text, _on_comparable(predicate))


def _predicates(
    told: dict[str, Any], descriptor: FieldDescriptor
) -> Iterator[tuple[str, Predicate]]:
    bounds = {name: comparable(told[name]) for name in told if name in _BOUNDS}
    if bounds:
        yield ", ".join(f"{name}: {written(told[name])}" for name in bounds), _within(bounds)
    for name, parameter in told.items():
        if name == "defined_only":
            if parameter:
                known = frozenset(_enum_numbers(descriptor))
                yield "defined_only", known.__contains__
        elif name == "well_known_regex":
            if parameter in _STRICT_HEADER:
                # strict is the default: only an explicit false loosens it.
                strict = told.get("strict", True)
                yield (
                    f"well_known_regex: {validate_pb2.KnownRegex.Name(parameter)}",
                    partial(_matches, _STRICT_HEADER[parameter] if strict else _LOOSE_HEADER),
                )
        elif name not in _BOUNDS and name not in _NOT_OF_THE_VALUE:
            wanted = _parameter(parameter)
            yield f"{name}: {written(parameter)}", _PREDICATES[name](wanted)


def comparable(value: Value) -> Value:
    """*value* as something that compares: a duration as a pair, a wrapper as what it wraps."""
    if not isinstance(value, Message):
        return value
    name = value.DESCRIPTOR.full_name
    if name in ("google.protobuf.Duration", "google.protobuf.Timestamp"):
        return (value.seconds, value.nanos)  # type: ignore[attr-defined]
    if name.startswith("google.protobuf.") and "value" in value.DESCRIPTOR.fields_by_name:
        return value.value  # type: ignore[attr-defined]
    return value


def _within(bounds: dict[str, Any]) -> Predicate:
    """All bounds; but a lower one above the upper means: any value outside of the two."""
    low = bounds.get("gt", bounds.get("gte"))
    high = bounds.get("lt", bounds.get("lte"))
    outside = low is not None and high is not None and low > high
    combine = any if outside else all
    return lambda value: combine(_COMPARE[name](value, bound) for name, bound in bounds.items())


def _on_comparable(predicate: Predicate) -> Predicate:
    return lambda value: predicate(comparable(value))


def _unless_empty(predicate: Predicate) -> Predicate:
    def holds(value: Value) -> bool:
        plain = comparable(value)
        return not plain or predicate(plain)

    return holds


def _matches(pattern: str, value: str) -> bool:
    """RE2 matches the whole value and means ASCII by its classes; so does this."""
    return re.fullmatch(pattern, value, re.ASCII) is not None


def _all_differ(values: Collection[Any]) -> bool:
    plain = [
        value.SerializePartialToString() if isinstance(value, Message) else value
        for value in values
    ]
    return len(set(plain)) == len(plain)


def _enum_numbers(descriptor: FieldDescriptor) -> Iterator[int]:
    enum = descriptor.enum_type
    if enum is None:  # a map's values
        assert descriptor.message_type is not None
        enum = descriptor.message_type.fields_by_name["value"].enum_type
    assert enum is not None
    return iter(enum.values_by_number)


def _fields(message: Message) -> dict[str, Any]:
    return {descriptor.name: value for descriptor, value in message.ListFields()}


def _parameter(parameter: Value) -> Value:
    """A rule's argument; those of `in` and `not_in` are lists."""
    if isinstance(parameter, str | bytes | int | float | Message):
        return comparable(parameter)
    return frozenset(comparable(each) for each in parameter)


def written(parameter: Value) -> str:
    """A rule's argument, or a field's value, as a person writes it."""
    plain = comparable(parameter)
    if isinstance(plain, tuple):  # a duration or a time
        seconds, nanos = plain
        return f"{seconds + nanos / 1e9:g}s"
    if isinstance(plain, str | bytes | int | float):
        return str(plain)
    if isinstance(plain, Message):
        return " ".join(str(plain).split()) or "empty"
    return str(list(plain))
