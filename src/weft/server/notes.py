"""Notes: the small files beside the store, each there whole or not at all.

    token, server/server.json, server/alarms.json  <->  Notes

What must not be lost is in the store. These are what others must find by name
(the token, the address), and what changes too often for a revision (alarms).
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from weft import __version__
from weft.api.shapes import AlarmView
from weft.identity import keyfile


class Serving(Struct, frozen=True):
    """`server.json`: where the server is, for those who may read the state directory."""

    url: str
    pid: int
    mesh: str
    version: str


class Notes:
    """The files in *state* and in the server's part of it."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._serving = state / "server" / "server.json"
        self._alarms = state / "server" / "alarms.json"

    def token(self) -> str:
        """The token that opens the API, made at the first start."""
        path = self._state / "token"
        with suppress(FileExistsError):
            keyfile.create(path, secrets.token_urlsafe(32).encode())
        token = keyfile.read_secret(path).decode().strip()
        if not token:
            raise keyfile.KeyUnsafe(path, why="it is empty", fix=f"remove {path}: it is made anew")
        return token

    def announce(self, url: str, mesh: str) -> None:
        """Let others find this server."""
        serving = Serving(url, os.getpid(), mesh, __version__)
        _write(self._serving, msgspec.json.encode(serving))

    def withdraw(self) -> None:
        """This server ends on purpose."""
        self._serving.unlink(missing_ok=True)

    def port_before(self) -> int | None:
        """The port of a server that ended without withdrawing."""
        try:
            before = msgspec.json.decode(self._serving.read_bytes(), type=Serving)
        except (OSError, msgspec.MsgspecError):
            return None
        return urlsplit(before.url).port

    def alarms(self) -> tuple[AlarmView, ...]:
        """The alarms that stood when the last server ended."""
        try:
            return msgspec.json.decode(self._alarms.read_bytes(), type=tuple[AlarmView, ...])
        except (OSError, msgspec.MsgspecError):
            return ()

    def keep_alarms(self, standing: tuple[AlarmView, ...]) -> None:
        """Remember *standing*; a disk that takes nothing costs a repeated notice, no more."""
        with suppress(OSError):
            _write(self._alarms, msgspec.json.encode(standing))


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
    draft.replace(path)
