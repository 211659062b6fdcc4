"""Problems as people and programs see them."""

import json

from unit.config.reading import BASE, loaded
from weft.config.report import LONGEST_EXCERPT, report_json, report_text


def test_a_report_shows_the_line_a_caret_and_what_was_probably_meant():
    text = BASE + "services:\n  cart: {run: x}\nroutes:\n  cart:\n    - to: crat\n"

    assert report_text(loaded(text).problems, "Nothing was applied.") == (
        'mesh.yaml:7:11: error[unknown-service]: the route of cart sends traffic to "crat", '
        "which no service defines\n"
        "  7 |     - to: crat\n"
        '    |           ^^^^ did you mean "cart"?\n'
        "\n"
        "1 error. Nothing was applied.\n"
    )


def test_a_report_counts_errors_and_warnings():
    text = BASE + "services: {a: {run: x, env: {PORT: x}}, b: {run: x, c: 1, d: 2}}"

    assert report_text(loaded(text).problems).endswith("\n\n2 errors, 1 warning.\n")


def test_nothing_wrong_is_nothing_to_say():
    assert report_text(()) == ""


def test_a_problem_of_an_empty_file_has_no_line_to_show():
    assert report_text(loaded("").problems) == (
        "mesh.yaml:1:1: error[empty-file]: the file is empty\n"
        "  a mesh file starts with `format: 1`\n"
        "\n"
        "1 error.\n"
    )


def test_a_long_line_is_cut_around_the_mistake():
    text = BASE + "services: {a: {run: x}, " + "b: {run: x}, " * 100 + "c: {rum: x}}"

    found = [p for p in loaded(text).problems if p.code == "unknown-key"]
    head, line, carets = report_text(found).splitlines()[:3]

    assert head.startswith("mesh.yaml:3:13")
    assert len(line) < LONGEST_EXCERPT + 10
    start = carets.index("^")
    assert line[start : start + 3] == "rum"


def test_the_report_for_programs_is_json_with_stable_keys():
    found = report_json(loaded(BASE + "servces: {}").problems)

    assert json.loads(json.dumps(found)) == [
        {
            "file": "mesh.yaml",
            "line": 3,
            "column": 1,
            "length": 7,
            "severity": "error",
            "code": "unknown-key",
            "message": 'unknown key "servces" in the file',
            "suggestion": 'did you mean "services"?',
            "excerpt": "servces: {}",
        }
    ]
