"""Who may speak to whom: mutual TLS checked from both ends, and `allow`."""

import asyncio
import contextlib
import ssl

import pytest

from e2e.harness.mesh import DataPath, free_port
from e2e.harness.pki import TestAuthority
from weft.compile.secrets import identity_secret
from weft.model.catalog import Service
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.traffic import Retry, Rule, Split

ORDERS = "spiffe://shop/ns/default/service/orders"
WEB = "spiffe://shop/ns/default/service/web"
ONCE = Retry(attempts=0)


@pytest.fixture(scope="module")
async def mesh():
    async with DataPath.running() as running:
        for name in ("web", "other"):
            running.know(Service(Name(name)))
            await running.proxy(Name(name))
        await running.service(Service(Name("orders"), retry=ONCE), instances=("orders-1",))
        yield running


@pytest.fixture
def web(mesh):
    return mesh.proxies["default.web"]


async def speak(mesh, instance, data, *, identities=(WEB,), authority=None, tune=None):
    """Opens TLS to an instance's way in by hand; what came back, or the error's name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=mesh.authority.roots_pem)
    if identities:
        chain, key = (authority or mesh.authority).issue(*identities)
        pair = mesh.dir / "pair.pem"
        pair.write_text(chain + key)
        context.load_cert_chain(pair)
    if tune:
        tune(context)
    port = next(i.port for g in mesh.snapshot.instances.values() for i in g if i.id == instance)
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
        writer.write(data)
        async with asyncio.timeout(5):
            answer = await reader.read(64)
    except (ssl.SSLError, ConnectionError) as error:
        return type(error).__name__
    writer.close()
    with contextlib.suppress(ssl.SSLError, ConnectionError):
        await writer.wait_closed()
    return answer


HTTP = b"GET / HTTP/1.1\r\nhost: orders\r\n\r\n"


async def test_with_an_identity_of_the_mesh_one_is_let_in(mesh, web):
    await mesh.publish()
    assert (await speak(mesh, "orders-1", HTTP)).startswith(b"HTTP/1.1 200")
    assert (await mesh.call("http://orders/", via=web))[0] == 200


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"identities": ()}, id="no certificate"),
        pytest.param({"authority": TestAuthority()}, id="another authority"),
        pytest.param(
            {"identities": ("spiffe://shop2/ns/default/service/web",)}, id="another trust domain"
        ),
        pytest.param({"identities": ("spiffe://shop.evil/ns/x",)}, id="a longer trust domain"),
        pytest.param({"identities": ("https://shop/",)}, id="no SPIFFE ID"),
        pytest.param(
            {"tune": lambda c: setattr(c, "maximum_version", ssl.TLSVersion.TLSv1_2)}, id="TLS 1.2"
        ),
    ],
)
async def test_without_one_nothing_reaches_the_app(mesh, how):
    app = mesh.apps["orders-1"]
    app.heal()

    answer = await speak(mesh, "orders-1", HTTP, **how)

    # A reset may be overtaken by the end of the stream: no word is a refusal, too.
    assert answer == b"" or isinstance(answer, str), answer
    assert app.requests == []


async def test_plaintext_is_refused_and_logged(mesh):
    app = mesh.apps["orders-1"]
    app.heal()
    orders = mesh.proxies["default.orders"]
    port = orders.workload.inbound[0].port

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HTTP)
    answer = b""
    with contextlib.suppress(ConnectionError):
        answer = await reader.read()
    writer.close()

    assert b"200" not in answer
    assert app.requests == []
    await orders.logged(lambda line: line["failure"], kind="connection")


async def test_a_session_is_never_resumed(mesh):
    """A resumed one would outlive the right that its certificate had."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=mesh.authority.roots_pem)
    pair = mesh.dir / "pair.pem"
    pair.write_text("".join(mesh.authority.issue(WEB)))
    context.load_cert_chain(pair)
    port = mesh.proxies["default.orders"].workload.inbound[0].port
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    writer.write(HTTP)
    await reader.read(64)  # tickets come before the first byte of the answer
    session = writer.get_extra_info("ssl_object").session
    writer.close()

    assert session is None or not session.has_ticket


@pytest.mark.parametrize(
    "impostor",
    [
        pytest.param("spiffe://shop/ns/default/service/orders2", id="longer"),
        pytest.param("spiffe://shop/ns/default/service/order", id="shorter"),
        pytest.param("spiffe://shop/ns/default/gateway/orders", id="a gateway's"),
        pytest.param("spiffe://shop/ns/other/service/orders", id="another namespace"),
        pytest.param("spiffe://shop/ns/default/service/orders/", id="trailing slash"),
    ],
)
async def test_a_caller_refuses_whoever_is_not_the_service_it_called(mesh, web, impostor):
    """Whoever took the port of orders, with a certificate of the mesh, is found out."""
    name = f"fake-{abs(hash(impostor))}"
    service = Service(Name(name), retry=ONCE)
    # The route leads to `orders`; the instance behind it proves something else.
    await mesh.service(service, instances=(f"{name}-1",), identity=impostor)
    genuine = mesh.snapshot.instances[Name("orders")][0]
    taken = mesh.snapshot.instances[Name(name)][0]
    mesh.instance("orders-1", port=taken.port)
    await mesh.publish()

    answer = await mesh.fetch("http://orders/", via=web)

    mesh.instance("orders-1", port=genuine.port)
    await mesh.publish()
    assert (answer.status, answer.headers["x-weft-reason"]) == (503, "connect-failure")
    assert mesh.apps[f"{name}-1"].requests == []
    assert (await mesh.call("http://orders/", via=web))[0] == 200


async def test_allow_lets_in_whom_it_names_and_nobody_else(mesh, web):
    guarded = Service(Name("guarded"), retry=ONCE, allow=(Name("web"),))
    proxy = await mesh.service(guarded, instances=("guarded-1",))
    await mesh.publish()

    assert (await mesh.call("http://guarded/", via=web))[0] == 200
    refused = await mesh.fetch("http://guarded/", via=mesh.proxies["default.other"])

    assert (refused.status, refused.headers["x-weft-reason"]) == (503, "reset")
    assert "allow" in refused.said
    assert len(mesh.apps["guarded-1"].requests) == 1
    denied = await proxy.logged(lambda line: line["details"], kind="connection")
    assert denied["caller"] == "spiffe://shop/ns/default/service/other"
    assert "rbac_access_denied" in denied["details"]
    # Taking the guard away shows that it was the guard.
    mesh.know(Service(Name("guarded"), retry=ONCE))
    await mesh.publish()
    async with asyncio.timeout(5):
        while (await mesh.call("http://guarded/", via=mesh.proxies["default.other"]))[0] != 200:
            await asyncio.sleep(0.05)


async def test_an_empty_allow_lets_nobody_in(mesh, web):
    await mesh.service(Service(Name("closed"), retry=ONCE, allow=()), instances=("closed-1",))
    await mesh.publish()

    assert (await mesh.call("http://closed/", via=web))[0] == 503
    assert mesh.apps["closed-1"].requests == []


async def test_a_gateway_has_an_identity_of_its_own(mesh, web):
    """Named in `allow`, it is let in; a service of the same name is no gateway."""
    inner = Service(Name("inner"), retry=ONCE, allow=(Name("front"),))
    await mesh.service(inner, instances=("inner-1",))
    gateway = Gateway(
        Name("front"), "127.0.0.1", free_port(), (Rule((Split(Target(Name("inner"))),)),)
    )
    await mesh.gateway(gateway)
    await mesh.publish()

    answer = await mesh.fetch(f"http://127.0.0.1:{gateway.port}/")

    assert answer.status == 200
    assert (await mesh.call("http://inner/", via=web))[0] == 503


async def test_a_renewed_certificate_is_used_without_a_new_listener(mesh, web):
    before = await web.stat("listener_manager.listener_create_success")
    chain, key = mesh.authority.issue(WEB)
    web.secrets = (identity_secret(chain, key), *web.secrets[1:])
    await mesh.publish()

    assert (await mesh.call("http://orders/", via=web))[0] == 200
    assert await web.stat("listener_manager.listener_create_success") == before
