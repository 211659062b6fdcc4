"""Load: so many requests a second, open loop, each one counted.

A request is due at its time whether or not the ones before it are answered, so
a slow mesh shows as latency and not as fewer requests.
"""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

import aiohttp


@dataclass
class Shot:
    method: str
    started: float
    ended: float = 0.0
    status: int = 0  # 0: no answer
    instance: str = ""
    version: str = ""
    error: str = ""

    @property
    def failed(self) -> bool:
        return not 200 <= self.status < 500


@dataclass
class Load:
    """Requests to *url*, alternating GET and POST, at *rate* a second."""

    url: str
    rate: float
    methods: tuple[str, ...] = ("GET", "POST")
    headers: dict[str, str] = field(default_factory=dict)
    proxy: str | None = None
    shots: list[Shot] = field(default_factory=list)
    _over: bool = False
    _task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Load":
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def stop(self) -> None:
        self._over = True
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=20)
        connector = aiohttp.TCPConnector(limit=256)
        async with (
            aiohttp.ClientSession(timeout=timeout, connector=connector) as session,
            asyncio.TaskGroup() as group,
        ):
            due = time.monotonic()
            number = 0
            while not self._over:
                shot = Shot(self.methods[number % len(self.methods)], time.monotonic())
                self.shots.append(shot)
                group.create_task(self._fire(session, shot))
                number += 1
                due += 1 / self.rate
                await asyncio.sleep(max(due - time.monotonic(), 0))

    async def _fire(self, session: aiohttp.ClientSession, shot: Shot) -> None:
        body = b"x" * 64 if shot.method == "POST" else None
        try:
            async with session.request(
                shot.method, self.url, data=body, headers=self.headers, proxy=self.proxy
            ) as reply:
                answer = await reply.read()
                shot.status = reply.status
                if reply.status < 400 and answer.startswith(b"{"):
                    given = await reply.json(content_type=None)
                    shot.instance, shot.version = given.get("instance"), given.get("version")
                else:
                    shot.error = answer[:200].decode(errors="replace")
        except (aiohttp.ClientError, TimeoutError) as error:
            shot.error = f"{type(error).__name__}: {error}"
        finally:
            shot.ended = time.monotonic()

    def failed(self, method: str | None = None) -> list[Shot]:
        return [s for s in self.shots if s.ended and s.failed and method in (None, s.method)]

    def in_flight(self, since: float, until: float, method: str) -> int:
        """How many requests of *method* were under way between two moments."""
        return sum(
            s.method == method and s.started <= until and since <= (s.ended or until)
            for s in self.shots
        )

    def shares(self, since: float = 0.0) -> dict[str, float]:
        """Each instance's share of the answers since *since*."""
        counts = Counter(s.instance for s in self.shots if s.status == 200 and s.started >= since)
        total = sum(counts.values())
        return {name: count / total for name, count in counts.items()}

    async def answered(self, count: int, seconds: float = 30) -> None:
        """Wait for *count* more answers."""
        goal = sum(bool(s.ended) for s in self.shots) + count
        deadline = time.monotonic() + seconds
        while sum(bool(s.ended) for s in self.shots) < goal:
            assert time.monotonic() < deadline, "the load got no answers"
            await asyncio.sleep(0.02)
