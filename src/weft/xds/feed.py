"""The feed: what the peers of a server should hold, and what changed in it.

    whole targets  ->  Feed.publish()  ->  targets and changed names, once for all streams

Refuses to know who listens. The difference is found once, so that a change
costs each stream only what changed. Belongs to one event loop's thread.
"""

from collections.abc import Callable, Mapping

from weft.xds.exchange import NOTHING, Entry
from weft.xds.order import Changes, Targets

Listener = Callable[[Targets, Changes], None]


class Feed:
    """What should be held, by type URL and name. Empty-handed until the first `publish`.

    Until then nobody is answered: an empty answer would make a peer drop what it runs.
    """

    def __init__(self) -> None:
        self.targets: Targets | None = None
        self._listeners: set[Listener] = set()

    def publish(self, resources: Mapping[str, Mapping[str, Entry]]) -> None:
        """Peers should now hold *resources* and nothing else; a mapping is never changed later."""
        old: Targets = self.targets or {}
        changes = {
            type_url: _changed(old.get(type_url, NOTHING), resources.get(type_url, NOTHING))
            for type_url in old.keys() | resources.keys()
        }
        self.targets = dict(resources)
        for listener in tuple(self._listeners):
            listener(self.targets, changes)

    def listen(self, listener: Listener) -> None:
        """Call *listener* after every change."""
        self._listeners.add(listener)

    def ignore(self, listener: Listener) -> None:
        """No longer call *listener*."""
        self._listeners.discard(listener)


def _changed(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> frozenset[str]:
    if old is new:
        return frozenset()
    gone = old.keys() - new.keys()
    news = {
        name
        for name, entry in new.items()
        if (before := old.get(name)) is None or before.version != entry.version
    }
    return frozenset(gone | news)
