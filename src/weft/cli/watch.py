"""`weft up --watch`: what follows when a file is saved.

changed paths  ->  the mesh's file applied anew, or a service restarted
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from weft.cli.apply import changes_text, documents
from weft.cli.connect import client_for
from weft.cli.files import MeshFile, load
from weft.cli.place import STATE_DIR
from weft.config.report import report_text
from weft.errors import WeftError
from weft.model.catalog import Run

IGNORED = {STATE_DIR, ".git", ".venv", "__pycache__", "node_modules"}


async def watch_files(file: Path, *, say: Callable[[str], None]) -> None:
    """Follow *file* and the folders of its services until cancelled."""
    from watchfiles import DefaultFilter, awatch  # noqa: PLC0415  only --watch needs it

    folder = file.absolute().parent
    async for changes in awatch(folder, watch_filter=DefaultFilter(), step=100):
        paths = [Path(path) for _, path in changes]
        try:
            await asyncio.to_thread(react, file, paths, say)
        except WeftError as error:
            say(str(error))


def react(file: Path, paths: Iterable[Path], say: Callable[[str], None]) -> None:
    """Do what the saved *paths* ask for."""
    changed = [path for path in paths if not IGNORED & set(path.parts)]
    if file.absolute() in changed:
        client = client_for(file)
        loaded = load(file, documents(client))
        if loaded.loaded.failed:
            say(report_text(loaded.loaded.problems, "Nothing was applied."))
            return
        applied = client.apply(loaded.owner, loaded.documents)
        say(changes_text(applied))
    others = [path for path in changed if path != file.absolute()]
    if others:
        for service in sorted(services_of(load(file), others)):
            say(f"{service}: its files changed; restarting it")
            client_for(file).restart("default", service)


def services_of(loaded: MeshFile, changed: Iterable[Path]) -> set[str]:
    """The services that *changed* files belong to: named in the command, else all of a folder."""
    runs = [d.spec for d in loaded.documents if isinstance(d.spec, Run) and d.spec.command]
    found: set[str] = set()
    for path in changed:
        named = {r.service.name for r in runs if _names(r, path)}
        inside = {r.service.name for r in runs if path.is_relative_to(r.dir)}
        found |= named or inside
    return found


def _names(run: Run, path: Path) -> bool:
    return any((Path(run.dir) / word) == path for word in run.command)
