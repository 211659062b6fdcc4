"""Rewrites everything that is generated from the code and compared in tests.

Run by `make golden`; read the diff it makes before you commit it.
"""

import sys
from pathlib import Path

from weft.agent import diagram
from weft.cli.reference import page as commands_page
from weft.config import reference, schema

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from golden import case as golden  # noqa: E402, I001 - goldens are made by a part of the tests
from tools import metrics_page  # noqa: E402


def generated() -> dict[Path, str]:
    """Each generated file and what it should hold."""
    proxies = {
        path: text for each in golden.cases() for path, text in golden.rendered(each).items()
    }
    return {
        **proxies,
        ROOT / "docs/reference/commands.md": commands_page(),
        ROOT / "docs/reference/metrics.md": metrics_page.page(),
        ROOT / "docs/reference/mesh-yaml.md": reference.page(),
        ROOT / "src/weft/config/mesh.schema.json": schema.text(),
        ROOT / "docs/explanation/process-life.md": diagram.page(),
    }


def main() -> None:
    """Rewrite what is stale, and say which files those were."""
    for path, text in generated().items():
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            print(f"rewrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
