"""Notification: alarms go to webhooks and commands, without anybody waiting for them.

    Raised, Resolved  ->  Notifier.send()  ->  POST with JSON, or JSON on a command's stdin

Each destination has a queue and a worker of its own: a slow one delays only
itself, its alarms arrive in order, and when its queue is full the oldest goes.
"""

import asyncio
import os
import signal
from contextlib import suppress
from typing import Final

import msgspec
from msgspec import Struct

from weft.api.shapes import AlarmView
from weft.model.document import Alarm
from weft.server.alarms import Raised, Resolved
from weft.telemetry import names
from weft.telemetry.logs import Log

TIMEOUT_S: Final = 10.0
PAUSES_S: Final = (1.0, 5.0, 25.0)  # before each further try
QUEUE: Final = 100
LARGEST_TAIL: Final = 200  # of what a command says before it fails


class Notice(Struct, frozen=True, kw_only=True):
    """What a destination is sent."""

    event: str  # "raised" or "resolved"
    mesh: str
    at: float
    alarm: AlarmView


class NotTaken(Exception):
    """A destination did not take a notice; the text says why."""


class Notifier:
    """The workers of all destinations."""

    def __init__(
        self, log: Log, *, timeout_s: float = TIMEOUT_S, pauses_s: tuple[float, ...] = PAUSES_S
    ) -> None:
        self._log = log
        self._timeout_s = timeout_s
        self._pauses_s = pauses_s
        self._queues: dict[Alarm, asyncio.Queue[Notice]] = {}
        self._workers: dict[Alarm, asyncio.Task[None]] = {}

    def send(
        self, destinations: tuple[Alarm, ...], news: Raised | Resolved, mesh: str, at: float
    ) -> None:
        """Put *news* into each destination's queue."""
        event = "raised" if isinstance(news, Raised) else "resolved"
        notice = Notice(event=event, mesh=mesh, at=at, alarm=news.alarm)
        for destination in destinations:
            queue = self._queues.get(destination)
            if queue is None:
                queue = self._queues[destination] = asyncio.Queue(QUEUE)
                self._workers[destination] = asyncio.create_task(self._work(destination, queue))
            if queue.full():
                self._lost(destination, queue.get_nowait(), "too many are waiting")
                queue.task_done()
            queue.put_nowait(notice)

    async def close(self, grace_s: float = 1.0) -> None:
        """Give what waits a moment, then stop."""
        waiting = [asyncio.ensure_future(queue.join()) for queue in self._queues.values()]
        if waiting:
            await asyncio.wait(waiting, timeout=grace_s)
        for task in (*waiting, *self._workers.values()):
            task.cancel()
        await asyncio.gather(*waiting, *self._workers.values(), return_exceptions=True)

    async def _work(self, destination: Alarm, queue: asyncio.Queue[Notice]) -> None:
        while True:
            notice = await queue.get()
            try:
                await self._deliver(destination, notice)
            finally:
                queue.task_done()

    async def _deliver(self, destination: Alarm, notice: Notice) -> None:
        why = ""
        for pause in (0.0, *self._pauses_s):
            await asyncio.sleep(pause)
            try:
                async with asyncio.timeout(self._timeout_s):
                    await _hand_over(destination, msgspec.json.encode(notice))
            except TimeoutError:
                why = f"it took longer than {self._timeout_s:g} s"
            except (NotTaken, OSError, ValueError) as error:  # ValueError: no command can be so
                why = str(error)
            else:
                self._log.info(names.ALARM_SENT, alarm=notice.alarm.id, to=_words(destination))
                return
        self._lost(destination, notice, why)

    def _lost(self, destination: Alarm, notice: Notice, why: str) -> None:
        self._log.error(
            names.ALARM_NOT_SENT, alarm=notice.alarm.id, to=_words(destination), why=why
        )


async def _hand_over(destination: Alarm, body: bytes) -> None:
    if destination.webhook is not None:
        await _post(destination.webhook, body)
    if destination.command:
        await _run(destination.command, body)


async def _post(url: str, body: bytes) -> None:
    import httpx2  # noqa: PLC0415 - a tenth of a second that only a mesh with webhooks pays

    try:
        async with httpx2.AsyncClient(follow_redirects=False) as client:
            answer = await client.post(
                url, content=body, headers={"Content-Type": "application/json"}
            )
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise NotTaken(str(error) or type(error).__name__) from error
    if not answer.is_success:
        raise NotTaken(f"it answered with status {answer.status_code}")


async def _run(command: tuple[str, ...], body: bytes) -> None:
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    heard = None
    try:
        heard = await _heard(process, body)
    finally:
        if heard is None:  # cancelled, or out of time: it and its children go, also without it
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
    if process.returncode:
        tail = heard.decode("utf-8", "replace").strip()
        raise NotTaken(f"it ended with status {process.returncode}: {tail}")


async def _heard(process: asyncio.subprocess.Process, body: bytes) -> bytes:
    """The last that *process* says once it was given *body*; however much it says."""
    assert process.stdin
    assert process.stderr
    process.stdin.write(body)
    with suppress(ConnectionError):  # it may end without reading
        await process.stdin.drain()
    process.stdin.close()
    tail = b""
    while said := await process.stderr.read(LARGEST_TAIL):
        tail = (tail + said)[-LARGEST_TAIL:]
    await process.wait()
    return tail


def _words(destination: Alarm) -> str:
    # A webhook's path and query often are its secret.
    if destination.webhook is not None:
        scheme, _, rest = destination.webhook.partition("://")
        return f"{scheme}://{rest.partition('/')[0].rpartition('@')[2]}"
    return " ".join(destination.command[:1])
