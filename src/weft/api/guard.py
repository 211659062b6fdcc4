"""The guard before every route: who may ask, in what form, and what browsers may do with answers.

    ASGI request  ->  a refusal, or the application behind

Applies to files, streams and unknown paths alike, so that no route can forget it.
"""

from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from weft.api.access import Access
from weft.api.backend import Backend
from weft.api.problems import RequestRefused, answer
from weft.telemetry import names

MOST_BYTES: Final = 4 * 1024 * 1024
#: The only paths that need no key: one says nothing, the other takes a code.
OPEN: Final = frozenset({"/healthz", "/login"})

SECURITY_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def page(title: str, text: str) -> bytes:
    """A page for a browser that is not logged in."""
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Weft</title>'
        f"<h1>{title}</h1><p>{text}</p></html>"
    ).encode()


_LOG_IN: Final = page(
    "Log in to see this mesh",
    "Run <code>weft dashboard</code> beside its mesh.yaml and open the link that it prints.",
)


class Guard:
    """The application behind *access*."""

    def __init__(
        self, app: ASGIApp, access: Access, backend: Backend, clock: Callable[[], float]
    ) -> None:
        self._app = app
        self._access = access
        self._backend = backend
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI's way in."""
        if scope["type"] != "http":
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, secured)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        problem = self._problem(scope["method"], scope["path"], headers)
        if problem is None:
            return None
        self._backend.note(
            names.REQUEST_REFUSED,
            reason=problem.problem_code,
            method=scope["method"],
            path=scope["path"][:200],
            host=headers.get("host", "")[:200],
        )
        if problem.problem_code == "not-logged-in" and "text/html" in headers.get("accept", ""):
            return Response(_LOG_IN, status_code=401, media_type="text/html")
        return answer(problem)

    def _problem(self, method: str, path: str, headers: Headers) -> RequestRefused | None:
        if len(headers.getlist("host")) != 1 or not self._access.knows_host(headers["host"]):
            return RequestRefused(
                "host-not-allowed",
                f"this server does not go by the name {headers.get('host', '')!r:.100}",
                fix=f"ask for {min(self._access.hosts)}",
            )
        if path not in OPEN and not self._access.allows(
            method, headers.get("authorization", ""), self._cookie(headers), self._clock()
        ):
            return RequestRefused(
                "not-logged-in",
                "this needs the mesh's token",
                why="" if headers.get("authorization") else "the request brought none that holds",
                fix="send `Authorization: Bearer` with the content of .weft/token",
            )
        return _form_problem(method, headers)

    def _cookie(self, headers: Headers) -> str:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._access.cookie)
        except CookieError:
            return ""
        return found.value if found else ""


def _form_problem(method: str, headers: Headers) -> RequestRefused | None:
    if method in ("POST", "PUT", "PATCH"):
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return RequestRefused(
                "content-type",
                f"the body is {kind or 'of no type'!r:.80}",
                fix="send it as application/json",
            )
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or int(length) > MOST_BYTES:
        return too_large()
    return None


def too_large() -> RequestRefused:
    """The refusal of a body beyond the limit."""
    return RequestRefused("body-too-large", f"the body is larger than {MOST_BYTES} bytes")
