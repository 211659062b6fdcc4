"""References: whether what a name leads to exists, and whether names lead in a circle.

Validated, World  ->  check()  ->  problems
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from weft.config.nodes import Loc, key_place_of, place_of
from weft.config.problem import Problems
from weft.config.routing import RuleShape
from weft.config.service import OneVersion
from weft.config.validate import Validated
from weft.config.world import World

#: So many names are few enough to list all of them.
_FEW = 8


@dataclass(frozen=True)
class Reference:
    """A name used at *loc* by *user*: `route orders sends traffic to`."""

    name: str
    loc: Loc
    user: str
    gateways: bool = False  # whether a gateway's name will do


def check(valid: Validated, world: World, problems: Problems) -> None:
    """Note every name that leads nowhere or back to itself."""
    if valid.broken.at_or_above(("services",)):
        return  # all names would be unknown, and none of them wrong
    for reference in _references(valid):
        _resolve(reference, valid, world, problems)
    for reference in _targets(valid):
        _resolve_target(reference, valid, world, problems)
    _circles(valid, problems, "start_after", _start_after(valid))
    _circles(valid, problems, "fallback", _fallbacks(valid))


def _references(valid: Validated) -> Iterator[Reference]:
    file = valid.file
    layers = [(("defaults",), "every service", file.defaults)] if file.defaults else []
    called: list[tuple[Loc, str, object]] = [*layers]
    called += [(("services", name), name, shape) for name, shape in (file.services or {}).items()]
    for loc, user, shape in called:
        calls, allow = getattr(shape, "calls", None), getattr(shape, "allow", None)
        for at, callees in valid.items((*loc, "calls"), calls):
            for name in callees:
                yield Reference(name, (*at, name), f"{user} calls")
        for at, name in valid.items((*loc, "allow"), allow):
            yield Reference(name, at, f"{user} allows", gateways=True)
    for name, service in (file.services or {}).items():
        if service.fallback is not None:
            yield Reference(
                service.fallback, ("services", name, "fallback"), f"{name} falls back to"
            )
    for user, name, loc in _start_after(valid):
        yield Reference(name, loc, f"{user} starts after")
    for name in file.routes or {}:
        yield Reference(name, ("routes", name), "there is a route for")


def _targets(valid: Validated) -> Iterator[Reference]:
    file = valid.file
    ruled: list[tuple[Loc, str, list[RuleShape]]] = []
    for name, rules in (file.routes or {}).items():
        ruled.append((("routes", name), f"the route of {name} sends traffic to", rules))
    for name, gateway in (file.gateways or {}).items():
        rules = [*gateway.rules]
        ruled.append((("gateways", name, "rules"), f"gateway {name} sends traffic to", rules))
    for loc, user, rules in ruled:
        for at, rule in valid.items(loc, rules):
            for target in rule.to:
                yield Reference(target, (*at, "to", target), user)


def _resolve(reference: Reference, valid: Validated, world: World, problems: Problems) -> None:
    name = reference.name
    if name in world.versions or (reference.gateways and name in world.gateways):
        return
    kind = "service or gateway" if reference.gateways else "service"
    message = f'{reference.user} "{name[:70]}", which no {kind} defines'
    choices = [world.versions, world.gateways] if reference.gateways else [world.versions]
    hint = _hint(name, chain.from_iterable(choices), f"{kind}s", problems)
    problems.add("unknown-service", key_place_of(valid.root, reference.loc), message, hint)


def _resolve_target(
    reference: Reference, valid: Validated, world: World, problems: Problems
) -> None:
    service, at, version = reference.name.partition("@")
    shown = reference.name[:70]
    known = world.versions.get(service)
    if known is None:
        code, message = "unknown-service", f'{reference.user} "{shown}", which no service defines'
        names = (f"{s}@{v}" for s, vs in world.versions.items() for v in vs)
        hint = _hint(reference.name, names if at else world.versions, "services", problems)
    elif not at or version in known or _versions_broken(service, valid):
        return
    elif not known:
        code = "unknown-version"
        message = f'{reference.user} "{shown}", but {service} has no versions'
        hint = f'did you mean "{service}"?'
    else:
        code = "unknown-version"
        message = f'{reference.user} "{shown}", a version that {service} does not have'
        hint = _hint(reference.name, (f"{service}@{v}" for v in known), "versions", problems)
    problems.add(code, key_place_of(valid.root, reference.loc), message, hint)


def _versions_broken(service: str, valid: Validated) -> bool:
    return valid.broken.at_or_under(("services", service, "versions"))


def _hint(name: str, names: Iterable[str], kind: str, problems: Problems) -> str:
    if problems.full:
        return ""
    known = sorted(names)
    near = problems.nearest(name, known)
    if near or not 0 < len(known) <= _FEW:
        return near
    return f"the {kind}: {', '.join(known)}"


Edge = tuple[str, str, Loc]  # who, whom, and where that is written


def _start_after(valid: Validated) -> Iterator[Edge]:
    for name, service in (valid.file.services or {}).items():
        loc: Loc = ("services", name)
        layers: list[tuple[Loc, OneVersion]] = [(loc, service)]
        versions = (service.versions or {}).items()
        layers += [
            ((*loc, "versions", version), version_shape) for version, version_shape in versions
        ]
        for at, shape in layers:
            for item, other in valid.items((*at, "start_after"), shape.start_after):
                yield name, other, item


def _fallbacks(valid: Validated) -> Iterator[Edge]:
    for name, service in (valid.file.services or {}).items():
        if service.fallback is not None:
            yield name, service.fallback, ("services", name, "fallback")


def _circles(valid: Validated, problems: Problems, key: str, edges: Iterator[Edge]) -> None:
    graph: dict[str, dict[str, Loc]] = {}
    for user, name, loc in edges:
        graph.setdefault(user, {}).setdefault(name, loc)
    for circle in circles({user: list(names) for user, names in graph.items()}):
        way = " → ".join(circle if len(circle) <= _FEW else [*circle[:3], "…", *circle[-2:]])
        place = place_of(valid.root, graph[circle[-2]][circle[-1]])
        problems.add("circle", place, f"`{key}` leads in a circle: {way}")


def circles(graph: Mapping[str, list[str]]) -> list[list[str]]:
    """One circle for each edge that closes one, first name repeated; no recursion."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in graph:
        path: list[str] = [start]
        at = {start: 0}
        waiting = [iter(graph[start])] if start not in done else []
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                left = path.pop()
                del at[left]
                done.add(left)
            elif step in at:
                found.append([*path[at[step] :], step])
            elif step not in done:
                at[step] = len(path)
                path.append(step)
                waiting.append(iter(graph.get(step, [])))
    return found
