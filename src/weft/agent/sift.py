"""What of the compiled resources may go to an Envoy, and what stays back.

    wanted resources, verdicts  ->  Sieve  ->  resources to publish, Refusals

Clusters, listeners and routes go out only after they were judged; a refused
one keeps its last good version, and harms nothing else. Endpoints go at once:
they are what changes when somebody dies.

Pure: judging is done elsewhere, the time is an argument.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from weft.api.agent import Refusal
from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, ROUTES, Resource, Resources
from weft.model.document import Key

JUDGED: Final = (CLUSTERS, LISTENERS, ROUTES)
_WORDS: Final = {
    CLUSTERS: "cluster",
    ENDPOINTS: "endpoints",
    LISTENERS: "listener",
    ROUTES: "routes",
}

ResourceName = tuple[str, str]  # type URL and name


@dataclass
class Sieve:
    """One Envoy's resources: which versions are known to be good or bad."""

    good: dict[ResourceName, Resource] = field(default_factory=dict)
    bad: dict[ResourceName, tuple[str, str, float]] = field(default_factory=dict)

    def undecided(self, wanted: Resources) -> tuple[Resource, ...]:
        """What must be judged before it may go out."""
        return tuple(
            each
            for type_url in JUDGED
            for each in wanted.of(type_url).values()
            if self._good(each) is None and not self._is_bad(each)
        )

    def judge(self, wanted: Resources, refused: Mapping[ResourceName, str], now: float) -> None:
        """Verdicts on all of *wanted*: what is not in *refused* is good."""
        for type_url in JUDGED:
            for each in wanted.of(type_url).values():
                if why := refused.get((each.type_url, each.name)):
                    self.refuse(each.type_url, each.name, each.version, why, now)
                else:
                    self.good[each.type_url, each.name] = each
                    self.bad.pop((each.type_url, each.name), None)

    def refuse(self, type_url: str, name: str, version: str, why: str, now: float) -> None:
        """One version of a resource is bad."""
        known = self.bad.get((type_url, name))
        if known is None or known[0] != version:
            self.bad[type_url, name] = (version, why, now)

    def accept(self, type_url: str, name: str, version: str) -> None:
        """Envoy itself has taken a version: what was said of it before is void."""
        known = self.bad.get((type_url, name))
        if known is not None and known[0] == version:
            del self.bad[type_url, name]

    def passed(self, wanted: Resources) -> Resources:
        """Of *wanted*: what is good, and the last good version of what is not."""
        names = {(each.type_url, each.name) for each in wanted}
        for gone in self.good.keys() - names:
            del self.good[gone]
        for gone in self.bad.keys() - names:
            del self.bad[gone]
        return Resources.collect(
            kept
            for each in wanted
            if (kept := self.good.get((each.type_url, each.name)) if _judged(each) else each)
        )

    def refusals(self, workload: str, wanted: Resources) -> tuple[Refusal, ...]:
        """What people should know: which document's resource is refused, and why."""
        return tuple(
            Refusal(
                workload=workload,
                resource=f"{_WORDS.get(type_url, type_url)} {name}",
                error=why,
                documents=_sources(wanted, type_url, name),
                since=since,
            )
            for (type_url, name), (_, why, since) in sorted(self.bad.items())
        )

    def _good(self, each: Resource) -> Resource | None:
        known = self.good.get((each.type_url, each.name))
        return known if known is not None and known.version == each.version else None

    def _is_bad(self, each: Resource) -> bool:
        known = self.bad.get((each.type_url, each.name))
        return known is not None and known[0] == each.version


def _judged(each: Resource) -> bool:
    return each.type_url in JUDGED


def _sources(wanted: Resources, type_url: str, name: str) -> tuple[Key, ...]:
    found = wanted.of(type_url).get(name)
    return found.sources if found else ()
