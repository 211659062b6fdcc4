"""The screen of `weft up`: live on a terminal, plain lines anywhere else.

Status once a second  ->  a picture that renews itself, or a line for each change
"""

import asyncio
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from weft.api.shapes import InstanceView, Status
from weft.cli.connect import client_for
from weft.cli.output import duration, milliseconds, percent, printable
from weft.cli.status import other_alarms, refusal_words
from weft.errors import WeftError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.live import Live

EVERY_S = 1.0
FACES = {
    "healthy": "green",
    "degraded": "yellow",
    "starting": "cyan",
    "draining": "cyan",
    "unhealthy": "red",
}


class Screen:
    """What a person sees while `weft up` runs."""

    def __init__(self, *, interactive: bool) -> None:
        self._interactive = interactive
        self._live: Live | None = None
        self._seen: dict[str, str] = {}

    def say(self, line: str) -> None:
        """One line that stays."""
        text = f"{time.strftime('%H:%M:%S')} {printable(line)}"
        with _somebody_may_read():
            if self._live is not None:
                self._live.console.print(text, highlight=False, markup=False)
            else:
                print(text, file=sys.stdout, flush=True)  # noqa: T201  this is the screen

    async def follow(self, file: Path) -> None:
        """Show the mesh of *file* until cancelled."""
        client = client_for(file, timeout=5)
        link = await asyncio.to_thread(client.login_link)
        status = await asyncio.to_thread(client.status)
        for gateway in status.gateways:
            self.say(f"gateway {gateway.name}: {gateway.url}")
        self.say(f"dashboard (this link works once): {link.url}")
        try:
            while True:
                try:
                    status = await asyncio.to_thread(client.status)
                except WeftError as error:
                    self._change("server", f"out of reach: {error.what}")
                else:
                    self._change("server", "")
                    self.show(status)
                await asyncio.sleep(EVERY_S)
        finally:
            with _somebody_may_read():
                if self._live is not None:
                    self._live.stop()
            self._live = None

    def show(self, status: Status) -> None:
        """Renew the picture, or say what changed since the last time."""
        if self._interactive:
            self._picture(status)
            return
        present = set()
        for service in status.services:
            for instance in service.instances:
                key = f"{service.name}/{instance.id}"
                present.add(key)
                self._change(key, _words(instance))
        for alarm in other_alarms(status):
            present.add(alarm.id)
            self._change(alarm.id, f"alarm: {alarm.what}")
        for refusal in status.refusals:
            key = f"{refusal.workload}/{refusal.resource}"
            present.add(key)
            self._change(
                key, f"refused: {refusal.origin or ''} {refusal.document}: {refusal.error}"
            )
        for key in self._seen.keys() - present - {"server"}:
            self.say(f"{self._seen.pop(key)}: over")

    def _change(self, key: str, words: str) -> None:
        if self._seen.get(key, "") != words:
            self._seen[key] = words
            self.say(words or f"{key} is back")

    def _picture(self, status: Status) -> None:
        from rich.live import Live  # noqa: PLC0415  80 ms that plain lines needn't pay

        with _somebody_may_read():
            if self._live is None:
                self._live = Live(auto_refresh=False, screen=False)
                self._live.start()
            self._live.update(picture(status), refresh=True)


@contextmanager
def _somebody_may_read() -> Iterator[None]:
    """A terminal that was closed, or a pipe whose reader is gone, stops no mesh: it is dropped."""
    try:
        yield
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
        os.close(nowhere)


def _words(instance: InstanceView) -> str:
    # A death and its new start may both lie between two looks: the count tells of them.
    times = "once" if instance.restarts == 1 else f"{instance.restarts} times"
    again = f", restarted {times}" if instance.restarts else ""
    reason = f" ({instance.reason})" if instance.reason else ""
    return f"{instance.id} is {instance.health}{again}{reason}"


def picture(status: Status) -> "RenderableType":
    """The whole mesh as tables, alarms first."""
    from rich.console import Group  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    parts: list[RenderableType] = []
    for alarm in other_alarms(status):
        style = "bold red" if alarm.severity == "critical" else "yellow"
        parts.append(Text(f"! {alarm.what}  {alarm.why}", style=style))
    for refusal in status.refusals:
        parts.append(Text(f"! {refusal_words(refusal)}: {refusal.error}", style="bold red"))
    parts.append(_services(status))
    if any(edge.requests for edge in status.edges):
        parts.append(_edges(status))
    up = duration(status.now - status.started)
    parts.append(Text(f"mesh {status.mesh}, up for {up}, {status.url}   Ctrl-C stops it", "dim"))
    return Group(*parts)


def _services(status: Status) -> "RenderableType":
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, header_style="dim", pad_edge=False)
    for head in ("service", "instances", "requests", "success", "p50", "p99"):
        table.add_column(head, justify="left" if head in ("service", "instances") else "right")
    for service in status.services:
        faces = Text()
        for instance in service.instances:
            faces.append("● ", FACES.get(instance.health, "white"))
            faces.append(f"{instance.id}  ", "dim")
        traffic = service.traffic
        table.add_row(
            service.name,
            faces,
            f"{traffic.rps:.0f}/s",
            percent(traffic.success),
            milliseconds(traffic.p50_ms),
            milliseconds(traffic.p99_ms),
        )
    return table


def _edges(status: Status) -> "RenderableType":
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, header_style="dim", pad_edge=False)
    for head in ("who calls whom", "requests", "success", "p99"):
        table.add_column(head, justify="left" if head == "who calls whom" else "right")
    for edge in status.edges:
        if edge.requests:
            callee = f"{edge.callee}@{edge.version}" if edge.version else edge.callee
            table.add_row(
                f"{edge.caller} → {callee}",
                f"{edge.rps:.0f}/s",
                percent(edge.success),
                milliseconds(edge.p99_ms),
            )
    return table
