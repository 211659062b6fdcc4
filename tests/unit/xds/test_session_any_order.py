"""Whatever the order of targets, answers, subscriptions and reconnects, the right things arrive."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from weft.xds.exchange import Entry, Push, Request
from weft.xds.session import Memory, TypeSession

NAMES = "abcd"
targets = st.dictionaries(st.sampled_from(NAMES), st.sampled_from("123"))
bad_versions = st.frozensets(st.tuples(st.sampled_from(NAMES), st.sampled_from("123")))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), targets),
        st.tuples(st.just("answer"), st.none()),
        st.tuples(st.just("silence"), st.none()),
        st.tuples(st.just("reconnect"), st.booleans()),
        st.tuples(st.just("ask"), st.sampled_from([*NAMES, "*"])),
        st.tuples(st.just("drop"), st.sampled_from([*NAMES, "*"])),
    ),
    max_size=40,
)


@dataclass
class Envoy:
    """Applies the good part of what it refuses; reports only what it accepted whole."""

    bad: frozenset[tuple[str, str]]
    running: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    nacks: list[tuple[str, str]] = field(default_factory=list)

    def take(self, push: Push) -> str | None:
        for name in push.remove:
            self.running.pop(name, None)
        good = dict(push.versions.items() - self.bad)
        self.running |= good
        if good != push.versions:
            if len(push.upsert) == 1:
                self.nacks += push.versions.items()
            return "refused"
        for name in push.remove:
            self.known.pop(name, None)
        self.known |= good
        return None


@dataclass
class World:
    """A server and an Envoy, and the target as both histories see it."""

    envoy: Envoy
    wildcard: bool = True
    names: set[str] = field(default_factory=set)
    memory: Memory = field(default_factory=Memory)
    target: dict[str, Entry] = field(default_factory=dict)
    session: TypeSession = field(init=False)

    def __post_init__(self) -> None:
        self.connect()

    def connect(self) -> None:
        covered = {n: v for n, v in self.envoy.known.items() if self.covers(n)}
        self.envoy.known = dict(covered)
        asked = (*sorted(self.names), *("*" if self.wildcard else ""))
        self.session = TypeSession(self.memory, self.target)
        if asked:
            self.say(Request(subscribe=asked, holds=covered))

    def covers(self, name: str) -> bool:
        return self.wildcard or name in self.names

    def say(self, request: Request) -> None:
        self.session.request(request)
        self.check()
        self.session.next()

    def publish(self, versions: dict[str, str]) -> None:
        new = {name: Entry(version, b"") for name, version in versions.items()}
        old, self.target = self.target, new
        changed = frozenset(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
        self.session.publish(new, changed)
        self.check()
        self.session.next()

    def answer(self) -> bool:
        push = self.session.in_flight
        if push is None:
            return False
        self.say(Request(nonce=push.nonce, error=self.envoy.take(push)))
        return True

    def silence(self) -> None:
        """The answer never comes, though the push was taken."""
        push = self.session.in_flight
        if push is None:
            return
        late = self.envoy.take(push)
        self.session.abandon()
        self.session.next()
        self.say(Request(nonce=push.nonce, error=late))

    def reconnect(self, *, fresh: bool) -> None:
        if fresh:
            self.envoy.running, self.envoy.known = {}, {}
        self.connect()

    def ask(self, name: str) -> None:
        if not self.session.subscription.opened:
            return
        self.wildcard = self.wildcard or name == "*"
        self.names |= {name} - {"*"}
        self.say(Request(subscribe=(name,)))

    def drop(self, name: str) -> None:
        if not self.session.subscription.opened:
            return
        self.wildcard = self.wildcard and name != "*"
        self.names -= {name}
        for gone in [n for n in self.envoy.running if not self.covers(n)]:
            del self.envoy.running[gone]
            self.envoy.known.pop(gone, None)
        self.say(Request(unsubscribe=(name,)))

    def check(self) -> None:
        """Every name whose wanted version isn't the held one is in `dirty`, or on its way."""
        session = self.session
        on_its_way = session.in_flight.upsert.keys() if session.in_flight else set()
        for name, entry in self.target.items():
            if not session.subscription.covers(name) or name in on_its_way:
                continue
            if (name, entry.version) in session.memory.refused:
                continue
            assert session.memory.held.get(name) == entry.version or name in session.dirty

    def settle(self) -> None:
        for _ in range(50):
            if not self.answer():
                return
        raise AssertionError("never settles")


def run(world: World, history: list) -> None:
    for step, argument in history:
        match step:
            case "publish":
                world.publish(argument)
            case "reconnect":
                world.reconnect(fresh=argument)
            case "ask" | "drop":
                getattr(world, step)(argument)
            case _:
                getattr(world, step)()


@settings(max_examples=2000, deadline=None)
@given(steps, targets, bad_versions)
def test_in_the_end_the_peer_holds_every_good_resource_and_nothing_else(history, last, bad):
    world = World(Envoy(bad))
    run(world, history)
    world.publish(last)
    world.settle()
    running = {n: v for n, v in world.envoy.running.items() if world.covers(n)}
    good = {n: v for n, v in last.items() if world.covers(n) and (n, v) not in bad}

    assert world.session.settled
    assert good.items() <= running.items()
    assert running.keys() <= last.keys()
    assert not set(running.items()) & bad


@settings(max_examples=1000, deadline=None)
@given(targets, bad_versions, st.lists(st.just(("answer", None)) | st.just(("reconnect", False))))
def test_a_refused_version_is_refused_once_whatever_reconnects(target, bad, history):
    world = World(Envoy(bad))
    world.publish(target)
    run(world, history)
    world.settle()
    world.reconnect(fresh=False)
    world.settle()

    assert len(world.envoy.nacks) == len(set(world.envoy.nacks))


@settings(max_examples=500, deadline=None)
@given(steps, targets, st.booleans())
def test_settled_peer_that_comes_back_is_sent_nothing(history, last, same_server):
    world = World(Envoy(frozenset()))
    run(world, history)
    world.publish(last)
    world.settle()
    if not same_server:
        world.memory = Memory()
    world.reconnect(fresh=False)
    push = world.session.in_flight

    assert push is None or (not push.upsert and push.remove <= world.names)
