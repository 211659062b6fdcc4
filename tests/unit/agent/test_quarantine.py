from weft.agent.quarantine import Quarantine, blamed
from weft.compile.resources import CLUSTERS, ROUTES, Resource, Resources
from weft.model.catalog import Service
from weft.model.document import Document, Key
from weft.model.gateway import Route
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.model.traffic import Rule, Split

ORDERS, STOCK = Name("orders"), Name("stock")
ROUTE = Key("Route", ORDERS.key)


def route(to):
    return Document(Route(ORDERS, (Rule((Split(Target(Name(to))),)),)))


def snapshot(*documents):
    return Snapshot(documents={document.key: document for document in documents})


def resource(type_url, name, *sources):
    return Resource(type_url, name, b"", "1", sources)


SERVICES = (Document(Service(ORDERS)), Document(Service(STOCK)))
SOUND = snapshot(*SERVICES, route("stock"))
BROKEN = snapshot(*SERVICES, route("elsewhere"))


def test_a_document_is_blamed_if_everything_that_comes_from_it_is_refused():
    orders, stock = (Key("Service", name.key) for name in (ORDERS, STOCK))
    wanted = Resources.collect(
        [
            resource(CLUSTERS, "out/default/orders", orders),
            resource(ROUTES, "out", ROUTE, orders, stock),
            resource(ROUTES, "out/default/orders", ROUTE, orders),
            resource(ROUTES, "out/default/stock", stock),
        ]
    )

    assert blamed(wanted, {(ROUTES, "out"), (ROUTES, "out/default/orders")}) == {ROUTE}
    assert blamed(wanted, set()) == frozenset()


def test_a_refusal_that_another_explains_blames_nobody_else():
    stock_route = Key("Route", STOCK.key)
    wanted = Resources.collect(
        [
            resource(ROUTES, "out", ROUTE, stock_route),
            resource(ROUTES, "out/default/orders", ROUTE),
        ]
    )

    assert blamed(wanted, {(ROUTES, "out"), (ROUTES, "out/default/orders")}) == {ROUTE}
    assert blamed(wanted, {(ROUTES, "out")}) == {stock_route}


def test_a_refused_document_gives_way_to_its_last_good_version():
    quarantine = Quarantine()
    quarantine.took(SOUND)

    quarantine.hold(BROKEN, {ROUTE})

    assert quarantine.healed(BROKEN).documents == SOUND.documents


def test_a_refused_document_that_was_never_good_counts_as_absent():
    quarantine = Quarantine()

    quarantine.hold(BROKEN, {ROUTE})

    assert quarantine.healed(BROKEN).documents == snapshot(*SERVICES).documents


def test_a_changed_document_is_given_a_try():
    quarantine = Quarantine()
    quarantine.hold(BROKEN, {ROUTE})

    assert quarantine.healed(SOUND) is SOUND
    assert quarantine.healed(BROKEN) is BROKEN, "it is judged anew after that"


def test_other_documents_go_on_changing():
    quarantine = Quarantine()
    quarantine.took(SOUND)
    quarantine.hold(BROKEN, {ROUTE})
    changed = Document(Service(STOCK, description="new"))

    healed = quarantine.healed(BROKEN.with_document(changed, 2))

    assert healed.documents[changed.key] == changed
    assert healed.documents[ROUTE] == SOUND.documents[ROUTE]
