"""Real processes: how they start, end, and are found again."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from weft.agent import kernel, process
from weft.agent.process import CannotStart, ProcessId

PYTHON = sys.executable


class Start:
    """Starts processes and gathers how they end."""

    def __init__(self, folder):
        self.folder = folder
        self.exits = asyncio.Queue()

    def __call__(self, *command, env=None, files=None):
        return process.spawn(
            command,
            env={"PATH": os.environ["PATH"], **(env or {})},
            folder=self.folder,
            log=self.folder / "app.log",
            on_exit=self.exits.put_nowait,
            files=files,
        )

    async def exit(self):
        return await asyncio.wait_for(self.exits.get(), 10)

    def log(self):
        return (self.folder / "app.log").read_text()


@pytest.fixture
def start(tmp_path):
    return Start(tmp_path)


async def until(holds, seconds=5):
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds
        await asyncio.sleep(0.005)


def sleepers(mark):
    return [pid for pid in kernel.marked(f"MARK={mark}") if kernel.started(pid) is not None]


async def test_output_is_appended_to_a_private_log(start):
    start("sh", "-c", "echo out; echo err >&2")
    await start.exit()
    start("sh", "-c", "echo again")
    await start.exit()

    assert start.log() == "out\nerr\nagain\n"
    assert (start.folder / "app.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("command", "cause", "failed"),
    [
        ("exit 0", "exited with status 0", False),
        ("exit 3", "exited with status 3", True),
        ("kill -9 $$", "killed by signal 9 (SIGKILL)", True),
        ("kill -SEGV $$", "killed by signal 11 (SIGSEGV)", True),
    ],
)
async def test_an_end_is_told_in_words(start, command, cause, failed):
    start("sh", "-c", command)

    end = await start.exit()

    assert (end.cause, end.failed) == (cause, failed)


async def test_a_kill_by_the_kernel_for_want_of_memory_is_called_so(start, monkeypatch):
    child = start("sleep", "60")
    count = kernel.memory_kills()
    monkeypatch.setattr(kernel, "memory_kills", lambda: count + 1)

    os.kill(child.pid, signal.SIGKILL)

    assert (await start.exit()).cause == "killed by the kernel (memory)"


async def test_a_death_is_seen_within_milliseconds(start):
    child = start("sleep", "60")
    began = time.monotonic()

    os.kill(child.pid, signal.SIGKILL)
    await start.exit()

    assert time.monotonic() - began < 0.25


async def test_the_whole_group_is_signalled(start, tmp_path):
    mark = str(tmp_path)
    child = start("sh", "-c", "sleep 60 & sleep 60 & wait", env={"MARK": mark})
    await until(lambda: len(sleepers(mark)) == 3)

    child.send("SIGTERM")
    await start.exit()

    await until(lambda: sleepers(mark) == [])


async def test_what_an_app_started_does_not_outlive_it(start, tmp_path):
    mark = str(tmp_path)
    child = start("sh", "-c", "trap '' TERM; sleep 60 & sleep 60", env={"MARK": mark})
    await until(lambda: len(sleepers(mark)) == 3)

    os.kill(child.pid, signal.SIGKILL)
    await start.exit()

    await until(lambda: sleepers(mark) == [])


async def test_a_child_that_left_its_group_is_ended_with_its_session(start, tmp_path):
    mark = str(tmp_path)
    own_group = "import os, time; os.setpgid(0, 0); time.sleep(60)"
    child = start("sh", "-c", f'{PYTHON} -c "{own_group}" & wait', env={"MARK": mark})
    await until(lambda: len({os.getpgid(pid) for pid in sleepers(mark)}) == 2)

    child.kill()
    await start.exit()

    await until(lambda: sleepers(mark) == [])


async def test_two_hundred_restarts_leave_no_zombie(start):
    for _ in range(200):
        start("true")
        await start.exit()

    assert kernel.zombies() == set()


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (("no-such-program",), "there is no program no-such-program"),
        (("./missing",), "there is no program ./missing"),
    ],
)
async def test_a_program_that_is_not_there_is_named(start, command, what):
    with pytest.raises(CannotStart, match=what):
        start(*command)


async def test_a_folder_that_is_not_there_is_named(start):
    start.folder = start.folder / "nowhere"

    with pytest.raises(CannotStart, match=r"there is no folder .*nowhere"):
        start("true")


async def test_a_program_that_the_system_refuses_is_explained(start):
    path = start.folder / "broken"
    path.write_bytes(b"\x7fELF nonsense")
    path.chmod(0o700)

    with pytest.raises(CannotStart) as caught:
        start("./broken")
    assert caught.value.why == "Exec format error"


async def test_a_variable_that_no_process_can_have_is_explained(start):
    with pytest.raises(CannotStart) as caught:
        start("true", env={"A": "zero\0byte"})
    assert caught.value.why == "embedded null byte"


async def test_an_unknown_signal_is_a_plain_end(start):
    child = start("sleep", "60")

    child.send("SIGNONSENSE")

    assert (await start.exit()).cause == "killed by signal 15 (SIGTERM)"


async def test_a_process_gets_as_many_files_as_it_was_given(start):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    start("sh", "-c", "ulimit -n", files=512)
    await start.exit()

    assert start.log().strip() == "512"
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard)


async def test_a_process_of_a_killed_parent_is_adopted_and_its_end_is_seen(start):
    pid = await _orphan(start.folder)
    known = ProcessId.of(pid)

    adopted = process.adopt(known, start.exits.put_nowait)
    assert adopted is not None
    adopted.send("SIGTERM")
    end = await start.exit()

    assert end.failed
    assert "an earlier agent started it" in end.cause


async def test_a_reused_pid_is_never_adopted_nor_ended(start):
    child = start("sleep", "60")
    someone = ProcessId(child.pid, child.id.started - 5)

    assert process.adopt(someone, start.exits.put_nowait) is None
    process.end(someone)
    assert child.id.lives

    child.kill()
    await start.exit()


async def test_a_process_that_is_gone_is_not_adopted(start):
    child = start("true")
    await start.exit()

    assert process.adopt(child.id, start.exits.put_nowait) is None


async def test_marked_processes_are_ended_but_for_those_that_are_kept(start, tmp_path):
    mark = str(tmp_path)
    kept = start("sleep", "60", env={"MARK": mark})
    start("sleep", "60", env={"MARK": mark})
    await until(lambda: len(sleepers(mark)) == 2)

    ended = process.end_marked(f"MARK={mark}", frozenset([kept.pid]))
    await start.exit()

    assert len(ended) == 1
    assert kept.id.lives
    kept.kill()
    await start.exit()


def test_last_words_are_the_last_line_that_says_something(tmp_path):
    log = tmp_path / "x.log"
    log.write_text("first\n\x1b[31mboom\x07\n\n")

    assert process.last_words(log) == "boom"
    assert process.last_words(tmp_path / "none") == ""


async def _orphan(folder):
    """The pid of a process whose parent was killed."""
    pid, parent = _left_behind(folder)
    await until(lambda: _parent(pid) != parent)
    return pid


def _left_behind(folder):
    spawn = (
        "import subprocess, sys, time;"
        "print(subprocess.Popen(['sleep', '60'], start_new_session=True).pid, flush=True);"
        "time.sleep(60)"
    )
    parent = subprocess.Popen([PYTHON, "-c", spawn], stdout=subprocess.PIPE, text=True, cwd=folder)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    return pid, parent.pid


def _parent(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_a_log_that_cannot_be_written_is_an_error_for_people(tmp_path):
    (tmp_path / "logs").write_text("in the way")

    with pytest.raises(CannotStart, match=r"its log .* cannot be written"):
        process.spawn(
            ["true"],
            env={"PATH": os.defpath},
            folder=tmp_path,
            log=tmp_path / "logs" / "a.log",
            on_exit=lambda _: None,
        )
