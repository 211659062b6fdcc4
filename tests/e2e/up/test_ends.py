"""However `weft up` ends, nothing of it is left running."""

import os
import signal
import socket

from e2e.up.mesh import APPS, ECHO, PYTHON, RunningMesh
from e2e.up.test_foreground import Foreground

SLOW = f"{PYTHON} {APPS / 'signals.py'} stubborn"


def text(services: str) -> str:
    return f"format: 1\nmesh: ends\nservices:\n{services}"


def well(mesh: RunningMesh, id: str) -> bool:
    return mesh.health(id) == "healthy"


def test_a_file_that_the_mesh_refuses_at_its_start_leaves_nothing_running(mesh):
    mesh.up(text(f"  web: {{run: {ECHO}}}\n"))
    other = mesh.folder / "other.yaml"
    other.write_text('format: 1\nservices:\n  extra: {address: "127.0.0.1:9"}\n')
    mesh.weft("apply", "-f", "other.yaml")
    mesh.weft("down")
    mesh.write(text('  extra: {address: "127.0.0.1:8"}\n'))

    up = Foreground(mesh, terminal=False)

    assert up.ended() == 1
    assert "belongs to other.yaml" in up.said
    assert mesh.processes() == []


def test_a_port_that_somebody_has_is_named_at_once_by_a_detached_start(mesh):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        gateway = f'gateways: {{in: {{listen: "127.0.0.1:{port}", rules: [{{to: web}}]}}}}\n'
        mesh.write(text(f"  web: {{run: {ECHO}}}\n") + gateway)

        done = mesh.weft("up", "--detach", check=False)

        assert done.returncode == 1
        assert f"port {port} on 127.0.0.1 is already taken" in done.stderr
        assert "not ready after" not in done.stderr
        assert mesh.health("web-1") == "healthy"


def test_a_terminal_that_is_closed_ends_the_mesh(mesh):
    mesh.write(text(f"  web: {{run: {ECHO}}}\n"))
    up = Foreground(mesh, terminal=True)
    mesh.until(lambda: well(mesh, "web-1"))

    up.close()

    assert up.process.wait(30) == 0
    assert mesh.processes() == []


def test_a_reader_that_goes_away_neither_ends_nor_blinds_the_supervisor(mesh):
    mesh.write(text(f"  web: {{run: {ECHO}}}\n"))
    up = Foreground(mesh, terminal=False)
    mesh.until(lambda: well(mesh, "web-1"))
    up.close()
    agent = mesh.process("agent")

    agent.kill()

    mesh.until(lambda: mesh.process("agent").pid != agent.pid)
    mesh.until(lambda: well(mesh, "web-1"))
    up.process.terminate()
    assert up.process.wait(30) == 0
    assert mesh.processes() == []


def test_a_second_ctrl_c_ends_slow_apps_at_once_and_leaves_nothing_running(mesh):
    mesh.write(text(f"  slow: {{run: {SLOW}, stop: {{after: 100s}}}}\n"))
    up = Foreground(mesh, terminal=True)
    mesh.until(lambda: well(mesh, "slow-1"))

    up.type(b"\x03")
    up.until("draining and stopping")
    mesh.until(lambda: mesh.health("slow-1") == "draining")
    up.type(b"\x03")

    assert up.ended(15) == 0
    assert "not waiting" in up.said
    assert mesh.processes() == []


def test_a_start_can_be_interrupted(mesh):
    mesh.write(text(f"  web: {{run: {ECHO}}}\n"))
    up = Foreground(mesh, terminal=False)
    mesh.until((mesh.folder / ".weft" / "children.json").exists)

    os.kill(mesh.supervisor.pid, signal.SIGINT)

    assert up.ended(15) == 0
    assert "Traceback" not in up.said
    assert mesh.processes() == []


def test_two_weft_downs_at_once_both_see_it_gone_and_drain_it(mesh):
    mesh.up(text(f"  web: {{run: {ECHO}, stop: {{after: 5s}}}}\n"))
    first = mesh.popen("down")
    second = mesh.popen("down")

    said = [each.communicate(timeout=30)[0] for each in (first, second)]

    assert (first.returncode, second.returncode) == (0, 0)
    assert not [words for words in said if "leftover" in words]
    assert mesh.processes() == []
