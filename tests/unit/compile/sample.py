"""Small snapshots for tests of the compiler."""

from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, ROUTES
from weft.compile.workload import compile_workload
from weft.envoy import messages
from weft.model.catalog import Health, Instance, Service
from weft.model.document import Document, Mesh
from weft.model.names import Name, Target
from weft.model.snapshot import Snapshot
from weft.model.traffic import Match, Rule, Split
from weft.model.workload import Workload

WEB, ORDERS, STOCK = Name("web"), Name("orders"), Name("stock")


def known(*specs, mesh="shop"):
    """A snapshot that holds these documents."""
    snapshot = Snapshot()
    for spec in (Mesh(mesh), *specs):
        snapshot = snapshot.with_document(Document(spec), snapshot.revision + 1)
    return snapshot


def living(snapshot, *instances):
    for instance in instances:
        snapshot = snapshot.with_instance(instance, snapshot.revision + 1)
    return snapshot


def instance(id, service=ORDERS, port=20001, health=Health.HEALTHY, **more):
    return Instance(service, id, "127.0.0.1", port, health=health, **more)


def workload(name=WEB, **more):
    return Workload(name, proxy_port=15001, **more)


def rule(*targets, timeout_ms=None, **match):
    splits = tuple(t if isinstance(t, Split) else Split(t) for t in targets)
    return Rule(splits, Match(**match), timeout_ms)


def to(service, version=None):
    return Target(service, version)


def compiled(snapshot, of=None):
    """Every message that *of* holds, by section and name."""
    resources = compile_workload(snapshot, of or workload())
    return {
        section: {name: messages.parse(url, each.body) for name, each in resources.of(url).items()}
        for section, url in {
            "clusters": CLUSTERS,
            "endpoints": ENDPOINTS,
            "listeners": LISTENERS,
            "routes": ROUTES,
        }.items()
    }


def default(service=ORDERS, **more):
    return Service(service, **more)
