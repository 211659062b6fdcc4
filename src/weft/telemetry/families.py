"""The shape of Prometheus' MetricFamily message, as far as it is read here.

The generated class fits it. Taken by shape, the readers depend on no generated
code, and a test can write a family as plain values.
"""

# ruff: noqa: D102 - the fields are Prometheus' own and explained there

from collections.abc import Iterable
from typing import Protocol


class Label(Protocol):
    """One label of a metric."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...


class Number(Protocol):
    """A counter or a gauge."""

    @property
    def value(self) -> float: ...


class Bucket(Protocol):
    """How many observations were at most *upper_bound*."""

    @property
    def cumulative_count(self) -> int: ...
    @property
    def upper_bound(self) -> float: ...


class Histogram(Protocol):
    """A distribution."""

    @property
    def sample_count(self) -> int: ...
    @property
    def sample_sum(self) -> float: ...
    @property
    def bucket(self) -> Iterable[Bucket]: ...


class Metric(Protocol):
    """One series."""

    @property
    def label(self) -> Iterable[Label]: ...
    @property
    def counter(self) -> Number: ...
    @property
    def gauge(self) -> Number: ...
    @property
    def histogram(self) -> Histogram: ...


class MetricFamily(Protocol):
    """All series of one name."""

    @property
    def name(self) -> str: ...
    @property
    def metric(self) -> Iterable[Metric]: ...
