"""`weft init`: a first mesh.yaml, from a Procfile if there is one.

Procfile or nothing  ->  mesh.yaml, and a page to serve if there is nothing else
"""

import re
import shlex
from pathlib import Path

import click

from weft.errors import WeftError
from weft.model.names import LABEL

TEMPLATE = """\
# A mesh: what runs, and who calls whom. Start it with `weft up`.
# Every key: see the reference of mesh.yaml.
format: 1
mesh: {mesh}

services:
{services}
gateways:
  public:
    listen: 127.0.0.1:8080  # the way in from outside
    rules: [{{to: {entry}}}]
"""

HELLO = """\
  hello:
    # Files over HTTP, to begin with. Weft picks a port and passes it as PORT.
    run: [sh, -c, "exec python -m http.server --bind $HOST $PORT"]
    dir: ./hello  # never the folder of this file: the mesh's keys lie in its .weft
"""
HELLO_PAGE = "<!doctype html><title>hello</title><h1>Hello from the mesh</h1>\n"

#: Words that only a shell understands.
SHELLS_OWN = "! . case cd eval exec export for if set source ulimit umask unset until while {"


class FileExists(WeftError):
    """There is a mesh.yaml already."""

    code = "file-exists"


class BadProcfile(WeftError):
    """A line of the Procfile is no process."""

    code = "bad-procfile"


@click.command("init")
@click.option("--force", is_flag=True, help="Write over a mesh.yaml that is there.")
@click.option(
    "--procfile",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("Procfile"),
    show_default=True,
    help="Where the processes are listed.",
)
def command(force: bool, procfile: Path) -> None:
    """Write a first mesh.yaml, from a Procfile if there is one."""
    target = Path("mesh.yaml")
    if target.exists() and not force:
        raise FileExists(
            f"there is a {target} already", fix="keep it, or write over it with --force"
        )
    found = parse_procfile(procfile.read_text(), procfile) if procfile.is_file() else {}
    if not found:
        _hello_page(Path("hello") / "index.html")
    target.write_text(mesh_yaml(mesh_name(Path.cwd().name), found))
    source = f" from {procfile}: {', '.join(found)}" if found else ", and a page in hello"
    click.echo(f"Wrote {target}{source}. Next: `weft up`.")


def _hello_page(path: Path) -> None:
    """Something to serve; what is there already stays."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_text(HELLO_PAGE)


def parse_procfile(text: str, path: Path) -> dict[str, str]:
    """Process types and their commands (`web: python app.py`); raises BadProcfile."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = re.fullmatch(r"\s*([A-Za-z0-9_-]+)\s*:\s*(\S.*?)\s*", line)
        name = match[1].lower().replace("_", "-") if match else ""
        if not match or not LABEL.fullmatch(name):
            raise BadProcfile(
                f"{path}:{number}: this line is no process: {line.strip()!r}",
                fix="write it as `name: command`",
            )
        found[name] = match[2]
    return found


def mesh_name(folder: str) -> str:
    """A mesh's name made of a folder's."""
    return re.sub(r"[^a-z0-9-]+", "-", folder.lower()).strip("-") or "mesh"


def mesh_yaml(mesh: str, processes: dict[str, str]) -> str:
    """The text of a first mesh.yaml. A Procfile's commands go through a shell, as there."""
    if not processes:
        return TEMPLATE.format(mesh=mesh, services=HELLO, entry="hello")
    services = "".join(
        f"  {name}:\n    run: [sh, -c, {_quoted(_shell(run))}]\n" for name, run in processes.items()
    )
    entry = "web" if "web" in processes else next(iter(processes))
    return TEMPLATE.format(mesh=mesh, services=services, entry=entry)


def _shell(run: str) -> str:
    """*run* in place of the shell, so that its process is the app's; not where that can't be.

    `exec` takes a program: no assignment before it, no builtin, nothing after it.
    """
    words = shlex.shlex(run, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    try:
        first, *rest = words
    except ValueError:  # a quote that never ends is the shell's to explain
        return run
    program = re.fullmatch(r"[\w./+-]+", first) and first not in SHELLS_OWN.split()
    alone = not any(set(word) <= set(";&|()") for word in rest if word)
    return f"exec {run}" if program and alone else run


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
