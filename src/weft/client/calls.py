"""The API as methods: typed values in, typed values out, errors raised.

    Client(url, token).status()  ->  Status

Refuses to know where url and token come from, and how answers are printed.
Every error is a `WeftError`: `ServerUnreachable`, or the server's own with its code.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar
from urllib.parse import quote, urlencode

import msgspec
from msgspec import Struct

from weft.api import shapes
from weft.client.http import BadAnswer, Connection
from weft.model.document import Document

T = TypeVar("T")


class Client:
    """The server at *url*; *timeout* holds for each single request."""

    def __init__(self, url: str, token: str, *, timeout: float = 30.0) -> None:
        self._http = Connection(url, token, timeout=timeout)

    @property
    def url(self) -> str:
        """Where the server is."""
        return self._http.url

    def healthy(self) -> None:
        """Return if the server serves; raises ServerUnreachable if not."""
        self._http.send("GET", "/healthz")

    def status(self) -> shapes.Status:
        """All that is to be seen of the mesh."""
        return self._get("/v1/status", shapes.Status)

    def events(self) -> Iterator[shapes.Status]:
        """The status, once a second, until the caller stops or the server ends."""
        for event in self._http.stream("/v1/events"):
            if event.event == "status":
                yield _decoded(event.data, shapes.Status)

    def plan(
        self, owner: str, documents: Iterable[Document], *, prune: bool = True
    ) -> shapes.Applied:
        """What `apply` would change."""
        return self._apply("/v1/plan", owner, documents, prune=prune)

    def apply(
        self, owner: str, documents: Iterable[Document], *, prune: bool = True
    ) -> shapes.Applied:
        """Make *documents* all that *owner* holds; without *prune* nothing is removed."""
        return self._apply("/v1/apply", owner, documents, prune=prune)

    def _apply(
        self, path: str, owner: str, documents: Iterable[Document], *, prune: bool
    ) -> shapes.Applied:
        body = shapes.Apply(owner=owner, documents=tuple(documents), prune=prune)
        return self._post(path, body, shapes.Applied)

    def documents(self, kind: str | None = None) -> shapes.Documents:
        """All stored documents, or those of one kind."""
        query = f"?{urlencode({'kind': kind})}" if kind else ""
        return self._get(f"/v1/documents{query}", shapes.Documents)

    def document(self, kind: str, namespace: str, name: str) -> shapes.DocumentView:
        """One document; *name* of a Run may end with its version: `orders@v2`."""
        return self._get(_document(kind, namespace, name), shapes.DocumentView)

    def delete(
        self, kind: str, namespace: str, name: str, *, owner: str | None = None
    ) -> shapes.Applied:
        """Remove one document; with *owner*, only if it is that owner's."""
        query = f"?{urlencode({'owner': owner})}" if owner is not None else ""
        path = _document(kind, namespace, name) + query
        return _decoded(self._http.send("DELETE", path), shapes.Applied)

    def scale(
        self, namespace: str, name: str, instances: int, *, version: str | None = None
    ) -> shapes.Applied:
        """Run *instances* of a service, or of one version."""
        body = shapes.Scale(instances=instances, version=version)
        return self._post(_service(namespace, name, "scale"), body, shapes.Applied)

    def restart(self, namespace: str, name: str, *, version: str | None = None) -> shapes.Applied:
        """Replace the instances of a service one after another."""
        body = shapes.Restart(version=version)
        return self._post(_service(namespace, name, "restart"), body, shapes.Applied)

    def config(self, namespace: str, name: str) -> shapes.ConfigView:
        """A service's configuration."""
        return self._get(_service(namespace, name, "config"), shapes.ConfigView)

    def watch(
        self, *, kind: str | None = None, name: str | None = None, since: int | None = None
    ) -> Iterator[shapes.WatchEvent]:
        """First how the documents stand, or what changed after *since*; then every change."""
        wanted = {"kind": kind, "name": name}
        query = urlencode({key: value for key, value in wanted.items() if value})
        stream = self._http.stream(f"/v1/watch?{query}", since="" if since is None else str(since))
        for event in stream:
            if event.event == "document":
                yield _decoded(event.data, shapes.WatchEvent)

    def certificates(self) -> list[shapes.CertificateView]:
        """The certificates in use."""
        return self._get("/v1/certificates", list[shapes.CertificateView])

    def login_link(self) -> shapes.Link:
        """A link that logs a browser in, once."""
        return _decoded(self._http.send("POST", "/v1/login-link", b"{}"), shapes.Link)

    def metrics(self) -> str:
        """The metrics in Prometheus' text form."""
        return self._http.send("GET", "/metrics").decode()

    def _get(self, path: str, type: type[T]) -> T:
        return _decoded(self._http.send("GET", path), type)

    def _post(self, path: str, body: Struct, type: type[T]) -> T:
        return _decoded(self._http.send("POST", path, msgspec.json.encode(body)), type)


def _decoded(data: bytes | str, type: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=type)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadAnswer(
            "the server's answer was not understood",
            why=str(error),
            fix="another program may have taken its address, or it is of another version",
        ) from error


def _document(kind: str, namespace: str, name: str) -> str:
    return f"/v1/documents/{quote(kind, '')}/{quote(namespace, '')}/{quote(name, '@')}"


def _service(namespace: str, name: str, what: str) -> str:
    return f"/v1/services/{quote(namespace, '')}/{quote(name, '')}/{what}"
