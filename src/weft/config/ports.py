"""Ports: whether two things of a file want the same one.

    Validated, World  ->  check()  ->  problems

The kernel doesn't always object: two proxies of one user share a port without a
word, and each gets half of the connections. Refuses to know what else listens
on a host; that is found where it is bound.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from weft.config.nodes import Loc, find, place_of
from weft.config.problem import Place, Problems
from weft.config.units import is_ip, parse_address
from weft.config.validate import Validated
from weft.config.world import World
from weft.model.catalog import Run, Service
from weft.model.document import Document
from weft.model.gateway import Gateway

_LOOPBACK: Final = "127.0.0.1"
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 — words of the file


@dataclass(frozen=True)
class Claim:
    """Somebody listens, or is said to listen, at *host:port*."""

    host: str
    port: int
    who: str
    place: Place | None = None  # None: written in another file
    elsewhere: bool = False  # somebody else's process: may be named more than once

    def clashes(self, other: "Claim") -> bool:
        """Whether both can't be."""
        if self.elsewhere and other.elsewhere:
            return False
        hosts = {self.host, other.host}
        return len(hosts) == 1 or bool(hosts & _EVERYWHERE)


def check(valid: Validated, world: World, problems: Problems) -> None:
    """Note every port that is wanted twice."""
    _fixed(valid, world, problems)
    by_port: dict[int, list[Claim]] = defaultdict(list)
    for claim in (*_others(world.known), *_claims(valid, world)):
        holder = next((c for c in by_port[claim.port] if c.clashes(claim)), None)
        by_port[claim.port].append(claim)
        if holder is not None and claim.place is not None:
            where = f"line {holder.place.line}" if holder.place else "in another file"
            message = f"{claim.who} and {holder.who} ({where}) both want port {claim.port}"
            problems.add("port-clash", claim.place, message)


def _fixed(valid: Validated, world: World, problems: Problems) -> None:
    """One port serves one instance."""
    for run in world.runs:
        shape = run.shape
        if shape.run is not None and shape.port is not None and (shape.instances or 1) > 1:
            place = place_of(valid.root, run.where(valid, "port"))
            message = f"{shape.instances} instances of {run} can't share port {shape.port}"
            hint = "leave `port` out: Weft picks one for each and passes it as PORT"
            problems.add("fixed-port", place, message, hint)


def _claims(valid: Validated, world: World) -> Iterator[Claim]:
    for run in world.runs:
        shape = run.shape
        if shape.run is not None and shape.port is not None:
            place = place_of(valid.root, run.where(valid, "port"))
            yield Claim(_LOOPBACK, shape.port, str(run), place)
        if shape.address is not None:
            host, port = parse_address(shape.address)
            place = place_of(valid.root, run.where(valid, "address"))
            yield Claim(_canonical(host), port, str(run), place, elsewhere=True)
    for name, gateway in (valid.file.gateways or {}).items():
        loc: Loc = ("gateways", name, "listen")
        if valid.sound(loc):
            host, port = parse_address(gateway.listen)
            yield Claim(_canonical(host), port, f"gateway {name}", place_of(valid.root, loc))
    yield from _pinned(valid, world)


def _pinned(valid: Validated, world: World) -> Iterator[Claim]:
    for name, service in world.services.items():
        own = (valid.file.services or {})[name].calls is not None
        loc: Loc = ("services", name, "calls") if own else ("defaults", "calls")
        for at, callees in valid.items(loc, service.calls):
            for callee, port in callees.items():
                if port is not None:
                    node, _ = find(valid.root, (*at, callee))
                    yield Claim(_LOOPBACK, port, f"{name}'s way to {callee}", node.place)


def _others(known: tuple[Document, ...]) -> Iterator[Claim]:
    for document in known:
        match document.spec:
            case Run(port=int(port), address=None) as run:
                yield Claim(_LOOPBACK, port, str(run.service))
            case Gateway(address=host, port=port, name=name):
                yield Claim(_canonical(host), port, f"gateway {name}")
            case Service(name=name, calls=tuple(calls)):
                for callee in calls:
                    if callee.port is not None:
                        yield Claim(_LOOPBACK, callee.port, f"{name}'s way to {callee.service}")


def _canonical(host: str) -> str:
    if host == "localhost":
        return _LOOPBACK
    return str(ip_address(host)) if is_ip(host) else host.lower()
