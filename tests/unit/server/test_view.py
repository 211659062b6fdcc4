"""The public status out of what is known."""

import msgspec

from weft.api.agent import CertificateInfo, Join, ProxyInfo, Refusal, Report
from weft.api.shapes import Status
from weft.model.catalog import Callee, Config, Health, Instance, Run, Service
from weft.model.document import Document, Key, Origin
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.server.hosts import Hosts
from weft.server.view import Known, Moment, status_of
from weft.telemetry.edges import EdgeTotals

WEB, ORDERS, PUBLIC = Name("web"), Name("orders"), Name("public")
DOCUMENTS = (
    Document(Service(WEB, calls=(Callee(ORDERS), Callee(Name("cache"))))),
    Document(Service(ORDERS, allow=(WEB,)), origin=Origin("shop.yaml", 6, 3)),
    Document(Run(ORDERS, "v1", command=("python", "orders.py"), instances=2)),
    Document(Run(ORDERS, "v10", command=("python", "orders.py"))),
    Document(Config(ORDERS, '{"currency":"EUR"}')),
    Document(Gateway(PUBLIC, "0.0.0.0", 8080, ())),
)
INSTANCES = (
    Instance(ORDERS, "orders-v1-1", "127.0.0.1", 1, "v1", health=Health.HEALTHY, host="laptop"),
    Instance(ORDERS, "orders-v10-1", "127.0.0.1", 2, "v10", health=Health.UNHEALTHY),
)


def edge(caller: Name, callee: Target, requests: int, *, gateway: bool = False) -> EdgeTotals:
    return EdgeTotals(
        caller, callee, gateway, requests=requests, classes=(("2xx", requests),), retries=1
    )


def known() -> Known:
    snapshot = Snapshot()
    for document in DOCUMENTS:
        snapshot = snapshot.with_document(document, 1)
    for instance in INSTANCES:
        snapshot = snapshot.with_instance(instance, 2)
    found = Known("shop", "0.1.0", "http://x", 5.0, Hosts(10), read=lambda: snapshot)
    found.hosts.join(Join("laptop", "boot", "127.0.0.1"), "lease", 90)
    probed = msgspec.structs.replace(INSTANCES[0], probe_ms=1.5)
    found.hosts.report(
        Report(
            "laptop",
            "boot",
            "lease",
            1,
            instances=(probed,),
            certificates=(CertificateInfo("spiffe://shop/x", "default.web", "ab", 0, 1060),),
            refusals=(
                Refusal("default.web", "cluster a", "bad", (Key("Service", ORDERS.key),), 3),
                Refusal("default.web", "cluster b", "worse"),
            ),
            proxies=(ProxyInfo("default.web", 7, 2, "killed", True, 4),),
            revision=2,
        ),
        99,
    )
    for second, count in ((89, 0), (99, 100)):
        found.window.add(
            second,
            "laptop",
            "boot",
            [
                edge(WEB, Target(ORDERS), count),
                edge(WEB, Target(ORDERS, "v1"), count * 2),
                edge(PUBLIC, Target(WEB), count, gateway=True),
            ],
        )
    return found


def status() -> Status:
    return status_of(known(), Moment(unix=1000, monotonic=99))


def test_a_service_is_shown_with_its_versions_health_and_way_of_running():
    orders = next(s for s in status().services if s.name == "orders")

    assert orders.versions == ["v1", "v10"]
    assert orders.latest_version == "v1"  # v10 does not serve
    assert (orders.health.healthy, orders.health.unhealthy, orders.health.starting) == (1, 1, 0)
    assert (orders.calls, orders.allow) == (None, ["web"])
    assert orders.run
    assert orders.run.instances == 3
    assert orders.run.versions["v1"].command == ["python", "orders.py"]
    assert orders.config_revision


def test_traffic_of_a_service_is_that_of_all_its_callers():
    orders = next(s for s in status().services if s.name == "orders")

    assert (orders.traffic.rps, orders.traffic.requests) == (30.0, 300)


def test_declared_and_observed_calls_differ_in_words():
    web = next(s for s in status().services if s.name == "web")

    assert (web.calls, web.calls_observed) == (["cache", "orders"], ["orders"])
    assert web.calls_differences == ["names cache in its `calls` and has not called it"]


def test_a_probes_latency_comes_from_the_latest_report():
    orders = next(s for s in status().services if s.name == "orders")

    assert [instance.probe_ms for instance in orders.instances] == [1.5, None]


def test_edges_name_caller_callee_and_version():
    found = [(e.caller, e.caller_kind, e.callee, e.version, e.requests) for e in status().edges]

    assert found == [
        ("public", "gateway", "web", None, 100),
        ("web", "service", "orders", None, 100),
        ("web", "service", "orders", "v1", 200),
    ]


def test_a_gateway_has_an_address_that_a_browser_can_use():
    (public,) = status().gateways

    assert (public.url, public.traffic.requests) == ("http://127.0.0.1:8080", 100)


def test_a_refusal_stands_beside_the_document_that_caused_it():
    first, second = status().refusals

    assert (first.document, first.origin) == ("Service/default/orders", "shop.yaml:6:3")
    assert (second.document, second.origin, second.error) == (None, None, "worse")


def test_hosts_certificates_and_proxies_are_there():
    found = status()

    assert [(h.name, h.connected, h.last_report_s) for h in found.hosts] == [("laptop", True, 0)]
    assert [(c.host, c.left_s) for c in found.certificates] == [("laptop", 60)]
    assert [(p.workload, p.restarts, p.connected) for p in found.proxies] == [
        ("default.web", 2, True)
    ]


def test_what_a_gateway_of_the_same_name_calls_is_its_own_affair():
    found = known()
    found.window.add(100, "laptop", "boot", [edge(ORDERS, Target(Name("cache")), 5, gateway=True)])

    views = {view.name: view for view in status_of(found, Moment(1000, 100)).services}

    assert views["orders"].calls_observed == []


def test_every_key_is_always_there_and_it_reads_back():
    body = msgspec.json.encode(status())

    assert msgspec.json.decode(body, type=Status) == status()
    assert msgspec.json.decode(body)["services"][0]["fallback"] is None


def test_an_empty_mesh_has_a_status():
    empty = status_of(Known("shop", "0", "", 0, Hosts(10)), Moment(0, 0))

    assert (empty.services, empty.edges, empty.alarms) == ([], [], [])
