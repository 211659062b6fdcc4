"""Who may ask: the token, login codes, login cookies, and the names this server goes by.

    a request's headers  ->  Access.refusal()  ->  None, or the problem

Pure but for what it remembers: *now* and random words are arguments. Refuses to
know of HTTP beyond header values.

A page on some other site can make a browser send requests here, and a name that
it controls can be made to mean this machine. So every request must name a host of
the allow-list, and a cookie opens only what reads.
"""

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

CODE_LIFE_S: Final = 600.0
LOGIN_LIFE_S: Final = 30 * 86_400.0
MOST_CODES: Final = 100
HTTP_PORT: Final = 80
READING: Final = frozenset({"GET", "HEAD"})


@dataclass
class Access:
    """The keys to one server. *port* is the one it listens on, *host* what it listens at."""

    token: str
    port: int
    host: str = "127.0.0.1"
    _codes: dict[str, float] = field(default_factory=dict)  # hash of a code -> its last moment

    @property
    def hosts(self) -> frozenset[str]:
        """The `Host` headers that are answered."""
        bare = {"localhost", "127.0.0.1", "[::1]"}
        if self.host not in ("", "0.0.0.0", "::"):  # noqa: S104 - those are no names
            bare.add(f"[{self.host}]" if ":" in self.host else self.host)
        # RFC 9110 section 7.2: a browser leaves out the port that is its scheme's own.
        short = bare if self.port == HTTP_PORT else set[str]()
        return frozenset({f"{name}:{self.port}" for name in bare} | short)

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers keep one jar for all ports of a host."""
        return f"weft_{self.port}"

    def knows_host(self, host: str) -> bool:
        """Whether *host*, as a request writes it, is one of ours."""
        return host.lower() in self.hosts

    def allows(self, method: str, authorization: str, cookie: str, now: float) -> bool:
        """Whether a request with these headers may be answered."""
        scheme, _, given = authorization.partition(" ")
        if authorization:
            return scheme.lower() == "bearer" and _same(given.strip(), self.token)
        return method in READING and self._logged_in(cookie, now)

    def add_code(self, code: str, now: float) -> float:
        """Accept *code* once, until the moment that is returned."""
        self._codes = {known: end for known, end in self._codes.items() if end > now}
        while len(self._codes) >= MOST_CODES:
            del self._codes[next(iter(self._codes))]
        self._codes[_hashed(code)] = now + CODE_LIFE_S
        return now + CODE_LIFE_S

    def redeem(self, code: str, now: float) -> str | None:
        """The login cookie's value for *code*, which is worth nothing from now on."""
        end = self._codes.pop(_hashed(code), None)
        if end is None or now >= end:
            return None
        until = str(int(now + LOGIN_LIFE_S))
        return f"{until}.{self._signature(until)}"

    def _logged_in(self, cookie: str, now: float) -> bool:
        # Signed rather than remembered, so that a login survives the server's restart.
        until, _, signature = cookie.partition(".")
        if not (until.isascii() and until.isdigit() and len(until) < 16):
            return False
        return _same(signature, self._signature(until)) and now < int(until)

    def _signature(self, until: str) -> str:
        return hmac.new(self.token.encode(), f"login {until}".encode(), sha256).hexdigest()


def _hashed(code: str) -> str:
    return sha256(code.encode()).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
