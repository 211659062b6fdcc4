from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from weft.agent.plan import (
    Copy,
    CopyId,
    Start,
    Stop,
    awaited,
    callees,
    launch_of,
    plan,
    stop_waves,
)
from weft.model.catalog import Callee, Health, Instance, Probe, Run, Service
from weft.model.document import Document
from weft.model.names import Name
from weft.model.snapshot import Snapshot

WEB, ORDERS, CACHE = Name("web"), Name("orders"), Name("cache")


def snapshot(*specs, instances=()):
    found = Snapshot()
    for spec in specs:
        found = found.with_document(Document(spec), 1)
    for instance in instances:
        found = found.with_instance(instance, 1)
    return found


def run(instances=1, **more):
    return Run(service=WEB, command=("python", "web.py"), instances=instances, **more)


def copy(number, launch, *, serving=True, leaving=False, version=""):
    return Copy(CopyId(WEB, version, number), launch, serving=serving, leaving=leaving)


def planned(run, *copies):
    return plan(snapshot(run), copies)


def fresh(run):
    return launch_of(run, snapshot(run))


def starts(*numbers, launch):
    return tuple(Start(CopyId(WEB, "", number), launch) for number in numbers)


def stops(*numbers):
    return tuple(Stop(CopyId(WEB, "", number)) for number in numbers)


def test_copies_are_called_by_service_version_and_number():
    assert str(CopyId(ORDERS, "v1", 2)) == "orders-v1-2"
    assert str(CopyId(WEB, "", 1)) == "web-1"


def test_missing_copies_are_started_from_the_lowest_number():
    wanted = run(3)

    steps = planned(wanted, copy(2, fresh(wanted)))

    assert steps == starts(1, 3, launch=fresh(wanted))


def test_scaling_down_ends_the_highest_numbers():
    wanted = run(1)
    known = fresh(wanted)

    assert planned(wanted, copy(1, known), copy(2, known), copy(3, known)) == stops(3, 2)


def test_copies_of_a_run_that_is_gone_are_ended():
    assert plan(snapshot(), [copy(1, "x"), copy(2, "x", leaving=True)]) == stops(1)


def test_a_number_is_not_given_again_before_its_copy_is_gone():
    wanted = run(1)

    assert planned(wanted, copy(1, fresh(wanted), leaving=True)) == ()


def test_the_successor_of_a_single_copy_comes_first():
    wanted = run(1)
    new = fresh(wanted)

    assert planned(wanted, copy(1, "old")) == starts(2, launch=new)
    assert planned(wanted, copy(1, "old"), copy(2, new, serving=False)) == ()
    assert planned(wanted, copy(1, "old"), copy(2, new)) == stops(1)
    assert planned(wanted, copy(2, new)) == ()


def test_a_single_copy_on_a_fixed_port_is_ended_first():
    wanted = run(1, port=8000)

    assert planned(wanted, copy(1, "old")) == stops(1)


def test_of_several_copies_one_after_another_is_replaced_in_its_place():
    wanted = run(2)
    new = fresh(wanted)

    assert planned(wanted, copy(1, "old"), copy(2, "old")) == stops(1)
    assert planned(wanted, copy(1, "old", leaving=True), copy(2, "old")) == ()
    assert planned(wanted, copy(2, "old")) == starts(1, launch=new)
    assert planned(wanted, copy(1, new, serving=False), copy(2, "old")) == ()
    assert planned(wanted, copy(1, new), copy(2, "old")) == stops(2)


def test_a_stale_copy_that_serves_nobody_is_replaced_at_once():
    wanted = run(2)

    assert planned(wanted, copy(1, "old", serving=False), copy(2, "old")) == stops(1)


def test_a_stale_copy_stays_while_scaling_down_would_leave_nobody_serving():
    wanted = run(1)
    new = fresh(wanted)

    assert planned(wanted, copy(1, "old"), copy(2, new, serving=False)) == ()


def test_what_needs_no_new_process_changes_no_launch():
    one = run()
    same = replace(
        one,
        weight=5,
        labels=(("a", "b"),),
        probe=Probe(kind="http"),
        instances=7,
        start_after=(CACHE,),
    )

    assert fresh(one) == fresh(same)


def test_a_restart_or_another_environment_is_another_launch():
    assert len({fresh(run()), fresh(run(restarts=1)), fresh(run(env=(("A", "1"),)))}) == 3


def test_declared_calls_are_part_of_a_launch_and_undeclared_ones_are_not():
    def launch(calls, *others):
        service = Service(name=WEB, calls=calls)
        return launch_of(run(), snapshot(run(), service, *others))

    assert launch(None) == launch(None, Service(name=ORDERS))
    assert launch(()) != launch((Callee(ORDERS),))


def test_a_run_waits_for_what_it_starts_after():
    waiting = run(start_after=(CACHE,))

    def cache(health):
        return Instance(service=CACHE, id="cache-1", address="127.0.0.1", port=1, health=health)

    assert awaited(waiting, snapshot()) == (CACHE,)
    assert awaited(waiting, snapshot(instances=[cache(Health.UNHEALTHY)])) == (CACHE,)
    assert awaited(waiting, snapshot(instances=[cache(Health.DEGRADED)])) == ()


def test_undeclared_calls_mean_every_other_service():
    known = snapshot(Service(name=WEB), Service(name=ORDERS), Service(name=CACHE))

    assert callees(Service(name=WEB), known) == (Callee(CACHE), Callee(ORDERS))
    declared = Service(name=WEB, calls=(Callee(ORDERS), Callee(CACHE, 6379)))
    assert callees(declared, known) == (Callee(CACHE, 6379), Callee(ORDERS))


def test_dependants_stop_before_what_they_need_and_a_circle_stops_at_once():
    known = snapshot(
        Service(name=WEB, calls=(Callee(ORDERS),)),
        Service(name=ORDERS, calls=()),
        Run(service=ORDERS, command=("x",), start_after=(CACHE,)),
    )
    circle = snapshot(
        Service(name=WEB, calls=(Callee(ORDERS),)), Service(name=ORDERS, calls=(Callee(WEB),))
    )

    assert stop_waves(known, [CACHE, ORDERS, WEB]) == ((WEB,), (ORDERS,), (CACHE,))
    assert stop_waves(circle, [ORDERS, WEB]) == ((ORDERS, WEB),)


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 2), st.booleans(), st.booleans()),
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_whatever_was_asked_before_the_last_request_is_reached(requests, random):
    """A world that carries out steps late and in any order ends at the last run, all serving."""
    world = {}
    for instances, restarts, fixed, _ in requests:
        wanted = run(instances, restarts=restarts, port=8000 if fixed else None)
        for _ in range(random.randint(0, 6)):
            world = _moved(world, wanted, random)

    wanted = run(instances, restarts=restarts)
    for turn in range(120):
        world = _moved(world, wanted, random, turn)

    assert len(world) == instances
    assert all(c.launch == fresh(wanted) and c.serving for c in world.values())
    assert plan(snapshot(wanted), world.values()) == ()


@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_a_rolling_restart_never_has_more_than_one_serving_copy_away(instances, random):
    before, wanted = run(instances), run(instances, restarts=1)
    world = {
        CopyId(WEB, "", number): copy(number, fresh(before)) for number in range(1, instances + 1)
    }
    for turn in range(120):
        world = _moved(world, wanted, random, turn)
        assert sum(c.serving for c in world.values()) >= max(1, instances - 1)

    assert all(c.launch == fresh(wanted) for c in world.values())


def _moved(world, wanted, random, turn=None):
    """The world after the plan's steps and one thing that happens by itself.

    In a calm world (*turn*), all copies have their turns, and what is started serves.
    """
    world = dict(world)
    for step in plan(snapshot(wanted), world.values()):
        known = world.get(step.id)
        if isinstance(step, Start):
            assert known is None
            world[step.id] = Copy(step.id, step.launch)
        else:
            assert not known.leaving
            world[step.id] = Copy(step.id, known.launch, leaving=True)
    if world:
        order = sorted(world)
        one = random.choice(order) if turn is None else order[turn % len(order)]
        if world[one].leaving:
            del world[one]
        else:
            serving = turn is not None or random.random() < 0.7
            world[one] = Copy(one, world[one].launch, serving=serving)
    return world
