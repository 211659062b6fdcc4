"""`weft up` in the foreground, its deaths, and what is left behind: nothing."""

import os
import pty
import re
import select
import signal
import subprocess
import time

import psutil
import pytest

from e2e.up.ask import ask, free_port
from e2e.up.mesh import APPS, ECHO, PYTHON, RunningMesh, plain_environment


def text(port: int, name: str = "front") -> str:
    return f"""
format: 1
mesh: {name}
services:
  web: {{run: {ECHO}, calls: [orders]}}
  orders: {{run: {ECHO}, instances: 2}}
gateways:
  public: {{listen: "127.0.0.1:{port}", rules: [{{to: web}}]}}
"""


class Foreground:
    """`weft up` with a pseudo-terminal or a pipe for its output."""

    def __init__(self, mesh: RunningMesh, *arguments: str, terminal: bool) -> None:
        self.said = ""
        self._reader, writer = pty.openpty() if terminal else os.pipe()
        # With a terminal of its own, whose Ctrl-C reaches it as a shell's would.
        leader = ["setsid", "--ctty"] if terminal else ["setsid"]
        self.process = subprocess.Popen(
            [*leader, PYTHON, "-m", "weft.cli", "up", *arguments],
            cwd=mesh.folder,
            env={**plain_environment(), "TERM": "xterm", "COLUMNS": "120", "LINES": "40"},
            stdin=writer if terminal else subprocess.DEVNULL,
            stdout=writer,
            stderr=writer,
        )
        os.close(writer)

    def until(self, pattern: str, seconds: float = 30) -> str:
        """Read until *pattern* was said."""
        deadline = time.monotonic() + seconds
        while not re.search(pattern, self.said):
            assert time.monotonic() < deadline, f"never said {pattern!r}:\n{self.said}"
            if not self._read():
                assert re.search(pattern, self.said), f"ended:\n{self.said}"
        return self.said

    def type(self, keys: bytes) -> None:
        os.write(self._reader, keys)

    def ended(self, seconds: float = 30) -> int:
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still there:\n{self.said}"
            self._read()
        while self._read():
            pass
        os.close(self._reader)
        return self.process.returncode

    def close(self) -> None:
        """Read no more: the terminal is closed, or the pipe's reader gone."""
        os.close(self._reader)

    def _read(self) -> bool:
        if not select.select([self._reader], [], [], 0.1)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._reader, 65536)
        except OSError:  # the other side of the terminal is closed
            return False
        self.said += data.decode(errors="replace")
        return bool(data)


@pytest.fixture
def port(mesh):
    found = free_port()
    mesh.write(text(found))
    return found


def answers(port: int) -> bool:
    try:
        return ask(port).status == 200
    except OSError:
        return False


def test_on_a_terminal_a_live_screen_shows_the_mesh_and_ctrl_c_ends_all(mesh, port):
    up = Foreground(mesh, terminal=True)
    up.until(r"dashboard \(this link works once\): http://127\.0\.0\.1:\d+/login\?code=")
    mesh.until(lambda: answers(port))
    up.until("who calls whom")
    up.until("public → web")
    assert "orders-2" in up.said
    assert "Ctrl-C stops it" in up.said

    up.type(b"\x03")

    assert up.ended() == 0
    assert "draining and stopping" in up.said
    assert "nothing is left running" in up.said
    assert "Traceback" not in up.said
    assert mesh.processes() == []
    assert not answers(port)


def test_without_a_terminal_plain_lines_are_said_and_sigterm_ends_all(mesh, port):
    up = Foreground(mesh, terminal=False)
    up.until("orders-2 is healthy")
    mesh.until(lambda: answers(port))
    os.kill(mesh.instance("orders-1").pid, signal.SIGKILL)
    up.until("orders-1 is healthy, restarted once")

    up.process.terminate()

    assert up.ended() == 0
    assert "\x1b" not in up.said
    assert "Traceback" not in up.said
    assert all(re.match(r"\d\d:\d\d:\d\d ", line) for line in up.said.splitlines())
    assert mesh.processes() == []


def test_saving_the_file_applies_it_and_saving_an_apps_file_restarts_it(mesh):
    port = free_port()
    (mesh.folder / "app").mkdir()
    source = (APPS / "echo.py").read_text()
    app = mesh.folder / "app" / "mine.py"
    app.write_text(source)
    written = text(port).replace(f"web: {{run: {ECHO}", f"web: {{run: {PYTHON} mine.py, dir: ./app")
    mesh.write(written)
    up = Foreground(mesh, "--watch", terminal=False)
    up.until("web-1 is healthy")
    mesh.until(lambda: mesh.service("orders").health.healthy == 2)
    before = {i.id: i.pid for s in mesh.status().services for i in s.instances}

    mesh.write(written.replace("instances: 2", "instances: 3"))
    up.until("~ Run default/orders")
    mesh.until(lambda: mesh.service("orders").health.healthy == 3)

    app.write_text(source + "\n# changed\n")
    up.until("web: its files changed; restarting it")
    mesh.until(lambda: all(i.pid not in (None, before["web-1"]) for i in web(mesh)))
    mesh.until(lambda: [i.health for i in web(mesh)] == ["healthy"])
    orders = {i.id: i.pid for i in mesh.service("orders").instances}
    assert {k: orders[k] for k in ("orders-1", "orders-2")} == {
        k: before[k] for k in ("orders-1", "orders-2")
    }

    mesh.write(written.replace("format: 1", "fromat: 1"))
    up.until("Nothing was applied")
    assert up.process.poll() is None
    mesh.write(written)
    up.process.terminate()
    assert up.ended() == 0


def web(mesh):
    return mesh.service("web").instances


def test_a_killed_weft_up_stops_nothing_and_the_next_one_goes_on_with_it(mesh, port):
    up = Foreground(mesh, terminal=False)
    mesh.until(lambda: answers(port) and mesh.service("orders").health.healthy == 2)
    pids = {i.id: i.pid for s in mesh.status().services for i in s.instances}
    server, agent = mesh.process("server"), mesh.process("agent")

    up.process.kill()
    up.process.wait()
    assert answers(port)
    assert server.is_running()
    assert agent.is_running()

    second = Foreground(mesh, terminal=False)
    second.until("still runs; going on with it")
    mesh.until(lambda: mesh.service("orders").health.healthy == 2)
    assert (mesh.process("server").pid, mesh.process("agent").pid) == (server.pid, agent.pid)
    assert {i.id: i.pid for s in mesh.status().services for i in s.instances} == pids
    # It keeps them as its predecessor did.
    agent.kill()
    mesh.until(lambda: mesh.process("agent").pid != agent.pid)
    mesh.until(lambda: mesh.status().hosts[0].connected)
    assert answers(port)
    second.process.terminate()
    assert second.ended() == 0
    assert mesh.processes() == []


def test_weft_down_after_a_killed_weft_up_leaves_nothing(mesh, port):
    up = Foreground(mesh, terminal=False)
    mesh.until(lambda: answers(port) and mesh.service("orders").health.healthy == 2)
    started = mesh.processes()
    up.process.kill()
    up.process.wait()

    assert "ended a leftover" in mesh.weft("down").stdout
    assert mesh.processes() == []
    assert [p for p in started if p.is_running() and p.status() != psutil.STATUS_ZOMBIE] == []
    assert "Nothing was running." in mesh.weft("down").stdout


def test_weft_down_after_everything_of_weft_was_killed_leaves_nothing(mesh, port):
    up = Foreground(mesh, terminal=False)
    mesh.until(lambda: answers(port) and mesh.service("orders").health.healthy == 2)
    server, agent = mesh.process("server"), mesh.process("agent")
    up.process.kill()
    up.process.wait()
    agent.kill()
    server.kill()
    assert answers(port), "the data plane goes on without all of Weft"

    mesh.weft("down")

    assert mesh.processes() == []
    assert not answers(port)


def test_a_mesh_comes_back_as_it_was_after_everything_died(mesh, port):
    mesh.up()
    up = mesh.supervisor
    mesh.client.scale("default", "orders", 1)
    for process in mesh.processes():
        process.kill()
    mesh.until(lambda: not up.is_running())
    mesh.until(lambda: mesh.processes() == [])

    mesh.up()

    mesh.until(lambda: answers(port))
    assert mesh.service("orders").health.healthy == 2, "`weft up` brings the file's own number"


def test_two_meshes_live_side_by_side(tmp_path):
    first, second = (RunningMesh(tmp_path / name) for name in ("one", "two"))
    ports = (free_port(), free_port())
    try:
        for mesh, port, name in zip((first, second), ports, ("one", "two"), strict=True):
            mesh.folder.mkdir()
            mesh.up(text(port, name))
        assert first.status().url != second.status().url
        assert first.runtime != second.runtime
        assert [m.status().mesh for m in (first, second)] == ["one", "two"]
        pids = [{p.pid for p in m.processes()} for m in (first, second)]
        assert all(pids)
        assert not pids[0] & pids[1]
        assert all(answers(port) for port in ports)

        first.weft("down")

        assert not answers(ports[0])
        assert answers(ports[1])
        assert second.service("orders").health.healthy == 2
        assert {p.pid for p in second.processes()} == pids[1]
    finally:
        first.down()
        second.down()


def test_two_meshes_that_want_the_same_port_are_told_who_has_it(tmp_path):
    first, second = (RunningMesh(tmp_path / name) for name in ("one", "two"))
    port = free_port()
    try:
        first.folder.mkdir()
        second.folder.mkdir()
        first.up(text(port, "one"))
        second.start(text(port, "two"))
        second.until(lambda: second.service("orders").health.healthy == 2)
        second.until(lambda: str(port) in second.weft("status", check=False).stdout)
        assert ask(port).status == 200

        first.weft("down")
        second.until(lambda: answers(port), 20)
        second.until(lambda: not second.status().alarms)
    finally:
        first.down()
        second.down()
