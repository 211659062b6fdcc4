"""How long a changed route takes from `apply` until a request goes the new way.

    python benchmarks/change.py

From the call of the API until the first answer of the other version: store, registry, stream to
the agent, compilation, validation by Envoy's own code, push, and the request itself.
"""

import sys
import time
from pathlib import Path

from figures import spread
from mesh import answer, free_ports, mesh, wait_for

from weft.cli.connect import client_for
from weft.cli.files import load

CHANGES = 20
APP = Path(__file__).with_name("app.py")
MESH = """
format: 1
mesh: bench
services:
  web: {{run: {run}, calls: [{{orders: {port}}}]}}
  orders: {{versions: {{v1: {{run: {run}}}, v2: {{run: {run}}}}}}}
routes:
  orders: [{{to: orders@{version}}}]
"""


def measure() -> dict[str, object]:
    """Milliseconds from apply to effect."""
    (port,) = free_ports(1)

    def text(version: str) -> str:
        return MESH.format(run=f"{sys.executable} {APP}", port=port, version=version)

    with mesh(text("v1")) as folder:
        wait_for(port, "v1")
        path = folder / "mesh.yaml"
        client = client_for(path)
        waits = []
        for number in range(CHANGES):
            version = ("v2", "v1")[number % 2]
            path.write_text(text(version))
            loaded = load(path)
            began = time.perf_counter()
            client.apply(loaded.owner, loaded.documents)
            while answer(port) != (200, version):
                time.sleep(0.001)
            waits.append((time.perf_counter() - began) * 1000)
    return {"apply to effect": spread(waits)}


if __name__ == "__main__":
    print(measure())
