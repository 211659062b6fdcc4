"""Edges: who calls whom, read from an Envoy's statistics.

    MetricFamilies of one Envoy  ->  Edges.observe()  ->  EdgeTotals for each target

An Envoy's counters start at zero with its process, and a cluster's with the
cluster. `Edges` adds up what came before, so its totals only grow.

Pure: refuses to know how statistics are fetched. Families are taken by their
shape, so that nothing here depends on generated code.

Invariant: a request is counted once. `upstream_rq_Nxx` holds the answer that the
caller got, also one made by the proxy; answers that were retried away are
counted by Envoy under `retry.`, which is not read.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import TypeVar

from msgspec import Struct

from weft.model.names import Name, Target, parse_name
from weft.telemetry import names
from weft.telemetry.families import Metric, MetricFamily

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", int, float)


class EdgeTotals(Struct, frozen=True, omit_defaults=True):
    """What one workload has sent to one target since its agent began to count.

    *requests* are those answered, whoever answered: the callee, or the proxy in
    its place. *buckets* are cumulative counts up to each of *bounds_ms*.
    """

    caller: Name
    callee: Target
    caller_gateway: bool = False
    requests: int = 0
    classes: tuple[tuple[str, int], ...] = ()  # ("2xx", 17), in class order
    retries: int = 0
    retries_denied: int = 0  # by the retry budget
    overflows: int = 0  # refused by the breaker
    timeouts: int = 0
    connect_failures: int = 0
    active: int = 0  # now, not a total
    ejected: int = 0  # instances left out now, not a total
    bounds_ms: tuple[float, ...] = ()
    buckets: tuple[int, ...] = ()
    latency_count: int = 0
    latency_sum_ms: float = 0.0

    @property
    def failures(self) -> int:
        """Requests that were answered with a 5xx."""
        return dict(self.classes).get("5xx", 0)


#: One growing number of a cluster: ("5xx", ""), ("retries", ""), ("bucket", "2.5").
Series = tuple[str, str]


@dataclass
class _Counting:
    """A cluster's growing numbers: what is past, and what its Envoy says now."""

    past: dict[Series, float] = field(default_factory=dict)
    now: dict[Series, float] = field(default_factory=dict)

    def observe(self, reading: dict[Series, float]) -> None:
        for series, value in self.now.items():
            # Lower or gone: the cluster or the process began anew.
            if reading.get(series, 0.0) < value:
                self.past[series] = self.past.get(series, 0.0) + value
        self.now = reading

    def end(self) -> None:
        self.observe({})

    def totals(self) -> dict[Series, float]:
        keys = self.past.keys() | self.now.keys()
        return {key: self.past.get(key, 0.0) + self.now.get(key, 0.0) for key in keys}


@dataclass
class Edges:
    """The edges out of one workload."""

    caller: Name
    gateway: bool = False
    _process: object = None
    _clusters: dict[str, _Counting] = field(default_factory=dict)

    def observe(
        self, families: Iterable[MetricFamily], process: object = None
    ) -> tuple[EdgeTotals, ...]:
        """The totals after one reading; *process* tells one Envoy process from the next."""
        if process != self._process:
            self._process = process
            for counting in self._clusters.values():
                counting.end()
        growing, gauges = _read(families)
        for cluster in self._clusters.keys() | growing.keys():
            counting = self._clusters.setdefault(cluster, _Counting())
            counting.observe(growing.get(cluster, {}))
        return self._totals(gauges)

    def _totals(self, gauges: dict[str, dict[str, int]]) -> tuple[EdgeTotals, ...]:
        sums: dict[Target, dict[Series, float]] = {}
        levels: dict[Target, dict[str, int]] = {}
        for cluster, counting in self._clusters.items():
            target = target_of(cluster)
            if target is None:
                continue
            _add(sums.setdefault(target, {}), counting.totals())
            _add(levels.setdefault(target, {}), gauges.get(cluster, {}))
        return tuple(
            self._edge(target, sums[target], levels[target])
            for target in sorted(sums, key=lambda target: target.key)
        )

    def _edge(
        self, target: Target, sums: dict[Series, float], levels: dict[str, int]
    ) -> EdgeTotals:
        classes = tuple(sorted((name, int(n)) for (kind, name), n in sums.items() if kind == "xx"))
        buckets = sorted((float(b), int(n)) for (kind, b), n in sums.items() if kind == "bucket")
        counters = {kind: int(n) for (kind, name), n in sums.items() if kind in _COUNTERS}
        return EdgeTotals(
            caller=self.caller,
            callee=target,
            caller_gateway=self.gateway,
            requests=sum(count for _, count in classes),
            classes=classes,
            bounds_ms=tuple(bound for bound, _ in buckets),
            buckets=tuple(count for _, count in buckets),
            latency_count=int(sums.get(("latency_count", ""), 0)),
            latency_sum_ms=sums.get(("latency_sum", ""), 0.0),
            **counters,
            **levels,
        )


_COUNTERS = frozenset(names.COUNTERS.values())


def target_of(cluster: str) -> Target | None:
    """The target that a cluster's name means; None for clusters that are no edge."""
    if not cluster.startswith(names.OUTBOUND_PREFIX):
        return None
    key = cluster.removeprefix(names.OUTBOUND_PREFIX).partition(names.SUFFIX_MARK)[0]
    service, _, version = key.partition("@")
    try:
        return Target(parse_name(service), version or None)
    except ValueError:
        return None


def _read(
    families: Iterable[MetricFamily],
) -> tuple[dict[str, dict[Series, float]], dict[str, dict[str, int]]]:
    """By cluster: the numbers that grow, and those that go up and down."""
    growing: dict[str, dict[Series, float]] = {}
    gauges: dict[str, dict[str, int]] = {}
    for family in families:
        gauge = names.GAUGES.get(family.name)
        for metric in family.metric:
            labels = {label.name: label.value for label in metric.label}
            cluster = labels.get(names.CLUSTER_LABEL, "")
            if not cluster.startswith(names.OUTBOUND_PREFIX):
                continue
            if gauge:
                gauges.setdefault(cluster, {})[gauge] = int(metric.gauge.value)
            else:
                growing.setdefault(cluster, {}).update(_series(family.name, metric, labels))
    return growing, gauges


def _series(family: str, metric: Metric, labels: dict[str, str]) -> Iterator[tuple[Series, float]]:
    if family == names.RESPONSES:
        yield ("xx", f"{labels.get(names.CLASS_LABEL, '?')}xx"), metric.counter.value
    elif family == names.LATENCY:
        histogram = metric.histogram
        yield ("latency_count", ""), histogram.sample_count
        yield ("latency_sum", ""), histogram.sample_sum
        for bucket in histogram.bucket:
            if bucket.upper_bound == inf:
                continue  # that is the count of all
            yield ("bucket", repr(bucket.upper_bound)), bucket.cumulative_count
    elif counter := names.COUNTERS.get(family):
        yield (counter, ""), metric.counter.value


def _add(into: dict[K, V], more: Mapping[K, V]) -> None:
    for key, value in more.items():
        into[key] = into[key] + value if key in into else value
