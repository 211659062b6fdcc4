"""One workload's certificate, kept fresh: sign()  ->  Svid, again and again.

Runs in the agent. The key is made here, in memory, anew for each certificate;
it goes to the proxy and nowhere else: not to disk, not into a log, not to the
server. How a request reaches the server is the caller's: *sign* is a function.

Invariant: the old certificate stays until a new one is there and was checked.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import ClassVar, Final, Never, Protocol

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from weft.errors import WeftError
from weft.identity import renewal
from weft.identity.renewal import Alarm
from weft.identity.x509 import (
    BACKDATE_S,
    facts_of,
    read_certificates,
    signing_request,
    svid_problems,
)

#: A clock that was set, or a host that slept, is noticed after so long at the latest.
LONGEST_NAP_S: Final = 10.0


class Reply(Protocol):
    """What the authority answers."""

    @property
    def chain_pem(self) -> str:
        """The certificate, signed by a root."""
        ...

    @property
    def roots_pem(self) -> str:
        """What to trust."""
        ...


Sign = Callable[[str], Awaitable[Reply]]


class ReplyRefused(WeftError):
    """The authority's answer is not the certificate that was asked for."""

    code: ClassVar[str] = "svid-refused"

    def __init__(self, identity: str, why: str) -> None:
        super().__init__(f"the certificate signed for {identity} is not used", why=why)


class ClockSkewed(WeftError):
    """This host's clock and the authority's are too far apart."""

    code: ClassVar[str] = "clock-skew"

    def __init__(self, identity: str, skew_s: float) -> None:
        side = "ahead of" if skew_s > 0 else "behind"
        super().__init__(
            f"the certificate signed for {identity} is not valid at this host's time",
            why=f"the clock of this host is {abs(skew_s):.0f} s {side} the server's",
            fix="set both clocks by NTP",
        )


@dataclass(frozen=True)
class Svid:
    """A workload's proof of who it is. The key is never shown."""

    identity: str
    chain_pem: str
    key_pem: str = field(repr=False)
    roots_pem: str = field(repr=False)
    serial: str
    issued: float  # by this host's clock
    not_before: float
    not_after: float


@dataclass(frozen=True)
class State:
    """How a workload's certificate is, for reports."""

    identity: str
    serial: str
    not_before: float
    not_after: float
    left_s: float
    alarm: Alarm
    failures: int  # of the renewal, in a row
    reason: str  # of the last failure, in words


class SvidKeeper:
    """Keeps the certificate of *identity*; `run` it as a task, cancel it to stop.

    *sign* raises a WeftError, OSError or TimeoutError when it has no answer.
    *on_change* gets every new certificate, the first one too. *now* is the
    time of day, since certificates end by it; *jitter* yields from 0 to 1.
    """

    def __init__(
        self,
        identity: str,
        sign: Sign,
        on_change: Callable[[Svid], None],
        *,
        now: Callable[[], float] = time.time,
        jitter: Callable[[], float] = random.random,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._identity = identity
        self._sign = sign
        self._on_change = on_change
        self._now = now
        self._jitter = jitter
        self._sleep = sleep
        self._svid: Svid | None = None
        self._due = float("-inf")
        self._failures = 0
        self._reason = ""
        self._asked = asyncio.Event()
        self._first = asyncio.Event()

    @property
    def svid(self) -> Svid | None:
        """The certificate to serve, or None before the first one."""
        return self._svid

    @property
    def state(self) -> State:
        """How the certificate is now."""
        held = self._svid
        if held is None:
            alarm = Alarm.CRITICAL if self._failures else Alarm.NONE
            return State(self._identity, "", 0.0, 0.0, 0.0, alarm, self._failures, self._reason)
        now = self._now()
        return State(
            identity=self._identity,
            serial=held.serial,
            not_before=held.not_before,
            not_after=held.not_after,
            left_s=held.not_after - now,
            alarm=renewal.alarm(held.issued, held.not_after, now),
            failures=self._failures,
            reason=self._reason,
        )

    async def ready(self) -> Svid:
        """Wait for the first certificate."""
        await self._first.wait()
        assert self._svid is not None
        return self._svid

    def renew(self) -> None:
        """Renew now: the server is back, or what is trusted has changed."""
        self._asked.set()

    async def run(self) -> Never:
        """Renew for ever: at half of the life, and after a failure after a pause."""
        while True:
            wait_s = self._due - self._now()
            if wait_s > 0 and not self._asked.is_set() and not self._from_the_future():
                await self._nap(min(wait_s, LONGEST_NAP_S))
                continue
            self._asked.clear()
            if not await self._renewed():
                await self._nap(renewal.pause(self._failures, self._left(), self._jitter()))

    def __repr__(self) -> str:
        return f"SvidKeeper({self._identity!r})"

    def _from_the_future(self) -> bool:
        """Whether the clock was set back so far that the certificate is not valid yet."""
        return self._svid is not None and self._now() < self._svid.not_before

    async def _renewed(self) -> bool:
        try:
            svid = await self._request()
        except (WeftError, OSError, TimeoutError) as error:
            self._failures += 1
            self._reason = _in_words(error)
            self._due = float("-inf")
            return False
        self._svid = svid
        self._failures, self._reason = 0, ""
        self._due = renewal.due(svid.issued, svid.not_after, self._jitter())
        self._first.set()
        self._on_change(svid)
        return True

    async def _request(self) -> Svid:
        key = ec.generate_private_key(ec.SECP256R1())
        async with asyncio.timeout(renewal.answer_within(self._left())):
            reply = await self._sign(signing_request(key))
        return checked(self._identity, key, reply, self._now())

    def _left(self) -> float | None:
        return None if self._svid is None else self._svid.not_after - self._now()

    async def _nap(self, seconds: float) -> None:
        """Sleep, unless `renew` wakes us."""
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        asked = asyncio.ensure_future(self._asked.wait())
        try:
            await asyncio.wait((sleeping, asked), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            asked.cancel()
            await asyncio.wait((sleeping, asked))


def checked(identity: str, key: ec.EllipticCurvePrivateKey, reply: Reply, now: float) -> Svid:
    """The certificate in *reply*, if it proves *identity* for *key* at this time."""
    try:
        chain = read_certificates(reply.chain_pem)
        roots = read_certificates(reply.roots_pem)
    except ValueError as error:
        raise ReplyRefused(identity, f"it cannot be read: {error}") from error
    leaf, facts = chain[0], facts_of(chain[0])
    problems = list(svid_problems(leaf, identity=identity, roots=roots))
    if leaf.public_key() != key.public_key():
        problems.append("it is for another key")
    if problems:
        raise ReplyRefused(identity, "; ".join(problems))
    if not facts.not_before <= now < facts.not_after:
        raise ClockSkewed(identity, now - (facts.not_before + BACKDATE_S))
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")
    return Svid(
        identity=identity,
        chain_pem=reply.chain_pem,
        key_pem=pem,
        roots_pem=reply.roots_pem,
        serial=facts.serial,
        issued=now,
        not_before=facts.not_before,
        not_after=facts.not_after,
    )


def _in_words(error: Exception) -> str:
    if isinstance(error, WeftError):
        return f"{error.what}: {error.why}" if error.why else error.what
    if isinstance(error, TimeoutError):
        return "the server did not answer in time"
    return f"the server cannot be reached: {error}"
