"""Silence: a proxy that does not answer -> what people are told, until it does.

    stalls, how far streams are  ->  Refusals

The delta server goes on without an answer that does not come; whether the proxy
runs what it was sent is then unknown, and that is what this says.

Pure: the time is an argument.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from weft.agent.sift import plural
from weft.api.agent import Refusal
from weft.xds.stream import PATIENCE_S, StreamStatus

#: How long an answer may take before people should know.
SILENT_S: Final = 5.0


@dataclass
class Silence:
    """Since when a proxy has not answered, by peer and type."""

    since: dict[tuple[str, str], float] = field(default_factory=dict)

    def began(self, peer: str, type_url: str, now: float) -> None:
        """The delta server waits no longer for an answer about a type."""
        self.since.setdefault((peer, type_url), now - PATIENCE_S)

    def refusals(
        self, workload: str, streams: Iterable[StreamStatus], now: float
    ) -> tuple[Refusal, ...]:
        """What is not answered for; a type that nothing is to be said of is silent by right."""
        silent = {
            (stream.peer, type_url)
            for stream in streams
            for type_url in stream.silent
            if stream.pending.get(type_url)
        }
        self.since = {key: since for key, since in self.since.items() if key in silent}
        return tuple(
            Refusal(
                workload,
                plural(type_url),
                f"the proxy has not answered for {SILENT_S:.0f} s or more: "
                "it may run what it was sent before",
                since=since,
            )
            for (_, type_url), since in sorted(self.since.items())
            if now - since >= SILENT_S
        )
