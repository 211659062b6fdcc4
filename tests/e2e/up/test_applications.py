"""Apps and clients that know nothing of meshes find each other's bytes as they were sent."""

import asyncio
import json
import os
import socket
import subprocess
import time
from http.client import HTTPConnection

import aiohttp
import pytest

from e2e.up.ask import free_port
from e2e.up.mesh import APPS, ECHO, PYTHON

VERBATIM = f"{PYTHON} {APPS / 'verbatim.py'}"
MEGABYTES = 32


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.out, module_mesh.gateway, elsewhere = free_port(), free_port(), free_port()
    environment = {**os.environ, "PORT": str(elsewhere)}
    somebody_elses = subprocess.Popen([PYTHON, APPS / "verbatim.py"], env=environment)
    try:
        module_mesh.up(
            f"""
format: 1
mesh: applications
services:
  web: {{run: {ECHO}, calls: [{{plain: {module_mesh.out}}}, six, named, echo]}}
  plain: {{run: {VERBATIM}}}
  six: {{run: {VERBATIM}, env: {{LISTEN: "::1"}}}}
  named: {{address: "localhost:{elsewhere}"}}
  echo: {{run: {ECHO}}}
gateways:
  public: {{listen: "127.0.0.1:{module_mesh.gateway}", rules: [{{to: plain}}]}}
"""
        )
        module_mesh.env = {**os.environ, **module_mesh.app("web-1", "/environment").json()}
        yield module_mesh
    finally:
        somebody_elses.kill()
        somebody_elses.wait()


def exchange(port: int, request: bytes) -> bytes:
    """What comes back for these bytes, until the other side closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def got(port: int, request: bytes) -> dict:
    head, _, body = exchange(port, request).partition(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n")[0], head
    return json.loads(body)


def curl(shop, *arguments: str) -> str:
    done = subprocess.run(
        ["curl", "-sS", *arguments],
        env=shop.env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "target",
    [
        *("/a/../b", "/./a", "//a//b", "/a%2Fb", "/%41%7e", "/a;x=1", "/%E4%BD%A0"),
        *("/a?q=%zz&q=/../&r=a=b?c", "/a|b^{c}", "/a%00b"),
    ],
)
def test_a_path_arrives_as_it_was_sent(shop, target):
    asked = f"GET {target} HTTP/1.1\r\nHost: plain\r\nConnection: close\r\n\r\n".encode()

    assert got(shop.out, asked)["head"].split("\r\n")[0] == f"GET {target} HTTP/1.1"


def test_headers_arrive_as_they_were_sent(shop):
    headers = [
        *("Host: Plain:80", "X-CamelCase: A", "under_score: 1", "X-Twice: 1", "X-Twice: 2"),
        *("Cookie: a=b", "Cookie: c=d", "X-Empty: ", "X-Forwarded-For: 192.0.2.1"),
        *("X-Forwarded-Proto: https", "X-Request-Id: mine", "Forwarded: for=192.0.2.1"),
        "X-Long: " + "v" * 60 * 1024,
        *(f"X-Number-{number}: {number}" for number in range(200)),
    ]
    asked = "\r\n".join(["GET / HTTP/1.1", *headers, "Connection: close", "", ""]).encode()

    arrived = got(shop.out, asked)["head"].rstrip("\r\n").split("\r\n")[1:]
    assert arrived == headers


def test_what_the_mesh_adds_is_known(shop):
    asked = b"GET / HTTP/1.1\r\nHost: plain\r\nx-envoy-retry-on: 5xx\r\nConnection: close\r\n\r\n"

    lines = got(shop.out, asked)["head"].rstrip("\r\n").split("\r\n")[1:]
    names = [line.partition(":")[0] for line in lines]
    assert names == ["Host", "x-forwarded-proto", "x-request-id"]


def test_a_body_in_chunks_arrives_with_its_trailers(shop):
    asked = (
        b"POST / HTTP/1.1\r\nHost: plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        b"3\r\nabc\r\n4\r\ndefg\r\n0\r\nx-sum: 7\r\n\r\n"
    )

    arrived = got(shop.out, asked)
    assert (arrived["body"], arrived["trailers"]) == (7, str(b"x-sum: 7\r\n"))


def test_answers_come_back_as_they_were_given(shop):
    def ask(path: str) -> bytes:
        asked = f"GET {path} HTTP/1.1\r\nHost: plain\r\nTE: trailers\r\nConnection: close\r\n\r\n"
        return exchange(shop.out, asked.encode())

    assert ask("/reason").startswith(b"HTTP/1.1 299 Quite All Right\r\n")
    assert b"\r\nX-CamelCase: Yes\r\n" in ask("/reason")
    assert b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n" in ask("/twice")
    assert ask("/trailers").endswith(b"0\r\nx-sum: 7\r\n\r\n")
    assert ask("/until-close").endswith(b"as long as it lasts\r\n0\r\n\r\n")
    assert ask("/no-content").startswith(b"HTTP/1.1 204 No Content\r\n")


def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(shop):
    head, _, body = exchange(
        shop.out, b"GET /broken HTTP/1.1\r\nHost: plain\r\nConnection: close\r\n\r\n"
    ).partition(b"\r\n\r\n")

    assert b"\r\nContent-Length: 1000" in head
    assert body == b"half of it"


def test_clients_may_speak_http_1_0_and_name_no_host(shop):
    asked = b"GET /old HTTP/1.0\r\n\r\n"

    assert "\r\nhost: plain\r\n" in got(shop.out, asked)["head"]
    assert "\r\nhost: public\r\n" in got(shop.gateway, asked)["head"]
    assert "\r\nHost: plain\r\n" in json.loads(curl(shop, "-0", "http://plain/"))["head"]


def test_what_an_app_drips_is_not_held_back(shop):
    started = time.monotonic()
    connection = HTTPConnection("127.0.0.1", shop.out, timeout=20)
    connection.request("GET", "/drip")
    answer = connection.getresponse()

    assert answer.read(5) == b"drop\n"
    assert time.monotonic() - started < 0.55  # the whole takes 0.9 s
    assert answer.read() == b"drop\ndrop\n"
    connection.close()


def test_large_bodies_pass_in_one_piece_and_in_chunks(shop, tmp_path):
    large = tmp_path / "large"
    large.write_bytes(os.urandom(1024) * 1024 * MEGABYTES)

    whole = json.loads(curl(shop, "-T", str(large), "http://plain/upload"))
    chunked = json.loads(
        curl(shop, "-H", "Transfer-Encoding: chunked", "-T", str(large), "http://plain/upload")
    )

    assert whole["body"] == chunked["body"] == MEGABYTES * 1024 * 1024
    assert "Transfer-Encoding: chunked" in chunked["head"]


@pytest.mark.parametrize(
    "name", ["plain", "PLAIN", "plain:81", "plain.mesh", "plain.default.mesh", "six", "named"]
)
def test_an_app_is_found_by_each_of_its_names_and_wherever_it_listens(shop, name):
    arrived = json.loads(curl(shop, f"http://{name}/"))

    assert f"\r\nHost: {name}\r\n" in arrived["head"]


def test_a_tunnel_to_a_name_is_unwrapped(shop):
    tunnel = HTTPConnection("127.0.0.1", int(shop.env["http_proxy"].rpartition(":")[2]))
    tunnel.set_tunnel("plain", 80)
    tunnel.request("PUT", "/within", body=iter([b"ab", b"cd"]), encode_chunked=True)

    arrived = json.loads(tunnel.getresponse().read())
    assert (arrived["body"], arrived["head"].split("\r\n")[0]) == (4, "PUT /within HTTP/1.1")
    tunnel.close()


async def test_many_clients_keep_their_connections(shop):
    url = shop.env["ECHO_URL"] + "/"
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def talk() -> list[int]:
            found = []
            for method in ("GET", "POST"):
                async with session.request(method, url) as answer:
                    await answer.read()
                    found.append(answer.status)
            return found

        statuses = await asyncio.gather(*(talk() for _ in range(300)))

    assert {status for each in statuses for status in each} == {200}
