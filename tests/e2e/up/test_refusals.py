"""A document that the reader accepts and an Envoy refuses harms only itself."""

import asyncio

import msgspec
import pytest

from e2e.up.ask import ask, free_ports
from e2e.up.load import Load
from e2e.up.mesh import ECHO
from weft.cli.files import load
from weft.model.traffic import PathMatch

ORDERS, STOCK = free_ports(2)
GOOD = "/o/[0-9]+"
BAD = r"/o/\p{NoSuchScript}(?<nope"


def text(stock_goes_to: str = "stock", pattern: str = GOOD) -> str:
    return f"""
format: 1
mesh: refusals
services:
  web: {{run: {ECHO}, calls: [{{orders: {ORDERS}}}, {{stock: {STOCK}}}]}}
  orders: {{run: {ECHO}}}
  stock: {{run: {ECHO}}}
  spare: {{run: {ECHO}}}
routes:
  orders:
    - {{match: {{path: {{regex: "{pattern}"}}}}, to: spare}}
    - {{to: orders}}
  stock: [{{to: {stock_goes_to}}}]
"""


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.up(text())
    return module_mesh


def put_bad_route(shop, **more: str) -> None:
    """Through the API, past the reader, which would have refused the expression."""
    shop.write(text(**more))
    loaded = load(shop.file)
    documents = [spoilt(d) if str(d.key) == "Route/default/orders" else d for d in loaded.documents]
    shop.client.apply(loaded.owner, documents)


def spoilt(document):
    first, *others = document.spec.rules
    match = msgspec.structs.replace(first.match, path=PathMatch("regex", BAD))
    rules = (msgspec.structs.replace(first, match=match), *others)
    return msgspec.structs.replace(
        document, spec=msgspec.structs.replace(document.spec, rules=rules)
    )


async def test_a_refused_route_is_shown_beside_its_document_and_harms_no_other(shop):
    async with Load(f"http://127.0.0.1:{ORDERS}/o/1", 100) as load:
        await load.answered(50)
        await asyncio.to_thread(put_bad_route, shop)
        await asyncio.to_thread(shop.until, lambda: bool(of_web(shop)))
        refusal = of_web(shop)[0]
        status = await asyncio.to_thread(lambda: shop.weft("status", check=False))

        # Another route changes while the bad one stands.
        await asyncio.to_thread(put_bad_route, shop, stock_goes_to="spare")
        await asyncio.to_thread(shop.until, lambda: ask(STOCK).instance == "spare-1")
        await load.answered(50)

        await asyncio.to_thread(shop.apply, text(pattern="/o/[a-z]+"))
        await asyncio.to_thread(shop.until, lambda: shop.status().refusals == [])
        await asyncio.to_thread(shop.until, lambda: ask(ORDERS, "/o/abc").instance == "spare-1")
        await asyncio.to_thread(shop.until, lambda: ask(ORDERS, "/o/1").instance == "orders-1")

    assert load.failed() == []
    assert refusal.document == "Route/default/orders"
    assert refusal.origin is not None
    assert "mesh.yaml:10:" in refusal.origin
    assert status.returncode == 1
    assert "mesh.yaml:10:" in status.stdout
    assert "Route/default/orders" in status.stdout
    assert shop.weft("status").returncode == 0, "the fix is taken, and nothing is wrong any more"


async def test_other_routes_go_on_changing_in_the_forward_proxy_too(shop):
    await asyncio.to_thread(shop.apply, text())
    await asyncio.to_thread(shop.until, lambda: proxied(shop, "stock") == "stock-1")
    await asyncio.to_thread(put_bad_route, shop, stock_goes_to="spare")
    await asyncio.to_thread(shop.until, lambda: bool(of_web(shop)))
    try:
        await asyncio.to_thread(shop.until, lambda: proxied(shop, "stock") == "spare-1")
        await asyncio.to_thread(shop.until, lambda: called(shop, "http://stock/") == "spare-1")
        assert proxied(shop, "orders") == "orders-1"
        assert {r.document for r in shop.status().refusals} == {"Route/default/orders"}
    finally:
        await asyncio.to_thread(shop.apply, text())
        await asyncio.to_thread(shop.until, lambda: shop.status().refusals == [])


def of_web(shop) -> list:
    return [r for r in shop.status().refusals if r.workload == "default.web"]


def called(shop, url: str) -> str:
    return shop.json("call", "--from", "web", url)["instance"]


def proxied(shop, host: str) -> str:
    """Through the forward proxy, as a program with `http_proxy` asks."""
    port = int(shop.app("web-1", "/environment").json()["http_proxy"].rpartition(":")[2])
    return ask(port, f"http://{host}/", host=host).instance


async def test_a_refused_document_survives_restarts_of_everything_that_judges_it(shop):
    await asyncio.to_thread(shop.apply, text())
    await asyncio.to_thread(shop.until, lambda: ask(ORDERS, "/o/1").instance == "spare-1")
    await asyncio.to_thread(put_bad_route, shop)
    await asyncio.to_thread(shop.until, lambda: bool(of_web(shop)))

    async with Load(f"http://127.0.0.1:{ORDERS}/o/1", 100) as load:
        agent = shop.process("agent")
        agent.kill()
        await asyncio.to_thread(shop.until, lambda: shop.process("agent").pid != agent.pid)
        await asyncio.to_thread(shop.until, lambda: shop.status().hosts[0].connected)
        await asyncio.to_thread(shop.until, lambda: bool(of_web(shop)))
        await load.answered(100)

    assert load.failed() == []
    await asyncio.to_thread(shop.apply, text())
    await asyncio.to_thread(shop.until, lambda: shop.status().refusals == [])
