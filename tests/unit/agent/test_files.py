"""What the agent keeps on disk: places, memory, logs that stay bounded."""

import os
import shutil
from pathlib import Path

import pytest

from weft.agent import memory
from weft.agent.disk import write_whole
from weft.agent.memory import AppMemory, Memory, ProxyMemory
from weft.agent.places import Places, socket_dir
from weft.agent.process import ProcessId
from weft.agent.rotate import rotate_copied, rotate_renamed
from weft.model.names import Name


def test_a_memory_is_what_was_saved(tmp_path):
    path = tmp_path / "agent" / "state.json"
    known = Memory(
        generation=7,
        ports={"proxy/default.web": 20_001},
        next_port=20_002,
        proxies={"default.web": ProxyMemory(ProcessId(1, 2.5, "/envoy"), 3, "abc")},
        apps={"default/web/web-1": AppMemory(Name("web"), "", 1, "l", ProcessId(4, 5.5))},
    )

    memory.save(path, known)

    assert memory.load(path) == known
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", [None, "", "{", '{"ports": 7}', '{"format": 99}'])
def test_a_memory_that_cannot_be_read_is_empty(tmp_path, text):
    path = tmp_path / "state.json"
    if text is not None:
        path.write_text(text)

    assert memory.load(path) == Memory()


def test_a_write_that_fails_leaves_the_old_file_and_no_part_of_the_new(tmp_path, monkeypatch):
    path = tmp_path / "file"
    write_whole(path, b"old")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_socket_of_a_long_name_still_fits_a_socket_address():
    runtime = Path("/tmp/weft-1000/0123abcd")
    long = f"{'n' * 63}.{'s' * 63}"

    assert socket_dir(runtime, "default.web") == runtime / "default.web"
    assert len(str(socket_dir(runtime, long) / "admin.sock")) < 108
    assert socket_dir(runtime, long) != socket_dir(runtime, long + "2")


def test_logs_lie_where_people_look_for_them():
    places = Places(Path("/m/.weft"), Path("/r"))

    assert places.app_log(Name("web"), "web-1") == Path("/m/.weft/logs/apps/web/web-1.log")
    assert places.access_log("default.web") == Path("/m/.weft/logs/access/default.web.log")


def test_a_full_log_is_copied_away_under_a_writer_that_goes_on(tmp_path):
    path = tmp_path / "app.log"
    with path.open("ab", buffering=0) as writer:
        for number in range(5):
            writer.write(b"x" * 100 + b"%d\n" % number)
            rotate_copied(path, largest=50, keep=3)
        writer.write(b"last\n")

    assert path.read_bytes() == b"last\n"
    kept = sorted(p.name for p in tmp_path.iterdir())
    assert kept == ["app.log", "app.log.1", "app.log.2", "app.log.3"]
    assert (tmp_path / "app.log.1").read_bytes().endswith(b"4\n")
    assert (tmp_path / "app.log.1").stat().st_mode & 0o777 == 0o600


def test_a_full_log_whose_writer_opens_it_again_is_renamed(tmp_path):
    path = tmp_path / "access.log"
    path.write_bytes(b"x" * 100)

    assert rotate_renamed(path, largest=50)
    assert not path.exists()
    assert not rotate_renamed(path, largest=50)
    path.write_bytes(b"y")
    assert not rotate_renamed(path, largest=50)


def test_a_memory_on_a_full_disk_is_kept_by_its_agent_alone(tmp_path, monkeypatch):
    path = tmp_path / "state.json"
    memory.save(path, Memory(generation=1))
    monkeypatch.setattr(os, "fsync", full)

    memory.save(path, Memory(generation=2))

    assert memory.load(path) == Memory(generation=1)


def test_half_a_copy_of_a_log_does_not_push_out_whole_ones(tmp_path, monkeypatch):
    log = tmp_path / "a.log"
    log.write_text("now" * 10)
    (tmp_path / "a.log.1").write_text("before")

    def half(_, to):
        Path(to).write_text("no")
        full(_)

    monkeypatch.setattr(shutil, "copyfile", half)
    for _ in range(5):
        with pytest.raises(OSError, match="No space"):
            rotate_copied(log, largest=10)

    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.log", "a.log.2"]
    assert log.read_text() == "now" * 10
    assert (tmp_path / "a.log.2").read_text() == "before"


def full(_):
    raise OSError(28, "No space left on device")
