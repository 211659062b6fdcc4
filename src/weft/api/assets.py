"""The dashboard's files, read once and served from memory.

    a folder  ->  Assets  ->  a response for a path, or None

Refuses to look at a disk while a request waits, so there is no path to climb.
Types come from a table here: the system's own table can call JavaScript text.
"""

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from starlette.responses import Response

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class Asset:
    """One file."""

    body: bytes
    type: str
    etag: str


@dataclass(frozen=True)
class Assets:
    """Files by path: `/`, `/app.js`."""

    found: dict[str, Asset]

    @classmethod
    def of_dashboard(cls) -> "Assets":
        """The dashboard that came with this package."""
        return cls(dict(_walk(files("weft.dashboard").joinpath("static"), "/")))

    def response(self, path: str, if_none_match: str = "") -> Response | None:
        """The file under *path*, or 304 for one that the browser still has; None: no such file."""
        asset = self.found.get(path)
        if asset is None:
            return None
        headers = {"ETag": asset.etag, "Cache-Control": "no-cache"}
        if asset.etag in [tag.strip() for tag in if_none_match.split(",")]:
            return Response(status_code=304, headers=headers)
        return Response(asset.body, headers={**headers, "Content-Type": asset.type})


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Asset]]:
    found: list[tuple[str, Asset]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found += _walk(item, f"{prefix}{item.name}/")
            continue
        suffix = item.name[item.name.rfind(".") :] if "." in item.name else ""
        if suffix not in TYPES:
            continue  # a file of ours that no browser asks for
        body = item.read_bytes()
        asset = Asset(body, TYPES[suffix], f'"{sha256(body).hexdigest()[:16]}"')
        found.append((f"{prefix}{item.name}", asset))
        if item.name == "index.html":
            found.append((prefix, asset))
    return found
