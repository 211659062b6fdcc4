"""How long one waits: for the first answer after `weft up`, for `--version`, for `status`.

    python benchmarks/start.py

The first answer comes through a gateway and a service's proxy, over mutual TLS; the app is
small. Before it there is nothing: no state, no process.
"""

import subprocess
import sys
import time
from pathlib import Path

from figures import spread
from mesh import ENVIRONMENT, WEFT, free_ports, mesh, wait_for, weft

STARTS = 5
LOOKS = 11
APP = Path(__file__).with_name("app.py")
MESH = """
format: 1
mesh: bench
services:
  web: {{run: {python} {app}}}
gateways:
  public: {{listen: "127.0.0.1:{port}", rules: [{{to: web}}]}}
"""
# The command as it is installed; `python -m` would search for the module first.
COMMAND = str(Path(sys.executable).with_name("weft"))


def measure() -> dict[str, object]:
    """Each wait in milliseconds."""
    return {
        "weft up to the first answer": spread([_start() for _ in range(STARTS)]),
        **_looks(),
    }


def _start() -> float:
    (port,) = free_ports(1)
    text = MESH.format(python=sys.executable, app=APP, port=port)
    with mesh(text, start=False) as folder:
        began = time.perf_counter()
        up = subprocess.Popen(
            [*WEFT, "up", "--detach"], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL
        )
        wait_for(port)
        took = time.perf_counter() - began
        up.wait()
    return took * 1000


def _looks() -> dict[str, object]:
    (port,) = free_ports(1)
    text = MESH.format(python=sys.executable, app=APP, port=port)
    with mesh(text) as folder:
        weft(folder, "status")
        return {
            f"weft {what}": spread([_look(folder, what) for _ in range(LOOKS)])
            for what in ("--version", "status")
        }


def _look(folder: Path, what: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [COMMAND, what], cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL
    )
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(measure())
