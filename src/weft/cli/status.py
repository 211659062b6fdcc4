"""`weft status`: what is wrong first, then who runs and who calls whom.

Status  ->  one screen of text
"""

from collections.abc import Iterator
from pathlib import Path

import click

from weft.api.shapes import (
    AlarmView,
    EdgeView,
    InstanceView,
    RefusalView,
    ServiceView,
    Status,
)
from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import columns, duration, milliseconds, output_option, percent, printable, show


@click.command("status")
@file_option
@output_option
def command(file: Path | None, output: str) -> None:
    """What is wrong first, then who runs and who calls whom.

    Exit code 0 if all is well, 1 if something is wrong, 3 if the server is out of reach.
    """
    status = client_for(file, timeout=5).status()
    show(output, status, lambda: status_text(status))
    if troubled(status):
        raise SystemExit(1)


def troubled(status: Status) -> bool:
    """Whether a person should look: an alarm, a refusal, a host that is gone."""
    return bool(
        status.alarms or status.refusals or any(not host.connected for host in status.hosts)
    )


def status_text(status: Status) -> str:
    """The whole screen."""
    parts = [
        _headline(status),
        "\n".join(_wrong(status)),
        _services(status),
        _edges(status),
        "\n".join(_differences(status)),
    ]
    return "\n\n".join(part for part in parts if part)


def _headline(status: Status) -> str:
    up = duration(status.now - status.started)
    hosts = sum(host.connected for host in status.hosts)
    well = "something is wrong" if troubled(status) else "all is well"
    noun = "host" if len(status.hosts) == 1 else "hosts"
    return (
        f"mesh {status.mesh}: {well}; {hosts} of {len(status.hosts)} {noun} connected, "
        f"server up for {up}, revision {status.revision}, {status.url}"
    )


def other_alarms(status: Status) -> list[AlarmView]:
    """The alarms, worst first, without those of refusals, which stand beside their documents."""
    found = [alarm for alarm in status.alarms if not alarm.id.startswith("refusal/")]
    return sorted(found, key=lambda alarm: (alarm.severity != "critical", alarm.since))


def refusal_words(refusal: RefusalView) -> str:
    """Which document, from where, and who refused what was made of it."""
    place = f"{refusal.origin}: " if refusal.origin else ""
    proxy = f"the proxy of {refusal.workload} on {refusal.host}"
    if refusal.document is None:
        return f"{proxy} is in trouble with its {refusal.resource}"
    return f"{place}{refusal.document}: {proxy} refused {refusal.resource}"


def _wrong(status: Status) -> Iterator[str]:
    for alarm in other_alarms(status):
        since = duration(status.now - alarm.since)
        yield f"! {printable(alarm.what)} (for {since})"
        yield from _why(alarm.why, alarm.fix)
    for refusal in status.refusals:
        yield f"! {printable(refusal_words(refusal))}"
        fix = f"read .weft/run/{refusal.workload}/envoy.log"
        if refusal.document is not None:
            fix = "correct the document; the last good one stays in use"
        yield from _why(refusal.error, fix)
    known = {alarm.id for alarm in status.alarms}
    for host in status.hosts:
        if not host.connected and f"host/{host.name}" not in known:
            yield f"! host {host.name} has not reported for {duration(host.last_report_s)}"
            yield from _why("its agent is gone or cut off", "its proxies go on with what they have")


def _why(why: str, fix: str) -> Iterator[str]:
    if why:
        yield f"    why: {printable(why)}"
    if fix:
        yield f"    fix: {printable(fix)}"


def _services(status: Status) -> str:
    rows: list[tuple[object, ...]] = []
    for service in status.services:
        traffic = service.traffic
        rows.append(
            (
                service.name,
                _health(service),
                service.latest_version or "-",
                f"{traffic.rps:.1f}/s",
                percent(traffic.success),
                milliseconds(traffic.p50_ms),
                milliseconds(traffic.p99_ms),
                "",
            )
        )
        rows += [_instance(service, instance, status.now) for instance in service.instances]
    head = ("service", "healthy", "version", "requests", "success", "p50", "p99", "")
    return columns(head, rows)


def _health(service: ServiceView) -> str:
    counts = service.health
    total = len(service.instances)
    return f"{counts.healthy + counts.degraded} of {total}"


def _instance(service: ServiceView, instance: InstanceView, now: float) -> tuple[object, ...]:
    name = f"  {instance.id}" if instance.id != service.name else f"  {instance.id} "
    words = [f"for {duration(now - instance.since)}"]
    if instance.pid:
        words.append(f"pid {instance.pid}")
    if instance.restarts:
        words.append(f"{instance.restarts} {'restart' if instance.restarts == 1 else 'restarts'}")
    if instance.reason:
        words.append(instance.reason)
    return (name, instance.health, instance.version or "-", "", "", "", "", ", ".join(words))


def _edges(status: Status) -> str:
    busy = [edge for edge in status.edges if edge.requests]
    rows = [
        (
            f"{edge.caller} → {_callee(edge)}",
            f"{edge.rps:.1f}/s",
            percent(edge.success),
            milliseconds(edge.p50_ms),
            milliseconds(edge.p99_ms),
            edge.requests,
            edge.failures,
            edge.retries,
        )
        for edge in busy
    ]
    head = ("who calls whom", "requests", "success", "p50", "p99", "in all", "failed", "retried")
    return columns(head, rows)


def _callee(edge: EdgeView) -> str:
    return f"{edge.callee}@{edge.version}" if edge.version else edge.callee


def _differences(status: Status) -> Iterator[str]:
    for service in status.services:
        for words in service.calls_differences:
            yield f"{service.name}: {printable(words)}"
