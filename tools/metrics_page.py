"""The reference page of the metrics: an exposition of every family -> docs/reference/metrics.md.

The exposition is asked rather than the names, so that types and labels are what
Prometheus sees.
"""

from prometheus_client.parser import text_string_to_metric_families

from weft.model.catalog import Instance
from weft.model.names import Name, Target
from weft.telemetry.edges import EdgeTotals
from weft.telemetry.metrics import CertificateLife, Gauges, ProxyState, exposition

HEAD = """\
# Metrics

The server shows them at `/metrics`, in Prometheus' text form; \
[how to scrape it](../how-to/get-told-about-trouble.md#prometheus).
This page is generated from an exposition; `make golden` rewrites it.

An edge is a caller and a callee; `version` is the callee's where a rule aims at one version, \
else empty.
`caller_kind` is `service` or `gateway`, `code_class` is `2xx` to `5xx`.
Counters may begin anew when the caller's agent does; Prometheus' `rate` knows how to read that.

| name | type | labels | meaning |
| --- | --- | --- | --- |
"""

TAIL = """
Beside these, the server's own process shows `process_…`.

The share of failed calls of each edge, over five minutes:

```promql
sum by (caller, callee) (rate(weft_edge_requests_total{code_class="5xx"}[5m]))
  / sum by (caller, callee) (rate(weft_edge_requests_total[5m]))
```

The slowest hundredth of the calls to each service:

```promql
histogram_quantile(0.99, sum by (callee, le) (rate(weft_edge_latency_seconds_bucket[5m])))
```
"""


def page() -> str:
    """The whole page."""
    rows = []
    for family in text_string_to_metric_families(exposition(_everything()).decode()):
        name = family.name
        if family.type == "counter":
            name += "_total"
        labels = {label for sample in family.samples for label in sample.labels} - {"le"}
        words = ", ".join(f"`{label}`" for label in sorted(labels)) or "none"
        rows.append(f"| `{name}` | {family.type} | {words} | {family.documentation} |\n")
    return HEAD + "".join(rows) + TAIL


def _everything() -> Gauges:
    """A mesh that has one of each."""
    name = Name("orders")
    edge = EdgeTotals(
        caller=Name("web"),
        callee=Target(name),
        classes=(("2xx", 1),),
        latency_count=1,
        bounds_ms=(1.0,),
        buckets=(1,),
    )
    instance = Instance(name, "orders-1", "127.0.0.1", 1, probe_ms=1.0)
    return Gauges(
        version="0",
        edges=(edge,),
        instances=(instance,),
        certificates=(CertificateLife("spiffe://shop", "default.orders", "host", 0.0),),
        proxies=(ProxyState("default.orders", "host", connected=True, restarts=0),),
        hosts={"host": True},
        documents={"Service": 1},
        alarms={"warning": 1},
    )
