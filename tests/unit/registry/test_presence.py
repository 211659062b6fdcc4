"""A host's report is the whole truth about its own instances, and about no others."""

from weft.model.catalog import Health, Instance
from weft.model.names import Name
from weft.model.wire import decode
from weft.registry.fold import instance_key
from weft.registry.presence import Present, Reported, Roster, removed, reported
from weft.store.base import Delete, Put

ORDERS = Name("orders")
KEY_1, KEY_2 = "instances/default/orders/orders-1", "instances/default/orders/orders-2"


def running(number: int, host: str = "a", **fields) -> Instance:
    return Instance(ORDERS, f"orders-{number}", "127.0.0.1", 15000 + number, host=host, **fields)


def roster(*instances: Instance, lease: str = "lease-1") -> Roster:
    made = Roster()
    for instance in instances:
        made.put(instance_key(instance), Present(instance, 7, lease))
    return made


def test_a_first_report_registers_under_its_lease():
    report = reported(Roster(), "a", "lease-1", [running(1), running(2)])

    assert [(op.key, op.lease, op.if_revision) for op in report.ops if isinstance(op, Put)] == [
        (KEY_1, "lease-1", 0),
        (KEY_2, "lease-1", 0),
    ]


def test_a_report_that_says_nothing_new_writes_nothing():
    again = running(1, probe_ms=3.25)

    assert reported(roster(running(1)), "a", "lease-1", [again]) == Reported((), ())


def test_only_what_changed_is_written():
    ill = running(2, health=Health.UNHEALTHY, reason="connection refused")

    (op,) = reported(roster(running(1), running(2)), "a", "lease-1", [running(1), ill]).ops

    assert isinstance(op, Put)
    assert (op.key, op.if_revision, decode(op.value, Instance)) == (KEY_2, 7, ill)


def test_what_a_host_no_longer_reports_is_removed_under_whatever_lease_it_was():
    report = reported(roster(running(1), running(2), lease="former"), "a", "lease-2", [running(1)])

    assert [type(op) for op in report.ops] == [Put, Delete]
    assert report.ops[1] == Delete(KEY_2, 7)


def test_after_a_new_join_the_same_instances_move_to_the_new_lease():
    (op,) = reported(roster(running(1)), "a", "lease-2", [running(1)]).ops

    assert isinstance(op, Put)
    assert op.lease == "lease-2"


def test_a_report_leaves_other_hosts_alone():
    assert reported(roster(running(1, host="b")), "a", "lease-1", []) == Reported((), ())


def test_the_id_of_another_hosts_instance_is_refused_and_its_holder_named():
    report = reported(roster(running(1, host="b")), "a", "lease-1", [running(1), running(2)])

    assert [op.key for op in report.ops] == [KEY_2]
    (refusal,) = report.refused
    assert (refusal.name, refusal.holder) == ("default/orders/orders-1", "b")


def test_a_host_speaks_only_for_itself():
    (op,) = reported(Roster(), "a", "lease-1", [running(1, host="b")]).ops

    assert isinstance(op, Put)
    assert decode(op.value, Instance).host == "a"


def test_an_older_generation_is_not_put():
    held = roster(running(1, generation=3))

    assert reported(held, "a", "lease-1", [running(1, generation=2)]) == Reported((), ())


def test_a_newer_generation_takes_over():
    held = roster(running(1, generation=3))

    (op,) = reported(held, "a", "lease-2", [running(1, generation=4)]).ops

    assert isinstance(op, Put)
    assert decode(op.value, Instance).generation == 4


def test_an_older_generations_deregistration_does_nothing():
    held = roster(running(1, generation=3))

    assert removed(held, "lease-1", [running(1, generation=2)]) == ()
    assert removed(held, "lease-1", [running(1, generation=3)]) == (Delete(KEY_1, 7),)


def test_a_former_leases_deregistration_does_nothing():
    assert removed(roster(running(1), lease="new"), "former", [running(1)]) == ()
    assert removed(Roster(), "former", [running(1)]) == ()


def test_an_instance_that_moved_belongs_to_its_new_host_alone():
    held = roster(running(1, host="a"))
    held.put(KEY_1, Present(running(1, host="b"), 8, "lease-2"))

    assert held.of_host("a") == {}
    assert list(held.of_host("b")) == [KEY_1]
    held.drop(KEY_1)
    held.drop(KEY_1)
    assert held.of_host("b") == {}


def test_after_a_restart_a_hosts_lease_is_the_one_it_wrote_under_last():
    held = Roster()
    held.put(KEY_2, Present(running(2), 9, "new"))
    held.put(KEY_1, Present(running(1), 5, "former"))

    held.recall({})
    assert held.leases == {"a": "new"}

    held.recall({"a": "joined since"})
    assert held.leases == {"a": "joined since"}
