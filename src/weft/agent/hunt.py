"""The hunt for the guilty: suspects, answers to trials -> those without whom all is well.

    hunt(suspects)  ->  yields who is put back in the next trial, is sent why that was refused

By halves: all suspects are put back first, and if that helps, let in again in
ever smaller groups. One guilty among a thousand costs some twenty trials.

Pure: a trial is somebody else's work. It knows neither Envoy nor documents.
"""

from collections.abc import Generator, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

#: Yields who is put back; is sent the reason of a refusal, or nothing when all was accepted.
Hunt = Generator[frozenset[T], str, dict[T, str]]


def hunt(suspects: Sequence[T], why: str) -> Hunt[T]:
    """The guilty of *suspects*, who are refused together for *why*; none if it is not about them.

    Beside the guilty the others pass: whoever was let in stays in.
    """
    if not suspects or (yield frozenset(suspects)):
        return {}
    if len(suspects) == 1:
        return {suspects[0]: why}
    back = set(suspects)
    middle = len(suspects) // 2
    first = yield from _let_in(suspects[:middle], back)
    second = yield from _let_in(suspects[middle:], back)
    return {**first, **second}


def _let_in(group: Sequence[T], back: set[T]) -> Hunt[T]:
    """Those of *group* who must stay *back*; the others leave it."""
    refused = yield frozenset(back.difference(group))
    if not refused:
        back.difference_update(group)
        return {}
    if len(group) == 1:
        return {group[0]: refused}
    middle = len(group) // 2
    first = yield from _let_in(group[:middle], back)
    second = yield from _let_in(group[middle:], back)
    return {**first, **second}
