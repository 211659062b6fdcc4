"""Real deaths: of apps, Envoys, agents and servers, under load."""

import asyncio
import time

import psutil
import pytest

from e2e.agent.world import Load, kill

pytestmark = pytest.mark.alone  # it measures: nothing else may run beside it


async def test_a_mesh_comes_up_and_is_served(world):
    world.apply_one(instances=2)

    world.start()

    await world.until_serving()
    await world.until_healthy("web-1", "web-2")


async def test_an_app_that_is_killed_fails_no_get_and_comes_back(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()

    async with Load(world.url) as load:
        await asyncio.sleep(0.5)
        victim = world.instance("web-1").pid
        kill(victim)
        killed = time.monotonic()
        turned = await world.until(lambda: world.instance("web-1").health == "unhealthy")
        await world.until(lambda: world.instance("web-1").pid not in (None, victim))
        await world.until_healthy("web-1")
        back = len(load.answers)
        await world.until(lambda: any(a[2] == "web-1" for a in load.answers[back:]))

    assert load.failures == []
    assert turned < 0.3
    assert world.instance("web-1").restarts == 1
    assert time.monotonic() - killed < 10


async def test_without_a_server_the_dead_are_avoided_and_started_again_all_the_same(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()
    victim = world.instance("web-1").pid
    await world.control_plane.stop()

    async with Load(world.url) as load:
        await asyncio.sleep(0.3)
        kill(victim)
        before = len(load.answers)
        await asyncio.sleep(0.2)
        await world.until(lambda: any(a[2] == "web-1" for a in load.answers[before + 100 :]))
    await world.control_plane.start()
    await world.until(lambda: world.instance("web-1").restarts == 1)

    assert load.failures == []


async def test_an_envoy_that_is_killed_serves_again_within_half_a_second_without_a_server(world):
    world.apply_one()
    world.start()
    await world.until_serving()
    await world.until(lambda: len(world.pids()) == 3)
    await world.control_plane.stop()

    async with Load(world.url) as load:
        await asyncio.sleep(0.3)
        kill(world.pids()["default.web"])
        await asyncio.sleep(1.5)
        gap = load.gap()
    await world.control_plane.start()
    await world.until(lambda: any(p.restarts == 1 for p in world.control_plane.report.proxies))

    assert gap < 0.5
    proxy = next(p for p in world.control_plane.report.proxies if p.workload == "default.web")
    assert proxy.last_exit == "killed by signal 9 (SIGKILL)"


async def test_an_agent_that_is_killed_leaves_all_running_and_the_next_one_adopts_it(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()
    before = world.pids()

    async with Load(world.url) as load:
        await asyncio.sleep(0.3)
        world.kill_agent()
        await asyncio.sleep(0.5)
        world.control_plane.report = None
        world.start()
        await world.until(lambda: world.control_plane.report is not None)
        await world.until_healthy("web-1", "web-2")
        await world.until(lambda: all(p.connected for p in world.control_plane.report.proxies))
        await asyncio.sleep(0.5)

    assert load.failures == []
    assert world.pids() == before
    assert world.instance("web-1").restarts == 0
    # An adopted app is watched like any other, although it is nobody's child.
    kill(before["default/web/web-1"])
    await world.until(lambda: world.instance("web-1").health == "unhealthy", 1)
    await world.until_healthy("web-1")


async def test_an_agent_starts_from_its_cache_while_the_server_is_away(world):
    world.apply_one()
    world.start()
    await world.until_serving()
    await world.until((world.state / "agent" / "replica.json").exists)
    await world.control_plane.stop()
    world.kill_agent()
    kill(world.pids()["default/web/web-1"])

    world.start()
    await world.until_serving()
    async with Load(world.url) as load:
        await asyncio.sleep(0.5)

    assert load.failures == []
    await world.control_plane.start()
    await world.until_healthy("web-1")


async def test_a_torn_memory_means_a_new_start_and_leaves_nothing_behind(world):
    world.apply_one()
    world.start()
    await world.until_serving()
    before = set(world.pids().values())
    world.kill_agent()
    (world.state / "agent" / "state.json").write_bytes(b'{"format": 1, "ports": {"a')

    world.start()
    await world.until(lambda: len(world.pids()) == 3)
    await world.until_serving()

    assert not before & set(world.pids().values())
    assert len(world.survivors()) == 3


async def test_sigterm_drains_ends_everything_and_says_farewell(world):
    world.apply_one(instances=2)
    world.start()
    await world.until_healthy("web-1", "web-2")
    await world.until_serving()

    status = await world.stop()

    assert status == 0
    assert world.control_plane.left
    assert world.survivors() == []


async def test_orphans_are_reaped_and_strays_end_with_the_agent(world):
    """An app's child that loses its parent becomes the agent's: no zombie, no leftover."""
    app = " ".join(world.run("web").command)
    world.apply_one(command=("sh", "-c", f"(sleep 0.5 &); (setsid sleep 600 &); exec {app}"))
    world.start()
    await world.until_healthy("web-1")
    await world.until(lambda: any("sleep 600" in line for line in world.survivors()))
    await world.until(lambda: not any("sleep 0.5" in line for line in world.survivors()))

    agent = psutil.Process(world.agent.pid)
    await world.until(lambda: all(child.status() != "zombie" for child in agent.children()), 3)

    assert await world.stop() == 0
    assert world.survivors() == []


async def test_an_access_log_that_was_rotated_is_written_anew(world):
    world.apply_one()
    world.start()
    await world.until_serving()
    log = world.state / "logs" / "access" / "gateway.default.public.log"
    await world.until(lambda: log.exists() and log.stat().st_size > 0)

    with log.open("ab") as file:
        file.truncate(11 * 1024 * 1024)  # full, without the writing
    await world.until(lambda: log.with_name(f"{log.name}.1").exists())
    await world.until_serving()

    await world.until(lambda: log.exists() and 0 < log.stat().st_size < 100_000)
