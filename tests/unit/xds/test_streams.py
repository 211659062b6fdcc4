"""Server and client over a real Unix socket: kills, returns, refusals, slow and silent peers."""

import asyncio
import socket as sockets
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import grpc
import grpc.aio
import pytest

from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import (
    DeltaDiscoveryRequest,
    DeltaDiscoveryResponse,
)
from weft.xds import wire
from weft.xds.client import DeltaClient
from weft.xds.exchange import Entry, Request, Versions
from weft.xds.order import CDS, EDS, MAKE_BEFORE_BREAK, UNORDERED, StreamSession
from weft.xds.server import DeltaServer, Feed, SocketUnusable

DOCUMENT, INSTANCE = "weft.dev/Document", "weft.dev/Instance"


def entries(**versions: str) -> dict[str, Entry]:
    return {name: Entry(version, version.encode()) for name, version in versions.items()}


async def until(condition: Callable[[], object], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.fixture
def socket():
    with TemporaryDirectory(prefix="weft-") as directory:
        yield Path(directory) / "xds.sock"


class Replica:
    """What a client's callbacks leave behind."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, bytes]] = {}
        self.updates: list[tuple[str, set[str], set[str]]] = []
        self.connections: list[bool] = []
        self.refuse: set[bytes] = set()

    def update(self, kind: str, upserts: Mapping[str, Entry], removed: frozenset[str]) -> None:
        for name, entry in upserts.items():
            if entry.body in self.refuse:
                raise ValueError(f"{name} makes no sense")
        self.updates.append((kind, set(upserts), set(removed)))
        mine = self.held.setdefault(kind, {})
        for name in removed:
            mine.pop(name, None)
        mine |= {name: entry.body for name, entry in upserts.items()}

    @asynccontextmanager
    async def following(self, socket: Path, held: wire.Held | None = None, node: str = "host"):
        client = DeltaClient(
            f"unix:{socket}",
            node=node,
            types=(DOCUMENT, INSTANCE),
            on_update=self.update,
            held=held,
            on_connection=self.connections.append,
        )
        task = asyncio.create_task(client.run())
        try:
            yield client
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


class Witness:
    """Notes what a server tells of its peers."""

    def __init__(self) -> None:
        self.said: list[tuple[object, ...]] = []

    def connected(self, peer: str) -> None:
        self.said.append(("connected", peer))

    def disconnected(self, peer: str) -> None:
        self.said.append(("disconnected", peer))

    def accepted(self, peer: str, type_url: str, versions: Versions) -> None:
        self.said.append(("accepted", peer, type_url, dict(versions)))

    def rejected(self, peer: str, type_url: str, versions: Versions, error: str) -> None:
        self.said.append(("rejected", peer, type_url, dict(versions), error))


@asynccontextmanager
async def serving(feed: Feed, socket: Path, **options) -> AsyncIterator[DeltaServer]:
    server = DeltaServer(feed, **options)
    await server.start(socket)
    try:
        yield server
    finally:
        await server.stop()


async def test_client_holds_what_the_server_publishes(socket):
    feed, replica = Feed(), Replica()
    feed.publish({DOCUMENT: entries(a="1", b="1")})
    async with serving(feed, socket) as server, replica.following(socket):
        await until(lambda: len(replica.held) == 2)
        assert replica.held == {DOCUMENT: {"a": b"1", "b": b"1"}, INSTANCE: {}}

        feed.publish({DOCUMENT: entries(a="2"), INSTANCE: entries(i="1")})
        await server.settled(5)

        assert replica.held == {DOCUMENT: {"a": b"2"}, INSTANCE: {"i": b"1"}}
        assert replica.updates[-2:] == [(DOCUMENT, {"a"}, {"b"}), (INSTANCE, {"i"}, set())]


async def test_nobody_is_answered_before_the_first_publish(socket):
    feed, replica = Feed(), Replica()
    async with serving(feed, socket) as server, replica.following(socket):
        await until(lambda: server.streams)
        with pytest.raises(TimeoutError):
            await server.settled(0.1)
        assert replica.updates == []

        feed.publish({})
        await server.settled(5)

        assert {kind for kind, _, _ in replica.updates} == {DOCUMENT, INSTANCE}


async def test_client_outlives_its_server_and_is_sent_only_what_changed(socket):
    replica = Replica()
    first, second = Feed(), Feed()
    first.publish({DOCUMENT: entries(a="1", b="1", c="1")})
    second.publish({DOCUMENT: entries(a="1", b="2")})
    async with AsyncExitStack() as stack:
        async with serving(first, socket) as server:
            await stack.enter_async_context(replica.following(socket))
            await until(lambda: replica.held.get(DOCUMENT) and server.all_settled)
        await until(lambda: replica.connections == [True, False])
        replica.updates.clear()

        async with serving(second, socket) as server:
            await until(lambda: len(replica.updates) == 2 and server.all_settled)

    assert (DOCUMENT, {"b"}, {"c"}) in replica.updates
    assert (INSTANCE, set(), set()) in replica.updates
    assert replica.held[DOCUMENT] == {"a": b"1", "b": b"2"}


SERVER = """
import asyncio, sys
from pathlib import Path
from weft.xds.server import DeltaServer, Feed
from weft.xds.session import Entry

async def serve():
    feed = Feed()
    names = sys.argv[2:]
    feed.publish({"weft.dev/Document": {name: Entry("1", name.encode()) for name in names}})
    await DeltaServer(feed).start(Path(sys.argv[1]))
    await asyncio.Event().wait()

asyncio.run(serve())
"""


@asynccontextmanager
async def server_process(socket: Path, *names: str) -> AsyncIterator[None]:
    """A server of its own, ended as `kill -9` ends it."""
    command = (sys.executable, "-c", SERVER, str(socket), *names)
    process = await asyncio.create_subprocess_exec(*command)
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def test_client_of_a_killed_server_goes_on_with_the_next_one(socket):
    replica = Replica()
    async with replica.following(socket):
        async with server_process(socket, "a", "b"):
            await until(lambda: len(replica.held) == 2)
        await until(lambda: replica.connections == [True, False])
        assert replica.held[DOCUMENT] == {"a": b"a", "b": b"b"}
        replica.updates.clear()

        async with server_process(socket, "a", "c"):
            await until(lambda: len(replica.updates) == 2)

    assert (DOCUMENT, {"c"}, {"b"}) in replica.updates


async def test_what_was_held_before_the_start_is_not_sent(socket):
    feed, replica = Feed(), Replica()
    feed.publish({DOCUMENT: entries(a="1", b="1")})
    held = {DOCUMENT: {"a": "1", "gone": "1"}}
    async with serving(feed, socket) as server, replica.following(socket, held) as client:
        await until(lambda: len(replica.updates) == 2 and server.all_settled)

        assert (DOCUMENT, {"b"}, {"gone"}) in replica.updates
        assert client.held[DOCUMENT] == {"a": "1", "b": "1"}


async def test_refused_resource_is_blamed_alone_and_the_others_arrive(socket):
    feed, replica, witness = Feed(), Replica(), Witness()
    replica.refuse = {b"bad"}
    feed.publish({DOCUMENT: entries(a="1", b="bad", c="1")})
    async with serving(feed, socket, observer=witness) as server, replica.following(socket):
        await until(lambda: server.streams and server.all_settled and len(replica.held) == 2)

        assert replica.held[DOCUMENT] == {"a": b"1", "c": b"1"}
        refusals = [said for said in witness.said if said[0] == "rejected"]
        assert refusals == [("rejected", "host", DOCUMENT, {"b": "bad"}, "b makes no sense")]
        [status] = server.streams
        assert status.refused == {DOCUMENT: {"b": "b makes no sense"}}

        feed.publish({DOCUMENT: entries(a="1", b="good", c="1")})
        await server.settled(5)

        assert replica.held[DOCUMENT]["b"] == b"good"
        assert server.streams[0].refused == {}


async def test_refused_resource_is_not_offered_again_when_the_peer_comes_back(socket):
    feed, witness = Feed(), Witness()
    feed.publish({DOCUMENT: entries(a="bad")})
    async with serving(feed, socket, observer=witness) as server:
        for _ in range(3):
            replica = Replica()
            replica.refuse = {b"bad"}
            async with replica.following(socket):
                await until(lambda: server.streams and server.all_settled)
            await until(lambda: not server.streams)

    assert len([said for said in witness.said if said[0] == "rejected"]) == 1
    assert [said[0] for said in witness.said].count("connected") == 3
    assert [said[0] for said in witness.said].count("disconnected") == 3


async def test_removals_in_a_refused_update_are_taken(socket):
    feed, replica = Feed(), Replica()
    feed.publish({DOCUMENT: entries(a="1")})
    async with serving(feed, socket) as server, replica.following(socket) as client:
        await until(lambda: replica.held.get(DOCUMENT) and server.all_settled)
        replica.refuse = {b"bad"}

        feed.publish({DOCUMENT: entries(b="bad")})
        await server.settled(5)

        assert replica.held[DOCUMENT] == {}
        assert client.held[DOCUMENT] == {}


async def test_large_target_arrives_in_messages_below_the_default_limit(socket):
    feed, replica = Feed(), Replica()
    feed.publish({DOCUMENT: {f"d{n}": Entry("1", b"x" * 500_000) for n in range(20)}})
    async with serving(feed, socket) as server, replica.following(socket):
        await until(lambda: server.streams and server.all_settled)

    sizes = [len(names) for kind, names, _ in replica.updates if kind == DOCUMENT]
    assert sum(sizes) == 20
    assert max(sizes) * 500_000 < 4 << 20


async def test_only_this_user_may_use_the_socket(socket):
    async with serving(Feed(), socket):
        assert socket.stat().st_mode & 0o777 == 0o600


async def test_socket_that_a_killed_server_left_behind_is_replaced(socket):
    with sockets.socket(sockets.AF_UNIX) as dead:
        dead.bind(str(socket))

    async with serving(Feed(), socket):
        assert socket.is_socket()


async def test_socket_of_a_living_server_is_not_taken_over(socket):
    async with serving(Feed(), socket):
        with pytest.raises(SocketUnusable) as raised:
            await DeltaServer(Feed()).start(socket)

    assert raised.value.why == "another process listens on it"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/nowhere/at/all/xds.sock", "No such file or directory"),
        (f"/tmp/{'x' * 120}", "AF_UNIX path too long"),
    ],
)
async def test_socket_that_cannot_be_made_is_explained(path, why):
    with pytest.raises(SocketUnusable) as raised:
        await DeltaServer(Feed()).start(Path(path))

    assert raised.value.why == why


async def test_server_with_streams_stops_within_a_second(socket):
    feed, replica = Feed(), Replica()
    feed.publish({})
    server = DeltaServer(feed)
    await server.start(socket)
    async with replica.following(socket):
        await until(lambda: server.streams and server.all_settled)
        before = time.monotonic()

        await server.stop()

        assert time.monotonic() - before < 1
        assert server.streams == ()


# Peers that don't do as they should


class RawPeer:
    """A peer that does only what a test says."""

    def __init__(self, call: grpc.aio.StreamStreamCall) -> None:
        self._call = call

    @classmethod
    @asynccontextmanager
    async def connected(cls, socket: Path) -> AsyncIterator["RawPeer"]:
        options = [("grpc.use_local_subchannel_pool", 1)]
        async with grpc.aio.insecure_channel(f"unix:{socket}", options=options) as channel:
            open_stream = channel.stream_stream(
                f"/{wire.SERVICE}/{wire.METHOD}",
                request_serializer=DeltaDiscoveryRequest.SerializeToString,
                response_deserializer=DeltaDiscoveryResponse.FromString,
            )
            yield cls(open_stream())

    async def say(self, type_url: str, **fields) -> None:
        await self._call.write(DeltaDiscoveryRequest(type_url=type_url, **fields))

    async def hear(self, seconds: float = 5) -> DeltaDiscoveryResponse:
        async with asyncio.timeout(seconds):
            return await self._call.read()

    async def accept(self, response: DeltaDiscoveryResponse) -> None:
        await self.say(response.type_url, response_nonce=response.nonce)


async def test_unknown_name_is_answered_within_100_ms(socket):
    feed = Feed()
    feed.publish({})
    async with serving(feed, socket, table=MAKE_BEFORE_BREAK), RawPeer.connected(socket) as peer:
        await peer.say(EDS, resource_names_subscribe=["ghost"])
        before = time.monotonic()
        response = await peer.hear()

        assert response.removed_resources == ["ghost"]
        assert time.monotonic() - before < 0.1


async def test_silent_peer_is_reported_and_still_sent_news(socket):
    feed, stalled = Feed(), []
    feed.publish({CDS: entries(a="1")})
    async with (
        serving(
            feed,
            socket,
            table=MAKE_BEFORE_BREAK,
            stalled=lambda peer, kind: stalled.append((peer, kind)),
            patience_s=0.1,
        ) as server,
        RawPeer.connected(socket) as peer,
    ):
        await peer.say(CDS, node={"id": "mute"})
        await peer.hear()
        feed.publish({CDS: entries(a="2")})
        news = await peer.hear()

        assert [resource.version for resource in news.resources] == ["2"]
        assert stalled[0] == ("mute", CDS)
        assert server.streams[0].silent == {CDS}
        await peer.accept(news)
        await until(lambda: server.streams[0].silent == set())
        assert server.all_settled


async def test_peer_that_does_not_read_costs_no_memory_and_gets_the_newest_state(socket):
    feed = Feed()
    feed.publish({DOCUMENT: {"d": Entry("0", b"")}})
    async with serving(feed, socket, patience_s=0.01) as server, RawPeer.connected(socket) as peer:
        await peer.say(DOCUMENT, resource_names_subscribe=["*"])
        await until(lambda: server.streams)
        for version in range(1, 60):
            feed.publish({DOCUMENT: {"d": Entry(str(version), b"x" * (1 << 20))}})
            await asyncio.sleep(0.01)
        heard = []
        while not heard or heard[-1] != "59":
            response = await peer.hear()
            heard += [resource.version for resource in response.resources]
            await peer.accept(response)

    assert len(heard) < 30


async def test_peer_that_takes_nothing_off_its_stream_is_cut_off(socket):
    feed = Feed()
    feed.publish({DOCUMENT: {f"d{n}": Entry("1", b"x" * (3 << 20)) for n in range(20)}})
    async with (
        serving(feed, socket, patience_s=0.01, slow_reader_s=0.2) as server,
        RawPeer.connected(socket) as peer,
    ):
        await peer.say(DOCUMENT, resource_names_subscribe=["*"])
        await until(lambda: server.streams)
        await until(lambda: not server.streams)


async def test_one_change_reaches_200_streams(socket):
    """Prints how long it takes until every one has acknowledged it."""
    feed = Feed()
    documents = {f"d{n}": Entry("1", b"x" * 500) for n in range(200)}
    feed.publish({DOCUMENT: documents})
    replicas = [Replica() for _ in range(200)]
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(serving(feed, socket))
        for number, replica in enumerate(replicas):
            await stack.enter_async_context(replica.following(socket, node=f"host-{number}"))
        await until(lambda: len(server.streams) == 200 and server.all_settled, 60)
        before = time.perf_counter()

        feed.publish({DOCUMENT: {**documents, "d7": Entry("2", b"y" * 500)}})
        await server.settled(20)

        print(f"\n200 streams, one change: {(time.perf_counter() - before) * 1000:.0f} ms")
    assert all(replica.held[DOCUMENT]["d7"] == b"y" * 500 for replica in replicas)


async def test_what_an_old_stream_presumes_does_not_count_for_the_new_one():
    """A peer is back before its old connection was found dead."""
    server, old, new = DeltaServer(Feed()), entries(d="1"), entries(d="2")
    first, second = (StreamSession(UNORDERED, server._memory("a"), {DOCUMENT: old}) for _ in "ab")
    for session in (first, second):
        session.request(DOCUMENT, Request(("*",)))
        session.advance()
    second.request(DOCUMENT, Request(nonce="1"))
    for session in (first, second):
        session.publish({DOCUMENT: new}, {DOCUMENT: frozenset("d")})

    for _ in range(2):  # nobody answers there any more
        first.waited_too_long(DOCUMENT)
        first.advance()

    assert [push.versions for _, push in second.advance()] == [{"d": "2"}]
