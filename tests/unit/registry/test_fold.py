"""Snapshots follow the store, share what did not change, and name what did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.model.catalog import Health, Instance, Service
from weft.model.document import Document, Key, Mesh
from weft.model.gateway import Route
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.wire import encode
from weft.registry.fold import (
    Unreadable,
    changed,
    document_key,
    folded,
    instance_key,
    loaded,
    names,
)
from weft.store.base import Batch, Change, Entry, Listing

ORDERS, WEB = Name("orders"), Name("web", "team")


def put(key: str, value: bytes, revision: int) -> Change:
    return Change(key, Entry(key, value, revision, revision))


def document(spec, revision: int = 1) -> Change:
    made = Document(spec, "shop.yaml")
    return put(document_key(made.key), encode(made), revision)


def instance(made: Instance, revision: int = 1) -> Change:
    return put(instance_key(made), encode(made), revision)


def running(service: Name, id: str, **fields) -> Instance:
    return Instance(service, id, "127.0.0.1", 15000, **fields)


def test_documents_and_instances_of_one_revision_arrive_together():
    one = running(ORDERS, "orders-1")
    batch = Batch(7, 0, (document(Service(ORDERS)), instance(one), document(Mesh("shop"))))

    snapshot, what = folded(Snapshot(), batch)

    assert snapshot.revision == 7
    assert snapshot.service(ORDERS) == Service(ORDERS)
    assert snapshot.mesh == Mesh("shop")
    assert snapshot.instances == {ORDERS: (one,)}
    assert what == {
        Key("Service", "default/orders"),
        Key("Mesh", "mesh"),
        "default/orders/orders-1",
    }


def test_instances_are_in_id_order_and_the_last_one_takes_its_service_along():
    two, one = running(WEB, "web-2"), running(WEB, "web-1")
    snapshot, _ = folded(Snapshot(), Batch(1, 0, (instance(two), instance(one))))
    assert snapshot.instances[WEB] == (one, two)

    gone = tuple(Change(instance_key(i), None) for i in (one, two))
    after, what = folded(snapshot, Batch(2, 0, gone))

    assert after.instances == {}
    assert what == {"team/web/web-1", "team/web/web-2"}


def test_what_did_not_change_is_shared():
    before, _ = folded(
        Snapshot(), Batch(1, 0, (document(Service(ORDERS)), instance(running(WEB, "web-1"))))
    )

    by_instance, _ = folded(before, Batch(2, 0, (instance(running(ORDERS, "orders-1"), 2),)))
    by_document, _ = folded(before, Batch(2, 0, (document(Service(WEB), 2),)))

    assert by_instance.documents is before.documents
    assert by_instance.instances[WEB] is before.instances[WEB]
    assert by_document.instances is before.instances
    assert before.revision == 1


def test_what_was_written_again_as_it_was_is_not_named():
    one = instance(running(ORDERS, "orders-1"))
    before, _ = folded(Snapshot(), Batch(1, 0, (one,)))

    after, what = folded(before, Batch(2, 0, (one, Change("documents/Route/default/x", None))))

    assert after.revision == 2
    assert what == frozenset()


def test_a_change_of_health_names_the_one_instance():
    group = (instance(running(ORDERS, "orders-1")), instance(running(ORDERS, "orders-2")))
    before, _ = folded(Snapshot(), Batch(1, 0, group))
    ill = running(ORDERS, "orders-2", health=Health.UNHEALTHY)

    _, what = folded(before, Batch(2, 0, (instance(ill),)))

    assert what == {"default/orders/orders-2"}


def test_a_foreign_key_moves_the_revision_and_nothing_else():
    before, _ = folded(Snapshot(), Batch(1, 0, (document(Service(ORDERS)),)))

    after, what = folded(before, Batch(2, 0, (put("else/where", b"?", 2),)))

    assert (after.revision, what) == (2, frozenset())
    assert after.documents is before.documents


def test_an_entry_that_cannot_be_read_is_named():
    with pytest.raises(Unreadable, match="documents/Service/default/orders"):
        folded(Snapshot(), Batch(1, 0, (put("documents/Service/default/orders", b"{", 1),)))


def test_after_a_listing_only_the_difference_is_named():
    before, _ = folded(
        Snapshot(),
        Batch(1, 0, (document(Service(ORDERS)), instance(running(ORDERS, "orders-1")))),
    )
    kept = document(Service(ORDERS))
    after = loaded(Listing(9, tuple(c.entry for c in (kept, document(Service(WEB), 9)) if c.entry)))

    assert after.revision == 9
    assert changed(before, after) == {Key("Service", "team/web"), "default/orders/orders-1"}
    assert names(after) == {Key("Service", "default/orders"), Key("Service", "team/web")}


SPECS = st.sampled_from([Service(ORDERS), Service(ORDERS, timeout_ms=5), Service(WEB), Mesh("m")])
DOCUMENTS = st.builds(document, SPECS)
INSTANCES = st.builds(
    lambda service, number, weight: instance(running(service, f"i-{number}", weight=weight)),
    st.sampled_from([ORDERS, WEB]),
    st.integers(1, 3),
    st.integers(1, 2),
)
PUTS = DOCUMENTS | INSTANCES
CHANGES = PUTS | PUTS.map(lambda change: Change(change.key, None))
BATCHES = st.lists(st.lists(CHANGES, max_size=4, unique_by=lambda change: change.key), max_size=12)


@given(BATCHES)
def test_folding_any_history_ends_where_loading_its_result_does(history):
    snapshot, entries = Snapshot(), {}
    for revision, changes in enumerate(history, 1):
        before = snapshot
        snapshot, what = folded(snapshot, Batch(revision, 0, tuple(changes)))
        assert what == changed(before, snapshot)
        for change in changes:
            entries.pop(change.key, None)
            if change.entry:
                entries[change.key] = change.entry
    in_order = tuple(entry for _, entry in sorted(entries.items()))

    assert snapshot == loaded(Listing(len(history), in_order))


def test_a_route_is_found_under_its_service():
    route = Route(ORDERS, ())

    snapshot, _ = folded(Snapshot(), Batch(1, 0, (document(route),)))

    assert snapshot.route(ORDERS) == route
