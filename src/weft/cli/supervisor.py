"""The supervisor behind `weft up`: a server and an agent, kept running until it is told to stop.

    Place, Loaded  ->  two processes, the file's documents applied, up.json

It holds no state of the mesh: killed and started again, it finds its two
processes and goes on.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final

import msgspec

from weft.agent import kernel
from weft.agent.disk import write_whole
from weft.api.shapes import Applied
from weft.cli.child import Child, weft_argv
from weft.cli.connect import client_for
from weft.cli.files import MeshFile
from weft.cli.leftovers import Children, end_leftovers, read_children
from weft.cli.place import Place, Running
from weft.client import Client, ServerUnreachable
from weft.errors import WeftError
from weft.model.catalog import Run

START_S: Final = 20.0
SERVER_STOP_S: Final = 10.0
REAP_EVERY_S: Final = 1.0
AGENT_STOP_EXTRA_S: Final = 20.0  # beside the longest stop that a service asks for


class AlreadyUp(WeftError):
    """Another supervisor holds this mesh."""

    code = "already-up"


class CannotStart(WeftError):
    """The server or the agent ended before the mesh was there."""

    code = "cannot-start"


class Supervisor:
    """Keeps the server and the agent of one mesh; `say` hears what people should read."""

    def __init__(
        self, place: Place, loaded: MeshFile, *, listen: str | None, say: Callable[[str], None]
    ) -> None:
        self.place = place
        self.loaded = loaded
        self.say = say
        self.stopping = asyncio.Event()
        state, runtime = str(place.state), str(place.runtime)
        common = ["--state", state, "--runtime", runtime]
        server = [
            "server",
            *common,
            "--mesh",
            loaded.mesh,
            *(["--listen", listen] if listen else []),
        ]
        # Commands that the file names work beside it, wherever `weft up` was typed.
        folder = place.state.parent
        self.server = Child("server", weft_argv(*server), place.state / "server.out", folder)
        self.agent = Child("agent", weft_argv("agent", *common), place.state / "agent.out", folder)
        self.adopted = False  # some of it ran before us
        self._lock: IO[str] | None = None
        self._keepers: list[asyncio.Task[None]] = []
        self._hurried = False

    async def start(self) -> Applied:
        """Bring both processes up and the file's documents in; raises CannotStart.

        Whoever calls this calls `stop` as well, also if it fails.
        """
        fresh = not (self.place.state / "server" / "store.db").exists()
        self._keep(self.server)
        if fresh:  # nothing stored that an agent could start: they may start together
            self._keep(self.agent)
        client = await self._client()
        applied = await asyncio.to_thread(client.apply, self.loaded.owner, self.loaded.documents)
        if not fresh:
            self._keep(self.agent)
        return applied

    async def wait(self) -> None:
        """Until somebody sets `stopping`; meanwhile no orphan that became ours stays a zombie."""
        while not self.stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), REAP_EVERY_S)
            self._reap()

    def _reap(self) -> None:
        for pid in kernel.zombies() - {self.server.pid, self.agent.pid}:
            kernel.reap(pid)

    def hurry(self) -> None:
        """Somebody is out of patience: apps get no more time, the next time the agent neither."""
        self.say("not waiting for apps to finish")
        self.agent.signal(signal.SIGKILL if self._hurried else signal.SIGTERM)
        self._hurried = True

    async def stop(self) -> None:
        """Drain and end everything; nothing is left running."""
        self.agent.stop()
        longest = max((s.stop.after_ms for s in self._runs()), default=0) / 1000
        if not await self.agent.gone(longest + AGENT_STOP_EXTRA_S):
            self.say("the agent does not end; killing it and what it started")
            self.agent.signal(signal.SIGKILL)
            await self.agent.gone(SERVER_STOP_S)
        self.server.stop()
        if not await self.server.gone(SERVER_STOP_S):
            self.server.signal(signal.SIGKILL)
            await self.server.gone(SERVER_STOP_S)
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        await asyncio.to_thread(end_leftovers, self.place, self.say)
        self.place.up_json.unlink(missing_ok=True)

    def _runs(self) -> list[Run]:
        return [d.spec for d in self.loaded.documents if isinstance(d.spec, Run)]

    def take_over(self) -> None:
        """From now on this mesh is ours, with what a killed supervisor left; raises AlreadyUp."""
        self.place.make()
        self._lock = self.place.hold()
        if self._lock is None:
            raise AlreadyUp(
                "this mesh is being started or stopped by another weft",
                fix="wait for it, or look at `weft status`",
            )
        kernel.become_subreaper()  # what outlives a killed agent becomes ours, and no zombie
        me = os.getpid()
        up = Running(me, kernel.started(me) or 0.0, str(self.loaded.path))
        write_whole(self.place.up_json, msgspec.json.encode(up))
        self._adopt()

    def _adopt(self) -> None:
        left = read_children(self.place)
        for child, found in ((self.server, left.server), (self.agent, left.agent)):
            if found is not None and child.adopt(*found):
                self.adopted = True
                self.say(f"the {child.name} of an earlier `weft up` still runs; going on with it")

    def _remember(self) -> None:
        pairs = [(c.pid, c.began) if c.pid else None for c in (self.server, self.agent)]
        try:
            write_whole(self.place.children_json, msgspec.json.encode(Children(*pairs)))
        except OSError as error:  # they are looked after all the same
            self.say(f"{self.place.children_json} cannot be written: {error.strerror}")

    def _keep(self, child: Child) -> None:
        def died(how: str) -> None:
            self.say(f"the {child.name} {how}; starting it again")

        self._keepers.append(asyncio.create_task(child.keep(changed=self._remember, died=died)))
        if child.pid is not None:
            self._remember()

    async def _client(self) -> Client:
        """A client of the server, once it serves."""
        deadline = asyncio.get_running_loop().time() + START_S
        while asyncio.get_running_loop().time() < deadline:
            if self.server.last_exit and self.server.starts > 1:
                break  # it ended before it served once: starting it again won't help
            try:
                client = client_for(self.loaded.path, timeout=START_S)
                await asyncio.to_thread(client.healthy)
            except (WeftError, ServerUnreachable):
                await asyncio.sleep(0.03)
            else:
                return client
        raise CannotStart(
            f"the server did not start ({self.server.last_exit or f'not within {START_S:.0f} s'})",
            why=self.server.tail(),
            fix=f"read {self.place.state / 'server' / 'server.log'}",
        )
