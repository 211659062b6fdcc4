"""Gateways: where callers from outside enter, and what they cannot bring with them."""

import asyncio
import time

import pytest
import yarl

from e2e.harness.mesh import DataPath, free_port
from weft.model.catalog import Service
from weft.model.gateway import Gateway
from weft.model.names import Name, Target
from weft.model.traffic import Match, PathMatch, Rule, Split


def rule(service, **match):
    return Rule((Split(Target(Name(service))),), Match(**match))


@pytest.fixture(scope="module")
async def mesh():
    async with DataPath.running() as running:
        for name in ("web", "shop", "admin"):
            await running.service(Service(Name(name)), instances=(f"{name}-1",))
        gateway = Gateway(
            Name("public"),
            "127.0.0.1",
            free_port(),
            (
                rule("web"),
                rule("shop", host="*.example"),
                rule("admin", host="admin.example"),
                rule("web", host="admin.example", path=PathMatch("prefix", "/public")),
            ),
        )
        await running.gateway(gateway)
        await running.publish()
        running.port = gateway.port
        yield running


async def ask(mesh, path="/", *, host="", **options):
    if host:
        options["headers"] = {**options.get("headers", {}), "host": host}
    url = yarl.URL(f"http://127.0.0.1:{mesh.port}{path}", encoded=True)
    return await mesh.fetch(url, allow_redirects=False, **options)


@pytest.mark.parametrize(
    ("host", "path", "app"),
    [
        ("", "/", "web-1"),
        ("elsewhere", "/", "web-1"),
        ("a.example", "/", "shop-1"),
        ("a.b.example:8080", "/", "shop-1"),
        ("admin.example", "/", "admin-1"),
        ("ADMIN.example:80", "/", "admin-1"),
        ("admin.example", "/public/x", "web-1"),
        ("example", "/", "web-1"),
    ],
)
async def test_the_most_specific_host_wins_then_the_path(mesh, host, path, app):
    answer = await ask(mesh, path, host=host)

    assert (answer.status, answer.said["app"]) == (200, app)


async def test_what_a_client_claims_of_itself_is_replaced(mesh):
    claims = {
        "x-forwarded-for": "6.6.6.6",
        "x-forwarded-client-cert": "URI=spiffe://shop/ns/default/service/admin",
        "x-envoy-peer-metadata": "spoofed",
        "x-envoy-external-address": "6.6.6.6",
        "x-envoy-original-path": "/spoofed",
        "x-weft-instance": "spoofed",
        "x-request-id": "spoofed",
        "forwarded": "for=6.6.6.6",
    }

    got = (await ask(mesh, headers=claims)).said["headers"]

    assert "," not in got["x-forwarded-for"]
    assert "6.6.6.6" not in str(got)
    assert "spoofed" not in str(got)
    assert "spiffe" not in str(got)


async def test_paths_are_made_plain_before_rules_see_them(mesh):
    assert (await ask(mesh, "/x/..//./public")).said["path"] == "/public"
    redirected = await ask(mesh, "/a%2Fb")
    assert (redirected.status, redirected.headers["location"]) == (307, "/a/b")


async def test_headers_that_programs_read_in_two_ways_are_refused(mesh):
    assert (await ask(mesh, headers={"x_forwarded_for": "6.6.6.6"})).status == 400


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n"
            b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: a\r\n\r\n",
            id="both lengths",
        ),
        pytest.param(
            b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\ncontent-length: 35\r\n\r\n"
            b"GET /smuggled HTTP/1.1\r\nhost: a\r\n\r\n",
            id="two lengths",
        ),
        pytest.param(b"GET / HTTP/1.1\r\nhost: a\r\nbad header\r\n\r\n", id="no header"),
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", id="no host"),
        pytest.param(b"\x16\x03\x01\x00\xa5\x01\x00\x00", id="TLS"),
    ],
)
async def test_a_request_that_could_be_two_is_refused(mesh, raw):
    for app in mesh.apps.values():
        app.heal()
    reader, writer = await asyncio.open_connection("127.0.0.1", mesh.port)
    writer.write(raw)
    writer.write_eof()

    answer = await reader.read()

    writer.close()
    assert answer.startswith(b"HTTP/1.1 400") or answer == b""
    assert [r for app in mesh.apps.values() for r in app.requests] == []


async def test_a_client_that_dawdles_over_its_headers_is_let_go(mesh):
    reader, writer = await asyncio.open_connection("127.0.0.1", mesh.port)
    started = time.monotonic()
    writer.write(b"GET / HTTP/1.1\r\nho")

    answer = await reader.read()

    writer.close()
    assert answer.startswith(b"HTTP/1.1 408")
    assert 4 < time.monotonic() - started < 8


async def test_connect_is_not_for_clients_from_outside(mesh):
    reader, writer = await asyncio.open_connection("127.0.0.1", mesh.port)
    writer.write(b"CONNECT web:80 HTTP/1.1\r\nhost: web:80\r\n\r\n")

    status = int((await reader.readline()).split()[1])

    writer.close()
    assert status >= 400


async def test_the_log_names_the_gateway_the_callee_and_the_client(mesh):
    await ask(mesh, "/logged")

    line = await mesh.proxies["gateway.default.public"].logged(
        lambda line: line["path"] == "/logged"
    )

    assert line["caller"] == "spiffe://shop/ns/default/gateway/public"
    assert line["callee"] == "spiffe://shop/ns/default/service/web"
    assert line["client"].startswith("127.0.0.1:")
    assert line["rule"] == "public#1"
