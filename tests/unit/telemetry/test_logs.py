"""Log lines and log files."""

import json
import logging
import os
from pathlib import Path

import pytest

from weft.telemetry.logs import LogFile, capture_libraries, open_log


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().split("\n") if line]


def test_an_event_is_one_line_of_json(tmp_path: Path):
    path = tmp_path / "log" / "server.log"
    log = open_log(LogFile(path), process="server")

    log.info("host joined", host="laptop", pid=7)

    (line,) = lines(path)
    assert line.pop("at")
    assert line == {
        "event": "host joined",
        "host": "laptop",
        "level": "info",
        "pid": 7,
        "process": "server",
    }


@pytest.mark.parametrize(
    "evil", ["\n", "\r", "\x1b[2J", "\x7f", "\x9b31m", "\u2028", "\u202e", "\0"]
)
def test_no_byte_of_a_field_breaks_a_line_or_a_terminal(tmp_path: Path, evil: str):
    path = tmp_path / "server.log"

    open_log(LogFile(path)).warning("request refused", path=f"a{evil}b")

    text = path.read_text()
    assert evil not in text.removesuffix("\n")
    assert lines(path)[0]["path"] == f"a{evil}b"


def test_half_a_surrogate_does_not_stop_the_log(tmp_path: Path):
    path = tmp_path / "server.log"

    open_log(LogFile(path)).info("x", path="\udcff")

    assert path.read_text()


def test_a_file_that_somebody_removed_is_begun_anew_when_it_would_be_full(tmp_path: Path):
    path = tmp_path / "a.log"
    file = LogFile(path, largest_bytes=100)
    file.write("x" * 60)
    path.unlink()

    file.write("y" * 60)

    assert file.lost == 0
    assert path.read_text() == "y" * 60 + "\n"


def test_a_rotation_that_was_cut_off_is_caught_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.log"
    file = LogFile(path, largest_bytes=100)
    file.write("x" * 60)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "open", full)
        file.write("lost" * 15)
    file.write("y" * 60)

    assert file.lost == 1
    assert path.read_text() == "y" * 60 + "\n"


def test_a_full_file_is_renamed_and_only_so_many_are_kept(tmp_path: Path):
    file = LogFile(tmp_path / "a.log", largest_bytes=100, keep=2)
    for number in range(100):
        file.write(f"line {number:03}")

    found = sorted(path.name for path in tmp_path.iterdir())
    assert found == ["a.log", "a.log.1", "a.log.2"]
    assert all(path.stat().st_size <= 100 for path in tmp_path.iterdir())
    assert "line 099" in (tmp_path / "a.log").read_text()


def test_a_file_that_cannot_be_written_loses_lines_and_stops_nothing(tmp_path: Path):
    file = LogFile(tmp_path / "a.log", largest_bytes=10)
    file.write("first")
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()

    file.write("the file is full and has no folder")
    file.write("again")

    assert file.lost == 2


def test_the_log_is_for_its_owner_only(tmp_path: Path):
    LogFile(tmp_path / "a.log").write("x")

    assert (tmp_path / "a.log").stat().st_mode & 0o777 == 0o600


def test_libraries_speak_into_the_same_log(tmp_path: Path):
    path = tmp_path / "a.log"
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        capture_libraries(open_log(LogFile(path)))
        logging.getLogger("some.library").warning("odd: %s", "x\ny")
        try:
            _ = 1 / 0
        except ZeroDivisionError:
            logging.getLogger("some.library").exception("broke")
    finally:
        root.handlers[:] = before
        root.setLevel(level)

    odd, broke = lines(path)
    assert (odd["library"], odd["text"]) == ("some.library", "odd: x\ny")
    assert "ZeroDivisionError" in str(broke["exception"])
