"""Publishing: every snapshot of the registry reaches the stream that agents follow.

    Registry.changes()  ->  Publisher  ->  Feed: documents, instances, trust

Nothing is published before the registry has loaded, so no agent ever hears of an
empty mesh that is not empty. Only what changed is spelled anew.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from weft.api.agent import DOCUMENTS, INSTANCES, TRUST, TRUST_NAME, Trust
from weft.model.catalog import Instance
from weft.model.document import Key
from weft.model.names import parse_name
from weft.model.snapshot import Snapshot
from weft.model.wire import encode, version_of
from weft.registry.fold import Changed
from weft.xds.feed import Feed
from weft.xds.session import Entry


class Publisher:
    """What agents should hold, kept as a feed; *roots_pem* is what they must trust."""

    def __init__(self, feed: Feed, roots_pem: str) -> None:
        self._feed = feed
        self._documents: Mapping[str, Entry] = {}
        self._instances: Mapping[str, Entry] = {}
        self._trust = {TRUST_NAME: entry_of(Trust(roots_pem))}

    def publish(self, snapshot: Snapshot, changed: Changed) -> None:
        """Bring the feed to *snapshot*, in which *changed* differs from the one before."""
        keys = [name for name in changed if isinstance(name, Key)]
        instances = [name for name in changed if isinstance(name, str)]
        self._documents = _with(
            self._documents, {str(key): snapshot.documents.get(key) for key in keys}
        )
        self._instances = _with(self._instances, _found(snapshot, instances))
        self._feed.publish(
            {DOCUMENTS: self._documents, INSTANCES: self._instances, TRUST: self._trust}
        )


def entry_of(value: Struct) -> Entry:
    """*value* as the stream carries it."""
    body = encode(value)
    return Entry(version_of(body), body)


def _found(snapshot: Snapshot, names: Iterable[str]) -> dict[str, Instance | None]:
    found: dict[str, Instance | None] = {}
    for name in names:
        service, _, wanted = name.rpartition("/")
        group = snapshot.instances.get(parse_name(service), ())
        found[name] = next((one for one in group if one.id == wanted), None)
    return found


def _with(
    entries: Mapping[str, Entry], changes: Mapping[str, Struct | None]
) -> Mapping[str, Entry]:
    if not changes:
        return entries
    merged = dict(entries)
    for name, value in changes.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = entry_of(value)
    return merged
