"""Alarms: what a person should look at, raised once and resolved once.

    Snapshot, hosts  ->  conditions()  ->  Alarms.update()  ->  Raised, Resolved

Pure: *now* is Unix time and an argument. A condition holds or does not; nothing
here depends on having seen it begin, so an alarm cannot be missed or stay for ever.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from weft.api.agent import CertificateInfo, ProxyInfo, Refusal
from weft.api.shapes import AlarmView, Severity
from weft.model.catalog import Health, Instance
from weft.model.names import Name
from weft.model.snapshot import Snapshot

#: An instance that is not ready after so long is worth a look.
READY_WITHIN_S: Final = 30.0
#: A proxy that has no stream to its agent after so long is worth a look.
PROXY_WITHIN_S: Final = 10.0
#: Certificates renew at half of their life; below these shares something is wrong.
WARN_SHARE: Final = 0.33
CRITICAL_SHARE: Final = 0.10


@dataclass(frozen=True)
class HostFacts:
    """What one host says that may be worth an alarm."""

    name: str
    connected: bool
    silent_s: float = 0.0
    certificates: tuple[CertificateInfo, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    proxies: tuple[ProxyInfo, ...] = ()


@dataclass(frozen=True)
class Raised:
    """A condition began to hold."""

    alarm: AlarmView


@dataclass(frozen=True)
class Resolved:
    """A condition no longer holds."""

    alarm: AlarmView


@dataclass
class Alarms:
    """The alarms that stand."""

    _standing: dict[str, AlarmView] = field(default_factory=dict)

    def recall(self, standing: Iterable[AlarmView]) -> None:
        """Know the alarms again that a former server raised: they are no news."""
        self._standing = {alarm.id: alarm for alarm in standing}

    def update(
        self, found: Iterable[AlarmView], undecided: Collection[str] = ()
    ) -> list[Raised | Resolved]:
        """What changed, now that *found* holds. New words for a standing alarm are no news.

        Alarms whose ids are *undecided* stay if they stand, and do not begin.
        """
        before, now = self._standing, {alarm.id: alarm for alarm in found}
        for key in before.keys() - now.keys():
            if key in undecided:
                now[key] = before[key]
        for key in before.keys() & now.keys():
            # A standing alarm keeps its first moment.
            now[key] = replace(now[key], since=before[key].since)
        self._standing = now
        return [
            *(Raised(now[key]) for key in now if _is_news(now[key], before.get(key))),
            *(Resolved(before[key]) for key in before if key not in now),
        ]

    @property
    def standing(self) -> tuple[AlarmView, ...]:
        """All that stand: the critical ones first, then the oldest."""
        return tuple(
            sorted(
                self._standing.values(),
                key=lambda alarm: (alarm.severity != "critical", alarm.since, alarm.id),
            )
        )


def _is_news(alarm: AlarmView, before: AlarmView | None) -> bool:
    return before is None or before.severity != alarm.severity


def undecided(snapshot: Snapshot) -> frozenset[str]:
    """The alarms that neither begin nor end now.

    An instance that is started again and again is unhealthy all the time: that
    it is starting does not mean that it is well.
    """
    found = set()
    for service, instances in snapshot.instances.items():
        found |= {_instance_id(i) for i in instances if i.health is Health.STARTING}
        if not any(instance.health.serving for instance in instances):
            found.add(_service_id(service))
    return frozenset(found)


def conditions(snapshot: Snapshot, hosts: Iterable[HostFacts], now: float) -> Iterator[AlarmView]:
    """All that holds now."""
    for service, instances in snapshot.instances.items():
        yield from _service(service, instances, now)
    life_s = snapshot.mesh.certificate_life_s if snapshot.mesh else 3600.0
    for host in hosts:
        if not host.connected:
            yield AlarmView(
                id=f"host/{host.name}",
                severity="critical",
                what=f"host {host.name} is lost",
                why=f"its agent has said nothing for {host.silent_s:.0f} s",
                fix="see whether the agent runs; its services and proxies go on without it",
                since=now - host.silent_s,
            )
        for certificate in host.certificates:
            yield from _certificate(host.name, certificate, life_s, now)
        for refusal in host.refusals:
            yield _refusal(host.name, refusal, now)
        for proxy in host.proxies:
            yield from _proxy(host.name, proxy, now)


def _instance_id(instance: Instance) -> str:
    return f"instance/{instance.service.key}/{instance.id}"


def _service_id(service: Name) -> str:
    return f"service/{service.key}"


def _service(service: Name, instances: tuple[Instance, ...], now: float) -> Iterator[AlarmView]:
    for instance in instances:
        yield from _instance(instance, now)
    ailing = [i for i in instances if i.health is Health.UNHEALTHY]
    if ailing and not any(instance.health.serving for instance in instances):
        yield AlarmView(
            id=_service_id(service),
            severity="critical",
            what=f"nobody serves {service}",
            why=f"{len(ailing)} of {len(instances)} instances are unhealthy, none is healthy",
            fix=f"see `weft logs {service}`",
            service=str(service),
            since=max(instance.since for instance in ailing),
        )


_WORDS: Final[Mapping[Health, str]] = {
    Health.UNHEALTHY: "is unhealthy",
    Health.DEGRADED: "answers slowly",
}


def _instance(instance: Instance, now: float) -> Iterator[AlarmView]:
    words = _WORDS.get(instance.health)
    late = instance.health is Health.STARTING and now - instance.since > READY_WITHIN_S
    if late and instance.since:
        words = f"is not ready after {READY_WITHIN_S:.0f} s"
    if words:
        yield AlarmView(
            id=_instance_id(instance),
            severity="warning",
            what=f"{instance.id} {words}",
            why=instance.reason,
            fix=f"see `weft logs {instance.service}`",
            service=str(instance.service),
            instance=instance.id,
            since=instance.since,
        )


def _certificate(
    host: str, certificate: CertificateInfo, life_s: float, now: float
) -> Iterator[AlarmView]:
    left = certificate.not_after - now
    # A certificate's first moment lies before its birth, so that clocks may differ.
    share = left / max(1.0, min(life_s, certificate.not_after - certificate.not_before))
    if share > WARN_SHARE:
        return
    severity: Severity = "critical" if share <= CRITICAL_SHARE else "warning"
    ends = f"ends in {left:.0f} s" if left > 0 else "is over"
    yield AlarmView(
        id=f"certificate/{host}/{certificate.workload}",
        severity=severity,
        what=f"the certificate of {certificate.workload} {ends}",
        why="its agent could not renew it at half of its life",
        fix="read the agent's log: it says why the renewal failed",
        since=now,
    )


def _refusal(host: str, refusal: Refusal, now: float) -> AlarmView:
    documents = ", ".join(str(key) for key in refusal.documents)
    what = f"the proxy of {refusal.workload} refuses {refusal.resource}"
    fix = f"change {documents}; until then the last good configuration stays in use"
    if not documents:  # nobody wrote anything wrong
        what = f"the proxy of {refusal.workload} is in trouble with its {refusal.resource}"
        fix = f"read .weft/run/{refusal.workload}/envoy.log on {host}"
    return AlarmView(
        id=f"refusal/{host}/{refusal.workload}/{refusal.resource}",
        severity="warning",
        what=what,
        why=refusal.error,
        fix=fix,
        since=refusal.since or now,
    )


def _proxy(host: str, proxy: ProxyInfo, now: float) -> Iterator[AlarmView]:
    if proxy.connected or not proxy.since or now - proxy.since <= PROXY_WITHIN_S:
        return
    yield AlarmView(
        id=f"proxy/{host}/{proxy.workload}",
        severity="critical" if proxy.pid is None else "warning",
        what=f"the proxy of {proxy.workload} "
        + ("does not run" if proxy.pid is None else "does not hear its agent"),
        why=proxy.last_exit,
        fix=f"read .weft/run/{proxy.workload}/envoy.log",
        since=proxy.since,
    )
