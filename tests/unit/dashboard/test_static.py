"""The dashboard's files, without a browser."""

import re
from hashlib import sha256
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from msgspec import Struct
from msgspec.structs import fields

from weft.api import shapes
from weft.api.assets import Assets
from weft.dashboard import static_folder

STATIC = Path(str(static_folder()))
OURS = sorted(p for p in STATIC.rglob("*") if p.suffix in {".js", ".css", ".html", ".svg"})
MODULES = sorted(p for p in STATIC.rglob("*") if p.suffix in {".js", ".mjs"})


def name_of(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def told(struct: type[Struct]) -> set[type[Struct]]:
    """*struct* and every shape that it holds."""
    found = {struct}
    for hint in get_type_hints(struct).values():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and issubclass(part, Struct):
                found |= told(part)
    return found


@pytest.mark.parametrize("shape", sorted(told(shapes.Status), key=lambda s: s.__name__))
def test_the_scripts_types_name_what_the_json_holds(shape: type[Struct]):
    text = (STATIC / "js/types.d.ts").read_text()
    found = re.search(rf"interface {shape.__name__} (?:extends (\w+) )?{{(.*?)}}", text, re.DOTALL)
    assert found
    inherited = found[1] and re.search(rf"interface {found[1]} {{(.*?)}}", text, re.DOTALL)
    written = found[2] + (inherited[1] if inherited else "")

    assert set(re.findall(r"(\w+): ", written)) == {field.name for field in fields(shape)}


def test_vendored_files_are_those_of_their_packages():
    readme = (STATIC / "vendor/README.md").read_text()
    rows = re.findall(r"^\| (\S+\.mjs) \|.*\| (\w{64}) \|$", readme, re.MULTILINE)

    sums = {p.name: sha256(p.read_bytes()).hexdigest() for p in (STATIC / "vendor").glob("*.mjs")}
    assert dict(rows) == sums
    for name in sums:
        assert (STATIC / "vendor/licences" / name).with_suffix(".txt").is_file()


def test_every_module_is_asked_for_at_once():
    page = (STATIC / "index.html").read_text()
    preloaded = set(re.findall(r'modulepreload" href="/([^"]+)"', page))

    assert preloaded | {"js/main.js"} == {name_of(path) for path in MODULES}


def test_every_import_leads_to_a_file_that_is_served():
    served = Assets.of_dashboard().found

    for path in MODULES:
        for target in re.findall(r'^import .*?from "([^"]+)"', path.read_text(), re.MULTILINE):
            assert target.startswith("."), f"{name_of(path)} imports {target}"
            assert f"/{name_of((path.parent / target).resolve())}" in served


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_nothing_comes_from_another_host(path: Path):
    text = path.read_text().replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"(?:src|href|url|import)\W{1,4}(?:https?:)?//", text)


def test_the_page_holds_no_inline_script_or_style():
    page = (STATIC / "index.html").read_text()

    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == [""]
    assert "<style" not in page
    assert " style=" not in page


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_files_stay_short_enough_to_read(path: Path):
    assert len(path.read_text().splitlines()) <= 300
