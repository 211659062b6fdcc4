"""What the tests of mesh.yaml share: a file read, and its problems in short."""

from collections.abc import Callable, Iterable

from weft.config.problem import Problem
from weft.config.read import Loaded, read
from weft.model.document import Document

BASE = "format: 1\nmesh: shop\n"


def loaded(
    text: str | bytes,
    *,
    exists: Callable[[str], bool] | None = None,
    known: Iterable[Document] = (),
) -> Loaded:
    """*text* as a file in /srv/shop."""
    return read(text, file="mesh.yaml", dir="/srv/shop", exists=exists, known=known)


def problem(text: str, **asked) -> Problem:
    """The only problem of *text*."""
    found = loaded(text, **asked).problems
    assert len(found) == 1, [(p.code, p.message) for p in found]
    return found[0]


def places(text: str, **asked) -> list[tuple[str, str]]:
    """The code of each problem of *text* and the text that its caret underlines."""
    return [(p.code, underlined(p)) for p in loaded(text, **asked).problems]


def underlined(problem: Problem) -> str:
    """What the caret of *problem* stands under."""
    start = problem.place.column - 1
    return problem.excerpt[start : start + problem.place.length]


def spec(text: str, key: str):
    """The spec of the document that *text* defines under *key*."""
    found = loaded(text)
    assert not found.failed, [(p.code, p.message) for p in found.problems]
    return next(d.spec for d in found.documents if str(d.key) == key)
