import socket
import subprocess
import sys

import pytest

from weft.agent.memory import Memory
from weft.agent.ports import Ports, PortsExhausted, PortTaken, bindable, port_range


@pytest.fixture
def ports(tmp_path):
    found = Ports(Memory(), tmp_path)
    yield found
    found.close()


def test_a_use_keeps_its_port_and_no_two_uses_share_one(ports):
    first = ports.take("proxy/a")

    assert ports.take("proxy/a") == first
    assert ports.take("proxy/b") != first


def test_ports_come_from_below_the_ephemeral_range(ports):
    first, end = port_range()

    assert first <= ports.take("proxy/a") < end <= 32768


def test_a_port_is_the_same_after_a_restart(tmp_path):
    memory = Memory()
    before = Ports(memory, tmp_path)
    port = before.take("proxy/a")
    before.close()

    after = Ports(memory, tmp_path)

    assert after.take("proxy/a") == port
    after.close()


def test_a_remembered_port_that_somebody_took_meanwhile_is_replaced(tmp_path):
    memory = Memory()
    before = Ports(memory, tmp_path)
    port = before.take("proxy/a")
    before.close()
    after = Ports(memory, tmp_path)

    with socket.create_server(("127.0.0.1", port)):
        assert after.take("proxy/a") != port
    after.close()


def test_the_port_of_a_program_that_still_runs_is_kept_without_trying_it(tmp_path):
    memory = Memory()
    before = Ports(memory, tmp_path)
    port = before.take("proxy/a")
    before.close()
    after = Ports(memory, tmp_path)

    with socket.create_server(("127.0.0.1", port)):
        after.keep(["proxy/a", "proxy/unknown"])
        assert after.take("proxy/a") == port
    after.close()


def test_a_freed_port_is_not_the_next_one_given(ports):
    port = ports.take("in/a")
    ports.free("in/a")

    assert ports.take("in/b") != port


def test_a_fixed_port_that_is_taken_names_who_holds_it(ports):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(PortTaken) as caught:
            ports.take("app/a", fixed=port)
    assert caught.value.what == f"port {port} on 127.0.0.1 is already taken"
    assert caught.value.why.startswith("by ")
    assert "(pid " in caught.value.why


def test_a_fixed_port_of_this_mesh_itself_is_refused(ports):
    port = ports.take("app/a")

    with pytest.raises(PortTaken, match="already taken") as caught:
        ports.take("gateway/b", fixed=port)
    assert caught.value.why == "by this mesh itself, for app/a"


def test_a_use_moves_to_another_fixed_port_and_gives_the_old_one_back(ports):
    first = ports.take("gateway/a")
    second = ports.take("gateway/b")
    ports.free("gateway/b")

    assert ports.take("gateway/a", fixed=second) == second
    assert ports.take("gateway/b", fixed=first) == first


def test_an_app_may_start_only_on_a_port_that_can_be_listened_on(ports):
    port = ports.take("app/a")
    ports.claim("app/a", port, fixed=False)

    with socket.create_server(("127.0.0.1", port)), pytest.raises(PortTaken):
        ports.claim("app/a", port, fixed=False)


def test_another_agent_of_this_user_gets_other_ports(ports, tmp_path):
    port = ports.take("proxy/a")
    code = (
        "import sys; from pathlib import Path; from weft.agent.memory import Memory;"
        "from weft.agent.ports import Ports, PortTaken\n"
        "ports = Ports(Memory(), Path(sys.argv[1]))\n"
        "try: ports.take('x', fixed=int(sys.argv[2]))\n"
        "except PortTaken: print('taken')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), str(port)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "taken"


def test_a_listener_on_all_addresses_holds_the_loopback_port_too():
    with socket.create_server(("0.0.0.0", 0)) as server:
        port = server.getsockname()[1]
        assert not bindable(port)
    assert bindable(port)


def test_an_exhausted_range_says_what_helps(ports):
    ports._first, ports._end = 20_000, 20_000
    ports._end = ports._first + 2
    taken = [ports.take(f"local/{n}") for n in range(2) if bindable(ports._first + n)]

    with pytest.raises(PortsExhausted) as caught:
        ports.take("local/more")
    assert len(taken) <= 2
    assert "declare `calls`" in caught.value.fix
