"""Admission: documents that arrive as JSON, checked for what could not have been written.

    documents  ->  problems, all of them

Pure. A mesh.yaml has been read with far more care before; this is for those who
speak to the API themselves. Names become file names, host names and resource
names, so none passes that is not a name; numbers become pauses, lives and counts
of processes, so none passes that would end a server, or an agent, that acts on it.
Refuses to know whether a name exists.
"""

from collections.abc import Iterable, Iterator, Mapping
from signal import Signals
from types import MappingProxyType
from typing import Final

import msgspec
from msgspec import Struct

from weft.api.hidden import holds_hidden
from weft.config.units import LONGEST_MS, Misspelt, parse_address
from weft.identity.policy import LONGEST_LIFE_S, SHORTEST_LIFE_S
from weft.model.catalog import Config, Instance, Run
from weft.model.document import Alarm, Document, Mesh
from weft.model.names import LABEL, TRUST_DOMAIN, VERSION, Name, Target

LONGEST_OWNER: Final = 200
_MOST: Final = 1_000_000

#: What a number may be, by the name of its field; every `_ms` else is 0 to a year.
RANGES: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "port": (1, 65_535),
        "instances": (0, 1_000),
        "weight": (0, _MOST),
        "restarts": (0, 2**31),
        "attempts": (0, 10),
        "certificate_life_s": (SHORTEST_LIFE_S, LONGEST_LIFE_S),
        **dict.fromkeys(("down", "up", "after", "connections", "pending", "requests"), (1, _MOST)),
        **dict.fromkeys(("budget_percent", "max_percent"), (0, 100)),
        # What happens again and again must not happen all the time.
        **dict.fromkeys(("every_ms", "backoff_ms", "max_ms", "for_ms"), (10, LONGEST_MS)),
    }
)


def problems(owner: str, documents: Iterable[Document]) -> list[str]:
    """What is wrong, one sentence each; nothing: they may be stored."""
    found = []
    if not owner or len(owner) > LONGEST_OWNER or not owner.isprintable():
        found.append("the owner must be 1 to 200 printable characters")
    seen = set()
    for document in documents:
        if document.key in seen:
            found.append(f"{document.key} is there twice")
        seen.add(document.key)
        found += [f"{document.key!s:.80}: {words}" for words in _document(document)]
    return found


def _document(document: Document) -> Iterator[str]:
    for name in holds_hidden(document.spec):
        yield f"{name} was hidden when it was read: write its value, or leave it out"
    for value in _values(document.spec):
        yield from _value(value)
    match document.spec:
        case Mesh(name=name) if not TRUST_DOMAIN.fullmatch(name):
            yield f"{name!r:.80} cannot be a trust domain"
        case Run(version=version, command=command, address=address):
            if version and not VERSION.fullmatch(version):
                yield f"{version!r:.80} is not a version"
            if bool(command) == (address is not None):
                yield "it needs either a command or an address"
            yield from _run(document.spec)
        case Config(values=values) if not _is_object(values):
            yield "its values are not a JSON object"


def _value(value: Struct) -> Iterator[str]:
    if isinstance(value, Name) and not (
        LABEL.fullmatch(value.name) and LABEL.fullmatch(value.namespace)
    ):
        yield f"{value.key!r:.80} is not a name"
    if isinstance(value, Target) and value.version and not VERSION.fullmatch(value.version):
        yield f"{value.version!r:.80} is not a version"
    if isinstance(value, Instance):
        yield "instances are reported by their hosts"
    if isinstance(value, Alarm) and (value.webhook is None) == (not value.command):
        yield "an alarm goes to one of a webhook and a command"
    for field in value.__struct_fields__:
        yield from _field(field, getattr(value, field))


def _field(name: str, value: object) -> Iterator[str]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        default = (0, LONGEST_MS) if name.endswith("_ms") else (-_MOST, _MOST)
        least, most = RANGES.get(name, default)
        if not least <= value <= most:
            yield f"{name} is {value!r:.40}; it must be {least:g} to {most:g}"
    elif any("\0" in text for text in _texts(value)):
        # No process can be given one: starting it would fail in ways that nobody expects.
        yield f"{name} holds the character U+0000"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _run(run: Run) -> Iterator[str]:
    for name, _ in run.env:
        if not name or "=" in name:
            yield f"{name!r:.80} is not the name of an environment variable"
    if run.stop.signal not in Signals.__members__:
        yield f"{run.stop.signal!r:.80} is not a signal"
    if run.address is not None:
        try:
            parse_address(run.address)
        except Misspelt as error:
            yield f"{run.address!r:.80}: {error}"


def _values(value: object) -> Iterator[Struct]:
    """Every struct within *value*, itself included."""
    if isinstance(value, Struct):
        yield value
        for field in value.__struct_fields__:
            yield from _values(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item)


def _is_object(text: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(text), dict)
    except (msgspec.DecodeError, RecursionError):
        return False
