"""One peer, one type: a transcript per rule. What we feed in, what comes out."""

from collections.abc import Mapping

from weft.xds.exchange import Accepted, Entry, Gate, Push, Rejected, Request
from weft.xds.session import Memory, TypeSession

NOTHING = frozenset[str]()


def entries(versions: Mapping[str, str]) -> dict[str, Entry]:
    return {name: Entry(version, b"") for name, version in versions.items()}


def push(nonce: str, upsert: Mapping[str, str] | None = None, remove: str = "") -> Push:
    return Push(nonce, entries(upsert or {}), frozenset(remove.split()))


class Peer:
    """Drives a session the way a stream does."""

    def __init__(self, memory: Memory | None = None, **target: str) -> None:
        self.session = TypeSession(memory or Memory())
        self.publish(**target)

    def publish(self, **target: str) -> Push | None:
        old = dict(self.session.target or {})
        new = entries(target)
        changed = frozenset(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
        self.session.publish(new, changed)
        return self.session.next()

    def ask(self, *names: str, **holds: str) -> Push | None:
        self.session.request(Request(subscribe=names, holds=holds))
        return self.session.next()

    def drop(self, *names: str) -> Push | None:
        self.session.request(Request(unsubscribe=names))
        return self.session.next()

    def ack(self) -> Push | None:
        assert self.session.in_flight
        self.session.request(Request(nonce=self.session.in_flight.nonce))
        return self.session.next()

    def nack(self, error: str = "bad") -> Push | None:
        assert self.session.in_flight
        self.session.request(Request(nonce=self.session.in_flight.nonce, error=error))
        return self.session.next()


# One push at a time


def test_second_publish_waits_for_the_first_answer():
    peer = Peer()
    peer.ask()
    peer.ack()

    assert peer.publish(cart="v1") == push("2", {"cart": "v1"})
    assert peer.publish(cart="v2") is None
    assert peer.ack() == push("3", {"cart": "v2"})


def test_only_the_newest_of_many_waiting_targets_is_sent():
    peer = Peer(cart="v0")
    peer.ask()
    for version in range(1, 100):
        assert peer.publish(cart=f"v{version}") is None

    assert peer.ack() == push("2", {"cart": "v99"})
    assert peer.ack() is None


def test_answer_to_an_older_push_settles_nothing():
    peer = Peer(cart="v1")
    peer.ask()

    assert peer.session.request(Request(nonce="0")) == []
    assert peer.session.request(Request(nonce="0", error="bad")) == []
    assert peer.session.in_flight == push("1", {"cart": "v1"})


def test_stale_nonce_does_not_drop_a_subscription_change():
    peer = Peer(cart="v1", bank="v1")
    peer.ask("cart")

    peer.session.request(Request(subscribe=("bank",), nonce="stale"))

    assert peer.ack() == push("2", {"bank": "v1"})


def test_nothing_is_said_before_the_target_is_known():
    session = TypeSession()
    session.request(Request())

    assert session.next() is None
    assert not session.settled

    session.publish(entries({"cart": "v1"}), frozenset())

    assert session.next() == push("1", {"cart": "v1"})


def test_large_target_is_split_below_the_limit_of_a_message():
    session = TypeSession(target={f"c{n}": Entry("v", b"x" * (1 << 20)) for n in range(7)})
    session.request(Request())
    sizes = []
    while sent := session.next():
        sizes.append(sum(len(entry.body) for entry in sent.upsert.values()))
        session.request(Request(nonce=sent.nonce))

    assert sum(sizes) == 7 << 20
    assert max(sizes) < 4 << 20
    assert session.settled


def test_resource_larger_than_a_message_goes_alone():
    target = {"big": Entry("v", b"x" * (5 << 20)), "small": Entry("v", b"")}
    session = TypeSession(target=target)
    session.request(Request())
    first = session.next()
    assert first

    session.request(Request(nonce=first.nonce))
    second = session.next()

    assert second
    assert {*first.upsert} == {"big"}
    assert {*second.upsert} == {"small"}


# Refusals


def test_after_a_refused_batch_each_resource_is_tried_alone():
    peer = Peer(bank="v1", cart="v1")
    peer.ask()

    assert peer.nack() == push("2", {"bank": "v1"})
    assert peer.ack() == push("3", {"cart": "v1"})
    assert peer.nack() == push("4", remove="cart")
    assert peer.ack() is None
    assert peer.session.refusals == {("cart", "v1"): "bad"}


def test_only_a_push_of_one_resource_is_blamed():
    peer = Peer(bank="v1", cart="v1")
    batch = peer.ask()
    assert batch
    [verdict] = peer.session.request(Request(nonce=batch.nonce, error="cart is bad"))
    alone = peer.session.next()
    assert alone
    [second] = peer.session.request(Request(nonce=alone.nonce, error="bank is bad"))

    assert verdict == Rejected(batch, "cart is bad", {})
    assert second == Rejected(alone, "bank is bad", {"bank": "v1"})


def test_in_place_of_a_refused_version_goes_the_last_good_one():
    peer = Peer(cart="v1")
    peer.ask()
    peer.ack()
    assert peer.publish(cart="v2") == push("2", {"cart": "v2"})

    assert peer.nack() == push("3", {"cart": "v1"})
    assert peer.ack() is None
    assert peer.session.settled


def test_in_place_of_a_refused_resource_that_was_never_good_goes_a_removal():
    peer = Peer(cart="v1")
    peer.ask()

    assert peer.nack() == push("2", remove="cart")
    assert peer.ack() is None


def test_refused_version_is_not_sent_again_until_the_target_changes():
    peer = Peer(cart="v1")
    peer.ask()
    peer.nack()
    peer.ack()

    assert peer.publish(cart="v1", bank="v1") == push("3", {"bank": "v1"})
    assert peer.ack() is None
    assert peer.publish(cart="v2", bank="v1") == push("4", {"cart": "v2"})


def test_rollback_after_a_refusal_is_sent_though_the_peer_once_held_it():
    """The refused push may have been applied in part: the peer may hold anything."""
    peer = Peer(bank="v1", cart="v1")
    peer.ask()
    peer.ack()
    peer.publish(bank="v2", cart="v2")
    assert peer.nack() == push("3", {"bank": "v2"})
    assert peer.publish(bank="v1", cart="v1") is None

    assert peer.nack() == push("4", {"bank": "v1", "cart": "v1"})


def test_removal_of_a_refused_resource_is_sent():
    peer = Peer(cart="v1", bank="v1")
    peer.ask()
    assert peer.publish(bank="v1") is None

    assert peer.nack() == push("2", {"bank": "v1"}, "cart")


def test_removal_inside_of_a_refused_push_happened():
    peer = Peer(cart="v1")
    peer.ask()
    peer.ack()
    assert peer.publish(bank="v1") == push("2", {"bank": "v1"}, "cart")

    assert peer.nack() == push("3", remove="bank")


def test_refused_version_is_remembered_when_the_peer_comes_back():
    """An Envoy reports the last version that it accepted, not the one that it refused."""
    memory = Memory()
    peer = Peer(memory, cart="v1")
    peer.ask()
    peer.ack()
    peer.publish(cart="v2")
    peer.nack()
    peer.ack()
    back = Peer(memory, cart="v2")

    assert back.ask(cart="v1") == push("1")
    assert back.ack() is None


def test_fresh_peer_of_the_same_name_gets_the_last_good_version_instead_of_the_refused_one():
    memory = Memory()
    peer = Peer(memory, cart="v1")
    peer.ask()
    peer.ack()
    peer.publish(cart="v2")
    peer.nack()
    peer.ack()
    fresh = Peer(memory, cart="v2")

    assert fresh.ask() == push("1", {"cart": "v1"})


def test_refused_version_leaves_alone_what_the_peer_has_held_since_before_we_came():
    """Its bytes are not here, so it can't be sent again; and a removal would cut traffic."""
    peer = Peer(cart="v2")
    assert peer.ask(cart="v1") == push("1", {"cart": "v2"})

    assert peer.nack() is None
    assert peer.session.settled
    assert peer.publish() == push("2", remove="cart")


# Subscriptions


def test_first_request_without_names_asks_for_everything():
    assert Peer(cart="v1", bank="v1").ask() == push("1", {"bank": "v1", "cart": "v1"})


def test_star_asks_for_everything():
    assert Peer(cart="v1").ask("*") == push("1", {"cart": "v1"})


def test_first_request_for_everything_is_answered_even_when_there_is_nothing():
    peer = Peer()

    assert peer.ask("*") == push("1")
    assert peer.ack() is None


def test_later_request_without_names_is_no_subscription():
    peer = Peer(cart="v1", bank="v1")
    peer.ask("cart")
    peer.ack()

    assert peer.ask() is None
    assert not peer.session.subscription.wildcard


def test_name_beside_everything_keeps_everything():
    peer = Peer(cart="v1")
    peer.ask()
    peer.ack()

    assert peer.ask("cart") == push("2", {"cart": "v1"})
    peer.ack()
    assert peer.publish(cart="v1", bank="v1") == push("3", {"bank": "v1"})


def test_names_get_only_what_they_ask_for():
    peer = Peer(cart="v1", bank="v1")

    assert peer.ask("cart") == push("1", {"cart": "v1"})
    peer.ack()
    assert peer.publish(cart="v1", bank="v2") is None


def test_unknown_name_is_answered_as_removed_and_sent_when_it_appears():
    peer = Peer()

    assert peer.ask("cart") == push("1", remove="cart")
    assert peer.ack() is None
    assert peer.publish(cart="v1") == push("2", {"cart": "v1"})


def test_resubscribed_name_is_always_sent():
    """The peer may have forgotten it, whatever we believe."""
    peer = Peer(cart="v1")
    peer.ask("cart")
    peer.ack()

    assert peer.ask("cart") == push("2", {"cart": "v1"})


def test_name_resubscribed_while_its_push_is_under_way_is_sent_again():
    peer = Peer(cart="v1")
    peer.ask("cart")
    assert peer.ask("cart") is None

    assert peer.ack() == push("2", {"cart": "v1"})
    assert peer.ack() is None


def test_resubscribed_star_sends_everything_again():
    peer = Peer(cart="v1")
    peer.ask("*")
    peer.ack()

    assert peer.ask("*") == push("2", {"cart": "v1"})


def test_star_after_names_sends_the_rest():
    peer = Peer(cart="v1", bank="v1")
    peer.ask("cart")
    peer.ack()

    assert peer.ask("*") == push("2", {"bank": "v1"})


def test_unsubscribed_name_is_not_answered_and_hears_no_more():
    peer = Peer(cart="v1")
    peer.ask("cart")
    peer.ack()

    assert peer.drop("cart") is None
    assert peer.publish(cart="v2") is None
    assert peer.publish() is None


def test_unsubscribing_the_last_name_is_not_asking_for_everything():
    peer = Peer(cart="v1")
    peer.ask("cart")
    peer.ack()
    peer.drop("cart")

    assert peer.ask() is None


def test_name_unsubscribed_under_everything_is_answered_with_the_resource():
    """The peer doesn't know whether everything includes it."""
    peer = Peer(cart="v1")
    peer.ask("*", "cart")
    peer.ack()

    assert peer.drop("cart") == push("2", {"cart": "v1"})


def test_unknown_name_unsubscribed_under_everything_is_answered_as_removed():
    peer = Peer()
    peer.ask("*", "cart")
    peer.ack()

    assert peer.drop("cart") == push("2", remove="cart")


def test_name_that_was_never_subscribed_may_be_unsubscribed():
    peer = Peer(cart="v1")
    peer.ask("*")
    peer.ack()

    assert peer.drop("ghost") is None


def test_without_the_star_only_the_named_remain():
    peer = Peer(cart="v1", bank="v1")
    peer.ask("*", "cart")
    peer.ack()

    assert peer.drop("*") is None
    assert peer.publish(cart="v2", bank="v2") == push("2", {"cart": "v2"})


def test_answer_for_a_name_dropped_meanwhile_is_forgotten():
    peer = Peer(cart="v1")
    peer.ask("cart")
    peer.drop("cart")
    peer.ack()

    assert peer.session.memory.held == {}


# Coming back


def test_what_the_peer_holds_is_not_sent_again():
    peer = Peer(cart="v1", bank="v1")

    assert peer.ask("*", cart="v1", bank="v1") == push("1")
    assert peer.ack() is None


def test_names_asked_for_and_held_are_not_sent_again_on_a_new_stream():
    peer = Peer(cart="v1", bank="v1")

    assert peer.ask("cart", "bank", cart="v1") == push("1", {"bank": "v1"})


def test_what_is_gone_meanwhile_is_removed():
    peer = Peer(cart="v2")

    assert peer.ask("*", cart="v1", bank="v1") == push("1", {"cart": "v2"}, "bank")


def test_what_was_under_way_when_the_stream_broke_may_run_though_the_peer_does_not_report_it():
    memory = Memory()
    peer = Peer(memory, bank="v1", cart="bad")
    peer.ask()
    back = Peer(memory)

    assert back.ask() == push("1", remove="bank cart")


def test_what_was_in_a_refused_push_may_run_at_another_version_than_the_peer_reports():
    memory = Memory()
    peer = Peer(memory, bank="v1", cart="v1")
    peer.ask()
    peer.ack()
    peer.publish(bank="v2", cart="bad")
    peer.nack()
    back = Peer(memory, bank="v1", cart="v1")

    assert back.ask(bank="v1", cart="v1") == push("1", {"bank": "v1", "cart": "v1"})


# Silence


def test_after_too_long_the_next_push_goes_without_the_answer():
    peer = Peer(cart="v1")
    peer.ask()
    peer.session.abandon()

    assert peer.session.next() is None
    assert not peer.session.settled
    assert peer.publish(cart="v2") == push("2", {"cart": "v2"})


def test_late_acceptance_is_one():
    peer = Peer(cart="v1")
    sent = peer.ask()
    assert sent
    peer.session.abandon()

    assert peer.session.request(Request(nonce="1")) == [Accepted(sent)]
    assert peer.session.settled


def test_late_refusal_of_what_was_overtaken_blames_nothing():
    peer = Peer(cart="v1")
    peer.ask()
    peer.session.abandon()
    peer.publish(cart="v2")
    peer.session.abandon()

    [verdict] = peer.session.request(Request(nonce="1", error="bad"))

    assert isinstance(verdict, Rejected)
    assert verdict.blamed == {}
    assert peer.session.refusals == {}


def test_late_refusal_is_one():
    peer = Peer(cart="v1")
    peer.ask()
    peer.session.abandon()

    peer.session.request(Request(nonce="1", error="bad"))

    assert peer.session.refusals == {("cart", "v1"): "bad"}
    assert peer.session.next() == push("2", remove="cart")


def test_unanswered_pushes_are_kept_in_bounded_number():
    peer = Peer()
    peer.ask()
    for version in range(100):
        peer.session.abandon()
        peer.publish(cart=f"v{version}")

    assert len(peer.session.unanswered) < 10


# Gates


def test_withdrawal_waits_for_its_gate_and_a_retraction_does_not():
    """What was never accepted can't be needed by anything."""
    peer = Peer(cart="v1")
    peer.ask()
    peer.ack()
    closed = Gate(withdrawals=False)
    session = peer.session
    session.publish(entries({"bank": "v1"}), frozenset({"cart", "bank"}))
    assert session.next(closed) == push("2", {"bank": "v1"})
    session.request(Request(nonce="2", error="bad"))

    assert session.next(closed) == push("3", remove="bank")
    session.request(Request(nonce="3"))
    assert session.next(closed) is None
    assert session.next() == push("4", remove="cart")


def test_answers_pass_a_gate_that_holds_news_back():
    peer = Peer(cart="v1", bank="v1")
    session = peer.session
    peer.ask("cart")
    peer.ack()
    session.publish(entries({"cart": "v2", "bank": "v1"}), frozenset({"cart"}))
    session.request(Request(subscribe=("bank",)))

    assert session.next(Gate(upserts=False)) == push("2", {"bank": "v1"})


def test_empty_greeting_waits_until_nothing_is_held_back():
    session = TypeSession(target=entries({"cart": "v1"}))
    session.request(Request())

    assert session.next(Gate(upserts=False, answers=False)) is None
    assert session.next() == push("1", {"cart": "v1"})
