"""What Prometheus reads."""

from prometheus_client.parser import text_string_to_metric_families

from weft.model.catalog import Health, Instance
from weft.model.names import Name, Target
from weft.telemetry.edges import EdgeTotals
from weft.telemetry.metrics import CertificateLife, Gauges, ProxyState, exposition

EDGE = EdgeTotals(
    Name("web"),
    Target(Name("orders"), "v1"),
    requests=3,
    classes=(("2xx", 2), ("5xx", 1)),
    retries=4,
    active=1,
    bounds_ms=(1.0, 10.0),
    buckets=(1, 3),
    latency_count=3,
    latency_sum_ms=12.0,
)
GAUGES = Gauges(
    version="0.1.0",
    revision=9,
    edges=(EDGE, EDGE),
    instances=(
        Instance(Name("orders"), "orders-1", "127.0.0.1", 1, "v1", health=Health.HEALTHY),
        Instance(Name("orders"), "orders-2", "127.0.0.1", 2, "v1", restarts=3, probe_ms=5.0),
    ),
    certificates=(CertificateLife("spiffe://a/b", "default.web", "laptop", 123.0),),
    proxies=(ProxyState("default.web", "laptop", True, 2),),
    hosts={"laptop": True, "attic": False},
    documents={"Service": 2},
    alarms={"critical": 1},
    refusals=1,
)


class Samples(dict[tuple[str, frozenset[str]], float]):
    def of(self, name: str, *labels: str) -> float:
        return self[name, frozenset(labels)]


def samples(gauges: Gauges) -> Samples:
    found = Samples()
    for family in text_string_to_metric_families(exposition(gauges).decode()):
        for sample in family.samples:
            found[sample.name, frozenset(sample.labels.values())] = sample.value
    return found


def test_edges_of_several_hosts_are_one_series():
    found = samples(GAUGES)

    assert found.of("weft_edge_requests_total", "web", "service", "orders", "v1", "2xx") == 4
    assert found.of("weft_edge_retries_total", "web", "service", "orders", "v1") == 8
    assert found.of("weft_edge_active_requests", "web", "service", "orders", "v1") == 2


def test_latency_is_a_histogram_in_seconds():
    found = samples(GAUGES)
    edge = ("web", "service", "orders", "v1")

    assert found.of("weft_edge_latency_seconds_bucket", *edge, "0.001") == 2
    assert found.of("weft_edge_latency_seconds_bucket", *edge, "0.01") == 6
    assert found.of("weft_edge_latency_seconds_bucket", *edge, "+Inf") == 6
    assert found.of("weft_edge_latency_seconds_sum", *edge) == 0.024


def test_instances_are_counted_in_every_state():
    found = samples(GAUGES)

    assert found.of("weft_instances", "orders", "v1", "healthy") == 1
    assert found.of("weft_instances", "orders", "v1", "starting") == 1
    assert found.of("weft_instances", "orders", "v1", "unhealthy") == 0
    assert found.of("weft_instance_restarts_total", "orders", "v1", "orders-2") == 3
    assert found.of("weft_instance_probe_seconds", "orders", "v1", "orders-2") == 0.005


def test_hosts_proxies_certificates_and_the_server_are_there():
    found = samples(GAUGES)

    assert found.of("weft_host_connected", "attic") == 0
    assert found.of("weft_proxy_restarts_total", "default.web", "laptop") == 2
    assert (
        found.of(
            "weft_certificate_not_after_timestamp_seconds", "spiffe://a/b", "default.web", "laptop"
        )
        == 123
    )
    assert found.of("weft_documents", "Service") == 2
    assert found.of("weft_alarms", "critical") == 1
    assert found.of("weft_revision") == 9
    assert found.of("weft_build_info", "0.1.0") == 1


def test_a_mesh_without_anything_still_answers():
    assert samples(Gauges(version="0.1.0")).of("weft_revision") == 0
