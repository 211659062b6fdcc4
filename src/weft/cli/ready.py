"""When a mesh is ready: all that its file wants serves.

Status, a file's documents  ->  what is still missing, or nothing
"""

import subprocess
import sys
import time
from pathlib import Path

import click

from weft.api.shapes import Status
from weft.cli.files import MeshFile
from weft.client import Client
from weft.errors import WeftError
from weft.model.catalog import Run
from weft.model.gateway import Gateway
from weft.model.workload import Workload

READY_S = 60.0
LOOK_EVERY_S = 0.05


class NotReady(WeftError):
    """The mesh runs, but not all of it is well."""

    code = "not-ready"


def wait_ready(
    client: Client,
    loaded: MeshFile,
    *,
    process: subprocess.Popen[bytes] | None = None,
    log: Path | None = None,
    progress: bool = False,
) -> None:
    """Until all that the file wants serves; raises NotReady with what is missing.

    An app that only starts and ends is not waited for.
    """
    deadline = time.monotonic() + READY_S
    missing = ["everything"]
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            why = log.read_text(errors="replace").strip() if log else ""
            raise NotReady("the mesh ended before it was ready", why=why)
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
        time.sleep(LOOK_EVERY_S)
    raise NotReady(
        f"not ready after {READY_S:.0f} s: {', '.join(missing)}",
        fix="look at `weft status` and `weft logs`; all else runs",
    )


def _refuse_loops(status: Status) -> None:
    """Raise NotReady if an app ends as often as it is started."""
    for service in status.services:
        for instance in service.instances:
            if "crash loop" in instance.reason:
                raise NotReady(
                    f"{instance.id} does not stay up",
                    why=instance.reason,
                    fix=f"`weft logs {service.name}` shows what it wrote; all else runs",
                )


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
