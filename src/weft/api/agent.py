"""What an agent and the server say to each other, beside the delta stream.

    Join, Report, Sign, Leave  <->  JSON bytes  <->  Joined, Reported, Signed, Left

Unary gRPC methods of one service, on the socket that also serves the delta
stream. Refuses to know how a call is made and what an answer is made of: this
file is the shapes, their names and their spelling.

Totals are cumulative and monotonic over the life of a boot id; the server takes
differences, so a lost report loses nothing.
"""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec
from msgspec import Struct

from weft.errors import WeftError
from weft.model.catalog import Instance
from weft.model.document import Key
from weft.model.names import Name
from weft.telemetry.edges import EdgeTotals

__all__ = [
    "DOCUMENTS",
    "INSTANCES",
    "JOIN",
    "LEAVE",
    "REPORT",
    "SERVICE",
    "SIGN",
    "TRUST",
    "TRUST_NAME",
    "CertificateInfo",
    "EdgeTotals",
    "Join",
    "Joined",
    "Leave",
    "Left",
    "Method",
    "ProxyInfo",
    "Refusal",
    "Refused",
    "Report",
    "Reported",
    "Sign",
    "Signed",
    "Trust",
    "decode_error",
    "encode",
    "encode_error",
    "refused",
]

SERVICE: Final = "weft.agent.v1.Control"

#: The types of the delta stream: named by document key, by `default/orders/orders-1`, by `trust`.
DOCUMENTS: Final = "weft.dev/Document"
INSTANCES: Final = "weft.dev/Instance"
TRUST: Final = "weft.dev/Trust"
TRUST_NAME: Final = "trust"

Q = TypeVar("Q", bound=Struct)
A = TypeVar("A", bound=Struct)


class Trust(Struct, frozen=True):
    """What every proxy must trust: the one resource of its type."""

    roots_pem: str


class Join(Struct, frozen=True, omit_defaults=True):
    """A host's agent enters; *boot* is new each time that an agent process starts."""

    host: str
    boot: str
    address: str
    zone: str = ""
    pid: int = 0


class Joined(Struct, frozen=True, omit_defaults=True):
    """The lease that the host's instances live on, and what its proxies must trust."""

    lease: str
    ttl_s: float
    trust_domain: str
    roots_pem: str
    certificate_life_s: float


class CertificateInfo(Struct, frozen=True, omit_defaults=True):
    """A certificate that a workload shows now; times are Unix times."""

    identity: str
    workload: str
    serial: str  # hexadecimal
    not_before: float
    not_after: float


class Refusal(Struct, frozen=True, omit_defaults=True):
    """A resource that Envoy, or its validator, refused; the last good one stays in use."""

    workload: str
    resource: str  # its type and name, as people read it: `cluster out/default/orders`
    error: str
    documents: tuple[Key, ...] = ()  # what the resource was compiled from
    since: float = 0.0


class ProxyInfo(Struct, frozen=True, omit_defaults=True):
    """One workload's Envoy; *connected*: it holds a stream to its agent."""

    workload: str
    pid: int | None = None
    restarts: int = 0
    last_exit: str = ""  # in words
    connected: bool = False
    since: float = 0.0


class Report(Struct, frozen=True, omit_defaults=True):
    """A host's whole truth; also its heartbeat.

    *instances* are all that the host runs: what is missing is gone.
    """

    host: str
    boot: str
    lease: str
    sequence: int  # counts up within a boot; an older report never undoes a newer one
    instances: tuple[Instance, ...] = ()
    certificates: tuple[CertificateInfo, ...] = ()
    edges: tuple[EdgeTotals, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    proxies: tuple[ProxyInfo, ...] = ()
    revision: int = 0  # of the newest snapshot that the host acts on, as far as it knows


class Reported(Struct, frozen=True, omit_defaults=True):
    """*known* is false when the server does not hold the lease: join again."""

    known: bool
    conflicts: tuple[str, ...] = ()  # instances that were not taken, and why


class Sign(Struct, frozen=True, omit_defaults=True):
    """A workload of this host wants a certificate for the key of *csr_pem*."""

    host: str
    workload: Name
    csr_pem: str
    gateway: bool = False


class Signed(Struct, frozen=True, omit_defaults=True):
    """The certificate, and all roots that peers may chain to."""

    chain_pem: str
    roots_pem: str
    not_after: float


class Leave(Struct, frozen=True, omit_defaults=True):
    """The host's agent ends on purpose: its lease and instances go at once."""

    host: str
    lease: str


class Left(Struct, frozen=True):
    """The host is gone."""


@dataclass(frozen=True)
class Method(Generic[Q, A]):
    """One unary method: its name, and the types of its question and its answer."""

    name: str
    question: type[Q]
    answer: type[A]

    @property
    def path(self) -> str:
        """As gRPC addresses it."""
        return f"/{SERVICE}/{self.name}"


JOIN: Final = Method("Join", Join, Joined)
REPORT: Final = Method("Report", Report, Reported)
SIGN: Final = Method("Sign", Sign, Signed)
LEAVE: Final = Method("Leave", Leave, Left)


def encode(message: Struct) -> bytes:
    """*message* as JSON: gRPC's serializer for every question and answer."""
    return msgspec.json.encode(message)


class Refused(WeftError):
    """The server said no; *code* is the server's own word for why."""

    code = "refused"


class _Problem(Struct, frozen=True, omit_defaults=True):
    code: str
    what: str
    why: str = ""
    fix: str = ""


def encode_error(error: WeftError) -> str:
    """*error* as the details of a gRPC status."""
    problem = _Problem(error.code, error.what, error.why, error.fix)
    return msgspec.json.encode(problem).decode()


def decode_error(details: str) -> WeftError:
    """The error in a gRPC status' details; any other text becomes its *what*."""
    try:
        problem = msgspec.json.decode(details, type=_Problem)
    except msgspec.MsgspecError:
        return Refused(details or "the server gave no reason")
    return refused(problem.code, problem.what, problem.why, problem.fix)


def refused(code: str, what: str, why: str = "", fix: str = "") -> Refused:
    """A refusal that keeps the server's own *code*."""
    # A code belongs to a class; one that this version does not know gets a class of its own.
    named: type[Refused] = type("Refused", (Refused,), {"code": code})
    return named(what, why=why, fix=fix)
