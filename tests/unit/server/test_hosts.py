"""Hosts by what their agents say."""

from weft.api.agent import Join, Report
from weft.server.hosts import Hosts

JOIN = Join("laptop", "boot", "127.0.0.1")


def report(sequence: int, boot: str = "boot", lease: str = "lease") -> Report:
    return Report("laptop", boot, lease, sequence)


def joined() -> Hosts:
    hosts = Hosts(silence_s=10)
    hosts.join(JOIN, "lease", now=100)
    return hosts


def test_a_silent_host_is_lost_once_and_back_once():
    hosts = joined()

    assert [hosts.turned(now) for now in range(100, 111)] == [()] * 11
    assert hosts.turned(111) == (("laptop", False),)
    assert hosts.turned(112) == ()
    hosts.report(report(1), 113)
    assert hosts.turned(113) == (("laptop", True),)


def test_a_lost_host_that_joins_again_is_back():
    hosts = joined()
    for now in range(100, 112):
        hosts.turned(now)

    hosts.join(JOIN, "another lease", now=112)

    assert hosts.turned(112) == (("laptop", True),)


def test_a_server_that_stood_still_suspects_itself_and_no_host():
    hosts = joined()
    hosts.turned(101)

    assert hosts.turned(160) == ()
    assert hosts.connected("laptop", 160)
    assert [hosts.turned(160 + second) for second in (2, 4, 6, 8, 10)] == [()] * 5
    assert hosts.turned(171) == (("laptop", False),)


def test_an_older_report_does_not_undo_a_newer_one_but_is_a_sign_of_life():
    hosts = joined()
    assert hosts.report(report(2), 101)

    assert not hosts.report(report(1), 109)
    assert hosts.get("laptop").report == report(2)
    assert hosts.connected("laptop", 119)


def test_reports_of_another_boot_or_lease_are_not_taken():
    hosts = joined()

    assert not hosts.report(report(1, boot="older"), 101)
    assert not hosts.report(report(1, lease="older"), 101)
    assert not Hosts(10).report(report(1), 101)


def test_an_agent_that_joins_again_keeps_what_it_said():
    hosts = joined()
    hosts.report(report(7), 101)

    hosts.join(JOIN, "new lease", 102)

    assert hosts.get("laptop").report == report(7)


def test_a_restarted_agent_counts_from_one_again():
    hosts = joined()
    hosts.report(report(7), 101)

    hosts.join(Join("laptop", "second", "127.0.0.1"), "new", 102)

    assert hosts.report(report(1, boot="second", lease="new"), 103)


def test_a_host_that_left_is_forgotten():
    hosts = joined()
    hosts.leave("laptop")

    assert hosts.all() == ()
    assert hosts.turned(999) == ()
