"""Meshes to look at: statuses as a server would tell them, in a few sizes and moods."""

import math
from dataclasses import dataclass, field
from itertools import count

import msgspec

from weft.api import shapes
from weft.model.catalog import Health

NOW = 1_800_000_000.0


def traffic(rps: float = 0.0, success: float = 1.0, p50: float = 2.0) -> shapes.TrafficView:
    return shapes.TrafficView(**_numbers(rps, success, p50))


def edge(
    caller: str,
    callee: str,
    rps: float = 0.0,
    success: float = 1.0,
    p50: float = 2.0,
    *,
    version: str | None = None,
    gateway: bool = False,
    retries: int = 0,
) -> shapes.EdgeView:
    return shapes.EdgeView(
        caller=caller,
        caller_kind="gateway" if gateway else "service",
        callee=callee,
        version=version,
        retries=retries,
        active=round(rps / 100),
        **_numbers(rps, success, p50),
    )


def _numbers(rps: float, success: float, p50: float) -> dict:
    requests = round(rps * 600)
    return {
        "rps": rps,
        "success": success if rps else None,
        "p50_ms": p50 if rps else None,
        "p90_ms": p50 * 2.4 if rps else None,
        "p99_ms": p50 * 5.3 if rps else None,
        "requests": requests,
        "failures": round(requests * (1 - success)),
    }


_ports = count(20_000)


def instance(
    service: str, number: int, version: str = "", health: str = "healthy", reason: str = ""
) -> shapes.InstanceView:
    port = next(_ports)
    stem = f"{service}-{version}" if version else service
    return shapes.InstanceView(
        id=f"{stem}-{number}",
        version=version,
        health=Health(health),
        reason=reason,
        since=NOW - 47 - number,
        address="127.0.0.1",
        port=port,
        app_port=port + 20_000,
        pid=4_000 + port % 1_000,
        restarts=0 if health == "healthy" else 2,
        weight=100,
        probe_ms=1.3 + number / 10,
        host="laptop",
        started=NOW - 900,
        labels={},
    )


@dataclass
class Wanted:
    """A service in a few words; `v1: 2` are two healthy instances."""

    name: str
    versions: dict[str, int] = field(default_factory=lambda: {"": 1})
    calls: list[str] | None = None
    allow: list[str] | None = None
    description: str = ""
    instances: list[shapes.InstanceView] | None = None
    namespace: str = "default"
    differences: list[str] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        return self.name if self.namespace == "default" else f"{self.namespace}/{self.name}"


def service(wanted: Wanted, edges: list[shapes.EdgeView]) -> shapes.ServiceView:
    copies = wanted.instances
    if copies is None:
        copies = [
            instance(wanted.name, number, version)
            for version, how_many in wanted.versions.items()
            for number in range(1, how_many + 1)
        ]
    incoming = [e for e in edges if e.callee == wanted.full_name]
    rps = sum(e.rps for e in incoming)
    good = sum(e.rps * (e.success or 0) for e in incoming)
    versions = [version for version in wanted.versions if version]
    runs = {
        version: shapes.RunVersionView(
            command=["python", f"{wanted.name}.py"],
            address=None,
            instances=how_many,
            port=None,
            restarts=0,
        )
        for version, how_many in wanted.versions.items()
    }
    return shapes.ServiceView(
        name=wanted.name,
        namespace=wanted.namespace,
        description=wanted.description,
        latest_version=versions[-1] if versions else "",
        versions=versions,
        health=shapes.HealthCounts(
            **{health: sum(c.health == health for c in copies) for health in Health}
        ),
        instances=copies,
        calls=wanted.calls,
        calls_observed=sorted({e.callee for e in edges if e.caller == wanted.full_name and e.rps}),
        calls_differences=wanted.differences,
        allow=wanted.allow,
        fallback=None,
        config_revision="9f1c2ab0" if versions else None,
        run=shapes.RunView(instances=sum(wanted.versions.values()), versions=runs),
        traffic=traffic(
            rps, good / rps if rps else 1.0, max((e.p50_ms or 0 for e in incoming), default=0)
        ),
    )


def status(
    wanted: list[Wanted],
    edges: list[shapes.EdgeView],
    *,
    gateways: tuple[str, ...] = ("public",),
    **others: object,
) -> shapes.Status:
    base = shapes.Status(
        mesh="shop",
        version="0.1.0",
        revision=128,
        started=NOW - 3_600,
        now=NOW,
        url="http://127.0.0.1:7433",
        hosts=[
            shapes.HostView(
                name="laptop", address="127.0.0.1", connected=True, last_report_s=0.4, revision=128
            )
        ],
        services=[service(each, edges) for each in wanted],
        gateways=[
            shapes.GatewayView(
                name=name,
                namespace="default",
                address="127.0.0.1",
                port=8080 + index,
                url=f"http://127.0.0.1:{8080 + index}",
                traffic=_through(name, edges),
            )
            for index, name in enumerate(gateways)
        ],
        edges=edges,
        alarms=[],
        refusals=[],
        certificates=[_certificate(each.name) for each in wanted],
        proxies=[_proxy(each.name) for each in wanted],
    )
    return msgspec.structs.replace(base, **others)


def _through(gateway: str, edges: list[shapes.EdgeView]) -> shapes.TrafficView:
    outgoing = [e for e in edges if e.caller == gateway and e.rps]
    rps = sum(e.rps for e in outgoing)
    good = sum(e.rps * (e.success or 0) for e in outgoing)
    return traffic(
        rps, good / rps if rps else 1.0, max((e.p50_ms or 0 for e in outgoing), default=0)
    )


def _certificate(name: str) -> shapes.CertificateView:
    return shapes.CertificateView(
        identity=f"spiffe://shop/ns/default/service/{name}",
        workload=f"default.{name}",
        host="laptop",
        serial="5f0c9d2a7b3e41c8",
        not_before=NOW - 1_400,
        not_after=NOW + 2_200,
        left_s=2_200,
    )


def _proxy(name: str) -> shapes.ProxyView:
    return shapes.ProxyView(
        workload=f"default.{name}",
        host="laptop",
        pid=3_100,
        restarts=0,
        last_exit="",
        connected=True,
        since=NOW - 900,
    )


SHOP = [
    Wanted(
        "web",
        calls=["orders", "recommendations"],
        allow=["public"],
        description="what visitors see",
    ),
    Wanted(
        "orders",
        {"v1": 2, "v2": 1},
        calls=["stock"],
        allow=["web"],
        description="takes orders and asks whether there is stock",
    ),
    Wanted("recommendations", calls=["stock", "profiles"], allow=["web"]),
    Wanted("stock", {"": 2}, calls=[], allow=["orders", "recommendations"]),
    Wanted("profiles", calls=[], allow=["recommendations"]),
]


def five(second: float = 0.0) -> shapes.Status:
    """A shop in good order; its rates sway with *second*."""
    sway = 1 + 0.1 * math.sin(second / 3)
    rps = 480 * sway
    return status(
        SHOP,
        [
            edge("public", "web", rps, 0.9994, 8.1, gateway=True),
            edge("web", "orders", rps * 0.6 * 0.95, 1.0, 4.2, version="v1", retries=3),
            edge("web", "orders", rps * 0.6 * 0.05, 1.0, 3.7, version="v2"),
            edge("web", "recommendations", rps * 0.4, 1.0, 2.9),
            edge("orders", "stock", rps * 0.6, 1.0, 0.7),
            edge("recommendations", "stock", rps * 0.4, 1.0, 0.8),
        ],
        now=NOW + second,
    )


# What is wrong on a bad day.
ALARMS = [
    shapes.AlarmView(
        id="service/default/stock",
        severity="critical",
        what="nobody serves stock",
        why="1 of 2 instances are unhealthy, none is healthy",
        fix="see `weft logs stock`",
        service="stock",
        since=NOW - 47,
    ),
    shapes.AlarmView(
        id="instance/default/orders/orders-v1-2",
        severity="warning",
        what="orders-v1-2 is unhealthy",
        why="GET /healthz answered 503",
        fix="see `weft logs orders`",
        service="orders",
        instance="orders-v1-2",
        since=NOW - 130,
    ),
    shapes.AlarmView(
        id="refusal/laptop/default.web/out/default/orders",
        severity="warning",
        what="the proxy of default.web refuses out/default/orders",
        why="the regex '(' is missing a closing parenthesis",
        fix="change Route/default/orders",
        since=NOW - 20,
    ),
]

REFUSALS = [
    shapes.RefusalView(
        document="Route/default/orders",
        origin="shop.yaml:41:7",
        host="laptop",
        workload="default.web",
        resource="out/default/orders",
        error="RouteConfiguration: the regex '(' is missing a closing parenthesis",
        since=NOW - 20,
    )
]


def troubled() -> shapes.Status:
    """The same shop on a bad day."""
    wanted = [
        SHOP[0],
        Wanted(
            "orders",
            {"v1": 2, "v2": 1},
            calls=["stock"],
            allow=["web"],
            instances=[
                instance("orders", 1, "v1"),
                instance("orders", 2, "v1", "unhealthy", "GET /healthz answered 503"),
                instance("orders", 1, "v2", "degraded", "answers in 812 ms, slower than 500 ms"),
            ],
            differences=["calls payments, which `calls:` does not name"],
        ),
        Wanted(
            "recommendations",
            calls=["stock", "profiles"],
            allow=["web"],
            instances=[instance("recommendations", 1, "", "starting", "no good probe yet")],
        ),
        Wanted(
            "stock",
            {"": 2},
            calls=[],
            allow=["orders", "recommendations"],
            instances=[
                instance("stock", 1, "", "unhealthy", "exited with status 137"),
                instance("stock", 2, "", "draining", "about to stop"),
            ],
        ),
        SHOP[4],
    ]
    edges = [
        edge("public", "web", 310, 0.962, 41, gateway=True),
        edge("web", "orders", 190, 0.991, 24, version="v1", retries=214),
        edge("web", "orders", 9, 0.97, 812, version="v2"),
        edge("web", "recommendations", 0),
        edge("orders", "stock", 180, 0.41, 950),
        edge("orders", "payments", 12, 1.0, 61),
    ]
    return status(wanted, edges, alarms=ALARMS, refusals=REFUSALS)


def forty() -> shapes.Status:
    """Forty services in five layers behind two gateways."""
    layers = [
        [f"{kind}-{n}" for n in range(1, size + 1)]
        for kind, size in (("front", 4), ("api", 8), ("worker", 12), ("data", 10), ("legacy", 6))
    ]
    edges = [
        edge("public", name, 300 - 40 * i, gateway=True) for i, name in enumerate(layers[0][:3])
    ]
    edges.append(edge("partners", layers[0][3], 24, gateway=True))
    wanted = []
    for depth, layer in enumerate(layers):
        deeper = layers[depth + 1] if depth + 1 < len(layers) else []
        for index, name in enumerate(layer):
            callees = (
                sorted({deeper[(index * 2 + step) % len(deeper)] for step in (0, 1)})
                if deeper
                else []
            )
            success = 0.93 if name == "worker-5" else 0.975 if name == "api-3" else 1.0
            edges += [
                edge(name, callee, (200 / (depth + 1)) / (index + 1), success) for callee in callees
            ]
            versions = {"v1": 3, "v2": 1} if index % 5 == 0 else {"": 1 + index % 3}
            wanted.append(Wanted(name, versions, calls=callees))
    return status(wanted, edges, gateways=("public", "partners"))


def empty() -> shapes.Status:
    """A server that was just started."""
    return status([], [], gateways=())


def odd() -> shapes.Status:
    """Shapes that are rare: a circle, a call to oneself, long names, a crowd, hostile words."""
    long = "a-service-whose-name-is-as-long-as-a-name-may-possibly-be-in-dns"[:63]
    wanted = [
        Wanted("ping", calls=["pong", "ping"]),
        Wanted("pong", calls=["ping", long]),
        Wanted(long, {"v1": 40, "v2": 1, "2026.11.20-rc1": 3, "v4": 1, "v5": 1}, calls=[]),
        Wanted("ledger", namespace="billing", calls=None, description=HOSTILE),
    ]
    edges = [
        edge("ping", "pong", 12_345, 1.0, 0.2),
        edge("ping", "ping", 3, 1.0, 0.2),
        edge("pong", "ping", 0.4, 1.0, 61_000),
        edge("pong", long, 1_000_000, 0.99991, 1),
        edge("pong", "billing/ledger", 5),
    ]
    alarm = shapes.AlarmView(
        id="odd", severity="warning", what=HOSTILE, why="x" * 400, fix="", since=NOW
    )
    return status(wanted, edges, gateways=(), alarms=[alarm])


HOSTILE = "<img src=x onerror=alert(1)> & <script>alert(2)</script>"
