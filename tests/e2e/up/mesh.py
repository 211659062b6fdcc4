"""A mesh in a folder of its own, started and looked at by the command, as a user would."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import psutil

from weft.api.shapes import Applied, InstanceView, ServiceView, Status
from weft.cli.connect import client_for
from weft.cli.files import load
from weft.client import Client
from weft.errors import WeftError

APPS = Path(__file__).parents[2] / "apps"
PYTHON = sys.executable
ECHO = f"{PYTHON} {APPS / 'echo.py'}"


def plain_environment() -> dict[str, str]:
    """This process's environment without anything that would lead requests elsewhere."""
    return {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}


class RunningMesh:
    """One mesh; `down` must leave nothing running."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.background: subprocess.Popen[bytes] | None = None
        self.file = folder / "mesh.yaml"

    def write(self, text: str) -> None:
        self.file.write_text(text)

    def weft(
        self, *arguments: str, check: bool = True, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [PYTHON, "-m", "weft.cli", *arguments],
            cwd=self.folder,
            env={**plain_environment(), **(env or {})},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(
                f"weft {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}\n"
                + self.diagnosis()
            )
        return done

    def popen(self, *arguments: str) -> subprocess.Popen[str]:
        """The command, started and not waited for."""
        return subprocess.Popen(
            [PYTHON, "-m", "weft.cli", *arguments],
            cwd=self.folder,
            env=plain_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def json(self, *arguments: str):
        return json.loads(self.weft(*arguments, "--output", "json").stdout)

    def up(self, text: str | None = None):
        if text is not None:
            self.write(text)
        return self.json("up", "--detach")

    def start(self, text: str) -> None:
        """Like `up`, but for a mesh in which not everything gets well: waits for no service."""
        self.write(text)
        self.background = subprocess.Popen(
            [PYTHON, "-m", "weft.cli", "up"],
            cwd=self.folder,
            env=plain_environment(),
            stdin=subprocess.DEVNULL,
            stdout=(self.folder / "up.out").open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.until(lambda: bool(self.status().services))

    def apply(self, text: str | None = None) -> Applied:
        """What `weft apply` does, without the command's own time."""
        if text is not None:
            self.write(text)
        loaded = load(self.file)
        assert not loaded.loaded.failed, loaded.loaded.problems
        return self.client.apply(loaded.owner, loaded.documents)

    def app(self, id: str, path: str) -> httpx2.Response:
        """Ask an instance's app itself, past the mesh."""
        port = self.instance(id).app_port
        return httpx2.get(f"http://127.0.0.1:{port}{path}", trust_env=False)

    def control(self, id: str, **state: float) -> None:
        """Change how an instance's app answers: see tests/apps/echo.py."""
        port = self.instance(id).app_port
        url = f"http://127.0.0.1:{port}/control"
        httpx2.post(url, json=state, trust_env=False).raise_for_status()

    def health(self, id: str) -> str:
        return self.instance(id).health.value

    def envoy(self, workload: str, path: str) -> httpx2.Response:
        """Ask a proxy's own admin, on its private socket."""
        transport = httpx2.HTTPTransport(uds=str(self.runtime / workload / "admin.sock"))
        with httpx2.Client(transport=transport, base_url="http://envoy") as admin:
            return admin.get(path)

    @property
    def client(self) -> Client:
        return client_for(self.file, timeout=10)

    def status(self) -> Status:
        return self.client.status()

    def service(self, name: str) -> ServiceView:
        return next(s for s in self.status().services if s.name == name)

    def instance(self, id: str) -> InstanceView:
        found = (i for s in self.status().services for i in s.instances if i.id == id)
        return next(found)

    def process(self, name: str) -> psutil.Process:
        """The server's or the agent's process."""
        children = json.loads((self.folder / ".weft" / "children.json").read_bytes())
        return psutil.Process(children[name][0])

    @property
    def supervisor(self) -> psutil.Process:
        """The process of `weft up`."""
        return psutil.Process(json.loads((self.folder / ".weft" / "up.json").read_bytes())["pid"])

    def until(self, holds: Callable[[], bool], seconds: float = 15, what: str = "") -> float:
        """Wait until *holds* does; how long it took. Fails with what the mesh says meanwhile."""
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            try:
                if holds():
                    return time.monotonic() - started
            except (WeftError, StopIteration, psutil.Error):
                pass
            time.sleep(0.02)
        raise AssertionError(f"not within {seconds} s: {what or holds}\n{self.diagnosis()}")

    def diagnosis(self) -> str:
        """What a person would look at."""
        parts = []
        for path in sorted((self.folder / ".weft").rglob("*")):
            if path.is_file() and path.suffix in (".log", ".out"):
                tail = path.read_text(errors="replace").splitlines()[-15:]
                if tail:
                    parts.append(f"--- {path.relative_to(self.folder)}\n" + "\n".join(tail))
        return "\n".join(parts)[-12000:]

    def processes(self) -> list[psutil.Process]:
        """Every process that works in this mesh's folder or holds it in its arguments."""
        marks = (str(self.folder), str(self.runtime))
        found = []
        for process in psutil.process_iter():
            try:
                words = " ".join(process.cmdline())
                if any(m in words or process.cwd().startswith(m) for m in marks):
                    found.append(process)
            except psutil.Error:
                continue
        return [p for p in found if p.pid != os.getpid()]

    @property
    def runtime(self) -> Path:
        from weft.cli.place import place_beside

        return place_beside(self.file).runtime

    def down(self) -> None:
        self.weft("down", check=False)
        if self.background is not None:
            self.background.wait(10)
        left = self.processes()
        assert not left, [(p.pid, p.cmdline()) for p in left]
