import json

import pytest

from weft.agent.replica import Replica, UpdateRefused, overlaid
from weft.api.agent import DOCUMENTS, INSTANCES, TRUST, Trust
from weft.model import wire
from weft.model.catalog import Health, Instance, Service
from weft.model.document import Document, Mesh
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.xds.session import Entry

NOTHING = frozenset()


def entry(value):
    body = wire.encode(value)
    return Entry(wire.version_of(body), body)


def documents(*specs):
    found = [Document(spec, "test") for spec in specs]
    return {str(document.key): entry(document) for document in found}


def instance(id, health=Health.HEALTHY, host="here"):
    return Instance(
        service=Name("web"), id=id, address="127.0.0.1", port=1, host=host, health=health
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "replica.json"


def filled(path):
    replica = Replica(path)
    replica.update(DOCUMENTS, documents(Mesh("shop"), Service(name=Name("web"))), NOTHING)
    replica.update(TRUST, {"trust": entry(Trust("ROOTS"))}, NOTHING)
    replica.update(INSTANCES, {"default/web/web-1": entry(instance("web-1"))}, NOTHING)
    return replica


def test_there_is_no_snapshot_before_every_type_was_answered(path):
    replica = Replica(path)

    assert not replica.update(DOCUMENTS, documents(Mesh("shop")), NOTHING)
    assert not replica.update(TRUST, {}, NOTHING)
    assert replica.snapshot is None
    assert replica.update(INSTANCES, {}, NOTHING)
    assert replica.snapshot.mesh == Mesh("shop")


def test_there_is_no_snapshot_before_the_mesh_is_known(path):
    replica = Replica(path)
    for kind in (DOCUMENTS, TRUST, INSTANCES):
        replica.update(kind, {}, NOTHING)

    assert replica.snapshot is None


def test_updates_are_folded_into_the_snapshot(path):
    replica = filled(path)

    replica.update(
        INSTANCES, {"default/web/web-2": entry(instance("web-2"))}, {"default/web/web-1"}
    )
    replica.update(DOCUMENTS, {}, frozenset({"Service/default/web"}))

    assert [i.id for i in replica.snapshot.instances[Name("web")]] == ["web-2"]
    assert replica.snapshot.services == ()
    assert replica.roots_pem == "ROOTS"


def test_an_answer_that_changes_nothing_is_no_change(path):
    assert not filled(path).update(DOCUMENTS, {}, NOTHING)


def test_a_server_that_lost_its_store_takes_nothing_down(path):
    replica = filled(path)

    everything = frozenset({"Mesh/mesh", "Service/default/web"})
    assert not replica.update(DOCUMENTS, {}, everything)
    assert replica.snapshot.service(Name("web")) is not None
    assert replica.spelled(0.0) == b""

    assert replica.update(DOCUMENTS, documents(Mesh("shop")), NOTHING)
    assert replica.snapshot.service(Name("web")) is None


def test_what_cannot_be_read_is_refused_and_nothing_of_it_taken_over(path):
    replica = filled(path)
    before = replica.snapshot
    update = {**documents(Service(name=Name("new"))), "Service/default/bad": Entry("1", b"{")}

    with pytest.raises(UpdateRefused, match="Service/default/bad cannot be read"):
        replica.update(DOCUMENTS, update, NOTHING)

    assert replica.snapshot is before


def test_the_next_agent_starts_from_what_was_saved(path):
    replica = filled(path)
    replica.save(replica.spelled(1.0))

    again = Replica(path)

    assert again.from_cache
    assert again.snapshot.documents == replica.snapshot.documents
    assert again.snapshot.instances == replica.snapshot.instances
    assert again.held == replica.held
    assert again.roots_pem == "ROOTS"
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json", None])
def test_a_damaged_cache_is_no_cache(path, damage):
    replica = filled(path)
    replica.save(replica.spelled(1.0))
    if damage is None:
        text = json.loads(path.read_bytes())
        text["held"]["saved_at"] = 2.0
        damage = json.dumps(text).encode()
    path.write_bytes(damage)

    again = Replica(path)

    assert again.snapshot is None
    assert not again.from_cache
    assert again.held == {kind: {} for kind in (DOCUMENTS, INSTANCES, TRUST)}


def test_a_host_knows_its_own_instances_best():
    snapshot = (
        Snapshot()
        .with_instance(instance("web-1", Health.HEALTHY), 1)
        .with_instance(instance("web-9", host="there"), 2)
        .with_instance(instance("web-2"), 3)
    )

    seen = overlaid(snapshot, "here", [instance("web-1", Health.UNHEALTHY), instance("web-3")])

    found = seen.instances[Name("web")]
    assert [(i.id, i.health) for i in found] == [
        ("web-1", Health.UNHEALTHY),
        ("web-3", Health.HEALTHY),
        ("web-9", Health.HEALTHY),
    ]
