"""What the API asks of the control plane: one method for each thing that can be done.

The HTTP side knows only this; a test puts six lines behind it.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from weft.api import shapes
from weft.model.document import Key, Kind
from weft.model.names import Name


class Backend(Protocol):
    """The control plane behind the API. Everything may raise a WeftError."""

    @property
    def stopping(self) -> asyncio.Event:
        """Set when the process is about to end: streams end, so that nobody waits for them."""
        ...

    def status_json(self) -> bytes:
        """The `Status`, at most a second old."""
        ...

    async def metrics(self) -> bytes:
        """Prometheus' text form."""
        ...

    def certificates(self) -> list[shapes.CertificateView]:
        """The certificates in use."""
        ...

    async def plan(self, wanted: shapes.Apply) -> shapes.Applied:
        """What `apply` would change."""
        ...

    async def apply(self, wanted: shapes.Apply) -> shapes.Applied:
        """Make these documents all that their owner holds."""
        ...

    def documents(self, kind: Kind | None) -> shapes.Documents:
        """All documents, or those of one kind."""
        ...

    def document(self, key: Key) -> shapes.DocumentView:
        """One document; raises NotFound."""
        ...

    async def delete(self, key: Key, owner: str | None) -> shapes.Applied:
        """Remove one document; raises NotFound."""
        ...

    async def scale(self, service: Name, wanted: shapes.Scale) -> shapes.Applied:
        """Change how many instances are wanted; raises NotFound."""
        ...

    async def restart(self, service: Name, wanted: shapes.Restart) -> shapes.Applied:
        """Replace instances one after another; raises NotFound."""
        ...

    def config(self, service: Name) -> shapes.ConfigView:
        """A service's configuration; raises NotFound."""
        ...

    def watch(
        self, kind: Kind | None, name: str | None, since: int | None
    ) -> AsyncIterator[shapes.WatchEvent]:
        """How the documents stand, or what changed after *since*; then every change."""
        ...

    def note(self, event: str, **fields: object) -> None:
        """Something that the log should hold."""
        ...
