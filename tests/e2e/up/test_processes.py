"""How apps are started, started again and ended."""

import os
import signal
import time
from collections import Counter

import psutil
import pytest

from e2e.up.mesh import APPS, ECHO, PYTHON

SIGNALS = f"{PYTHON} {APPS / 'signals.py'}"


def job(name: str, status: int) -> str:
    """A process that leaves a trace and ends at once."""
    return f'[sh, -c, "echo ran >> {name}.runs; exit {status}"]'


@pytest.fixture(scope="module")
def mill(module_mesh):
    quick = "backoff: 50ms, max: 200ms"
    module_mesh.start(
        f"""
format: 1
mesh: mill
services:
  once: {{run: {job("once", 1)}, restart: never}}
  lucky: {{run: {job("lucky", 0)}, restart: {{when: on-failure, {quick}}}}}
  unlucky: {{run: {job("unlucky", 1)}, restart: {{when: on-failure, {quick}}}}}
  always: {{run: {job("always", 0)}, restart: {{when: always, {quick}}}}}
  ill: {{run: {ECHO}, probe: {{http: /healthz, every: 200ms, restart_after: 1s}}}}
  base: {{run: {SIGNALS} late}}
  built: {{run: {SIGNALS}, start_after: [base]}}
  polite: {{run: {SIGNALS}, stop: SIGUSR1}}
  stubborn: {{run: {SIGNALS} stubborn, stop: {{signal: SIGINT, after: 700ms}}}}
"""
    )
    for name in ("ill", "base", "built", "polite", "stubborn"):
        module_mesh.until(lambda name=name: module_mesh.service(name).health.healthy == 1)
    return module_mesh


def runs(mill, name: str) -> int:
    path = mill.folder / f"{name}.runs"
    return len(path.read_text().split()) if path.exists() else 0


def test_what_ended_is_started_again_as_its_policy_says(mill):
    mill.until(lambda: runs(mill, "unlucky") >= 5 and runs(mill, "always") >= 5)

    assert runs(mill, "once") == 1
    assert runs(mill, "lucky") == 1
    for name in ("once", "lucky"):
        assert mill.instance(f"{name}-1").restarts == 0
        assert mill.instance(f"{name}-1").pid is None
        assert "not restarted" in mill.instance(f"{name}-1").reason
    mill.until(lambda: "crash loop" in mill.instance("unlucky-1").reason)


def test_an_app_starts_after_those_it_waits_for_are_healthy(mill):
    base, built = mill.instance("base-1"), mill.instance("built-1")

    assert base.since - base.started > 1.0, "it takes a second to listen"
    assert built.started >= base.since


def test_what_was_killed_comes_back_with_its_restarts_counted(mill):
    before = mill.instance("base-1")
    os.kill(before.pid, signal.SIGKILL)

    mill.until(lambda: mill.instance("base-1").pid not in (None, before.pid))
    mill.until(lambda: mill.health("base-1") == "healthy")

    assert mill.instance("base-1").restarts == before.restarts + 1


def test_an_app_that_stays_ill_is_restarted_after_its_time(mill):
    before = mill.instance("ill-1")
    mill.control("ill-1", healthz=500)
    broken = time.monotonic()

    mill.until(lambda: mill.instance("ill-1").pid not in (None, before.pid), 10)

    assert time.monotonic() - broken > 1.0
    mill.until(lambda: mill.health("ill-1") == "healthy", 20)
    assert mill.instance("ill-1").restarts == before.restarts + 1


def test_an_app_gets_the_signal_that_it_asked_for(mill):
    mill.client.scale("default", "polite", 0)
    mill.until(lambda: not mill.service("polite").instances)

    assert "heard SIGUSR1" in mill.weft("logs", "polite").stdout


def test_an_app_that_does_not_listen_to_its_signal_is_killed_in_the_end(mill):
    pid = mill.instance("stubborn-1").pid
    mill.client.scale("default", "stubborn", 0)
    mill.until(lambda: "heard SIGINT" in mill.weft("logs", "stubborn").stdout)
    mill.until(lambda: not mill.service("stubborn").instances, 10)

    assert not psutil.pid_exists(pid)


def test_no_process_of_the_mesh_is_a_zombie(mill):
    states = Counter(
        child.status()
        for process in mill.processes()
        for child in (process, *process.children(recursive=True))
    )

    assert states[psutil.STATUS_ZOMBIE] == 0
