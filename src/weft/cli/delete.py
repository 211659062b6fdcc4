"""`weft delete`: remove a document from the mesh."""

from pathlib import Path

import click

from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.get import kind_of, split_name
from weft.cli.output import output_option, show


@click.command("delete")
@click.argument("kind")
@click.argument("name")
@click.option("--owner", default=None, help="Delete only if this is the document's owner.")
@file_option
@output_option
def command(kind: str, name: str, owner: str | None, file: Path | None, output: str) -> None:
    """Remove a document. A file that still holds it brings it back when applied."""
    wanted = kind_of(kind)
    if wanted is None:
        raise click.BadParameter("instances come and go with their processes; see `weft scale`")
    namespace, bare = split_name(name)
    deleted = client_for(file).delete(wanted, namespace, bare, owner=owner)
    show(output, deleted, lambda: f"Deleted {wanted} {name}, revision {deleted.revision}.")
