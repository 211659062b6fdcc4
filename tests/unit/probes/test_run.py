import asyncio
import contextlib
import time

import pytest

from fakes.app import answer, app
from weft.model.catalog import Health, Probe
from weft.probes.run import Prober
from weft.probes.threshold import Result, Threshold

EACH_SECOND = Probe(every_ms=1_000)
GOOD = Result(ok=True, latency_ms=1)
BAD = Result(ok=False, latency_ms=1, detail="connection refused")


class FakeTime:
    """A clock that sleeping moves on."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds
        await asyncio.sleep(0)


class Script:
    """An app that answers by a function of the time, and takes its time to."""

    def __init__(self, time, result_at, takes_s=0.0):
        self.time = time
        self.result_at = result_at
        self.takes_s = takes_s
        self.asked = []

    async def __call__(self, probe, host, port):
        self.asked.append(self.time.now - 100)
        self.time.now += self.takes_s
        return self.result_at(self.time.now - 100)


async def run_until(prober, condition, deadline_s=20.0):
    async def wait():
        while not condition():
            await asyncio.sleep(0.001)

    running = asyncio.create_task(prober.run())
    try:
        await asyncio.wait_for(wait(), deadline_s)
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


def fake(script, results, probe=EACH_SECOND, **kwargs):
    clock = script.time
    return Prober(
        probe, "127.0.0.1", 1, results.append,
        jitter=lambda: 1.0, clock=clock, sleep=clock.sleep, asks=script, **kwargs,
    )  # fmt: skip


@pytest.fixture
def results():
    return []


async def test_a_starting_app_is_asked_often_and_found_soon_after_it_is_ready(results):
    for ready in (0.0, 0.2, 1.0, 4.0):
        script = Script(FakeTime(), lambda now, ready=ready: GOOD if now >= ready else BAD)
        results.clear()

        await run_until(fake(script, results), lambda: any(r.ok for r in results))

        first_good = next(s for s, r in zip(script.asked, results, strict=False) if r.ok)
        assert first_good - ready <= max(0.05, 0.2 * first_good) + 1e-6


async def test_the_pause_never_exceeds_the_interval(results):
    script = Script(FakeTime(), lambda now: BAD)

    await run_until(fake(script, results, Probe(every_ms=200)), lambda: len(results) > 50)

    pauses = [b - a for a, b in zip(script.asked, script.asked[1:], strict=False)]
    assert max(pauses) <= 0.2 + 1e-6
    assert min(pauses) >= 0.05 - 1e-6


async def test_beats_do_not_drift(results):
    script = Script(FakeTime(), lambda now: GOOD, takes_s=0.3)

    await run_until(fake(script, results), lambda: len(results) > 100)

    steady = script.asked[1:]
    assert [round(at - steady[0], 6) for at in steady[:100]] == [float(n) for n in range(100)]


async def test_an_answer_that_takes_longer_than_a_beat_is_followed_by_the_next_at_once(results):
    script = Script(FakeTime(), lambda now: BAD if now > 1 else GOOD, takes_s=1.2)

    await run_until(fake(script, results, starting=False), lambda: len(results) > 4)

    pauses = [b - a for a, b in zip(script.asked, script.asked[1:], strict=False)]
    assert pauses == pytest.approx([1.2] * len(pauses))


async def test_an_app_that_runs_already_is_asked_at_the_interval_from_the_start(results):
    script = Script(FakeTime(), lambda now: BAD)

    await run_until(fake(script, results, starting=False), lambda: len(results) > 3)

    assert script.asked[:3] == pytest.approx([1.0, 2.0, 3.0])


async def test_this_hosts_own_trouble_is_no_result(results):
    script = Script(FakeTime(), lambda now: None)
    prober = fake(script, results, starting=False)

    await run_until(prober, lambda: prober.excused >= 3)

    assert results == []
    assert prober.last is None


async def test_a_result_after_trouble_clears_the_excuses(results):
    answers = [None, None, None, GOOD]
    script = Script(FakeTime(), lambda now: answers.pop(0) if answers else GOOD)
    prober = fake(script, results)

    assert await prober.probe_now() is None
    assert prober.excused == 1
    assert await prober.probe_now() == GOOD  # at the second try
    assert prober.excused == 0
    assert results == [GOOD]
    assert prober.last == GOOD


def judged(probe, *, healths, starting=True):
    """A prober whose results feed a threshold; each new health is noted with its time."""
    health = Health.STARTING if starting else Health.HEALTHY
    state = Threshold(probe, time.monotonic(), health=health, fresh=starting)
    healths.append((health, time.monotonic()))

    def on_result(result):
        nonlocal state
        state = state.after(result, time.monotonic())
        if state.health is not healths[-1][0]:
            healths.append((state.health, time.monotonic()))

    return on_result


def named(healths):
    return [health for health, _ in healths]


async def test_a_real_app_is_healthy_moments_after_it_listens():
    healths = []
    probe = Probe(kind="http", every_ms=1_000)
    async with app(answer(b"200 OK")) as port:
        prober = Prober(probe, "127.0.0.1", port, judged(probe, healths=healths))
        await run_until(prober, lambda: len(healths) == 2)

    assert named(healths) == [Health.STARTING, Health.HEALTHY]
    assert healths[1][1] - healths[0][1] < 0.5


async def test_a_hung_app_is_out_two_probes_after_it_hangs():
    healths = []
    probe = Probe(kind="http", every_ms=1_000, timeout_ms=1_000)
    async with app(hold=True) as port:
        on_result = judged(probe, healths=healths, starting=False)
        prober = Prober(probe, "127.0.0.1", port, on_result, starting=False, jitter=lambda: 0.0)
        await run_until(prober, lambda: len(healths) == 2)

    assert named(healths) == [Health.HEALTHY, Health.UNHEALTHY]
    assert healths[1][1] - healths[0][1] < 2.5


async def test_a_real_app_that_is_slow_is_degraded():
    healths = []
    probe = Probe(kind="http", every_ms=100, slower_than_ms=60)
    async with app(answer(b"200 OK"), pause_s=0.15) as port:
        prober = Prober(probe, "127.0.0.1", port, judged(probe, healths=healths))
        await run_until(prober, lambda: len(healths) == 3)

    assert named(healths) == [Health.STARTING, Health.HEALTHY, Health.DEGRADED]


async def test_a_real_app_that_answers_500_or_refuses_goes_out_and_comes_back():
    healths = []
    probe = Probe(kind="http", every_ms=100)
    async with app(answer(b"200 OK")) as port:
        on_result = judged(probe, healths=healths)
        await run_until(Prober(probe, "127.0.0.1", port, on_result), lambda: len(healths) == 2)
    async with app(answer(b"500 Oh")) as failing:
        prober = Prober(probe, "127.0.0.1", failing, on_result, starting=False)
        await run_until(prober, lambda: len(healths) == 3)
    async with app(answer(b"200 OK")) as mended:
        prober = Prober(probe, "127.0.0.1", mended, on_result, starting=False)
        await run_until(prober, lambda: len(healths) == 4)
    prober = Prober(probe, "127.0.0.1", mended, on_result, starting=False)  # nobody listens now
    await run_until(prober, lambda: len(healths) == 5)

    assert named(healths)[1:] == [
        Health.HEALTHY, Health.UNHEALTHY, Health.HEALTHY, Health.UNHEALTHY,
    ]  # fmt: skip


async def test_cancelling_a_prober_closes_its_connection():
    probe = Probe(kind="http", timeout_ms=60_000)
    asked, closed = asyncio.Event(), asyncio.Event()

    async def hang(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        asked.set()
        with contextlib.suppress(OSError):
            await reader.read()
        closed.set()
        writer.close()

    server = await asyncio.start_server(hang, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await run_until(Prober(probe, "127.0.0.1", port, lambda result: None), asked.is_set)

        await asyncio.wait_for(closed.wait(), 5)
