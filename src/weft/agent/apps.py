"""The apps of one host: runs -> copies that are started, told, and ended.

    follow(snapshot)  ->  copies that differ from the runs are started or leave
    permit(snapshot)  ->  copies whose turn has come are started

Knows the plan, environments and configurations; that there are proxies it
knows only as something to wait for.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from weft.agent import configs, process
from weft.agent.launch import Facts, environment, parse_env_file
from weft.agent.memory import AppMemory
from weft.agent.places import Places
from weft.agent.plan import CopyId, Start, Step, awaited, plan, runs_of
from weft.agent.process import CannotStart, Exit, Process
from weft.agent.running_copy import RunningCopy
from weft.agent.seats import Seats, copy_key
from weft.agent.supervise import State
from weft.agent.supervised import OnExit
from weft.agent.tasks import Tasks
from weft.errors import WeftError
from weft.model.catalog import Config, Health, Instance, Pairs, Run
from weft.model.document import Key, key_of
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.workload import Inbound, Workload
from weft.telemetry import names
from weft.telemetry.logs import Log

_FORGOTTEN: Final = ("no longer in any file",)  # the command of a run that is gone


@dataclass(frozen=True)
class Home:
    """What every app of this host has in common."""

    places: Places
    log: Log
    mark: str  # of every process of this agent
    files: int  # that an app may have open
    inherited: Mapping[str, str]
    tasks: Tasks
    changed: Callable[[], None]
    drain: Callable[[RunningCopy], None]
    workload: Callable[[Name], Workload | None]


class Apps:
    """All copies of this host."""

    def __init__(self, seats: Seats, home: Home) -> None:
        self.copies: dict[str, RunningCopy] = {}
        self._seats = seats
        self._home = home
        self._snapshot = Snapshot()
        self._config_problems: dict[str, str] = {}
        self.problem = ""  # why a copy could not even be begun
        self._healths: dict[str, Health] = {}

    # --- what the host asks -----------------------------------------------------------------

    def follow(self, snapshot: Snapshot) -> None:
        """Take over the runs of *snapshot*."""
        self._snapshot = snapshot
        for run in runs_of(snapshot):
            for copy in self.copies.values():
                if copy.seat.id.run == key_of(run) and copy.run != run:
                    copy.retune(run)
        self.problem = ""
        for step in plan(snapshot, [copy.copy for copy in self.copies.values()]):
            self._do(step)
        self.write_configs()

    def permit(self, snapshot: Snapshot, proxy_waits: Callable[[Name], str]) -> None:
        """Start the copies that wait for nothing any more; tell the others what they wait for."""
        for key, copy in self.copies.items():
            if copy.life.state is not State.WAITING:
                continue
            reason = proxy_waits(copy.seat.id.service) or self._config_problems.get(key, "")
            if not reason and (missing := awaited(copy.run, snapshot)):
                reason = f"waits for {', '.join(map(str, missing))} to be healthy"
            if reason:
                copy.wait_for(reason)
            else:
                copy.permit()

    def restore(self, remembered: Mapping[str, AppMemory], snapshot: Snapshot) -> None:
        """Adopt what an earlier agent started."""
        self._snapshot = snapshot
        for key, known in remembered.items():
            who = CopyId(known.service, known.version, known.number)
            document = snapshot.documents.get(who.run)
            run = document.spec if document and isinstance(document.spec, Run) else None
            if run is None:
                run = Run(service=known.service, version=known.version, command=_FORGOTTEN)
            seat = self._seats.seat(who, known.launch, run, known.generation)
            copy = RunningCopy(seat, run, self)
            self.copies[key] = copy
            if copy.adopt(known):
                pid = copy.instance.pid
                self._home.log.info(names.APP_ADOPTED, instance=str(who), pid=pid)
            elif document is None:
                del self.copies[key]
                self._seats.leave(seat)

    def inbound(self, service: Name) -> tuple[Inbound, ...]:
        """The ways in to the copies of *service*, in id order."""
        found = [c.seat for c in self.copies.values() if c.seat.id.service == service]
        return tuple(seat.inbound for seat in sorted(found, key=lambda seat: seat.id))

    @property
    def instances(self) -> tuple[Instance, ...]:
        """All copies as instances, as callers compile them."""
        return tuple(copy.instance for copy in self.copies.values())

    def write_configs(self) -> None:
        """Put each copy's configuration on disk, where it differs."""
        for key, copy in self.copies.items():
            try:
                data = configs.resolved(self._config(copy), configs.read_secret)
                written = configs.write_if_changed(copy.seat.config, data)
            except WeftError as error:
                problem = f"{error.what}: {error.why}"
                if self._config_problems.get(key) != problem:
                    self._config_problems[key] = problem
                    self._home.log.warning(
                        names.CONFIG_MISSING, instance=str(copy.seat.id), why=problem
                    )
                continue
            self._config_problems.pop(key, None)
            if written:
                self._home.log.info(names.CONFIG_WRITTEN, instance=str(copy.seat.id))

    @property
    def secret_files(self) -> frozenset[Path]:
        """The files that configurations refer to."""
        found = [configs.secrets_of(self._config(copy)) for copy in self.copies.values()]
        return frozenset(path for paths in found for path in paths)

    @property
    def blocked(self) -> bool:
        """Whether something is waited for that only time can bring."""
        return bool(self._config_problems)

    # --- what a copy asks (running_copy.Surroundings) ------------------------------------------

    def launch(self, copy: RunningCopy, on_exit: OnExit) -> Process:
        """Start the process of *copy*; raises WeftError."""
        seat, run = copy.seat, copy.run
        self._seats.claim(seat, run)
        data = configs.resolved(self._config(copy), configs.read_secret)
        configs.write_if_changed(seat.config, data)
        launch = environment(run, self._facts(copy), self._home.inherited, _env_file(run))
        who = str(seat.id)
        if launch.clashes:
            self._home.log.warning(
                names.VARIABLES_REPLACED, instance=who, variables=list(launch.clashes)
            )
        log = self._home.places.app_log(seat.id.service, who)

        def ended(exit: Exit) -> None:
            said = process.last_words(log) if exit.cause.startswith("exited") else ""
            cause = f"{exit.cause}: {said}" if said and exit.failed else exit.cause
            self._home.log.info(names.APP_ENDED, instance=who, cause=cause)
            on_exit(Exit(cause, exit.failed))

        started = process.spawn(
            run.command,
            env=launch.env,
            folder=Path(run.dir),
            log=log,
            on_exit=ended,
            files=self._home.files,
        )
        self._home.log.info(names.APP_STARTED, instance=who, pid=started.pid)
        return started

    def run(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run a task that does not fail unheard."""
        return self._home.tasks.start(work)

    def changed(self, copy: RunningCopy) -> None:
        """An instance changed."""
        key, health = copy_key(copy.seat.id), copy.instance.health
        if self._healths.get(key) is not health:
            self._healths[key] = health
            who, why = str(copy.seat.id), copy.instance.reason
            self._home.log.info(names.INSTANCE_TURNED, instance=who, health=health.value, why=why)
        self._home.changed()

    def drain(self, copy: RunningCopy) -> None:
        """Have *copy* worked off."""
        self._home.drain(copy)

    def forget(self, copy: RunningCopy) -> None:
        """Nothing of *copy* is left."""
        key = copy_key(copy.seat.id)
        self.copies.pop(key, None)
        self._config_problems.pop(key, None)
        self._healths.pop(key, None)
        self._seats.leave(copy.seat)
        copy.seat.config.unlink(missing_ok=True)
        self._home.changed()

    # --- inside -----------------------------------------------------------------------------

    def _do(self, step: Step) -> None:
        key = copy_key(step.id)
        if not isinstance(step, Start):
            self.copies[key].leave()
            return
        run = self._snapshot.documents[step.id.run].spec
        assert isinstance(run, Run)
        try:
            seat = self._seats.seat(step.id, step.launch, run)
        except WeftError as error:
            self.problem = f"{step.id} cannot start: {error.what}"
            return
        self.copies[key] = RunningCopy(seat, run, self)

    def _config(self, copy: RunningCopy) -> Config | None:
        found = self._snapshot.documents.get(Key("Config", copy.seat.id.service.key))
        return found.spec if found and isinstance(found.spec, Config) else None

    def _facts(self, copy: RunningCopy) -> Facts:
        seat = copy.seat
        workload = self._home.workload(seat.id.service)
        return Facts(
            service=seat.id.service,
            instance=str(seat.id),
            version=seat.id.version,
            port=seat.inbound.app_port,
            config=str(seat.config),
            mark=self._home.mark,
            proxy_port=workload.proxy_port if workload else None,
            local_ports=workload.local_ports if workload else (),
            spare_path=os.path.dirname(sys.executable),  # noqa: PTH120 - PATH holds strings
        )


def _env_file(run: Run) -> Pairs:
    if run.env_file is None:
        return ()
    path = Path(run.dir) / run.env_file
    try:
        return parse_env_file(path.read_text(), str(path))
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CannotStart(
            f"env_file {path} cannot be read", why=why, fix="create it, or change `env_file`"
        ) from error
