"""What has to be looked at again and again: zombies, full logs, secrets that were changed."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Final

from weft.agent import kernel
from weft.agent.host import Host
from weft.agent.places import Places
from weft.agent.rotate import rotate_copied, rotate_renamed

LOOK_EVERY_S: Final = 0.5

Signature = tuple[int, int, int] | None  # inode, size, time of change; None: not there


class Housekeeping:
    """Looks after one host's files and the children that nobody waits for."""

    def __init__(self, places: Places, host: Host) -> None:
        self._places = places
        self._host = host
        self._zombies: set[int] = set()
        self._secrets: dict[Path, Signature] = {}

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            self.reap()
            self.reread_secrets()
            await self.rotate()

    def reap(self) -> None:
        """Take away zombies that were there at the last look too.

        Children of ours are waited for the moment they end; what stays was left
        to us by a child that ended before it.
        """
        found = kernel.zombies()
        for pid in found & self._zombies:
            kernel.reap(pid)
        self._zombies = found

    def reread_secrets(self) -> None:
        """Have configurations written again when a file behind them has changed."""
        apps = self._host.apps
        if apps is None:
            return
        now = {path: _signature(path) for path in apps.secret_files}
        if now != self._secrets:
            self._secrets = now
            apps.write_configs()
            self._host.poke()

    async def rotate(self) -> None:
        """Keep logs within their sizes."""
        logs = self._places.state / "logs"
        copied = [*(logs / "apps").rglob("*.log"), *self._places.state.glob("run/*/envoy.log")]
        for path in copied:
            with suppress(OSError):  # a full disk, or a log that has just gone: the next look
                await asyncio.to_thread(rotate_copied, path)
        for path in (logs / "access").glob("*.log"):
            with suppress(OSError):
                if rotate_renamed(path) and self._host.proxies:
                    await self._host.proxies.reopen_logs(path.stem)


def _signature(path: Path) -> Signature:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
