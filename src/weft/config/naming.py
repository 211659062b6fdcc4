"""Naming: whether names are ones that DNS, SPIFFE, HTTP and processes can carry.

Validated  ->  check()  ->  problems
"""

import re
from typing import Final

from weft.config.nodes import Loc, key_place_of, place_of
from weft.config.problem import Place, Problems
from weft.config.validate import Validated
from weft.config.world import World
from weft.model.names import LABEL, TRUST_DOMAIN, VERSION

#: RFC 9110 section 5.6.2: a token.
TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
#: Shells and most languages read only these back; dots and dashes are for apps that want them.
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
#: `localhost` is what clients must never send through a proxy.
_RESERVED: Final = frozenset({"localhost"})


def check(valid: Validated, world: World, problems: Problems) -> None:
    """Note every name that can't be one."""
    file = valid.file
    if file.mesh is not None and not TRUST_DOMAIN.fullmatch(file.mesh):
        place = place_of(valid.root, ("mesh",))
        message = f'"{file.mesh[:60]}" is not a name for a mesh: a-z, 0-9, dots, dashes'
        problems.add("bad-name", place, message, _near(file.mesh))
    for kind, names in (("services", file.services), ("gateways", file.gateways)):
        for name in names or {}:
            _label(name, kind.removesuffix("s"), key_place_of(valid.root, (kind, name)), problems)
    for name in (file.services or {}).keys() & (file.gateways or {}).keys():
        place = key_place_of(valid.root, ("gateways", name))
        message = f'"{name}" is the name of a service, too: `allow` could mean either'
        problems.add("same-name", place, message, "give the gateway another name")
    _mesh_wide(valid, problems)
    _versions(valid, problems)
    _variables(valid, world, problems)
    _hashed(valid, problems)


def check_header(name: str, place: Place, problems: Problems) -> None:
    """Note a header that can't be matched."""
    if not TOKEN.fullmatch(name):
        problems.add("bad-header", place, f'"{name[:60]}" is not the name of a header')
    elif name.lower() == "host":
        # HTTP/2 has no Host header, so proxies keep it apart from the others.
        hint = "gateways match it with `host:`"
        problems.add("bad-header", place, "the Host header can't be matched as a header", hint)


def _label(name: str, kind: str, place: Place, problems: Problems) -> None:
    if not LABEL.fullmatch(name):
        message = f'"{name[:70]}" is not a name for a {kind}: a-z, 0-9 and dashes, at most 63'
        problems.add("bad-name", place, message, _near(name))
    elif name in _RESERVED:
        message = f'"{name}" always means this machine: no {kind} can be called so'
        problems.add("bad-name", place, message)


def _near(name: str) -> str:
    near = re.sub(r"[^a-z0-9-]+", "-", name.lower()[:63]).strip("-")
    return f'did you mean "{near}"?' if near else ""


def _mesh_wide(valid: Validated, problems: Problems) -> None:
    """What holds for the whole mesh belongs to the file that names it."""
    file = valid.file
    if file.mesh is not None or valid.broken.at_or_under(("mesh",)):
        return
    for key, value in (("alarms", file.alarms), ("identity", file.identity)):
        if value is not None:
            place = key_place_of(valid.root, (key,))
            message = f"`{key}` holds for the whole mesh, but this file does not name it"
            problems.add("missing-key", place, message, "add `mesh:` with its name")


def _versions(valid: Validated, problems: Problems) -> None:
    for name, service in (valid.file.services or {}).items():
        loc: Loc = ("services", name, "versions")
        if service.versions is not None and not service.versions and valid.sound(loc):
            message = f'"{name}" has an empty list of versions'
            problems.add("no-value", key_place_of(valid.root, loc), message, "leave it out")
        for version in service.versions or {}:
            if not VERSION.fullmatch(version):
                place = key_place_of(valid.root, (*loc, version))
                message = f'"{version[:70]}" is not a version: letters, digits, dots, dashes'
                problems.add("bad-name", place, message)


def _variables(valid: Validated, world: World, problems: Problems) -> None:
    for run in world.runs:
        for name in run.shape.env or {}:
            if not _VARIABLE.fullmatch(name):
                place = key_place_of(valid.root, run.where(valid, "env", name))
                message = f'"{name[:60]}" is not the name of an environment variable'
                problems.add("bad-variable", place, message)


def _hashed(valid: Validated, problems: Problems) -> None:
    layers: list[tuple[Loc, object]] = [(("defaults",), valid.file.defaults)]
    layers += [(("services", name), shape) for name, shape in (valid.file.services or {}).items()]
    for loc, shape in layers:
        balance = getattr(shape, "balance", None)
        if balance is None:
            continue
        if balance.header is not None:
            place = place_of(valid.root, (*loc, "balance", "header"))
            check_header(balance.header, place, problems)
        if balance.cookie is not None and not TOKEN.fullmatch(balance.cookie):
            place = place_of(valid.root, (*loc, "balance", "cookie"))
            message = f'"{balance.cookie[:60]}" is not the name of a cookie'
            problems.add("bad-header", place, message)
