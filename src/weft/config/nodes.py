"""Nodes: a YAML tree in which every value knows where it was written.

    a root and a way through it  ->  the node there, its key, its place

Refuses to know YAML's grammar (source.py reads it) and what any key means.
"""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from weft.config.problem import Place
from weft.config.scalars import Plain, Resolved

Loc = tuple[str | int, ...]
Data = Plain | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text; *text* is how it was written, without quotes."""

    place: Place
    text: str
    resolved: Resolved
    size: int = 1

    @property
    def value(self) -> Plain:
        """What it stands for."""
        return self.resolved.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: tuple["Node", ...]
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    place: Place
    entries: MappingOf[str, Entry]
    size: int


Node = Scalar | Sequence | Mapping


def data_of(node: Node) -> Data:
    """*node* as plain lists, dicts and scalars."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [data_of(item) for item in node.items]
        case Mapping():
            return {name: data_of(entry.value) for name, entry in node.entries.items()}


def find(root: Node, loc: Loc) -> tuple[Node, Scalar | None]:
    """The deepest node on the way to *loc*, and the key that it stands under.

    Shorthands (`probe: /healthz`) have no node for each step of the full form:
    what stands for the whole then stands for its parts.
    """
    node, key = root, None
    for step in loc:
        match node:
            case Mapping() if (entry := node.entries.get(str(step))) is not None:
                node, key = entry.value, entry.key
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node, key = node.items[step], None
            case _:
                break
    return node, key


def place_of(root: Node, loc: Loc) -> Place:
    """Where the value at *loc* stands."""
    return find(root, loc)[0].place


def key_place_of(root: Node, loc: Loc) -> Place:
    """Where the key at *loc* stands; the value where it has no key of its own."""
    node, key = find(root, loc)
    return key.place if key and has(root, loc) else node.place


def has(root: Node, loc: Loc) -> bool:
    """Whether something was written at exactly *loc*."""
    node: Node = root
    for step in loc:
        match node:
            case Mapping() if (entry := node.entries.get(str(step))) is not None:
                node = entry.value
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return False
    return True
