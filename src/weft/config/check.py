"""Check: what no value shows alone: names that lead nowhere, clashes, contradictions.

    Validated  ->  check()  ->  problems

Each of the modules below looks at the whole file for one kind of mistake and
collects all it finds; only `read` decides what follows. Refuses to know how a
file is spelled.
"""

from collections.abc import Callable, Iterable

from weft.config import matching, naming, ports, references, running
from weft.config.problem import Problems
from weft.config.validate import Validated
from weft.config.world import World
from weft.model.document import Document


def check(
    valid: Validated,
    problems: Problems,
    *,
    dir: str,
    exists: Callable[[str], bool] | None,
    known: Iterable[Document],
) -> None:
    """Note everything that is wrong across the documents of *valid*."""
    world = World.of(valid, tuple(known))
    naming.check(valid, world, problems)
    references.check(valid, world, problems)
    matching.check(valid, problems)
    running.check(valid, world, problems)
    ports.check(valid, world, problems)
    if exists is not None:
        running.check_files(valid, world, problems, dir, exists)
