"""A mesh for tests of the data path: real Envoys, compiled from a snapshot, on loopback.

No server and no agent: the test says what is known, and this compiles it and
hands it to each Envoy.
"""

import asyncio
import contextlib
import json
import os
import re
import socket
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import msgspec

from e2e.harness.backend import Backend
from e2e.harness.pki import TestAuthority
from weft.compile.bootstrap import bootstrap
from weft.compile.secrets import identity_secret, trust_secret
from weft.compile.workload import compile_workload
from weft.envoy import binary, messages
from weft.envoy.admin import Admin
from weft.model.catalog import Health, Instance, Service
from weft.model.document import Document, Mesh
from weft.model.names import Name, parse_name
from weft.model.snapshot import Snapshot
from weft.model.workload import Inbound, LocalPort, Workload
from weft.xds.exchange import Entry
from weft.xds.feed import Feed
from weft.xds.order import MAKE_BEFORE_BREAK
from weft.xds.server import DeltaServer

#: As the agent starts it.
FLAGS = [
    "--concurrency",
    "1",
    "--disable-hot-restart",
    "--log-format-escaped",
    "-l",
    "warning",
    "--file-flush-interval-msec",
    "50",
    "--drain-time-s",
    "1",
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(eq=False)
class Proxy:
    """One Envoy and what feeds it."""

    workload: Workload
    dir: Path
    feed: Feed
    server: DeltaServer
    secrets: tuple = ()
    process: asyncio.subprocess.Process | None = None

    def publish(self, resources):
        """It should hold these resources, and nothing else."""
        entries = {}
        for each in resources:
            entries.setdefault(each.type_url, {})[each.name] = Entry(each.version, each.body)
        self.feed.publish(entries)

    async def settled(self):
        """It holds what was published; AssertionError if it refused any of it."""
        async with asyncio.timeout(10):
            while not self.server.streams:
                await asyncio.sleep(0.01)
        await self.server.settled(10)
        assert {
            name: why for each in self.server.streams for name, why in each.refused.items()
        } == {}

    @property
    def admin(self):
        return Admin(self.dir / "admin.sock")

    @property
    def url(self):
        """The forward proxy's own address, as `http_proxy` holds it."""
        return f"http://127.0.0.1:{self.workload.proxy_port}"

    def port_of(self, service):
        return next(p.port for p in self.workload.local_ports if str(p.service) == service)

    async def logged(self, wanted, *, kind="request"):
        """The first line of the access log that is *wanted*, once it is there."""
        async with asyncio.timeout(5):
            while True:
                for line in self._log():
                    if line["kind"] == kind and wanted(line):
                        return line
                await asyncio.sleep(0.02)

    def _log(self):
        path = Path(self.workload.access_log)
        whole = path.read_text().rpartition("\n")[0] if path.exists() else ""
        return [json.loads(line) for line in whole.splitlines()]

    async def stat(self, name):
        """The sum of one of Envoy's counters and gauges, by its plain name."""
        reader, writer = await asyncio.open_unix_connection(self.dir / "admin.sock")
        writer.write(
            f"GET /stats?filter=^{name}$ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode()
        )
        answer = (await reader.read()).decode().partition("\r\n\r\n")[2]
        writer.close()
        return sum(int(each) for each in re.findall(r": (\d+)\r?$", answer, re.MULTILINE))


@dataclass(eq=False)
class DataPath:
    """What is known, the Envoys that hold it, and the apps behind them."""

    dir: Path
    snapshot: Snapshot = field(default_factory=Snapshot)
    authority: TestAuthority = field(default_factory=TestAuthority)
    proxies: dict[str, Proxy] = field(default_factory=dict)
    apps: dict[str, Backend] = field(default_factory=dict)
    _stack: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)
    http: aiohttp.ClientSession = None

    @classmethod
    @contextlib.asynccontextmanager
    async def running(cls, mesh=None):
        with tempfile.TemporaryDirectory(prefix="weft-test-", dir="/tmp") as folder:
            self = cls(Path(folder))
            async with self._stack, aiohttp.ClientSession() as self.http:
                self.know(mesh or Mesh("shop"))
                yield self

    # What is known.

    def know(self, *specs):
        """Takes documents; each replaces the one of the same name."""
        for spec in specs:
            self.snapshot = self.snapshot.with_document(Document(spec), self.snapshot.revision + 1)

    def forget(self, key):
        self.snapshot = self.snapshot.without_document(key, self.snapshot.revision + 1)

    def register(self, id, service, port, version=""):
        """An instance, healthy from the start."""
        healthy = Health.HEALTHY
        instance = Instance(service, id, "127.0.0.1", port, version=version, health=healthy)
        self.snapshot = self.snapshot.with_instance(instance, self.snapshot.revision + 1)

    def instance(self, id, **changes):
        """Changes what is known of one instance."""
        known = next(i for group in self.snapshot.instances.values() for i in group if i.id == id)
        changed = msgspec.structs.replace(known, **changes)
        self.snapshot = self.snapshot.with_instance(changed, self.snapshot.revision + 1)

    async def publish(self):
        """All Envoys hold what is known."""
        for proxy in self.proxies.values():
            self._publish(proxy)
        for proxy in self.proxies.values():
            await proxy.settled()

    def _publish(self, proxy):
        proxy.publish((*compile_workload(self.snapshot, proxy.workload), *proxy.secrets))

    # Services and their proxies.

    async def service(self, service, *, instances=(), identity=None, authority=None, proxy=True):
        """A service with apps and, beside them, its Envoy. *instances*: ids, or {id: version}.

        With *identity* or *authority* its Envoy proves something else than it should.
        """
        service = Service(Name(service)) if isinstance(service, str) else service
        self.know(service)
        inbound = []
        versions = instances if isinstance(instances, dict) else dict.fromkeys(instances, "")
        for instance, version in versions.items():
            app = self.apps[instance] = await Backend(name=instance).start()
            self._stack.push_async_callback(app.stop)
            inbound.append(self.inbound(instance, app.port))
            self.register(instance, service.name, inbound[-1].port, version)
        if proxy:
            return await self.proxy(service.name, tuple(inbound), identity, authority)
        return None

    @staticmethod
    def inbound(id, app_port):
        return Inbound(id, "127.0.0.1", free_port(), "127.0.0.1", app_port)

    async def proxy(self, name, inbound=(), identity=None, authority=None, local=()):
        folder = self.dir / str(len(self.proxies))
        workload = Workload(
            name,
            proxy_port=free_port(),
            local_ports=tuple(LocalPort(parse_name(each), free_port()) for each in local),
            inbound=inbound,
            access_log=str(folder / "access.log"),
            call_socket=str(folder / "call.sock"),
        )
        return await self.start(workload, folder, identity, authority)

    async def gateway(self, gateway):
        self.know(gateway)
        folder = self.dir / str(len(self.proxies))
        workload = Workload(gateway.name, gateway=True, access_log=str(folder / "access.log"))
        return await self.start(workload, folder)

    async def start(self, workload, folder, identity=None, authority=None):
        """Starts an Envoy beside *workload*; it is ready when this returns."""
        folder.mkdir()
        authority = authority or self.authority
        feed = Feed()
        proxy = Proxy(workload, folder, feed, DeltaServer(feed, table=MAKE_BEFORE_BREAK))
        self.proxies[workload.id] = proxy
        proxy.secrets = (
            identity_secret(*authority.issue(identity or workload.identity("shop"))),
            trust_secret(self.authority.roots_pem),
        )
        self._publish(proxy)
        await proxy.server.start(folder / "xds.sock")
        self._stack.push_async_callback(proxy.server.stop)
        await self.launch(proxy)
        return proxy

    async def launch(self, proxy):
        boot = bootstrap(
            proxy.workload,
            trust_domain="shop",
            xds_socket=str(proxy.dir / "xds.sock"),
            admin_socket=str(proxy.dir / "admin.sock"),
            host="test",
        )
        (proxy.dir / "bootstrap.pb").write_bytes(messages.serialize(boot))
        proxy.process = await asyncio.create_subprocess_exec(
            str(binary.find(os.environ).path),
            *FLAGS,
            "-c",
            str(proxy.dir / "bootstrap.pb"),
            "--log-path",
            str(proxy.dir / "envoy.log"),
        )
        self._stack.push_async_callback(_end, proxy.process)
        async with asyncio.timeout(10):
            while not await proxy.admin.ready():
                await asyncio.sleep(0.02)
        await proxy.settled()

    # Calls.

    async def call(self, url, *, via, method="GET", **options):
        """A request through *via*'s forward proxy: (status, answer), the answer parsed if JSON."""
        answer = await self.fetch(url, via=via, method=method, **options)
        return answer.status, answer.said

    async def fetch(self, url, *, via=None, method="GET", **options):
        options.setdefault("timeout", aiohttp.ClientTimeout(total=20))
        proxy = via.url if via else None
        async with self.http.request(method, url, proxy=proxy, **options) as response:
            text = await response.text()
            said = text
            if text.startswith("{"):
                said = json.loads(text)
            response.said = said
            return response


async def _end(process):
    if process.returncode is None:
        process.kill()
    await process.wait()
