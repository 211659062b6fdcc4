"""Dependencies: the services that one calls, as declared and as observed.

    Service, whom it called  ->  declared, observed, and their differences in words

Pure. An observed call is one that was answered, whoever answered it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weft.model.catalog import Service
from weft.model.names import Name


@dataclass(frozen=True)
class Dependencies:
    """Whom a service calls; *declared* None: it may call everything."""

    declared: tuple[Name, ...] | None
    observed: tuple[Name, ...]
    differences: tuple[str, ...]


def dependencies_of(
    service: Service, called_by_it: Iterable[Name], *, called: bool
) -> Dependencies:
    """The dependencies of *service*, which *called_by_it* and was *called* itself or not.

    What was declared and not called is a difference only once the service has
    had anything to do.
    """
    observed = frozenset(called_by_it)
    if service.calls is None:
        return Dependencies(None, tuple(sorted(observed)), ())
    declared = {callee.service for callee in service.calls}
    differences = [
        f"calls {name}, which its `calls` does not name" for name in sorted(observed - declared)
    ]
    differences += [
        f"names {name} in its `calls` and has not called it"
        for name in sorted(declared - observed)
        if observed or called
    ]
    return Dependencies(tuple(sorted(declared)), tuple(sorted(observed)), tuple(differences))
