"""`weft restart`: replace a service's instances one after another."""

from pathlib import Path

import click

from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import output_option, show
from weft.cli.scale import parse_target


@click.command("restart")
@click.argument("service")
@file_option
@output_option
def command(service: str, file: Path | None, output: str) -> None:
    """Replace the instances of SERVICE one after another, each drained before it stops.

    `weft restart orders@v2` replaces those of one version.
    """
    namespace, name, version = parse_target(service)
    restarted = client_for(file).restart(namespace, name, version=version)
    show(output, restarted, lambda: f"{service} restarts, revision {restarted.revision}.")
