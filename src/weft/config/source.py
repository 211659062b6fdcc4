"""Source: the text of a YAML file as nodes that know where they were written.

    str or bytes  ->  read_source()  ->  Node, and what is wrong with the text

Built from parser events rather than by PyYAML's composer, so that depth, size
and aliases are bounded while they are read: no text makes this recurse, and an
alias costs what it expands to. Refuses to know what any key means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from weft.config.nodes import Entry, Mapping, Node, Scalar, Sequence
from weft.config.problem import Place, Problems
from weft.config.scalars import Resolved, resolve

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 64
MAX_NODES: Final = 100_000  # aliases count as what they expand to

#: libyaml where PyYAML was built with it: ten times as fast, the same events.
LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
#: YAML 1.2.2 section 5.1: what may not stand in a YAML text.
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)

_Any = Any  # PyYAML's stubs leave out what its parsers set on events and marks


@dataclass
class _Open:
    """A list or mapping whose end has not been read yet."""

    start: _Any
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Refused(Exception):
    """The text can't be read any further; the problem has been noted."""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of *text* as YAML counts them."""
    return tuple(_LINE_BREAK.split(text))


def text_of(data: str | bytes, problems: Problems) -> str | None:
    """*data* as text without a byte order mark; None where it isn't text that YAML allows."""
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        message = f"the file has {size} bytes; a mesh file has at most {MAX_BYTES}"
        problems.add("too-large", Place(), message, "split it into several files")
        return None
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        problems.lines = lines_of(error.object.decode(errors="replace"))
        place = _place_at(error.object[: error.start].decode(errors="replace"))
        message = f"the file is not UTF-8: byte 0x{error.object[error.start]:02x}"
        problems.add("not-utf8", place, message, "save the file as UTF-8")
        return None
    text = text.removeprefix("\ufeff")
    problems.lines = lines_of(text)
    if bad := _UNPRINTABLE.search(text):
        message = f"the character U+{ord(bad.group()):04X} can't stand in YAML"
        problems.add("yaml-syntax", _place_at(text[: bad.start()]), message)
        return None
    return text


def read_source(data: str | bytes, problems: Problems) -> Mapping | None:
    """The root mapping of *data*; None where there is none, with the reason in *problems*."""
    text = text_of(data, problems)
    if text is None:
        return None
    try:
        root = _Builder(problems).build(text)
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        _note_syntax(error, problems)
        return None
    return _rooted(root, problems)


def _rooted(root: Node | None, problems: Problems) -> Mapping | None:
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Scalar) and root.value is None):
        hint = "a mesh file starts with `format: 1`"
        problems.add("empty-file", Place(), "the file is empty", hint)
        return None
    message = "a mesh file is a mapping of keys, such as `services:`"
    problems.add("wrong-type", root.place, message)
    return None


class _Builder:
    """Events of one document in, one tree of nodes out."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}  # None while the node is still open
        self.nodes = 0
        self.root: Node | None = None
        self.documents = 0

    def build(self, text: str) -> Node | None:
        """The root of the only document of *text*."""
        for event in _events(text):
            match event:
                case yaml.DocumentStartEvent():
                    self._start_document(event)
                case yaml.AliasEvent():
                    self._close(self._aliased(event), event)
                case yaml.ScalarEvent():
                    self._enter(event)
                    self._close(self._scalar(event), event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._start(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    opened = self.open.pop()
                    self._close(self._finished(opened, event), opened.start)
        return self.root

    def _start_document(self, event: _Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a mesh file holds one YAML document; a second one starts here"
            self._refuse("yaml-documents", event, message, "move it into a file of its own")

    def _start(self, event: _Any) -> None:
        self._enter(event)
        if len(self.open) >= MAX_DEPTH:
            self._refuse("too-deep", event, f"nested more than {MAX_DEPTH} levels deep")
        self.open.append(_Open(event, isinstance(event, yaml.MappingStartEvent)))

    def _enter(self, event: _Any) -> None:
        """What holds for every node but an alias: no tags, counted, known by its anchor."""
        if event.tag is not None and event.tag != "!":
            message = f"YAML tags such as {_short(event.tag)} are not understood here"
            self._refuse("yaml-tag", event, message, "leave the tag out")
        self._count(1, event)
        if event.anchor:
            self.anchors[event.anchor] = None

    def _aliased(self, event: _Any) -> Node:
        if event.anchor not in self.anchors:
            message = f"no anchor &{event.anchor} stands above"
            self._refuse("yaml-alias", event, message)
        node = self.anchors[event.anchor]
        if node is None:
            self._refuse("yaml-alias", event, f"*{event.anchor} contains itself")
            raise AssertionError  # _refuse raises
        self._count(node.size, event)
        return node

    def _scalar(self, event: _Any) -> Scalar:
        place = self._place(event.start_mark, event.end_mark)
        if bad := re.search("[\x00\ud800-\udfff]", event.value):
            message = f"the character U+{ord(bad.group()):04X} can't stand in a value"
            self.problems.add("bad-character", place, message)
        plain = event.implicit[0]
        resolved = resolve(event.value) if plain else Resolved(event.value)
        return Scalar(place, event.value, resolved)

    def _finished(self, opened: _Open, end: _Any) -> Node:
        place = self._place(opened.start.start_mark, end.end_mark)
        size = 1 + sum(child.size for child in opened.children)
        if not opened.is_mapping:
            return Sequence(place, tuple(opened.children), size)
        pairs = zip(opened.children[::2], opened.children[1::2], strict=True)
        return Mapping(place, self._entries(pairs), size)

    def _entries(self, pairs: Iterator[tuple[Node, Node]]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self.problems.add("wrong-type", key.place, "a key is a word, not a list or mapping")
            elif key.text == "<<":
                message = "merge keys (<<) are not part of YAML 1.2"
                self.problems.add("yaml-merge", key.place, message, "use `defaults:` instead")
            elif first := entries.get(key.text):
                message = f'the key "{_short(key.text)}" stands here a second time'
                where = f"the first is on line {first.key.place.line}"
                self.problems.add("duplicate-key", key.place, message, where)
            else:
                entries[key.text] = Entry(key, value)
        return entries

    def _close(self, node: Node, event: _Any) -> None:
        """*node* is complete: its anchor may be used, and its parent holds it."""
        if not isinstance(event, yaml.AliasEvent) and event.anchor:
            self.anchors[event.anchor] = node
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node

    def _count(self, nodes: int, event: _Any) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            message = f"the file holds more than {MAX_NODES} values (aliases count in full)"
            self._refuse("too-large", event, message, "split it into several files")

    def _refuse(self, code: str, event: _Any, message: str, suggestion: str = "") -> None:
        place = self._place(event.start_mark, event.end_mark)
        self.problems.add(code, place, message, suggestion)
        raise _Refused

    def _place(self, start: _Any, end: _Any) -> Place:
        """From one mark to another, but never beyond the first line."""
        line = self.problems.lines[start.line] if start.line < len(self.problems.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(start.line + 1, start.column + 1, max(1, stop - start.column))


def _events(text: str) -> Iterator[_Any]:
    # Where PyYAML lacks libyaml, LOADER is a Python class with the same method.
    yield from yaml.parse(text, Loader=LOADER)


def _note_syntax(error: yaml.MarkedYAMLError, problems: Problems) -> None:
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    line = problems.lines[place.line - 1] if place.line <= len(problems.lines) else ""
    words = error.problem or "this is not YAML"
    start = error.context_mark
    if error.context and start and start.line + 1 != place.line:
        words += f", {error.context} that starts on line {start.line + 1}"
    problems.add("yaml-syntax", place, words, _syntax_hint(line, words))


def _syntax_hint(line: str, words: str) -> str:
    if re.match("[ ]*\t", line) or "tab" in words or "'\\t'" in words:
        return "indent with spaces: YAML takes no tabs"
    if "mapping values are not allowed" in words:
        return "put text that holds a colon and a space in quotes; check the indentation"
    if "cannot start any token" in words:
        return "put it in quotes"
    return ""


def _place_at(before: str) -> Place:
    """The place right after *before*."""
    lines = lines_of(before)
    return Place(len(lines), len(lines[-1]) + 1)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
