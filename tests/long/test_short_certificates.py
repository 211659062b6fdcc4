"""Certificates of twenty seconds, renewed for five minutes under load: `make test-long`."""

import pytest

from e2e.up.mesh import RunningMesh
from e2e.up.test_identity import renew_under_load


@pytest.mark.timeout(480)
async def test_five_minutes_of_renewals_fail_no_request(tmp_path):
    mesh = RunningMesh(tmp_path)
    try:
        await renew_under_load(mesh, seconds=300)
    finally:
        mesh.down()
