"""`weft logs`: what the apps wrote, each line with its service and instance.

files of the apps' output  ->  lines in order of instances, then as they come
"""

import time
from collections.abc import Iterator
from pathlib import Path

import click

from weft.cli.output import printable
from weft.cli.place import find_place
from weft.errors import WeftError

PAUSE_S = 0.2  # between two looks at the files while following


class NoLogs(WeftError):
    """Nothing was written under that name."""

    code = "no-logs"


@click.command("logs")
@click.argument("services", nargs=-1)
@click.option("--follow", "-f", is_flag=True, help="Go on as lines come, until Ctrl-C.")
@click.option("--lines", "-n", type=click.IntRange(0), default=50, show_default=True, metavar="N",
              help="The last N lines of each instance.")  # fmt: skip
@click.option("--file", "file", type=click.Path(path_type=Path, dir_okay=False), default=None,
              help="The mesh's file.  [default: mesh.yaml]")  # fmt: skip
@click.option("--output", "-o", type=click.Choice(["table", "json"]), default="table")
def command(
    services: tuple[str, ...], follow: bool, lines: int, file: Path | None, output: str
) -> None:
    """What the apps wrote, each line with its service and instance.

    SERVICES may be services or instances; left out: all of them.
    """
    folder = find_place(file).logs / "apps"
    tails = [Tail(path) for path in wanted(folder, services)]
    for tail in tails:
        for line in tail.last(lines):
            _print(tail, line, output)
    while follow:
        known = {tail.path for tail in tails}
        tails += [Tail(path) for path in _present(folder, services) if path not in known]
        for tail in tails:
            for line in tail.new():
                _print(tail, line, output)
        time.sleep(PAUSE_S)


def wanted(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """The log files of *names*, or all; raises NoLogs for a name without one."""
    for name in names:
        if not _present(folder, (name,)):
            known = ", ".join(sorted({path.parent.name for path in _present(folder, ())}))
            raise NoLogs(
                f"there is no output of {name}",
                why="no service or instance of that name has run here",
                fix=f"there is output of: {known or 'nothing yet'}",
            )
    return _present(folder, names)


def _present(folder: Path, names: tuple[str, ...]) -> list[Path]:
    found = sorted(folder.glob("*/*.log"))
    return [p for p in found if not names or p.parent.name in names or p.stem in names]


class Tail:
    """One log file, read from its end and as it grows; survives rotation."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.service = path.parent.name
        self.instance = path.stem
        self._offset = 0
        self._rest = b""

    def last(self, count: int) -> list[str]:
        """The last *count* lines; `new` goes on behind them."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:  # it went after it was listed
            return []
        self._offset = len(data)
        lines = data.split(b"\n")
        self._rest = lines.pop()
        return (
            [line.decode(errors="replace") for line in lines[max(len(lines) - count, 0) :]]
            if count
            else []
        )

    def new(self) -> Iterator[str]:
        """The lines that came since the last look."""
        try:
            size = self.path.stat().st_size
            if size < self._offset:  # rotated by copy and truncate: it starts anew
                self._offset, self._rest = 0, b""
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return
        self._offset += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            yield line.decode(errors="replace")


def _print(tail: Tail, line: str, output: str) -> None:
    if output == "json":
        import json  # noqa: PLC0415

        row = {"service": tail.service, "instance": tail.instance, "line": line}
        click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo(f"{tail.instance} | {printable(line)}")
