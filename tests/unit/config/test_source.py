"""The text of a mesh.yaml: what YAML it is, and what it costs to find out."""

import time
import tracemalloc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from unit.config.reading import BASE, loaded, places, problem, spec
from weft.config import source

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty-file", 1, 1),
        ("# nothing\n", "empty-file", 1, 1),
        ("- a\n", "wrong-type", 1, 1),
        ("format: 1\n---\nformat: 1\n", "yaml-documents", 2, 1),
        ("format: 1\nmesh: !!str shop\n", "yaml-tag", 2, 7),
        ("format: 1\nmesh: !!python/object:os.system x\n", "yaml-tag", 2, 7),
        ("format: 1\nmesh: *name\n", "yaml-alias", 2, 7),
        ("format: 1\nservices: &s {a: *s}\n", "yaml-alias", 2, 18),
        ("format: 1\nmesh: 'shop\n", "yaml-syntax", 3, 1),
        ("format: 1\nservices:\n\tweb: x\n", "yaml-syntax", 3, 1),
        ("format: 1\nmesh: a: b\n", "yaml-syntax", 2, 8),
        ("format: 1\nmesh: @a\n", "yaml-syntax", 2, 7),
        ("format: 1\nmesh: a\x07b\n", "yaml-syntax", 2, 8),
        (b"format: 1\nmesh: caf\xe9\n", "not-utf8", 2, 10),
        ("format: 1\nmesh: \ud800\n", "yaml-syntax", 2, 7),
        (LAUGHS, "too-large", 5, None),
        ("format: 1\nx: " + "[" * 70 + "]" * 70, "too-deep", 2, None),
        ("x" * (source.MAX_BYTES + 1), "too-large", 1, 1),
        ("é" * (source.MAX_BYTES // 2 + 1), "too-large", 1, 1),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(text, code, line, column):
    found = problem(text)

    assert (found.code, found.place.line) == (code, line)
    assert column in (None, found.place.column)


def test_a_tab_is_told_with_what_to_do_instead():
    assert problem("format: 1\nservices:\n\tweb: x\n").suggestion.startswith("indent with spaces")


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem():
    text = b"\xef\xbb\xbfformat: 1\r\nmesh: shop\r\noops: 1\r\n"

    found = problem(text)

    assert (found.place.line, found.excerpt) == (3, "oops: 1")


def test_a_second_key_of_the_same_name_is_told_with_the_first():
    found = problem(BASE + "services: {web: {run: a}}\nservices: {}\n")

    assert (found.code, found.place.line) == ("duplicate-key", 4)
    assert found.suggestion == "the first is on line 3"


def test_merge_keys_are_refused():
    text = BASE + "services:\n  web: &web {run: x}\n  shop: {<<: *web, port: 80}\n"

    assert ("yaml-merge", "<<") in places(text)


def test_an_alias_stands_for_what_it_names():
    text = BASE + "services:\n  web: {run: x, env: &env {A: b}}\n  shop: {run: x, env: *env}\n"

    assert spec(text, "Run/default/shop").env == (("A", "b"),)


def test_a_character_that_no_process_can_be_given_is_refused():
    text = BASE + 'services: {web: {run: x, env: {A: "a\\0b"}}}'

    assert places(text) == [("bad-character", '"a\\0b"')]


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "0123", "1:30"])
def test_a_word_that_yaml_11_reads_otherwise_is_refused_as_text(word):
    text = BASE + f"services: {{web: {{run: x, env: {{A: {word}}}}}}}"

    found = problem(text)

    assert found.code == "yaml-surprise"
    assert f'write "{word}" in quotes' in found.suggestion


@pytest.mark.parametrize("word", ["'yes'", '"0123"', "nO", "127.0.0.1:8080", "2026-01-01", "1_000"])
def test_other_words_are_text(word):
    text = BASE + f"services: {{web: {{run: x, env: {{A: {word}}}}}}}"

    assert not loaded(text).problems


@pytest.mark.parametrize("number", [".inf", "-.INF", ".nan", "9" * 30, "1e999", "9" * 5000])
def test_a_number_that_no_computer_holds_is_refused(number):
    text = BASE + f"services: {{web: {{run: x, config: {{a: {number}}}}}}}"

    assert [code for code, _ in places(text)] == ["bad-number"]


def test_numbers_are_those_of_yaml_12():
    text = BASE + "services: {web: {run: x, config: {a: [0x1F, 0o17, -5, 1.5, 1e3, true, ~]}}}"

    assert spec(text, "Config/default/web").values == '{"a":[31,15,-5,1.5,1000.0,true,null]}'


HOSTILE = {
    "brackets": "a: " + "[" * 1_000_000,
    "braces": "{" * 1_000_000,
    "questions": "? " * 500_000,
    "dashes": "- " * 500_000,
    "laughs": LAUGHS,
    "unknown keys": BASE + "".join(f"k{n}: 1\n" for n in range(40_000)),
    "wrong items": BASE + "services: {a: {run: x, calls: [" + "5," * 90_000 + "]}}",
    "dangling": BASE
    + "services:\n"
    + "".join(f" s{n}: {{run: x, calls: [t{n}]}}\n" for n in range(8_000)),
    "the same port": BASE
    + "services:\n"
    + "".join(f" s{n}: {{run: x, port: 80}}\n" for n in range(8_000)),
    "a long chain": BASE
    + "services:\n"
    + "".join(f" s{n}: {{run: x, start_after: [s{n + 1}]}}\n" for n in range(8_000)),
    "wrong rules": BASE + "services: {a: {run: x}}\nroutes:\n a: [" + "x," * 90_000 + "]",
    "a long number": "format: " + "9" * 900_000,
    "a long key": BASE + "? " + "a" * 900_000 + "\n: 1",
    "expressions": BASE
    + "services: {a: {run: x}}\nroutes:\n a:\n"
    + "".join(
        f" - {{match: {{path: {{regex: '/{n}{'(a|b)*' * 20}'}}}}, to: a}}\n" for n in range(4_000)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_costs_more_than_a_few_seconds(name):
    started = time.process_time()

    loaded(HOSTILE[name])

    # About a second each on one slow core; without the bounds some of them took a minute.
    assert time.process_time() - started < 8


def test_a_bomb_costs_little_memory():
    tracemalloc.start()
    try:
        loaded(LAUGHS)
        loaded(HOSTILE["brackets"])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 20 * 1024 * 1024


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.binary()))
def test_random_text_is_never_more_than_a_problem(text):
    found = loaded(text)

    assert found.failed
    assert found.problems


WORDS = """
    format mesh services web orders run x y port calls routes to match path headers regex gateways
    listen rules defaults timeout 2s retry attempts versions v1 env probe http every 127.0.0.1:80
    address orders@v1 allow fallback alarms identity config secret restart 5 true no balance maglev
    header weight labels /a 1 0 null ~ (
"""
words = st.sampled_from(WORDS.split())
trees = st.recursive(
    st.one_of(words, st.integers(-5, 70_000), st.none(), st.booleans(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=5)),
    max_leaves=40,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(words, trees, max_size=8))
def test_any_tree_of_the_right_words_is_never_more_than_problems(tree):
    text = yaml.safe_dump({"format": 1, "mesh": "shop", **tree}, allow_unicode=True)

    found = loaded(text, exists=lambda path: "a" in path)

    lines = source.lines_of(text)
    assert found.failed or found.documents
    for one in found.problems:
        assert 1 <= one.place.line <= len(lines)
        assert one.message


def test_the_parser_in_pure_python_finds_the_same_places(monkeypatch):
    text = BASE + "services:\n  web: {run: x, timeout: 2, calls: [nobody]}\n  a: {run: y, b: 1}\n"
    with_libyaml = loaded(text).problems

    monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)

    assert loaded(text).problems == with_libyaml


def test_a_file_of_two_hundred_services_reads_in_under_a_second():
    services = "".join(
        f"  s{n}:\n    env: {{A: b, C: d}}\n    probe: /healthz\n    retry: {{attempts: 2}}\n"
        f"    calls: [s{(n + 1) % 200}]\n    versions: {{v1: {{run: x}}, v2: {{run: y}}}}\n"
        for n in range(200)
    )
    routes = "".join(f"  s{n}: [{{to: {{s{n}@v1: 95, s{n}@v2: 5}}}}]\n" for n in range(200))
    started = time.process_time()

    found = loaded(BASE + f"services:\n{services}routes:\n{routes}")

    assert len(found.documents) == 1 + 200 * 4
    assert time.process_time() - started < 1
