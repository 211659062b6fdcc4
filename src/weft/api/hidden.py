"""What documents hold that may be secret, taken out before they are shown.

    Document  ->  shown()  ->  the same with (hidden) in place of each such value

Pure. An app's variables and a webhook's address often hold a key; agents and the
notifier have them, and nobody who only looks needs them. What was shown can be
sent back by mistake: `holds_hidden` tells, so that no secret is overwritten by
the word that stands for it.
"""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from weft.model.catalog import Run
from weft.model.document import Alarm, Document, Mesh, Spec

HIDDEN: Final = "(hidden)"


def shown(document: Document) -> Document:
    """*document* as people may see it."""
    match document.spec:
        case Run(env=env) if env:
            hidden: Spec = replace(document.spec, env=tuple((name, HIDDEN) for name, _ in env))
        case Mesh(alarms=alarms) if alarms:
            hidden = replace(document.spec, alarms=tuple(map(_alarm, alarms)))
        case _:
            return document
    return replace(document, spec=hidden)


def holds_hidden(spec: Spec) -> Iterator[str]:
    """The names of what in *spec* is hidden, and so is not known."""
    match spec:
        case Run(env=env):
            yield from (f"env {name}" for name, value in env if value == HIDDEN)
        case Mesh(alarms=alarms):
            yield from ("a webhook" for each in alarms if HIDDEN in (each.webhook or ""))


def _alarm(alarm: Alarm) -> Alarm:
    if alarm.webhook is None:
        return alarm
    scheme, _, rest = alarm.webhook.partition("://")
    host = rest.partition("/")[0].partition("?")[0].rpartition("@")[2]
    return replace(alarm, webhook=f"{scheme}://{host}/{HIDDEN}")
