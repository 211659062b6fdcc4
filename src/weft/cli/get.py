"""`weft get`: documents and instances, as the server holds them."""

import time
from pathlib import Path
from typing import Final

import click
from msgspec import Struct

from weft.api.shapes import DocumentView, InstanceView, Status
from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import columns, duration, output_option, show
from weft.errors import WeftError

#: What people type -> the kind of a document; None stands for instances.
KINDS: Final[dict[str, str | None]] = {
    "mesh": "Mesh",
    "service": "Service",
    "services": "Service",
    "run": "Run",
    "runs": "Run",
    "config": "Config",
    "configs": "Config",
    "route": "Route",
    "routes": "Route",
    "gateway": "Gateway",
    "gateways": "Gateway",
    "instance": None,
    "instances": None,
}


class Row(Struct, frozen=True):
    """An instance and the service that it belongs to."""

    service: str
    instance: InstanceView


class NotFound(WeftError):
    """There is no such document."""

    code = "not-found"


def kind_of(text: str) -> str | None:
    """The kind that *text* means; raises click.BadParameter for none."""
    if text.lower() not in KINDS:
        known = ", ".join(sorted({k for k in KINDS if not k.endswith("s")}))
        raise click.BadParameter(f"there is no kind '{text}'; there are: {known}")
    return KINDS[text.lower()]


def split_name(text: str) -> tuple[str, str]:
    """`orders` or `default/orders` as namespace and name."""
    namespace, slash, name = text.rpartition("/")
    return (namespace if slash else "default", name)


@click.command("get")
@click.argument("kind")
@click.argument("name", required=False)
@file_option
@output_option
def command(kind: str, name: str | None, file: Path | None, output: str) -> None:
    """Show documents and instances.

    KIND is mesh, service, run, config, route, gateway or instance. With a
    NAME, one of them in full.
    """
    wanted = kind_of(kind)
    client = client_for(file)
    if wanted is None:
        instances = _instances(client.status(), name)
        show(output, instances, lambda: _instance_table(instances))
    elif name is None:
        documents = client.documents(wanted).documents
        show(output, documents, lambda: _table(documents))
    else:
        namespace, bare = split_name(name)
        document = client.document(wanted, namespace, bare)
        show("yaml" if output == "table" else output, document, lambda: "")


def _table(documents: list[DocumentView]) -> str:
    rows = [(*d.key.split("/", 1), d.owner or "-", d.origin or "-") for d in documents]
    return columns(("kind", "name", "owner", "from"), rows) or "There is none."


def _instances(status: Status, service: str | None) -> list[Row]:
    if service is not None and service not in {s.name for s in status.services}:
        raise NotFound(f"there is no service {service}", fix="see `weft get services`")
    return [
        Row(s.name, instance)
        for s in status.services
        if service in (None, s.name)
        for instance in s.instances
    ]


def _instance_table(found: list[Row]) -> str:
    now = time.time()
    rows = [
        (
            row.service,
            row.instance.id,
            row.instance.version or "-",
            row.instance.health,
            duration(now - row.instance.since),
            f"{row.instance.address}:{row.instance.port}",
            row.instance.pid or "-",
            row.instance.restarts,
            row.instance.reason or "-",
        )
        for row in found
    ]
    head = ("service", "instance", "version", "health", "for", "address", "pid", "restarts", "why")
    return columns(head, rows) or "There is none."
