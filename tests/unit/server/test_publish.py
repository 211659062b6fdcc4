"""What agents should hold."""

from weft.api.agent import DOCUMENTS, INSTANCES, TRUST, Trust
from weft.model.catalog import Instance, Service
from weft.model.document import Document, Key
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.wire import decode
from weft.registry.fold import changed, names
from weft.server.publish import Publisher
from weft.xds.feed import Feed

ORDERS = Document(Service(Name("orders")))
ONE = Instance(Name("orders"), "orders-1", "127.0.0.1", 1)
BEFORE = Snapshot().with_document(ORDERS, 1).with_instance(ONE, 2)


def published(*snapshots: Snapshot) -> Feed:
    feed, last = Feed(), Snapshot()
    publisher = Publisher(feed, "PEM")
    for snapshot in snapshots:
        publisher.publish(snapshot, changed(last, snapshot))
        last = snapshot
    return feed


def test_nothing_is_held_before_something_is_published():
    assert Feed().targets is None


def test_an_empty_mesh_is_published_as_one_that_is_known_to_be_empty():
    targets = published(Snapshot()).targets

    assert targets
    assert (targets[DOCUMENTS], targets[INSTANCES]) == ({}, {})
    assert decode(targets[TRUST]["trust"].body, Trust) == Trust("PEM")


def test_documents_and_instances_go_by_their_names():
    targets = published(BEFORE).targets

    assert targets
    assert decode(targets[DOCUMENTS]["Service/default/orders"].body, Document) == ORDERS
    assert decode(targets[INSTANCES]["default/orders/orders-1"].body, Instance) == ONE


def test_what_did_not_change_is_the_same_object():
    feed = Feed()
    publisher = Publisher(feed, "PEM")
    publisher.publish(BEFORE, names(BEFORE))
    first = feed.targets
    cart = Document(Service(Name("cart")))

    publisher.publish(BEFORE.with_document(cart, 3), frozenset({cart.key}))

    assert first
    assert feed.targets
    assert feed.targets[INSTANCES] is first[INSTANCES]
    assert feed.targets[DOCUMENTS].keys() - first[DOCUMENTS].keys() == {"Service/default/cart"}


def test_what_is_gone_is_gone():
    after = BEFORE.without_instance(ONE.service, ONE.id, 3).without_document(ORDERS.key, 4)

    targets = published(BEFORE, after).targets

    assert targets
    assert (targets[DOCUMENTS], targets[INSTANCES]) == ({}, {})


def test_versions_are_those_of_the_content_and_the_same_in_every_process():
    one, other = published(BEFORE).targets, published(Snapshot(), BEFORE).targets

    assert one == other
    assert names(BEFORE) == {Key("Service", "default/orders"), "default/orders/orders-1"}
