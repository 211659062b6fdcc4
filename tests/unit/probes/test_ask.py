import asyncio
import errno
import socket
import time

import pytest

from fakes.app import answer, app
from weft.model.catalog import Probe
from weft.model.workload import LOCALHOST
from weft.probes.ask import LONGEST_OUTPUT, ask, readable, request

HTTP = Probe(kind="http", path="/healthz", timeout_ms=400)
TCP = Probe(kind="tcp", timeout_ms=400)


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("status", [b"200 OK", b"204 No Content", b"302 Found", b"399 What"])
async def test_a_status_of_200_to_399_is_good(status):
    async with app(answer(status)) as port:
        result = await ask(HTTP, "127.0.0.1", port)

    assert result.ok
    assert 0 < result.latency_ms < 400


@pytest.mark.parametrize("status", [b"400 Bad", b"404 Not Found", b"500 Oh", b"503 No"])
async def test_any_other_status_is_bad_and_named(status):
    async with app(answer(status, b"database\nis away")) as port:
        result = await ask(HTTP, "127.0.0.1", port)

    assert not result.ok
    assert result.detail == f"status {int(status[:3])}"
    assert result.output == "database is away"


async def test_an_app_on_localhost_is_found_on_either_loopback_address():
    server = await asyncio.start_server(lambda _, writer: writer.close(), "::1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        found = await ask(TCP, LOCALHOST, port)
        elsewhere = await ask(TCP, "127.0.0.1", port)
    gone = await ask(TCP, LOCALHOST, port)

    assert found.ok
    assert not elsewhere.ok
    assert gone.detail == "connection refused"


async def test_the_question_names_host_path_and_who_asks():
    heard = []
    async with app(answer(b"200 OK"), heard=heard) as port:
        await ask(Probe(kind="http", path="/up?deep=1"), "127.0.0.1", port)

    lines = heard[0].decode().split("\r\n")
    assert lines[0] == "GET /up?deep=1 HTTP/1.1"
    assert f"Host: 127.0.0.1:{port}" in lines
    assert "User-Agent: weft-probe" in lines
    assert "Connection: close" in lines


async def test_a_redirect_is_not_followed():
    heard = []
    async with app(answer(b"200 OK"), heard=heard) as other:
        location = f"Location: http://127.0.0.1:{other}/\r\n".encode()
        async with app(answer(b"302 Found", more=location)) as port:
            assert (await ask(HTTP, "127.0.0.1", port)).ok

    assert heard == []


async def test_a_proxy_in_the_environment_is_not_asked(monkeypatch, free_port):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port}")

    async with app(answer(b"200 OK")) as port:
        assert (await ask(HTTP, "127.0.0.1", port)).ok


@pytest.mark.parametrize("probe", [HTTP, TCP])
async def test_a_closed_port_is_refused(probe, free_port):
    result = await ask(probe, "127.0.0.1", free_port)

    assert (result.ok, result.detail) == (False, "connection refused")


async def test_a_name_with_several_addresses_is_refused_in_the_same_words(free_port):
    result = await ask(TCP, "localhost", free_port)

    assert result.detail == "connection refused"


async def test_an_unknown_host_is_named_so(monkeypatch):
    async def lost(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lost)

    result = await ask(TCP, "nowhere", 80)

    assert result.detail == "its host name is not known"


async def test_an_app_that_accepts_and_never_answers_is_given_up_in_time():
    async with app(hold=True) as port:
        began = time.monotonic()
        result = await ask(HTTP, "127.0.0.1", port)
        took = time.monotonic() - began

    assert (result.ok, result.detail) == (False, "no answer within 400 ms")
    assert 0.4 <= took < 0.8


async def test_an_app_that_accepts_is_good_enough_for_tcp():
    async with app(hold=True) as port:
        assert (await ask(TCP, "127.0.0.1", port)).ok


async def test_an_endless_body_does_not_hold_the_probe():
    endless = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    async with app(endless, hold=True) as port:
        began = time.monotonic()
        result = await ask(HTTP, "127.0.0.1", port)
        took = time.monotonic() - began

    assert result.ok
    assert result.latency_ms < 200
    assert took < 0.4


async def test_a_huge_body_is_not_read_to_its_end():
    async with app(answer(b"200 OK", b"x" * 50_000_000)) as port:
        result = await ask(HTTP, "127.0.0.1", port)

    assert result.ok
    assert len(result.output) == LONGEST_OUTPUT


async def test_a_preliminary_answer_is_skipped():
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    async with app(early + answer(b"500 Oh")) as port:
        assert (await ask(HTTP, "127.0.0.1", port)).detail == "status 500"


@pytest.mark.parametrize(
    ("bytes_", "detail"),
    [
        (b"", "closed without an answer"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "an answer that is not HTTP"),
        (b"HTTP/1.1 abc\r\n\r\n", "an answer that is not HTTP"),
        (b"\x00\x00\x12\x04\r\n\r\n", "an answer that is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000, "the head of the answer is too long"),
    ],
)
async def test_what_is_no_http_is_bad(bytes_, detail):
    async with app(bytes_) as port:
        result = await ask(HTTP, "127.0.0.1", port)

    assert (result.ok, result.detail) == (False, detail)


async def test_this_hosts_lack_of_descriptors_says_nothing_of_the_app(monkeypatch):
    async def full(*args, **kwargs):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(asyncio, "open_connection", full)

    assert await ask(HTTP, "127.0.0.1", 80) is None


async def test_this_processs_own_standstill_says_nothing_of_the_app():
    async with app(hold=True) as port:
        asking = asyncio.create_task(ask(Probe(kind="http", timeout_ms=100), "127.0.0.1", port))
        await asyncio.sleep(0)
        time.sleep(0.8)  # noqa: ASYNC251 - the standstill of the whole loop is what is tested

        assert await asking is None


def test_no_path_can_end_the_request_line():
    first = request("/a b\r\nX-Evil: 1\r\n\r\n", "127.0.0.1", 80).split(b"\r\n")[0]

    assert first == b"GET /a%20b%0D%0AX-Evil:%201%0D%0A%0D%0A HTTP/1.1"


def test_an_ipv6_address_is_written_in_brackets():
    assert b"\r\nHost: [::1]:80\r\n" in request("/", "::1", 80)


def test_what_an_app_said_is_safe_on_a_terminal():
    assert readable(b"\x1b[2Jgone\r\n\xff" + b"x" * 1000).startswith("[2Jgone")
    assert "\x1b" not in readable(b"\x1b[2Jgone")
    assert len(readable(b"x" * 5000)) == LONGEST_OUTPUT
