from hypothesis import given
from hypothesis import strategies as st

from weft.identity.renewal import Alarm, alarm, answer_within, due, pause

SHARES = st.floats(0, 1, exclude_max=True)
LIVES = st.floats(5, 7 * 86_400)


@given(LIVES, SHARES)
def test_a_certificate_is_renewed_around_half_of_its_life(life, jitter):
    share = due(1000.0, 1000.0 + life, jitter) - 1000.0

    assert 0.449 * life <= share <= 0.551 * life


def test_without_jitter_the_half_is_exact():
    assert due(100.0, 120.0, 0.5) == 110.0


def test_pauses_grow_from_short_to_a_bound():
    pauses = [pause(n, 1800.0, 0.5) for n in (1, 2, 3, 4, 20, 2000)]

    assert pauses == [0.2, 0.4, 0.8, 1.6, 15.0, 15.0]


@given(st.integers(1, 10_000), LIVES, SHARES)
def test_while_a_certificate_lasts_several_tries_fit_in_what_is_left(failures, left, jitter):
    assert 0 < pause(failures, left, jitter) <= max(left / 8, 0.2) * 1.1


@given(st.integers(1, 10_000), SHARES)
def test_with_nothing_to_serve_the_server_is_asked_often(failures, jitter):
    assert pause(failures, None, jitter) <= 2.2
    assert pause(failures, -5.0, jitter) <= 2.2


def test_an_answer_is_not_waited_for_until_the_certificate_has_ended():
    assert answer_within(None) == 10.0
    assert answer_within(1800.0) == 10.0
    assert answer_within(10.0) == 2.5
    assert answer_within(0.5) == 1.0


def test_a_late_renewal_alarms_at_a_third_and_at_a_tenth():
    alarms = [alarm(0.0, 100.0, now) for now in (0, 50, 66, 68, 89, 91, 100, 200)]

    assert alarms == [
        *[Alarm.NONE] * 3,
        *[Alarm.WARNING] * 2,
        *[Alarm.CRITICAL] * 3,
    ]


def test_a_life_of_nothing_is_critical():
    assert alarm(100.0, 100.0, 100.0) is Alarm.CRITICAL
