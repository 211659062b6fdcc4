"""Traffic: how calls to a service are matched, spread, bounded, retried and cut off.

Every number carries its unit in its name. The defaults here are the mesh's
defaults: this is the one place to change them.
"""

from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

from weft.model.names import Target

#: RFC 9110 section 9.2.2: a request with one of these methods may be sent twice.
IDEMPOTENT_METHODS: Final = ("DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE")


class Algorithm(StrEnum):
    """How an instance is chosen for a request."""

    LEAST_REQUEST = "least-request"
    ROUND_ROBIN = "round-robin"
    RANDOM = "random"
    RING_HASH = "ring-hash"
    MAGLEV = "maglev"


class Balance(Struct, frozen=True, omit_defaults=True):
    """The balancing of a service; *hash_header* or *hash_cookie* feed the two hashing algorithms.

    With neither, a hashing algorithm hashes the caller's address.
    """

    algorithm: Algorithm = Algorithm.LEAST_REQUEST
    hash_header: str | None = None
    hash_cookie: str | None = None


#: A condition of `Retry.when`: one of Envoy's words, or a status code ("503").
RETRY_WORDS: Final = ("connect-failure", "refused-stream", "reset", "5xx", "gateway-error")


class Retry(Struct, frozen=True, omit_defaults=True):
    """Retries at the caller, on another instance.

    A request that was never sent (no connection) is retried whatever its
    method; the conditions of *when* hold for *methods* only.
    """

    attempts: int = 1  # retries after the first try, as in the Gateway API
    when: tuple[str, ...] = ("connect-failure", "refused-stream", "reset", "502", "503", "504")
    methods: tuple[str, ...] = IDEMPOTENT_METHODS
    per_try_ms: int | None = None
    budget_percent: float = 20.0  # of active requests; but see RETRY_FLOOR


class Breaker(Struct, frozen=True, omit_defaults=True):
    """The most that one caller's proxy has open towards a service at a time."""

    connections: int = 1024
    pending: int = 1024
    requests: int = 1024


class Eject(Struct, frozen=True, omit_defaults=True):
    """An instance that fails *after* times in a row is left out for *for_ms*, then longer."""

    after: int = 5
    for_ms: int = 10_000
    max_percent: int = 50  # at least one instance may always be ejected


class PathMatch(Struct, frozen=True, omit_defaults=True):
    """`prefix` matches whole segments, as in the Gateway API: `/a` matches `/a/b`, not `/ab`."""

    kind: Literal["exact", "prefix", "regex"]
    value: str


class HeaderMatch(Struct, frozen=True, omit_defaults=True):
    """A header equal to a value, or wholly matched by an RE2 expression."""

    name: str  # lower case
    value: str
    regex: bool = False


class Match(Struct, frozen=True, omit_defaults=True):
    """What a request must be for a rule to hold; everything named must match."""

    host: str | None = None  # gateways only; `*.example` matches one or more leading labels
    path: PathMatch = PathMatch("prefix", "/")
    method: str | None = None
    headers: tuple[HeaderMatch, ...] = ()


class Split(Struct, frozen=True, omit_defaults=True):
    """A share of a rule's traffic; the share is weight over the sum of weights."""

    to: Target
    weight: int = 1


class Rule(Struct, frozen=True, omit_defaults=True):
    """Requests that match go to the targets by weight."""

    to: tuple[Split, ...]
    match: Match = Match()
    timeout_ms: int | None = None  # None: the called service's own


#: So many retries at a time are never against the budget. With few requests under way, 20 %
#: is less than one; and when one of two instances dies, half of them want to be made again.
RETRY_FLOOR: Final = 100
CONNECT_TIMEOUT_MS: Final = 1_000
#: 504 after this long without a byte either way.
IDLE_TIMEOUT_MS: Final = 60_000
#: Below the keep-alive of app servers (gunicorn 2 s, uvicorn and Node 5 s, some set to 1 s),
#: so that it is the proxy that closes an idle connection and no request meets a closing one.
POOL_IDLE_MS: Final = 900
#: What is left of an instance's weight while it is degraded.
DEGRADED_SHARE: Final = 0.1
