"""The control plane as a process: started, killed, started again."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import grpc
import pytest
from msgspec.structs import replace

from weft.api import agent
from weft.api.agent import Join, Joined, Report, Reported
from weft.client import Client, ServerUnreachable
from weft.model.catalog import Config, Health, Instance, Run, Service
from weft.model.document import Alarm, Document, Mesh
from weft.model.names import Name
from weft.model.wire import decode

ORDERS = Name("orders")
MESH = (
    Document(Mesh("shop")),
    Document(Service(ORDERS)),
    Document(Run(ORDERS, command=("python", "orders.py"))),
)
INSTANCE = Instance(ORDERS, "orders-1", "127.0.0.1", 9000, health=Health.HEALTHY, since=1.0)
START = (
    "import sys; from pathlib import Path; from weft.server.app import Settings, run;"
    "a = sys.argv; sys.exit(run(Settings(Path(a[1]), Path(a[2]), a[3], a[4] or None)))"
)


@dataclass
class Place:
    """A state directory and the servers that were started on it."""

    root: Path
    listen: str = "127.0.0.1:0"
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def socket(self) -> Path:
        return self.root / "run" / "agents.sock"

    def start(self, *, mesh: str = "shop", listen: str | None = None) -> subprocess.Popen[bytes]:
        (self.root / "run").mkdir(exist_ok=True, mode=0o700)
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                START,
                str(self.state),
                str(self.root / "run"),
                mesh,
                self.listen if listen is None else listen,
            ],
            stderr=subprocess.PIPE,
        )
        self.processes.append(process)
        return process

    def serve(self) -> subprocess.Popen[bytes]:
        """A started server that answers."""
        process = self.start()
        until(lambda: process.poll() is not None or (self.pid() == process.pid and self.answers()))
        assert process.poll() is None, process.stderr and process.stderr.read()
        return process

    def pid(self) -> int | None:
        try:
            pid = json.loads((self.state / "server" / "server.json").read_bytes())["pid"]
        except (OSError, ValueError):
            return None
        return int(pid)

    @property
    def client(self) -> Client:
        url = json.loads((self.state / "server" / "server.json").read_bytes())["url"]
        return Client(url, (self.state / "token").read_text(), timeout=10)

    def answers(self) -> bool:
        try:
            self.client.healthy()
        except ServerUnreachable:
            return False
        return True

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()

    def log(self) -> list[dict[str, object]]:
        text = (self.state / "server" / "server.log").read_text()
        return [json.loads(line) for line in text.splitlines()]


def until(condition: Callable[[], bool], timeout: float = 20) -> None:
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def place() -> Iterator[Place]:
    made = Place(Path(tempfile.mkdtemp(prefix="weft-")))
    yield made
    for process in made.processes:
        if process.poll() is None:
            made.kill(process)
        if process.stderr:
            process.stderr.close()
    shutil.rmtree(made.root)


class Agent:
    """Three calls of an agent, from outside of the process."""

    def __init__(self, place: Place) -> None:
        self._channel = grpc.insecure_channel(f"unix:{place.socket}")
        self.sequence = 0

    def join(self) -> Joined:
        question = agent.encode(Join("laptop", "boot", "127.0.0.1"))
        return decode(self._channel.unary_unary(agent.JOIN.path)(question, timeout=10), Joined)

    def report(self, lease: str, *instances: Instance) -> Reported:
        self.sequence += 1
        question = Report("laptop", "boot", lease, self.sequence, instances=instances)
        call = self._channel.unary_unary(agent.REPORT.path)
        answer = call(agent.encode(question), timeout=10, wait_for_ready=True)
        return decode(answer, Reported)

    def close(self) -> None:
        self._channel.close()


@pytest.fixture
def host(place: Place) -> Iterator[Agent]:
    made = Agent(place)
    yield made
    made.close()


def test_what_was_applied_survives_a_kill(place: Place):
    process = place.serve()
    applied = place.client.apply("shop.yaml", MESH)
    url = place.client.url
    place.kill(process)
    place.listen = ""  # no address asked for: it finds the one that browsers know

    place.serve()

    assert place.client.url == url
    assert place.client.status().revision == applied.revision
    assert [d.document for d in place.client.documents("Service").documents] == [
        Document(Service(ORDERS), owner="shop.yaml")
    ]
    assert place.client.apply("shop.yaml", MESH).changes == []


def test_instances_on_leases_outlive_a_killed_server(place: Place, host: Agent):
    process = place.serve()
    place.client.apply("shop.yaml", MESH)
    lease = host.join().lease
    host.report(lease, INSTANCE)
    revision = place.client.status().revision
    place.kill(process)

    place.serve()

    (orders,) = place.client.status().services
    assert [instance.id for instance in orders.instances] == ["orders-1"]
    assert place.client.status().hosts[0].connected
    # The old lease holds, and an unchanged report changes nothing.
    assert host.report(lease, INSTANCE).known
    assert place.client.status().revision == revision


def test_a_server_that_stood_still_expires_nobody(place: Place, host: Agent):
    process = place.serve()
    place.client.apply("shop.yaml", MESH)
    lease = host.join().lease
    host.report(lease, INSTANCE)

    process.send_signal(signal.SIGSTOP)
    time.sleep(11)  # the fault itself: longer than a lease
    process.send_signal(signal.SIGCONT)

    assert host.report(lease, INSTANCE).known
    assert len(place.client.status().services[0].instances) == 1
    assert "host lost" not in [line["event"] for line in place.log()]


def test_a_silent_host_loses_its_instances_and_raises_an_alarm(place: Place, host: Agent):
    place.serve()
    place.client.apply("shop.yaml", MESH)
    host.report(host.join().lease, INSTANCE)
    assert place.client.status().services[0].health.healthy == 1

    until(lambda: not place.client.status().services[0].instances, timeout=15)

    until(lambda: bool(place.client.status().alarms))
    (alarm,) = place.client.status().alarms
    assert (alarm.severity, alarm.what) == ("critical", "host laptop is lost")
    assert "host lost" in [line["event"] for line in place.log()]


def test_an_instance_that_turns_raises_an_alarm_in_status_log_and_command(
    place: Place, host: Agent, tmp_path: Path
):
    place.serve()
    got = tmp_path / "got"
    tell = Alarm(command=("sh", "-c", f"cat >> {got}; echo >> {got}"))
    place.client.apply("shop.yaml", (Document(Mesh("shop", alarms=(tell,))), *MESH[1:]))
    lease = host.join().lease
    sick = Instance(
        ORDERS, "orders-1", "127.0.0.1", 9000, health=Health.UNHEALTHY, reason="connection refused"
    )
    other = Instance(ORDERS, "orders-2", "127.0.0.1", 9001, health=Health.HEALTHY)

    host.report(lease, sick, other)
    until(lambda: bool(place.client.status().alarms), timeout=2)
    (alarm,) = place.client.status().alarms
    host.report(lease, INSTANCE, other)
    until(lambda: not place.client.status().alarms, timeout=2)

    assert (alarm.instance, alarm.why) == ("orders-1", "connection refused")
    until(lambda: got.exists() and len(got.read_text().splitlines()) == 2)
    notices = [json.loads(line) for line in got.read_text().splitlines()]
    assert [notice["event"] for notice in notices] == ["raised", "resolved"]
    events = [line["event"] for line in place.log()]
    assert events.index("alarm raised") < events.index("alarm resolved")


def test_an_alarm_is_not_raised_again_by_the_next_server_and_is_resolved_by_it(
    place: Place, host: Agent
):
    process = place.serve()
    place.client.apply("shop.yaml", MESH)
    lease = host.join().lease
    host.report(lease, replace(INSTANCE, health=Health.UNHEALTHY))
    until(lambda: len(place.client.status().alarms) == 2)  # the instance and its service
    place.kill(process)
    place.serve()
    until(lambda: len(place.client.status().alarms) == 2)

    host.report(lease, INSTANCE)
    until(lambda: not place.client.status().alarms)

    events = [line["event"] for line in place.log()]
    assert (events.count("alarm raised"), events.count("alarm resolved")) == (2, 2)


def test_a_terminated_server_ends_quickly_although_browsers_watch(place: Place):
    process = place.serve()
    client = place.client
    seen = threading.Event()

    def look() -> None:
        for _ in client.events():
            seen.set()

    browser = threading.Thread(target=look)
    browser.start()
    assert seen.wait(10)
    began = time.monotonic()
    process.terminate()

    assert process.wait(timeout=10) == 0
    assert time.monotonic() - began < 2
    browser.join(timeout=5)
    assert not browser.is_alive()
    assert not (place.state / "server" / "server.json").exists()
    assert place.log()[-1]["event"] == "server stopped"


def test_two_servers_cannot_share_a_state_directory(place: Place):
    first = place.serve()

    second = place.start()

    assert second.wait(timeout=20) == 1
    assert second.stderr
    assert str(first.pid) in second.stderr.read().decode()
    assert place.answers()


def test_a_state_directory_belongs_to_one_mesh(place: Place):
    place.serve().terminate()
    place.processes[0].wait()

    other = place.start(mesh="market")

    assert other.wait(timeout=20) == 1
    assert other.stderr
    assert "market" in other.stderr.read().decode()


def test_an_address_that_is_taken_is_an_error_if_it_was_asked_for(place: Place):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = place.start(listen=f"127.0.0.1:{taken.getsockname()[1]}")

        assert process.wait(timeout=20) == 1
    assert process.stderr
    assert "cannot listen" in process.stderr.read().decode()


def test_without_an_address_a_free_port_is_found(place: Place):
    with socket.socket() as usual:
        usual.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            usual.bind(("127.0.0.1", 7433))
            usual.listen()
        except OSError:
            pass  # another mesh of this machine has it: as good
        place.listen = ""

        place.serve()

        assert place.client.url != "http://127.0.0.1:7433"


def test_secrets_are_for_their_owner_only_and_looser_ones_are_refused(place: Place):
    process = place.serve()
    server = place.state / "server"
    for path in (place.state / "token", server / "ca.key", server / "store.db", place.socket):
        assert path.stat().st_mode & 0o077 == 0, path
    place.kill(process)
    (place.state / "token").chmod(0o644)

    again = place.start()

    assert again.wait(timeout=20) == 1
    assert again.stderr
    assert "chmod 600" in again.stderr.read().decode()


def test_a_lost_root_key_is_not_replaced_in_silence(place: Place):
    place.kill(place.serve())
    for name in ("ca.key", "ca.pem"):
        (place.state / "server" / name).unlink()

    again = place.start()

    assert again.wait(timeout=20) == 1
    assert again.stderr
    assert "backup" in again.stderr.read().decode()


def test_a_changed_configuration_is_watched_over_a_restart(place: Place):
    process = place.serve()
    client = place.client
    client.apply("shop.yaml", (*MESH, Document(Config(ORDERS, '{"currency":"EUR"}'))))
    first = next(client.watch(kind="Config", name="orders"))
    place.kill(process)
    place.listen = client.url.removeprefix("http://")
    place.serve()
    client.apply("shop.yaml", (*MESH, Document(Config(ORDERS, '{"currency":"CHF"}'))))

    second = next(client.watch(kind="Config", name="orders", since=first.revision))

    assert first.current
    assert not second.current
    assert second.revision > first.revision
    assert second.document
    assert second.document.spec == Config(ORDERS, '{"currency":"CHF"}')
    assert bytes(client.config("default", "orders").values) == b'{"currency":"CHF"}'
    assert (
        client.config("default", "orders").revision == client.status().services[0].config_revision
    )
