"""The text of a mesh.yaml: what YAML it is, and what it costs to find out."""

import operator
import time
import tracemalloc
from collections.abc import Iterator
from functools import reduce

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unit.config.reading import BASE, FULL, loaded, places, problem, spec
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


ODD = [None, 0, -1, 1.5, True, "", "no", "a b", "a\nb", [], [None], [[]], {}, {"a": {}}, {"": 1}]


def paths_of(node: object, path: tuple = ()) -> Iterator[tuple]:
    """The way to every value in *node*."""
    inner = node.items() if isinstance(node, dict) else enumerate(node)
    for step, value in inner:
        yield (*path, step)
        if isinstance(value, dict | list):
            yield from paths_of(value, (*path, step))


def check_any(tree: object) -> None:
    """Whatever *tree* is, it is read, or its problems have places in its text."""
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)

    found = loaded(text, exists=lambda path: "a" in path)

    lines = source.lines_of(text)
    assert bool(found.documents) != found.failed
    for one in found.problems:
        assert 1 <= one.place.line <= len(lines)
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1
        assert one.message


@pytest.mark.parametrize("path", list(paths_of(yaml.safe_load(FULL))), ids=str)
def test_any_value_in_the_place_of_any_other_is_read_or_told(path):
    for odd in (*ODD, "gone"):
        tree = yaml.safe_load(FULL)
        parent = reduce(operator.getitem, path[:-1], tree)
        if odd == "gone":
            del parent[path[-1]]
        else:
            parent[path[-1]] = odd
        check_any(tree)


WORDS = """
    web orders run x port calls to match path headers regex host method exact prefix listen rules
    timeout 2s retry attempts when versions v1 env probe http tcp every 127.0.0.1:80 address allow
    orders@v1 fallback config secret restart balance maglev header weight labels /a start_after (
"""
words = st.sampled_from(WORDS.split())
trees = st.recursive(
    st.one_of(words, st.integers(-5, 70_000), st.sampled_from(ODD), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=4)),
    max_leaves=12,
)
files = st.fixed_dictionaries(
    {"format": st.just(1)},
    optional={
        "mesh": trees,
        "defaults": trees,
        "services": st.dictionaries(words, st.dictionaries(words, trees, max_size=4), max_size=3),
        "routes": st.dictionaries(words, st.lists(trees, max_size=3), max_size=2),
        "gateways": st.dictionaries(words, st.dictionaries(words, trees), max_size=2),
        "alarms": st.lists(trees, max_size=2),
    },
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files.filter(lambda tree: len(tree) > 2))
def test_any_tree_of_the_right_words_is_read_or_told(tree):
    text = yaml.safe_dump(tree, allow_unicode=True)

    found = loaded(text)

    assert found.failed or not any(p.severity == "error" for p in found.problems)


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
