"""A golden case: mesh.yaml -> a whole mesh on one imagined host -> every proxy as YAML.

Hosts, ports and instances are made up by rule, so that the same mesh.yaml gives
the same proxies on every machine. `python -m tools.golden` rewrites what is
compared; the diff is to be read.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from weft.compile.bootstrap import bootstrap
from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, ROUTES, Resources
from weft.compile.workload import compile_workload
from weft.config.read import read
from weft.envoy import messages
from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.model.catalog import Health, Instance, Run
from weft.model.snapshot import Snapshot
from weft.model.workload import Inbound, LocalPort, Workload

#: Fields whose keys have no order of their own.
MAPS = ("filter_metadata", "json_format", "policies", "match", "typed_extension_protocol_options")
#: Equal parts at least as long as this are written once.
SHARED_LENGTH = 200
GOLDEN = Path(__file__).parent
SECTIONS = (
    ("clusters", CLUSTERS),
    ("endpoints", ENDPOINTS),
    ("listeners", LISTENERS),
    ("routes", ROUTES),
)


def cases() -> list[Path]:
    """The folders that hold a mesh.yaml."""
    return sorted(path.parent for path in GOLDEN.glob("*/mesh.yaml"))


def rendered(case: Path) -> dict[Path, str]:
    """What the files of *case* should hold."""
    snapshot, workloads = deploy(case)
    pages = {
        case / f"{workload.id}.yaml": page(compile_workload(snapshot, workload))
        for workload in workloads
        # A file keeps being compared because it is there; `web.yaml` alone starts it.
        if wanted(case, workload)
    }
    if case.name == "pair":
        pages[case / "bootstrap.yaml"] = messages.to_yaml(bootstrap_of(workloads[0]))
    return pages


def wanted(case: Path, workload: Workload) -> bool:
    """Whether the first line of the case's mesh.yaml asks for this proxy."""
    first = (case / "mesh.yaml").read_text().splitlines()[0]
    return workload.id in first.removeprefix("# golden:").split()


def deploy(case: Path) -> tuple[Snapshot, list[Workload]]:
    """The mesh of *case* with all of its instances healthy, and its workloads in name order."""
    loaded = read((case / "mesh.yaml").read_text(), file="mesh.yaml", dir="/mesh")
    assert not loaded.failed, [problem.message for problem in loaded.problems]
    snapshot = Snapshot()
    for document in loaded.documents:
        snapshot = snapshot.with_document(document, 1)
    inbound: dict[str, list[Inbound]] = {}
    for port, (run, number) in enumerate(_copies(snapshot), start=21001):
        name = "-".join(filter(None, (run.service.name, run.version, str(number))))
        way = Inbound(name, "127.0.0.1", port, "127.0.0.1", port + 1000)
        inbound.setdefault(run.service.key, []).append(way)
        instance = Instance(
            run.service,
            name,
            "127.0.0.1",
            port,
            version=run.version,
            weight=run.weight,
            health=Health.HEALTHY,
        )
        snapshot = snapshot.with_instance(instance, 2)
    return snapshot, list(_workloads(snapshot, inbound))


def _copies(snapshot: Snapshot) -> Iterator[tuple[Run, int]]:
    runs = (document.spec for document in snapshot.documents.values())
    for run in sorted(
        (r for r in runs if isinstance(r, Run)), key=lambda r: (r.service, r.version)
    ):
        yield from ((run, number) for number in range(1, run.instances + 1))


def _workloads(snapshot: Snapshot, inbound: dict[str, list[Inbound]]) -> Iterator[Workload]:
    for number, service in enumerate(snapshot.services):
        callees = sorted(callee.service for callee in service.calls or ())
        first = 23000 + 100 * number
        yield Workload(
            service.name,
            proxy_port=first,
            local_ports=tuple(LocalPort(n, first + i) for i, n in enumerate(callees, start=1)),
            inbound=tuple(inbound.get(service.name.key, ())),
            access_log="/dev/null",
            call_socket=f"/tmp/{service.name.name}-call.sock",
        )
    for gateway in snapshot.gateways:
        yield Workload(gateway.name, gateway=True, access_log="/dev/null")


def bootstrap_of(workload: Workload) -> Bootstrap:
    """What its Envoy is started with."""
    return bootstrap(
        workload,
        trust_domain="shop",
        xds_socket="/tmp/xds.sock",
        admin_socket="/tmp/admin.sock",
        host="host-1",
    )


def page(resources: Resources) -> str:
    """A whole proxy as a person reads it."""
    shown = {
        section: {
            name: messages.to_dict(messages.parse(url, each.body))
            for name, each in sorted(resources.of(url).items())
        }
        for section, url in SECTIONS
    }
    return yaml.safe_dump(_shared(shown, {}), sort_keys=False, width=100)


def _shared(value: object, seen: dict[str, object], *, is_map: bool = False) -> object:
    """*value* with its long equal parts made one, so that YAML writes each of them once."""
    if isinstance(value, dict):
        parts = sorted(value.items()) if is_map else value.items()
        value = {key: _shared(part, seen, is_map=is_map or key in MAPS) for key, part in parts}
    elif isinstance(value, list):
        value = [_shared(part, seen) for part in value]
    else:
        return value
    spelt = json.dumps(value)
    return seen.setdefault(spelt, value) if len(spelt) > SHARED_LENGTH else value
