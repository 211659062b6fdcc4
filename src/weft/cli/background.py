"""A part of this program that goes on by itself, after the command has returned.

    a function  ->  a process without a terminal that runs it

By fork: what the command has read and imported is there at once, which saves a
mesh a quarter of a second of its start. Nothing may have started a thread yet.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click

from weft.errors import WeftError


@dataclass
class Background:
    """The process that goes on, as its parent sees it."""

    pid: int
    log: Path
    _ended: bool = field(default=False, init=False)

    @property
    def ended(self) -> bool:
        """Whether it is over already."""
        if not self._ended:
            with contextlib.suppress(ChildProcessError):
                self._ended = os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
        return self._ended

    @property
    def said(self) -> str:
        """What it wrote."""
        return self.log.read_text(errors="replace").strip()


def detached(work: Callable[[], int], log: Path) -> Background:
    """Run *work* in a session of its own, its output in *log*; its result is the exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return Background(pid, log)
    code = 1
    try:
        os.setsid()
        _redirect(log)
        code = work()
    except WeftError as error:
        click.echo(f"error[{error.code}]: {error}", err=True)
        code = error.exit_code
    except BaseException:  # noqa: BLE001  the top of this process: nobody else can tell
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)  # the parent's clean-up is the parent's


def _redirect(log: Path) -> None:
    """Standard input from nowhere, standard output and error into *log*."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    os.dup2(nothing, 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.close(nothing)
    os.close(out)
