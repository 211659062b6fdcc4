"""The catalog: services, how their processes are run and probed, and their instances.

A `Service` is what callers need to know. A `Run` is how a host runs one
version of it. An `Instance` is one running copy, alive on a lease.
"""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from weft.model.names import Name
from weft.model.traffic import IDLE_TIMEOUT_MS, Balance, Breaker, Eject, Retry

Pairs = tuple[tuple[str, str], ...]  # a frozen mapping, in key order


class Callee(Struct, frozen=True, omit_defaults=True, order=True):
    """A service that another may call; *port* pins the local port of its listener."""

    service: Name
    port: int | None = None


class Service(Struct, frozen=True, omit_defaults=True, tag="Service"):
    """What callers need to know of a service."""

    name: Name
    description: str = ""
    calls: tuple[Callee, ...] | None = None  # None: everything
    balance: Balance = Balance()
    timeout_ms: int | None = None  # of a whole request; None: no limit but idle_timeout_ms
    idle_timeout_ms: int = IDLE_TIMEOUT_MS
    retry: Retry = Retry()
    breaker: Breaker = Breaker()
    eject: Eject = Eject()
    ramp_up_ms: int = 10_000
    allow: tuple[Name, ...] | None = None  # None: anyone with an identity in the mesh
    fallback: Name | None = None


class Probe(Struct, frozen=True, omit_defaults=True):
    """The active health check of an instance, run on the instance's own host."""

    kind: Literal["tcp", "http"] = "tcp"
    path: str = "/"
    every_ms: int = 1_000
    timeout_ms: int = 1_000
    down: int = 2  # failures in a row that turn an instance unhealthy
    up: int = 2  # successes in a row that turn it healthy again
    slower_than_ms: int | None = None  # slower successes make it degraded
    restart_after_ms: int | None = None  # unhealthy for so long: restarted


class Restart(Struct, frozen=True, omit_defaults=True):
    """When an ended process is started again; pauses double from *backoff_ms* to *max_ms*."""

    when: Literal["always", "on-failure", "never"] = "always"
    backoff_ms: int = 100
    max_ms: int = 30_000


class Stop(Struct, frozen=True, omit_defaults=True):
    """How a process is ended: the signal, and SIGKILL after *after_ms*."""

    signal: str = "SIGTERM"
    after_ms: int = 10_000


class Run(Struct, frozen=True, omit_defaults=True, tag="Run"):
    """How a host runs one version of a service, or where it already runs.

    Exactly one of *command* and *address* is set: an address (`host:port`)
    belongs to a process that someone else runs.
    """

    service: Name
    version: str = ""  # "" where the service has no versions
    command: tuple[str, ...] = ()
    address: str | None = None
    instances: int = 1
    port: int | None = None  # where the app listens; None: Weft picks one
    env: Pairs = ()
    env_file: str | None = None
    dir: str = "."  # absolute, once read from a file
    proxy_env: bool = True
    restart: Restart = Restart()
    stop: Stop = Stop()
    start_after: tuple[Name, ...] = ()
    probe: Probe = Probe()
    labels: Pairs = ()
    weight: int = 100
    restarts: int = 0  # counted up by `weft restart`: every instance is replaced, one after another


class Config(Struct, frozen=True, omit_defaults=True, tag="Config"):
    """The configuration of a service's apps: a JSON object, as text.

    A value `{"secret": "./key.txt"}` is a reference: the host that runs the
    app puts the file's text in its place; it is never stored.
    """

    service: Name
    values: str  # canonical JSON
    dir: str = "."  # what relative secret paths start from


class Health(StrEnum):
    """How an instance is."""

    STARTING = "starting"  # no good probe yet: gets no traffic
    HEALTHY = "healthy"
    DEGRADED = "degraded"  # answers slowly: gets less traffic
    UNHEALTHY = "unhealthy"  # gets no traffic
    DRAINING = "draining"  # about to stop: gets no new traffic

    @property
    def serving(self) -> bool:
        """Whether callers may send it requests."""
        return self in (Health.HEALTHY, Health.DEGRADED)


class Instance(Struct, frozen=True, omit_defaults=True, tag="Instance"):
    """One running copy of a service. *address* and *port* are its proxy's inbound listener."""

    service: Name
    id: str  # unique within its service: `orders-v1-1`
    address: str
    port: int
    version: str = ""
    host: str = ""  # the agent that runs it
    zone: str = ""
    weight: int = 100
    labels: Pairs = ()
    health: Health = Health.STARTING
    reason: str = ""  # why it is not healthy, in words
    since: float = 0.0  # Unix time of the last change of health
    started: float = 0.0  # Unix time when this copy started
    generation: int = 0  # counted up each time this id is registered anew
    restarts: int = 0  # how often its process was started again
    pid: int | None = None
    app_port: int | None = None
    probe_ms: float | None = None  # the last probe's latency; not part of what callers compile


def version_order(version: str) -> tuple[int, tuple[int, ...], str]:
    """Sorts versions: semantic ones (`v2`, `1.10.0`) by number and above all others."""
    bare, _, suffix = version.removeprefix("v").partition("-")
    parts = bare.split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return (0, (), version)
    # Semantic Versioning 2.0.0, rule 11: a pre-release comes before its release.
    return (1, (*(int(part) for part in parts), 0 if suffix else 1), suffix)
