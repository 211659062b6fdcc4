"""What should run on this host, against what runs: the next safe steps.

    Snapshot, copies  ->  plan()  ->  Start and Stop steps

Asked again after every change, it moves towards the runs of the snapshot a
step at a time. At most one serving copy of a run is away at a time; a run with
a single copy and a free choice of port gets its successor first. It refuses to
know processes: a copy is a number and a few facts.

Pure: no I/O, clock, randomness.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from weft.model import catalog, wire
from weft.model.catalog import Callee, Probe, Restart, Run, Service
from weft.model.document import Key, key_of
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot

_NOT_LAUNCHED: Final = {  # what a running process need not be replaced for
    "instances": 1,
    "labels": (),
    "weight": 100,
    "probe": Probe(),
    "restart": Restart(),
    "stop": catalog.Stop(),
    "start_after": (),
}


@dataclass(frozen=True, order=True)
class CopyId:
    """One copy of a run: its service, version and number."""

    service: Name
    version: str
    number: int

    def __str__(self) -> str:
        stem = f"{self.service.name}-{self.version}" if self.version else self.service.name
        return f"{stem}-{self.number}"

    @property
    def run(self) -> Key:
        """The key of the run that it is a copy of."""
        return key_of(Run(service=self.service, version=self.version))


@dataclass(frozen=True)
class Copy:
    """A copy that is there, in whatever state."""

    id: CopyId
    launch: str  # what it was started from: see `launch_of`
    serving: bool = False
    leaving: bool = False


@dataclass(frozen=True)
class Start:
    """Begin a copy; *launch* is what it is started from."""

    id: CopyId
    launch: str


@dataclass(frozen=True)
class Stop:
    """End a copy."""

    id: CopyId


Step = Start | Stop


def plan(snapshot: Snapshot, copies: Iterable[Copy]) -> tuple[Step, ...]:
    """The next steps from *copies* towards the runs of *snapshot*."""
    present: dict[Key, list[Copy]] = {}
    for copy in copies:
        present.setdefault(copy.id.run, []).append(copy)
    wanted = {key_of(run): run for run in runs_of(snapshot)}
    steps: list[Step] = []
    for key, group in sorted(present.items()):
        if key not in wanted:
            steps += [Stop(copy.id) for copy in group if not copy.leaving]
    for key, run in sorted(wanted.items()):
        steps += _towards(run, launch_of(run, snapshot), present.get(key, []))
    return tuple(steps)


def runs_of(snapshot: Snapshot) -> tuple[Run, ...]:
    """All runs, in key order."""
    found = sorted(snapshot.documents.items())
    return tuple(document.spec for _, document in found if isinstance(document.spec, Run))


def launch_of(run: Run, snapshot: Snapshot) -> str:
    """A version of all that a process gets at its start and cannot get later.

    Declared calls are part of it: they decide the environment. A service that
    declares none reaches new services through the forward proxy, so that a
    service more in the mesh restarts nobody.
    """
    bare = replace(run, **_NOT_LAUNCHED)
    service = snapshot.service(run.service)
    calls = Service(name=run.service, calls=service.calls if service else None)
    return wire.version_of(wire.encode(bare) + wire.encode(calls))


def _towards(run: Run, launch: str, copies: Sequence[Copy]) -> list[Step]:
    staying = sorted((c for c in copies if not c.leaving), key=lambda c: c.id.number)
    stale = [copy for copy in staying if copy.launch != launch]
    excess = len(staying) - run.instances
    if excess > 0:
        return [Stop(copy.id) for copy in _surplus(staying, launch, excess, run.instances)]
    if stale:
        replaced = _replaced(run, launch, staying, stale, copies)
        if replaced:
            return replaced
    return _missing(run, launch, copies, -excess)


def _surplus(staying: Sequence[Copy], launch: str, excess: int, wanted: int) -> list[Copy]:
    """Who goes when there are too many: stale ones, then the highest numbers.

    A stale copy that serves stays until enough of the others serve.
    """
    going: list[Copy] = []
    order = sorted(staying, key=lambda c: (c.launch == launch, c.serving, -c.id.number))
    if all(copy.launch == launch for copy in staying):
        order = sorted(staying, key=lambda c: -c.id.number)
    for copy in order[:excess]:
        serving = sum(c.serving for c in staying if c is not copy and c not in going)
        if copy.launch != launch and copy.serving and serving < wanted:
            continue
        going.append(copy)
    return going


def _replaced(
    run: Run, launch: str, staying: Sequence[Copy], stale: Sequence[Copy], copies: Sequence[Copy]
) -> list[Step]:
    idle = [copy for copy in stale if not copy.serving]
    if idle:
        return [Stop(copy.id) for copy in idle]  # they serve nobody: nothing to lose
    if run.instances == 1 and run.port is None and run.address is None:
        return [Start(CopyId(run.service, run.version, _unused(copies)), launch)]
    first = stale[0]
    others = sum(copy.serving for copy in staying if copy is not first)
    away = any(copy.leaving for copy in copies)
    return [Stop(first.id)] if others >= run.instances - 1 and not away else []


def _missing(run: Run, launch: str, copies: Sequence[Copy], count: int) -> list[Step]:
    used = {copy.id.number for copy in copies}
    free = [number for number in range(1, run.instances + 1) if number not in used]
    return [Start(CopyId(run.service, run.version, n), launch) for n in free[:count]]


def _unused(copies: Sequence[Copy]) -> int:
    used = {copy.id.number for copy in copies}
    return next(number for number in range(1, len(used) + 2) if number not in used)


def awaited(run: Run, snapshot: Snapshot) -> tuple[Name, ...]:
    """The services of `start_after` that have no serving instance yet."""
    return tuple(
        name
        for name in run.start_after
        if not any(i.health.serving for i in snapshot.instances_of(Target(name)))
    )


def callees(service: Service, snapshot: Snapshot) -> tuple[Callee, ...]:
    """What *service* gets a local port for: its calls, or every other service."""
    if service.calls is not None:
        return tuple(sorted(service.calls))
    return tuple(Callee(s.name) for s in snapshot.services if s.name != service.name)


def stop_waves(snapshot: Snapshot, names: Iterable[Name]) -> tuple[tuple[Name, ...], ...]:
    """Names in the order in which they stop: dependants in an earlier wave than what they need."""
    left = set(names)
    needs = {name: _needs(name, snapshot) & left - {name} for name in left}
    waves: list[tuple[Name, ...]] = []
    while left:
        needed = frozenset[Name]().union(*(needs[name] & left for name in left))
        wave = left - needed or left  # a cycle has no first one: all of it at once
        waves.append(tuple(sorted(wave)))
        left -= wave
    return tuple(waves)


def _needs(name: Name, snapshot: Snapshot) -> frozenset[Name]:
    service = snapshot.service(name)
    calls = service.calls if service else None
    after = (n for run in runs_of(snapshot) if run.service == name for n in run.start_after)
    return frozenset((*after, *(callee.service for callee in calls or ())))
