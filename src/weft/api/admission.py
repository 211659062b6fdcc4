"""Admission: documents that arrive as JSON, checked for names that could not have been written.

    documents  ->  problems, all of them

Pure. A mesh.yaml has been read with far more care before; this is for those who
speak to the API themselves. Names become file names, host names and resource
names, so none passes that is not a name. Refuses to know whether a name exists.
"""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from weft.model.catalog import Config, Instance, Run
from weft.model.document import Document, Mesh
from weft.model.names import LABEL, TRUST_DOMAIN, VERSION, Name, Target

LONGEST_OWNER = 200


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
