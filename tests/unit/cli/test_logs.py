"""The apps' output, read from files that grow and are rotated."""

import pytest

from weft.cli.logs import NoLogs, Tail, wanted


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "orders" / "orders-1.log"
    path.parent.mkdir()
    return path


def test_the_last_lines_come_first_and_then_what_is_new(log):
    log.write_bytes(b"one\ntwo\nthree\nhal")
    tail = Tail(log)

    assert tail.last(2) == ["two", "three"]
    with log.open("ab") as file:
        file.write(b"f\nfour\n")
    assert list(tail.new()) == ["half", "four"]
    assert list(tail.new()) == []


def test_a_rotated_file_is_read_from_its_start(log):
    log.write_bytes(b"one\ntwo\n")
    tail = Tail(log)
    tail.last(10)
    log.write_bytes(b"new\n")

    assert list(tail.new()) == ["new"]


def test_a_file_that_goes_away_is_no_error(log):
    tail = Tail(log)

    assert tail.last(10) == []
    assert list(tail.new()) == []
    log.write_bytes(b"back\n")
    assert list(tail.new()) == ["back"]


def test_bytes_that_are_no_text_do_not_stop_it(log):
    log.write_bytes(b"\xff\xfe\n")

    assert len(Tail(log).last(1)) == 1


def test_services_and_instances_are_found_by_name(log):
    log.write_bytes(b"")
    folder = log.parent.parent

    assert wanted(folder, ("orders",)) == [log]
    assert wanted(folder, ("orders-1",)) == [log]
    assert wanted(folder, ()) == [log]
    with pytest.raises(NoLogs, match="ordres"):
        wanted(folder, ("ordres",))
