"""Leases end when they aren't renewed, and never because of the store's own trouble."""

from hypothesis import given
from hypothesis import strategies as st

from weft.store.leases import LeaseTable

PERIOD_S = 1.0


def ticked(table: LeaseTable, start: float, end: float) -> list[tuple[float, str]]:
    """What ends between *start* and *end* with a tick each second."""
    ended = []
    now = start
    while now <= end:
        for lease in table.tick(now):
            ended.append((now, lease))
            table.forget(lease)
        now += PERIOD_S
    return ended


def test_a_lease_ends_when_it_is_not_renewed():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)

    assert ticked(table, 100, 110) == [(105, "a")]
    assert table.renew("a", now=111) is None


def test_renewing_gives_the_full_life_again():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)

    assert ticked(table, 100, 104) == []
    assert table.renew("a", now=104.5) == 5
    assert ticked(table, 105, 120) == [(110, "a")]


def test_an_unknown_lease_cannot_be_renewed():
    assert LeaseTable(PERIOD_S).renew("a", now=0) is None


def test_after_a_start_every_lease_has_its_full_life():
    table = LeaseTable(PERIOD_S)
    table.start({"a": 5, "b": 3}, now=1000)

    assert ticked(table, 1001, 1010) == [(1003, "b"), (1005, "a")]


def test_a_late_tick_gives_every_lease_its_full_life_again():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)
    table.grant("b", 50, now=100)
    assert ticked(table, 100, 102) == []

    assert table.tick(110) == ()
    assert ticked(table, 111, 170) == [(115, "a"), (160, "b")]


def test_a_tick_that_is_only_a_little_late_gives_nothing():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)
    assert ticked(table, 100, 104) == []

    assert table.tick(106) == ("a",)


def test_a_lease_that_is_ending_cannot_be_renewed_until_it_is_kept():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)
    table.tick(104)

    assert table.tick(105) == ("a",)
    assert table.tick(106) == ()
    assert table.renew("a", now=106) is None
    table.keep("a")
    assert table.renew("a", now=106.5) == 5
    assert ticked(table, 107, 120) == [(112, "a")]


def test_a_lease_that_was_kept_and_not_renewed_is_due_at_the_next_tick():
    table = LeaseTable(PERIOD_S)
    table.grant("a", 5, now=100)
    table.tick(104)
    table.tick(105)
    table.keep("a")

    assert table.tick(106) == ("a",)


STEPS = st.lists(
    st.tuples(
        st.floats(0.01, 4),
        st.sampled_from(["grant", "renew", "tick", "tick", "tick"]),
        st.integers(0, 4),
    ),
    max_size=80,
)


@given(ttl_s=st.floats(0.5, 6), steps=STEPS)
def test_no_history_ends_a_lease_early_or_keeps_it_beyond_a_regular_tick(ttl_s, steps):
    table = LeaseTable(PERIOD_S)
    now, last_tick = 0.0, 0.0
    table.start({}, now)
    heard: dict[str, float] = {}  # when a lease was last sure to be alive
    for pause, step, number in steps:
        now += pause
        lease = str(number)
        if step == "grant":
            table.grant(lease, ttl_s, now)
            heard[lease] = now
        elif step == "renew":
            assert (table.renew(lease, now) == ttl_s) == (lease in heard)
            if lease in heard:
                heard[lease] = now
        else:
            if now - last_tick > 2 * PERIOD_S:
                heard = dict.fromkeys(heard, now)
            last_tick = now
            ended = table.tick(now)
            assert set(ended) == {lease for lease, then in heard.items() if then + ttl_s <= now}
            for lease in ended:
                del heard[lease]
                table.forget(lease)
    assert len(table) == len(heard)
