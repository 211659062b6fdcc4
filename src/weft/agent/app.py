"""The agent's process: settings -> everything wired and running, until SIGTERM.

    run(Settings)  ->  exit status

The only reader of this process's environment. A task that fails ends the
process: what it started goes on without it, and the agent that comes after
adopts it.
"""

import asyncio
import fcntl
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from weft.agent import kernel, memory, process
from weft.agent.apps import Apps, Home
from weft.agent.control import Control
from weft.agent.envoy_process import Vessel
from weft.agent.host import Host
from weft.agent.housekeeping import Housekeeping
from weft.agent.launch import LOOPBACK, MARK
from weft.agent.places import Places
from weft.agent.ports import Ports
from weft.agent.proxies import Proxies
from weft.agent.proxy import Means
from weft.agent.replica import TYPES, Replica
from weft.agent.report import Reporter, Whereabouts
from weft.agent.seats import Seats
from weft.agent.tasks import Tasks
from weft.api.agent import SIGN, TRUST, Sign, Signed
from weft.compile.bootstrap import bootstrap
from weft.envoy import binary
from weft.envoy.validate import Validator
from weft.errors import WeftError
from weft.model.names import Name
from weft.model.workload import Workload
from weft.telemetry import names
from weft.telemetry.logs import Log, LogFile, capture_libraries, open_log
from weft.xds.client import DeltaClient
from weft.xds.session import Entry

_SAVE_S: Final = 0.2  # how late the replica may be on disk
_DISK_AGAIN_S: Final = 5.0  # how soon a disk that was full is tried again
_DISK_TOLD_S: Final = 60.0
_HASTEN_EVERY_S: Final = 0.05
_MOST_FILES: Final = 1 << 20  # more than this is no limit, and costs some programs time


class AgentRunsAlready(WeftError):
    """Another agent looks after this state folder."""

    code = "agent-runs"


@dataclass(frozen=True)
class Settings:
    """Where an agent lives and what its host is called."""

    state: Path
    runtime: Path
    host: str | None = None  # None: as the machine is called
    address: str = LOOPBACK
    locks: Path | None = None  # shared by this user's agents; None: beside the runtime folder

    @property
    def places(self) -> Places:
        """The paths."""
        return Places(self.state.absolute(), self.runtime.absolute())

    @property
    def name(self) -> str:
        """The host's name in the mesh."""
        return self.host or socket.gethostname().partition(".")[0].lower() or "host"


def run(settings: Settings) -> int:
    """Be the agent until SIGTERM or SIGINT; the process's exit status."""
    places = settings.places
    places.agent.mkdir(mode=0o700, parents=True, exist_ok=True)
    places.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = open_log(LogFile(places.agent / "agent.log"), host=settings.name)
    capture_libraries(log)
    try:
        with _alone(places.agent / "lock"):
            return asyncio.run(_main(settings, log))
    except WeftError as error:
        log.critical(names.FAILED, what=error.what, why=error.why, fix=error.fix)
        print(error, file=sys.stderr)  # noqa: T201 - the supervisor shows what was said last
        return 1
    except Exception:
        log.exception(names.FAILED)
        raise


async def _main(settings: Settings, log: Log) -> int:
    return await Agent(settings, log).run()  # its channels belong to this loop


class Agent:
    """All parts of one agent."""

    def __init__(self, settings: Settings, log: Log) -> None:
        self._settings = settings
        self._log = log
        places = self._places = settings.places
        self._mark = str(places.state)
        self._crash: BaseException | None = None
        self._ending = asyncio.Event()
        self._signals = 0
        self._disk_told = float("-inf")
        self._tasks = Tasks(self._crashed)
        self._memory = memory.load(places.agent / "state.json")
        self._replica = Replica(places.agent / "replica.json")
        self._control = Control(places.server_socket)
        here = Whereabouts(settings.name, settings.address)
        self._reporter = Reporter(self._control, here, log, self._server_returned)
        locks = settings.locks or places.runtime.parent
        seats = Seats(places, settings.name, Ports(self._memory, locks), self._memory, self._mark)
        self._host = Host(
            settings.name,
            self._replica,
            seats,
            self._memory,
            places.agent / "state.json",
            self._tasks,
            log,
            self._reporter.news,
        )
        self._host.furnish(self._proxies, lambda: Apps(seats, self._home()))
        self._envoy = binary.find(os.environ)
        self._dirty = asyncio.Event()
        self._most_files = min(process.file_limits()[1], _MOST_FILES)

    async def run(self) -> int:
        """Run until told to stop; the exit status."""
        kernel.become_subreaper()
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._heard)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._signalled)
        self._log.info(names.AGENT_STARTED, pid=os.getpid(), cached=self._replica.from_cache)
        for work in (self._stream(), self._save(), self._measure()):
            self._tasks.start(work)
        self._tasks.start(self._reporter.run(self._host))
        self._tasks.start(Housekeeping(self._places, self._host).run())
        self._host.poke()
        await self._ending.wait()
        if self._crash is not None:
            raise self._crash
        await self._stop()
        return 0

    async def _stop(self) -> None:
        self._log.info(names.AGENT_STOPPING)
        await self._host.stop()
        await self._reporter.leave()
        await self._tasks.cancel()
        await self._control.close()
        for pid in process.end_marked(f"{MARK}={self._mark}"):
            self._log.warning(names.LEFTOVER_ENDED, pid=pid)
        self._log.info(names.AGENT_STOPPED)

    def _signalled(self) -> None:
        self._signals += 1
        if self._signals == 2:
            self._tasks.start(self._hasten())
        self._ending.set()

    async def _hasten(self) -> None:
        """Let no app take its time, nor one that its death has started again."""
        while True:
            self._host.hasten()
            await asyncio.sleep(_HASTEN_EVERY_S)

    def _heard(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An exception that nobody awaits: a callback's of ours, or a library's complaint."""
        error = context.get("exception")
        if error is not None and _ours(error):
            self._crashed(error)
        loop.default_exception_handler(context)

    def _crashed(self, error: BaseException) -> None:
        self._crash = self._crash or error
        self._ending.set()

    def _disk_refused(self, error: OSError) -> None:
        """The mesh goes on with what is in memory; said once in a while, not at each attempt."""
        now = time.monotonic()
        if now - self._disk_told > _DISK_TOLD_S:
            self._disk_told = now
            self._log.error(names.DISK_REFUSED, path=str(self._places.agent), why=error.strerror)

    # --- how parts are made -----------------------------------------------------------------

    def _proxies(self, trust_domain: str) -> Proxies:
        base = bootstrap(
            Workload(Name("trial")),
            trust_domain=trust_domain,
            xds_socket=str(self._places.socket("trial", "xds")),
            admin_socket=str(self._places.socket("trial", "admin")),
            host=self._settings.name,
        )
        cache = self._places.agent / "verdicts.json"
        means = Means(
            places=self._places,
            host=self._settings.name,
            trust_domain=trust_domain,
            validator=Validator(cache, envoy=self._envoy, base=base),
            vessel=self._vessel,
            roots=lambda: self._replica.roots_pem,
            tasks=self._tasks,
        )
        return Proxies(means, self._sign, self._host.poke)

    def _vessel(self, workload: str, start: bytes) -> Vessel:
        folder = self._places.run(workload)
        return Vessel(self._envoy.path, folder, start, self._mark, self._most_files)

    def _home(self) -> Home:
        return Home(
            places=self._places,
            log=self._log,
            mark=self._mark,
            files=process.file_limits()[0],
            inherited=os.environ,
            tasks=self._tasks,
            changed=self._host.poke,
            drain=self._host.drain,
            workload=self._host.workload,
        )

    async def _sign(self, question: Sign) -> Signed:
        return await self._control.ask(SIGN, question)

    def _server_returned(self) -> None:
        if self._host.proxies:
            self._host.proxies.server_returned()

    # --- loops ------------------------------------------------------------------------------

    async def _stream(self) -> None:
        """Follow the server's documents and instances."""
        client = DeltaClient(
            f"unix:{self._places.server_socket}",
            node=self._settings.name,
            types=TYPES,
            on_update=self._updated,
            held=self._replica.held,
        )
        await client.run()

    def _updated(self, kind: str, upserts: Mapping[str, Entry], removed: frozenset[str]) -> None:
        if self._replica.update(kind, upserts, removed):
            self._host.poke()
        if kind == TRUST and self._host.proxies:
            self._host.proxies.trust()
        self._dirty.set()

    async def _save(self) -> None:
        """Keep the replica on disk."""
        while True:
            await self._dirty.wait()
            await asyncio.sleep(_SAVE_S)
            self._dirty.clear()
            if save := self._replica.spelled(time.time()):
                try:
                    await asyncio.to_thread(self._replica.save, save)
                except OSError as error:
                    self._disk_refused(error)
                    self._dirty.set()
                    await asyncio.sleep(_DISK_AGAIN_S)

    async def _measure(self) -> None:
        """Read each second who called whom."""
        while True:
            await asyncio.sleep(1.0)
            if self._host.proxies:
                await self._host.proxies.measure()


def _ours(error: BaseException) -> bool:
    """Whether this package's code had a part in it."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_globals.get("__name__", "").startswith(__package__) for frame, _ in frames)


@dataclass
class _alone:  # noqa: N801 - reads as a statement
    """Holds the lock of a state folder; raises AgentRunsAlready."""

    path: Path

    def __enter__(self) -> None:
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AgentRunsAlready(
                f"an agent already looks after {self.path.parent.parent}",
                fix="stop the mesh with `weft down` first",
            ) from error

    def __exit__(self, *_: object) -> None:
        os.close(self._file)
