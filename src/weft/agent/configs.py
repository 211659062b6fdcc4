"""An app's configuration: a Config document -> the JSON file that WEFT_CONFIG names.

    {"key": {"secret": "./key.txt"}}  ->  {"key": "what the file holds"}

A secret is read on the host that runs the app, goes into a file that only this
user may read, and nowhere else: not into a log, nor back to the server.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from weft.agent.disk import read_whole, write_whole
from weft.errors import WeftError
from weft.model.catalog import Config

Reader = Callable[[Path], str]


class SecretUnreadable(WeftError):
    """A file that a configuration refers to cannot be read."""

    code = "secret-unreadable"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"secret file {path} cannot be read",
            why=why,
            fix="put the secret there, readable for you, or change the configuration",
        )


class ConfigurationBroken(WeftError):
    """A configuration that was stored cannot be read."""

    code = "configuration-broken"


class ConfigurationNotWritten(WeftError):
    """A configuration could not be put on disk."""

    code = "configuration-not-written"


def resolved(config: Config | None, read: Reader) -> bytes:
    """The configuration with secrets in their places, as JSON text; raises a WeftError."""
    if config is None:
        return b"{}\n"
    folder = Path(config.dir)

    def filled(value: object) -> object:
        if (path := _secret(value)) is not None:
            return read(folder / path)
        if isinstance(value, dict):
            return {key: filled(inner) for key, inner in value.items()}
        return [filled(inner) for inner in value] if isinstance(value, list) else value

    text = json.dumps(filled(_values(config)), ensure_ascii=False, indent=2)
    return text.encode() + b"\n"


def secrets_of(config: Config | None) -> tuple[Path, ...]:
    """The files that *config* refers to, in path order."""
    if config is None:
        return ()
    folder = Path(config.dir)
    try:
        return tuple(sorted({folder / path for path in _paths(_values(config))}))
    except ConfigurationBroken:
        return ()


def read_secret(path: Path) -> str:
    """A secret's text without the newline that editors put at the end."""
    try:
        return path.read_text().removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise SecretUnreadable(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise SecretUnreadable(path, "it is not UTF-8 text") from error


def write_if_changed(path: Path, data: bytes) -> bool:
    """Put *data* at *path* unless it is there already; says whether it did.

    Raises ConfigurationNotWritten.
    """
    if read_whole(path) == data:
        return False
    try:
        write_whole(path, data)
    except OSError as error:
        raise ConfigurationNotWritten(
            f"configuration {path} cannot be written", why=error.strerror or str(error)
        ) from error
    return True


def _values(config: Config) -> object:
    try:
        found: object = json.loads(config.values)
    except ValueError as error:
        raise ConfigurationBroken(
            f"the configuration of {config.service} is no JSON",
            why=str(error),
            fix="apply a mended one",
        ) from error
    return found


def _secret(value: object) -> str | None:
    if isinstance(value, dict) and value.keys() == {"secret"}:
        path = value["secret"]
        return path if isinstance(path, str) else None
    return None


def _paths(value: object) -> Iterator[str]:
    if (path := _secret(value)) is not None:
        yield path
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _paths(inner)
