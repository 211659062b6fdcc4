"""Files: a mesh.yaml from the disk, with every problem shown before anything is done.

path  ->  MeshFile, or its report on standard error and exit code 1
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from weft.errors import WeftError
from weft.model.document import Document

if TYPE_CHECKING:
    from weft.config.read import Loaded

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
    """There is no such file, or it can't be read."""

    code = "no-file"


class NoMeshName(WeftError):
    """The file leaves the mesh's name to another file."""

    code = "no-mesh-name"


@dataclass(frozen=True)
class MeshFile:
    """A file and what it says."""

    path: Path
    loaded: "Loaded"

    @property
    def documents(self) -> tuple[Document, ...]:
        """What it holds; nothing if it has errors."""
        return self.loaded.documents

    @property
    def owner(self) -> str:
        """Whose documents these are."""
        return self.loaded.owner

    @property
    def mesh(self) -> str:
        """The mesh's name; raises NoMeshName if the file doesn't say."""
        if not self.loaded.name:
            raise NoMeshName(
                f"{self.path} does not name its mesh", fix="add a line such as `mesh: shop`"
            )
        return self.loaded.name


def load(file: Path | None, known: Iterable[Document] = ()) -> MeshFile:
    """What *file* says, problems and all; it may name what *known* holds. Raises NoFile."""
    from weft.config.read import read  # noqa: PLC0415  pydantic: 150 ms that `status` needn't pay

    path = file or DEFAULT_FILE
    try:
        text = path.read_bytes()
    except FileNotFoundError as error:
        fix = "write one with `weft init`, or name it with -f"
        raise NoFile(f"there is no file {path}", fix=fix) from error
    except OSError as error:
        raise NoFile(f"{path} cannot be read", why=error.strerror or str(error)) from error
    loaded = read(
        text,
        file=str(path),
        dir=str(path.absolute().parent),
        exists=lambda name: Path(name).exists(),
        known=known,
    )
    return MeshFile(path.absolute(), loaded)


def load_or_exit(file: Path | None, known: Iterable[Document] = ()) -> MeshFile:
    """As `load`; if the file has errors, they are shown and the program ends with 1."""
    from weft.config.report import report_text  # noqa: PLC0415  as above

    found = load(file, known)
    if found.loaded.problems:
        outcome = "Nothing was applied." if found.loaded.failed else ""
        click.echo(report_text(found.loaded.problems, outcome), err=True, nl=False)
    if found.loaded.failed:
        sys.exit(1)
    return found
