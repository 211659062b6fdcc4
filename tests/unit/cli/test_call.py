"""Who calls, and what the answers come to."""

import click
import pytest

from weft.cli.call import Answer, parse_headers, parse_method, read_body, split_url, summary


def test_urls_are_written_as_apps_write_them():
    assert split_url("http://orders/a?b=1") == ("orders", "/a?b=1")
    assert split_url("orders.mesh:80") == ("orders.mesh:80", "/")
    with pytest.raises(click.BadParameter):
        split_url("https://orders/")


def test_headers_need_a_colon():
    assert parse_headers(("x-beta: 1",)) == {"x-beta": "1"}
    with pytest.raises(click.BadParameter):
        parse_headers(("x-beta",))


def test_a_path_may_be_written_as_people_read_it():
    assert split_url("http://orders/ä b?q=ü%20&x=1") == ("orders", "/%C3%A4%20b?q=%C3%BC%20&x=1")


@pytest.mark.parametrize(
    "url", ["http://[::1", "http://orders:x/", "http://orders:99999/", "http://bäck/", "", "//"]
)
def test_what_is_no_url_is_wrong_usage(url):
    with pytest.raises(click.BadParameter):
        split_url(url)


def test_a_password_in_a_url_is_not_part_of_the_host():
    assert split_url("http://me:secret@orders:80/") == ("orders:80", "/")


@pytest.mark.parametrize("header", ["x: a\nb", "x: €", "x y: 1", "ü: 1", ": 1"])
def test_a_header_that_cannot_be_sent_is_wrong_usage(header):
    with pytest.raises(click.BadParameter):
        parse_headers((header,))


def test_a_header_replaces_one_of_wefts_own_however_it_is_spelt():
    assert parse_headers(("Host: other", "HOST: third")) == {"host": "third"}


@pytest.mark.parametrize("method", ["G ET", "gét", ""])
def test_a_method_that_cannot_be_sent_is_wrong_usage(method):
    with pytest.raises(click.BadParameter):
        parse_method(method)


def test_a_body_comes_from_a_file_or_is_wrong_usage(tmp_path):
    (tmp_path / "body").write_bytes(b"\x00\xff")

    assert read_body(f"@{tmp_path / 'body'}") == b"\x00\xff"
    assert read_body("text") == b"text"
    assert read_body(None) == b""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(click.BadParameter):
            read_body(f"@{path}")


def test_many_answers_come_to_shares_and_times():
    answers = [Answer(200, float(n), "orders-1", "v1", attempts=1) for n in range(99)]
    answers.append(Answer(0, 500.0, error="reset"))

    facts = summary("web", answers)

    assert facts["failed"] == 1
    assert facts["statuses"] == {"0": 1, "200": 99}
    assert facts["versions"] == {"": 1, "v1": 99}
    assert facts["p50_ms"] == 50.0
    assert facts["p99_ms"] == 500.0
