"""`weft validate`: every problem of a mesh.yaml at its line, without a server."""

import sys
from pathlib import Path

import click

from weft.cli.files import DEFAULT_FILE, file_option, read
from weft.cli.output import output_option, show
from weft.config.report import render_text, to_json


@click.command("validate")
@file_option
@output_option
def command(file: Path | None, output: str) -> None:
    """Check a mesh.yaml: every problem at its line.

    Needs no server. Exit code 1 if the file has errors; warnings alone don't fail.
    """
    loaded = read(file)
    value = {
        "file": str(file or DEFAULT_FILE),
        "valid": not loaded.failed,
        "problems": to_json(loaded.problems),
    }
    show(output, value, lambda: render_text(loaded.problems) or _good(file, len(loaded.documents)))
    if loaded.failed:
        sys.exit(1)


def _good(file: Path | None, documents: int) -> str:
    return f"{file or DEFAULT_FILE} is valid: {documents} documents."
