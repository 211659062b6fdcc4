"""The delta server and a real Envoy: what arrives, what is resent, what a bad resource does."""

import asyncio
import contextlib
import os
import socket as sockets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import grpc
import grpc.aio
import pytest

from weft.compile.bootstrap import bootstrap
from weft.envoy import messages
from weft.envoy.admin import Admin, AdminUnreachable
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import DeltaDiscoveryRequest
from weft.envoy.binary import find
from weft.model.names import Name
from weft.model.workload import Workload
from weft.xds import wire
from weft.xds.exchange import Entry, Push, Versions
from weft.xds.order import CDS, EDS, LDS, MAKE_BEFORE_BREAK, RDS
from weft.xds.server import DeltaServer, Feed

HCM = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3"
ADS = {"ads": {}, "resource_api_version": "V3"}


def entry(value: Mapping[str, object], kind: type) -> Entry:
    body = messages.serialize(messages.from_dict(value, kind))
    return Entry(messages.version_of(body), body)


def cluster(name: str, **more: object) -> Entry:
    base = {
        "name": name,
        "type": "EDS",
        "eds_cluster_config": {"eds_config": ADS},
        "connect_timeout": "1s",
    }
    return entry({**base, **more}, Cluster)


def poison(name: str) -> Entry:
    """Well-formed, and refused only after Envoy has put it among the warming ones."""
    sizes = {"minimum_ring_size": 2048, "maximum_ring_size": 1024}
    return cluster(name, lb_policy="RING_HASH", ring_hash_lb_config=sizes)


def endpoints(name: str, *ports: int) -> Entry:
    hosts = [
        {"endpoint": {"address": {"socket_address": {"address": "127.0.0.1", "port_value": p}}}}
        for p in ports
    ]
    value = {"cluster_name": name, "endpoints": [{"lb_endpoints": hosts}]}
    return entry(value, ClusterLoadAssignment)


def route(name: str, to: str, **more: object) -> Entry:
    rule = {"match": {"prefix": "/"}, "route": {"cluster": to}, **more}
    hosts = [{"name": "all", "domains": ["*"], "routes": [rule]}]
    return entry({"name": name, "virtual_hosts": hosts}, RouteConfiguration)


def bad_route(name: str) -> Entry:
    """A regular expression that RE2 does not take."""
    match = {"safe_regex": {"regex": "(("}}
    hosts = [
        {
            "name": "all",
            "domains": ["*"],
            "routes": [{"match": match, "route": {"cluster": "a"}}],
        }
    ]
    return entry({"name": name, "virtual_hosts": hosts}, RouteConfiguration)


def listener(name: str, port: int, routes: str) -> Entry:
    router = {"@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}
    manager = {
        "@type": f"{HCM}.HttpConnectionManager",
        "stat_prefix": name,
        "rds": {"route_config_name": routes, "config_source": ADS},
        "http_filters": [{"name": "envoy.filters.http.router", "typed_config": router}],
    }
    address = {"socket_address": {"address": "127.0.0.1", "port_value": port}}
    filters = [{"name": "http", "typed_config": manager}]
    value = {"name": name, "address": address, "filter_chains": [{"filters": filters}]}
    return entry({**value, "enable_reuse_port": False}, Listener)


def free_port() -> int:
    with sockets.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def backend(answer: str) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await reader.readuntil(b"\r\n\r\n")
                head = f"HTTP/1.1 200 OK\r\ncontent-length: {len(answer)}\r\n\r\n"
                writer.write(head.encode() + answer.encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def get(port: int) -> tuple[int, str]:
    """One request: its status and body; 0 if nobody listens."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError as error:
        return 0, str(error)
    writer.write(b"GET / HTTP/1.1\r\nhost: mesh\r\nconnection: close\r\n\r\n")
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    return int(head.split()[1]) if head else 0, body.decode()


class Load:
    """Requests without a pause; counts every answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.seen: dict[tuple[int, str], int] = {}

    @property
    def failures(self) -> dict[tuple[int, str], int]:
        return {answer: count for answer, count in self.seen.items() if answer[0] != 200}

    async def __aenter__(self) -> "Load":
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            answer = await get(self.port)
            self.seen[answer] = self.seen.get(answer, 0) + 1


class Witness:
    def __init__(self) -> None:
        self.rejected_ones: list[tuple[str, str, str]] = []
        self.pushed: list[tuple[str, tuple[str, ...]]] = []
        self.streams = 0

    def connected(self, _: str) -> None:
        self.streams += 1

    def disconnected(self, _: str) -> None:
        self.streams -= 1

    def accepted(self, _: str, type_url: str, versions: Versions) -> None:
        if versions:
            self.pushed.append((type_url, tuple(sorted(versions))))

    def rejected(self, _: str, type_url: str, versions: Versions, error: str) -> None:
        self.rejected_ones += [(type_url, name, error) for name in versions]


class Rig:
    """One Envoy, and the socket that feeds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "xds.sock"
        self.admin = Admin(folder / "admin.sock")
        self.log = folder / "envoy.log"

    @asynccontextmanager
    async def envoy(self) -> AsyncIterator[None]:
        start = bootstrap(
            Workload(Name("web")),
            trust_domain="test",
            xds_socket=str(self.socket),
            admin_socket=str(self.folder / "admin.sock"),
            host="here",
        )
        file = self.folder / "bootstrap.pb"
        file.write_bytes(messages.serialize(start))
        flags = ("--disable-hot-restart", "--concurrency", "1", "--log-level", "warning")
        with self.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                str(find(os.environ).path), "-c", str(file), *flags, stdout=log, stderr=log
            )
        try:
            yield
        finally:
            process.terminate()
            await process.wait()

    @asynccontextmanager
    async def serving(self, feed: Feed, **options) -> AsyncIterator[tuple[DeltaServer, Witness]]:
        witness = Witness()
        server = DeltaServer(feed, table=MAKE_BEFORE_BREAK, observer=witness, **options)
        await server.start(self.socket)
        try:
            yield server, witness
        finally:
            await server.stop()

    async def stats(self, pattern: str) -> dict[str, float]:
        families = await self.admin.stats(pattern, used_only=False)
        return {
            family.name: sum(m.counter.value + m.gauge.value for m in family.metric)
            for family in families
        }

    async def version_of(self, name: str) -> str | None:
        """Which of two bodies a cluster has now, by its connect timeout."""
        dump = await self.admin.config_dump("dynamic_active_clusters")
        for each in dump.get("configs", []):
            if each["cluster"]["name"] == name:
                return str(each["cluster"]["connect_timeout"])
        return None

    async def has(self, name: str, version: str | None) -> bool:
        return await self.version_of(name) == version

    async def answers_for_everything(self, server: DeltaServer) -> bool:
        return server.all_settled and not server.streams[0].silent

    async def admin_answers(self) -> bool:
        try:
            return bool(await self.admin.server_info())
        except AdminUnreachable:
            return False

    async def until(self, condition, seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while not await condition():
                await asyncio.sleep(0.02)

    async def until_answered(self, port: int, wanted: tuple[int, str]) -> None:
        async def answered() -> bool:
            return await get(port) == wanted

        await self.until(answered)

    async def until_settled(self, server: DeltaServer, witness: Witness) -> None:
        async def settled() -> bool:
            return witness.streams > 0 and server.all_settled

        await self.until(settled, 20)


@pytest.fixture
def rig():
    with TemporaryDirectory(prefix="weft-xds-") as folder:
        yield Rig(Path(folder))


class NaiveServer:
    """Sends clusters as they come and never takes one back; answers for all endpoints."""

    def __init__(self, eds: Mapping[str, Entry]) -> None:
        self.eds = eds
        self.refused = asyncio.Event()
        self.context: grpc.aio.ServicerContext | None = None
        self.writing = asyncio.Lock()

    @asynccontextmanager
    async def serving(self, socket: Path) -> AsyncIterator["NaiveServer"]:
        server = grpc.aio.server(options=[("grpc.so_reuseport", 0)])
        method = grpc.stream_stream_rpc_method_handler(
            self._serve, request_deserializer=DeltaDiscoveryRequest.FromString
        )
        handler = grpc.method_handlers_generic_handler(wire.SERVICE, {wire.METHOD: method})
        server.add_generic_rpc_handlers((handler,))
        server.add_insecure_port(f"unix:{socket}")
        await server.start()
        try:
            yield self
        finally:
            await server.stop(None)

    async def push(self, kind: str, nonce: str, **upsert: Entry) -> None:
        async with self.writing:
            await self.context.write(wire.write_push(kind, Push(nonce, upsert)))

    async def _serve(self, requests, context: grpc.aio.ServicerContext) -> None:
        self.context = context
        async for request in requests:
            if request.HasField("error_detail"):
                self.refused.set()
            names = set(request.resource_names_subscribe) & self.eds.keys()
            if request.type_url == EDS and names:
                await self.push(EDS, "e", **{name: self.eds[name] for name in names})
            elif request.type_url == LDS and not request.response_nonce:
                await self.push(LDS, "l")


def mesh(port: int, to: str, **clusters: tuple[Entry, Entry]) -> dict[str, dict[str, Entry]]:
    return {
        CDS: {name: pair[0] for name, pair in clusters.items()},
        EDS: {name: pair[1] for name, pair in clusters.items()},
        LDS: {"out": listener("out", port, "out")},
        RDS: {"out": route("out", to)},
    }


async def test_whole_configuration_arrives_and_a_route_moves_without_a_failure(rig):
    port, feed = free_port(), Feed()
    async with backend("a") as a, backend("b") as b, rig.serving(feed) as (server, witness):
        one = mesh(port, "a", a=(cluster("a"), endpoints("a", a)))
        two = mesh(port, "b", b=(cluster("b"), endpoints("b", b)))
        feed.publish(one)
        async with rig.envoy():
            await rig.until_answered(port, (200, "a"))
            async with Load(port) as load:
                for _ in range(25):
                    for target in (two, one):
                        feed.publish(target)
                        await server.settled(10)
            dump = await rig.admin.config_dump("dynamic_active_clusters")

    assert load.failures == {}
    assert {"a", "b"} == {body for _, body in load.seen}
    assert [each["cluster"]["name"] for each in dump["configs"]] == ["a"]
    assert witness.rejected_ones == []


async def test_without_the_order_requests_do_fail(rig):
    """The control of the test above."""
    port, feed = free_port(), Feed()
    server = DeltaServer(feed)
    await server.start(rig.socket)
    async with backend("a") as a, backend("b") as b:
        one = mesh(port, "a", a=(cluster("a"), endpoints("a", a)))
        two = mesh(port, "b", b=(cluster("b"), endpoints("b", b)))
        feed.publish(one)
        async with rig.envoy():
            await rig.until_answered(port, (200, "a"))
            async with Load(port) as load, asyncio.timeout(30):
                while not load.failures:
                    for target in (two, one):
                        feed.publish(target)
                        await server.settled(10)
    await server.stop()

    assert {status for status, _ in load.failures} == {503}


async def test_returned_server_resends_nothing_and_drains_nothing(rig):
    port = free_port()
    watched = r"^(listener_manager|cluster_manager|cluster\.a\.update|http\.out\.rds)"
    async with backend("a") as a:
        target = mesh(port, "a", a=(cluster("a"), endpoints("a", a)))
        first = Feed()
        first.publish(target)
        async with rig.envoy():
            async with rig.serving(first) as (server, witness):
                await rig.until_answered(port, (200, "a"))
                await server.settled(10)
                before = await rig.stats(watched)
            async with Load(port) as load:
                second = Feed()
                second.publish({kind: dict(named) for kind, named in target.items()})
                async with rig.serving(second) as (server, witness):
                    await rig.until_settled(server, witness)
                    held = server.streams[0].acknowledged
                    after = await rig.stats(watched)
                    pushed = list(witness.pushed)

                    changed = {
                        **target,
                        RDS: {"out": route("out", "a", decorator={"operation": "changed"})},
                    }
                    second.publish(changed)
                    await server.settled(2)
                    moved = await rig.stats(watched)

    assert pushed == []
    assert set(held[CDS]) == {"a"}
    assert load.failures == {}
    for name in (
        "envoy_listener_manager_listener_added",
        "envoy_listener_manager_listener_modified",
        "envoy_listener_manager_listener_removed",
        "envoy_cluster_manager_cluster_added",
        "envoy_cluster_manager_cluster_modified",
        "envoy_cluster_manager_cluster_removed",
        "envoy_cluster_update_success",
        "envoy_http_rds_update_success",
    ):
        assert after[name] == before[name], name
    assert after["envoy_listener_manager_total_listeners_draining"] == 0
    assert moved["envoy_http_rds_update_success"] == after["envoy_http_rds_update_success"] + 1


async def test_bad_cluster_among_good_ones_harms_only_itself(rig):
    port, feed = free_port(), Feed()
    async with backend("a") as a, rig.serving(feed) as (server, witness), rig.envoy():
        good = {name: (cluster(name), endpoints(name, a)) for name in "abc"}
        feed.publish(mesh(port, "a", **good))
        await rig.until_answered(port, (200, "a"))
        await server.settled(10)

        news = {name: (cluster(name, connect_timeout="2s"), endpoints(name, a)) for name in "abc"}
        news["b"] = (cluster("b", dns_refresh_rate="0s"), endpoints("b", a))
        async with Load(port) as load:
            feed.publish(mesh(port, "a", **news))
            await server.settled(10)

        assert [(kind, name) for kind, name, _ in witness.rejected_ones] == [(CDS, "b")]
        assert [await rig.version_of(name) for name in "abc"] == ["2s", "1s", "2s"]
        assert load.failures == {}
        fixed = {**news, "b": (cluster("b", connect_timeout="2s"), endpoints("b", a))}
        feed.publish(mesh(port, "a", **fixed))
        await server.settled(2)
        assert await rig.version_of("b") == "2s"


async def test_bad_route_keeps_its_last_good_version_and_the_cluster_that_this_needs(rig):
    port, feed = free_port(), Feed()
    async with backend("a") as a, backend("b") as b, rig.serving(feed) as (server, witness):
        feed.publish(mesh(port, "a", a=(cluster("a"), endpoints("a", a))))
        async with rig.envoy():
            await rig.until_answered(port, (200, "a"))
            await server.settled(10)
            bad = mesh(port, "b", b=(cluster("b"), endpoints("b", b)))
            async with Load(port) as load:
                feed.publish({**bad, RDS: {"out": bad_route("out")}})
                await server.settled(10)

                assert [name for _, name, _ in witness.rejected_ones] == ["out"]
                assert await rig.version_of("a") == "1s"
                feed.publish(bad)
                await rig.until_answered(port, (200, "b"))
                await server.settled(10)
            assert await rig.version_of("a") is None

    assert load.failures == {}


async def test_cluster_that_is_refused_late_is_taken_back_and_blocks_nothing(rig):
    """It would stay among the warming ones, and clusters would be acknowledged no more."""
    port, feed = free_port(), Feed()
    async with backend("a") as a, rig.serving(feed) as (server, witness), rig.envoy():
        good = {"a": (cluster("a"), endpoints("a", a))}
        feed.publish(mesh(port, "a", **good))
        await rig.until_answered(port, (200, "a"))

        bad = {**good, "p": (poison("p"), endpoints("p", a))}
        feed.publish(mesh(port, "a", **bad))
        await server.settled(10)
        assert [name for _, name, _ in witness.rejected_ones] == ["p"]

        feed.publish(mesh(port, "b", **bad, b=(cluster("b"), endpoints("b", a))))
        await server.settled(2)
        assert await rig.version_of("b") == "1s"
        assert server.streams[0].silent == frozenset()


async def test_envoy_stuck_on_a_cluster_gets_all_news_and_is_freed_by_a_new_version(rig):
    """Such an Envoy asks for everything but clusters, and acknowledges none."""
    port, feed, silent = free_port(), Feed(), []
    async with backend("a") as a, rig.envoy():
        eds = {name: endpoints(name, a) for name in "abcp"}
        async with NaiveServer(eds).serving(rig.socket) as naive:
            await rig.until(rig.admin_answers)
            await naive.push(CDS, "1", a=cluster("a"))
            await rig.until(lambda: rig.has("a", "1s"))
            await naive.push(CDS, "2", p=poison("p"))
            await naive.refused.wait()
            await naive.push(CDS, "3", c=cluster("c"))
            await rig.until(lambda: rig.has("c", "1s"))
        clusters = {name: (cluster(name), endpoints(name, a)) for name in "ab"}
        feed.publish(mesh(port, "b", **clusters))
        async with rig.serving(feed, stalled=lambda _, kind: silent.append(kind)) as (server, _):
            await rig.until(lambda: rig.has("b", "1s"), 5)
            await rig.until_answered(port, (200, "a"))
            await rig.until(lambda: rig.has("c", None), 5)
            clusters["a"] = (cluster("a", connect_timeout="2s"), clusters["a"][1])
            feed.publish(mesh(port, "b", **clusters))
            await rig.until(lambda: rig.has("a", "2s"), 5)
            assert server.streams[0].silent == {CDS}

            feed.publish(mesh(port, "b", **clusters, p=(cluster("p"), endpoints("p", a))))
            await rig.until(lambda: rig.answers_for_everything(server), 5)
    assert CDS in silent
