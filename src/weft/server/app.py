"""The control-plane process: opens every part, joins them, and ends them in order.

    Settings  ->  run()  ->  an exit status

The order of opening is the readiness gate: nothing answers, agents' socket and
HTTP alike, before the registry has loaded what is stored. Refuses to know what
the parts do. A part that ends by itself ends the process, loudly.
"""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from weft import __version__
from weft.api.access import Access
from weft.api.assets import Assets
from weft.api.server import application
from weft.errors import WeftError
from weft.identity import keyfile
from weft.identity.authority import Authority
from weft.registry.changes import Changes
from weft.registry.watch import Registry
from weft.server import control
from weft.server.backend import ControlPlane
from weft.server.control import LEASE_S, Control
from weft.server.hosts import Hosts
from weft.server.http import Http, bind, url_of
from weft.server.notes import Notes
from weft.server.notify import Notifier
from weft.server.publish import Publisher
from weft.server.view import Known, Moment
from weft.server.vigil import Vigil
from weft.store.sqlite import SQLiteStore
from weft.telemetry import names
from weft.telemetry.logs import Log, LogFile, capture_libraries, open_log
from weft.xds.server import DeltaServer, Feed

SOCKET: Final = "agents.sock"
ROOT: Final = "authority/root"  # under which the store remembers the root's fingerprint


@dataclass(frozen=True)
class Settings:
    """All that the process is told. *listen* None: the usual port, or a free one."""

    state: Path
    runtime: Path
    mesh: str
    listen: str | None = None

    @property
    def own(self) -> Path:
        """The server's own part of the state."""
        return self.state / "server"


class PartEnded(WeftError):
    """Something that the process needs ended by itself."""

    code = "server-part-ended"


def run(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT; 0 then, 1 when it could not start or go on."""
    file = LogFile(settings.own / "server.log")
    log = open_log(file, process="server", pid=os.getpid())
    capture_libraries(log)
    try:
        asyncio.run(_main(settings, log))
    except WeftError as error:
        problem = {"what": error.what, "why": error.why, "fix": error.fix}
        log.critical(names.FAILED, code=error.code, **problem)
        sys.stderr.write(f"{error}\n")
        return 1
    except BaseException:
        log.exception(names.FAILED)
        raise
    finally:
        file.close()
    return 0


async def _main(settings: Settings, log: Log) -> None:
    began = time.monotonic()
    log.info(names.SERVER_STARTED, version=__version__, mesh=settings.mesh)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with _storing(settings) as (store, registry):
        authority = await _authority(settings, store)
        notes = Notes(settings.state)
        with bind(settings.listen, notes.port_before()) as bound:
            plane = _Plane(
                settings, log, store, registry, authority, notes, url_of(bound), stopping
            )
            async with plane.open(), _http(plane, bound) as serving:
                notes.announce(plane.known.url, settings.mesh)
                log.info(
                    names.SERVER_READY,
                    url=plane.known.url,
                    revision=registry.snapshot.revision,
                    took_ms=round((time.monotonic() - began) * 1000),
                )
                await _until(stopping, [*plane.tasks, serving])
                log.info(names.SERVER_STOPPING)
            notes.withdraw()
    log.info(names.SERVER_STOPPED)


class _Plane:
    """All parts but HTTP, made and not yet begun."""

    def __init__(
        self,
        settings: Settings,
        log: Log,
        store: SQLiteStore,
        registry: Registry,
        authority: Authority,
        notes: Notes,
        url: str,
        stopping: asyncio.Event,
    ) -> None:
        self.settings = settings
        self.notes = notes
        self.stopping = stopping
        self.tasks: list[asyncio.Task[None]] = []
        self._registry = registry
        hosts = Hosts(silence_s=LEASE_S)
        self.known = Known(
            mesh=settings.mesh,
            version=__version__,
            url=url,
            started=time.time(),
            hosts=hosts,
            read=lambda: registry.snapshot,
        )
        self._notifier = Notifier(log)
        self._vigil = Vigil(self.known, self._notifier, log, notes, moment)
        self._feed = Feed()
        self._publisher = Publisher(self._feed, authority.roots_pem)
        self._control = Control(
            registry=registry,
            store=store,
            authority=authority,
            hosts=hosts,
            window=self.known.window,
            log=log,
            monotonic=time.monotonic,
            heard=self._vigil.look,
        )
        self.backend = ControlPlane(registry, store, self.known, log, stopping=stopping, now=moment)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen to agents, once there is something to tell them."""
        await self._control.recall()
        changes = self._registry.changes()
        self._publisher.publish(*await anext(changes))
        agents = DeltaServer(self._feed, handlers=[control.handler(self._control)])
        keyfile.private_dir(self.settings.runtime, SOCKET)
        await agents.start(self.settings.runtime / SOCKET)
        self.tasks = [
            asyncio.create_task(self._follow(changes), name="publish"),
            asyncio.create_task(self._vigil.run(), name="vigil"),
        ]
        try:
            yield
        finally:
            for task in self.tasks:
                task.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)
            await agents.stop()
            await self._notifier.close()

    async def _follow(self, changes: Changes) -> None:
        async for snapshot, changed in changes:
            self._publisher.publish(snapshot, changed)
            self._vigil.look()


def moment() -> Moment:
    """Now."""
    return Moment(time.time(), time.monotonic())


@asynccontextmanager
async def _storing(settings: Settings) -> AsyncIterator[tuple[SQLiteStore, Registry]]:
    # The store's lock is the server's: a second one ends here, before it has touched anything.
    store = await SQLiteStore.open(settings.own / "store.db")
    registry = Registry(store)
    try:
        await registry.start()
        yield store, registry
    finally:
        await registry.close()
        await store.close()


async def _authority(settings: Settings, store: SQLiteStore) -> Authority:
    known = await store.get(ROOT)
    authority = Authority.open(
        settings.own, settings.mesh, known_root=known.value.decode() if known else None
    )
    if known is None:
        await store.put(ROOT, authority.root_fingerprint.encode(), if_revision=0)
    return authority


@asynccontextmanager
async def _http(plane: _Plane, bound: socket.socket) -> AsyncIterator[asyncio.Task[None]]:
    host, port = bound.getsockname()[:2]
    access = Access(plane.notes.token(), port, host)
    server = Http(application(plane.backend, access, Assets.of_dashboard()), bound)
    task = asyncio.create_task(server.run_until_stopped(), name="http")
    try:
        yield task
    finally:
        plane.stopping.set()  # streams end first: they would keep the server waiting
        server.stop()
        await asyncio.gather(task, return_exceptions=True)


async def _until(stopping: asyncio.Event, parts: list[asyncio.Task[None]]) -> None:
    """Wait for *stopping*; raises if one of *parts* ends before."""
    asked = asyncio.create_task(stopping.wait())
    done, _ = await asyncio.wait({asked, *parts}, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    for part in parts:
        if part in done:
            await part
            raise PartEnded(f"the server's {part.get_name()} ended by itself")
