"""Durations, shares and addresses as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.config.units import (
    LONGEST_MS,
    Misspelt,
    likely_duration,
    parse_address,
    parse_duration,
    parse_share,
    spell_duration,
)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("300ms", 300), ("2s", 2_000), ("1m30s", 90_000), ("1h", 3_600_000), ("0s", 0),
        ("1h1m1s1ms", 3_661_001), ("90s", 90_000),
    ],
)  # fmt: skip
def test_a_duration_is_a_number_with_its_unit(text, ms):
    assert parse_duration(text) == ms


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2", "2s"), ("0.5", "500ms"), ("500", "500ms"), ("2 s", "2s"), ("2S", "2s"),
        ("1.5h", "1h30m"), ("10 seconds", "10s"), ("3 min", "3m"), ("1:30", "1m30s"),
        ("soon", ""), ("", ""), ("-1s", ""), ("s", ""), ("1s1m", ""), ("٣s", ""),
    ],
)  # fmt: skip
def test_what_is_no_duration_gets_a_guess_that_is_one(text, meant):
    with pytest.raises(Misspelt) as refused:
        parse_duration(text)

    assert likely_duration(text) == meant
    assert meant in refused.value.suggestion


@given(st.integers(0, LONGEST_MS))
def test_a_spelled_duration_reads_as_itself(ms):
    assert parse_duration(spell_duration(ms)) == ms


@pytest.mark.parametrize("parse", [parse_duration, parse_share, parse_address])
@given(text=st.text())
def test_any_text_is_read_or_misspelt(parse, text):
    with suppress(Misspelt):
        parse(text)


def test_more_than_a_year_is_refused():
    with pytest.raises(Misspelt):
        parse_duration("999999999h")


@pytest.mark.parametrize(
    ("text", "percent"), [("20%", 20), ("12.5%", 12.5), ("0%", 0), ("100%", 100)]
)
def test_a_share_is_a_percentage(text, percent):
    assert parse_share(text) == percent


@pytest.mark.parametrize(
    ("text", "meant"), [("20", "20%"), ("0.2", "20%"), ("20 %", "20%"), ("101%", ""), ("x", "")]
)
def test_what_is_no_share_gets_a_guess(text, meant):
    with pytest.raises(Misspelt) as refused:
        parse_share(text)

    assert meant in refused.value.suggestion


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("127.0.0.1:80", "127.0.0.1", 80),
        ("[::1]:8080", "::1", 8080),
        ("db.internal:5432", "db.internal", 5432),
        ("my_db:5432", "my_db", 5432),
    ],
)
def test_an_address_is_a_host_and_a_port(text, host, port):
    assert parse_address(text) == (host, port)


@pytest.mark.parametrize(
    "text",
    ["", ":80", "a", "a:", "a:0", "a:65536", "a:http", "::1:80", "[::1%eth0]:80", "[a]:80",
     "1.2.3:80", "a b:80", "http://a:80", "-a:80", "a..b:80", "a:٣"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(Misspelt):
        parse_address(text)
