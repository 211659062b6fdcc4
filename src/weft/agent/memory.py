"""What an agent must not forget: its ports and the processes that it started.

    agent/state.json  <->  Memory

An agent that returns finds its processes by this file and adopts them. A file
that cannot be read is an empty memory: reality is asked instead, and nothing
that still runs is trusted.
"""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field

from weft.agent.disk import read_whole, write_whole
from weft.agent.process import ProcessId
from weft.model.catalog import Health
from weft.model.document import Document
from weft.model.names import Name

FORMAT = 1


class ProxyMemory(Struct, frozen=True, omit_defaults=True):
    """One Envoy that was started."""

    process: ProcessId
    restarts: int = 0
    bootstrap: str = ""  # the version of what it was started from


class AppMemory(Struct, frozen=True, omit_defaults=True):
    """One copy of a run that was started, or that someone else runs (no process)."""

    service: Name
    version: str
    number: int
    launch: str
    process: ProcessId | None = None
    started: float = 0.0
    restarts: int = 0
    generation: int = 0
    health: Health = Health.STARTING
    since: float = 0.0


class Memory(Struct):
    """All of it. Keys of *ports* are uses, such as `proxy/default.web`."""

    format: int = FORMAT
    generation: int = 0  # counted up at each start of the agent
    ports: dict[str, int] = field(default_factory=dict)
    next_port: int = 0
    proxies: dict[str, ProxyMemory] = field(default_factory=dict)
    apps: dict[str, AppMemory] = field(default_factory=dict)
    good: tuple[Document, ...] = ()  # in use in place of documents that an Envoy refuses


def load(path: Path) -> Memory:
    """The memory at *path*; an empty one if there is none that can be read."""
    data = read_whole(path)
    if data is None:
        return Memory()
    try:
        memory = msgspec.json.decode(data, type=Memory)
    except msgspec.MsgspecError:
        return Memory()
    return memory if memory.format == FORMAT else Memory()


def save(path: Path, memory: Memory) -> None:
    """Put *memory* at *path*, whole or not at all.

    On a full disk the host goes on with what it holds; the next change is
    another attempt. What was started meanwhile is found by its mark.
    """
    with suppress(OSError):
        write_whole(path, msgspec.json.encode(memory))
