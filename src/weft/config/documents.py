"""Documents: a sound mesh.yaml as the model's frozen values.

    Validated, owner, directory  ->  tuple[Document, ...], each with its place of origin

What the file leaves out is left to the model's defaults: traffic.py and
catalog.py of the model are the only place where those are written.
Refuses to know what could be wrong; check.py has seen to that.
"""

import json
import posixpath
from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from msgspec import Struct

from weft.config.layers import effective_service, effective_versions
from weft.config.nodes import Loc, key_place_of
from weft.config.routing import GatewayMatchShape, HeaderShape, MatchShape, PathShape, RuleShape
from weft.config.service import (
    BalanceShape,
    ProbeShape,
    RetryShape,
    ServiceShape,
    VersionShape,
)
from weft.config.units import parse_address
from weft.config.validate import Validated
from weft.config.values import Shape
from weft.model.catalog import Callee, Config, Pairs, Probe, Restart, Run, Service, Stop
from weft.model.document import Alarm, Document, Mesh, Origin, Spec
from weft.model.gateway import Gateway, Route
from weft.model.names import Name, Target
from weft.model.traffic import (
    Algorithm,
    Balance,
    Breaker,
    Eject,
    HeaderMatch,
    Match,
    PathMatch,
    Retry,
    Rule,
    Split,
)

M = TypeVar("M", bound=Struct)

#: A field of the model carries its unit in its name, a key of the file doesn't.
_UNITS: Final = ("_ms", "_percent")


def documents_of(valid: Validated, *, owner: str, file: str, dir: str) -> tuple[Document, ...]:
    """The documents of *valid*, in the order of the file."""

    def document(spec: Spec, loc: Loc) -> Document:
        place = key_place_of(valid.root, loc)
        return Document(spec, owner, Origin(file, place.line, place.column))

    found = [document(spec, loc) for spec, loc in _specs(valid, dir)]
    return tuple(found)


def _specs(valid: Validated, dir: str) -> Iterator[tuple[Spec, Loc]]:
    file = valid.file
    if file.mesh is not None:
        yield _mesh(valid), ("mesh",)
    for name, shape in (file.services or {}).items():
        service = effective_service(file.defaults, shape)
        loc: Loc = ("services", name)
        yield _service(Name(name), service), loc
        for version, run in effective_versions(service).items():
            yield (
                _run(Name(name), version, run, dir),
                (*loc, "versions", version) if version else loc,
            )
        if service.config:
            values = json.dumps(service.config, sort_keys=True, separators=(",", ":"))
            yield Config(Name(name), values, dir), (*loc, "config") if shape.config else loc
    for name, rules in (file.routes or {}).items():
        yield Route(Name(name), tuple(_rule(rule) for rule in rules)), ("routes", name)
    for name, gateway in (file.gateways or {}).items():
        address, port = parse_address(gateway.listen)
        rules_of = tuple(_rule(rule) for rule in gateway.rules)
        yield Gateway(Name(name), address, port, rules_of), ("gateways", name)


def _mesh(valid: Validated) -> Mesh:
    file = valid.file
    life = file.identity.certificate_life if file.identity else None
    alarms = tuple(Alarm(alarm.webhook, tuple(alarm.command or ())) for alarm in file.alarms or ())
    if life is None:
        return Mesh(file.mesh or "", alarms=alarms)
    return Mesh(file.mesh or "", life / 1_000, alarms)


def _service(name: Name, shape: ServiceShape) -> Service:
    return _filled(
        Service,
        name=name,
        description=shape.description,
        calls=_calls(shape),
        balance=_balance(shape.balance),
        timeout_ms=_limit(shape.timeout),
        retry=_retry(shape.retry),
        breaker=_group(Breaker, shape.breaker),
        eject=_group(Eject, shape.eject),
        ramp_up_ms=shape.ramp_up,
        allow=None if shape.allow is None else _names(shape.allow),
        fallback=None if shape.fallback is None else Name(shape.fallback),
    )


def _calls(shape: ServiceShape) -> tuple[Callee, ...] | None:
    if shape.calls is None:
        return None
    ports = {name: port for item in shape.calls for name, port in item.items()}
    return tuple(sorted(Callee(Name(name), port) for name, port in ports.items()))


def _names(names: list[str]) -> tuple[Name, ...]:
    return tuple(sorted({Name(name) for name in names}))


def _balance(shape: BalanceShape | None) -> Balance:
    if shape is None:
        return Balance()
    algorithm = Algorithm(shape.algorithm) if shape.algorithm else None
    return _filled(
        Balance, algorithm=algorithm, hash_header=_lower(shape.header), hash_cookie=shape.cookie
    )


def _lower(header: str | None) -> str | None:
    return None if header is None else header.lower()


def _retry(shape: RetryShape | None) -> Retry:
    if shape is None:
        return Retry()
    return _filled(
        Retry,
        attempts=shape.attempts,
        when=None if shape.when is None else tuple(dict.fromkeys(shape.when)),
        methods=None if shape.methods is None else tuple(sorted(set(shape.methods))),
        per_try_ms=_limit(shape.per_try),
        budget_percent=shape.budget,
    )


def _run(service: Name, version: str, shape: VersionShape, dir: str) -> Run:
    return _filled(
        Run,
        service=service,
        version=version,
        command=None if shape.run is None else tuple(shape.run),
        address=shape.address,
        instances=shape.instances,
        port=shape.port,
        env=_pairs(shape.env),
        env_file=None if shape.env_file is None else absolute(dir, shape.env_file),
        dir=absolute(dir, shape.dir or "."),
        proxy_env=shape.proxy_env,
        restart=_group(Restart, shape.restart),
        stop=_group(Stop, shape.stop),
        start_after=None if shape.start_after is None else _names(shape.start_after),
        probe=_probe(shape.probe),
        labels=_pairs(shape.labels),
        weight=shape.weight,
    )


def _probe(shape: ProbeShape | None) -> Probe:
    if shape is None:
        return Probe()
    return _filled(
        Probe,
        kind=None if shape.http is None else "http",
        path=shape.http,
        every_ms=shape.every,
        timeout_ms=shape.timeout,
        down=shape.down,
        up=shape.up,
        slower_than_ms=_limit(shape.slower_than),
        restart_after_ms=_limit(shape.restart_after),
    )


def _pairs(mapping: Mapping[str, str] | None) -> Pairs:
    return tuple(sorted((mapping or {}).items()))


def _rule(shape: RuleShape) -> Rule:
    splits = (Split(parse_target(to), weight) for to, weight in shape.to.items())
    return Rule(
        tuple(sorted(splits, key=lambda split: split.to.key)),
        match_of(shape.match),
        _limit(shape.timeout),
    )


def match_of(shape: MatchShape | None) -> Match:
    """What a rule matches, as the model has it."""
    if shape is None:
        return Match()
    headers = [_header(name, value) for name, value in (shape.headers or {}).items()]
    return _filled(
        Match,
        host=_lower(shape.host) if isinstance(shape, GatewayMatchShape) else None,
        path=_path(shape.path),
        method=shape.method,
        headers=tuple(sorted(headers, key=lambda header: header.name)),
    )


def _path(shape: PathShape | None) -> PathMatch | None:
    if shape is None:
        return None
    if shape.exact is not None:
        return PathMatch("exact", shape.exact)
    if shape.regex is not None:
        return PathMatch("regex", shape.regex)
    return PathMatch("prefix", shape.prefix or "/")


def _header(name: str, shape: HeaderShape) -> HeaderMatch:
    if shape.regex is not None:
        return HeaderMatch(name.lower(), shape.regex, regex=True)
    return HeaderMatch(name.lower(), shape.exact or "")


def parse_target(text: str) -> Target:
    """`orders` or `orders@v2` as a target; whether there is such a thing is not asked here."""
    service, at, version = text.partition("@")
    return Target(Name(service), version if at else None)


def absolute(dir: str, path: str) -> str:
    """*path* as seen from *dir*."""
    return posixpath.normpath(posixpath.join(dir, path))


def _limit(limit: int | str | None) -> int | None:
    return limit if isinstance(limit, int) else None


def _group(kind: type[M], shape: Shape | None) -> M:
    """A group whose fields are named as its keys, but for a unit or a keyword's underscore."""
    if shape is None:
        return kind()
    values = shape.model_dump(exclude_none=True)
    fields = {}
    for name, value in values.items():
        spellings = (name, *(name.removesuffix("_") + unit for unit in _UNITS))
        fields[next(field for field in spellings if field in kind.__struct_fields__)] = value
    return kind(**fields)


def _filled(kind: type[M], /, **fields: object) -> M:
    """*kind* with its own defaults for what is None."""
    return kind(**{name: value for name, value in fields.items() if value is not None})
