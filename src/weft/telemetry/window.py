"""Windows: cumulative totals in, what happened lately out.

    EdgeTotals at times  ->  Window.add()  ->  Window.flow()  ->  rates()  ->  Rates

Pure: *now* is an argument, in seconds of a clock that only goes forward.
Memory is bounded: at most one sample a half second, `KEPT_S` seconds, `MOST_EDGES`
edges; what does not fit is dropped, oldest first. An edge on which nothing happens
costs one value, however long it is looked at.
"""

from collections import deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from weft.model.names import Name, Target
from weft.telemetry.edges import EdgeTotals

DEFAULT_WINDOW_S: Final = 10.0
#: A window's worth, and room for reports that come late.
KEPT_S: Final = 15.0
SPACING_S: Final = 0.5
MOST_EDGES: Final = 20_000


@dataclass(frozen=True, order=True)
class Edge:
    """Who calls whom."""

    caller: Name
    gateway: bool
    callee: Target


@dataclass(frozen=True)
class Flow:
    """What went over one or several edges in a stretch of time; flows add up."""

    seconds: float = 0.0
    requests: int = 0
    failures: int = 0
    bounds_ms: tuple[float, ...] = ()
    buckets: tuple[int, ...] = ()
    answers: int = 0  # as many as the buckets were filled from

    def __add__(self, other: "Flow") -> "Flow":
        bounds, buckets, answers = _merged(self, other)
        return Flow(
            seconds=max(self.seconds, other.seconds),
            requests=self.requests + other.requests,
            failures=self.failures + other.failures,
            bounds_ms=bounds,
            buckets=buckets,
            answers=answers,
        )


@dataclass(frozen=True)
class Rates:
    """A flow as people read it; None where there was no traffic."""

    rps: float = 0.0
    success: float | None = None
    p50_ms: float | None = None
    p90_ms: float | None = None
    p99_ms: float | None = None


@dataclass
class _Source:
    """One reporter: its last report's time and each edge's samples."""

    epoch: Hashable
    last: float | None = None
    samples: dict[Edge, deque[tuple[float, EdgeTotals]]] = field(default_factory=dict)


class Window:
    """The last `KEPT_S` seconds of every edge, from any number of reporters."""

    def __init__(self, most_edges: int = MOST_EDGES) -> None:
        self._most = most_edges
        self._sources: dict[str, _Source] = {}

    def add(self, now: float, source: str, epoch: Hashable, edges: Iterable[EdgeTotals]) -> None:
        """A report of *source*; with another *epoch* its totals began anew."""
        known = self._sources.get(source)
        if known is None or known.epoch != epoch:
            known = self._sources[source] = _Source(epoch)
        for totals in edges:
            _append(known, edge_of(totals), now, totals)
        known.last = now
        while len(known.samples) > self._most:
            del known.samples[next(iter(known.samples))]

    def forget(self, source: str) -> None:
        """*source* is gone for good."""
        self._sources.pop(source, None)

    def edges(self) -> tuple[Edge, ...]:
        """All edges known, in order."""
        found = {edge for source in self._sources.values() for edge in source.samples}
        return tuple(sorted(found, key=lambda e: (e.caller, e.gateway, e.callee.key)))

    def totals(self, edge: Edge) -> tuple[EdgeTotals, ...]:
        """The newest totals of *edge*, one for each reporter."""
        found = (source.samples.get(edge) for source in self._sources.values())
        return tuple(samples[-1][1] for samples in found if samples)

    def flow(self, edge: Edge, now: float, over_s: float = DEFAULT_WINDOW_S) -> Flow:
        """What went over *edge* in the last *over_s* seconds, `KEPT_S` at most."""
        total = Flow()
        for source in self._sources.values():
            samples = source.samples.get(edge)
            if samples:
                total = total + _flow(samples, now - over_s)
        return total


def edge_of(totals: EdgeTotals) -> Edge:
    """The edge that *totals* are of."""
    return Edge(totals.caller, totals.caller_gateway, totals.callee)


def rates(flow: Flow) -> Rates:
    """*flow* as rates, success and percentiles."""
    if not flow.requests or flow.seconds <= 0:
        return Rates()
    return Rates(
        rps=flow.requests / flow.seconds,
        success=1 - flow.failures / flow.requests,
        p50_ms=percentile(flow, 0.50),
        p90_ms=percentile(flow, 0.90),
        p99_ms=percentile(flow, 0.99),
    )


def percentile(flow: Flow, share: float) -> float | None:
    """The latency that *share* of the answers did not exceed, interpolated within its bucket."""
    if not flow.answers:
        return None
    rank = share * flow.answers
    edges = zip((0.0, *flow.bounds_ms), (0, *flow.buckets), strict=True)
    for (lower, below), (upper, upto) in pairwise(edges):
        if upto >= rank and upto > below:
            return lower + (upper - lower) * (rank - below) / (upto - below)
    return flow.bounds_ms[-1] if flow.bounds_ms else None


def _append(source: _Source, edge: Edge, now: float, totals: EdgeTotals) -> None:
    samples = source.samples.get(edge)
    if samples is None:
        samples = source.samples[edge] = deque()
        if source.last is not None:
            # The reporter was there and the edge was not: it stood at zero.
            samples.append((source.last, _nothing(totals)))
    elif totals == samples[-1][1]:
        totals = samples[-1][1]  # the same value, held once
    elif totals.requests < samples[-1][1].requests:
        samples.clear()
    elif totals.bounds_ms == samples[-1][1].bounds_ms:
        totals = replace(totals, bounds_ms=samples[-1][1].bounds_ms)  # they never change
    if len(samples) >= 2 and now - samples[-2][0] < SPACING_S:
        samples.pop()  # the newest always stays; between two that stay is half a second
    samples.append((now, totals))
    # One sample older than the window stays: differences start from it.
    while len(samples) > 2 and samples[1][0] <= now - KEPT_S:
        samples.popleft()


def _nothing(totals: EdgeTotals) -> EdgeTotals:
    return EdgeTotals(totals.caller, totals.callee, totals.caller_gateway)


def _flow(samples: deque[tuple[float, EdgeTotals]], since: float) -> Flow:
    """From the newest sample not after *since* (or else the oldest) to the newest."""
    end, newest = samples[-1]
    start, oldest = samples[0]
    for at, totals in reversed(samples):
        if at <= since:
            start, oldest = at, totals
            break
    if end <= since or end <= start:
        return Flow()
    same = newest.bounds_ms == oldest.bounds_ms
    before = oldest.buckets if same else (0,) * len(newest.buckets)
    return Flow(
        seconds=end - start,
        requests=newest.requests - oldest.requests,
        failures=max(0, newest.failures - oldest.failures),
        bounds_ms=newest.bounds_ms,
        buckets=tuple(max(0, n - b) for n, b in zip(newest.buckets, before, strict=True)),
        answers=max(0, newest.latency_count - (oldest.latency_count if same else 0)),
    )


def _merged(one: Flow, other: Flow) -> tuple[tuple[float, ...], tuple[int, ...], int]:
    """Both histograms as one; of histograms with other bounds, the fuller one."""
    if one.bounds_ms == other.bounds_ms:
        buckets = tuple(a + b for a, b in zip(one.buckets, other.buckets, strict=True))
        return one.bounds_ms, buckets, one.answers + other.answers
    fuller = one if one.answers >= other.answers else other
    return fuller.bounds_ms, fuller.buckets, fuller.answers
