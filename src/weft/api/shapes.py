"""The public JSON: what the dashboard, the command line and scripts read and send.

    Status, Plan, Applied, … <->  JSON, every key always present

Apart from `weft.model` on purpose: a value of the model may change its shape
with the program, these only grow. Server and client share them, so that both
sides are typed; msgspec rather than pydantic, because `weft status` must not
pay a quarter of a second of imports.

Names are written as people write them (`orders`, `orders@v2`), times are Unix
seconds, `null` is "not known" or "not limited".
"""

from typing import Literal

from msgspec import Raw, Struct, field

from weft.model.catalog import Health
from weft.model.document import Document

Severity = Literal["warning", "critical"]


class TrafficView(Struct, frozen=True, kw_only=True):
    """Rates over the last ten seconds; *requests* and *failures* since counting began.

    *success* is a share from 0 to 1; it and the percentiles are null without traffic.
    """

    rps: float = 0.0
    success: float | None = None
    p50_ms: float | None = None
    p90_ms: float | None = None
    p99_ms: float | None = None
    requests: int = 0
    failures: int = 0


class EdgeView(TrafficView, frozen=True, kw_only=True):
    """Who calls whom; *version* where a rule aims at one version."""

    caller: str
    caller_kind: Literal["service", "gateway"]
    callee: str
    version: str | None = None
    retries: int = 0
    overflows: int = 0
    timeouts: int = 0
    ejected: int = 0
    active: int = 0


class HealthCounts(Struct, frozen=True, kw_only=True):
    """How many instances are in each state."""

    healthy: int = 0
    degraded: int = 0
    unhealthy: int = 0
    starting: int = 0
    draining: int = 0


class InstanceView(Struct, frozen=True, kw_only=True):
    """One running copy of a service."""

    id: str
    version: str
    health: Health
    reason: str
    since: float
    address: str
    port: int
    app_port: int | None
    pid: int | None
    restarts: int
    weight: int
    probe_ms: float | None
    host: str
    started: float
    labels: dict[str, str]


class RunVersionView(Struct, frozen=True, kw_only=True):
    """How one version of a service is run."""

    command: list[str]
    address: str | None
    instances: int
    port: int | None
    restarts: int


class RunView(Struct, frozen=True, kw_only=True):
    """How a service is run: how many instances are wanted, and each version's way."""

    instances: int
    versions: dict[str, RunVersionView]  # "" where the service has no versions


class ServiceView(Struct, frozen=True, kw_only=True):
    """A service, how it is, and whom it calls."""

    name: str
    namespace: str
    description: str
    latest_version: str
    versions: list[str]
    health: HealthCounts
    instances: list[InstanceView]
    calls: list[str] | None  # declared; null: everything
    calls_observed: list[str]
    calls_differences: list[str]  # in words
    allow: list[str] | None  # null: anyone with an identity in the mesh
    fallback: str | None
    config_revision: str | None  # null: no configuration
    run: RunView | None
    traffic: TrafficView  # of all callers


class GatewayView(Struct, frozen=True, kw_only=True):
    """A way into the mesh."""

    name: str
    namespace: str
    address: str
    port: int
    url: str
    traffic: TrafficView


class HostView(Struct, frozen=True, kw_only=True):
    """A host and its agent; *connected*: it reported within its lease."""

    name: str
    address: str
    connected: bool
    last_report_s: float  # seconds ago
    revision: int


class AlarmView(Struct, frozen=True, kw_only=True):
    """Something that a person should look at, until it is well again."""

    id: str
    severity: Severity
    what: str
    why: str
    fix: str
    service: str | None = None
    instance: str | None = None
    since: float = 0.0


class RefusalView(Struct, frozen=True, kw_only=True):
    """A resource that an Envoy refused, beside the document that it came from."""

    document: str | None
    origin: str | None  # file:line:column
    host: str
    workload: str
    resource: str
    error: str
    since: float


class CertificateView(Struct, frozen=True, kw_only=True):
    """A certificate in use; *left_s* is negative once it is over."""

    identity: str
    workload: str
    host: str
    serial: str
    not_before: float
    not_after: float
    left_s: float


class ProxyView(Struct, frozen=True, kw_only=True):
    """One workload's Envoy."""

    workload: str
    host: str
    pid: int | None
    restarts: int
    last_exit: str
    connected: bool
    since: float


class Status(Struct, frozen=True, kw_only=True):
    """All that is to be seen of the mesh, at one moment."""

    mesh: str
    version: str
    revision: int
    started: float
    now: float
    url: str
    hosts: list[HostView]
    services: list[ServiceView]
    gateways: list[GatewayView]
    edges: list[EdgeView]
    alarms: list[AlarmView]
    refusals: list[RefusalView]
    certificates: list[CertificateView]
    proxies: list[ProxyView]


class Apply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `plan` and `apply` are given: all documents of one owner."""

    owner: str
    documents: tuple[Document, ...]
    prune: bool = True  # what the owner no longer holds is removed


class Change(Struct, frozen=True, kw_only=True):
    """What happens to one document; *details* are words such as `timeout: 2s → 5s`."""

    kind: str
    name: str
    action: str
    details: list[str] = field(default_factory=list)


class Applied(Struct, frozen=True, kw_only=True):
    """What a plan would do, or an apply has done."""

    revision: int
    changes: list[Change]


class DocumentView(Struct, frozen=True, kw_only=True):
    """One stored document; what in it may be secret is hidden."""

    key: str
    owner: str
    origin: str | None
    document: Document


class Documents(Struct, frozen=True, kw_only=True):
    """Stored documents, at one revision."""

    revision: int
    documents: list[DocumentView]


class Scale(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many instances are wanted; *version* may be left out where there is only one."""

    instances: int
    version: str | None = None


class Restart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which version's instances are replaced, one after another; null: all."""

    version: str | None = None


class ConfigView(Struct, frozen=True, kw_only=True):
    """A service's configuration; references to secrets stay references."""

    service: str
    revision: str  # of the values: equal values have equal revisions
    values: Raw


class WatchEvent(Struct, frozen=True, kw_only=True):
    """A document as it is since *revision*; null: it is gone.

    *current*: part of how things stood when the watch began, rather than a change.
    *complete*: nothing more of this revision follows; resume from here. An empty
    key says that the past is no longer known: forget everything, all of it follows.
    """

    revision: int
    key: str
    document: Document | None
    current: bool = False
    complete: bool = True


class Link(Struct, frozen=True, kw_only=True):
    """A login link: good once, and for ten minutes."""

    url: str
    expires: float


class Problem(Struct, frozen=True, kw_only=True):
    """What went wrong, why, and what to do; *code* is stable."""

    code: str
    what: str
    why: str = ""
    fix: str = ""


class Failure(Struct, frozen=True, kw_only=True):
    """The body of every answer that is not a success."""

    error: Problem
