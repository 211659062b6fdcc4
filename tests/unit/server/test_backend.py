"""The control plane behind the API, over a real store."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from weft.api import shapes
from weft.api.problems import NotFound
from weft.model.catalog import Config, Run, Service
from weft.model.document import Alarm, Document, Key, Mesh, Origin
from weft.model.names import Name
from weft.registry.plan import NotScalable, OwnedByAnother
from weft.registry.watch import Registry
from weft.server.backend import AnotherMesh, ControlPlane, SeveralVersions
from weft.server.hosts import Hosts
from weft.server.view import Known, Moment
from weft.store.base import Batch, Compacted
from weft.store.sqlite import SQLiteStore
from weft.telemetry.logs import LogFile, open_log

ORDERS, WEB = Name("orders"), Name("web")
MESH = (
    Document(Mesh("shop")),
    Document(Service(WEB)),
    Document(Run(WEB, command=("a",)), origin=Origin("shop.yaml", 3, 5)),
    Document(Service(ORDERS)),
    Document(Run(ORDERS, "v1", command=("a",))),
    Document(Run(ORDERS, "v2", command=("b",))),
    Document(Config(ORDERS, '{"currency":"EUR"}')),
)


@dataclass
class Made:
    plane: ControlPlane
    registry: Registry
    store: SQLiteStore
    moment: list[Moment]

    async def apply(self, *documents: Document, owner: str = "shop.yaml") -> shapes.Applied:
        return await self.plane.apply(shapes.Apply(owner=owner, documents=documents))


@pytest.fixture
async def made(tmp_path: Path) -> AsyncIterator[Made]:
    store = await SQLiteStore.open(tmp_path / "store.db")
    registry = Registry(store)
    await registry.start()
    known = Known("shop", "0", "http://x", 0, Hosts(10), read=lambda: registry.snapshot)
    moment = [Moment(0, 0)]
    plane = ControlPlane(
        registry,
        store,
        known,
        open_log(LogFile(tmp_path / "log")),
        stopping=asyncio.Event(),
        now=lambda: moment[0],
    )
    yield Made(plane, registry, store, moment)
    await registry.close()
    await store.close()


async def test_a_plan_says_what_an_apply_does_and_changes_nothing(made: Made):
    wanted = shapes.Apply(owner="shop.yaml", documents=MESH)

    planned = await made.plane.plan(wanted)
    assert made.registry.snapshot.documents == {}
    applied = await made.plane.apply(wanted)

    assert planned.changes == applied.changes
    assert {change.action for change in applied.changes} == {"create"}


async def test_what_does_not_change_is_not_told(made: Made):
    await made.apply(*MESH)

    applied = await made.apply(*MESH[:-1], Document(Config(ORDERS, '{"currency":"CHF"}')))

    (change,) = applied.changes
    assert (change.kind, change.name, change.action) == ("Config", "default/orders", "update")
    assert change.details == ['currency: "EUR" → "CHF"']


async def test_documents_of_another_mesh_are_refused(made: Made):
    with pytest.raises(AnotherMesh):
        await made.apply(Document(Mesh("market")))


async def test_documents_of_another_owner_are_refused(made: Made):
    await made.apply(*MESH)

    with pytest.raises(OwnedByAnother, match="may not change"):
        await made.apply(Document(Service(WEB)), owner="other.yaml")


async def test_a_status_is_fresh_after_a_change_and_shared_before_it(made: Made):
    first = made.plane.status_json()
    assert made.plane.status_json() is first

    await made.apply(*MESH)

    status = msgspec.json.decode(made.plane.status_json(), type=shapes.Status)
    assert [service.name for service in status.services] == ["orders", "web"]


async def test_documents_are_listed_by_kind_and_found_by_name(made: Made):
    await made.apply(*MESH)

    assert [d.key for d in made.plane.documents("Run").documents] == [
        "Run/default/orders@v1",
        "Run/default/orders@v2",
        "Run/default/web",
    ]
    assert len(made.plane.documents(None).documents) == len(MESH)
    found = made.plane.document(Key("Run", "default/web"))
    assert (found.owner, found.origin) == ("shop.yaml", "shop.yaml:3:5")
    with pytest.raises(NotFound):
        made.plane.document(Key("Run", "default/nothing"))


async def test_scaling_needs_a_version_where_there_are_several(made: Made):
    await made.apply(*MESH)

    with pytest.raises(SeveralVersions) as caught:
        await made.plane.scale(ORDERS, shapes.Scale(instances=3))
    applied = await made.plane.scale(ORDERS, shapes.Scale(instances=3, version="v2"))
    await made.plane.scale(WEB, shapes.Scale(instances=0))

    assert "v1, v2" in caught.value.why
    assert applied.changes[0].details == ["instances: 1 → 3"]
    runs = {d.key: d.document.spec for d in made.plane.documents("Run").documents}
    assert {key: run.instances for key, run in runs.items() if isinstance(run, Run)} == {
        "Run/default/orders@v1": 1,
        "Run/default/orders@v2": 3,
        "Run/default/web": 0,
    }


async def test_restarting_counts_up_every_version_or_one(made: Made):
    await made.apply(*MESH)

    both = await made.plane.restart(ORDERS, shapes.Restart())
    one = await made.plane.restart(ORDERS, shapes.Restart(version="v2"))

    assert [change.name for change in both.changes] == ["default/orders@v1", "default/orders@v2"]
    assert [change.details for change in one.changes] == [["restarts: 1 → 2"]]


async def test_what_is_not_run_can_be_neither_scaled_nor_restarted(made: Made):
    await made.apply(*MESH)
    external = (Document(Service(Name("cache"))), Document(Run(Name("cache"), address="h:1")))
    await made.apply(*external, owner="cache.yaml")

    with pytest.raises(NotFound):
        await made.plane.scale(Name("nobody"), shapes.Scale(instances=1))
    with pytest.raises(NotFound):
        await made.plane.restart(ORDERS, shapes.Restart(version="v9"))
    with pytest.raises(NotScalable):
        await made.plane.scale(Name("cache"), shapes.Scale(instances=2))


async def test_deleting_respects_the_owner(made: Made):
    await made.apply(*MESH)

    with pytest.raises(OwnedByAnother):
        await made.plane.delete(Key("Service", "default/web"), "other.yaml")
    applied = await made.plane.delete(Key("Service", "default/web"), None)

    assert applied.changes[0].action == "delete"


async def test_configuration_has_a_revision_of_its_values(made: Made):
    await made.apply(*MESH)
    before = made.plane.config(ORDERS)
    await made.apply(*MESH, Document(Service(Name("later"))))

    assert bytes(before.values) == b'{"currency":"EUR"}'
    assert made.plane.config(ORDERS).revision == before.revision
    assert bytes(made.plane.config(WEB).values) == b"{}"
    with pytest.raises(NotFound):
        made.plane.config(Name("nobody"))


async def test_a_watch_begins_with_how_things_stand_and_goes_on_with_changes(made: Made):
    await made.apply(*MESH)
    events = made.plane.watch("Service", None, None)

    first, second = await anext(events), await anext(events)
    await made.plane.delete(Key("Service", "default/web"), None)
    third = await anext(events)

    assert [first.key, second.key] == ["Service/default/orders", "Service/default/web"]
    assert (first.current, first.complete, second.complete) == (True, False, True)
    assert (third.key, third.document, third.current) == ("Service/default/web", None, False)
    assert third.revision > second.revision


async def test_what_may_be_secret_is_shown_to_nobody_who_looks(made: Made):
    await made.apply(
        Document(Mesh("shop", alarms=(Alarm("https://me:k3y@hooks.example/k3y?k=k3y"),))),
        Document(Service(WEB)),
        Document(Run(WEB, command=("a",), env=(("TOKEN", "k3y"),))),
    )

    listed = made.plane.documents(None)
    events = made.plane.watch(None, None, None)
    watched = [await anext(events) for _ in listed.documents]

    for seen in (listed, made.plane.document(Key("Run", "default/web")), watched):
        assert b"k3y" not in msgspec.json.encode(seen)
    assert b'"TOKEN","(hidden)"' in msgspec.json.encode(listed)
    assert b'"https://hooks.example/(hidden)"' in msgspec.json.encode(listed)
    assert made.registry.snapshot.documents[Key("Run", "default/web")].spec.env[0][1] == "k3y"


async def test_a_watch_that_resumes_hears_only_what_it_missed(made: Made):
    await made.apply(*MESH)
    last = made.registry.snapshot.revision
    await made.plane.scale(WEB, shapes.Scale(instances=7))
    await made.apply(Document(Service(Name("other"))), owner="other.yaml")

    event = await anext(made.plane.watch(None, "web", last))

    assert event.document
    assert isinstance(event.document.spec, Run)
    assert event.document.spec.instances == 7


class Forgetful:
    """A store that keeps nothing of what was before."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        self._oldest = store.revision + 1
        self.revision = store.revision
        self.list = store.list

    def watch(self, prefix: str, from_revision: int) -> AsyncIterator[Batch]:
        if from_revision < self._oldest:
            raise Compacted(asked=from_revision, oldest=self._oldest)
        return self._store.watch(prefix, from_revision)


async def test_a_watch_whose_past_is_forgotten_is_told_to_begin_anew(made: Made):
    await made.apply(*MESH)
    made.plane._store = Forgetful(made.store)  # type: ignore[assignment]

    events = made.plane.watch("Service", None, 0)
    got = [await anext(events) for _ in range(3)]
    await made.plane.delete(Key("Service", "default/web"), None)
    later = await anext(events)

    assert [event.key for event in got] == ["", "Service/default/orders", "Service/default/web"]
    assert [event.complete for event in got] == [False, False, True]
    assert all(event.current for event in got)
    assert (later.key, later.current) == ("Service/default/web", False)


async def test_a_watch_from_a_revision_that_never_was_begins_anew(made: Made):
    await made.apply(*MESH)

    event = await anext(made.plane.watch("Service", None, 1_000_000))

    assert (event.key, event.current) == ("", True)


async def test_metrics_tell_of_documents_and_alarms(made: Made):
    await made.apply(*MESH)

    text = (await made.plane.metrics()).decode()

    assert 'weft_documents{kind="Run"} 3.0' in text
    assert 'weft_alarms{severity="critical"} 0.0' in text
    assert "process_cpu_seconds_total" in text


async def test_nobody_waits_while_metrics_are_spelled(made: Made, monkeypatch: pytest.MonkeyPatch):
    others = threading.Event()
    monkeypatch.setattr("weft.server.backend.exposition", lambda *_: b"%d" % others.wait(10))

    spelled = asyncio.create_task(made.plane.metrics())
    await asyncio.sleep(0)
    others.set()

    assert await spelled == b"1"
