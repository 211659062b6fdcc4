"""Documents that an Envoy refuses, replaced by what it took last.

    Snapshot  ->  healed()  ->  the Snapshot with the last good documents in place of the bad

One resource may hold what many documents say: the routes of all services are
one resource of the forward proxy. Holding that back would hold back all of
them. So it is the document that is held back, and everything is compiled anew
without it: with its last good version, or as if it were not there.

Pure.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from weft.agent.sift import JUDGED, ResourceName
from weft.compile.resources import Resources
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot


@dataclass
class Quarantine:
    """What one Envoy refuses of the documents, and what it took last."""

    bad: dict[Key, Document] = field(default_factory=dict)
    good: Mapping[Key, Document] = field(default_factory=dict)

    def hold(self, snapshot: Snapshot, keys: Collection[Key]) -> None:
        """The documents under *keys* are refused as they are in *snapshot*."""
        self.bad |= {key: snapshot.documents[key] for key in keys if key in snapshot.documents}

    def took(self, snapshot: Snapshot) -> None:
        """Nothing of what was compiled from *snapshot* was refused."""
        self.good = snapshot.documents

    def healed(self, snapshot: Snapshot) -> Snapshot:
        """*snapshot* without what is refused; a document that was changed since is given a try."""
        self.bad = {k: d for k, d in self.bad.items() if snapshot.documents.get(k) == d}
        if not self.bad:
            return snapshot
        documents = {k: d for k, d in snapshot.documents.items() if k not in self.bad}
        documents |= {key: self.good[key] for key in self.bad if key in self.good}
        return replace(snapshot, documents=documents)


def blamed(wanted: Resources, refused: Collection[ResourceName]) -> frozenset[Key]:
    """The documents behind *refused* resources that are behind no accepted one.

    Where one refusal's suspects are among another's, they explain that one, too:
    what is wrong with one service's routes is wrong with the routes of all.
    """
    cleared: set[Key] = set()
    for type_url in JUDGED:
        for name, each in wanted.of(type_url).items():
            if (type_url, name) not in refused:
                cleared.update(each.sources)
    groups = {
        frozenset(found.sources) - cleared
        for type_url, name in refused
        if (found := wanted.of(type_url).get(name))
    } - {frozenset()}
    fewest = [group for group in groups if not any(other < group for other in groups)]
    return frozenset[Key]().union(*fewest)
