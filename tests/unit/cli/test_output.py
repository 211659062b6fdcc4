"""What the commands print."""

from weft.cli.output import columns, duration, percent, printable


def test_columns_are_as_wide_as_their_widest_cell():
    text = columns(("name", "n"), [("orders", 1), ("a", 100)])

    assert text == "NAME    N\norders  1\na       100"


def test_nothing_to_list_prints_nothing():
    assert columns(("name",), []) == ""


def test_control_bytes_cannot_reach_the_terminal():
    assert printable("a\x1b[2Jb\n") == "a\\x1b[2Jb\\x0a"


def test_spans_are_said_as_people_say_them():
    assert [duration(s) for s in (-1, 5, 90, 3700, 200_000)] == [
        "0 s",
        "5 s",
        "2 min",
        "1 h 1 min",
        "2 d",
    ]


def test_one_failure_in_a_million_is_not_shown_as_perfect():
    assert percent(1.0) == "100.0 %"
    assert percent(0.999999) == "99.9 %"
    assert percent(None) == "-"
