"""A control plane that remembers what it was asked and answers plainly."""

import asyncio
from collections.abc import AsyncIterator

import msgspec

from weft.api import shapes
from weft.api.problems import NotFound
from weft.model.document import Key, Kind
from weft.model.names import Name

EMPTY_STATUS = shapes.Status(
    mesh="shop",
    version="0.1.0",
    revision=7,
    started=1.0,
    now=2.0,
    url="http://127.0.0.1:1",
    hosts=[],
    services=[],
    gateways=[],
    edges=[],
    alarms=[],
    refusals=[],
    certificates=[],
    proxies=[],
)
DONE = shapes.Applied(revision=8, changes=[])


class FakeBackend:
    def __init__(self) -> None:
        self.stopping = asyncio.Event()
        self.forget()

    def forget(self) -> None:
        self.asked: list[object] = []
        self.notes: list[str] = []
        self.events: asyncio.Queue[shapes.WatchEvent] = asyncio.Queue()
        self.broken = False

    def status_json(self) -> bytes:
        if self.broken:
            raise ZeroDivisionError
        return msgspec.json.encode(EMPTY_STATUS)

    async def metrics(self) -> bytes:
        return b"weft_revision 7.0\n"

    def certificates(self) -> list[shapes.CertificateView]:
        return []

    async def plan(self, wanted: shapes.Apply) -> shapes.Applied:
        return DONE

    async def apply(self, wanted: shapes.Apply) -> shapes.Applied:
        self.asked.append(wanted)
        return DONE

    def documents(self, kind: Kind | None) -> shapes.Documents:
        return shapes.Documents(revision=7, documents=[])

    def document(self, key: Key) -> shapes.DocumentView:
        raise NotFound(f"there is no {key}")

    async def delete(self, key: Key, owner: str | None) -> shapes.Applied:
        self.asked.append((key, owner))
        return DONE

    async def scale(self, service: Name, wanted: shapes.Scale) -> shapes.Applied:
        self.asked.append((service, wanted))
        return DONE

    async def restart(self, service: Name, wanted: shapes.Restart) -> shapes.Applied:
        self.asked.append((service, wanted))
        return DONE

    def config(self, service: Name) -> shapes.ConfigView:
        return shapes.ConfigView(
            service=str(service), revision="abc", values=msgspec.Raw(b'{"currency":"EUR"}')
        )

    async def watch(
        self, kind: Kind | None, name: str | None, since: int | None
    ) -> AsyncIterator[shapes.WatchEvent]:
        self.asked.append((kind, name, since))
        while True:
            yield await self.events.get()

    def note(self, event: str, **fields: object) -> None:
        self.notes.append(event)
