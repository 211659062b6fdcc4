"""The HTTP server inside the control plane's own event loop.

    asked address  ->  bind()  ->  socket  ->  Http(app, socket).serve()

Refuses to know what is served. Signals stay the process's own business: an
embedded server must not take them.
"""

import contextlib
import socket
from collections.abc import Iterator
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from weft.errors import WeftError

DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 7433
#: How long answers under way may take once the server is asked to stop; streams end at once.
GRACE_S: Final = 2


class CannotListen(WeftError):
    """The address for API and dashboard cannot be used."""

    code = "cannot-listen"


def bind(listen: str | None, before: int | None = None) -> socket.socket:
    """A bound socket: at *listen* or not at all.

    Without it: at the port of *before*, so that a browser finds a server again
    that was killed, else at the usual one, else at a free one.
    """
    if listen is None:
        for port in (before, DEFAULT_PORT):
            if port is not None:
                with contextlib.suppress(OSError):
                    return _bound(DEFAULT_HOST, port)
        return _bound(DEFAULT_HOST, 0)
    host, port = _parsed(listen)
    try:
        return _bound(host, port)
    except OSError as error:
        raise CannotListen(
            f"cannot listen on {listen}",
            why=error.strerror or str(error),
            fix="choose another address, or leave it out to let Weft find a free port",
        ) from error


def url_of(bound: socket.socket) -> str:
    """Where a browser on this host finds *bound*."""
    host, port = bound.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = DEFAULT_HOST
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _parsed(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not (host and port.isascii() and port.isdigit() and int(port) < 65536):
        raise CannotListen(f"{listen!r} is not host:port", fix=f"for example {DEFAULT_HOST}:7433")
    return host, int(port)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A restarted server takes its port back while old connections still linger.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except OSError:
        bound.close()
        raise
    return bound


class Http(uvicorn.Server):
    """uvicorn without its signals, its log and its greeting."""

    def __init__(self, app: ASGIApp, bound: socket.socket) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE_S,
            )
        )
        self._bound = bound

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave every signal to the process."""
        yield

    async def run_until_stopped(self) -> None:
        """Serve until `stop`."""
        await self.serve(sockets=[self._bound])

    def stop(self) -> None:
        """No new connections; answers under way get their grace."""
        self.should_exit = True
