"""`weft down`: drain and stop everything that `weft up` started."""

import os
import signal
import time
from pathlib import Path
from typing import IO

import click

from weft.cli.files import file_option
from weft.cli.leftovers import end_leftovers
from weft.cli.output import output_option, show
from weft.cli.place import Place, Running, alive, find_place
from weft.errors import WeftError


class StillRunning(WeftError):
    """The mesh did not end in time."""

    code = "still-running"


@click.command("down")
@file_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=120.0,
    show_default=True,
    help="Seconds to wait at the most.",
)
@output_option
def command(file: Path | None, timeout: float, output: str) -> None:
    """Drain and stop everything that `weft up` started. The mesh's state stays in .weft."""
    place = find_place(file)
    said: list[str] = []
    ran = False
    if place.state.is_dir():
        lock, ran = _stopped(place, timeout)
        with lock:  # nobody starts it anew while its leftovers are ended
            end_leftovers(place, said.append)
    stopped = ran or bool(said)
    words = "Stopped; nothing is left running." if stopped else "Nothing was running."
    show(output, {"stopped": stopped, "notes": said}, lambda: "\n".join([*said, words]))


def _stopped(place: Place, timeout: float) -> tuple[IO[str], bool]:
    """The mesh's lock, once nobody supervises it, and whether somebody did."""
    deadline = time.monotonic() + timeout
    told: Running | None = None
    while (lock := place.hold()) is None or (told and alive(told.pid, told.started)):
        if lock:
            lock.close()
        found = place.running()
        if found is not None and found != told:
            os.kill(found.pid, signal.SIGTERM)
            told = found
        if time.monotonic() > deadline:
            who = f" (pid {told.pid})" if told else ""
            raise StillRunning(
                f"the mesh still runs after {timeout:.0f} s{who}",
                why="an app takes long to end: `stop: {after: …}` bounds that",
                fix="wait and try again",
            )
        time.sleep(0.05)
    return lock, told is not None
