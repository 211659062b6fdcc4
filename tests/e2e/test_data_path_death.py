"""An instance is killed under load, and for a second nobody is told: what do callers see?

What saves the requests is the data path alone: connections to the dead one
fail as connections, and are made elsewhere. Once it is taken out and put back,
it starts anew: what it was ejected for is forgotten.
"""

import asyncio
import sys
import time
from pathlib import Path

import aiohttp
import pytest

from e2e.harness.mesh import DataPath, free_port
from e2e.up.load import Load, Shot
from weft.model.catalog import Health, Service
from weft.model.names import Name
from weft.model.traffic import RETRY_FLOOR, Retry

pytestmark = pytest.mark.alone  # it measures: nothing else may run beside it

APP = Path(__file__).parent.parent / "apps" / "echo.py"
CLIENTS = 16


class Process:
    """An app in a process of its own, which can be killed and started again."""

    def __init__(self, name):
        self.name = name
        self.port = free_port()

    async def start(self):
        environment = {"WEFT_INSTANCE": self.name, "PATH": "/usr/bin"}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(APP),
            str(self.port),
            env=environment,
            stdout=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(10):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                except ConnectionError:
                    await asyncio.sleep(0.02)
                else:
                    writer.close()
                    return

    async def kill(self):
        self._process.kill()
        await self._process.wait()


@pytest.fixture
async def processes():
    both = [Process("orders-1"), Process("orders-2")]
    await asyncio.gather(*(each.start() for each in both))
    yield both
    for each in both:
        if each._process.returncode is None:
            await each.kill()


async def mesh_of(mesh, processes, retry):
    """`orders` behind one Envoy, its apps in processes; `web` calls it."""
    mesh.know(Service(Name("web")), Service(Name("orders"), retry=retry, ramp_up_ms=1_000))
    inbound = tuple(mesh.inbound(each.name, each.port) for each in processes)
    for each in inbound:
        mesh.register(each.instance, Name("orders"), each.port)
    await mesh.proxy(Name("orders"), inbound)
    web = await mesh.proxy(Name("web"))
    await mesh.publish()
    return web


class Clients(Load):
    """So many clients, each of them waiting for its answer before it asks again.

    Never are more requests under way than a caller may always retry at a time. In an open
    loop a machine that is busy with something else lets hundreds wait, and a death then
    wants more retries at once than the budget gives: that is the budget, and no fault.
    """

    async def _run(self):
        connector = aiohttp.TCPConnector(limit=CLIENTS)
        timeout = aiohttp.ClientTimeout(total=60)
        async with (
            aiohttp.ClientSession(connector=connector, timeout=timeout) as session,
            asyncio.TaskGroup() as group,
        ):
            for _ in range(CLIENTS):
                group.create_task(self._ask(session))

    async def _ask(self, session):
        while not self._over:
            shot = Shot(self.methods[len(self.shots) % len(self.methods)], time.monotonic())
            self.shots.append(shot)
            await self._fire(session, shot)


def load_on(web):
    # Half of them POST, and no pattern that balancing could turn into one instance each.
    methods = ("GET", "POST", "POST", "GET", "POST", "GET", "GET", "GET", "POST", "POST")
    return Clients("http://orders/", 0, methods=methods, proxy=web.url)


def test_the_clients_are_fewer_than_the_retries_that_are_always_allowed():
    assert CLIENTS < RETRY_FLOOR


async def test_a_killed_instance_costs_at_most_the_posts_that_were_on_it(processes):
    _, second = processes
    async with DataPath.running() as mesh:
        web = await mesh_of(mesh, processes, Retry())
        async with load_on(web) as load:
            await load.answered(500)
            await second.kill()
            await load.answered(1000)  # while nobody is told
            mesh.instance("orders-2", health=Health.UNHEALTHY)
            await mesh.publish()
            await second.start()
            mesh.instance("orders-2", health=Health.HEALTHY)
            await mesh.publish()
            back = time.monotonic()
            await load.answered(1500)
            async with asyncio.timeout(30):  # until it has ramped up
                while load.shares(since=back)["orders-2"] < 0.25:
                    await load.answered(100)
        refused = [await web.logged(lambda line: line["status"] >= 500)] if load.failed() else []
        refused += [line for line in web._log() if line["status"] >= 500][1:]

    took = load.shots[-1].ended - load.shots[0].started
    print(f"{len(load.shots) / took:.0f} requests/s; {len(load.failed())} failed")
    assert [shot.error for shot in load.failed("GET")] == []
    # A client has one request under way: each may have lost one, on a connection to the dead.
    assert len(load.failed()) <= CLIENTS
    assert {(line["method"], line["flags"], line["instance"]) for line in refused} <= {
        ("POST", "UC", "orders-2")
    }


async def test_without_retries_the_same_death_is_seen(processes):
    """The control: it was the retries, and failing before the request was sent."""
    async with DataPath.running() as mesh:
        web = await mesh_of(mesh, processes, Retry(attempts=0))
        async with load_on(web) as load:
            await load.answered(250)
            await processes[1].kill()
            await load.answered(500)

    assert load.failed("GET")
