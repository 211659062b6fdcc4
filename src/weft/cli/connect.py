"""The way from a command to the mesh's server.

    a file or a folder  ->  Client

`WEFT_URL` and `WEFT_TOKEN` name a server anywhere; otherwise it is the one
that `weft up` started from this folder.
"""

import os
from pathlib import Path

import msgspec

from weft.cli.place import NoMeshHere, find_place
from weft.client import Client


class Serving(msgspec.Struct, frozen=True):
    """What `server.json` says."""

    url: str


def client_for(file: Path | None = None, *, timeout: float = 30.0) -> Client:
    """A client of the server that belongs to *file*, or to this folder; raises NoMeshHere."""
    if url := os.environ.get("WEFT_URL"):
        return Client(url, os.environ.get("WEFT_TOKEN", ""), timeout=timeout)
    place = find_place(file)
    try:
        serving = msgspec.json.decode(place.server_json.read_bytes(), type=Serving)
        token = place.token.read_text().strip()
    except (OSError, msgspec.DecodeError) as error:
        raise NoMeshHere(place.state.parent) from error
    return Client(serving.url, token, timeout=timeout)
