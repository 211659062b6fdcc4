"""When a mesh is ready: all that its file wants serves.

Status, a file's documents  ->  what is still missing, or nothing
"""

import sys
import time

import click

from weft.api.shapes import InstanceView, Status
from weft.cli.background import Background
from weft.cli.files import MeshFile
from weft.cli.status import other_alarms, refusal_words
from weft.client import Client
from weft.errors import WeftError
from weft.model.catalog import Run
from weft.model.gateway import Gateway
from weft.model.workload import Workload

READY_S = 60.0
LOOK_EVERY_S = 0.05
# How the agent says it: see `Life.reason`.
LOOP = "crash loop"
FOR_GOOD = "; not restarted"
REFUSED_S = 3.0  # what is refused for so long is not about to be taken


class NotReady(WeftError):
    """The mesh runs, but not all of it is well."""

    code = "not-ready"


def wait_ready(
    client: Client,
    loaded: MeshFile,
    *,
    background: Background | None = None,
    progress: bool = False,
) -> None:
    """Until all that the file wants serves; raises NotReady with what is missing.

    An app that only starts and ends is not waited for.
    """
    deadline = time.monotonic() + READY_S
    missing = ["everything"]
    began, troubles = time.time(), ""
    while time.monotonic() < deadline:
        if background is not None and background.ended:
            raise NotReady("the mesh ended before it was ready", why=background.said)
        try:
            status = client.status()
        except WeftError:  # between two lives of the server
            time.sleep(LOOK_EVERY_S)
            continue
        waiting = missing_instances(status, loaded)
        if progress and waiting != missing and sys.stderr.isatty():
            words = f"waiting for {', '.join(waiting)}" if waiting else ""
            click.echo(f"\r\033[K{words}", nl=False, err=True)
        missing = waiting
        if not missing:
            return
        _refuse_loops(status)
        _refuse_refused(status, began)
        troubles = _troubles(status)
        time.sleep(LOOK_EVERY_S)
    raise NotReady(
        f"not ready after {READY_S:.0f} s: {', '.join(missing)}",
        why=troubles,
        fix="look at `weft status` and `weft logs`; all else runs",
    )


def _refuse_loops(status: Status) -> None:
    """Raise NotReady if an app ends as often as it is started, or failed for good."""
    for service in status.services:
        for instance in service.instances:
            failed = instance.reason.endswith(FOR_GOOD) and not done(instance)
            if failed or instance.reason.startswith(LOOP):
                raise NotReady(
                    f"{instance.id} does not stay up",
                    why=instance.reason,
                    fix=f"`weft logs {service.name}` shows what it wrote; all else runs",
                )


def _refuse_refused(status: Status, began: float) -> None:
    """Raise NotReady if something was refused since *began*, such as a port, and stays refused."""
    for refusal in status.refusals:
        if refusal.since > began and status.now - refusal.since > REFUSED_S:
            raise NotReady(
                refusal_words(refusal),
                why=refusal.error,
                fix="free what it asks for or change the document; all else runs",
            )


def _troubles(status: Status) -> str:
    """What the mesh itself says is wrong."""
    found = [f"{alarm.what}: {alarm.why}" for alarm in other_alarms(status)]
    found += [f"{refusal_words(each)}: {each.error}" for each in status.refusals]
    found += [
        f"{instance.id}: {instance.reason}"
        for service in status.services
        for instance in service.instances
        if instance.reason and instance.health.value in ("starting", "unhealthy")
    ]
    return "; ".join(dict.fromkeys(found))


def done(instance: InstanceView) -> bool:
    """Whether its app was to run once, and did."""
    return instance.reason.endswith(f"status 0{FOR_GOOD}")


def missing_instances(status: Status, loaded: MeshFile) -> list[str]:
    """The services of the file that lack serving instances, and its gateways without a proxy."""
    wanted = {d.spec.service for d in loaded.documents if isinstance(d.spec, Run)}
    services = {(s.namespace, s.name): s for s in status.services}
    found = []
    for name in sorted(wanted):
        service = services.get((name.namespace, name.name))
        if service is None or service.run is None:
            found.append(str(name))
            continue
        serving = service.health.healthy + service.health.degraded
        serving += sum(done(instance) for instance in service.instances)
        if serving < service.run.instances or len(service.instances) > service.run.instances:
            found.append(f"{name} ({serving} of {service.run.instances})")
    proxies = {proxy.workload for proxy in status.proxies if proxy.connected}
    gateways = (d.spec for d in loaded.documents if isinstance(d.spec, Gateway))
    found += [
        f"gateway {gateway.name}"
        for gateway in gateways
        if Workload(gateway.name, gateway=True).id not in proxies
    ]
    return found
