"""The control plane behind the API: what HTTP asks, done with the registry and what is known.

    Apply, Scale, Restart, watch, …  ->  Registry, Store, Known

Refuses to know of HTTP, tokens and browsers.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Final

import msgspec
from prometheus_client import ProcessCollector

from weft.api import shapes
from weft.api.hidden import shown
from weft.api.problems import NotFound
from weft.errors import WeftError
from weft.model.catalog import Config, Run
from weft.model.document import Document, Key, Kind, Mesh
from weft.model.names import Name
from weft.registry import fold
from weft.registry.watch import Applied, Registry
from weft.server.view import Known, Moment, certificates_of, config_revision, status_of
from weft.store.base import Batch, Compacted, Store
from weft.telemetry import names
from weft.telemetry.logs import Log
from weft.telemetry.metrics import CertificateLife, Gauges, ProxyState, exposition

#: A status is not put together more often; what changes a document is seen at once.
FRESH_S: Final = 0.2


class SeveralVersions(WeftError):
    """A service has several versions, and none was named."""

    code = "several-versions"


class AnotherMesh(WeftError):
    """Documents of a mesh with another name."""

    code = "another-mesh"


class ControlPlane:
    """Does what the API asks."""

    def __init__(
        self,
        registry: Registry,
        store: Store,
        known: Known,
        log: Log,
        *,
        stopping: asyncio.Event,
        now: Callable[[], Moment],
    ) -> None:
        self._registry = registry
        self._store = store
        self._known = known
        self._log = log
        self._now = now
        self._stopping = stopping
        self._process = ProcessCollector(registry=None)
        self._cached: tuple[float, int, bytes] | None = None

    @property
    def stopping(self) -> asyncio.Event:
        """Set when the process is about to end."""
        return self._stopping

    def note(self, event: str, **fields: object) -> None:
        """A line in the log."""
        write = self._log.error if event == names.FAILED else self._log.info
        write(event, **fields)

    # What is

    def status_json(self) -> bytes:
        """The status, spelled once for everybody who asks at the same time."""
        now = time.monotonic()
        revision = self._known.snapshot.revision
        if self._cached and now - self._cached[0] < FRESH_S and self._cached[1] == revision:
            return self._cached[2]
        body = msgspec.json.encode(status_of(self._known, self._now()))
        self._cached = (now, revision, body)
        return body

    def certificates(self) -> list[shapes.CertificateView]:
        """The certificates in use."""
        return certificates_of(self._known, self._now())

    async def metrics(self) -> bytes:
        """Prometheus' text form."""
        # Some thousand edges take a second to spell, and heartbeats must not wait for that.
        # What is spelled is frozen, so only the looking has to be done here.
        gauges = gauges_of(self._known, self._now())
        return await asyncio.to_thread(exposition, gauges, self._process)

    def documents(self, kind: Kind | None) -> shapes.Documents:
        """All documents, or those of one kind, in order."""
        snapshot = self._known.snapshot
        found = sorted(snapshot.documents.items())
        return shapes.Documents(
            revision=snapshot.revision,
            documents=[_view(each) for key, each in found if kind in (None, key.kind)],
        )

    def document(self, key: Key) -> shapes.DocumentView:
        """One document."""
        return _view(self._found(key))

    def config(self, service: Name) -> shapes.ConfigView:
        """A service's configuration; one that has none has an empty one."""
        self._found(Key("Service", service.key))
        held = self._known.snapshot.documents.get(Key("Config", service.key))
        spec = held.spec if held else None
        config = spec if isinstance(spec, Config) else Config(service, "{}")
        return shapes.ConfigView(
            service=str(service),
            revision=config_revision(config),
            values=msgspec.Raw(config.values.encode()),
        )

    async def watch(
        self, kind: Kind | None, name: str | None, since: int | None
    ) -> AsyncIterator[shapes.WatchEvent]:
        """How the documents stand, or what changed after *since*; then every change."""
        prefix = fold.DOCUMENTS + (f"{kind}/" if kind else "")
        fresh = since is None
        if since is not None and since > self._store.revision:
            since = None  # it watched another store: one that was lost, or came before a backup
        while True:
            if since is None:
                listing = await self._store.list(prefix)
                since = listing.revision
                if not fresh:
                    yield shapes.WatchEvent(
                        revision=since, key="", document=None, current=True, complete=False
                    )
                standing = [fold.read_document(entry) for entry in listing.entries]
                for event in _events(since, [(d.key, d) for d in standing], name, current=True):
                    yield event
            try:
                async for batch in self._store.watch(prefix, since + 1):
                    for event in _events(batch.revision, _changes(batch), name, current=False):
                        yield event
            except Compacted:
                since, fresh = None, False

    # What shall be

    async def plan(self, wanted: shapes.Apply) -> shapes.Applied:
        """What `apply` would change."""
        self._refuse_another_mesh(wanted)
        return _applied(
            await self._registry.plan(wanted.owner, wanted.documents, prune=wanted.prune)
        )

    async def apply(self, wanted: shapes.Apply) -> shapes.Applied:
        """Make these documents all that their owner holds."""
        self._refuse_another_mesh(wanted)
        applied = _applied(
            await self._registry.apply(wanted.owner, wanted.documents, prune=wanted.prune)
        )
        self._log.info(
            names.DOCUMENTS_APPLIED,
            owner=wanted.owner,
            revision=applied.revision,
            changes=[f"{change.action} {change.kind}/{change.name}" for change in applied.changes],
        )
        return applied

    async def delete(self, key: Key, owner: str | None) -> shapes.Applied:
        """Remove one document."""
        applied = _applied(await self._registry.delete(key, owner))
        self._log.info(names.DOCUMENT_DELETED, key=str(key), revision=applied.revision)
        return applied

    async def scale(self, service: Name, wanted: shapes.Scale) -> shapes.Applied:
        """Another number of instances of one version."""
        keys = self._runs(service, wanted.version)
        if len(keys) > 1:
            raise SeveralVersions(
                f"{service} has several versions",
                why=", ".join(key.name.partition("@")[2] or "without a name" for key in keys),
                fix=f"name one: {service}@{keys[0].name.partition('@')[2]}",
            )
        applied = _applied(await self._registry.set_instances(keys[0], wanted.instances))
        self._log.info(names.SERVICE_SCALED, key=str(keys[0]), instances=wanted.instances)
        return applied

    async def restart(self, service: Name, wanted: shapes.Restart) -> shapes.Applied:
        """New instances for those of one version, or of all."""
        done = [
            _applied(await self._registry.restart(key))
            for key in self._runs(service, wanted.version)
        ]
        self._log.info(names.SERVICE_RESTARTED, service=service.key, version=wanted.version)
        changes = [change for applied in done for change in applied.changes]
        return shapes.Applied(revision=done[-1].revision, changes=changes)

    def _runs(self, service: Name, version: str | None) -> list[Key]:
        self._found(Key("Service", service.key))
        found = [
            key
            for key, document in sorted(self._known.snapshot.documents.items())
            if isinstance(document.spec, Run)
            and document.spec.service == service
            and version in (None, document.spec.version)
        ]
        if not found:
            what = service if version is None else f"version {version} of {service}"
            raise NotFound(f"nothing runs {what}", fix=f"see `weft get run {service}`")
        return found

    def _found(self, key: Key) -> Document:
        found = self._known.snapshot.documents.get(key)
        if found is None:
            raise NotFound(
                f"there is no {key.kind.lower()} {key.name.removeprefix('default/')!r:.200}",
                fix=f"see `weft get {key.kind.lower()}`",
            )
        return found

    def _refuse_another_mesh(self, wanted: shapes.Apply) -> None:
        for document in wanted.documents:
            if isinstance(document.spec, Mesh) and document.spec.name != self._known.mesh:
                raise AnotherMesh(
                    f"these documents are of the mesh {document.spec.name!r}",
                    why=f"this server is of the mesh {self._known.mesh!r}, and every "
                    "certificate bears that name",
                    fix="stop this mesh and start the other one, or give it its name back",
                )


def gauges_of(known: Known, now: Moment) -> Gauges:
    """What Prometheus is shown."""
    snapshot, hosts = known.snapshot, known.hosts.all()
    reports = [(host.join.host, host.report) for host in hosts if host.report]
    return Gauges(
        version=known.version,
        revision=snapshot.revision,
        edges=tuple(
            totals for edge in known.window.edges() for totals in known.window.totals(edge)
        ),
        instances=tuple(one for group in snapshot.instances.values() for one in group),
        certificates=tuple(
            CertificateLife(one.identity, one.workload, host, one.not_after)
            for host, report in reports
            for one in report.certificates
        ),
        proxies=tuple(
            ProxyState(proxy.workload, host, proxy.connected, proxy.restarts)
            for host, report in reports
            for proxy in report.proxies
        ),
        hosts={h.join.host: known.hosts.connected(h.join.host, now.monotonic) for h in hosts},
        documents=Counter(key.kind for key in snapshot.documents),
        alarms={
            "warning": 0,
            "critical": 0,
            **Counter(alarm.severity for alarm in known.alarms),
        },
        refusals=sum(len(report.refusals) for _, report in reports),
    )


def _view(document: Document) -> shapes.DocumentView:
    return shapes.DocumentView(
        key=str(document.key),
        owner=document.owner,
        origin=str(document.origin) if document.origin else None,
        document=shown(document),
    )


def _applied(applied: Applied) -> shapes.Applied:
    return shapes.Applied(
        revision=applied.revision,
        changes=[
            shapes.Change(
                kind=change.kind,
                name=change.name,
                action=change.action,
                details=list(change.details),
            )
            for change in applied.changes
            if change.action != "unchanged"
        ],
    )


def _changes(batch: Batch) -> list[tuple[Key, Document | None]]:
    return [
        (fold.document_of(change.key), fold.read_document(change.entry) if change.entry else None)
        for change in batch.changes
    ]


def _events(
    revision: int,
    changes: list[tuple[Key, Document | None]],
    name: str | None,
    *,
    current: bool,
) -> list[shapes.WatchEvent]:
    wanted = [
        (key, document)
        for key, document in changes
        if name is None or key.name in (name, f"default/{name}")
    ]
    return [
        shapes.WatchEvent(
            revision=revision,
            key=str(key),
            document=document and shown(document),
            current=current,
            complete=number == len(wanted),
        )
        for number, (key, document) in enumerate(wanted, 1)
    ]
