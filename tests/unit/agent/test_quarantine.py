import pytest

from weft.agent.quarantine import Part, Quarantine
from weft.compile.resources import CLUSTERS, ROUTES, Resource, Resources
from weft.model.catalog import Service
from weft.model.document import Document, Key
from weft.model.gateway import Gateway, Route
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.model.traffic import Match, PathMatch, Rule, Split

ORDERS, STOCK = Name("orders"), Name("stock")
ROUTE, SERVICE = Key("Route", ORDERS.key), Key("Service", ORDERS.key)
GATEWAY = Key("Gateway", "default/public")


def to(name, path="/"):
    return Rule((Split(Target(Name(name))),), Match(path=PathMatch("prefix", path)))


def route(name):
    return Document(Route(ORDERS, (to(name),)))


def gateway(*rules):
    return Document(Gateway(Name("public"), "127.0.0.1", 8080, rules))


def snapshot(*documents):
    return Snapshot(documents={document.key: document for document in documents})


def resources(*names, kind=ROUTES, version="1"):
    sources = (ROUTE, SERVICE, Key("Service", STOCK.key))
    return Resources.collect(Resource(kind, name, b"", version, sources) for name in names)


def hold(quarantine, found, *parts, now=1.0, **more):
    quarantine.hold(
        found, dict.fromkeys(parts, "no"), {p.key: "routes out" for p in parts}, now, **more
    )


ALLOWED = Document(Service(ORDERS, allow=(STOCK,), timeout_ms=7))
SERVICES = (ALLOWED, Document(Service(STOCK)))
SOUND = snapshot(*SERVICES, route("stock"))
BROKEN = snapshot(*SERVICES, route("elsewhere"))


@pytest.fixture
def quarantine():
    return Quarantine()


@pytest.fixture
def experienced(quarantine):
    quarantine.took(SOUND, resources("out"), ())
    return quarantine


def test_while_nothing_is_held_the_snapshot_is_itself(quarantine):
    cured = quarantine.cured(SOUND)

    assert cured.restored is SOUND
    assert cured.reduced is SOUND


def test_the_last_good_document_stands_in_for_a_refused_one(experienced):
    hold(experienced, BROKEN, Part(ROUTE))

    assert experienced.cured(BROKEN).restored.documents == SOUND.documents
    assert experienced.cured(BROKEN).reduced.documents == SOUND.documents
    assert experienced.stand_ins == {ROUTE: SOUND.documents[ROUTE]}


def test_what_an_earlier_agent_knew_to_be_good_stands_in_too(experienced):
    hold(experienced, BROKEN, Part(ROUTE))
    successor = Quarantine(good=dict(experienced.stand_ins))

    hold(successor, BROKEN, Part(ROUTE))

    assert successor.cured(BROKEN).restored.documents == SOUND.documents


def test_a_route_that_was_never_good_is_absent_from_routes_only(quarantine):
    hold(quarantine, BROKEN, Part(ROUTE))
    cured = quarantine.cured(BROKEN)

    assert cured.restored.documents == BROKEN.documents
    assert cured.reduced.documents == snapshot(*SERVICES).documents
    assert quarantine.stand_ins == {}


def test_a_service_that_was_never_good_has_no_rules_and_keeps_its_guards(quarantine):
    hold(quarantine, SOUND, Part(SERVICE))
    cured = quarantine.cured(SOUND)

    assert cured.restored.service(ORDERS) == ALLOWED.spec
    assert cured.reduced.service(ORDERS) == Service(ORDERS)
    assert cured.reduced.route(ORDERS) == Route(ORDERS, (Rule(to=()),))


def test_a_suspected_service_keeps_its_rules(quarantine):
    reduced = quarantine.cured(SOUND, [Part(SERVICE)]).reduced

    assert reduced.service(ORDERS) == Service(ORDERS)
    assert reduced.route(ORDERS) == SOUND.route(ORDERS)


def test_rules_of_a_gateway_are_answered_for_or_gone_the_others_stay(quarantine):
    a, b, c = to("stock", "/a"), to("stock", "/b"), to("orders", "/c")
    found = snapshot(*SERVICES, gateway(a, b, c))
    hold(quarantine, found, Part(GATEWAY, 1), Part(GATEWAY, 2, gone=True))

    answered = Rule(to=(), match=a.match)
    assert quarantine.cured(found).reduced.documents[GATEWAY] == gateway(answered, c)
    hold(quarantine, found, Part(SERVICE))
    unusable = Rule(to=(), match=c.match)
    assert quarantine.cured(found).reduced.documents[GATEWAY] == gateway(answered, unusable)


def test_a_gateway_is_put_back_by_rules_until_it_was_good_once(quarantine):
    good, bad = snapshot(gateway(to("stock"))), snapshot(gateway(to("stock"), to("orders")))
    assert quarantine.parts([GATEWAY], bad, gone=True) == (
        Part(GATEWAY, 1, gone=True),
        Part(GATEWAY, 2, gone=True),
    )

    quarantine.good = dict(good.documents)
    assert quarantine.parts([GATEWAY], bad, gone=True) == (Part(GATEWAY),)


def test_who_is_held_already_is_no_suspect(quarantine):
    hold(quarantine, BROKEN, Part(ROUTE))

    assert quarantine.parts([ROUTE, SERVICE], BROKEN, gone=False) == (Part(SERVICE),)


def test_a_changed_document_is_given_a_try(experienced):
    hold(experienced, BROKEN, Part(ROUTE))

    experienced.follow(SOUND)

    assert experienced.held == {}


def test_other_documents_go_on_changing(experienced):
    hold(experienced, BROKEN, Part(ROUTE))
    changed = Document(Service(STOCK, description="new"))
    later = BROKEN.with_document(changed, 2)
    experienced.follow(later)

    restored = experienced.cured(later).restored

    assert restored.documents[changed.key] == changed
    assert restored.documents[ROUTE] == SOUND.documents[ROUTE]


def test_nothing_is_learned_of_documents_behind_a_refusal(quarantine):
    quarantine.took(SOUND, resources("out", "in"), {(ROUTES, "out")})

    assert quarantine.good == {}


def test_what_the_validator_takes_after_all_is_released_but_not_what_envoy_refused(quarantine):
    hold(quarantine, BROKEN, Part(ROUTE))
    hold(quarantine, BROKEN, Part(SERVICE), by_envoy=True)

    quarantine.release()

    assert quarantine.held.keys() == {SERVICE}


def test_what_only_envoy_refuses_is_blamed_on_what_changed_since(quarantine):
    quarantine.sends(SOUND, resources("out", version="1"))
    quarantine.took(SOUND, resources("out"), ())
    quarantine.sends(BROKEN, resources("out", version="2"))
    quarantine.took(BROKEN, resources("out"), ())

    assert quarantine.bounced(BROKEN, (ROUTES, "out"), "2") == {Part(ROUTE)}
    hold(quarantine, BROKEN, Part(ROUTE), by_envoy=True)
    assert quarantine.cured(BROKEN).restored.documents == SOUND.documents


def test_where_no_earlier_version_is_known_envoys_refusal_blames_nobody(quarantine):
    quarantine.sends(BROKEN, resources("out", version="1"))

    assert quarantine.bounced(BROKEN, (ROUTES, "out"), "1") == frozenset()
    assert quarantine.bounced(BROKEN, (ROUTES, "out"), "0") == frozenset()
    assert quarantine.bounced(BROKEN, (CLUSTERS, "none"), "1") == frozenset()


def test_envoys_refusal_of_an_older_document_does_not_hold_its_successor(quarantine):
    quarantine.sends(SOUND, resources("out", version="1"))
    quarantine.sends(BROKEN, resources("out", version="2"))
    mended = BROKEN.with_document(route("orders"), 3)

    assert quarantine.bounced(mended, (ROUTES, "out"), "2") == frozenset()


def test_a_refusal_names_the_document_its_resource_and_since_when(quarantine):
    hold(quarantine, BROKEN, Part(ROUTE), now=5.0)
    hold(quarantine, BROKEN, Part(ROUTE), now=9.0)

    (refusal,) = quarantine.refusals("default.web")

    assert (refusal.workload, refusal.resource, refusal.error) == (
        "default.web",
        "routes out",
        "no",
    )
    assert refusal.documents == (ROUTE,)
    assert refusal.since == 5.0


def test_two_documents_that_spoil_one_resource_are_one_refusal_that_names_both(quarantine):
    hold(quarantine, BROKEN, Part(ROUTE), now=5.0)
    hold(quarantine, BROKEN, Part(SERVICE), now=4.0)

    (refusal,) = quarantine.refusals("w")

    assert refusal.documents == (ROUTE, SERVICE)
    assert (refusal.error, refusal.since) == ("no", 4.0)
