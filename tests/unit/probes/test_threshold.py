from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.model.catalog import Health, Probe
from weft.probes.threshold import CALM_S, GRACE_S, Result, Threshold

GOOD = Result(ok=True, latency_ms=5)
SLOW = Result(ok=True, latency_ms=900)
BAD = Result(ok=False, latency_ms=1, detail="connection refused")
WORDS = {"g": GOOD, "s": SLOW, "b": BAD}
SLOWNESS = Probe(slower_than_ms=500)


def play(history, probe=SLOWNESS, start=0.0, state=None):
    """The states after each result of *history*, one a second."""
    state = state or Threshold(probe, start)
    states = []
    for second, letter in enumerate(history, 1):
        state = state.after(WORDS[letter], start + second)
        states.append(state)
    return states


def letters(history, probe=SLOWNESS):
    """S, H, D or U after each result."""
    return "".join(state.health.value[0].upper() for state in play(history, probe))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ("g", "H"),  # the first good probe is enough
        ("s", "H"),  # also a slow one: the first answer is often slow
        ("bbbbg", "SSSSH"),  # what starts may take its time
        ("gb", "HH"),
        ("gbgbgb", "HHHHHH"),
        ("gbb", "HHU"),
        ("gbbg", "HHUU"),
        ("gbbgg", "HHUUH"),
        ("gbbgbgg", "HHUUUUH"),
        ("gs", "HH"),
        ("gss", "HHD"),
        ("gsgs", "HHHH"),
        ("gssg", "HHDD"),
        ("gssgg", "HHDDH"),
        ("gssgsgg", "HHDDDDH"),
        ("gssbb", "HHDDU"),
        ("gsbs", "HHHH"),  # a failure is no slow answer
        ("gbbss", "HHUUD"),  # back, but slow
        ("gbbsg", "HHUUH"),
    ],
)
def test_states_follow_results(history, expected):
    assert letters(history) == expected


def test_nobody_is_slow_without_a_limit():
    assert letters("gssss", Probe()) == "HHHHH"


def test_an_answer_at_the_limit_is_not_slow():
    at_limit = Result(ok=True, latency_ms=500)
    state = Threshold(SLOWNESS, 0)

    for second in range(5):
        state = state.after(at_limit, second)

    assert state.health is Health.HEALTHY


def test_the_counts_are_the_probes_own():
    assert letters("gbbbggg", Probe(down=3, up=3)) == "HHHUUUH"
    assert letters("gbg", Probe(down=1, up=1)) == "HUH"


def test_an_app_that_never_starts_is_unhealthy_after_its_time():
    states = play("b" * (int(GRACE_S) + 1))

    assert {state.health for state in states[: int(GRACE_S) - 1]} == {Health.STARTING}
    assert states[-1].health is Health.UNHEALTHY
    assert states[-1].reason == "2 probes in a row failed: connection refused"


def test_an_app_that_starts_late_is_healthy_with_its_first_good_probe():
    states = play("b" * (int(GRACE_S) + 5) + "g")

    assert states[-1].health is Health.HEALTHY


def test_reasons_say_why_and_do_not_change_with_each_probe():
    reasons = [state.reason for state in play("bbgbbbbggssss")]

    assert reasons == [
        *["no good probe yet: connection refused"] * 2,
        *[""] * 2,
        *["2 probes in a row failed: connection refused"] * 4,
        *[""] * 2,
        *["answers to probes take longer than 500 ms"] * 3,
    ]
    assert Threshold(SLOWNESS, 0).reason == "no good probe yet"


def test_a_death_is_seen_at_once_and_is_final():
    healthy = play("ggg")[-1]

    dead = healthy.died("killed by signal 9 (SIGKILL)")

    assert (dead.health, dead.reason) == (Health.UNHEALTHY, "killed by signal 9 (SIGKILL)")
    assert {state.health for state in play("ggg", state=dead)} == {Health.UNHEALTHY}
    assert not dead.restart_due(1e9)  # who restarts the dead does not wait for probes


def test_an_app_that_was_left_running_goes_on_where_it_was():
    adopted = Threshold(SLOWNESS, 0, health=Health.HEALTHY, reason="", fresh=False)

    assert [s.health for s in play("bb", state=adopted)] == [Health.HEALTHY, Health.UNHEALTHY]


def test_a_restart_is_due_after_so_long_in_a_row():
    state = play("gbb", Probe(restart_after_ms=30_000))[-1]  # unhealthy since 3

    assert not state.restart_due(32.9)
    assert state.restart_due(33.0)
    assert not play("gg", state=state, start=10)[-1].restart_due(100)


def test_no_restart_is_due_unless_the_probe_asks_for_it():
    assert not play("gbb", Probe())[-1].restart_due(1e9)


def test_a_starting_app_is_not_restarted_before_it_counts_as_failed():
    states = play("b" * 40, Probe(restart_after_ms=5_000))

    assert not states[int(GRACE_S) - 2].restart_due(GRACE_S - 1)
    assert states[-1].restart_due(40.0)


def test_flapping_each_second_changes_nothing():
    assert set(letters("g" + "bg" * 60)) == {"H"}


def test_what_flaps_more_slowly_stays_out_most_of_the_time():
    states = play("gbbgg" * 24)

    changes = [a for a, b in pairwise(states) if a.health is not b.health]
    assert len(changes) <= 120 / 5 + 2  # the start and the first outage are free
    assert sum(state.health is Health.UNHEALTHY for state in states) > 60


def test_the_first_recovery_is_quick_and_a_second_one_waits():
    quick = "gbbgg"
    again = quick + "bb" + "g" * 20

    healths = letters(again)

    assert healths[4] == "H"
    back = healths.index("H", healths.index("U", 5))
    assert back - 4 == CALM_S


@given(st.text("gb", max_size=300))
def test_callers_hear_of_at_most_one_change_in_five_seconds(history):
    states = play(history)
    healths = [Health.STARTING, *(state.health for state in states)]

    changes = sum(a is not b for a, b in pairwise(healths))

    assert changes <= len(history) / 5 + 4  # the first start and the first outage are free


@given(st.text("gsb", max_size=200), st.integers(1, 4), st.integers(1, 4))
def test_whatever_happens_enough_good_probes_end_in_health(history, down, up):
    probe = Probe(slower_than_ms=500, down=down, up=up)

    assert letters(history + "g" * (int(CALM_S) + up + 1), probe)[-1] == "H"


@given(st.text("gsb", max_size=200), st.integers(1, 4), st.integers(1, 4))
def test_whatever_happened_enough_failures_take_it_out(history, down, up):
    probe = Probe(slower_than_ms=500, down=down, up=up)

    assert letters("g" + history + "b" * down, probe)[-1] == "U"


@given(st.text("gsb", max_size=200))
def test_nothing_serves_before_its_first_good_probe(history):
    for index, state in enumerate(play(history)):
        if not set(history[: index + 1]) & set("gs"):
            assert not state.health.serving
