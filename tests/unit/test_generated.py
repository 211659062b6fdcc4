"""What is generated from the code is as the code would generate it now."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("tools_golden", ROOT / "tools" / "golden.py")
assert SPEC is not None
assert SPEC.loader is not None
golden = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(golden)
GENERATED = golden.generated()


PAGES = [path for path in GENERATED if "golden" not in path.parts]  # proxies: tests/golden


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_generated_file_is_fresh(path):
    assert path.exists(), "run `make golden`"
    assert path.read_text() == GENERATED[path], "run `make golden`, and read the diff"


def test_nothing_in_the_goldens_is_forgotten():
    """A golden that no case makes any more would be compared with nothing."""
    kept = {path for path in (ROOT / "tests/golden").rglob("*.yaml") if path.name != "mesh.yaml"}

    assert kept <= set(GENERATED)
