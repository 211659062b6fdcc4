"""An agent as a real process, against a fake server, with real Envoys and real apps."""

import asyncio
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import aiohttp

from fakes.control_plane import ControlPlane
from weft.agent import kernel
from weft.model.catalog import Callee, Probe, Run, Service
from weft.model.document import Mesh
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.traffic import Rule, Split

ECHO = Path(__file__).parents[2] / "apps" / "echo.py"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def service(name, *calls, **more):
    return Service(name=Name(name), calls=tuple(Callee(Name(c)) for c in calls), **more)


def gateway_to(name, port):
    return Gateway(Name("public"), "127.0.0.1", port, (Rule(to=(Split(Target(Name(name))),)),))


class World:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / ".weft"
        self.runtime = folder / "run" / "s"
        self.state.mkdir()
        self.runtime.mkdir(parents=True)
        self.control_plane = ControlPlane(folder, self.runtime / "agents.sock")
        self.gateway_port = free_port()
        self.agent: subprocess.Popen | None = None

    # --- the mesh -----------------------------------------------------------------------------

    def run(self, name, instances=1, **more):
        more.setdefault("command", (sys.executable, str(ECHO)))
        more.setdefault("probe", Probe(every_ms=500))
        return Run(service=Name(name), instances=instances, dir=str(self.folder), **more)

    def apply_one(self, instances=1, **more):
        """One service behind a gateway: the least that traffic needs."""
        self.control_plane.apply(
            Mesh("shop"),
            service("web"),
            self.run("web", instances, **more),
            gateway_to("web", self.gateway_port),
        )

    # --- the agent ----------------------------------------------------------------------------

    def start(self):
        self.agent = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "weft.cli",
                "agent",
                "--host",
                "here",
                "--state",
                str(self.state),
                "--runtime",
                str(self.runtime),
            ],
            start_new_session=True,
        )

    def kill_agent(self):
        self.agent.kill()
        self.agent.wait()

    async def stop(self, seconds=20):
        self.agent.send_signal(signal.SIGTERM)
        await self.until(lambda: self.agent.poll() is not None, seconds)
        return self.agent.returncode

    async def close(self):
        if self.agent and self.agent.poll() is None:
            await self.stop(60)
        await self.control_plane.stop()

    def survivors(self):
        """The command lines of what is left of this world's processes."""
        pids = kernel.marked(f"WEFT_AGENT={self.state}")
        return [Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ") for pid in pids]

    def memory(self):
        try:
            return json.loads((self.state / "agent" / "state.json").read_bytes())
        except ValueError:  # a test has torn it
            return {"proxies": {}, "apps": {}}

    def pids(self):
        """Of Envoys and apps, by name."""
        memory = self.memory()
        found = {**memory["proxies"], **memory["apps"]}
        return {name: each["process"]["pid"] for name, each in found.items() if "process" in each}

    # --- looking ------------------------------------------------------------------------------

    def instance(self, id):
        return self.control_plane.instance(id)

    async def until(self, holds, seconds=15.0, what=None):
        """Wait until *holds* does; how long it took."""
        began = time.monotonic()
        while not holds():
            if time.monotonic() - began > seconds:
                raise AssertionError(f"not within {seconds} s: {what}\n{self.diagnosis()}")
            await asyncio.sleep(0.01)
        return time.monotonic() - began

    async def until_healthy(self, *ids, seconds=20.0):
        return await self.until(lambda: set(ids) <= self.control_plane.healthy, seconds, ids)

    async def until_serving(self, seconds=20.0):
        """Wait until the gateway answers."""
        began = time.monotonic()
        async with aiohttp.ClientSession() as session:
            while True:
                if time.monotonic() - began > seconds:
                    raise AssertionError(f"the gateway does not serve\n{self.diagnosis()}")
                try:
                    async with session.get(self.url) as answer:
                        if answer.status == 200:
                            return time.monotonic() - began
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.02)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.gateway_port}/"

    def logged(self, event):
        """The agent's log lines about *event*."""
        lines = (self.state / "agent" / "agent.log").read_text().splitlines()
        return [line for line in map(json.loads, lines) if line["event"] == event]

    def diagnosis(self):
        logs = [self.state / "agent" / "agent.log", *self.state.glob("run/*/envoy.log")]
        tails = [f"{log}\n{log.read_text()[-3000:]}" for log in logs if log.exists()]
        return "\n".join([str(self.control_plane.report), *tails])


class Load:
    """GETs from several clients through a gateway, every answer counted."""

    def __init__(self, url, clients=4, pause_s=0.004):
        self.url = url
        self.answers = []  # when, status (0: none), instance
        self._clients = clients
        self._pause_s = pause_s
        self._over = False
        self._tasks = []

    async def __aenter__(self):
        self._tasks = [asyncio.create_task(self._client()) for _ in range(self._clients)]
        return self

    async def __aexit__(self, *_):
        self._over = True
        await asyncio.gather(*self._tasks)

    async def _client(self):
        async with aiohttp.ClientSession() as session:
            while not self._over:
                await self._get(session)
                await asyncio.sleep(self._pause_s)

    async def _get(self, session):
        try:
            async with session.get(self.url) as answer:
                status = answer.status
                body = await answer.json() if status == 200 else {"instance": await answer.text()}
        except aiohttp.ClientError as error:
            status, body = 0, {"instance": repr(error)}
        self.answers.append((time.monotonic(), status, body.get("instance")))

    @property
    def failures(self):
        return [answer for answer in self.answers if answer[1] != 200]

    def gap(self):
        """The longest time without a good answer, in seconds."""
        times = [when for when, status, _ in self.answers if status == 200]
        return max((b - a for a, b in itertools.pairwise(times)), default=0.0)


def environment_of(pid):
    text = Path(f"/proc/{pid}/environ").read_bytes()
    return dict(pair.decode().split("=", 1) for pair in text.split(b"\0") if b"=" in pair)


def kill(pid):
    os.kill(pid, signal.SIGKILL)
