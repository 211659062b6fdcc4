"""Running: whether what Weft is to start can be started, and what it is told makes sense.

Validated, World  ->  check(), check_files()  ->  problems
"""

from collections.abc import Callable, Iterator
from typing import Final

from weft.config.documents import absolute
from weft.config.nodes import Loc, key_place_of, place_of
from weft.config.problem import Problems
from weft.config.service import OneVersion, ServiceShape
from weft.config.validate import Validated
from weft.config.world import Running, World
from weft.model.names import Name

#: Keys that say how a process is run: they mean nothing where Weft starts none.
_OF_PROCESSES: Final = (
    "port",
    "env",
    "env_file",
    "dir",
    "stop",
    "start_after",
    "proxy_env",
    "restart",
)
_SET_ALWAYS: Final = frozenset(
    {"HOST", "PORT", "WEFT_CONFIG", "WEFT_SERVICE", "WEFT_INSTANCE", "WEFT_VERSION"}
)
_SET_FOR_PROXIES: Final = frozenset({"http_proxy", "HTTP_PROXY", "NODE_USE_ENV_PROXY"})


def check(valid: Validated, world: World, problems: Problems) -> None:
    """Note what can't be run, and what contradicts or replaces something."""
    for loc, shape in _written(valid):
        if shape.run is not None and shape.address is not None:
            place = key_place_of(valid.root, (*loc, "address"))
            message = "`run` starts a process, `address` names one that already runs"
            problems.add("conflict", place, message, "leave one of them out")
        elif shape.address is not None:
            _pointless(loc, shape, valid, problems)
    for run in world.runs:
        _startable(run, valid, problems)
    for run in world.runs:
        _variables(run, valid, world, problems)
    for loc, config in _configs(valid):
        for at, path in secrets_of(config, loc):
            if not isinstance(path, str) or not path:
                message = "a secret is named by the path of its file"
                problems.add("wrong-type", place_of(valid.root, at), message)


def check_files(
    valid: Validated, world: World, problems: Problems, dir: str, exists: Callable[[str], bool]
) -> None:
    """Note the paths of *valid* at which nothing is."""
    for run in world.runs:
        if run.shape.run is None:
            continue
        for key, path in (("dir", run.shape.dir), ("env_file", run.shape.env_file)):
            if path is not None and not exists(absolute(dir, path)):
                what = "directory" if key == "dir" else "file"
                place = place_of(valid.root, run.where(valid, key))
                message = f"there is no {what} {absolute(dir, path)}"
                problems.add("missing-file", place, message)
    for loc, config in _configs(valid):
        for at, secret in secrets_of(config, loc):
            if isinstance(secret, str) and secret and not exists(absolute(dir, secret)):
                message = f"there is no file {absolute(dir, secret)}: the app needs it to start"
                problems.warn("missing-file", place_of(valid.root, at), message)


def _written(valid: Validated) -> Iterator[tuple[Loc, OneVersion]]:
    for name, service in (valid.file.services or {}).items():
        yield ("services", name), service
        for version, shape in (service.versions or {}).items():
            yield ("services", name, "versions", version), shape


def _pointless(loc: Loc, shape: OneVersion, valid: Validated, problems: Problems) -> None:
    if isinstance(shape, ServiceShape) and shape.versions:
        return  # some versions may be started by Weft and need these keys
    for key in _OF_PROCESSES:
        if getattr(shape, key) is not None:
            place = key_place_of(valid.root, (*loc, key))
            message = f"`{key}` changes nothing: Weft starts no process for an `address`"
            problems.warn("no-effect", place, message, "leave it out")


def _startable(run: Running, valid: Validated, problems: Problems) -> None:
    shape, name = run.shape, str(run)
    loc: Loc = ("services", run.service)
    sound = all(valid.sound((*at, key)) for at in (loc, run.loc) for key in ("run", "address"))
    if shape.run is None and shape.address is None and sound:
        place = key_place_of(valid.root, run.loc)
        message = f'"{name}" has neither `run` nor `address`'
        hint = "add the command that starts it, or the address where it already runs"
        problems.add("missing-key", place, message, hint)
    if shape.address is not None and shape.instances is not None and shape.instances != 1:
        at = run.where(valid, "instances")
        if at[0] != "defaults":
            message = f'"{name}" has one address and so one instance'
            problems.add("conflict", place_of(valid.root, at), message, "leave `instances` out")


def _variables(run: Running, valid: Validated, world: World, problems: Problems) -> None:
    """The file's variables win over those that Weft sets; it should be on purpose."""
    shape = run.shape
    if not shape.env or shape.run is None:
        return
    taken = set(_SET_ALWAYS) | (set() if shape.proxy_env is False else _SET_FOR_PROXIES)
    if shape.port is not None and shape.env.get("PORT") == str(shape.port):
        taken.discard("PORT")
    for name in sorted(shape.env.keys() & taken):
        hint = "use `port:`, so that Weft knows it, too" if name == "PORT" else ""
        _replaces(name, run, valid, problems, hint)
    calls = world.services[run.service].calls
    stems = world.stems
    if calls is not None:
        stems = frozenset(Name(name).variable for callees in calls for name in callees)
    for name in sorted(shape.env.keys() - taken):
        stem, _, suffix = name.rpartition("_")
        if suffix in ("URL", "HOST", "PORT") and stem in stems:
            _replaces(name, run, valid, problems, "calls that use it leave the mesh")


def _replaces(name: str, run: Running, valid: Validated, problems: Problems, hint: str) -> None:
    place = key_place_of(valid.root, run.where(valid, "env", name))
    message = f"{name} here replaces the one that Weft sets"
    problems.warn("env-clash", place, message, hint)


def _configs(valid: Validated) -> Iterator[tuple[Loc, dict[str, object]]]:
    if valid.file.defaults and valid.file.defaults.config:
        yield ("defaults", "config"), valid.file.defaults.config
    for name, service in (valid.file.services or {}).items():
        if service.config:
            yield ("services", name, "config"), service.config


def secrets_of(value: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    """The references to secrets in a configuration: mappings with `secret` as their only key."""
    if isinstance(value, dict):
        if value.keys() == {"secret"}:
            yield (*loc, "secret"), value["secret"]
            return
        for key, inner in value.items():
            yield from secrets_of(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from secrets_of(inner, (*loc, index))
