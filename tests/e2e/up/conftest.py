"""Meshes for tests, each in a folder of its own, all gone afterwards."""

from pathlib import Path

import pytest

from e2e.up.mesh import RunningMesh

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """They measure what users feel: nothing else of ours may run beside them."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.alone)


@pytest.fixture
def mesh(tmp_path):
    running = RunningMesh(tmp_path)
    yield running
    running.down()


@pytest.fixture(scope="module")
def module_mesh(tmp_path_factory):
    running = RunningMesh(tmp_path_factory.mktemp("mesh"))
    yield running
    running.down()
