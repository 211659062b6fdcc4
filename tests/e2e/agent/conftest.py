import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from e2e.agent.world import World
from weft.agent import process


@pytest.fixture
async def world():
    # Sockets have short paths, so not pytest's own folders.
    folder = Path(tempfile.mkdtemp(prefix="weft-", dir="/tmp"))
    world = World(folder)
    await world.control_plane.start()
    try:
        yield world
        await world.close()
        assert world.survivors() == []
    finally:
        process.end_marked(f"WEFT_AGENT={world.state}")  # a test that failed leaves nothing
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def python():
    return sys.executable
