"""Read: the text of a mesh.yaml to documents, or to everything that is wrong with it.

    text, file, directory  ->  read()  ->  Loaded(documents, problems, name, owner)

Start reading here: source (nodes with places) -> validate (shapes) -> check
(rules across documents) -> documents. Refuses to touch the world: whoever
calls has read the file, and passes `exists` if missing files are to be told.
"""

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from weft.config.check import check
from weft.config.documents import documents_of
from weft.config.problem import Problem, Problems
from weft.config.source import read_source
from weft.config.validate import validate
from weft.model.document import Document


@dataclass(frozen=True)
class Loaded:
    """What a file came to; without documents if anything in it is an error."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    name: str = ""  # of the mesh; "" where the file leaves it to others
    owner: str = ""
    failed: bool = False


def read(
    text: str | bytes,
    *,
    file: str,
    dir: str,
    exists: Callable[[str], bool] | None = None,
    known: Iterable[Document] = (),
) -> Loaded:
    """The documents of the mesh file *text*, or all of its problems.

    *file* is how the file is called in messages, *dir* the absolute directory
    that its relative paths start from. *exists* tells whether a path exists;
    without it nobody is asked. *known* is what else is in the mesh, for names
    that this file uses but other files define.
    """
    problems = Problems(file)
    root = read_source(text, problems)
    if root is None:
        return Loaded(problems=problems.in_order(), failed=True)
    valid = validate(root, problems)
    owner = valid.file.owner or posixpath.basename(file)
    others = [document for document in known if document.owner != owner]
    check(valid, problems, dir=dir, exists=exists, known=others)
    found = problems.in_order()
    if problems.failed:
        return Loaded((), found, valid.file.mesh or "", owner, failed=True)
    documents = documents_of(valid, owner=owner, file=file, dir=dir)
    return Loaded(documents, found, valid.file.mesh or "", owner)
