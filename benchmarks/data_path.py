"""Throughput and CPU of the data path: direct, through Weft's two proxies, through two sidecars.

    python benchmarks/data_path.py

The three are measured in turn, round after round, in one run: what else the machine does
meets all of them. CPU is that of the two proxies, without the client and the backend.
"""

import subprocess
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil
from backend import backend
from figures import spread
from load import requests_in, tool
from mesh import free_ports, mesh, wait_for
from sidecars import sidecars

ROUNDS = 6
SECONDS = 2.0
MESH = """
format: 1
mesh: bench
services:
  web: {{address: "127.0.0.1:{web}", calls: [{{orders: {entry}}}]}}
  orders: {{address: "127.0.0.1:{app}", allow: [web]}}
"""


@dataclass(frozen=True)
class Way:
    """One way to the backend."""

    port: int
    proxies: tuple[psutil.Process, ...]

    def measured(self) -> tuple[float, float]:
        """Requests a second, and microseconds of the proxies' CPU for each of them."""
        before = self._cpu()
        count, took = requests_in(self.port, SECONDS)
        return count / took, (self._cpu() - before) / count * 1e6

    def _cpu(self) -> float:
        return sum(t.user + t.system for t in (p.cpu_times() for p in self.proxies))


def measure() -> dict[str, object]:
    """The figures of all three ways."""
    web, app, entry, sidecar_entry, sidecar_inbound = free_ports(5)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="weft-bench-")))
        stack.enter_context(backend(folder, [web, app]))
        weft_folder = stack.enter_context(mesh(MESH.format(web=web, app=app, entry=entry)))
        pair = stack.enter_context(sidecars(folder, sidecar_entry, sidecar_inbound, app))
        wait_for(entry, str(app))
        ways = {
            "direct": Way(app, ()),
            "weft": Way(entry, _envoys_of(weft_folder)),
            "sidecars": Way(sidecar_entry, _processes(pair)),
        }
        for way in ways.values():
            requests_in(way.port, 0.5)  # connections and caches
        rounds = [{name: way.measured() for name, way in ways.items()} for _ in range(ROUNDS)]
    return _figures(rounds)


def _envoys_of(folder: Path) -> tuple[psutil.Process, ...]:
    """The Envoys that run from the state of the mesh in *folder*."""
    found = []
    for process in psutil.process_iter():
        try:
            words = process.cmdline()
        except psutil.Error:
            continue
        if words and words[0].endswith("envoy") and any(str(folder) in word for word in words):
            found.append(process)
    if len(found) != 2:
        raise RuntimeError(f"two proxies were expected, not {len(found)}")
    return tuple(found)


def _processes(pair: list[subprocess.Popen[bytes]]) -> tuple[psutil.Process, ...]:
    return tuple(psutil.Process(process.pid) for process in pair)


def _figures(rounds: list[dict[str, tuple[float, float]]]) -> dict[str, object]:
    figures: dict[str, object] = {"load": tool(), "rounds": len(rounds)}
    for name in rounds[0]:
        figures[name] = {
            "requests_s": spread([one[name][0] for one in rounds]),
            "cpu_us": spread([one[name][1] for one in rounds]),
        }
    figures["weft_to_sidecars"] = {
        "requests": spread([one["weft"][0] / one["sidecars"][0] for one in rounds]),
        "cpu": spread([one["weft"][1] / one["sidecars"][1] for one in rounds]),
    }
    return figures


if __name__ == "__main__":
    print(measure())
