"""Dependencies: the services that one calls, as declared and as observed.

    Service, edges  ->  declared, observed, and their differences in words

Pure. An observed call is one that was answered, whoever answered it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weft.model.catalog import Service
from weft.model.names import Name
from weft.telemetry.edges import EdgeTotals


@dataclass(frozen=True)
class Dependencies:
    """Whom a service calls; *declared* None: it may call everything."""

    declared: tuple[Name, ...] | None
    observed: tuple[Name, ...]
    differences: tuple[str, ...]


def dependencies_of(service: Service, edges: Iterable[EdgeTotals]) -> Dependencies:
    """The dependencies of *service*; *edges* may be those of the whole mesh.

    What was declared and not called is a difference only once the service has
    had anything to do.
    """
    edges = [edge for edge in edges if edge.requests]
    observed = {
        edge.callee.service
        for edge in edges
        if edge.caller == service.name and not edge.caller_gateway
    }
    if service.calls is None:
        return Dependencies(None, tuple(sorted(observed)), ())
    declared = {callee.service for callee in service.calls}
    busy = observed or any(edge.callee.service == service.name for edge in edges)
    differences = [
        f"calls {name}, which its `calls` does not name" for name in sorted(observed - declared)
    ]
    differences += [
        f"names {name} in its `calls` and has not called it"
        for name in sorted(declared - observed)
        if busy
    ]
    return Dependencies(tuple(sorted(declared)), tuple(sorted(observed)), tuple(differences))
