"""Metrics: what is known at this moment, as Prometheus reads it.

    Gauges  ->  exposition()  ->  bytes

Pure: refuses to know where the numbers come from. Nothing is kept between two
scrapes; what only grows comes in as totals. Edges of all hosts are added up, so
that the number of series is that of the edges.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from weft.model.catalog import Health, Instance
from weft.telemetry import names
from weft.telemetry.edges import EdgeTotals
from weft.telemetry.window import Edge, edge_of

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_EDGE_LABELS: Final = ("caller", "caller_kind", "callee", "version")


@dataclass(frozen=True)
class CertificateLife:
    """When a certificate in use is over."""

    identity: str
    workload: str
    host: str
    not_after: float


@dataclass(frozen=True)
class ProxyState:
    """One workload's Envoy."""

    workload: str
    host: str
    connected: bool
    restarts: int


@dataclass(frozen=True)
class Gauges:
    """All that is shown."""

    version: str
    revision: int = 0
    edges: tuple[EdgeTotals, ...] = ()
    instances: tuple[Instance, ...] = ()
    certificates: tuple[CertificateLife, ...] = ()
    proxies: tuple[ProxyState, ...] = ()
    hosts: Mapping[str, bool] = field(default_factory=dict)  # connected?
    documents: Mapping[str, int] = field(default_factory=dict)  # by kind
    alarms: Mapping[str, int] = field(default_factory=dict)  # by severity
    refusals: int = 0


def exposition(gauges: Gauges, *more: Collector) -> bytes:
    """*gauges* in Prometheus' text form, and what *more* collects (the process itself)."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Gauged(gauges))
    for collector in more:
        registry.register(collector)
    return generate_latest(registry)


class _Gauged(Collector):
    def __init__(self, gauges: Gauges) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[Metric]:
        yield from _edges(self._gauges.edges)
        yield from _instances(self._gauges.instances)
        yield from _hosts(self._gauges)
        yield from _mesh(self._gauges)


def _edges(edges: Iterable[EdgeTotals]) -> Iterator[Metric]:
    grouped: dict[Edge, list[EdgeTotals]] = {}
    for totals in edges:
        grouped.setdefault(edge_of(totals), []).append(totals)
    yield _requests(grouped)
    for name, attribute, words in _EDGE_COUNTERS:
        counter = CounterMetricFamily(name, words, labels=_EDGE_LABELS)
        for edge, group in grouped.items():
            counter.add_metric(_labels(edge), sum(getattr(one, attribute) for one in group))
        yield counter
    for name, attribute, words in _EDGE_GAUGES:
        gauge = GaugeMetricFamily(name, words, labels=_EDGE_LABELS)
        for edge, group in grouped.items():
            gauge.add_metric(_labels(edge), sum(getattr(one, attribute) for one in group))
        yield gauge
    yield _latency(grouped)


_EDGE_COUNTERS: Final = (
    (names.EDGE_RETRIES, "retries", "Tries after the first one."),
    (names.EDGE_RETRIES_DENIED, "retries_denied", "Retries that the budget did not allow."),
    (names.EDGE_OVERFLOWS, "overflows", "Requests refused by the breaker."),
    (names.EDGE_TIMEOUTS, "timeouts", "Requests that took longer than they may."),
    (names.EDGE_CONNECT_FAILURES, "connect_failures", "Connections that could not be made."),
)
_EDGE_GAUGES: Final = (
    (names.EDGE_ACTIVE, "active", "Requests under way."),
    (names.EDGE_EJECTED, "ejected", "Instances left out because they fail."),
)


def _requests(grouped: Mapping[Edge, list[EdgeTotals]]) -> Metric:
    labels = (*_EDGE_LABELS, "code_class")
    family = CounterMetricFamily(
        names.EDGE_REQUESTS, "Requests answered, by class of status.", labels=labels
    )
    for edge, group in grouped.items():
        classes: dict[str, int] = {}
        for one in group:
            for code_class, count in one.classes:
                classes[code_class] = classes.get(code_class, 0) + count
        for code_class, count in sorted(classes.items()):
            family.add_metric((*_labels(edge), code_class), count)
    return family


def _latency(grouped: Mapping[Edge, list[EdgeTotals]]) -> Metric:
    family = HistogramMetricFamily(
        names.EDGE_LATENCY, "Time from request to answer, seen by the caller.", labels=_EDGE_LABELS
    )
    for edge, group in grouped.items():
        alike = [one for one in group if one.bounds_ms and one.bounds_ms == group[0].bounds_ms]
        if not alike:
            continue
        counts = [sum(column) for column in zip(*(one.buckets for one in alike), strict=True)]
        answers = sum(one.latency_count for one in alike)
        bounds = [repr(bound / 1000) for bound in alike[0].bounds_ms]
        buckets = [*zip(bounds, counts, strict=True), ("+Inf", answers)]
        seconds = sum(one.latency_sum_ms for one in alike) / 1000
        family.add_metric(_labels(edge), buckets=buckets, sum_value=seconds)
    return family


def _labels(edge: Edge) -> tuple[str, str, str, str]:
    kind = "gateway" if edge.gateway else "service"
    return str(edge.caller), kind, str(edge.callee.service), edge.callee.version or ""


def _instances(instances: Iterable[Instance]) -> Iterator[Metric]:
    counts: dict[tuple[str, str], dict[Health, int]] = {}
    one = ("service", "version", "instance")
    restarts = CounterMetricFamily(
        names.INSTANCE_RESTARTS, "How often the process was started again.", labels=one
    )
    probes = GaugeMetricFamily(names.INSTANCE_PROBE, "The last probe's latency.", labels=one)
    for instance in instances:
        service = str(instance.service)
        states = counts.setdefault((service, instance.version), dict.fromkeys(Health, 0))
        states[instance.health] += 1
        labels = (service, instance.version, instance.id)
        restarts.add_metric(labels, instance.restarts)
        if instance.probe_ms is not None:
            probes.add_metric(labels, instance.probe_ms / 1000)
    health = GaugeMetricFamily(
        names.INSTANCES, "Instances, by health.", labels=("service", "version", "health")
    )
    for (service, version), states in sorted(counts.items()):
        for state, count in states.items():
            health.add_metric((service, version, state.value), count)
    yield from (health, restarts, probes)


def _hosts(gauges: Gauges) -> Iterator[Metric]:
    certificates = GaugeMetricFamily(
        names.CERTIFICATE_NOT_AFTER,
        "When the certificate in use is over.",
        labels=("identity", "workload", "host"),
    )
    for life in gauges.certificates:
        certificates.add_metric((life.identity, life.workload, life.host), life.not_after)
    connected = GaugeMetricFamily(
        names.PROXY_CONNECTED, "Whether the proxy hears its agent.", labels=("workload", "host")
    )
    restarts = CounterMetricFamily(
        names.PROXY_RESTARTS, "How often the proxy was started again.", labels=("workload", "host")
    )
    for proxy in gauges.proxies:
        connected.add_metric((proxy.workload, proxy.host), proxy.connected)
        restarts.add_metric((proxy.workload, proxy.host), proxy.restarts)
    hosts = GaugeMetricFamily(names.HOST_CONNECTED, "Whether the host reports.", labels=("host",))
    for host, there in gauges.hosts.items():
        hosts.add_metric((host,), there)
    yield from (certificates, connected, restarts, hosts)


def _mesh(gauges: Gauges) -> Iterator[Metric]:
    documents = GaugeMetricFamily(names.DOCUMENTS, "Documents stored, by kind.", labels=("kind",))
    for kind, count in sorted(gauges.documents.items()):
        documents.add_metric((kind,), count)
    alarms = GaugeMetricFamily(names.ALARMS, "Alarms that stand.", labels=("severity",))
    for severity, count in sorted(gauges.alarms.items()):
        alarms.add_metric((severity,), count)
    yield from (documents, alarms)
    yield GaugeMetricFamily(names.REFUSALS, "Resources refused by proxies.", gauges.refusals)
    yield GaugeMetricFamily(names.REVISION, "The store's revision.", gauges.revision)
    yield InfoMetricFamily(names.BUILD, "This server.", {"version": gauges.version})
