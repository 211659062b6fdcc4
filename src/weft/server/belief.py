"""Belief: what of a host's report is taken, and what in it makes no sense.

    Report  ->  believed()  ->  the rest of the Report, and what was left out, in words

Pure. Ids become keys of the store and names of the stream, and histograms are
added up: one entry that is not what it should be must not spoil all others.
Refuses to know what is registered.
"""

import re
from collections.abc import Iterator
from typing import Final, TypeVar

from msgspec.structs import replace

from weft.api.agent import EdgeTotals, Report
from weft.model.catalog import Instance
from weft.model.names import LABEL, Name

T = TypeVar("T")

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,249}")
_LARGEST_PORT: Final = 65_535


def believed(report: Report) -> tuple[Report, tuple[str, ...]]:
    """*report* without what makes no sense, and why each of that was left out."""
    instances, edges = tuple(_instances(report)), tuple(_edges(report))
    words = tuple(why for _, why in (*instances, *edges) if why)
    if not words:
        return report, ()
    return replace(report, instances=_sound(instances), edges=_sound(edges)), words


def _instances(report: Report) -> Iterator[tuple[Instance, str]]:
    """Each instance, and why it is not taken; nothing: it is."""
    seen = set[tuple[Name, str]]()
    for instance in report.instances:
        why = ""
        if not (_is_name(instance.service) and _ID.fullmatch(instance.id)):
            why = "that is not a name"
        elif (instance.service, instance.id) in seen:
            why = "it is there twice"
        elif not 0 <= instance.port <= _LARGEST_PORT:
            why = f"{instance.port!r:.40} is not a port"
        seen.add((instance.service, instance.id))
        called = f"instance {instance.id!r:.100} of {instance.service.key!r:.200}"
        yield instance, f"{called} was refused: {why}" if why else ""


def _edges(report: Report) -> Iterator[tuple[EdgeTotals, str]]:
    """Each edge's totals, and why they are not taken; nothing: they are."""
    for edge in report.edges:
        why = ""
        if not (_is_name(edge.caller) and _is_name(edge.callee.service)):
            why = "those are not names"
        elif len(edge.buckets) != len(edge.bounds_ms):
            why = f"{len(edge.bounds_ms)} bounds and {len(edge.buckets)} buckets"
        called = f"what {edge.caller.key!r:.200} called at {edge.callee.key!r:.200}"
        yield edge, f"{called} was not counted: {why}" if why else ""


def _is_name(name: Name) -> bool:
    return bool(LABEL.fullmatch(name.name) and LABEL.fullmatch(name.namespace))


def _sound(values: tuple[tuple[T, str], ...]) -> tuple[T, ...]:
    return tuple(value for value, why in values if not why)
