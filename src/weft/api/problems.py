"""Errors as answers: what went wrong becomes a status and a JSON body.

    WeftError  ->  (409, {"error": {"code", "what", "why", "fix"}})

Refuses to know which call it was.
"""

from typing import Final

import msgspec
from starlette.responses import Response

from weft.api.shapes import Failure, Problem
from weft.errors import WeftError

#: By code; what is not here is the asker's mistake: 400.
STATUS: Final = {
    "not-logged-in": 401,
    "host-not-allowed": 403,
    "not-found": 404,
    "no-such-document": 404,
    "method-not-allowed": 405,
    "body-too-large": 413,
    "content-type": 415,
    "owned-by-another": 409,
    "store-conflict": 409,
    "several-versions": 409,
    "another-mesh": 409,
    "document-twice": 409,
    "not-scalable": 409,
    "store-full": 507,
    "store-slow": 503,
    "store-failed": 500,
    "store-closed": 503,
    "store-too-large": 413,
    "registry-unreadable": 500,
    "unexpected": 500,
}


class NotFound(WeftError):
    """There is nothing of that name."""

    code = "not-found"


class NotUnderstood(WeftError):
    """A body or an argument that does not mean anything."""

    code = "not-understood"


class RequestRefused(WeftError):
    """A request that is not answered, whatever it asks."""

    def __init__(self, code: str, what: str, *, why: str = "", fix: str = "") -> None:
        super().__init__(what, why=why, fix=fix)
        self.problem_code = code


def answer(error: WeftError, headers: dict[str, str] | None = None) -> Response:
    """*error* as a response."""
    code = error.problem_code if isinstance(error, RequestRefused) else error.code
    problem = Problem(code=code, what=error.what, why=error.why, fix=error.fix)
    return Response(
        msgspec.json.encode(Failure(error=problem)),
        status_code=STATUS.get(code, 400),
        media_type="application/json",
        headers=headers,
    )
