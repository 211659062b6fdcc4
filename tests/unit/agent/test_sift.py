from weft.agent.sift import Sieve
from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, Resource, Resources
from weft.model.document import Key

ORDERS = Key("Service", "default/orders")


def resource(type_url, name, version="1"):
    return Resource(type_url, name, version.encode(), version, (ORDERS,))


def resources(*found):
    return Resources.collect(found)


CLUSTER = resource(CLUSTERS, "out/default/orders")
LISTENER = resource(LISTENERS, "out")
ENDPOINT = resource(ENDPOINTS, "out/default/orders")


def test_clusters_listeners_and_routes_are_judged_before_they_go_out():
    sieve, wanted = Sieve(), resources(CLUSTER, LISTENER, ENDPOINT)

    assert sieve.undecided(wanted) == (CLUSTER, LISTENER)
    assert set(sieve.passed(wanted)) == {ENDPOINT}


def test_what_was_judged_good_goes_out_and_is_not_judged_again():
    sieve, wanted = Sieve(), resources(CLUSTER, LISTENER, ENDPOINT)

    sieve.judge(wanted, {}, 1.0)

    assert sieve.undecided(wanted) == ()
    assert set(sieve.passed(wanted)) == set(wanted)


def test_a_refused_version_keeps_the_last_good_one_and_harms_nothing_else():
    sieve = Sieve()
    sieve.judge(resources(CLUSTER, LISTENER), {}, 1.0)
    sieve.passed(resources(CLUSTER, LISTENER))
    worse, newer = resource(CLUSTERS, CLUSTER.name, "2"), resource(LISTENERS, "out", "2")
    wanted = resources(worse, newer)

    sieve.judge(wanted, {(CLUSTERS, CLUSTER.name): "ring too small"}, 2.0)

    assert set(sieve.passed(wanted)) == {CLUSTER, newer}
    assert sieve.undecided(wanted) == ()


def test_a_refusal_names_the_resource_its_documents_and_envoys_reason():
    sieve = Sieve()
    wanted = resources(CLUSTER)
    sieve.judge(wanted, {(CLUSTERS, CLUSTER.name): "ring too small"}, 2.0)
    sieve.judge(wanted, {(CLUSTERS, CLUSTER.name): "ring too small"}, 3.0)

    (refusal,) = sieve.refusals("default.web", wanted)

    assert refusal.workload == "default.web"
    assert refusal.resource == "cluster out/default/orders"
    assert refusal.error == "ring too small"
    assert refusal.documents == (ORDERS,)
    assert refusal.since == 2.0


def test_a_refusal_ends_with_a_better_version_or_with_the_resource():
    sieve = Sieve()
    sieve.judge(resources(CLUSTER), {(CLUSTERS, CLUSTER.name): "bad"}, 1.0)

    better = resources(resource(CLUSTERS, CLUSTER.name, "2"))
    sieve.judge(better, {}, 2.0)
    assert sieve.refusals("w", better) == ()

    sieve.judge(resources(CLUSTER), {(CLUSTERS, CLUSTER.name): "bad"}, 3.0)
    assert sieve.refusals("w", resources()) == ()


def test_verdicts_are_forgotten_with_what_they_were_about():
    sieve = Sieve()
    sieve.judge(resources(CLUSTER, LISTENER), {(CLUSTERS, CLUSTER.name): "bad"}, 1.0)

    sieve.forget(resources(LISTENER))

    assert sieve.undecided(resources(CLUSTER, LISTENER)) == (CLUSTER,)


def test_while_something_is_held_back_the_clusters_that_it_may_need_stay():
    sieve, before = Sieve(), resources(CLUSTER, LISTENER, ENDPOINT)
    sieve.judge(before, {}, 1.0)
    sieve.passed(before)
    after = resources(resource(LISTENERS, "out", "2"))

    assert set(sieve.passed(after)) == set(before)
    sieve.judge(after, {}, 2.0)
    assert set(sieve.passed(after)) == set(after)


def test_what_is_explained_by_a_document_that_is_held_back_is_not_told_twice():
    sieve = Sieve()
    route = Key("Route", "default/orders")
    wanted = resources(Resource(CLUSTERS, "c", b"", "1", (route, ORDERS)))
    sieve.judge(wanted, {(CLUSTERS, "c"): "bad"}, 1.0)

    assert sieve.refusals("w", wanted)[0].documents == (route, ORDERS)
    assert sieve.refusals("w", wanted, {route}) == ()


def test_what_envoy_itself_says_counts():
    sieve, wanted = Sieve(), resources(LISTENER)
    sieve.judge(wanted, {}, 1.0)

    sieve.refuse(LISTENERS, "out", "1", "cannot bind", 2.0)
    assert [r.error for r in sieve.refusals("w", wanted)] == ["cannot bind"]
    sieve.accept(LISTENERS, "out", "0")
    assert sieve.refusals("w", wanted)
    sieve.accept(LISTENERS, "out", "1")
    assert not sieve.refusals("w", wanted)
