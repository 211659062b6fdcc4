import json
from pathlib import Path

import pytest

from weft.agent.configs import (
    ConfigurationBroken,
    ConfigurationNotWritten,
    SecretUnreadable,
    read_secret,
    resolved,
    secrets_of,
    write_if_changed,
)
from weft.model.catalog import Config
from weft.model.names import Name


def config(values):
    return Config(service=Name("web"), values=json.dumps(values), dir="/mesh")


def test_secrets_take_the_places_of_their_references_however_deep():
    found = config({"a": {"secret": "./k"}, "b": [{"c": {"secret": "/etc/k"}}, 1], "d": "x"})

    data = resolved(found, lambda path: f"<{path}>")

    assert json.loads(data) == {"a": "</mesh/k>", "b": [{"c": "</etc/k>"}, 1], "d": "x"}
    assert secrets_of(found) == (Path("/etc/k"), Path("/mesh/k"))


def test_a_mapping_that_only_looks_like_a_reference_is_a_value():
    values = {"a": {"secret": "k", "more": 1}, "b": {"secret": 7}}

    assert json.loads(resolved(config(values), lambda _: "never")) == values
    assert secrets_of(config(values)) == ()


def test_a_service_without_configuration_gets_an_empty_one():
    assert json.loads(resolved(None, read_secret)) == {}
    assert secrets_of(None) == ()


def test_a_configuration_that_was_stored_broken_says_so_and_no_more():
    broken = Config(service=Name("web"), values="{")

    with pytest.raises(ConfigurationBroken, match="configuration of web is no JSON"):
        resolved(broken, read_secret)
    assert secrets_of(broken) == ()


def test_the_newline_at_the_end_of_a_secret_is_no_part_of_it(tmp_path):
    (tmp_path / "k").write_bytes(b"two\nlines\r\n")

    assert read_secret(tmp_path / "k") == "two\nlines"


def test_a_secret_that_cannot_be_read_says_which_and_why(tmp_path):
    with pytest.raises(SecretUnreadable, match=r"secret file .*/k cannot be read") as caught:
        read_secret(tmp_path / "k")
    assert caught.value.why == "No such file or directory"
    (tmp_path / "k").write_bytes(b"\xff")
    with pytest.raises(SecretUnreadable):
        read_secret(tmp_path / "k")


def test_a_configuration_is_private_and_written_only_when_it_differs(tmp_path):
    path = tmp_path / "web" / "web-1.json"

    assert write_if_changed(path, b"{}")
    before = path.stat().st_ino
    assert not write_if_changed(path, b"{}")
    assert path.stat().st_ino == before
    assert write_if_changed(path, b"[]")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["web-1.json"]


def test_a_configuration_that_cannot_be_written_is_an_error_for_people(tmp_path):
    (tmp_path / "config").write_text("in the way")

    with pytest.raises(ConfigurationNotWritten) as caught:
        write_if_changed(tmp_path / "config" / "a.json", b"{}")

    assert caught.value.why
