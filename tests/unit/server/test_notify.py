"""Notices, to a real webhook and to real commands."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from weft.api.shapes import AlarmView
from weft.model.document import Alarm
from weft.server.alarms import Raised, Resolved
from weft.server.notify import QUEUE, Notifier
from weft.telemetry.logs import LogFile, open_log

ALARM = AlarmView(id="a", severity="warning", what="it broke", why="", fix="")


class Hook(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[dict[str, object]] = []
        self.answers: list[int] = []

    @property
    def alarm(self) -> Alarm:
        return Alarm(webhook=f"http://127.0.0.1:{self.server_port}/secret?key=1")


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append(json.loads(body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def hook():
    server = Hook()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
async def notifier(tmp_path: Path) -> AsyncIterator[Notifier]:
    log = open_log(LogFile(tmp_path / "log"))
    made = Notifier(log, timeout_s=5, pauses_s=(0.01, 0.01))
    yield made
    await made.close(grace_s=0)


def logged(tmp_path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]


async def delivered(notifier: Notifier) -> None:
    async with asyncio.timeout(20):
        for queue in notifier._queues.values():
            await queue.join()


async def test_a_webhook_hears_of_the_beginning_and_the_end_in_order(
    notifier: Notifier, hook: Hook
):
    for news in (Raised(ALARM), Resolved(ALARM)):
        notifier.send((hook.alarm,), news, "shop", 5.0)
    await delivered(notifier)

    assert [notice["event"] for notice in hook.got] == ["raised", "resolved"]
    assert hook.got[0]["mesh"] == "shop"
    assert hook.got[0]["alarm"]["what"] == "it broke"


async def test_a_command_reads_json_on_its_stdin(notifier: Notifier, tmp_path: Path):
    code = f"import sys; open({str(tmp_path / 'got')!r}, 'w').write(sys.stdin.read())"
    alarm = Alarm(command=(sys.executable, "-c", code))

    notifier.send((alarm,), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)

    assert json.loads((tmp_path / "got").read_text())["alarm"]["id"] == "a"


async def test_what_is_not_taken_is_tried_again(notifier: Notifier, hook: Hook, tmp_path: Path):
    hook.answers = [500, 503, 200]

    notifier.send((hook.alarm,), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)

    assert len(hook.got) == 3
    assert [line["event"] for line in logged(tmp_path)] == ["alarm sent"]


async def test_what_is_never_taken_is_told_and_the_address_keeps_its_secret(
    notifier: Notifier, hook: Hook, tmp_path: Path
):
    hook.answers = [500] * 3

    notifier.send((hook.alarm,), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)

    (line,) = logged(tmp_path)
    assert (line["event"], line["why"]) == ("alarm not sent", "it answered with status 500")
    assert "secret" not in json.dumps(line)


@pytest.mark.parametrize(
    "destination",
    [
        Alarm(webhook="http://127.0.0.1:1/"),
        Alarm(webhook="not a url"),
        Alarm(command=("/no/such/program",)),
        Alarm(command=("no\0program",)),
        Alarm(command=(sys.executable, "-c", "raise SystemExit('broken')")),
    ],
)
async def test_a_broken_destination_breaks_nothing_else(
    notifier: Notifier, hook: Hook, tmp_path: Path, destination: Alarm
):
    notifier.send((destination, hook.alarm), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)

    assert len(hook.got) == 1
    assert {line["event"] for line in logged(tmp_path)} == {"alarm sent", "alarm not sent"}


async def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path):
    log = open_log(LogFile(tmp_path / "log"))
    notifier = Notifier(log, timeout_s=0.3, pauses_s=())
    pid = tmp_path / "pid"
    script = f"sleep 60 & echo $! > {pid}; wait"

    notifier.send((Alarm(command=("sh", "-c", script)),), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)
    await notifier.close()

    child = int(pid.read_text())
    deadline = time.monotonic() + 5
    while _alive(child) and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    assert not _alive(child)
    assert "longer than" in str(logged(tmp_path)[0]["why"])


async def test_what_a_command_left_behind_goes_with_it(tmp_path: Path):
    notifier = Notifier(open_log(LogFile(tmp_path / "log")), timeout_s=0.5, pauses_s=())
    pid = tmp_path / "pid"
    script = f"sleep 60 & echo $! > {pid}"  # ends at once; its child holds what we listen to

    notifier.send((Alarm(command=("sh", "-c", script)),), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)
    await notifier.close()

    deadline = time.monotonic() + 5
    while _alive(int(pid.read_text())) and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    assert not _alive(int(pid.read_text()))


async def test_of_much_that_a_command_says_the_end_is_told(notifier: Notifier, tmp_path: Path):
    code = "import sys; sys.stderr.write('x' * 10_000_000 + 'no route'); raise SystemExit(3)"

    notifier.send((Alarm(command=(sys.executable, "-c", code)),), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)

    why = str(logged(tmp_path)[0]["why"])
    assert why.startswith("it ended with status 3: xxx")
    assert why.endswith("no route")
    assert len(why) < 250


async def test_a_destination_that_an_older_weft_stored_without_an_aim_ends_nobody(
    notifier: Notifier,
):
    for _ in range(QUEUE * 2):
        notifier.send((Alarm(),), Raised(ALARM), "shop", 5.0)
    await delivered(notifier)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


async def test_nobody_waits_for_a_slow_destination_and_its_queue_is_bounded(tmp_path: Path):
    notifier = Notifier(open_log(LogFile(tmp_path / "log")), timeout_s=60)
    slow = Alarm(command=("sleep", "60"))
    began = time.monotonic()

    for _ in range(QUEUE * 2):
        notifier.send((slow,), Raised(ALARM), "shop", 5.0)

    assert time.monotonic() - began < 1
    assert notifier._queues[slow].qsize() <= QUEUE
    await notifier.close(grace_s=0)
