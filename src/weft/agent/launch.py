"""What an app finds in its environment.

    Run, Facts, inherited environment, env_file's text  ->  environment()  ->  Launch

Weft's variables lie over the inherited ones, and the user's own over Weft's:
`env_file:` first, `env:` last. Where a user's value takes the place of one of
Weft's, the launch says so. https_proxy and its kin are left as they are: the
mesh speaks for the names that it knows, not for the way out of the house.

Pure: files are read elsewhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from weft.errors import WeftError
from weft.model.catalog import Pairs, Run
from weft.model.names import Name
from weft.model.workload import LocalPort

LOOPBACK: Final = "127.0.0.1"
#: What no app should send through the forward proxy. Many clients, Python's urllib among
#: them, compare names only and know no blocks: the usual address is written out.
NEVER_PROXIED: Final = ("localhost", "127.0.0.1", "127.0.0.0/8", "::1", "169.254.0.0/16")
#: Marks every process of an agent with its state folder, so that none is ever lost.
MARK: Final = "WEFT_AGENT"

_LINE: Final = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}


class EnvFileBroken(WeftError):
    """A line of an env_file is not `KEY=VALUE`."""

    code = "env-file"


@dataclass(frozen=True)
class Facts:
    """What the agent decided for one copy."""

    service: Name
    instance: str
    version: str
    port: int
    config: str  # the path of its configuration
    mark: str
    proxy_port: int | None = None
    local_ports: tuple[LocalPort, ...] = ()
    spare_path: str = ""  # searched after PATH: where the `python` that runs Weft lies


@dataclass(frozen=True)
class Launch:
    """An environment, and the names of Weft's variables that the user's own replaced."""

    env: Mapping[str, str]
    clashes: tuple[str, ...] = ()


def environment(
    run: Run, facts: Facts, inherited: Mapping[str, str], file_env: Pairs = ()
) -> Launch:
    """The environment of one copy of *run*."""
    users = {**dict(file_env), **dict(run.env)}
    ours = {**_about(facts), **_callees(facts)}
    if run.proxy_env and facts.proxy_port is not None:
        ours |= _proxy(facts.proxy_port, inherited, users)
    clashes = tuple(sorted(k for k in ours.keys() & users.keys() if ours[k] != users[k]))
    env = {**inherited, **ours, **users, MARK: facts.mark}
    if facts.spare_path:
        env["PATH"] = ":".join(filter(None, (env.get("PATH", ""), facts.spare_path)))
    # An exempt list is a list: the user's entries join Weft's instead of replacing them.
    return Launch(env, tuple(name for name in clashes if name.lower() != "no_proxy"))


def _about(facts: Facts) -> dict[str, str]:
    return {
        "PORT": str(facts.port),
        "HOST": LOOPBACK,
        "WEFT_SERVICE": str(facts.service),
        "WEFT_INSTANCE": facts.instance,
        "WEFT_VERSION": facts.version,
        "WEFT_CONFIG": facts.config,
    }


def _callees(facts: Facts) -> dict[str, str]:
    found: dict[str, str] = {}
    # Of two callees that differ in their namespace only, the caller's neighbour has the name.
    for local in sorted(
        facts.local_ports, key=lambda p: p.service.namespace == facts.service.namespace
    ):
        stem = local.service.variable
        found[f"{stem}_URL"] = f"http://{LOOPBACK}:{local.port}"
        found[f"{stem}_HOST"] = LOOPBACK
        found[f"{stem}_PORT"] = str(local.port)
    return found


def _proxy(port: int, inherited: Mapping[str, str], users: dict[str, str]) -> dict[str, str]:
    url = f"http://{LOOPBACK}:{port}"
    entries = list(NEVER_PROXIED)
    for source in (inherited, users):
        for name in ("no_proxy", "NO_PROXY"):
            entries += [entry.strip() for entry in source.get(name, "").split(",")]
    exempt = ",".join(dict.fromkeys(filter(None, entries)))
    for name in ("no_proxy", "NO_PROXY"):
        users.pop(name, None)
    return {
        "http_proxy": url,
        "HTTP_PROXY": url,
        "NODE_USE_ENV_PROXY": "1",
        "no_proxy": exempt,
        "NO_PROXY": exempt,
    }


def parse_env_file(text: str, path: str) -> Pairs:
    """`KEY=VALUE` lines as pairs; comments, `export` and quotes as shells have them."""
    found: dict[str, str] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        value = _value(match[2]) if match else None
        if match is None or value is None:
            raise EnvFileBroken(
                f"{path}:{number}: not a line of the form KEY=VALUE",
                why=f"it says {line[:80]!r}" if match is None else "its quote is not closed",
                fix="mend the line, or put # before it",
            )
        found[match[1]] = value
    return tuple(sorted(found.items()))


def _value(text: str) -> str | None:
    """The value that *text* spells; None for an unclosed quote."""
    if text[:1] not in ("'", '"'):
        return re.split(r"\s#", f" {text}", maxsplit=1)[0].strip()
    quote, position = text[0], 1
    characters: list[str] = []
    while position < len(text):
        character = text[position]
        if character == quote:
            rest = text[position + 1 :].strip()
            return "".join(characters) if not rest or rest.startswith("#") else None
        if character == "\\" and quote == '"' and position + 1 < len(text):
            position += 1
            character = _ESCAPES.get(text[position], text[position])
        characters.append(character)
        position += 1
    return None
