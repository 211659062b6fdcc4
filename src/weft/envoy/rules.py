"""Envoy's own field rules, checked before Envoy sees the message.

    message  ->  violations()  ->  [Violation(path, rule, value)]

The API's descriptors carry the rules (protoc-gen-validate's `validate.rules`)
that Envoy applies to whatever it receives. They are read from there, never
written down again, and hold for messages packed into an Any too. What Envoy
checks in code beyond them (references, ranges across fields) is not known here;
weft.envoy.validate asks Envoy itself.

Pure. A message type's rules are read once; checking costs by the fields that
are set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from google.protobuf.descriptor import FieldDescriptor, OneofDescriptor
from google.protobuf.message import DecodeError, Message

from weft.envoy.api.validate import validate_pb2
from weft.envoy.constraints import Constraint, Constraints, Value, constraints_of, written
from weft.envoy.pool import POOL, message_class

_SHOWN_LENGTH = 80
_ANY = "google.protobuf.Any"

# Extensions of the options, which no stub types.
_RULES = cast("Any", POOL.FindExtensionByName("validate.rules"))
_REQUIRED = cast("Any", POOL.FindExtensionByName("validate.required"))


@dataclass(frozen=True)
class Violation:
    """A field that Envoy would refuse: where, the rule as the API states it, what stands there."""

    path: str
    rule: str
    value: str

    def __str__(self) -> str:
        return f"{self.path}: breaks {self.rule} (it is {self.value})"


@dataclass(frozen=True)
class MessageRules:
    """What holds for a message type; *unset* is what a missing field breaks."""

    fields: dict[str, Constraints]
    unset: dict[str, tuple[str, ...]]
    oneofs: tuple[str, ...]


def violations(message: Message) -> list[Violation]:
    """Every rule that *message* breaks, in the order of its fields."""
    return list(_message(message, ""))


def _message(message: Message, path: str) -> Iterator[Violation]:
    descriptor = message.DESCRIPTOR
    if descriptor.full_name == _ANY:
        yield from _packed(message, path)
        return
    rules = rules_of(descriptor.full_name)
    present = set()
    for field_descriptor, value in message.ListFields():
        present.add(field_descriptor.name)
        yield from _field(
            field_descriptor,
            value,
            rules.fields[field_descriptor.name],
            _join(path, field_descriptor.name),
        )
    for name, broken in rules.unset.items():
        if name not in present:
            yield from (Violation(_join(path, name), rule, "not set") for rule in broken)
    for oneof in rules.oneofs:
        if message.WhichOneof(oneof) is None:
            yield Violation(_join(path, oneof), "oneof.required", "not set")


def _field(
    descriptor: FieldDescriptor, value: Value, rules: Constraints, path: str
) -> Iterator[Violation]:
    yield from _broken(rules.own, value, path)
    if _is_map(descriptor):
        for key, item in value.items():
            yield from _broken(rules.keys, key, f"{path}[{key!r}]")
            yield from _element(item, rules, f"{path}[{key!r}]")
    elif descriptor.is_repeated:
        for index, item in enumerate(value):
            yield from _element(item, rules, f"{path}[{index}]")
    elif isinstance(value, Message) and rules.descend:
        yield from _message(value, path)


def _element(item: Value, rules: Constraints, path: str) -> Iterator[Violation]:
    yield from _broken(rules.items, item, path)
    if isinstance(item, Message) and rules.descend:
        yield from _message(item, path)


def _packed(packed: Value, path: str) -> Iterator[Violation]:
    """What is inside an Any, if this Envoy knows the type; else it is not ours to judge."""
    name = packed.type_url.rpartition("/")[2]
    try:
        inner = message_class(name).FromString(packed.value)
    except KeyError:
        return
    except DecodeError:
        yield Violation(path, "any", f"{len(packed.value)} bytes that are no {name}")
        return
    yield from _message(inner, f"{path}({inner.DESCRIPTOR.name})" if path else "")


def _broken(checks: Iterable[Constraint], value: Value, path: str) -> Iterator[Violation]:
    for check in checks:
        if not check.holds(value):
            yield Violation(path, check.rule, _shown(value))


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: Value) -> str:
    text = repr(value) if isinstance(value, str | bytes) else written(value)
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…"


# From the descriptors' options.


@cache
def rules_of(full_name: str) -> MessageRules:
    """The rules of the message type called *full_name*."""
    descriptor = POOL.FindMessageTypeByName(full_name)
    fields = {each.name: constraints_of(_stated(each), each) for each in descriptor.fields}
    unset = {each.name: _broken_when_unset(each, fields[each.name]) for each in descriptor.fields}
    return MessageRules(
        fields=fields,
        unset={name: broken for name, broken in unset.items() if broken},
        oneofs=tuple(each.name for each in descriptor.oneofs if _is_required(each)),
    )


def _broken_when_unset(descriptor: FieldDescriptor, rules: Constraints) -> tuple[str, ...]:
    """The rules that the field's absence breaks, which is the same in every message."""
    oneof = descriptor.containing_oneof
    if oneof is not None and oneof.name != f"_{descriptor.name}":  # not that of an `optional`
        return ()
    if descriptor.has_presence:
        return (rules.required,) if rules.required else ()
    default: Value = () if descriptor.is_repeated else descriptor.default_value
    return tuple(each.rule for each in rules.own if not each.holds(default))


def _stated(descriptor: FieldDescriptor) -> validate_pb2.FieldRules:
    """The rules that the API states, read again in the pool that knows the option."""
    raw = descriptor.GetOptions().SerializeToString()
    options = message_class("google.protobuf.FieldOptions").FromString(raw)
    rules: validate_pb2.FieldRules = options.Extensions[_RULES]
    return rules


def _is_required(oneof: OneofDescriptor) -> bool:
    raw = oneof.GetOptions().SerializeToString()
    options = message_class("google.protobuf.OneofOptions").FromString(raw)
    return bool(options.Extensions[_REQUIRED])


def _is_map(descriptor: FieldDescriptor) -> bool:
    inside = descriptor.message_type
    return descriptor.is_repeated and inside is not None and inside.GetOptions().map_entry
