"""Differences are told in the words of mesh.yaml, and secrets are not told."""

import pytest

from weft.model.catalog import Callee, Config, Probe, Run, Service
from weft.model.document import Alarm, Mesh
from weft.model.gateway import Route
from weft.model.names import Name, Target
from weft.model.traffic import (
    Algorithm,
    Balance,
    HeaderMatch,
    Match,
    PathMatch,
    Retry,
    Rule,
    Split,
)
from weft.registry.difference import differences, duration

ORDERS, WEB, CACHE = Name("orders"), Name("web"), Name("cache", "team")
V1, V2 = Target(ORDERS, "v1"), Target(ORDERS, "v2")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Service(ORDERS), Service(ORDERS), ()),
        (
            Service(ORDERS, timeout_ms=2_000),
            Service(ORDERS, timeout_ms=5_000),
            ("timeout: 2s → 5s",),
        ),
        (Service(ORDERS), Service(ORDERS, timeout_ms=500), ("timeout: no limit → 500ms",)),
        (
            Service(ORDERS),
            Service(ORDERS, retry=Retry(attempts=2, budget_percent=10)),
            ("retry.attempts: 1 → 2", "retry.budget: 20% → 10%"),
        ),
        (
            Service(ORDERS),
            Service(ORDERS, balance=Balance(Algorithm.MAGLEV, hash_header="x-user")),
            ("balance.algorithm: least-request → maglev", "balance.hash_header: none → x-user"),
        ),
        (
            Service(ORDERS),
            Service(ORDERS, allow=(WEB, CACHE)),
            ("allow: anyone → web, team/cache",),
        ),
        (Service(ORDERS, allow=(WEB,)), Service(ORDERS, allow=()), ("allow: web → none",)),
        (
            Service(WEB, calls=(Callee(ORDERS),)),
            Service(WEB, calls=(Callee(ORDERS, 8081), Callee(CACHE))),
            ("calls: orders → orders:8081, team/cache",),
        ),
        (Service(WEB, fallback=CACHE), Service(WEB), ("fallback: team/cache → none",)),
        (
            Run(ORDERS, command=("python", "a.py")),
            Run(ORDERS, command=("python", "b.py"), instances=3, port=8000),
            ("command: python, a.py → python, b.py", "instances: 1 → 3", "port: any → 8000"),
        ),
        (
            Run(ORDERS, probe=Probe()),
            Run(ORDERS, probe=Probe(kind="http", path="/up", slower_than_ms=500)),
            ("probe.kind: tcp → http", "probe.path: / → /up", "probe.slower_than: none → 500ms"),
        ),
        (
            Run(ORDERS, labels=(("a", "1"), ("b", "1"))),
            Run(ORDERS, labels=(("b", "2"), ("c", "1"))),
            ("labels.a: removed", "labels.b: 1 → 2", "labels.c: added (1)"),
        ),
        (
            Config(ORDERS, '{"currency":"EUR","vat":{"rate":19}}'),
            Config(ORDERS, '{"currency":"USD","vat":{"rate":7}}'),
            ('currency: "EUR" → "USD"', 'vat: {"rate": 19} → {"rate": 7}'),
        ),
        (
            Mesh("shop"),
            Mesh("shop", certificate_life_s=20),
            ("certificate_life: 1h → 20s",),
        ),
    ],
)
def test_each_field_that_changed_is_one_line(before, after, told):
    assert differences(before, after) == told


def test_a_canary_is_told_by_its_weights():
    rule = Rule((Split(V1, 95), Split(V2, 5)))
    before = Route(ORDERS, (rule,))
    after = Route(ORDERS, (Rule((Split(V1, 50), Split(V2, 50))),))

    assert differences(before, after) == (
        "rule 1: to: orders@v1 95, orders@v2 5 → orders@v1 50, orders@v2 50",
    )


def test_rules_that_come_and_go_are_told_with_their_matches():
    beta = Match(
        path=PathMatch("exact", "/new"), method="GET", headers=(HeaderMatch("x-beta", "1"),)
    )
    every, added = Rule((Split(V1, 1),)), Rule((Split(V2, 1),), beta)

    assert differences(Route(ORDERS, (every,)), Route(ORDERS, (every, added))) == (
        "rule 2: added (GET exact /new x-beta=1 to orders@v2 1)",
    )
    assert differences(Route(ORDERS, (added, every)), Route(ORDERS, (every,))) == (
        "rule 1: to: orders@v2 1 → orders@v1 1",
        "rule 1: match: GET exact /new x-beta=1 → any request",
        "rule 2: removed (any request to orders@v1 1)",
    )


def test_what_may_be_secret_is_not_shown():
    before = Run(ORDERS, env=(("TOKEN", "geheim-1"),))
    after = Run(ORDERS, env=(("KEY", "geheim-3"), ("TOKEN", "geheim-2")))
    hooks = [Mesh("m", alarms=(Alarm(webhook=f"https://geheim/{n}"),)) for n in range(2)]

    told = differences(before, after) + differences(*hooks) + differences(Mesh("m"), hooks[0])

    assert told == (
        "env.KEY: added",
        "env.TOKEN: changed",
        "alarm 1: webhook: changed",
        "alarm 1: added (alarm)",
    )


def test_a_long_value_is_cut():
    (line,) = differences(Service(WEB), Service(WEB, description="word " * 100))

    assert len(line) < 120
    assert line.endswith("…")


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0ms"),
        (500, "500ms"),
        (2_000, "2s"),
        (90_000, "1m30s"),
        (3_600_000, "1h"),
        (1_500, "1500ms"),
    ],
)
def test_durations_are_written_as_in_the_file(ms, text):
    assert duration(ms) == text
