"""The admin endpoint of a real Envoy on a Unix socket, and of things that are no Envoy."""

import asyncio
import contextlib
from pathlib import Path

import pytest

from weft.envoy.admin import Admin, AdminRefused, AdminUnreachable
from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.envoy.binary import envoy_path
from weft.envoy.messages import from_dict, serialize

DEADLINE_S = 20
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


async def until(condition):
    async with asyncio.timeout(DEADLINE_S):
        while not await condition():
            await asyncio.sleep(0.01)


def bootstrap(folder: Path) -> Bootstrap:
    address = {"socket_address": {"address": "127.0.0.1", "port_value": 9}}
    endpoints = [{"lb_endpoints": [{"endpoint": {"address": address}}]}]
    kind = "type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog"
    log = {"name": "file", "typed_config": {"@type": kind, "path": str(folder / "admin.log")}}
    return from_dict(
        {
            "node": {"id": "web-1", "cluster": "web"},
            "admin": {
                "address": {"pipe": {"path": str(folder / "admin.sock"), "mode": 0o600}},
                "access_log": [log],
            },
            "static_resources": {
                "clusters": [
                    {
                        "name": "out/default/orders",
                        "type": "STATIC",
                        "load_assignment": {
                            "cluster_name": "out/default/orders",
                            "endpoints": endpoints,
                        },
                    }
                ]
            },
        },
        Bootstrap,
    )


@contextlib.asynccontextmanager
async def running_envoy(folder: Path):
    (folder / "bootstrap.pb").write_bytes(serialize(bootstrap(folder)))
    process = await asyncio.create_subprocess_exec(
        envoy_path(),
        *("-c", str(folder / "bootstrap.pb"), "--disable-hot-restart", "--concurrency", "1"),
        *("--log-level", "error", "--file-flush-interval-msec", "50"),
    )
    try:
        admin = Admin(folder / "admin.sock")
        await until(admin.ready)
        yield admin
    finally:
        process.terminate()
        await process.wait()


@pytest.fixture(scope="module")
async def envoy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("envoy")
    async with running_envoy(folder) as admin:
        yield admin, folder


async def test_a_running_envoy_is_ready(envoy):
    admin, _ = envoy

    assert await admin.ready()
    assert (await admin.server_info())["state"] == "LIVE"


async def test_metrics_come_as_messages_with_their_labels(envoy):
    admin, _ = envoy

    families = await admin.stats(r"^cluster\..*membership_total$", used_only=False)

    [family] = families
    assert family.name == "envoy_cluster_membership_total"
    assert {label.name: label.value for label in family.metric[0].label} == {
        "envoy_cluster_name": "out/default/orders"
    }
    assert family.metric[0].gauge.value == 1


async def test_a_pattern_with_signs_of_its_own_arrives_whole(envoy):
    admin, _ = envoy

    assert await admin.stats(r"a&b=c d+[^/]#", used_only=False) == []


async def test_unused_metrics_are_left_out_unless_asked_for(envoy):
    admin, _ = envoy

    used = await admin.stats("upstream_cx")
    every = await admin.stats("upstream_cx", used_only=False)

    assert len(used) < len(every)


async def test_all_metrics_at_once_can_be_read(envoy):
    admin, _ = envoy

    assert len(await admin.stats(used_only=False)) > 100


async def test_clusters_and_the_whole_configuration_are_dicts(envoy):
    admin, _ = envoy

    [status] = (await admin.clusters())["cluster_statuses"]
    dump = await admin.config_dump(endpoints=True)
    [cluster] = (await admin.config_dump("static_clusters"))["configs"]

    assert status["name"] == "out/default/orders"
    assert any("EndpointsConfigDump" in each["@type"] for each in dump["configs"])
    assert cluster["cluster"]["name"] == "out/default/orders"


async def test_logs_are_opened_again_after_a_rename(envoy):
    admin, folder = envoy
    log, old = folder / "admin.log", folder / "admin.log.1"
    log.rename(old)

    await admin.reopen_logs()

    async def written_anew():
        await admin.ready()
        return log.exists() and log.stat().st_size > 0

    await until(written_anew)


async def test_listeners_drain(tmp_path):
    async with running_envoy(tmp_path) as admin:
        await admin.drain_listeners()
        await admin.drain_listeners(graceful=False)
        await admin.drain_listeners(inbound_only=True)

        lines = (await written(tmp_path / "admin.log", 3)).splitlines()

    assert sorted(line.split('"')[1] for line in lines if "/drain_listeners" in line) == [
        "POST /drain_listeners HTTP/1.1",
        "POST /drain_listeners?graceful HTTP/1.1",
        "POST /drain_listeners?graceful&inboundonly HTTP/1.1",
    ]


async def written(log: Path, count: int) -> str:
    async def enough():
        return log.exists() and log.read_text().count("/drain_listeners") >= count

    await until(enough)
    return log.read_text()


async def test_what_envoy_does_not_know_is_refused_in_its_own_words(envoy):
    admin, _ = envoy

    with pytest.raises(AdminRefused) as raised:
        await admin.config_dump("no_such_list")

    assert "no_such_list" in raised.value.why


async def test_an_invalid_pattern_is_refused_in_its_own_words(envoy):
    admin, _ = envoy

    with pytest.raises(AdminRefused) as raised:
        await admin.stats("((")

    assert "missing )" in raised.value.why


async def test_a_missing_socket_is_a_typed_error_and_not_ready(tmp_path):
    admin = Admin(tmp_path / "admin.sock")

    assert not await admin.ready()
    with pytest.raises(AdminUnreachable) as raised:
        await admin.stats()

    assert "admin.sock" in raised.value.what
    assert raised.value.code == "envoy-admin-unreachable"


@contextlib.asynccontextmanager
async def answering(folder: Path, answer: bytes, *, hang: bool = False):
    """A server that is no Envoy: it gives *answer* to everybody."""
    release = asyncio.Event()

    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        if hang:
            await release.wait()
        writer.close()

    server = await asyncio.start_unix_server(serve, str(folder / "admin.sock"))
    async with server:
        yield Admin(folder / "admin.sock", timeout=0.2 if hang else 5)
        release.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + b'{"a": 1}',
        b"HTTP/1.1 200 OK\r\n\r\n" + b'{"a": 1}',
        b"HTTP/1.0 200 OK\r\n\r\n" + b'{"a": 1}',
        CHUNKED + b'4;x=y\r\n{"a"\r\n4\r\n: 1}\r\n0\r\nX: y\r\n\r\n',
    ],
    ids=["length", "to the end", "HTTP/1.0", "chunks"],
)
async def test_each_way_of_ending_a_body_is_understood(tmp_path, answer):
    async with answering(tmp_path, answer) as admin:
        assert await admin.server_info() == {"a": 1}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 okay\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 80\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n",
        CHUNKED + b"zz\r\n",
        CHUNKED + b"4\r\nab",
        b"x" * 100_000,
    ],
)
async def test_an_answer_that_is_none_is_a_typed_error(tmp_path, answer):
    async with answering(tmp_path, answer) as admin:
        with pytest.raises(AdminUnreachable):
            await admin.server_info()


async def test_a_silent_server_is_given_up_in_time(tmp_path):
    async with answering(tmp_path, b"HTTP/1.1 200 OK\r\n", hang=True) as admin:
        with pytest.raises(AdminUnreachable, match="does not answer") as raised:
            await admin.server_info()

    assert raised.value.why == "no answer within 0.2 s"


@pytest.mark.parametrize(
    ("kind", "body"),
    [(b"text/plain", b""), (b"application/vnd.google.protobuf", b"\x05\xff\xff\xff\xff\xff")],
    ids=["text", "broken"],
)
async def test_metrics_in_another_form_are_a_typed_error(tmp_path, kind, body):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n" + body

    async with answering(tmp_path, answer) as admin:
        with pytest.raises(AdminRefused):
            await admin.stats()


async def test_json_that_is_none_is_a_typed_error(tmp_path):
    async with answering(tmp_path, b"HTTP/1.1 200 OK\r\n\r\n<html>") as admin:
        with pytest.raises(AdminRefused, match="no JSON"):
            await admin.clusters()
