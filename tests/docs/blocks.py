"""Pages of Markdown -> the fenced blocks in them, each with its language and its mark.

A mark is an HTML comment right above the fence, which readers don't see:

    <!-- file: web.py -->   the block is written to that file before what follows is run
    <!-- exit: 1 -->        the commands of the block end with that status
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- (\w+): (.+?) -->\n\s*\Z")


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    page: Path
    line: int
    language: str
    text: str
    mark: str = ""
    value: str = ""

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Everything that users and contributors read."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of *page*, in order."""
    text = page.read_text()
    found = []
    for fence in _FENCE.finditer(text):
        before = text[: fence.start()]
        mark = _MARK.search(before)
        body = re.sub(rf"^{fence[1]}", "", fence[3], flags=re.MULTILINE)
        line = before.count("\n") + 2
        found.append(Block(page, line, fence[2], body, *(mark.groups() if mark else ())))
    return found


def every(language: str) -> list[Block]:
    """All blocks of one language."""
    return [block for page in pages() for block in blocks(page) if block.language == language]
