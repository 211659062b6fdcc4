"""Matching: whether the rules of routes and gateways can be met, and lead somewhere.

Validated  ->  check()  ->  problems
"""

import re
from collections.abc import Iterator
from typing import Final

from weft.config.documents import match_of
from weft.config.naming import check_header
from weft.config.nodes import Loc, key_place_of, place_of
from weft.config.problem import Problems
from weft.config.routing import GatewayMatchShape, MatchShape, RuleShape
from weft.config.validate import Validated
from weft.model.traffic import Match

_LABEL: Final = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST: Final = re.compile(rf"(\*\.)?{_LABEL}(\.{_LABEL})*")


def check(valid: Validated, problems: Problems) -> None:
    """Note every rule that can't be met or leads nowhere."""
    for loc, what, rules in _ruled(valid):
        if not rules and valid.sound(loc):
            place = key_place_of(valid.root, loc)
            problems.add("no-rules", place, f"{what} has no rules", "add one: [{to: orders}]")
        seen: dict[Match, Loc] = {}
        for at, rule in valid.items(loc, rules):
            _targets(at, rule, valid, problems)
            if rule.match is not None:
                _match((*at, "match"), rule.match, valid, problems)
            _once(at, rule, seen, valid, problems)


def _ruled(valid: Validated) -> Iterator[tuple[Loc, str, list[RuleShape]]]:
    for name, rules in (valid.file.routes or {}).items():
        yield ("routes", name), f"the route of {name}", rules
    for name, gateway in (valid.file.gateways or {}).items():
        yield ("gateways", name, "rules"), f"gateway {name}", [*gateway.rules]


def _targets(at: Loc, rule: RuleShape, valid: Validated, problems: Problems) -> None:
    loc = (*at, "to")
    if not valid.sound(loc):
        return
    if not rule.to:
        place = key_place_of(valid.root, loc)
        problems.add("no-value", place, "the rule sends traffic nowhere", "name a target in `to`")
    elif not any(rule.to.values()):
        message = "all weights are 0: the rule sends traffic nowhere"
        problems.add("no-weight", place_of(valid.root, loc), message)


def _match(loc: Loc, match: MatchShape, valid: Validated, problems: Problems) -> None:
    seen: set[str] = set()
    for name in match.headers or {}:
        place = key_place_of(valid.root, (*loc, "headers", name))
        check_header(name, place, problems)
        if name.lower() in seen:
            message = f'the header "{name}" is matched twice: capitals make no difference'
            problems.add("duplicate-key", place, message)
        seen.add(name.lower())
    host = match.host if isinstance(match, GatewayMatchShape) else None
    if host is not None and not (_HOST.fullmatch(host.lower()) and len(host) <= 253):
        place = place_of(valid.root, (*loc, "host"))
        bare = re.sub(r":\d+$", "", host.rpartition("//")[2].partition("/")[0])
        near = f'did you mean "{bare}"?' if _HOST.fullmatch(bare.lower()) else ""
        message = f'"{host[:70]}" is not a host: shop.example or *.example, without a port'
        problems.add("bad-host", place, message, near)


def _once(
    at: Loc, rule: RuleShape, seen: dict[Match, Loc], valid: Validated, problems: Problems
) -> None:
    """Of two rules with the same match only the first is ever used."""
    if not valid.sound((*at, "match")):
        return
    match = match_of(rule.match)
    if match not in seen:
        seen[match] = at
        return
    first = place_of(valid.root, seen[match]).line
    message = f"this rule is never used: the one on line {first} matches the same requests"
    hint = "to split traffic, give one rule several targets with weights"
    problems.add("duplicate-match", place_of(valid.root, at), message, hint)
