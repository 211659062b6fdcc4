"""`weft up`: start the mesh of a file; a second time, apply what changed.

mesh.yaml  ->  a running mesh and a screen that shows it
"""

import asyncio
import signal
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from weft.cli.apply import changes_text, documents
from weft.cli.background import Background, detached
from weft.cli.connect import client_for
from weft.cli.files import DEFAULT_FILE, MeshFile, file_option, load_or_exit
from weft.cli.output import output_option, show
from weft.cli.place import Place, place_beside
from weft.cli.ready import READY_S, NotReady, wait_ready
from weft.client import Client
from weft.errors import WeftError

if TYPE_CHECKING:
    from weft.cli.supervisor import Supervisor


@click.command("up")
@file_option
@click.option("--detach", "-d", is_flag=True, help="Return when the mesh is ready; it goes on.")
@click.option(
    "--watch",
    "-w",
    is_flag=True,
    help="Apply the file when it is saved, and restart a service whose files changed.",
)
@click.option(
    "--listen",
    default=None,
    metavar="HOST:PORT",
    help="Where API and dashboard listen.  [default: 127.0.0.1:7433, or a free port]",
)
@output_option
def command(
    file: Path | None,
    detach: bool,
    watch: bool,
    listen: str | None,
    output: str,
) -> None:
    """Start the mesh of a file: a server, an agent, its services and their proxies.

    A second `weft up` shows what changed in the file and applies it. Ctrl-C,
    or `weft down`, drains and stops everything.
    """
    place = place_beside(file or DEFAULT_FILE)
    if place.running() is not None:
        if watch or listen:
            raise click.UsageError(
                "the mesh runs already: --watch and --listen are for its start (`weft down` first)"
            )
        _apply(file, output)
        return
    loaded = load_or_exit(file)
    if detach:
        _detach(loaded, place, watch=watch, listen=listen, output=output)
    else:
        sys.exit(asyncio.run(_foreground(loaded, place, watch=watch, listen=listen)))


def _apply(file: Path | None, output: str) -> None:
    """The mesh runs: apply what changed, and show it when all that is wanted serves."""
    client = client_for(file or DEFAULT_FILE)
    loaded = load_or_exit(file, documents(client))
    applied = client.apply(loaded.owner, loaded.documents)
    if applied.changes:
        wait_ready(client, loaded)
    show(output, applied, lambda: changes_text(applied))


def _detach(
    loaded: MeshFile, place: Place, *, watch: bool, listen: str | None, output: str
) -> None:
    place.make()
    log = place.state / "up.log"
    started = time.monotonic()
    background = detached(
        lambda: asyncio.run(_foreground(loaded, place, watch=watch, listen=listen)), log
    )
    client = _first_client(loaded, background)
    wait_ready(client, loaded, background=background, progress=output == "table")
    link = client.login_link()
    status = client.status()
    took = time.monotonic() - started
    value = {
        "ready_s": round(took, 2),
        "url": status.url,
        "dashboard": link.url,
        "gateways": {gateway.name: gateway.url for gateway in status.gateways},
    }
    show(output, value, lambda: _ready_text(took, value))


def _ready_text(took: float, value: dict[str, object]) -> str:
    gateways = value["gateways"]
    assert isinstance(gateways, dict)
    lines = [f"The mesh is up ({took:.1f} s)."]
    lines += [f"gateway {name}: {url}" for name, url in gateways.items()]
    lines += [f"dashboard: {value['dashboard']}", "`weft status` looks, `weft down` stops it."]
    return "\n".join(lines)


def _first_client(loaded: MeshFile, background: Background) -> Client:
    """A client as soon as the server serves; raises NotReady if the mesh ended instead."""
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline and not background.ended:
        try:
            client = client_for(loaded.path, timeout=5)
            client.healthy()
        except WeftError:
            time.sleep(0.03)
        else:
            return client
    raise NotReady(
        "the mesh did not start",
        why=background.said,
        fix=f"read the logs in {background.log.parent}",
    )


async def _foreground(loaded: MeshFile, place: Place, *, watch: bool, listen: str | None) -> int:
    from weft.cli.screen import Screen  # noqa: PLC0415  rich
    from weft.cli.supervisor import Supervisor  # noqa: PLC0415  psutil
    from weft.cli.watch import watch_files  # noqa: PLC0415  watchfiles

    screen = Screen(interactive=sys.stdout.isatty())
    supervisor = Supervisor(place, loaded, listen=listen, say=screen.say)
    supervisor.take_over()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, supervisor.stopping.set)
    screen.say(f"starting the mesh of {loaded.path.name}")
    started = await _started(supervisor)
    helpers: dict[str, Coroutine[Any, Any, None]] = {}
    if started:
        helpers["the screen"] = screen.follow(loaded.path)
    if started and watch:
        helpers["watching files"] = watch_files(loaded.path, say=screen.say)
    running = [asyncio.create_task(_said(work, what, screen.say)) for what, work in helpers.items()]
    try:
        await supervisor.wait()
    finally:
        for helper in running:
            helper.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        screen.say("draining and stopping")
        # A second Ctrl-C doesn't wait. A second SIGTERM, or `weft down`, asks for no more.
        loop.add_signal_handler(signal.SIGINT, supervisor.hurry)
        await supervisor.stop()
        screen.say("stopped; nothing is left running")
    return 0


async def _started(supervisor: "Supervisor") -> bool:
    """Start it, or end what was begun; False if it was told to stop before it was there."""
    starting = asyncio.create_task(supervisor.start())
    told = asyncio.create_task(supervisor.stopping.wait())
    await asyncio.wait((starting, told), return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not starting.done():
        starting.cancel()
        await asyncio.wait((starting,))
        return False
    if starting.exception() and not supervisor.adopted:  # what served before goes on serving
        await supervisor.stop()
    starting.result()
    return True


async def _said(work: Coroutine[Any, Any, None], what: str, say: Callable[[str], None]) -> None:
    """Do *work* beside the mesh, which goes on if it fails."""
    try:
        await work
    except (WeftError, OSError) as error:
        say(f"{what} ended: {error}")
