"""`weft scale`: run more or fewer instances of a service."""

from pathlib import Path

import click

from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.get import split_name
from weft.cli.output import output_option, show


def parse_target(text: str) -> tuple[str, str, str | None]:
    """`orders@v1` as namespace, name and version."""
    bare, _, version = text.partition("@")
    return (*split_name(bare), version or None)


@click.command("scale")
@click.argument("service")
@click.argument("instances", type=click.IntRange(0, 1000))
@file_option
@output_option
def command(service: str, instances: int, file: Path | None, output: str) -> None:
    """Run INSTANCES instances of SERVICE, or of one version: `weft scale orders@v1 3`.

    Instances that go are drained first. The next `weft apply` or `weft up` of
    the file sets the file's number again.
    """
    namespace, name, version = parse_target(service)
    scaled = client_for(file).scale(namespace, name, instances, version=version)
    show(output, scaled, lambda: f"{service}: {instances} instances, revision {scaled.revision}.")
