"""Meshes for tests, each in a folder of its own, all gone afterwards."""

import pytest

from e2e.up.mesh import RunningMesh


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
