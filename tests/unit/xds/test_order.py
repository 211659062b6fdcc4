"""Make before break: what waits for what, and what never waits."""

from collections.abc import Mapping

from weft.xds.exchange import Entry, Push, Request
from weft.xds.order import (
    CDS,
    EDS,
    LDS,
    MAKE_BEFORE_BREAK,
    RDS,
    SDS,
    UNORDERED,
    StreamSession,
)
from weft.xds.session import Memory

Bodies = Mapping[str, str]


def entries(bodies: Bodies) -> dict[str, Entry]:
    return {name: Entry(body, body.encode()) for name, body in bodies.items()}


class Stream:
    """Drives a stream's session by hand; `sent` is what went out, in order."""

    def __init__(self, memory: dict[str, Memory] | None = None, **bodies: Bodies) -> None:
        self.session = StreamSession(MAKE_BEFORE_BREAK, {} if memory is None else memory)
        self.sent: list[tuple[str, Push]] = []
        self.publish(**bodies)

    def publish(self, **bodies: Bodies) -> list[str]:
        kinds = {"cds": CDS, "eds": EDS, "sds": SDS, "lds": LDS, "rds": RDS}
        new = {kinds[kind]: entries(bodies.get(kind, {})) for kind in kinds}
        old = self.session.targets or {}
        changes = {
            kind: frozenset(
                n
                for n in old.get(kind, {}).keys() | new[kind].keys()
                if old.get(kind, {}).get(n) != new[kind].get(n)
            )
            for kind in new
        }
        self.session.publish(new, changes)
        return self.advance()

    def say(self, kind: str, request: Request) -> list[str]:
        self.session.request(kind, request)
        return self.advance()

    def ask(self, kind: str, *names: str, **holds: str) -> list[str]:
        return self.say(kind, Request(names, holds=holds))

    def ack(self, kind: str, error: str | None = None) -> list[str]:
        push = self.session.types[kind].in_flight
        assert push
        return self.say(kind, Request(nonce=push.nonce, error=error))

    def too_long(self, kind: str) -> list[str]:
        assert kind in self.session.waits()
        self.session.waited_too_long(kind)
        return self.advance()

    def advance(self) -> list[str]:
        pushes = self.session.advance()
        self.sent += pushes
        short = {CDS: "cds", EDS: "eds", SDS: "sds", LDS: "lds", RDS: "rds"}
        return [
            f"{short[kind]}{''.join(f' +{n}' for n in push.upsert)}"
            f"{''.join(f' -{n}' for n in sorted(push.remove))}"
            for kind, push in pushes
        ]


def running() -> Stream:
    """A stream on which a proxy runs one route to one cluster."""
    stream = Stream(cds={"a": "1"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a"})
    for kind in (CDS, LDS):
        stream.ask(kind, a="1") if kind == CDS else stream.ask(kind, l="r")
        stream.ack(kind)
    stream.ask(EDS, "a", a="1")
    stream.ask(RDS, "r", r="a")
    assert stream.session.settled
    return stream


def test_start_goes_cluster_endpoints_listener_route():
    stream = Stream(cds={"a": "1"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a"})

    assert stream.ask(CDS) == ["cds +a"]
    assert stream.ask(LDS) == []
    assert stream.ask(EDS, "a") == ["eds +a"]
    assert stream.ack(CDS) == []
    assert stream.ack(EDS) == ["lds +l"]
    assert stream.ask(RDS, "r") == []
    assert stream.ack(LDS) == ["rds +r"]
    assert not stream.session.settled
    stream.ack(RDS)
    assert stream.session.settled


def test_route_moves_only_when_its_new_cluster_has_endpoints_and_the_old_goes_last():
    stream = running()

    moved = stream.publish(cds={"b": "1"}, eds={"b": "1"}, lds={"l": "r"}, rds={"r": "b"})
    assert moved == ["cds +b"]
    assert stream.ack(CDS) == []
    assert stream.ask(EDS, "b") == ["eds +b"]
    assert stream.ack(EDS) == ["rds +r"]
    assert stream.ack(RDS) == ["cds -a"]
    assert stream.ack(CDS) == ["eds -a"]


def test_endpoints_are_sent_again_after_their_cluster_changed():
    stream = running()

    changed = stream.publish(cds={"a": "2"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a"})
    assert changed == ["cds +a", "eds +a"]


def test_endpoints_on_their_way_when_their_cluster_changes_are_sent_again():
    stream = running()
    stream.publish(cds={"a": "1"}, eds={"a": "2"}, lds={"l": "r"}, rds={"r": "a"})

    changed = stream.publish(cds={"a": "2"}, eds={"a": "2"}, lds={"l": "r"}, rds={"r": "a"})
    assert changed == ["cds +a"]
    assert stream.ack(EDS) == ["eds +a"]


def test_endpoints_alone_wait_for_nothing():
    stream = running()

    changed = stream.publish(cds={"a": "1"}, eds={"a": "2"}, lds={"l": "r"}, rds={"r": "a"})
    assert changed == ["eds +a"]


def test_endpoints_that_a_warming_cluster_asks_for_are_sent_at_once():
    stream = running()
    stream.publish(
        cds={"a": "1", "b": "1"}, eds={"a": "1", "b": "1"}, lds={"l": "r"}, rds={"r": "a"}
    )
    stream.publish(
        cds={"a": "2", "b": "1"}, eds={"a": "1", "b": "1"}, lds={"l": "r"}, rds={"r": "a"}
    )

    assert stream.ask(EDS, "b") == ["eds +b"]


def test_secret_is_sent_while_its_cluster_is_not_acknowledged():
    stream = Stream(cds={"a": "1"}, sds={"identity": "1"})
    stream.ask(CDS)

    assert stream.ask(SDS, "identity") == ["sds +identity"]


def test_listener_that_takes_the_address_of_another_comes_in_the_response_that_removes_it():
    stream = running()

    swapped = stream.publish(cds={"a": "1"}, eds={"a": "1"}, lds={"m": "r"}, rds={"r": "a"})
    assert swapped == ["lds +m -l"]


def test_cluster_of_a_route_that_stays_because_its_successor_was_refused_stays_too():
    stream = running()
    stream.publish(cds={"b": "1"}, eds={"b": "1"}, lds={"l": "r"}, rds={"r": "b"})
    stream.ack(CDS)
    stream.ask(EDS, "b")
    assert stream.ack(EDS) == ["rds +r"]

    assert stream.ack(RDS, "bad") == ["rds +r"]
    assert stream.ack(RDS) == []
    assert stream.session.settled
    fixed = stream.publish(cds={"b": "1"}, eds={"b": "1"}, lds={"l": "r"}, rds={"r": "b "})
    assert fixed == ["rds +r"]
    assert stream.ack(RDS) == ["cds -a"]


def test_refused_cluster_holds_nobody_else_up():
    stream = Stream(cds={"a": "1", "x": "1"}, eds={"a": "1", "x": "1"}, lds={"l": "r"})
    stream.ask(CDS)
    stream.ask(EDS, "a")
    stream.ack(EDS)
    stream.ask(LDS)
    assert stream.ack(CDS, "x is bad") == ["cds +a", "eds +a"]
    stream.ack(EDS)

    assert stream.ack(CDS) == ["cds +x"]
    assert stream.ack(CDS, "x is bad") == ["cds -x", "lds +l"]


def test_peer_that_comes_back_names_its_routes_before_a_cluster_goes():
    """Its clusters come first, and nothing is known yet of the routes that it runs."""
    stream = Stream(cds={"b": "1"}, eds={"b": "1"}, lds={"l": "r"}, rds={"r": "b"})

    assert stream.ask(CDS, a="1", b="1") == []
    stream.ask(EDS, "a", "b", a="1", b="1")
    stream.ask(LDS, l="r")
    stream.ack(LDS)
    assert stream.ask(RDS, "r", r="a") == ["rds +r"]
    assert stream.ack(RDS) == ["cds -a"]


def test_cluster_goes_from_a_peer_that_has_no_use_for_routes():
    stream = Stream()
    stream.ask(CDS, a="1")
    stream.ask(LDS)
    stream.ack(LDS)
    assert stream.session.waits() == {RDS: "subscription"}

    assert stream.too_long(RDS) == ["cds -a"]


def test_silence_about_clusters_holds_routes_up_for_a_while_only():
    stream = running()
    stream.publish(cds={"a": "2"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a "})
    stream.ack(EDS)

    assert not stream.session.settled
    assert stream.too_long(CDS) == ["rds +r"]
    stream.ack(RDS)
    assert stream.session.settled
    assert stream.session.given_up == {CDS}


def test_peer_silent_about_clusters_is_not_waited_for_again_until_it_answers():
    stream = running()
    stream.publish(cds={"a": "2"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a"})
    stream.ack(EDS)
    stream.too_long(CDS)

    third = stream.publish(cds={"a": "3"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a "})
    assert third == ["cds +a", "eds +a"]
    assert stream.ack(EDS) == ["rds +r"]
    stream.ack(RDS)
    stream.ack(CDS)
    fourth = stream.publish(cds={"a": "4"}, eds={"a": "1"}, lds={"l": "r"}, rds={"r": "a"})
    assert fourth == ["cds +a", "eds +a"]


def test_cluster_whose_endpoints_nobody_asks_for_holds_routes_up_for_a_while_only():
    stream = running()
    stream.publish(
        cds={"a": "1", "b": "1"}, eds={"a": "1", "b": "1"}, lds={"l": "r"}, rds={"r": "b"}
    )
    assert stream.ack(CDS) == []
    assert stream.session.waits() == {CDS: "warming b"}

    assert stream.too_long(CDS) == ["rds +r"]


def test_peer_that_never_asks_for_clusters_is_sent_them_all_the_same():
    """An Envoy stuck on a cluster asks for everything but clusters when it comes back."""
    memory: dict[str, Memory] = {}
    stream = Stream(memory, cds={"a": "1", "stuck": "1"}, eds={"a": "1"})
    stream.ask(CDS)
    stream.ack(CDS)
    back = Stream(memory, cds={"a": "1", "b": "1"}, eds={"a": "1"})
    back.ask(EDS, "a", a="1")
    back.ask(LDS)
    assert back.session.waits()[CDS] == "subscription"

    assert back.too_long(CDS)[0] == "cds +b"
    back.ack(LDS)
    assert back.too_long(RDS) == ["cds -stuck"]


def test_peer_that_asks_after_it_was_spoken_to_is_believed():
    memory = {CDS: Memory(held={"a": "1"})}
    stream = Stream(memory, cds={"a": "1", "b": "1"})
    stream.ask(LDS)
    assert stream.too_long(CDS) == ["cds +b"]

    stream.ask(CDS, a="0")
    assert stream.ack(CDS) == ["cds +a"]


def test_unknown_type_is_answered_without_order():
    stream = running()
    stream.session.request("type.googleapis.com/other", Request(("x",)))
    [(kind, push)] = stream.session.advance()

    assert kind == "type.googleapis.com/other"
    assert push.remove == {"x"}


def test_a_peer_that_has_only_just_come_is_not_settled():
    stream = Stream(cds={"a": "1"}, eds={"a": "1"})
    for kind in (CDS, EDS):
        stream.session.types[kind].memory.held = {"a": "1"}

    assert not stream.session.settled
    assert not StreamSession(UNORDERED, {}, {CDS: entries({"a": "1"})}).settled
