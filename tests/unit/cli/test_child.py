"""A child process that is kept running until it is told to stop."""

import asyncio
import contextlib
import os
import signal
import sys
import time

from weft.agent import kernel
from weft.cli.child import Child, exit_words

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


async def until(holds) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def kept(child, died):
    keeper = asyncio.create_task(child.keep(changed=lambda: None, died=died.append))
    try:
        await until(lambda: child.pid is not None)
        yield
    finally:
        child.stop()
        assert await child.gone(5)
        await asyncio.wait_for(keeper, 5)


async def test_a_killed_child_is_started_again(tmp_path):
    child, died = Child("it", SLEEP, tmp_path / "log"), []
    async with kept(child, died):
        first = child.pid
        os.kill(first, signal.SIGKILL)
        await until(lambda: child.pid not in (None, first))

    assert died == ["killed by signal 9 (SIGKILL)"]
    assert child.starts == 2


async def test_a_stopped_child_stays_stopped(tmp_path):
    child, died = Child("it", SLEEP, tmp_path / "log"), []
    async with kept(child, died):
        pid = child.pid

    assert kernel.started(pid) is None
    assert died == []


async def test_a_process_of_a_predecessor_is_adopted_by_pid_and_beginning(tmp_path):
    other = Child("it", SLEEP, tmp_path / "log")
    other.start()
    child, died = Child("it", SLEEP, tmp_path / "log"), []
    try:
        assert not child.adopt(other.pid, other.began + 5)
        assert child.adopt(other.pid, other.began)
        async with kept(child, died):
            assert child.pid == other.pid
    finally:
        other.signal(signal.SIGKILL)


def test_exit_codes_are_words():
    assert exit_words(3) == "exited with status 3"
    assert exit_words(-15) == "killed by signal 15 (SIGTERM)"
