"""Edges, from families as plain values and from a real message."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.envoy.api.io.prometheus.client.metrics_pb2 import MetricFamily as RealFamily
from weft.model.names import Name, Target
from weft.telemetry import names
from weft.telemetry.edges import Edges, EdgeTotals, target_of

WEB = Name("web")
ORDERS = Target(Name("orders"))


@dataclass
class Value:
    value: float = 0.0


@dataclass
class Label:
    name: str
    value: str


@dataclass
class Bucket:
    upper_bound: float
    cumulative_count: int


@dataclass
class Histogram:
    sample_count: int = 0
    sample_sum: float = 0.0
    bucket: list[Bucket] = field(default_factory=list)


@dataclass
class Metric:
    label: list[Label]
    counter: Value = field(default_factory=Value)
    gauge: Value = field(default_factory=Value)
    histogram: Histogram = field(default_factory=Histogram)


@dataclass
class Family:
    name: str
    metric: list[Metric]


def answered(cluster: str, **classes: int) -> Family:
    """`answered("out/default/orders", c2=5)`: five answers with a 2xx."""
    return Family(
        names.RESPONSES,
        [
            Metric(
                [Label(names.CLASS_LABEL, name[1:]), Label(names.CLUSTER_LABEL, cluster)],
                counter=Value(count),
            )
            for name, count in classes.items()
        ],
    )


def number(family: str, cluster: str, value: float) -> Family:
    labels = [Label(names.CLUSTER_LABEL, cluster)]
    return Family(family, [Metric(labels, counter=Value(value), gauge=Value(value))])


def latency(cluster: str, *buckets: tuple[float, int], total: int, sum_ms: float) -> Family:
    histogram = Histogram(total, sum_ms, [Bucket(*bucket) for bucket in buckets])
    return Family(
        names.LATENCY, [Metric([Label(names.CLUSTER_LABEL, cluster)], histogram=histogram)]
    )


def test_answers_are_counted_by_class_for_each_target():
    (orders, cart) = Edges(WEB).observe(
        [answered("out/default/orders", c2=5, c5=2), answered("out/default/shop@v1", c4=1)]
    )

    assert (orders.caller, orders.callee) == (WEB, ORDERS)
    assert (orders.requests, orders.failures) == (7, 2)
    assert orders.classes == (("2xx", 5), ("5xx", 2))
    assert (cart.callee, cart.requests) == (Target(Name("shop"), "v1"), 1)


def test_what_is_retried_away_or_counted_twice_by_envoy_is_not_counted():
    retried = answered("out/default/orders", c5=9)
    retried.name = "envoy_cluster_retry_upstream_rq_xx"
    external = answered("out/default/orders", c2=9)
    external.name = "envoy_cluster_external_upstream_rq_xx"

    assert Edges(WEB).observe([retried, external]) == (EdgeTotals(WEB, ORDERS),)


def test_clusters_that_are_no_edge_are_left_out():
    assert Edges(WEB).observe([answered("in/orders-1", c2=5), answered("xds", c2=5)]) == ()


@pytest.mark.parametrize(
    ("cluster", "target"),
    [
        ("out/default/orders", ORDERS),
        ("out/default/orders#fallback", ORDERS),
        ("out/eu/orders@v2", Target(Name("orders", "eu"), "v2")),
        ("out/default/orders@1.4.2", Target(Name("orders"), "1.4.2")),
        ("out/", None),
        ("in/orders-1", None),
        ("out/default/NOT A NAME", None),
    ],
)
def test_a_clusters_name_means_a_target(cluster: str, target: Target | None):
    assert target_of(cluster) == target


def test_clusters_of_one_target_are_added_up():
    (edge,) = Edges(WEB).observe(
        [
            answered("out/default/orders", c2=5),
            answered("out/default/orders#primary", c2=3),
            number("envoy_cluster_upstream_rq_active", "out/default/orders", 1),
            number("envoy_cluster_upstream_rq_active", "out/default/orders#primary", 2),
        ]
    )

    assert (edge.requests, edge.active) == (8, 3)


def test_a_restarted_envoy_goes_on_where_the_old_one_ended():
    edges = Edges(WEB)
    edges.observe([answered("out/default/orders", c2=100)], process=1)

    (edge,) = edges.observe([answered("out/default/orders", c2=150)], process=2)

    assert edge.requests == 250


def test_a_counter_that_fell_began_anew_also_unannounced():
    edges = Edges(WEB)
    edges.observe([answered("out/default/orders", c2=100, c5=3)])

    (edge,) = edges.observe([answered("out/default/orders", c2=10, c5=3)])

    assert edge.classes == (("2xx", 110), ("5xx", 3))


def test_a_cluster_that_went_away_keeps_its_totals():
    edges = Edges(WEB)
    edges.observe([answered("out/default/orders", c2=100)])
    edges.observe([])

    (edge,) = edges.observe([answered("out/default/orders", c2=120)])

    assert edge.requests == 220


def test_gauges_are_as_they_are_now():
    edges = Edges(WEB)
    edges.observe([number("envoy_cluster_upstream_rq_active", "out/default/orders", 4)], 1)
    edges.observe([answered("out/default/orders", c2=1)], 1)

    (edge,) = edges.observe([answered("out/default/orders", c2=1)], 2)

    assert edge.active == 0


def test_latency_keeps_its_buckets_and_the_one_for_everything_is_the_count():
    (edge,) = Edges(WEB).observe(
        [latency("out/default/orders", (1, 3), (10, 8), (float("inf"), 9), total=9, sum_ms=123.5)]
    )

    assert (edge.bounds_ms, edge.buckets) == ((1.0, 10.0), (3, 8))
    assert (edge.latency_count, edge.latency_sum_ms) == (9, 123.5)


def test_a_gateways_edges_say_so():
    (edge,) = Edges(Name("public"), gateway=True).observe([answered("out/default/web", c2=1)])

    assert edge.caller_gateway


def test_the_generated_message_is_read_as_it_is():
    family = RealFamily(name=names.RESPONSES)
    metric = family.metric.add()
    metric.label.add(name=names.CLUSTER_LABEL, value="out/default/orders")
    metric.label.add(name=names.CLASS_LABEL, value="2")
    metric.counter.value = 12

    (edge,) = Edges(WEB).observe([family])

    assert edge.classes == (("2xx", 12),)


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(["go on", "restart", "gap"]))))
def test_totals_never_fall_and_lose_nothing(steps: list[tuple[int, str]]):
    """Each step is that many more answers, before which Envoy may have begun anew."""
    edges, process, counter, sent, last = Edges(WEB), 0, 0, 0, 0
    for more, happening in steps:
        if happening == "restart":
            process, counter = process + 1, 0
        if happening == "gap":
            edges.observe([], process)
            counter = 0
        counter, sent = counter + more, sent + more

        (edge,) = edges.observe([answered("out/default/orders", c2=counter)], process)

        assert edge.requests >= last
        last = edge.requests
    assert last == sent
