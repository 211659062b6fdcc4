"""Windows over cumulative totals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from weft.model.names import Name, Target
from weft.telemetry.edges import EdgeTotals
from weft.telemetry.window import KEPT_S, Edge, Flow, Rates, Window, percentile, rates

WEB, ORDERS = Name("web"), Target(Name("orders"))
EDGE = Edge(WEB, False, ORDERS)
BOUNDS = (1.0, 10.0, 100.0)


def totals(requests: int, failures: int = 0, buckets: tuple[int, ...] = ()) -> EdgeTotals:
    return EdgeTotals(
        WEB,
        ORDERS,
        requests=requests,
        classes=(("2xx", requests - failures), ("5xx", failures)),
        bounds_ms=BOUNDS[: len(buckets)],
        buckets=buckets,
        latency_count=buckets[-1] if buckets else 0,
    )


def test_rates_are_differences_over_the_window():
    window = Window()
    for second in range(31):
        window.add(second, "a", "boot", [totals(second * 20, second)])

    found = rates(window.flow(EDGE, 30, over_s=10))

    assert (found.rps, found.success) == (20.0, 0.95)


def test_the_first_report_of_a_reporter_is_history_and_not_traffic():
    window = Window()
    window.add(5, "a", "boot", [totals(1_000_000)])

    assert rates(window.flow(EDGE, 5)) == Rates()
    assert window.totals(EDGE)[0].requests == 1_000_000


def test_an_edge_that_appears_between_reports_began_at_zero():
    window = Window()
    window.add(5, "a", "boot", [])
    window.add(6, "a", "boot", [totals(30)])

    assert rates(window.flow(EDGE, 6)).rps == 30


def test_no_traffic_has_no_success_and_no_latency():
    window = Window()
    for second in range(20):
        window.add(second, "a", "boot", [totals(100)])

    assert rates(window.flow(EDGE, 19)) == Rates(rps=0.0, success=None)


def test_old_traffic_is_not_current():
    window = Window()
    window.add(0, "a", "boot", [totals(0)])
    window.add(1, "a", "boot", [totals(100)])

    assert rates(window.flow(EDGE, 12)).rps == 0


def test_a_new_boot_begins_anew():
    window = Window()
    window.add(0, "a", "one", [totals(0)])
    window.add(1, "a", "one", [totals(1000)])
    window.add(2, "a", "two", [totals(10)])
    window.add(3, "a", "two", [totals(15)])

    assert rates(window.flow(EDGE, 3)).rps == 5


def test_two_reporters_of_one_edge_add_up():
    window = Window()
    for source in "ab":
        window.add(0, source, "boot", [totals(0)])
        window.add(10, source, "boot", [totals(100)])

    assert rates(window.flow(EDGE, 10)).rps == 20
    window.forget("b")
    assert rates(window.flow(EDGE, 10)).rps == 10


def test_reports_beside_the_rhythm_do_not_grow_the_memory():
    window = Window()
    for step in range(100_000):
        window.add(step / 1000, "a", "boot", [totals(step)])

    (source,) = window._sources.values()
    assert len(source.samples[EDGE]) <= KEPT_S * 2 + 3
    assert rates(window.flow(EDGE, 99.999)).rps == pytest.approx(1000, rel=0.01)


def test_an_edge_on_which_nothing_happens_is_held_once():
    window = Window()
    for second in range(100):
        window.add(second, "a", "boot", [totals(7, 0, (7, 7, 7))])

    (source,) = window._sources.values()
    assert len({id(each) for _, each in source.samples[EDGE]}) == 1


def test_the_bounds_of_an_edges_buckets_are_held_once():
    window = Window()
    for second in range(100):
        fresh = tuple(float(bound) for bound in BOUNDS)
        grown = structs.replace(totals(second, 0, (second,) * 3), bounds_ms=fresh)
        window.add(second, "a", "boot", [grown])

    (source,) = window._sources.values()
    assert len({id(each.bounds_ms) for _, each in source.samples[EDGE]}) == 1


def test_edges_beyond_the_limit_push_out_the_oldest():
    window = Window(most_edges=10)
    for number in range(20):
        window.add(0, "a", "b", [EdgeTotals(WEB, Target(Name(f"s{number}")))])

    assert len(window.edges()) == 10


@pytest.mark.parametrize(
    ("share", "value"), [(0.5, 6.0), (0.9, 10.0), (0.99, 91.0), (1.0, 100.0), (0.0, 1.0)]
)
def test_percentiles_are_interpolated_within_their_bucket(share: float, value: float):
    flow = Flow(1, 100, 0, BOUNDS, (0, 90, 100), 100)

    assert percentile(flow, share) == pytest.approx(value)


def test_a_percentile_beyond_the_last_bound_is_that_bound():
    assert percentile(Flow(1, 10, 0, BOUNDS, (0, 0, 0), 10), 0.99) == 100


def test_latency_that_arrives_later_than_its_requests_is_still_counted():
    window = Window()
    window.add(0, "a", "boot", [totals(0)])
    window.add(1, "a", "boot", [totals(100)])
    window.add(2, "a", "boot", [totals(100, 0, (100, 100, 100))])

    assert rates(window.flow(EDGE, 2)).p50_ms == 0.5


@given(
    st.lists(st.tuples(st.floats(0, 30), st.integers(0, 100), st.booleans()), max_size=60),
    st.floats(0.1, 60),
)
def test_no_history_makes_a_negative_rate(steps: list[tuple[float, int, bool]], over: float):
    window, now, count, boot = Window(), 0.0, 0, 0
    for pause, more, restart in steps:
        now += pause
        boot, count = (boot + 1, more) if restart else (boot, count + more)
        window.add(now, "a", boot, [totals(count, 0, (count, count, count))])

        flow = window.flow(EDGE, now, over)

        assert flow.requests >= 0
        assert flow.seconds >= 0
        found = rates(flow)
        assert found.p50_ms is None or 0 <= found.p50_ms <= 1
