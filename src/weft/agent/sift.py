"""What of the compiled resources may go to an Envoy, and what stays back.

    wanted resources, verdicts  ->  Sieve  ->  resources to publish, Refusals

Clusters, listeners and routes go out only after they were judged; a refused
one keeps its last good version, and harms nothing else. Endpoints go at once:
they are what changes when somebody dies.

Pure: judging is done elsewhere, the time is an argument.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from weft.api.agent import Refusal
from weft.compile.resources import (
    CLUSTERS,
    ENDPOINTS,
    LISTENERS,
    ROUTES,
    SECRETS,
    Resource,
    Resources,
)
from weft.model.document import Key

JUDGED: Final = (CLUSTERS, LISTENERS, ROUTES)
_WORDS: Final = {
    CLUSTERS: "cluster",
    ENDPOINTS: "endpoints",
    LISTENERS: "listener",
    ROUTES: "routes",
}

_PLURALS: Final = {
    CLUSTERS: "clusters",
    ENDPOINTS: "endpoints",
    LISTENERS: "listeners",
    ROUTES: "routes",
    SECRETS: "certificates",
}

ResourceName = tuple[str, str]  # type URL and name
ResourceVersion = tuple[str, str, str]  # and version


@dataclass
class Sieve:
    """One Envoy's resources: which versions are known to be good or bad, and what went out."""

    good: set[ResourceVersion] = field(default_factory=set)
    bad: dict[ResourceVersion, tuple[str, float]] = field(default_factory=dict)  # why, since when
    last: Resources = field(default_factory=Resources)

    def undecided(self, wanted: Resources) -> tuple[Resource, ...]:
        """What must be judged before it may go out."""
        return tuple(
            each
            for type_url in JUDGED
            for each in wanted.of(type_url).values()
            if _version(each) not in self.good and _version(each) not in self.bad
        )

    def judge(self, wanted: Resources, refused: Mapping[ResourceName, str], now: float) -> None:
        """Verdicts on all of *wanted*: what is not in *refused* is good."""
        for type_url in JUDGED:
            for each in wanted.of(type_url).values():
                if why := refused.get((each.type_url, each.name)):
                    self.refuse(each.type_url, each.name, each.version, why, now)
                else:
                    self.good.add(_version(each))
                    self.bad.pop(_version(each), None)

    def refuse(self, type_url: str, name: str, version: str, why: str, now: float) -> None:
        """One version of a resource is bad."""
        self.bad.setdefault((type_url, name, version), (why, now))

    def accept(self, type_url: str, name: str, version: str) -> None:
        """Envoy itself has taken a version: what was said of it before is void."""
        self.bad.pop((type_url, name, version), None)

    def forget(self, *wanted: Resources) -> None:
        """Verdicts on what is no longer in one of *wanted* are void."""
        versions = {_version(each) for resources in wanted for each in resources}
        self.good &= versions
        self.bad = {
            version: verdict for version, verdict in self.bad.items() if version in versions
        }

    def passed(self, wanted: Resources) -> Resources:
        """Of *wanted*: what is good, and what went out last in place of what is not.

        An older route may lead to a cluster that no newer one needs: while anything is
        held back, no cluster goes.
        """
        kept: list[Resource] = []
        complete = True
        for each in wanted:
            if not _judged(each) or _version(each) in self.good:
                kept.append(each)
                continue
            complete = False
            if older := self.last.of(each.type_url).get(each.name):
                kept.append(older)
        if not complete:
            kept += (*self.last.of(CLUSTERS).values(), *self.last.of(ENDPOINTS).values())
        self.last = Resources.collect(kept)
        return self.last

    def refusals(
        self, workload: str, wanted: Resources, explained: Collection[Key] = ()
    ) -> tuple[Refusal, ...]:
        """What people should know: which documents' resource is refused, and why.

        But for what comes from documents of which it is *explained* what is wrong with them.
        """
        return tuple(
            Refusal(workload, in_words(each.type_url, each.name), why, each.sources, since)
            for each in sorted(wanted, key=lambda each: (each.type_url, each.name))
            if (verdict := self.bad.get(_version(each)))
            and not any(key in explained for key in each.sources)
            for why, since in (verdict,)
        )


def in_words(type_url: str, name: str) -> str:
    """A resource as people read of it."""
    return f"{_WORDS.get(type_url, type_url)} {name}"


def plural(type_url: str) -> str:
    """All resources of a type, as people read of them."""
    return _PLURALS.get(type_url, type_url)


def _version(each: Resource) -> ResourceVersion:
    return each.type_url, each.name, each.version


def _judged(each: Resource) -> bool:
    return each.type_url in JUDGED
