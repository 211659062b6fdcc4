"""`weft down`: drain and stop everything that `weft up` started."""

import os
import signal
import time
from pathlib import Path

import click

from weft.cli.files import file_option
from weft.cli.leftovers import end_leftovers
from weft.cli.output import output_option, show
from weft.cli.place import Running, alive, find_place
from weft.errors import WeftError


class StillRunning(WeftError):
    """The mesh did not end in time."""

    code = "still-running"


@click.command("down")
@file_option
@click.option("--timeout", default=120.0, show_default=True, help="Seconds to wait at the most.")
@output_option
def command(file: Path | None, timeout: float, output: str) -> None:
    """Drain and stop everything that `weft up` started. The mesh's state stays in .weft."""
    place = find_place(file)
    found = place.running()
    said: list[str] = []
    if found is not None:
        os.kill(found.pid, signal.SIGTERM)
        _wait(found, timeout)
    end_leftovers(place, said.append)
    words = "Stopped; nothing is left running." if found or said else "Nothing was running."
    show(output, {"stopped": bool(found or said), "notes": said}, lambda: "\n".join([*said, words]))


def _wait(found: Running, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while alive(found.pid, found.started):
        if time.monotonic() > deadline:
            raise StillRunning(
                f"the mesh still runs after {timeout:.0f} s (pid {found.pid})",
                why="an app takes long to end: `stop: {after: …}` bounds that",
                fix="wait and try again",
            )
        time.sleep(0.05)
