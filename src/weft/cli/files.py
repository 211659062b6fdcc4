"""Files: a mesh.yaml from the disk, with every problem shown before anything is done.

path  ->  Loaded, or its report on standard error and exit code 1
"""

import sys
from pathlib import Path

import click

from weft.config import Loaded, load
from weft.config.report import render_text
from weft.errors import WeftError

DEFAULT_FILE = Path("mesh.yaml")

file_option = click.option(
    "--file",
    "-f",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The mesh's file.  [default: mesh.yaml]",
)


class NoFile(WeftError):
    """There is no such file."""

    code = "no-file"


def read(file: Path | None) -> Loaded:
    """What *file* says, problems and all; raises NoFile."""
    path = file or DEFAULT_FILE
    if not path.is_file():
        raise NoFile(
            f"there is no file {path}", fix="write one with `weft init`, or name it with -f"
        )
    return load(path)


def read_or_exit(file: Path | None) -> Loaded:
    """What *file* says; if it has errors, they are shown and the program ends with 1."""
    loaded = read(file)
    if text := render_text(loaded.problems):
        click.echo(text, err=True)
    if loaded.failed:
        sys.exit(1)
    return loaded
