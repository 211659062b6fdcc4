"""What agents ask, over real gRPC on a Unix socket, with a real store behind it."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import grpc
import grpc.aio
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from msgspec import Struct
from msgspec.structs import replace

from weft.api import agent
from weft.api.agent import EdgeTotals, Join, Joined, Leave, Report, Sign
from weft.identity.authority import Authority
from weft.model.catalog import Health, Instance, Service
from weft.model.document import Document, Mesh
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.wire import decode
from weft.registry.watch import Registry
from weft.server.control import Control, handler
from weft.server.hosts import Hosts
from weft.server.publish import Publisher
from weft.store.sqlite import SQLiteStore
from weft.telemetry.logs import LogFile, open_log
from weft.telemetry.window import Window
from weft.xds.client import DeltaClient
from weft.xds.server import DeltaServer, Feed

A = TypeVar("A", bound=Struct)

ORDERS, PUBLIC = Name("orders"), Name("public")
MESH = (
    Document(Mesh("shop", certificate_life_s=600)),
    Document(Service(ORDERS)),
    Document(Gateway(PUBLIC, "127.0.0.1", 8080, ())),
)
JOIN = Join("laptop", "boot", "127.0.0.1", pid=7)
INSTANCE = Instance(ORDERS, "orders-1", "127.0.0.1", 9000, health=Health.HEALTHY)


@dataclass
class Plane:
    """A control plane without HTTP."""

    registry: Registry
    store: SQLiteStore
    hosts: Hosts
    window: Window
    control: Control
    socket: Path
    channel: grpc.aio.Channel
    log: Path

    async def ask(self, method: agent.Method[Any, A], question: Struct) -> A:
        call = self.channel.unary_unary(method.path)
        try:
            return decode(await call(agent.encode(question), timeout=10), method.answer)
        except grpc.aio.AioRpcError as error:
            raise agent.decode_error(error.details() or "") from error

    async def join(self) -> Joined:
        return await self.ask(agent.JOIN, JOIN)

    async def report(self, lease: str, sequence: int, *instances: Instance) -> agent.Reported:
        return await self.ask(
            agent.REPORT, Report("laptop", "boot", lease, sequence, instances=instances)
        )


@pytest.fixture
def short() -> Any:
    """A path for sockets may have 108 bytes, and pytest's own are long."""
    path = Path(tempfile.mkdtemp(prefix="weft-"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
async def plane(tmp_path: Path, short: Path) -> AsyncIterator[Plane]:
    store = await SQLiteStore.open(tmp_path / "store.db")
    registry = Registry(store)
    await registry.start()
    await registry.apply("shop.yaml", MESH)
    authority = Authority.open(tmp_path / "ca", "shop")
    hosts, window = Hosts(10), Window()
    control = Control(
        registry=registry,
        store=store,
        authority=authority,
        hosts=hosts,
        window=window,
        log=open_log(LogFile(tmp_path / "log")),
        monotonic=asyncio.get_running_loop().time,
        heard=lambda: None,
    )
    feed = Feed()
    publisher = Publisher(feed, authority.roots_pem)
    changes = registry.changes()
    publisher.publish(*await anext(changes))
    server = DeltaServer(feed, handlers=[handler(control)])
    await server.start(short / "a.sock")

    async def follow() -> None:
        async for snapshot, changed in changes:
            publisher.publish(snapshot, changed)

    following = asyncio.create_task(follow())
    async with grpc.aio.insecure_channel(f"unix:{short / 'a.sock'}") as channel:
        yield Plane(
            registry, store, hosts, window, control, short / "a.sock", channel, tmp_path / "log"
        )
    following.cancel()
    await server.stop()
    await registry.close()
    await store.close()


def csr(*, identity: str = "spiffe://evil/ns/default/service/root", key: Any = None) -> str:
    key = key or ec.generate_private_key(ec.SECP256R1())
    return (
        x509.CertificateSigningRequestBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "evil")]))
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(identity)]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
        .public_bytes(Encoding.PEM)
        .decode()
    )


async def test_a_host_that_joins_learns_what_it_needs(plane: Plane):
    joined = await plane.join()

    assert (joined.trust_domain, joined.certificate_life_s) == ("shop", 600)
    assert joined.ttl_s == 10
    assert "BEGIN CERTIFICATE" in joined.roots_pem


async def test_a_report_puts_the_hosts_instances_into_the_registry(plane: Plane):
    joined = await plane.join()

    reported = await plane.report(joined.lease, 1, INSTANCE)

    assert reported == agent.Reported(known=True)
    (found,) = plane.registry.snapshot.instances[ORDERS]
    assert found == replace(INSTANCE, host="laptop")


async def test_an_unchanged_report_writes_nothing(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)
    revision = plane.store.revision

    for sequence in range(2, 7):
        await plane.report(joined.lease, sequence, replace(INSTANCE, probe_ms=float(sequence)))

    assert plane.store.revision == revision


async def test_what_a_report_leaves_out_is_gone(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE, replace(INSTANCE, id="orders-2"))

    await plane.report(joined.lease, 2, INSTANCE)

    assert [i.id for i in plane.registry.snapshot.instances[ORDERS]] == ["orders-1"]


async def test_an_overtaken_report_does_not_undo_the_newer_one(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 2, INSTANCE)

    assert (await plane.report(joined.lease, 1)).known

    assert ORDERS in plane.registry.snapshot.instances


async def test_a_report_under_an_unknown_lease_is_told_to_join_again(plane: Plane):
    joined = await plane.join()
    await plane.join()

    assert not (await plane.report("made up", 1, INSTANCE)).known
    assert not (await plane.report(joined.lease, 1, INSTANCE)).known
    assert ORDERS not in plane.registry.snapshot.instances


async def test_another_host_cannot_take_an_instance_and_hears_who_has_it(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)
    other = await plane.ask(agent.JOIN, Join("attic", "boot", "10.0.0.2"))

    reported = await plane.ask(
        agent.REPORT, Report("attic", "boot", other.lease, 1, instances=(INSTANCE,))
    )

    assert "laptop" in reported.conflicts[0]
    assert plane.registry.snapshot.instances[ORDERS][0].host == "laptop"


async def test_a_host_cannot_speak_through_anothers_lease(plane: Plane):
    joined = await plane.join()
    await plane.ask(agent.JOIN, Join("attic", "boot", "10.0.0.2"))

    reported = await plane.ask(agent.REPORT, Report("attic", "boot", joined.lease, 1))

    assert not reported.known


async def test_totals_of_edges_reach_the_window(plane: Plane):
    joined = await plane.join()
    totals = EdgeTotals(Name("web"), Target(ORDERS), requests=5)

    await plane.ask(agent.REPORT, Report("laptop", "boot", joined.lease, 1, edges=(totals,)))

    (edge,) = plane.window.edges()
    assert plane.window.totals(edge) == (totals,)


async def test_an_agent_that_starts_again_keeps_its_instances_without_a_gap(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)
    seen = []
    changes = plane.registry.changes()
    await anext(changes)

    async def look() -> None:
        async for snapshot, _ in changes:
            seen.append(ORDERS in snapshot.instances)

    looking = asyncio.create_task(look())
    again = await plane.ask(agent.JOIN, replace(JOIN, boot="second"))
    await plane.ask(agent.REPORT, Report("laptop", "second", again.lease, 1, instances=(INSTANCE,)))
    await plane.store.revoke(joined.lease)  # as if the old lease had run out
    await plane.registry.apply("other", [Document(Service(Name("later")))])
    looking.cancel()

    assert all(seen)
    assert ORDERS in plane.registry.snapshot.instances


async def test_leaving_removes_the_hosts_instances_at_once(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)

    await plane.ask(agent.LEAVE, Leave("laptop", joined.lease))

    assert plane.registry.snapshot.instances == {}
    assert plane.hosts.all() == ()
    assert not (await plane.report(joined.lease, 2, INSTANCE)).known


async def test_leaving_with_a_wrong_lease_does_nothing(plane: Plane):
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)

    await plane.ask(agent.LEAVE, Leave("laptop", "made up"))

    assert ORDERS in plane.registry.snapshot.instances


async def test_the_identity_comes_from_the_registration_and_nothing_from_the_request(plane: Plane):
    await plane.join()

    signed = await plane.ask(agent.SIGN, Sign("laptop", ORDERS, csr()))

    certificate = x509.load_pem_x509_certificates(signed.chain_pem.encode())[0]
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert list(names) == [
        x509.UniformResourceIdentifier("spiffe://shop/ns/default/service/orders")
    ]
    constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert not constraints.ca
    assert "evil" not in certificate.subject.rfc4514_string()
    assert certificate.not_valid_after_utc.timestamp() == pytest.approx(signed.not_after, abs=1)


async def test_a_request_that_overtakes_the_join_waits_for_it(plane: Plane):
    asked = asyncio.create_task(plane.ask(agent.SIGN, Sign("laptop", ORDERS, csr())))
    await asyncio.sleep(0)

    await plane.join()

    assert (await asked).chain_pem
    assert "signing refused" not in plane.log.read_text()


async def test_a_gateway_has_an_identity_that_no_service_has(plane: Plane):
    await plane.join()

    signed = await plane.ask(agent.SIGN, Sign("laptop", PUBLIC, csr(), gateway=True))

    certificate = x509.load_pem_x509_certificates(signed.chain_pem.encode())[0]
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.UniformResourceIdentifier) == [
        "spiffe://shop/ns/default/gateway/public"
    ]


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        (Sign("laptop", Name("nobody"), "x"), "not-registered"),
        (Sign("laptop", PUBLIC, "x"), "not-registered"),
        (Sign("laptop", ORDERS, "x", gateway=True), "not-registered"),
        (Sign("stranger", ORDERS, "x"), "not-joined"),
        (Sign("laptop", ORDERS, "not a request"), "csr-refused"),
    ],
)
async def test_what_is_not_registered_gets_no_certificate(plane: Plane, sign: Sign, code: str):
    await plane.join()

    with pytest.raises(agent.Refused) as caught:
        await plane.ask(agent.SIGN, sign)

    assert caught.value.code == code
    assert "signing refused" in plane.log.read_text()


@pytest.mark.parametrize("host", ["", "../x", "a b", "a\n", "x" * 300])
async def test_a_host_has_a_name_that_can_be_one(plane: Plane, host: str):
    with pytest.raises(agent.Refused) as caught:
        await plane.ask(agent.JOIN, replace(JOIN, host=host))

    assert caught.value.code == "bad-host"


async def test_what_is_not_understood_is_refused_and_the_server_goes_on(plane: Plane):
    call = plane.channel.unary_unary(agent.JOIN.path)

    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await call(b'{"host": 7}')

    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert (await plane.join()).lease


async def test_the_log_holds_no_key_and_no_lease(plane: Plane):
    joined = await plane.join()
    await plane.ask(agent.SIGN, Sign("laptop", ORDERS, csr()))

    text = plane.log.read_text()
    assert "certificate signed" in text
    assert joined.lease not in text
    assert "BEGIN" not in text


async def test_agents_are_streamed_documents_instances_and_trust(plane: Plane):
    held: dict[str, dict[str, bytes]] = {}
    news = asyncio.Event()

    def update(type_url: str, upserts: Any, removed: frozenset[str]) -> None:
        mine = held.setdefault(type_url, {})
        mine.update({name: entry.body for name, entry in upserts.items()})
        for name in removed:
            mine.pop(name, None)
        news.set()

    async def until(name: str, *, there: bool) -> None:
        async with asyncio.timeout(10):
            while (name in held.get(agent.INSTANCES, {})) is not there or len(held) < 3:
                news.clear()
                await news.wait()

    client = DeltaClient(
        f"unix:{plane.socket}",
        node="laptop",
        types=(agent.DOCUMENTS, agent.INSTANCES, agent.TRUST),
        on_update=update,
    )
    running = asyncio.create_task(client.run())
    joined = await plane.join()
    await plane.report(joined.lease, 1, INSTANCE)
    await until("default/orders/orders-1", there=True)

    assert set(held[agent.DOCUMENTS]) == {
        "Mesh/mesh",
        "Service/default/orders",
        "Gateway/default/public",
    }
    assert decode(held[agent.TRUST][agent.TRUST_NAME], agent.Trust).roots_pem == joined.roots_pem
    assert decode(held[agent.INSTANCES]["default/orders/orders-1"], Instance).host == "laptop"

    await plane.report(joined.lease, 2)
    await until("default/orders/orders-1", there=False)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_one_odd_instance_of_a_report_spoils_no_other(plane: Plane):
    joined = await plane.join()
    odd = (
        replace(INSTANCE, id="a/b"),
        replace(INSTANCE, id="a\nb"),
        replace(INSTANCE, service=Name("or/ders")),
        replace(INSTANCE, id="orders-2", port=10**9),
        INSTANCE,
    )

    said = await plane.report(joined.lease, 1, INSTANCE, *odd)

    assert plane.registry.snapshot.instances == {ORDERS: (replace(INSTANCE, host="laptop"),)}
    assert len(said.conflicts) == len(odd)
    assert "'orders-1' of 'default/orders' was refused: it is there twice" in said.conflicts[-1]


async def test_counts_that_make_no_sense_are_left_out(plane: Plane):
    joined = await plane.join()
    good = EdgeTotals(Name("web"), Target(ORDERS), requests=3)
    odd = EdgeTotals(Name("cart"), Target(ORDERS), bounds_ms=(1.0,), buckets=(1, 2))

    said = await plane.ask(
        agent.REPORT, Report("laptop", "boot", joined.lease, 1, edges=(odd, good))
    )

    assert [edge.caller for edge in plane.window.edges()] == [Name("web")]
    assert "1 bounds and 2 buckets" in said.conflicts[0]


async def test_a_host_that_another_weft_remembered_keeps_no_server_from_starting(plane: Plane):
    await plane.join()
    await plane.store.put("hosts/old", b'{"host": 7}', lease=await plane.store.grant(60))

    await plane.control.recall()

    assert plane.hosts.get("laptop")
    assert plane.hosts.get("old") is None
