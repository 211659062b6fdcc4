"""Validate: a tree of nodes to the shape of mesh.yaml, however much is wrong with it.

    Mapping  ->  validate()  ->  Validated(file, broken), problems in people's words

pydantic finds all wrong values of one pass but then yields no shape at all. So
what is wrong is noted, taken out, and the rest read again: the checks across
documents then see everything that is right, and one slip hides no other.
Refuses to know whether names exist.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from weft.config import nodes
from weft.config.file import MeshFile
from weft.config.mistakes import words_for
from weft.config.nodes import Data, Loc, Mapping, Node, Scalar
from weft.config.problem import Place, Problems

#: What stands in for a required key that is missing or wrong, so that reading can go on.
_STAND_INS: Final[dict[str, Data]] = {"format": 1, "listen": "127.0.0.1:1", "to": {}, "rules": []}
#: Each pass takes out at least one value; nesting never needs as many.
_MOST_PASSES: Final = 100

T = TypeVar("T")


@dataclass
class Broken:
    """The places where something was missing or taken out."""

    _locs: set[Loc] = field(default_factory=set)
    _prefixes: set[Loc] = field(default_factory=set)

    def add(self, loc: Loc) -> None:
        """Something at *loc* is missing or taken out."""
        self._locs.add(loc)
        self._prefixes.update(loc[:length] for length in range(len(loc) + 1))

    def at_or_under(self, loc: Loc) -> bool:
        """Whether *loc* or something inside of it is broken."""
        return loc in self._prefixes

    def at_or_above(self, loc: Loc) -> bool:
        """Whether *loc* or something around it is broken."""
        return any(loc[:length] in self._locs for length in range(len(loc) + 1))


@dataclass(frozen=True)
class Validated:
    """The shape of what was right, and how to find the way back to the text."""

    root: Mapping
    file: MeshFile
    broken: "Broken"  # nothing follows from the absence of what was taken out
    kept: dict[Loc, list[int]]  # where items were taken out of a list: the places of the others

    def sound(self, loc: Loc) -> bool:
        """Whether nothing at, above or under *loc* was taken out."""
        return not (self.broken.at_or_under(loc) or self.broken.at_or_above(loc))

    def items(self, loc: Loc, items: Sequence[T] | None) -> Iterator[tuple[Loc, T]]:
        """The items of the list at *loc*, each with its place in the source."""
        places: Iterable[int] = self.kept.get(loc, range(len(items or ())))
        for index, item in zip(places, items or (), strict=True):
            yield (*loc, index), item


def validate(root: Mapping, problems: Problems) -> Validated:
    """The shape of *root*; everything that is wrong with its keys and values is noted."""
    reading = _Reading(root, problems)
    reading.note_scalars()
    for _ in range(_MOST_PASSES):
        try:
            file = MeshFile.model_validate(reading.data)
        except ValidationError as error:
            reading.mend(error.errors(include_url=False, include_input=False))
            continue
        reading.note_surprises()
        return Validated(root, file, reading.broken, reading.kept)
    raise AssertionError("validation doesn't come to an end")


def _in_config(loc: Loc) -> bool:
    """Whether *loc* lies in an app's configuration, which may hold anything."""
    return loc[:2] == ("defaults", "config") or (
        loc[:1] == ("services",) and loc[2:3] == ("config",)
    )


@dataclass
class _Reading:
    """The data that is left to read, and what was taken out of it."""

    root: Mapping
    problems: Problems
    data: Data = None
    broken: Broken = field(default_factory=Broken)
    kept: dict[Loc, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.data = nodes.data_of(self.root)

    def mend(self, details: Iterable[ErrorDetails]) -> None:
        """Note each of *details* and take out what it speaks of."""
        wrong: list[Loc] = []
        for detail in details:
            loc = self._in_source(tuple(step for step in detail["loc"] if step != "[key]"))
            if detail["type"] == "missing":
                self._stand_in(loc)
                continue
            # What was taken out makes its surroundings wrong: that is no second mistake.
            if not self.broken.at_or_under(loc):
                self._note(loc, detail)
            wrong.append(loc)
        self._take_out(wrong)

    def note_scalars(self) -> None:
        """What no key takes: no value at all, and numbers that no computer holds."""
        wrong: list[Loc] = []
        for loc, scalar in _scalars(self.root, ()):
            if scalar.value is None and not _in_config(loc):
                place = nodes.key_place_of(self.root, loc)
                name = f"`{loc[-1]}`" if isinstance(loc[-1], str) else "this item"
                self.problems.add("no-value", place, f"{name} has no value", "leave it out")
                wrong.append(loc)
            elif scalar.resolved.refused:
                message = f"{scalar.text[:60]} {scalar.resolved.refused}"
                self.problems.add("bad-number", scalar.place, message, "put it in quotes")
                wrong.append(loc)
        self._take_out(wrong)

    def note_surprises(self) -> None:
        """Plain words that are taken as text here, and as something else by YAML 1.1."""
        for loc, scalar in _scalars(self.root, ()):
            if not (surprise := scalar.resolved.surprise) or self.problems.at(scalar.place):
                continue
            if self.broken.at_or_above(loc):
                continue
            message = f"{scalar.text} is text in YAML 1.2 but {surprise} in YAML 1.1"
            instead = scalar.resolved.instead
            hint = f'write "{scalar.text}" in quotes' + (f", or {instead}" if instead else "")
            self.problems.add("yaml-surprise", scalar.place, message, hint)

    def _note(self, loc: Loc, detail: ErrorDetails) -> None:
        node, key = nodes.find(self.root, loc)
        code, message, hint = words_for(loc, detail, node, self.problems.nearest)
        about_key = code == "unknown-key" or (code == "conflict" and key is not None)
        place = nodes.key_place_of(self.root, loc) if about_key else node.place
        self.problems.add(code, place, message, hint)

    def _stand_in(self, loc: Loc) -> None:
        name = str(loc[-1])
        parent = self._path(loc[:-1])[-1]
        if not isinstance(parent, dict):
            raise TypeError(f"no mapping at {loc[:-1]}")
        parent[name] = _STAND_INS[name]
        if not self.broken.at_or_under(loc):
            place = nodes.key_place_of(self.root, loc[:-1]) if len(loc) > 1 else Place()
            hint = "start the file with `format: 1`" if name == "format" else ""
            self.problems.add("missing-key", place, f"the key `{name}` is missing", hint)
        self.broken.add(loc)

    def _take_out(self, locs: Iterable[Loc]) -> None:
        """Remove what stands at *locs*, or the shorthand that stands for it."""
        items: dict[Loc, set[int]] = {}
        for loc in locs:
            self.broken.add(loc)
            way = self._path(loc)
            if len(way) <= len(loc) and isinstance(way[-1], dict | list):
                continue  # an earlier one of *locs* took it out already
            at, last = loc[: len(way) - 2], loc[len(way) - 2]
            if isinstance(last, int):
                items.setdefault(at, set()).add(last)
            elif isinstance(parent := way[-2], dict):
                del parent[last]
        for at, indexes in items.items():
            self._take_out_items(at, indexes)

    def _take_out_items(self, loc: Loc, indexes: set[int]) -> None:
        """Remove some items of one list, all at once: lists can be long."""
        way = self._path(loc)
        items = way[-1]
        if len(way) <= len(loc) or not isinstance(items, list):
            return
        kept = self._kept(loc, items)
        items[:] = [item for at, item in zip(kept, items, strict=True) if at not in indexes]
        self.kept[loc] = [at for at in kept if at not in indexes]

    def _path(self, loc: Loc) -> list[Data]:
        """The nodes of the data on the way to *loc*, as far as there are any."""
        way = [self.data]
        for at, step in enumerate(loc):
            match way[-1], step:
                case dict() as entries, _ if str(step) in entries:
                    way.append(entries[str(step)])
                case list() as items, int() if (index := self._index(loc[:at], step)) >= 0:
                    way.append(items[index])
                case _:
                    break
        return way

    def _index(self, loc: Loc, step: int) -> int:
        """Where the item of the source's list at *loc* is now; -1 if it was taken out."""
        kept = self.kept.get(loc)
        if kept is None:
            return step
        index = bisect_left(kept, step)
        return index if index < len(kept) and kept[index] == step else -1

    def _kept(self, loc: Loc, items: list[Data]) -> Sequence[int]:
        return self.kept.get(loc, range(len(items)))

    def _in_source(self, loc: Loc) -> Loc:
        """*loc* of the data that is left, as a place in the source."""
        found: Loc = ()
        for step in loc:
            kept = self.kept.get(found) if isinstance(step, int) else None
            found = (*found, kept[step] if kept and isinstance(step, int) else step)
        return found


def _scalars(node: Node, loc: Loc) -> Iterator[tuple[Loc, Scalar]]:
    """Every value under *node* that is no list and no mapping."""
    match node:
        case Scalar():
            yield loc, node
        case Mapping():
            for name, entry in node.entries.items():
                yield from _scalars(entry.value, (*loc, name))
        case nodes.Sequence():
            for index, item in enumerate(node.items):
                yield from _scalars(item, (*loc, index))
