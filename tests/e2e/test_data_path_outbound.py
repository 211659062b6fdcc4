"""How an app's calls leave: the forward proxy, CONNECT, local ports, and who is who in the log."""

import asyncio
import json
import sys
from collections import Counter

import pytest
import yarl

from e2e.harness.mesh import DataPath
from weft.model.catalog import Service
from weft.model.names import Name
from weft.model.traffic import Algorithm, Balance

ROUND_ROBIN = Balance(Algorithm.ROUND_ROBIN)
INSTANCES = ("orders-1", "orders-2")


@pytest.fixture(scope="module")
async def mesh():
    async with DataPath.running() as running:
        orders = Service(Name("orders"), balance=ROUND_ROBIN, ramp_up_ms=0)
        await running.service(orders, instances=INSTANCES)
        running.know(Service(Name("web")), Service(Name("audit", "back")))
        await running.proxy(Name("web"), local=("orders",))
        await running.publish()
        yield running


@pytest.fixture
def web(mesh):
    return mesh.proxies["default.web"]


@pytest.fixture
def served(mesh):
    """How many requests each instance got during the test."""
    for app in mesh.apps.values():
        app.heal()
    return lambda: Counter({name: len(app.requests) for name, app in mesh.apps.items()})


async def connect(web, authority, *requests):
    """Opens a CONNECT by hand and speaks HTTP inside it: its status, and the answers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", web.workload.proxy_port)
    writer.write(f"CONNECT {authority} HTTP/1.1\r\nhost: {authority}\r\n\r\n".encode())
    status = int((await reader.readline()).split()[1])
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    answers = []
    if status != 200:
        length = int(head.partition("content-length: ")[2].split("\r\n")[0])
        answers = [(await reader.readexactly(length)).decode()]
    else:
        for path in requests:
            writer.write(f"GET {path} HTTP/1.1\r\nhost: {authority}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(head.partition("content-length: ")[2].split("\r\n")[0])
            answers.append(json.loads(await reader.readexactly(length)))
    writer.close()
    return status, answers


@pytest.mark.parametrize(
    "host", ["orders", "orders.mesh", "orders.default.mesh", "orders:8000", "orders.mesh:8080"]
)
async def test_every_spelling_of_a_name_reaches_the_service(mesh, web, host):
    status, said = await mesh.call(f"http://{host}/a?b=c", via=web)

    assert (status, said["path"], said["headers"]["host"]) == (200, "/a?b=c", host)


async def test_a_service_of_another_namespace_needs_its_namespace(mesh, web):
    status, said = await mesh.call("http://audit.back.mesh/", via=web)
    assert (status, "back/audit" in said) == (503, True)

    status, said = await mesh.call("http://audit/", via=web)
    assert (status, "audit is no service" in said) == (502, True)


async def test_an_unknown_name_is_refused_in_words_that_name_it(mesh, web):
    answer = await mesh.fetch("http://nowhere.example/x", via=web)

    assert answer.status == 502
    assert answer.headers["x-weft-reason"] == "unknown-name"
    assert "nowhere.example" in answer.said
    assert "NO_PROXY" in answer.said


async def test_requests_inside_one_connect_are_balanced_one_by_one(web, served):
    status, answers = await connect(web, "orders:80", *["/in-tunnel"] * 6)

    assert status == 200
    assert len(answers) == 6
    got = served()
    assert min(got[instance] for instance in INSTANCES) >= 2


async def test_connect_for_tls_is_refused_in_words_that_say_what_to_do(web):
    status, [words] = await connect(web, "orders:443")

    assert status == 403
    assert "http://orders/" in words


async def test_connect_to_an_unknown_name_is_refused(web):
    status, [words] = await connect(web, "nowhere:80")

    assert status == 502
    assert "nowhere" in words


async def test_an_upgrade_to_a_websocket_passes_bytes_both_ways(mesh, web):
    async def switch(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        head = b"HTTP/1.1 101 X\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"
        writer.write(head)
        writer.write(await reader.readexactly(4))

    server = await asyncio.start_server(switch, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    chat = mesh.inbound("chat-1", port)
    await mesh.proxy(Name("chat"), (chat,))
    await mesh.service("chat", proxy=False)
    mesh.register("chat-1", Name("chat"), chat.port)
    await mesh.publish()

    reader, writer = await asyncio.open_connection("127.0.0.1", web.workload.proxy_port)
    writer.write(
        b"GET http://chat/ HTTP/1.1\r\nhost: chat\r\nconnection: upgrade\r\n"
        b"upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: eA==\r\n\r\n"
    )
    head = await reader.readuntil(b"\r\n\r\n")
    writer.write(b"ping")

    assert head.startswith(b"HTTP/1.1 101")
    assert await reader.readexactly(4) == b"ping"
    writer.close()
    server.close()


async def test_orders_to_proxies_are_not_the_callers_to_give(mesh, web, served):
    """Time-outs and retries are the service's; a header cannot change them."""
    headers = {
        "x-envoy-upstream-rq-timeout-ms": "1",
        "x-envoy-retry-on": "5xx",
        "x-envoy-max-retries": "5",
        "x-envoy-peer-metadata": "spoofed",
    }
    for app in mesh.apps.values():
        app.delay, app.status = 0.05, 500

    status, said = await mesh.call("http://orders/", via=web, headers=headers)

    assert status == 500
    assert sum(served().values()) == 1
    assert not [name for name in said["headers"] if name.startswith("x-envoy")]
    for app in mesh.apps.values():
        app.heal()


async def test_an_app_sees_what_the_caller_sent(mesh, web, served):
    """Paths and headers pass as they were spelt, and so does the app's own Server header."""
    headers = {"Api_Key": "k", "X-Forwarded-For": "10.1.2.3", "X-Request-ID": "mine"}
    path = "/x/..//a%2Fb/%7Euser/./"

    url = yarl.URL(f"http://127.0.0.1:{web.port_of('orders')}{path}", encoded=True)
    answer = await mesh.fetch(url, headers=headers)

    [request] = [request for app in mesh.apps.values() for request in app.requests]
    assert request.path == path
    assert answer.headers["server"] == "app"
    assert set(headers) < set(request.spelt)
    assert {name: request.headers[name.lower()] for name in headers} == headers


@pytest.mark.parametrize("version", ["1.0", "1.1"])
async def test_clients_of_either_version_and_any_method_are_served(web, served, version):
    reader, writer = await asyncio.open_connection("127.0.0.1", web.port_of("orders"))
    writer.write(f"PURGE / HTTP/{version}\r\nhost: x\r\nconnection: close\r\n\r\n".encode())

    answer = await reader.read()

    writer.close()
    assert b" 200 " in answer.split(b"\r\n")[0]
    assert sum(served().values()) == 1


async def test_a_call_says_which_way_it_went(web):
    reader, writer = await asyncio.open_unix_connection(web.workload.call_socket)
    writer.write(b"GET / HTTP/1.1\r\nhost: orders\r\nconnection: close\r\n\r\n")
    head = (await reader.read()).decode().partition("\r\n\r\n")[0]
    told = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])

    assert told["x-weft-instance"] in INSTANCES
    assert told["x-weft-route"] == "orders"
    assert told["x-weft-attempts"] == "1"
    assert told["x-weft-upstream-ms"].isdigit()
    writer.close()


async def test_sockets_are_for_their_owner_only(web):
    for name in ("call.sock", "admin.sock"):
        assert (web.dir / name).stat().st_mode & 0o777 == 0o600


async def test_the_access_log_names_both_identities(mesh, web):
    await mesh.call("http://orders/logged?secret=%0a", via=web, headers={"x-request-id": "r-1"})

    line = await web.logged(lambda line: line["request_id"] == "r-1")
    assert line["caller"] == "spiffe://shop/ns/default/service/web"
    assert line["callee"] == "spiffe://shop/ns/default/service/orders"
    assert line["instance"] in INSTANCES
    assert (line["status"], line["attempts"], line["rule"]) == (200, 1, "orders")


async def test_statistics_of_a_target_go_by_its_name(mesh, web):
    await mesh.call("http://orders/", via=web)

    families = await web.admin.stats("cluster.out/default/orders.*upstream_rq")
    labels = {
        label.value
        for family in families
        for metric in family.metric
        for label in metric.label
        if label.name == "envoy_cluster_name"
    }
    assert labels == {"out/default/orders"}


# Clients of several makes, each as its users write it.

VARIABLES = ("http_proxy", "HTTP_PROXY")
REQUESTS = """
import requests
for _ in range(10): assert requests.get("http://orders/").status_code == 200
"""
REQUESTS_SESSION = """
import requests
with requests.Session() as session:
    for _ in range(10): assert session.get("http://orders/").status_code == 200
"""
HTTPX2 = """
import httpx2
with httpx2.Client() as client:
    for _ in range(10): assert client.get("http://orders/").status_code == 200
"""
URLLIB = """
import urllib.request
for _ in range(10): assert urllib.request.urlopen("http://orders/").status == 200
"""
AIOHTTP = """
import aiohttp, asyncio, os
async def main():
    async with aiohttp.ClientSession(os.environ["ORDERS_URL"]) as session:
        for _ in range(10):
            async with session.get("/") as answer: assert answer.status == 200
asyncio.run(main())
"""
NODE_FETCH = """
(async () => { for (let i = 0; i < 10; i++) {
  const answer = await fetch(process.env.ORDERS_URL + "/");
  if (answer.status !== 200) process.exit(1);
  await answer.text();
} })();
"""
NODE_CONNECT = """
const http = require("http");
const proxy = new URL(process.env.http_proxy);
http.request({host: proxy.hostname, port: proxy.port, method: "CONNECT", path: "orders:80"})
  .on("connect", async (answer, socket) => {
    if (answer.statusCode !== 200) process.exit(1);
    const agent = new http.Agent({keepAlive: true, maxSockets: 1});
    agent.createConnection = () => socket;
    for (let i = 0; i < 10; i++) await new Promise((done) => http.get(
      {host: "orders", path: "/", agent}, (a) => { a.resume(); a.on("end", done); }));
    process.exit(0);
  }).end();
"""


@pytest.mark.parametrize(
    "command",
    [
        pytest.param((sys.executable, "-c", REQUESTS), id="requests"),
        pytest.param((sys.executable, "-c", REQUESTS_SESSION), id="requests-session"),
        pytest.param((sys.executable, "-c", HTTPX2), id="httpx2"),
        pytest.param((sys.executable, "-c", URLLIB), id="urllib"),
        pytest.param((sys.executable, "-c", AIOHTTP), id="aiohttp"),
        pytest.param(("curl", "-sfo", "/dev/null", "http://orders/[1-10]"), id="curl"),
        pytest.param(("node", "-e", NODE_FETCH), id="node-fetch"),
        pytest.param(("node", "-e", NODE_CONNECT), id="node-connect"),
    ],
)
async def test_every_client_is_balanced_request_by_request(web, served, command):
    environment = {
        **dict.fromkeys(VARIABLES, web.url),
        "ORDERS_URL": f"http://127.0.0.1:{web.port_of('orders')}",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
    }
    try:
        process = await asyncio.create_subprocess_exec(*command, env=environment)
    except FileNotFoundError:
        pytest.skip(f"{command[0]} is not installed here")

    assert await process.wait() == 0
    got = served()
    assert sum(got.values()) == 10
    assert min(got[instance] for instance in INSTANCES) >= 4
