from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.agent import diagram
from weft.agent.supervise import (
    ALIVE,
    TABLE,
    Adopted,
    Command,
    Drained,
    Exited,
    Leave,
    Life,
    Permitted,
    Ready,
    Renew,
    State,
    Tick,
    backoff_s,
    step,
)
from weft.model.catalog import Restart, Stop

DIED = Exited("killed by signal 9 (SIGKILL)")


def lived(*events, life=None, now=0.0):
    """The life after *events*, each a second after the one before, and all commands."""
    life, done = life or Life(), []
    for event in events:
        now += 1
        life, commands = step(life, event, now)
        done += commands
    return life, done


def test_a_permitted_process_is_started_and_runs_when_it_is_ready():
    life, done = lived(Permitted(), Ready())

    assert life.state is State.RUNNING
    assert done == [Command.SPAWN]
    assert life.restarts == 0


def test_what_dies_is_started_again_after_its_pause():
    life, _ = lived(Permitted(), Ready(), DIED)

    assert life.state is State.BACKING_OFF
    assert life.deadline == pytest.approx(3.1)
    assert step(life, Tick(), 3.05) == (life, ())
    again, done = step(life, Tick(), 3.11)
    assert (again.state, done) == (State.STARTING, (Command.SPAWN,))
    assert again.restarts == 1


def test_pauses_double_up_to_the_longest_and_jitter_only_shortens_them():
    restart = Restart(backoff_ms=100, max_ms=1_000)

    pauses = [backoff_s(restart, failures, 0.0) for failures in range(1, 7)]
    assert pauses == [0.1, 0.2, 0.4, 0.8, 1.0, 1.0]
    assert backoff_s(restart, 1, 0.999) == pytest.approx(0.075, abs=1e-3)


def test_a_calm_minute_ends_a_series_of_failures():
    life = Life()
    life, _ = lived(Permitted(), DIED, Tick(), DIED, life=life)
    assert life.failures == 2
    life, _ = step(life, Tick(), 10.0)

    life, _ = step(life, DIED, 70.0)

    assert life.failures == 1


def test_five_ends_within_a_minute_are_a_crash_loop_and_say_so():
    life, now = Life(), 0.0
    life, _ = step(life, Permitted(), now)
    for _ in range(5):
        now += 0.5
        life, _ = step(life, Exited("exited with status 1"), now)
        assert life.state is State.BACKING_OFF
        now = life.deadline
        if not life.looping:
            life, _ = step(life, Tick(), now)

    assert life.looping
    assert life.reason == "crash loop, 5 ends within a minute: exited with status 1"


@pytest.mark.parametrize(
    ("when", "failed", "state"),
    [
        ("always", False, State.BACKING_OFF),
        ("always", True, State.BACKING_OFF),
        ("on-failure", False, State.ENDED),
        ("on-failure", True, State.BACKING_OFF),
        ("never", True, State.ENDED),
    ],
)
def test_the_policy_decides_whether_it_is_started_again(when, failed, state):
    life = Life(restart=Restart(when=when))

    life, _ = lived(Permitted(), Ready(), Exited("exited", failed=failed), life=life)

    assert life.state is state


def test_what_ended_for_good_says_why_and_that_it_stays_so():
    life = Life(restart=Restart(when="never"))

    life, _ = lived(Permitted(), Exited("exited with status 3"), life=life)

    assert life.reason == "exited with status 3; not restarted"


def test_a_running_process_is_drained_before_it_is_signalled_and_killed_when_it_stays():
    life = Life(stop=Stop(after_ms=2_000))

    life, done = lived(Permitted(), Ready(), Leave(), life=life)
    assert (life.state, done[-1]) == (State.DRAINING, Command.DRAIN)
    life, commands = step(life, Drained(), 10.0)
    assert commands == (Command.SIGNAL,)
    life, commands = step(life, Tick(), 11.9)
    assert commands == ()
    life, commands = step(life, Tick(), 12.0)
    assert commands == (Command.KILL,)
    life, commands = step(life, DIED, 12.1)
    assert (life.state, commands) == (State.STOPPED, (Command.FORGET,))


def test_one_that_never_got_traffic_is_signalled_at_once():
    _, done = lived(Permitted(), Leave())

    assert done == [Command.SPAWN, Command.SIGNAL]


def test_one_that_does_not_work_is_ended_and_started_again_at_once():
    life, _ = lived(Permitted(), Ready(), Renew("2 probes in a row failed"))
    assert life.state is State.RESTARTING

    life, done = step(life, DIED, 9.0)

    assert (life.state, done) == (State.STARTING, (Command.SPAWN,))
    assert life.cause == "2 probes in a row failed"
    assert life.restarts == 1


def test_a_stop_that_overtakes_a_restart_keeps_its_deadline():
    life, _ = lived(Permitted(), Ready(), Renew("hangs"))
    deadline = life.deadline

    life, done = step(life, Leave(), 3.5)

    assert (life.state, done, life.deadline) == (State.STOPPING, (), deadline)


def test_an_adopted_process_runs_without_being_started():
    life, done = lived(Adopted())

    assert (life.state, done) == (State.RUNNING, [])
    assert life.restarts == 0


EVENTS = st.sampled_from(
    [
        Permitted(),
        Adopted(),
        Ready(),
        DIED,
        Exited("exited with status 0", failed=False),
        Renew("hangs"),
        Leave(),
        Drained(),
        Tick(),
    ]
)
POLICIES = st.sampled_from(["always", "on-failure", "never"])


@given(st.lists(EVENTS, max_size=40), POLICIES, st.booleans())
def test_no_order_of_events_loses_a_process_or_starts_two(events, when, adopted):
    """A world with at most one process, which ends only when it does and starts only when told."""
    life, now, alive, started = Life(restart=Restart(when=when)), 0.0, False, 0
    for event in events:
        if isinstance(event, Exited) and not alive:
            continue  # nothing ends that is not there
        if isinstance(event, Adopted):
            if not adopted or life.state is not State.WAITING:
                continue  # only the first look finds what an earlier agent left
            alive = True
        if isinstance(event, Exited):
            alive = False
        now += 100.0  # every deadline has come
        life, commands = step(life, event, now)
        for command in commands:
            if command is Command.SPAWN:
                assert not alive
                alive, started = True, started + 1
            if command in (Command.SIGNAL, Command.KILL, Command.DRAIN):
                assert alive
            if command is Command.FORGET:
                assert not alive
        assert life.alive == alive


@given(st.lists(EVENTS, max_size=30))
def test_what_should_leave_is_gone_in_the_end(events):
    life, now = Life(), 0.0
    for event in events:
        if isinstance(event, Exited | Adopted) and not life.alive:
            continue
        now += 100.0
        life, _ = step(life, event, now)

    for event in (Leave(), Drained(), Tick(), DIED):
        if isinstance(event, Exited) and not life.alive:
            continue
        now += 100.0
        life, _ = step(life, event, now)

    assert life.state is State.STOPPED


def test_every_state_can_be_left_but_the_last():
    left = {row.state for row in TABLE}

    assert left == set(State) - {State.STOPPED}


def test_a_process_that_lives_can_always_be_seen_to_end():
    ends = {row.state for row in TABLE if row.event is Exited}

    assert ends == ALIVE


def test_the_page_in_the_docs_is_generated_from_the_table():
    written = Path(__file__).parents[3] / diagram.PAGE

    assert written.read_text() == diagram.page(), "run python -m weft.agent.diagram"
