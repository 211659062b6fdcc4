"""Which regular expressions Envoy's engine takes."""

import pytest

from unit.config.reading import BASE, problem
from weft.config.patterns import unsupported

RE2 = [
    "", ".*", "/a/[0-9]+", "a{2,3}?", "(a|b)*?", "a??", r"a\.b", r"\d\w\s\b", r"\Aab\z",
    "(?i)abc", "a(?i)b", "(?s-m:a.b)", "(?U)a+", "(?:x)", "(?P<n>x)", "(?<n>x)",
    r"\pL+", r"\p{Greek}", r"[\pL\d]", r"\x41\x{10FFFF}", r"[\x{41}-\x{43}]", r"\C",
    "[[:alpha:]]+", "[^[:digit:]x]", "[]a]", r"[\]]", "[(?=]", r"\(?=x", r"\Qa(b\E", r"\Qx",
]  # fmt: skip
NOT_RE2 = [
    "a(?=b)", "a(?!b)", "(?<=a)b", "(?<!a)b", r"(a)\1", "(?P<n>a)(?P=n)", "a++", "a*+", "a{2}+",
    "(?>a)", "(a)(?(1)b)", "(?#c)", "a{1001}", r"\Z", r"\u0041", r"\N{DASH}", "(?a)x", "(?x)a b",
    "(", "a**", "[a", "*a", "[z-a]", "\\", "a" * 2_000, "(" * 500 + ")" * 500,
]  # fmt: skip


@pytest.mark.parametrize("pattern", RE2)
def test_an_expression_of_re2_is_taken(pattern):
    assert unsupported(pattern) is None


@pytest.mark.parametrize("pattern", NOT_RE2)
def test_what_re2_does_not_know_is_refused(pattern):
    assert unsupported(pattern) is not None


def test_the_refusal_says_what_it_is_that_re2_has_not():
    found = problem(
        BASE + "services: {a: {run: x}}\n"
        "routes: {a: [{match: {headers: {x: {regex: '(a)b\\1'}}}, to: a}]}"
    )

    assert "backreferences" in found.message
    assert "RE2" in found.message


@pytest.mark.parametrize("pattern", ["(a{100}){11}", "((a{10}b){10}c){11}", "(?:a{500}|b){3}"])
def test_repetitions_inside_of_each_other_are_multiplied(pattern):
    assert unsupported(pattern) is not None


@pytest.mark.parametrize("pattern", ["(a{100}){10}", "a{600}b{600}", "((a{10})+(b{100}))*c{900}"])
def test_repetitions_beside_each_other_are_not(pattern):
    assert unsupported(pattern) is None
