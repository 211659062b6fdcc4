import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from e2e.agent.world import World


@pytest.fixture
async def world():
    # Sockets have short paths, so not pytest's own folders.
    folder = Path(tempfile.mkdtemp(prefix="weft-", dir="/tmp"))
    world = World(folder)
    await world.control_plane.start()
    yield world
    await world.close()
    assert world.survivors() == []
    shutil.rmtree(folder)


@pytest.fixture
def python():
    return sys.executable
