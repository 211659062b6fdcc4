"""The registry over a real store: applies, leases, readers, and a store that moves on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from weft.model.catalog import Health, Instance, Run, Service
from weft.model.document import Document, Key, Mesh
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.registry.fold import Changed, Unreadable
from weft.registry.plan import OwnedByAnother
from weft.registry.watch import Registry
from weft.store.base import Batch, LeaseUnknown, StoreClosed
from weft.store.sqlite import SQLiteStore

ORDERS, WEB = Name("orders"), Name("web")
ORDERS_KEY = Key("Service", "default/orders")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SQLiteStore]:
    opened = await SQLiteStore.open(tmp_path / "store.db")
    yield opened
    await opened.close()


@pytest.fixture
async def registry(store: SQLiteStore) -> AsyncIterator[Registry]:
    made = Registry(store)
    await made.start()
    yield made
    await made.close()


def documents(*specs) -> list[Document]:
    return [Document(spec) for spec in specs]


def running(number: int, **fields) -> Instance:
    return Instance(ORDERS, f"orders-{number}", "127.0.0.1", 15000 + number, **fields)


async def eventually(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.01)


async def following(changes) -> tuple[Snapshot, Changed]:
    async with asyncio.timeout(10):
        return await anext(changes)


# Documents


async def test_an_apply_is_in_the_snapshot_once_it_returns(registry: Registry):
    applied = await registry.apply("shop.yaml", documents(Mesh("shop"), Service(ORDERS)))

    assert applied.revision == registry.snapshot.revision == 1
    assert [change.action for change in applied.changes] == ["create", "create"]
    assert registry.snapshot.service(ORDERS) == Service(ORDERS)
    assert registry.snapshot.documents[ORDERS_KEY].owner == "shop.yaml"


async def test_the_same_apply_again_makes_no_revision(registry: Registry):
    await registry.apply("shop.yaml", documents(Service(ORDERS)))

    again = await registry.apply("shop.yaml", documents(Service(ORDERS)))

    assert again.revision == 1
    assert [change.action for change in again.changes] == ["unchanged"]


async def test_a_whole_file_is_applied_at_one_revision_or_not_at_all(registry: Registry):
    await registry.apply("orders.yaml", documents(Service(ORDERS)))

    with pytest.raises(OwnedByAnother):
        await registry.apply("web.yaml", documents(Service(WEB), Service(ORDERS)))
    assert registry.snapshot.services == (Service(ORDERS),)

    many = documents(*(Service(Name(f"s{number}")) for number in range(300)))
    assert (await registry.apply("many.yaml", many)).revision == 2


async def test_a_plan_says_what_an_apply_does_and_writes_nothing(registry: Registry):
    await registry.apply("shop.yaml", documents(Service(ORDERS), Service(WEB)))
    wanted = documents(Service(ORDERS, timeout_ms=500))

    plan = await registry.plan("shop.yaml", wanted)

    assert (plan.revision, registry.snapshot.revision) == (1, 1)
    applied = await registry.apply("shop.yaml", wanted)
    assert applied.changes == plan.changes
    assert [change.action for change in plan.changes] == ["update", "delete"]


async def test_many_who_apply_at_once_all_get_their_turn(registry: Registry):
    async def apply(number: int) -> None:
        await registry.apply(f"{number}.yaml", documents(Service(Name(f"s{number}"))))
        await registry.set_instances(Key("Run", "default/orders"), number)

    await registry.apply("shop.yaml", documents(Run(ORDERS, command=("x",), instances=99)))
    await asyncio.gather(*(apply(number) for number in range(6)))

    assert len(registry.snapshot.services) == 6
    assert registry.snapshot.revision == 13


async def test_restarts_are_counted_and_outlive_the_next_apply(registry: Registry):
    key = Key("Run", "default/orders")
    run = documents(Run(ORDERS, command=("x",)))
    await registry.apply("shop.yaml", run)

    await registry.restart(key)
    await registry.restart(key)
    await registry.apply("shop.yaml", run)

    assert registry.snapshot.documents[key].spec == Run(ORDERS, command=("x",), restarts=2)


async def test_a_document_has_a_history(registry: Registry):
    await registry.apply("shop.yaml", documents(Service(ORDERS)))
    await registry.apply("shop.yaml", documents(Service(ORDERS, timeout_ms=500)))
    await registry.delete(ORDERS_KEY)

    past = await registry.history(ORDERS_KEY)

    assert [(p.revision, p.document and p.document.spec) for p in past] == [
        (3, None),
        (2, Service(ORDERS, timeout_ms=500)),
        (1, Service(ORDERS)),
    ]
    assert all(p.at > 0 for p in past)


async def test_everything_is_there_after_a_restart(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db")
    before = Registry(store)
    await before.start()
    await before.apply("shop.yaml", documents(Mesh("shop"), Service(ORDERS)))
    lease = await before.join("a", 10)
    await before.put_instances(lease, "a", [running(1)])
    snapshot = before.snapshot
    await before.close()
    await store.close()

    store = await SQLiteStore.open(tmp_path / "store.db")
    after = Registry(store)
    await after.start()

    assert after.snapshot == snapshot
    await after.renew(lease)
    assert await after.put_instances(lease, "a", [running(1, host="a")]) == ()
    assert after.snapshot == snapshot
    with pytest.raises(LeaseUnknown):
        await after.put_instances("another", "a", [])
    await after.close()
    await store.close()


# Hosts and instances


async def test_reports_write_only_differences(registry: Registry):
    lease = await registry.join("a", 10)
    await registry.put_instances(lease, "a", [running(1), running(2)])
    for probe_ms in (1.0, 2.0, 3.0):
        await registry.put_instances(
            lease, "a", [running(1, probe_ms=probe_ms), running(2, probe_ms=probe_ms)]
        )
    assert registry.snapshot.revision == 1

    ill = running(2, health=Health.UNHEALTHY)
    await registry.put_instances(lease, "a", [running(1), ill])

    assert registry.snapshot.revision == 2
    assert [i.health for i in registry.snapshot.instances[ORDERS]] == ["starting", "unhealthy"]


async def test_a_host_that_is_silent_loses_its_instances_and_nobody_elses(registry: Registry):
    silent, living = await registry.join("a", 0.5), await registry.join("b", 30)
    await registry.put_instances(silent, "a", [running(1)])
    await registry.put_instances(living, "b", [running(2)])

    await eventually(lambda: len(registry.snapshot.instances[ORDERS]) == 1)

    assert [i.id for i in registry.snapshot.instances[ORDERS]] == ["orders-2"]
    with pytest.raises(LeaseUnknown):
        await registry.renew(silent)
    with pytest.raises(LeaseUnknown):
        await registry.put_instances(silent, "a", [running(1)])


async def test_a_host_that_joins_again_keeps_its_instances_without_a_gap(registry: Registry):
    first = await registry.join("a", 30)
    await registry.put_instances(first, "a", [running(1), running(2)])
    changes = registry.changes()
    await following(changes)

    second = await registry.join("a", 30)
    await registry.put_instances(second, "a", [running(1)])
    _, what = await following(changes)
    await registry.remove_instances(first)

    assert what == {"default/orders/orders-2"}
    assert [i.id for i in registry.snapshot.instances[ORDERS]] == ["orders-1"]


async def test_a_former_life_of_a_host_changes_nothing(registry: Registry):
    former = await registry.join("a", 30)
    await registry.put_instances(former, "a", [running(1, generation=1)])
    current = await registry.join("a", 30)
    await registry.put_instances(current, "a", [running(1, generation=2)])

    with pytest.raises(LeaseUnknown):
        await registry.put_instances(former, "a", [])
    await registry.remove_instances(former, [running(1, generation=1)])
    await registry.remove_instances(current, [running(1, generation=1)])
    await registry.remove_instances(former)

    assert registry.snapshot.instances[ORDERS] == (running(1, host="a", generation=2),)


async def test_a_host_that_leaves_takes_its_instances_along(registry: Registry):
    lease = await registry.join("a", 30)
    await registry.put_instances(lease, "a", [running(1)])

    await registry.remove_instances(lease)

    assert registry.snapshot.instances == {}


async def test_an_instance_may_be_given_up_alone(registry: Registry):
    lease = await registry.join("a", 30)
    await registry.put_instances(lease, "a", [running(1), running(2)])

    await registry.remove_instances(lease, [running(2)])

    assert [i.id for i in registry.snapshot.instances[ORDERS]] == ["orders-1"]


async def test_the_same_id_on_two_hosts_is_refused_to_the_second(registry: Registry):
    first, second = await registry.join("a", 30), await registry.join("b", 30)
    await registry.put_instances(first, "a", [running(1)])

    (refusal,) = await registry.put_instances(second, "b", [running(1), running(2)])

    assert refusal.holder == "a"
    assert [i.host for i in registry.snapshot.instances[ORDERS]] == ["a", "b"]


# Readers


async def test_a_reader_starts_with_everything_and_goes_on_with_what_changes(registry: Registry):
    await registry.apply("shop.yaml", documents(Service(ORDERS)))
    changes = registry.changes()

    assert await following(changes) == (registry.snapshot, {ORDERS_KEY})

    await registry.apply("web.yaml", documents(Service(WEB)))
    assert await following(changes) == (registry.snapshot, {Key("Service", "default/web")})


async def test_a_reader_of_an_empty_mesh_is_told_so(store: SQLiteStore):
    registry = Registry(store)
    early = registry.changes()
    await registry.start()

    assert await following(early) == (Snapshot(), frozenset())
    assert await following(registry.changes()) == (Snapshot(), frozenset())
    await registry.close()


async def test_a_slow_reader_gets_the_newest_with_the_names_of_all(registry: Registry):
    slow, quick = registry.changes(), registry.changes()
    seen: set[Key | str] = set()
    for number in range(20):
        await registry.apply(f"{number}.yaml", documents(Service(Name(f"s{number}"))))
        seen |= (await following(quick))[1]

    snapshot, what = await following(slow)

    assert snapshot is registry.snapshot
    assert what == seen == {Key("Service", f"default/s{number}") for number in range(20)}


async def test_a_reader_that_has_gone_is_forgotten(registry: Registry):
    changes = registry.changes()
    assert len(registry._consumers) == 1

    del changes

    assert len(registry._consumers) == 0


async def test_readers_are_told_when_the_registry_ends(store: SQLiteStore):
    registry = Registry(store)
    await registry.start()
    changes = registry.changes()
    await following(changes)

    await registry.close()

    with pytest.raises(StoreClosed):
        await following(changes)
    with pytest.raises(StoreClosed):
        await following(registry.changes())


class Lagging:
    """A store whose watches begin late."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        self.begin = asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def watch(self, prefix: str, from_revision: int) -> AsyncIterator[Batch]:
        await self.begin.wait()
        async for batch in self._store.watch(prefix, from_revision):
            yield batch


async def test_a_registry_that_fell_behind_what_is_kept_lists_again(tmp_path: Path):
    store = await SQLiteStore.open(tmp_path / "store.db", keep_revisions=1)
    lagging = Lagging(store)
    behind, other = Registry(lagging), Registry(store)
    await other.start()
    await other.apply("shop.yaml", documents(Service(ORDERS), Service(WEB)))
    await behind.start()
    changes = behind.changes()
    await following(changes)
    for timeout_ms in (100, 200, 300):
        await other.apply("shop.yaml", documents(Service(ORDERS, timeout_ms=timeout_ms)))
    await store._compact()
    store._feed._batches.clear()  # as after a restart: only the log is left

    lagging.begin.set()

    snapshot, what = await following(changes)
    assert what == {ORDERS_KEY, Key("Service", "default/web")}
    assert snapshot == other.snapshot
    assert (await behind.apply("shop.yaml", documents(Service(ORDERS)))).revision == 5
    await behind.close()
    await other.close()
    await store.close()


async def test_an_entry_that_cannot_be_read_ends_the_registry_loudly(
    registry: Registry, store: SQLiteStore
):
    changes = registry.changes()
    await following(changes)
    waiting = asyncio.ensure_future(following(changes))

    await store.put("documents/Service/default/orders", b"not a document")

    with pytest.raises(Unreadable):
        await waiting
    with pytest.raises(Unreadable):
        await registry.apply("shop.yaml", documents(Service(WEB)))


async def test_instances_that_cannot_be_read_are_forgotten_and_reported_anew(store: SQLiteStore):
    former = await store.grant(60)
    await store.put("instances/default/orders/orders-1", b'{"port": "none"}', lease=former)
    await store.put("instances/odd", b"{}", lease=former)
    made = Registry(store)

    await made.start()
    lease = await made.join("laptop", 60)
    await made.put_instances(lease, "laptop", [running(1)])

    assert [each.id for each in made.snapshot.instances[ORDERS]] == ["orders-1"]
    assert len((await store.list("instances/")).entries) == 1
    await made.close()
