"""Verdicts that are remembered, and the file that may be broken."""

import json

import pytest

from weft.envoy import verdicts
from weft.envoy.verdicts import VerdictCache

SCOPE = "1.40.0 base"


def test_an_accepted_resource_is_remembered_in_whatever_company():
    cache = VerdictCache(SCOPE)

    cache.learn("company", ["orders"], {})

    assert cache.accepts("orders")
    assert not cache.accepts("carts")
    assert cache.refusals("company") is None


def test_a_refusal_is_remembered_for_its_company_alone():
    cache = VerdictCache(SCOPE)

    cache.learn("company", ["orders"], {"carts": "no such regex"})

    assert cache.refusals("company") == {"carts": "no such regex"}
    assert cache.refusals("other company") is None
    assert cache.suspects() == {"carts"}


def test_what_is_refused_later_is_no_longer_accepted():
    cache = VerdictCache(SCOPE)

    cache.learn("one", ["carts"], {})
    cache.learn("two", [], {"carts": "same address"})

    assert not cache.accepts("carts")


def test_a_new_cache_knows_what_the_old_one_saved(tmp_path):
    file = tmp_path / "agent" / "verdicts.json"
    old = VerdictCache(SCOPE, file)
    old.learn("company", ["orders"], {"carts": "no"})
    old.save()

    new = VerdictCache(SCOPE, file)

    assert new.accepts("orders")
    assert new.refusals("company") == {"carts": "no"}
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["verdicts.json"]


def test_nothing_is_written_when_nothing_is_new(tmp_path):
    file = tmp_path / "verdicts.json"
    cache = VerdictCache(SCOPE, file)

    cache.save()

    assert not file.exists()


def test_another_envoy_starts_afresh(tmp_path):
    file = tmp_path / "verdicts.json"
    old = VerdictCache(SCOPE, file)
    old.learn("company", ["orders"], {})
    old.save()

    assert not VerdictCache("1.41.0 base", file).accepts("orders")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        json.dumps({"format": 2, "scope": SCOPE, "accepted": ["orders"], "refused": {}}),
        json.dumps({"format": 1, "scope": SCOPE, "accepted": 7, "refused": {}}),
        json.dumps({"format": 1, "scope": SCOPE, "accepted": ["orders"], "refused": {"a": []}}),
        "\udcff",
    ],
)
def test_a_broken_file_counts_as_empty_and_is_replaced(tmp_path, text):
    file = tmp_path / "verdicts.json"
    file.write_bytes(text.encode(errors="surrogateescape"))

    cache = VerdictCache(SCOPE, file)
    assert not cache.accepts("orders")
    cache.learn("company", ["carts"], {})
    cache.save()

    assert VerdictCache(SCOPE, file).accepts("carts")


def test_the_oldest_verdicts_leave_first(monkeypatch):
    monkeypatch.setattr(verdicts, "_MOST_ACCEPTED", 2)
    monkeypatch.setattr(verdicts, "_MOST_REFUSED_SETS", 1)
    cache = VerdictCache(SCOPE)

    cache.learn("one", ["a", "b"], {"x": "no"})
    cache.learn("two", ["c"], {"y": "no"})

    assert [each for each in "abc" if cache.accepts(each)] == ["b", "c"]
    assert cache.refusals("one") is None
    assert cache.refusals("two") == {"y": "no"}


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "verdicts.json"
    cache = VerdictCache(SCOPE, file)
    cache.learn("one", ["orders"], {})
    cache.save()
    before = file.read_text()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(verdicts.Path, "replace", full)
    cache.learn("two", ["carts"], {})
    with pytest.raises(OSError, match="No space"):
        cache.save()

    assert file.read_text() == before
    assert [each.name for each in tmp_path.iterdir()] == ["verdicts.json"]
