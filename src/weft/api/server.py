"""The API and the dashboard as an ASGI application.

    Backend, Access, Assets  ->  application()  ->  what an HTTP server runs

Knows HTTP, and nothing of how the control plane does what it is asked. No
globals: two applications in one process share nothing. Nothing here comes from
or goes to another site: no CORS, no CDN, no redirect but to `/`.
"""

import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from weft.api import admission, shapes, streams
from weft.api.access import Access
from weft.api.assets import Assets
from weft.api.backend import Backend
from weft.api.guard import MOST_BYTES, Guard, page, too_large
from weft.api.problems import NotFound, NotUnderstood, RequestRefused, answer
from weft.errors import WeftError
from weft.model.document import KINDS, Key, Kind
from weft.model.names import LABEL, Name
from weft.telemetry import metrics, names

S = TypeVar("S", bound=Struct)
Endpoint = Callable[[Request], Awaitable[Response]]

_USED_UP: Final = page(
    "This link does not work any more",
    "A login link works once, and for ten minutes. Ask for a new one: <code>weft dashboard</code>",
)


def application(
    backend: Backend,
    access: Access,
    assets: Assets,
    *,
    clock: Callable[[], float] = time.time,
) -> Guard:
    """The application; *clock* is Unix time."""
    api = Api(backend, access, assets, clock)
    app = Starlette(
        routes=[Route(path, getattr(api, name), methods=[method]) for method, path, name in ROUTES],
        exception_handlers={
            WeftError: _refuse,
            HTTPException: _refuse_route,
            Exception: api.fail,
        },
    )
    return Guard(app, access, backend, clock)


#: Method, path, method of `Api`; the last one takes every other path.
ROUTES: Final = (
    ("GET", "/healthz", "healthz"),
    ("GET", "/login", "login"),
    ("POST", "/v1/login-link", "login_link"),
    ("GET", "/metrics", "metrics"),
    ("GET", "/v1/status", "status"),
    ("GET", "/v1/events", "events"),
    ("GET", "/v1/watch", "watch"),
    ("POST", "/v1/plan", "plan"),
    ("POST", "/v1/apply", "apply"),
    ("GET", "/v1/documents", "documents"),
    ("GET", "/v1/documents/{kind}/{namespace}/{name}", "document"),
    ("DELETE", "/v1/documents/{kind}/{namespace}/{name}", "delete"),
    ("POST", "/v1/services/{namespace}/{name}/scale", "scale"),
    ("POST", "/v1/services/{namespace}/{name}/restart", "restart"),
    ("GET", "/v1/services/{namespace}/{name}/config", "config"),
    ("GET", "/v1/certificates", "certificates"),
    ("GET", "/{path:path}", "asset"),
)


class Api:
    """One method for each route."""

    def __init__(
        self, backend: Backend, access: Access, assets: Assets, clock: Callable[[], float]
    ) -> None:
        self._backend = backend
        self._access = access
        self._assets = assets
        self._clock = clock

    async def healthz(self, _: Request) -> Response:
        """That this server serves; it does not listen before it can."""
        return Response(b'{"ok":true}', media_type="application/json")

    async def login(self, request: Request) -> Response:
        """A code becomes a cookie."""
        cookie = self._access.redeem(request.query_params.get("code", ""), self._clock())
        if cookie is None:
            return Response(_USED_UP, status_code=401, media_type="text/html")
        self._backend.note(names.LOGGED_IN)
        response = Response(status_code=303, headers={"Location": "/"})
        response.set_cookie(self._access.cookie, cookie, httponly=True, samesite="strict", path="/")
        return response

    async def login_link(self, request: Request) -> Response:
        """A link that logs a browser in, once."""
        await _body(request)
        code = secrets.token_urlsafe(32)
        expires = self._access.add_code(code, self._clock())
        self._backend.note(names.LOGIN_LINK_MADE, expires=expires)
        url = f"{request.url.scheme}://{request.headers['host']}/login?code={code}"
        return _json(shapes.Link(url=url, expires=expires))

    async def metrics(self, _: Request) -> Response:
        """Prometheus' text form."""
        body = await self._backend.metrics()
        return Response(body, headers={"Content-Type": metrics.CONTENT_TYPE})

    async def status(self, _: Request) -> Response:
        """All that is to be seen."""
        return Response(self._backend.status_json(), media_type="application/json")

    async def events(self, _: Request) -> Response:
        """The status, once a second."""
        return streams.response(streams.statuses(self._backend))

    async def watch(self, request: Request) -> Response:
        """Documents as they change."""
        query = request.query_params
        kind = _kind(query["kind"]) if query.get("kind") else None
        since = request.headers.get("last-event-id") or query.get("since") or None
        if since is not None and not (since.isascii() and since.isdigit() and len(since) < 20):
            raise NotUnderstood(f"{since!r:.80} is not a revision")
        events = self._backend.watch(
            kind, query.get("name") or None, None if since is None else int(since)
        )
        return streams.response(streams.changes(self._backend, events))

    async def plan(self, request: Request) -> Response:
        """What apply would change."""
        return _json(await self._backend.plan(_admitted(await _read(request, shapes.Apply))))

    async def apply(self, request: Request) -> Response:
        """All of an owner's documents."""
        return _json(await self._backend.apply(_admitted(await _read(request, shapes.Apply))))

    async def documents(self, request: Request) -> Response:
        """What is stored."""
        kind = request.query_params.get("kind")
        return _json(self._backend.documents(_kind(kind) if kind else None))

    async def document(self, request: Request) -> Response:
        """One document."""
        return _json(self._backend.document(_key(request)))

    async def delete(self, request: Request) -> Response:
        """One document goes."""
        owner = request.query_params.get("owner")
        return _json(await self._backend.delete(_key(request), owner))

    async def scale(self, request: Request) -> Response:
        """More or fewer instances."""
        wanted = await _read(request, shapes.Scale)
        if not 0 <= wanted.instances <= 1000:
            raise NotUnderstood(f"{wanted.instances} instances", why="it must be 0 to 1000")
        return _json(await self._backend.scale(_service(request), wanted))

    async def restart(self, request: Request) -> Response:
        """New instances for old ones."""
        wanted = await _read(request, shapes.Restart)
        return _json(await self._backend.restart(_service(request), wanted))

    async def config(self, request: Request) -> Response:
        """A service's configuration."""
        return _json(self._backend.config(_service(request)))

    async def certificates(self, _: Request) -> Response:
        """Those in use."""
        body = msgspec.json.encode(self._backend.certificates())
        return Response(body, media_type="application/json")

    async def asset(self, request: Request) -> Response:
        """A file of the dashboard."""
        path = request.url.path
        found = self._assets.response(path, request.headers.get("if-none-match", ""))
        if found is None:
            raise NotFound(f"there is nothing at {path!r:.200}")
        return found

    async def fail(self, request: Request, error: Exception) -> Response:
        """A mistake of ours: the log has the traceback, the asker has no part of it."""
        self._backend.note(
            names.FAILED, method=request.method, path=request.url.path, exc_info=error
        )
        return answer(
            RequestRefused(
                "unexpected",
                "the server failed to answer this",
                why=f"{type(error).__name__}, a mistake in Weft",
                fix="the server's log has the details",
            )
        )


async def _refuse(_: Request, error: Exception) -> Response:
    assert isinstance(error, WeftError)
    return answer(error)


async def _refuse_route(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return answer(
            RequestRefused("method-not-allowed", f"{request.method} means nothing here"),
            dict(error.headers or {}),
        )
    return answer(NotFound(f"there is nothing at {request.url.path!r:.200}"))


async def _body(request: Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise too_large()
        chunks.append(chunk)
    return b"".join(chunks)


async def _read(request: Request, type: type[S]) -> S:
    try:
        return msgspec.json.decode(await _body(request), type=type)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise NotUnderstood("the body was not understood", why=str(error)) from error


def _admitted(wanted: shapes.Apply) -> shapes.Apply:
    found = admission.problems(wanted.owner, wanted.documents)
    if found:
        raise NotUnderstood(
            "these documents are refused; nothing was changed", why="; ".join(found[:20])
        )
    return wanted


def _kind(text: str) -> Kind:
    for kind in KINDS:
        if kind.lower() == text.lower():
            return kind
    raise NotFound(f"there is no kind {text!r:.80}", fix=f"it is one of {', '.join(KINDS)}")


def _key(request: Request) -> Key:
    kind, name = _kind(request.path_params["kind"]), request.path_params["name"]
    if kind == "Mesh":
        return Key(kind, "mesh")
    return Key(kind, f"{request.path_params['namespace']}/{name}")


def _service(request: Request) -> Name:
    name = Name(request.path_params["name"], request.path_params["namespace"])
    if not (LABEL.fullmatch(name.name) and LABEL.fullmatch(name.namespace)):
        raise NotFound(f"there is no service {name.key!r:.80}")
    return name


def _json(value: Struct) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")
