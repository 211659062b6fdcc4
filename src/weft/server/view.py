"""The view: all that the server knows, as the one public object.

    Known  ->  status_of()  ->  Status

Pure: *now* is an argument. Refuses to know who looks.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from weft.api import shapes
from weft.api.shapes import AlarmView
from weft.model.catalog import Config, Instance, Run, Service, version_order
from weft.model.document import Key
from weft.model.gateway import Gateway
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.wire import version_of
from weft.server.dependencies import dependencies_of
from weft.server.hosts import Hosts
from weft.telemetry.edges import EdgeTotals
from weft.telemetry.window import Edge, Flow, Window, rates

Probes = Mapping[tuple[Name, str], float | None]


@dataclass(frozen=True)
class Moment:
    """Now, by the clock on the wall and by the one that never goes back."""

    unix: float
    monotonic: float


@dataclass
class Known:
    """All that the server knows."""

    mesh: str
    version: str
    url: str
    started: float
    hosts: Hosts
    read: Callable[[], Snapshot] = Snapshot  # the newest
    window: Window = field(default_factory=Window)
    alarms: tuple[AlarmView, ...] = ()

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot of the registry."""
        return self.read()


@dataclass(frozen=True)
class _Traffic:
    """One edge lately, and since counting began."""

    edge: Edge
    flow: Flow
    totals: tuple[EdgeTotals, ...]
    requests: int
    failures: int


@dataclass
class _Index:
    """What belongs to each service, found once for all of them."""

    traffic: list[_Traffic]
    probes: Probes
    runs: defaultdict[Name, list[Run]] = field(default_factory=lambda: defaultdict(list))
    into: defaultdict[Name, list[_Traffic]] = field(default_factory=lambda: defaultdict(list))
    out_of: defaultdict[tuple[Name, bool], list[_Traffic]] = field(
        default_factory=lambda: defaultdict(list)
    )


def _index(known: Known, now: Moment) -> _Index:
    index = _Index([_traffic(known.window, edge, now) for edge in known.window.edges()], {})
    index.probes = _probes(known.hosts)
    for one in index.traffic:
        index.into[one.edge.callee.service].append(one)
        index.out_of[one.edge.caller, one.edge.gateway].append(one)
    for document in known.snapshot.documents.values():
        if isinstance(document.spec, Run):
            index.runs[document.spec.service].append(document.spec)
    return index


def _traffic(window: Window, edge: Edge, now: Moment) -> _Traffic:
    totals = window.totals(edge)
    return _Traffic(
        edge,
        window.flow(edge, now.monotonic),
        totals,
        sum(one.requests for one in totals),
        sum(one.failures for one in totals),
    )


def status_of(known: Known, now: Moment) -> shapes.Status:
    """The public status."""
    index = _index(known, now)
    return shapes.Status(
        mesh=known.mesh,
        version=known.version,
        revision=known.snapshot.revision,
        started=known.started,
        now=now.unix,
        url=known.url,
        hosts=_hosts(known, now),
        services=[_service(known.snapshot, one, index) for one in known.snapshot.services],
        gateways=[_gateway(gateway, index) for gateway in known.snapshot.gateways],
        edges=[_edge(one) for one in index.traffic if one.requests or one.flow.requests],
        alarms=list(known.alarms),
        refusals=_refusals(known),
        certificates=certificates_of(known, now),
        proxies=_proxies(known),
    )


def certificates_of(known: Known, now: Moment) -> list[shapes.CertificateView]:
    """The certificates in use, by identity."""
    found = [
        shapes.CertificateView(
            identity=certificate.identity,
            workload=certificate.workload,
            host=host.join.host,
            serial=certificate.serial,
            not_before=certificate.not_before,
            not_after=certificate.not_after,
            left_s=certificate.not_after - now.unix,
        )
        for host in known.hosts.all()
        if host.report
        for certificate in host.report.certificates
    ]
    return sorted(found, key=lambda view: (view.identity, view.host))


def _hosts(known: Known, now: Moment) -> list[shapes.HostView]:
    return [
        shapes.HostView(
            name=host.join.host,
            address=host.join.address,
            connected=known.hosts.connected(host.join.host, now.monotonic),
            last_report_s=round(now.monotonic - host.heard, 3),
            revision=host.report.revision if host.report else 0,
        )
        for host in known.hosts.all()
    ]


def _service(snapshot: Snapshot, service: Service, index: _Index) -> shapes.ServiceView:
    name = service.name
    instances = snapshot.instances.get(name, ())
    runs = sorted(index.runs.get(name, ()), key=lambda run: version_order(run.version))
    into, out = index.into.get(name, ()), index.out_of.get((name, False), ())
    dependencies = dependencies_of(
        service,
        {one.edge.callee.service for one in out if one.requests},
        called=any(one.requests for one in into),
    )
    versions = {instance.version for instance in instances} | {run.version for run in runs}
    declared = dependencies.declared
    return shapes.ServiceView(
        name=name.name,
        namespace=name.namespace,
        description=service.description,
        latest_version=snapshot.latest_version(name),
        versions=sorted(versions - {""}, key=version_order),
        health=_health(instances),
        instances=[_instance(instance, index.probes) for instance in instances],
        calls=None if declared is None else [str(callee) for callee in declared],
        calls_observed=[str(callee) for callee in dependencies.observed],
        calls_differences=list(dependencies.differences),
        allow=None if service.allow is None else [str(caller) for caller in service.allow],
        fallback=None if service.fallback is None else str(service.fallback),
        config_revision=_config_revision(snapshot, name),
        run=_run(runs) if runs else None,
        traffic=_sum(into),
    )


def _probes(hosts: Hosts) -> Probes:
    """A probe's latency changes too often to be stored; the host's last report has it."""
    return {
        (instance.service, instance.id): instance.probe_ms
        for host in hosts.all()
        if host.report
        for instance in host.report.instances
    }


def _health(instances: Iterable[Instance]) -> shapes.HealthCounts:
    counts = Counter(instance.health.value for instance in instances)
    return shapes.HealthCounts(**counts)


def _instance(instance: Instance, probes: Probes) -> shapes.InstanceView:
    return shapes.InstanceView(
        id=instance.id,
        version=instance.version,
        health=instance.health,
        reason=instance.reason,
        since=instance.since,
        address=instance.address,
        port=instance.port,
        app_port=instance.app_port,
        pid=instance.pid,
        restarts=instance.restarts,
        weight=instance.weight,
        probe_ms=probes.get((instance.service, instance.id), instance.probe_ms),
        host=instance.host,
        started=instance.started,
        labels=dict(instance.labels),
    )


def _run(runs: list[Run]) -> shapes.RunView:
    return shapes.RunView(
        instances=sum(run.instances for run in runs),
        versions={
            run.version: shapes.RunVersionView(
                command=list(run.command),
                address=run.address,
                instances=run.instances,
                port=run.port,
                restarts=run.restarts,
            )
            for run in runs
        },
    )


def _config_revision(snapshot: Snapshot, service: Name) -> str | None:
    found = snapshot.documents.get(Key("Config", service.key))
    if found is None or not isinstance(found.spec, Config):
        return None
    return config_revision(found.spec)


def config_revision(config: Config) -> str:
    """The same for the same values."""
    return version_of(config.values.encode())


def _gateway(gateway: Gateway, index: _Index) -> shapes.GatewayView:
    everywhere = gateway.address in ("", "0.0.0.0", "::")  # noqa: S104 - compared, not bound
    host = "127.0.0.1" if everywhere else gateway.address
    host = f"[{host}]" if ":" in host else host
    return shapes.GatewayView(
        name=gateway.name.name,
        namespace=gateway.name.namespace,
        address=gateway.address,
        port=gateway.port,
        url=f"http://{host}:{gateway.port}",
        traffic=_sum(index.out_of.get((gateway.name, True), ())),
    )


def _sum(traffic: Iterable[_Traffic]) -> shapes.TrafficView:
    flow, requests, failures = Flow(), 0, 0
    for one in traffic:
        flow, requests, failures = (
            flow + one.flow,
            requests + one.requests,
            failures + one.failures,
        )
    return shapes.TrafficView(**vars(rates(flow)), requests=requests, failures=failures)


def _edge(one: _Traffic) -> shapes.EdgeView:
    return shapes.EdgeView(
        caller=str(one.edge.caller),
        caller_kind="gateway" if one.edge.gateway else "service",
        callee=str(one.edge.callee.service),
        version=one.edge.callee.version,
        **vars(rates(one.flow)),
        requests=one.requests,
        failures=one.failures,
        retries=sum(totals.retries for totals in one.totals),
        overflows=sum(totals.overflows for totals in one.totals),
        timeouts=sum(totals.timeouts for totals in one.totals),
        ejected=sum(totals.ejected for totals in one.totals),
        active=sum(totals.active for totals in one.totals),
    )


def _refusals(known: Known) -> list[shapes.RefusalView]:
    return [
        shapes.RefusalView(
            document=str(key) if key else None,
            origin=_origin(known.snapshot, key),
            host=host.join.host,
            workload=refusal.workload,
            resource=refusal.resource,
            error=refusal.error,
            since=refusal.since,
        )
        for host in known.hosts.all()
        if host.report
        for refusal in host.report.refusals
        for key in refusal.documents or (None,)
    ]


def _origin(snapshot: Snapshot, key: Key | None) -> str | None:
    found = snapshot.documents.get(key) if key else None
    return str(found.origin) if found and found.origin else None


def _proxies(known: Known) -> list[shapes.ProxyView]:
    return [
        shapes.ProxyView(
            workload=proxy.workload,
            host=host.join.host,
            pid=proxy.pid,
            restarts=proxy.restarts,
            last_exit=proxy.last_exit,
            connected=proxy.connected,
            since=proxy.since,
        )
        for host in known.hosts.all()
        if host.report
        for proxy in host.report.proxies
    ]
