"""The demo, as `make demo` runs it without a terminal."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[2] / "examples" / "shop" / "demo.py"


@pytest.mark.alone
@pytest.mark.timeout(180)
def test_every_expectation_of_the_demo_holds():
    done = subprocess.run(
        [sys.executable, DEMO],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )

    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    held = re.search(r"(\d+) of (\d+) expectations held", said)
    assert held, said
    assert held[1] == held[2], said
    assert "✗" not in said
    assert "nothing is left running" in said
