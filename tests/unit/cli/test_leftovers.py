"""What a killed agent left is ended, whether or not anything remembers it."""

import os
import subprocess
import sys

import msgspec
import pytest

from weft.agent import kernel
from weft.agent.memory import Memory, ProxyMemory, save
from weft.agent.process import ProcessId
from weft.cli.leftovers import Children, end_leftovers
from weft.cli.place import Place

WAIT_S = 10
SLEEP = (sys.executable, "-c", "import time; print(flush=True); time.sleep(600)")


@pytest.fixture
def place(tmp_path):
    state = tmp_path / ".weft"
    (state / "agent").mkdir(parents=True)
    return Place(state)


@pytest.fixture
def start():
    started = []

    def start(**env):
        child = subprocess.Popen(
            SLEEP, env={**os.environ, **env}, stdout=subprocess.PIPE, start_new_session=True
        )
        child.stdout.readline()  # it runs as itself now, with its own environment
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.wait()
        child.stdout.close()


def test_what_bears_the_mark_is_ended_although_no_memory_names_it(place, start):
    stray = start(WEFT_AGENT=str(place.state))
    said = []

    end_leftovers(place, said.append)

    assert stray.wait(WAIT_S) == -9
    assert said == [f"ended a leftover: pid {stray.pid}, which bears the mark of this mesh"]


def test_what_bears_another_mark_or_none_is_left_alone(place, start):
    unmarked = start()
    neighbour = start(WEFT_AGENT=f"{place.state}2")
    said = []

    end_leftovers(place, said.append)

    assert said == []
    assert kernel.started(unmarked.pid)
    assert kernel.started(neighbour.pid)


def test_a_torn_memory_leaves_nothing_running(place, start):
    stray = start(WEFT_AGENT=str(place.state))
    (place.state / "agent" / "state.json").write_bytes(b'{"format": 1, "proxies": {"default.we')

    end_leftovers(place, lambda _: None)

    assert stray.wait(WAIT_S) == -9


def test_what_is_remembered_is_ended_by_name_and_its_files_go(place, start):
    proxy, agent = start(), start()
    who = ProcessId.of(proxy.pid)
    save(
        place.state / "agent" / "state.json",
        Memory(proxies={"default.web": ProxyMemory(process=who)}),
    )
    children = Children(agent=(agent.pid, kernel.started(agent.pid)))
    place.children_json.write_bytes(msgspec.json.encode(children))
    said = []

    end_leftovers(place, said.append)

    assert (proxy.wait(WAIT_S), agent.wait(WAIT_S)) == (-9, -9)
    assert said == [
        f"ended a leftover: agent, pid {agent.pid}",
        f"ended a leftover: proxy default.web, pid {proxy.pid}",
    ]
    assert not place.children_json.exists()


def test_a_pid_that_someone_else_has_by_now_is_not_touched(place, start):
    other = start()
    save(
        place.state / "agent" / "state.json",
        Memory(proxies={"default.web": ProxyMemory(process=ProcessId(other.pid, 1.0))}),
    )

    end_leftovers(place, lambda _: None)

    assert kernel.started(other.pid)
