"""The vigil over alarms, hosts and restarts."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from weft.api.agent import Join, Refusal, Report
from weft.model.catalog import Health, Instance
from weft.model.document import Alarm, Document, Mesh
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.server.alarms import Raised, Resolved
from weft.server.hosts import Hosts
from weft.server.notes import Notes
from weft.server.view import Known, Moment
from weft.server.vigil import Vigil
from weft.telemetry.logs import LogFile, open_log

HOOK = Alarm(webhook="http://127.0.0.1:1/")
MESH = Snapshot().with_document(Document(Mesh("shop", alarms=(HOOK,))), 1)
SICK = Instance(Name("a"), "a-1", "127.0.0.1", 1, health=Health.UNHEALTHY)


@dataclass
class Told:
    sent: list[tuple[tuple[Alarm, ...], str, str]] = field(default_factory=list)

    def send(
        self, destinations: tuple[Alarm, ...], news: Raised | Resolved, mesh: str, at: float
    ) -> None:
        self.sent.append((destinations, type(news).__name__, news.alarm.id))


@dataclass
class World:
    path: Path
    snapshot: Snapshot = MESH
    now: float = 100.0
    told: Told = field(default_factory=Told)
    hosts: Hosts = field(default_factory=lambda: Hosts(10))

    def vigil(self) -> tuple[Vigil, Known]:
        known = Known("shop", "0", "", 0, self.hosts, read=lambda: self.snapshot)
        log = open_log(LogFile(self.path / "log"))
        (self.path / "server").mkdir(exist_ok=True)
        moment = lambda: Moment(1000 + self.now, self.now)  # noqa: E731
        return Vigil(known, self.told, log, Notes(self.path), moment), known  # type: ignore[arg-type]

    def events(self) -> list[str]:
        return [json.loads(line)["event"] for line in (self.path / "log").read_text().splitlines()]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_news_go_to_the_log_and_to_where_the_mesh_says(world: World):
    vigil, known = world.vigil()
    vigil.check()
    world.snapshot = MESH.with_instance(SICK, 2)
    vigil.check()
    vigil.check()
    standing = [alarm.id for alarm in known.alarms]
    world.snapshot = MESH
    vigil.check()

    assert standing == ["service/default/a", "instance/default/a/a-1"]
    assert world.events() == ["alarm raised"] * 2 + ["alarm resolved"] * 2
    assert [(to, kind) for to, kind, _ in world.told.sent] == [
        ((HOOK,), "Raised"),
        ((HOOK,), "Raised"),
        ((HOOK,), "Resolved"),
        ((HOOK,), "Resolved"),
    ]


def test_a_new_server_neither_repeats_nor_forgets_what_its_host_has_not_yet_said(world: World):
    refusal = Refusal("default.a", "cluster x", "bad")
    join = Join("laptop", "boot", "127.0.0.1")
    world.hosts.join(join, "lease", 100)
    world.hosts.report(Report("laptop", "boot", "lease", 1, refusals=(refusal,)), 100)
    world.vigil()[0].check()
    world.hosts = Hosts(10)
    world.hosts.join(join, "lease", 100)

    vigil, known = world.vigil()
    vigil.check()
    unheard = [alarm.id for alarm in known.alarms]
    world.hosts.report(Report("laptop", "boot", "lease", 2), 101)
    vigil.check()

    assert unheard == ["refusal/laptop/default.a/cluster x"]
    assert [kind for _, kind, _ in world.told.sent] == ["Raised", "Resolved"]


def test_a_host_that_never_speaks_again_keeps_no_alarm_but_its_own(world: World):
    world.hosts.join(Join("laptop", "boot", "127.0.0.1"), "lease", 100)
    vigil, known = world.vigil()
    for second in range(12):
        world.now = 100.0 + second
        vigil.check()

    assert [alarm.id for alarm in known.alarms] == ["host/laptop"]
    assert world.events() == ["host lost", "alarm raised"]


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_text("{"), lambda path: path.write_bytes(b"\xff")]
)
def test_a_spoilt_note_is_as_good_as_none(world: World, spoil: Callable[[Path], object]):
    (world.path / "server").mkdir()
    for name in ("alarms.json", "server.json"):
        spoil(world.path / "server" / name)

    assert Notes(world.path).alarms() == ()
    assert Notes(world.path).port_before() is None
