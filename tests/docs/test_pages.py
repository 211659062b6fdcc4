"""What the pages say is done, in a real mesh, and comes out as they say."""

import json
import re
import shutil
from pathlib import Path

import pytest

from docs.blocks import ROOT, Block, blocks, every, pages
from docs.console import Shell, play
from docs.shapes import differences
from weft.agent import kernel
from weft.config.read import read
from weft.config.report import report_text

TOP = ("format:", "mesh:", "services:", "routes:", "gateways:", "alarms:", "identity:", "defaults:")
#: What a fragment may lack: the rest of its file.
ELSEWHERE = {"unknown-service", "unknown-version", "unknown-name"}


def run_on() -> list[Path]:
    return [page for page in pages() if any(b.language == "console" for b in blocks(page))]


@pytest.fixture
def shell(tmp_path):
    shutil.copytree(
        ROOT / "examples",
        tmp_path / "examples",
        ignore=shutil.ignore_patterns(".weft", "__pycache__"),
    )
    opened = Shell(tmp_path)
    for file in tmp_path.rglob("mesh.yaml"):
        file.write_text(opened.here(file.read_text()))
    yield opened
    for state in tmp_path.rglob(".weft"):
        opened.run(f"weft down --file {state.parent}/mesh.yaml")
    opened.close()


@pytest.mark.timeout(300)  # a page is a whole session; ten seconds where nothing else runs
@pytest.mark.parametrize("page", run_on(), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_can_be_followed_to_its_end(page, shell, tmp_path):
    output = ""
    for block in blocks(page):
        if block.mark == "file":
            shell.write(block.value, block.text)
        elif block.language == "console":
            output = play(shell, block)
        elif block.language == "json":
            assert list(differences(json.loads(block.text), json.loads(output))) == [], block

    for state in tmp_path.rglob(".weft"):
        stopped, status = shell.run(f"weft down --file {state.parent}/mesh.yaml")
        assert status == 0, stopped
        assert kernel.marked(f"WEFT_AGENT={state}") == []


@pytest.mark.parametrize("block", every("yaml"), ids=str)
def test_an_example_of_mesh_yaml_is_valid(block):
    if "scrape_configs" in block.text:
        return
    text = block.text
    bare = "format: 1" not in text
    fragment = bare or block.value.endswith("more.yaml")  # one of several files of a mesh
    if bare:
        top = text.lstrip().startswith(TOP)
        text = text if top else "services:\n" + re.sub(r"^", "  ", text, flags=re.MULTILINE)
        text = f"format: 1\n{text}"

    loaded = read(text.encode(), file=str(block), dir="/srv/shop", exists=lambda name: True)

    found = [p for p in loaded.problems if not (fragment and p.code in ELSEWHERE)]
    assert found == [], report_text(found)


@pytest.mark.parametrize("block", [*every("python"), *every("js")], ids=str)
def test_code_on_a_page_is_written_to_a_file_that_the_page_uses(block):
    assert block.mark == "file", f"{block} is never run: say which file it is"
    assert any(
        Path(block.value).name in other.text
        for other in blocks(block.page)
        if other is not block and other.language in ("yaml", "console", "text")
    )


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL)
    dangling = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dangling.append(link)

    assert dangling == []


def anchors(page: Path) -> set[str]:
    """The anchors that headings of *page* get."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("block", every("sh"), ids=str)
def test_make_targets_that_pages_name_exist(block: Block):
    targets = re.findall(r"^make (\w+)", block.text, flags=re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text()

    assert [t for t in targets if not re.search(rf"^{t}:", makefile, re.MULTILINE)] == []
