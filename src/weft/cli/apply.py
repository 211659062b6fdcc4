"""`weft apply`: bring the documents of a file into the running mesh."""

from pathlib import Path

import click

from weft.api.shapes import Applied
from weft.cli.connect import client_for
from weft.cli.files import file_option, load_or_exit
from weft.cli.output import output_option, show
from weft.client import Client
from weft.model.document import Document

SIGNS = {"create": "+", "update": "~", "delete": "-"}


@click.command("apply")
@file_option
@click.option(
    "--owner", default=None, help="Whose documents these are.  [default: the file's name]"
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@output_option
def command(file: Path | None, owner: str | None, dry_run: bool, output: str) -> None:
    """Bring the documents of a file into the running mesh.

    All of it or nothing. Documents that the file held before and no longer
    holds are removed; documents of other owners are never touched.
    """
    client = client_for(file)
    loaded = load_or_exit(file, documents(client))
    send = client.plan if dry_run else client.apply
    applied = send(owner or loaded.owner, loaded.documents)
    show(output, applied, lambda: changes_text(applied, dry_run=dry_run))


def documents(client: Client) -> list[Document]:
    """What the mesh holds already: a file may name what other files define."""
    return [view.document for view in client.documents().documents]


def changes_text(applied: Applied, *, dry_run: bool = False) -> str:
    """What changed, a line a document and a line a field."""
    lines = []
    for change in applied.changes:
        lines.append(f"{SIGNS.get(change.action, ' ')} {change.kind} {change.name}")
        lines += [f"    {detail}" for detail in change.details]
    if not lines:
        return "Nothing changes." if dry_run else "Nothing changed."
    count = len(applied.changes)
    end = "would change" if dry_run else f"changed, revision {applied.revision}"
    return "\n".join([*lines, f"{count} {'document' if count == 1 else 'documents'} {end}."])
