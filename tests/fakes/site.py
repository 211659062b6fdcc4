"""The real API and dashboard on a loopback port, in front of a status that a test chooses."""

import asyncio
import time
from collections.abc import Callable

import msgspec

from fakes.backend import FakeBackend
from weft.api import shapes
from weft.api.access import Access
from weft.api.assets import Assets
from weft.api.server import application
from weft.server.http import Http, bind


class StatusBackend(FakeBackend):
    def __init__(self, site: "Site") -> None:
        super().__init__()
        self._site = site

    def status_json(self) -> bytes:
        return msgspec.json.encode(self._site.tell())


class Site:
    """A server that can go away and come back at the same place."""

    def __init__(self, status: shapes.Status) -> None:
        self.tell: Callable[[], shapes.Status] = lambda: status
        self.port = 0
        self.token = "s3cret"
        self._server: Http | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def show(self, status: shapes.Status) -> None:
        self.tell = lambda: status

    async def start(self) -> None:
        bound = bind(f"127.0.0.1:{self.port}")
        self.port = bound.getsockname()[1]
        self._access = Access(self.token, self.port)
        self._backend = StatusBackend(self)
        app = application(self._backend, self._access, Assets.of_dashboard())
        self._server = Http(app, bound)
        self._task = asyncio.create_task(self._server.run_until_stopped())

    async def stop(self) -> None:
        if self._server is None:
            return
        self._backend.stopping.set()
        self._server.stop()
        await self._task
        self._server = None

    def login_link(self) -> str:
        self._access.add_code("code", time.time())
        return f"{self.url}/login?code=code"
