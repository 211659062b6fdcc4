"""Changes of what should run: scale, restart, configuration, ports, order, ends of requests."""

import asyncio
import socket
import sys
import time
from pathlib import Path

import aiohttp
import msgspec

from e2e.agent.world import Load, environment_of, free_port, gateway_to, service
from weft.model.catalog import Config, Probe, Restart, Run
from weft.model.document import Mesh
from weft.model.names import Name


async def test_a_new_run_replaces_a_single_instance_without_a_failed_request(world):
    world.apply_one()
    world.start()
    await world.until_healthy("web-1")
    await world.until_serving()

    async with Load(world.url) as load:
        world.apply_one(env=(("NEW", "1"),))
        await world.until_healthy("web-2")
        await world.until(lambda: world.instance("web-1") is None)
        await asyncio.sleep(0.3)

    assert load.failures == []
    assert environment_of(world.instance("web-2").pid)["NEW"] == "1"


async def test_a_restart_replaces_two_instances_one_after_another_under_their_names(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()
    before = {world.instance("web-1").pid, world.instance("web-2").pid}

    async with Load(world.url) as load:
        world.apply_one(instances=2, restarts=1)
        await world.until(
            lambda: (
                len(world.control_plane.healthy) == 2
                and not before & {i.pid for i in world.control_plane.report.instances}
            )
        )
        await asyncio.sleep(0.3)

    assert load.failures == []
    assert world.control_plane.healthy == {"web-1", "web-2"}


async def test_scaling_down_lets_the_request_in_flight_end(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()

    async with aiohttp.ClientSession() as session:
        slow = [asyncio.create_task(_status(session, f"{world.url}?sleep=1")) for _ in range(4)]
        await asyncio.sleep(0.2)
        world.apply_one(instances=1)
        await world.until(lambda: world.instance("web-2").health == "draining")
        assert await asyncio.gather(*slow) == [200] * 4
    await world.until(lambda: world.instance("web-2") is None)

    assert world.control_plane.healthy == {"web-1"}
    (drained,) = world.logged("instance drained")
    assert 0.3 < drained["waited_s"] < 1.5


async def test_labels_weights_and_probes_change_without_a_new_process(world):
    world.apply_one()
    world.start()
    await world.until_healthy("web-1")
    pid = world.instance("web-1").pid

    world.apply_one(weight=50, labels=(("zone", "a"),), probe=Probe(kind="http", path="/healthz"))
    await world.until(lambda: world.instance("web-1").weight == 50)

    assert world.instance("web-1").labels == (("zone", "a"),)
    assert world.instance("web-1").pid == pid


async def test_apps_start_in_the_order_of_start_after(world):
    world.control_plane.apply(
        Mesh("shop"),
        service("web"),
        service("cache"),
        world.run("web", start_after=(Name("cache"),)),
        world.run("cache", command=("sh", "-c", f"sleep 1; exec {_echo(world)}")),
    )
    world.start()
    await world.until(lambda: world.instance("web-1") is not None)
    await world.until(lambda: "waits for cache" in world.instance("web-1").reason)
    await world.until_healthy("web-1", "cache-1")

    assert world.instance("web-1").started >= world.instance("cache-1").since


async def test_a_configuration_and_its_secret_reach_the_app_within_a_second(world):
    secret = world.folder / "key.txt"
    secret.write_text("first\n")
    world.apply_one()
    world.control_plane.apply(_config(world, '{"key": {"secret": "key.txt"}}'))
    world.start()
    await world.until_healthy("web-1")
    path = Path(environment_of(world.instance("web-1").pid)["WEFT_CONFIG"])

    assert msgspec.json.decode(path.read_bytes()) == {"key": "first"}
    assert path.stat().st_mode & 0o777 == 0o600
    secret.write_text("second\n")
    assert await world.until(lambda: b"second" in path.read_bytes()) < 1
    world.control_plane.apply(_config(world, '{"key":"third"}'))
    assert await world.until(lambda: b"third" in path.read_bytes()) < 1


async def test_an_app_whose_secret_is_missing_waits_for_it_and_says_so(world):
    world.apply_one()
    world.control_plane.apply(_config(world, '{"key": {"secret": "key.txt"}}'))
    world.start()
    await world.until(lambda: world.instance("web-1") is not None)
    await world.until(lambda: "key.txt cannot be read" in world.instance("web-1").reason)
    assert world.instance("web-1").pid is None

    (world.folder / "key.txt").write_text("here")
    await world.until_healthy("web-1")


async def test_a_taken_port_names_its_holder_and_harms_nobody_else(world):
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        world.apply_one()
        world.control_plane.apply(service("fixed"), world.run("fixed", port=port))
        world.start()
        await world.until_healthy("web-1")
        await world.until(
            lambda: "already taken" in getattr(world.instance("fixed-1"), "reason", "")
        )
        assert "(pid " in world.instance("fixed-1").reason
    await world.until_healthy("fixed-1")

    assert world.instance("fixed-1").app_port == port


async def test_a_gateway_whose_port_is_taken_is_reported_and_starts_when_it_is_free(world):
    with socket.create_server(("127.0.0.1", world.gateway_port)):
        world.apply_one()
        world.start()
        await world.until_healthy("web-1")
        await world.until(lambda: world.control_plane.report.refusals != ())
        refusal = world.control_plane.report.refusals[0]
        assert str(refusal.documents[0]) == "Gateway/default/public"
        assert "already taken: by " in refusal.error
    await world.until_serving()

    await world.until(lambda: world.control_plane.report.refusals == ())


async def test_a_crash_loop_is_loud_and_says_what_the_app_said_last(world):
    broken = (sys.executable, "-c", "import sys; sys.exit('no such table: orders')")
    world.apply_one(command=broken, restart=Restart(backoff_ms=20))
    world.start()
    await world.until(lambda: world.instance("web-1") is not None)
    await world.until(lambda: "crash loop" in world.instance("web-1").reason)

    assert "exited with status 1: no such table: orders" in world.instance("web-1").reason
    assert world.instance("web-1").health == "unhealthy"


async def test_documents_that_make_no_sense_harm_only_themselves(world):
    world.apply_one()
    world.control_plane.apply(
        service("odd"),
        Run(service=Name("odd"), address="nowhere"),
        service("torn"),
        world.run("torn"),
        Config(service=Name("torn"), values="{"),
    )
    world.start()
    await world.until_healthy("web-1")
    await world.until(lambda: "no JSON" in getattr(world.instance("torn-1"), "reason", ""))

    assert [r.error for r in world.control_plane.report.refusals] == [
        "odd-1 cannot start: 'nowhere' is no address"
    ]


async def test_a_program_that_is_not_there_is_named(world):
    world.apply_one(command=("pyhton", "web.py"))
    world.start()
    await world.until(lambda: world.instance("web-1") is not None)

    await world.until(lambda: "no program pyhton" in world.instance("web-1").reason)


async def test_a_process_that_somebody_else_runs_gets_a_proxy_and_probes(world):
    port = free_port()
    server = await asyncio.start_server(_answer, "127.0.0.1", port)
    world.control_plane.apply(
        Mesh("shop"),
        service("legacy"),
        Run(service=Name("legacy"), address=f"127.0.0.1:{port}", probe=Probe(every_ms=200)),
        gateway_to("legacy", world.gateway_port),
    )
    world.start()
    await world.until_healthy("legacy-1")
    await world.until_serving()
    assert world.instance("legacy-1").pid is None

    server.close()
    await server.wait_closed()
    await world.until(lambda: world.instance("legacy-1").health == "unhealthy", 3)


async def test_a_removed_service_is_drained_and_its_proxy_ends(world):
    world.apply_one()
    extra = [service("extra"), world.run("extra")]
    world.control_plane.apply(*extra)
    world.start()
    await world.until_healthy("web-1", "extra-1")

    world.control_plane.apply(without=extra)
    await world.until(lambda: world.instance("extra-1") is None)
    await world.until(lambda: "default.extra" not in world.memory()["proxies"])
    # It is forgotten when it is told to end, and ends a little later.
    await world.until(lambda: len(world.survivors()) == 3)

    assert not any("extra" in use for use in world.memory()["ports"])


async def test_an_unhealthy_app_is_restarted_after_its_time(world):
    probe = Probe(kind="http", path="/healthz", every_ms=100, restart_after_ms=500)
    world.apply_one(probe=probe)
    world.start()
    await world.until_healthy("web-1")
    first = world.instance("web-1")

    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{first.app_port}/control"
        async with session.post(url, json={"healthz": 500}) as answer:
            assert answer.status == 200
    began = time.monotonic()
    await world.until(lambda: world.instance("web-1").restarts == 1)
    await world.until_healthy("web-1")

    assert world.instance("web-1").pid != first.pid
    assert time.monotonic() - began < 8


async def _status(session, url):
    async with session.get(url) as answer:
        return answer.status


async def _answer(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")
    await writer.drain()
    writer.close()


def _echo(world):
    return " ".join(world.run("cache").command)


def _config(world, values):
    return Config(service=Name("web"), values=values, dir=str(world.folder))
