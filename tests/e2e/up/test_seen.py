"""What can be seen of a mesh: status, metrics, access logs, the apps' output."""

import json
from collections import Counter

import pytest
from prometheus_client.parser import text_string_to_metric_families

from e2e.up.ask import ask_often, free_ports
from e2e.up.mesh import ECHO

GATEWAY, ORDERS = free_ports(2)
CALLS = 37
BROKEN = 5


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.up(
        f"""
format: 1
mesh: seen
services:
  web: {{run: {ECHO}, calls: [{{orders: {ORDERS}}}, stock]}}
  orders: {{run: {ECHO}, instances: 2, allow: [web], retry: {{attempts: 0}}}}
  stock: {{run: {ECHO}}}
  far: {{run: {ECHO}}}
gateways:
  public: {{listen: "127.0.0.1:{GATEWAY}", rules: [{{to: web}}]}}
"""
    )
    ask_often(CALLS, ORDERS)
    ask_often(BROKEN, ORDERS, "/?status=500")
    ask_often(CALLS, GATEWAY, "/hello")
    module_mesh.client.healthy()
    module_mesh.until(lambda: edge(module_mesh, "web", "orders").requests == CALLS + BROKEN)
    module_mesh.until(lambda: edge(module_mesh, "public", "web").requests == CALLS)
    return module_mesh


def edge(shop, caller: str, callee: str):
    return next(e for e in shop.status().edges if (e.caller, e.callee) == (caller, callee))


def metrics(shop) -> dict[str, list]:
    families = text_string_to_metric_families(shop.client.metrics())
    return {family.name: family.samples for family in families}


def test_the_maps_counts_are_the_clients(shop):
    calls, entry = edge(shop, "web", "orders"), edge(shop, "public", "web")

    assert (calls.requests, calls.failures) == (CALLS + BROKEN, BROKEN)
    assert (entry.requests, entry.failures, entry.caller_kind) == (CALLS, 0, "gateway")
    assert len(shop.status().edges) == 2
    assert shop.service("orders").traffic.requests == CALLS + BROKEN
    assert shop.status().gateways[0].traffic.requests == CALLS


def test_dependencies_are_shown_as_declared_as_observed_and_where_they_differ(shop):
    web, far = shop.service("web"), shop.service("far")

    assert web.calls == ["orders", "stock"]
    assert web.calls_observed == ["orders"]
    assert web.calls_differences == ["names stock in its `calls` and has not called it"]
    assert far.calls is None
    assert "stock in its `calls`" in shop.weft("status").stdout


def test_prometheus_reads_the_same_counts(shop):
    found = metrics(shop)
    requests = {
        (s.labels["caller"], s.labels["callee"], s.labels["code_class"]): s.value
        for s in found["weft_edge_requests"]
        if s.name == "weft_edge_requests_total"
    }

    assert requests["web", "orders", "2xx"] == CALLS
    assert requests["web", "orders", "5xx"] == BROKEN
    assert requests["public", "web", "2xx"] == CALLS
    instances = {
        s.labels["service"]: s.value
        for s in found["weft_instances"]
        if s.labels["health"] == "healthy"
    }
    assert instances == {"web": 1, "orders": 2, "stock": 1, "far": 1}
    assert {s.value for s in found["weft_proxy_connected"]} == {1}


def test_latencies_are_a_proper_histogram_in_seconds(shop):
    def of_orders(suffix: str) -> list:
        samples = metrics(shop)["weft_edge_latency_seconds"]
        return [s for s in samples if s.labels["callee"] == "orders" and s.name.endswith(suffix)]

    # An Envoy folds its histograms every few seconds.
    shop.until(lambda: [s.value for s in of_orders("_count")] == [CALLS + BROKEN])
    buckets = [(float(s.labels["le"]), s.value) for s in of_orders("_bucket")]

    assert buckets[-1] == (float("inf"), CALLS + BROKEN)
    assert buckets == sorted(buckets)
    assert [value for _, value in buckets] == sorted(value for _, value in buckets)
    assert next(value for bound, value in buckets if bound >= 5) == CALLS + BROKEN


def test_metrics_are_lint_free(shop):
    """What promtool's `check metrics` looks for, as far as a text can show it."""
    text = shop.client.metrics()
    families = list(text_string_to_metric_families(text))

    names = [family.name for family in families]
    assert len(names) == len(set(names))
    assert all(family.documentation for family in families)
    series = [(s.name, tuple(sorted(s.labels.items()))) for f in families for s in f.samples]
    assert len(series) == len(set(series))
    for family in families:
        assert not family.name.endswith(("_ms", "_milliseconds")), "base units only"
        if family.type == "counter":
            assert all(s.name.endswith(("_total", "_created")) for s in family.samples)


def access(shop, workload: str) -> list[dict]:
    path = shop.folder / ".weft/logs/access" / f"{workload}.log"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_access_logs_are_json_with_both_identities(shop):
    shop.until(lambda: len(access(shop, "default.web")) >= CALLS + BROKEN)
    shop.until(lambda: bool(access(shop, "default.orders")))
    lines = [line for line in access(shop, "default.web") if "orders" in json.dumps(line)]
    inbound = access(shop, "default.orders")

    def names_both(line: dict) -> bool:
        words = json.dumps(line)
        return all(f"spiffe://seen/ns/default/service/{n}" in words for n in ("web", "orders"))

    assert len(lines) >= CALLS + BROKEN
    assert all(names_both(line) for line in lines)
    assert any(names_both(line) for line in inbound)


def test_logs_show_what_apps_wrote_with_service_and_instance(shop):
    shop.app("stock-1", "/chatter?lines=3")
    shop.until(lambda: "a word on stderr" in shop.weft("logs", "stock").stdout)

    shown = shop.weft("logs", "stock").stdout.splitlines()
    rows = [
        json.loads(line)
        for line in shop.weft("logs", "orders", "-n", "1000", "-o", "json").stdout.splitlines()
    ]

    assert sum(line.startswith("stock-1 | out xxx") for line in shown) == 3
    assert {row["service"] for row in rows} == {"orders"}
    assert Counter(row["instance"] for row in rows).keys() == {"orders-1", "orders-2"}
    assert sum("GET /?status=500" in row["line"] for row in rows) == BROKEN
    assert shop.weft("logs", "-n", "1", "orders-2").stdout.count("\n") == 1
    nobody = shop.weft("logs", "nobody", check=False)
    assert nobody.returncode == 1
    assert "orders" in nobody.stderr


def test_an_apps_output_is_rotated(shop):
    log = next((shop.folder / ".weft/logs/apps").rglob("far-1.log"))
    older = log.with_name("far-1.log.1")

    shop.app("far-1", "/chatter?lines=120000")
    shop.until(older.exists)
    shop.until(lambda: log.stat().st_size < 1_000_000)
    assert older.stat().st_size > 10_000_000
    assert older.stat().st_mode & 0o077 == 0
    shop.app("far-1", "/chatter?lines=2")
    shop.until(lambda: "out xxx" in shop.weft("logs", "far", "-n", "5").stdout)
    assert log.stat().st_size < 1_000_000, "the app goes on at the new end of its file"


def test_status_reads_well_without_color_or_noise(shop):
    shown = shop.weft("status").stdout

    assert "web → orders" in shown
    assert "public → web" in shown
    assert "all is well" in shown
    assert "\x1b" not in shown


def test_latencies_are_shown_while_there_is_traffic(shop):
    def shown() -> bool:
        ask_often(5, GATEWAY)
        found = edge(shop, "public", "web")
        return found.p50_ms is not None and 0 < found.p50_ms <= found.p90_ms <= found.p99_ms

    shop.until(shown)
    assert edge(shop, "public", "web").rps > 0
