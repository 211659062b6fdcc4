"""Who calls, and what the answers come to."""

import click
import pytest

from weft.cli.call import Answer, parse_headers, split_url, summary


def test_urls_are_written_as_apps_write_them():
    assert split_url("http://orders/a?b=1") == ("orders", "/a?b=1")
    assert split_url("orders.mesh:80") == ("orders.mesh:80", "/")
    with pytest.raises(click.BadParameter):
        split_url("https://orders/")


def test_headers_need_a_colon():
    assert parse_headers(("x-beta: 1",)) == {"x-beta": "1"}
    with pytest.raises(click.BadParameter):
        parse_headers(("x-beta",))


def test_many_answers_come_to_shares_and_times():
    answers = [Answer(200, float(n), "orders-1", "v1", attempts=1) for n in range(99)]
    answers.append(Answer(0, 500.0, error="reset"))

    facts = summary("web", answers)

    assert facts["failed"] == 1
    assert facts["statuses"] == {"0": 1, "200": 99}
    assert facts["versions"] == {"": 1, "v1": 99}
    assert facts["p50_ms"] == 50.0
    assert facts["p99_ms"] == 500.0
