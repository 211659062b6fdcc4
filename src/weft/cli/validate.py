"""`weft validate`: every problem of a mesh.yaml at its line, without a server."""

import sys
from pathlib import Path

import click

from weft.cli.files import MeshFile, file_option, load
from weft.cli.output import output_option, show
from weft.config.report import report_json, report_text


@click.command("validate")
@file_option
@output_option
def command(file: Path | None, output: str) -> None:
    """Check a mesh.yaml: every problem at its line.

    Needs no server. Exit code 1 if the file has errors; warnings alone don't fail.
    """
    found = load(file)
    value = {
        "file": str(found.path),
        "valid": not found.loaded.failed,
        "problems": report_json(found.loaded.problems),
    }
    show(output, value, lambda: _text(found))
    if found.loaded.failed:
        sys.exit(1)


def _text(found: MeshFile) -> str:
    if found.loaded.problems:
        return report_text(found.loaded.problems).rstrip()
    count = len(found.documents)
    return f"{found.path.name} is valid: {count} {'document' if count == 1 else 'documents'}."
