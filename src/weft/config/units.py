"""Units: durations, shares and addresses as people write them.

    "1m30s", "20%", "127.0.0.1:8080"  ->  90_000, 20.0, ("127.0.0.1", 8080)

A number without its unit is refused, with a guess at what was meant. Refuses to
know which key a value stands under, and so what range it may have.
"""

import re
from ipaddress import ip_address
from typing import Final

#: Longer than any mesh runs without a change, and well inside Envoy's range.
LONGEST_MS: Final = 366 * 24 * 3_600_000

_UNITS: Final = {"h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1}
_DURATION: Final = re.compile(
    r"(?=.)(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?", re.ASCII
)
_BARE: Final = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)
_LOOSE: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*([a-zµ]+)\.?", re.ASCII | re.IGNORECASE)
_CLOCK: Final = re.compile(r"(\d{1,4}):([0-5]\d)", re.ASCII)
_WORDS: Final = {
    "ms": ("ms", "msec", "msecs", "millis", "millisecond", "milliseconds"),
    "s": ("s", "sec", "secs", "second", "seconds"),
    "m": ("m", "min", "mins", "minute", "minutes"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
}
_SHARE: Final = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%", re.ASCII)
_HOST: Final = re.compile(
    r"[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*",
    re.ASCII,
)
#: Above this, a bare number for a duration was more likely meant as milliseconds.
_LIKELY_MS: Final = 100


class Misspelt(ValueError):
    """A value that can't be read; *suggestion* is what was probably meant, or ""."""

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.suggestion = suggestion


def parse_duration(text: str) -> int:
    """`1m30s` as milliseconds."""
    found = _DURATION.fullmatch(text)
    if not found:
        near = likely_duration(text)
        hint = f'did you mean "{near}"?' if near else "write it as 300ms, 2s, 1m30s or 1h"
        raise Misspelt("a duration needs a unit: 300ms, 2s, 1m30s, 1h", hint)
    total = sum(int(n) * size for n, size in zip(found.groups("0"), _UNITS.values(), strict=True))
    if total > LONGEST_MS:
        raise Misspelt("a duration is at most a year")
    return total


def likely_duration(text: str) -> str:
    """The duration that *text* was probably meant to be; "" if there is no telling."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        return f"{int(clock[1])}m{int(clock[2])}s"
    if _BARE.fullmatch(text):
        number = float(text)
        return f"{text}ms" if number >= _LIKELY_MS else _spelled(number * 1_000)
    if loose := _LOOSE.fullmatch(text):
        for unit, words in _WORDS.items():
            if loose[2].lower() in words:
                return _spelled(float(loose[1]) * _UNITS[unit])
    return ""


def spell_duration(ms: int) -> str:
    """*ms* as people write it: `1m30s`."""
    parts = []
    for unit, size in _UNITS.items():
        if ms >= size:
            parts.append(f"{ms // size}{unit}")
            ms %= size
    return "".join(parts) or "0s"


def _spelled(ms: float) -> str:
    return spell_duration(round(ms)) if ms <= LONGEST_MS else ""


def parse_share(text: str) -> float:
    """`20%` as 20.0."""
    found = _SHARE.fullmatch(text)
    if not found or float(found[1]) > 100:
        near = likely_share(text)
        hint = f'did you mean "{near}"?' if near else "write it as 20%"
        raise Misspelt("a share is a percentage from 0% to 100%", hint)
    return float(found[1])


def likely_share(text: str) -> str:
    """The share that *text* was probably meant to be; "" if there is no telling."""
    bare = text.strip().removesuffix("%").strip()
    if not _BARE.fullmatch(bare):
        return ""
    number = float(bare)
    if 0 < number < 1 and "%" not in text:
        number *= 100
    return f"{number:g}%" if number <= 100 else ""


def parse_address(text: str) -> tuple[str, int]:
    """`127.0.0.1:8080`, `[::1]:8080` or `db.internal:5432` as host and port."""
    host, colon, port = text.rpartition(":")
    if not colon or not host:
        near = f"127.0.0.1:{port}" if re.fullmatch("[0-9]{1,5}", port) else ""
        hint = f'did you mean "{near}"?' if near else "write it as 127.0.0.1:8080"
        raise Misspelt("an address is a host and a port: 127.0.0.1:8080", hint)
    if "//" in host:
        near = text.partition("//")[2].rstrip("/")
        raise Misspelt("an address has no scheme and no path", f'did you mean "{near}"?')
    if not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65_535:
        raise Misspelt(f'"{port}" is not a port: 1 to 65535')
    return _host(host), int(port)


def is_ip(host: str) -> bool:
    """Whether *host* is an IP address rather than a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _host(host: str) -> str:
    bracketed = host.startswith("[") and host.endswith("]")
    bare = host[1:-1] if bracketed else host
    if bracketed or ":" in bare:
        if not is_ip(bare) or "%" in bare:
            raise Misspelt(f'"{host}" is not an IPv6 address')
        if not bracketed:
            raise Misspelt("an IPv6 address stands in brackets", f'did you mean "[{host}]"?')
        return bare
    # A host of digits and dots is meant as an address, and a wrong one is no name either.
    if re.fullmatch("[0-9.]+", bare) and not is_ip(bare):
        raise Misspelt(f'"{host}" is not an IP address')
    if len(bare) > 253 or not _HOST.fullmatch(bare):
        raise Misspelt(f'"{host}" is neither an IP address nor a host name')
    return bare
