"""Alarms: raised once, resolved once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.api.agent import CertificateInfo, ProxyInfo, Refusal
from weft.api.shapes import AlarmView
from weft.model.catalog import Health, Instance
from weft.model.document import Document, Key, Mesh
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.server.alarms import Alarms, HostFacts, Raised, Resolved, conditions, undecided

NOW = 10_000.0
ORDERS = Name("orders")


def snapshot(*health: Health, since: float = NOW - 1) -> Snapshot:
    found = Snapshot()
    for number, one in enumerate(health, 1):
        instance = Instance(
            ORDERS, f"orders-{number}", "127.0.0.1", number, health=one, reason="why", since=since
        )
        found = found.with_instance(instance, number)
    return found


def host(**facts: object) -> HostFacts:
    return HostFacts("laptop", **{"connected": True, **facts})  # type: ignore[arg-type]


def ids(found: Snapshot, *hosts: HostFacts, now: float = NOW) -> dict[str, str]:
    return {alarm.id: alarm.severity for alarm in conditions(found, hosts, now)}


def alarm(id: str, severity: str = "warning", since: float = 0.0) -> AlarmView:
    return AlarmView(id=id, severity=severity, what=id, why="", fix="", since=since)  # type: ignore[arg-type]


def test_an_alarm_is_news_once_and_its_end_is_news_once():
    alarms = Alarms()

    assert alarms.update([alarm("a")]) == [Raised(alarm("a"))]
    assert alarms.update([alarm("a")]) == []
    assert alarms.update([]) == [Resolved(alarm("a"))]
    assert alarms.update([]) == []


def test_an_instance_that_is_started_again_and_again_is_one_alarm():
    alarms, news = Alarms(), []
    for health in [Health.UNHEALTHY, Health.STARTING] * 5 + [Health.HEALTHY]:
        found = snapshot(health)
        news += alarms.update(conditions(found, (), NOW), undecided(found))

    assert [type(one) for one in news] == [Raised, Raised, Resolved, Resolved]
    assert {one.alarm.id for one in news} == {
        "instance/default/orders/orders-1",
        "service/default/orders",
    }


def test_the_alarm_of_an_instance_that_is_gone_is_resolved():
    alarms = Alarms()
    for found in (snapshot(Health.UNHEALTHY, Health.HEALTHY), snapshot()):
        news = alarms.update(conditions(found, (), NOW), undecided(found))

    assert [type(one) for one in news] == [Resolved]


def test_an_alarm_that_grows_is_news_again_and_keeps_its_first_moment():
    alarms = Alarms()
    alarms.update([alarm("a", since=1)])

    assert alarms.update([alarm("a", "critical", since=9)]) == [
        Raised(alarm("a", "critical", since=1))
    ]


def test_critical_alarms_stand_first_and_then_the_oldest():
    alarms = Alarms()
    alarms.update([alarm("new", since=9), alarm("old", since=1), alarm("bad", "critical", 5)])

    assert [one.id for one in alarms.standing] == ["bad", "old", "new"]


@given(st.lists(st.sets(st.sampled_from("abc"))))
def test_whoever_hears_the_news_knows_what_stands(history: list[set[str]]):
    alarms, heard = Alarms(), set()
    for standing in history:
        for news in alarms.update([alarm(one) for one in standing]):
            if isinstance(news, Raised):
                assert news.alarm.id not in heard
                heard.add(news.alarm.id)
            else:
                heard.remove(news.alarm.id)
        assert heard == standing == {one.id for one in alarms.standing}


def test_an_unhealthy_instance_is_a_warning_while_others_serve():
    assert ids(snapshot(Health.UNHEALTHY, Health.HEALTHY)) == {
        "instance/default/orders/orders-1": "warning"
    }


def test_a_service_that_nobody_serves_is_critical():
    assert ids(snapshot(Health.UNHEALTHY, Health.STARTING))["service/default/orders"] == "critical"


@pytest.mark.parametrize("health", [Health.HEALTHY, Health.DRAINING, Health.STARTING])
def test_what_is_well_or_on_its_way_is_no_alarm(health: Health):
    assert ids(snapshot(health)) == {}


def test_a_slow_instance_is_a_warning():
    (one,) = conditions(snapshot(Health.DEGRADED), (), NOW)

    assert (one.severity, one.what) == ("warning", "orders-1 answers slowly")


def test_an_instance_that_does_not_get_ready_is_a_warning():
    assert ids(snapshot(Health.STARTING, since=NOW - 31)) == {
        "instance/default/orders/orders-1": "warning"
    }


def test_a_lost_host_is_critical():
    assert ids(Snapshot(), host(connected=False, silent_s=12.0)) == {"host/laptop": "critical"}


@pytest.mark.parametrize(
    ("left_s", "severity"), [(1900, None), (1100, "warning"), (300, "critical"), (-1, "critical")]
)
def test_a_certificate_that_should_have_been_renewed_is_an_alarm(
    left_s: float, severity: str | None
):
    certificate = CertificateInfo(
        "spiffe://a", "default.web", "1", NOW + left_s - 3600, NOW + left_s
    )

    found = ids(Snapshot(), host(certificates=(certificate,)))

    assert found.get("certificate/laptop/default.web") == severity


def test_a_short_lived_certificate_is_measured_by_its_life_and_not_by_its_backdating():
    certificate = CertificateInfo("spiffe://a", "default.web", "1", NOW - 130, NOW + 10)
    mesh = Snapshot().with_document(Document(Mesh("shop", certificate_life_s=20)), 1)

    assert ids(mesh, host(certificates=(certificate,))) == {}
    assert ids(mesh, host(certificates=(certificate,)), now=NOW + 9) != {}


def test_a_refused_resource_names_the_document_to_change():
    refusal = Refusal("default.web", "cluster a", "bad", (Key("Service", "default/orders"),), 5.0)

    (one,) = conditions(Snapshot(), [host(refusals=(refusal,))], NOW)

    assert (one.since, one.why) == (5.0, "bad")
    assert "Service/default/orders" in one.fix


def test_a_proxy_without_its_agent_is_an_alarm_after_a_while():
    proxy = ProxyInfo("default.web", pid=None, since=NOW - 11, last_exit="killed")

    assert ids(Snapshot(), host(proxies=(proxy,))) == {"proxy/laptop/default.web": "critical"}
    assert ids(Snapshot(), host(proxies=(proxy,)), now=NOW - 5) == {}


@pytest.mark.parametrize("life_s", [0, -1])
def test_a_life_that_means_nothing_ends_nobody(life_s: float):
    mesh = Document(Mesh("shop", certificate_life_s=life_s))
    held = CertificateInfo("spiffe://shop/ns/default/service/web", "default.web", "1", 0, 100)
    hosts = [HostFacts("laptop", connected=True, certificates=(held,))]

    assert list(conditions(Snapshot().with_document(mesh, 1), hosts, now=50)) == []
