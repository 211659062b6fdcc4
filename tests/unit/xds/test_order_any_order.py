"""Whatever comes in whatever order, no route ever meets a missing cluster."""

from collections import deque
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.proxy import FakeProxy
from weft.xds.exchange import Entry, Push, Request
from weft.xds.order import CDS, EDS, LDS, MAKE_BEFORE_BREAK, RDS, StreamSession, Targets
from weft.xds.session import Memory

CLUSTERS, ROUTES, LISTENERS = "abc", "rs", "lm"


@st.composite
def meshes(draw) -> Targets:
    """Resources that fit together: every named cluster and route is there."""
    clusters = draw(st.dictionaries(st.sampled_from(CLUSTERS), st.sampled_from("12"), min_size=1))
    some = st.lists(st.sampled_from(sorted(clusters)), min_size=1, max_size=2, unique=True)
    routes = draw(st.dictionaries(st.sampled_from(ROUTES), some.map(" ".join), min_size=1))
    listeners = draw(st.dictionaries(st.sampled_from(LISTENERS), st.sampled_from(sorted(routes))))
    versions = st.sampled_from("12")
    return {
        CDS: {name: Entry(version, b"") for name, version in clusters.items()},
        EDS: {name: Entry(draw(versions), b"") for name in clusters},
        LDS: {name: Entry(route, route.encode()) for name, route in listeners.items()},
        RDS: {name: Entry(body, body.encode()) for name, body in routes.items()},
    }


bad_resources = st.frozensets(
    st.one_of(
        st.tuples(st.just(CDS), st.sampled_from(CLUSTERS), st.sampled_from("12")),
        st.tuples(st.just(RDS), st.sampled_from(ROUTES), st.sampled_from(["a", "b", "a b", "c"])),
        st.tuples(st.just(LDS), st.sampled_from(LISTENERS), st.sampled_from(ROUTES)),
    ),
    max_size=4,
)
happenings = st.lists(
    st.one_of(
        meshes(),
        st.sampled_from(["deliver"] * 4 + ["hear"] * 4 + ["reconnect", "new server"]),
    ),
    max_size=60,
)


@dataclass
class World:
    """A server, a proxy, and what is on the wire between them."""

    proxy: FakeProxy
    targets: Targets = field(default_factory=dict)
    memory: dict[str, Memory] = field(default_factory=dict)
    down: deque[tuple[str, Push]] = field(default_factory=deque)
    up: deque[tuple[str, Request]] = field(default_factory=deque)
    session: StreamSession = field(init=False)

    def __post_init__(self) -> None:
        self.connect()

    def connect(self) -> None:
        self.down.clear()
        self.up.clear()
        self.session = StreamSession(MAKE_BEFORE_BREAK, self.memory, self.targets)
        self.up.extend(self.proxy.hello())

    def publish(self, targets: Targets) -> None:
        changes = {}
        for kind in (CDS, EDS, LDS, RDS):
            old, new = self.targets.get(kind, {}), targets[kind]
            changes[kind] = frozenset(n for n in {*old, *new} if old.get(n) != new.get(n))
        self.targets = targets
        self.session.publish(targets, changes)
        self.down.extend(self.session.advance())

    def deliver(self) -> bool:
        if not self.down:
            return False
        self.up.extend(self.proxy.take(*self.down.popleft()))
        return True

    def hear(self) -> bool:
        if not self.up:
            return False
        self.session.request(*self.up.popleft())
        self.down.extend(self.session.advance())
        return True

    def settle(self) -> None:
        for _ in range(500):
            if not self.deliver() and not self.hear():
                waits = self.session.waits()
                if not waits:
                    return
                assert set(waits.values()) == {"subscription"}, waits
                for kind in waits:
                    self.session.waited_too_long(kind)
                self.down.extend(self.session.advance())
        raise AssertionError("never settles")

    def happen(self, what: Targets | str) -> None:
        match what:
            case "deliver":
                self.deliver()
            case "hear":
                self.hear()
            case "reconnect":
                self.connect()
            case "new server":
                self.memory = {}
                self.connect()
            case dict():
                self.publish(what)


def live(world: World) -> World:
    for kind in (CDS, EDS, LDS, RDS):
        world.targets.setdefault(kind, {})  # type: ignore[attr-defined]
    return world


@settings(max_examples=600, deadline=None)
@given(happenings, meshes())
def test_no_route_ever_meets_a_missing_cluster_and_in_the_end_all_is_as_wanted(history, last):
    world = live(World(FakeProxy()))
    for what in history:
        world.happen(what)
    world.publish(last)
    world.settle()
    running = world.proxy.running
    wanted = {kind: {n: e.version for n, e in last[kind].items()} for kind in (CDS, EDS, LDS)}
    used = {body.decode() for body in (e.body for e in last[LDS].values())}

    assert world.proxy.broken == []
    assert {kind: running[kind] for kind in wanted} == wanted
    assert running[RDS] == {n: e.version for n, e in last[RDS].items() if n in used}
    assert world.session.settled


@settings(max_examples=600, deadline=None)
@given(happenings, meshes(), bad_resources)
def test_no_route_meets_a_cluster_that_is_missing_because_of_another_refusal(history, last, bad):
    world = live(World(FakeProxy(bad)))
    for what in history:
        world.happen(what)
    world.publish(last)
    world.settle()
    running = world.proxy.running
    good = {(n, e.version) for n, e in last[CDS].items() if (CDS, n, e.version) not in bad}

    assert world.proxy.broken == []
    assert good <= running[CDS].items()
    assert {n for n in running[LDS] if n not in last[LDS]} == set()
    assert world.session.settled


@settings(max_examples=300, deadline=None)
@given(meshes(), meshes())
def test_nothing_is_applied_twice_by_a_proxy_that_comes_back_to_a_new_server(first, second):
    world = live(World(FakeProxy()))
    for mesh in (first, second):
        world.publish(mesh)
        world.settle()
    world.proxy.updates.clear()

    world.happen("new server")
    world.settle()

    assert world.proxy.updates == {}


def test_without_the_table_a_route_does_meet_a_missing_cluster():
    """The control: the property above can fail."""
    world = live(World(FakeProxy()))
    one = {
        CDS: {"a": Entry("1", b"")},
        EDS: {"a": Entry("1", b"")},
        LDS: {"l": Entry("r", b"r")},
        RDS: {"r": Entry("a", b"a")},
    }
    two = {**one, CDS: {"b": Entry("1", b"")}, EDS: {"b": Entry("1", b"")}}
    two[RDS] = {"r": Entry("b", b"b")}
    world.session = replace(world.session, table=())
    for mesh in (one, two):
        world.publish(mesh)
        world.settle()

    assert world.proxy.broken != []
