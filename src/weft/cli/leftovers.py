"""What an agent that was killed left behind: found by its memory and by its mark, and ended.

    agent/state.json, WEFT_AGENT  ->  no Envoy and no app of this mesh runs

A process is named by its pid and its beginning, so one that got a pid again is
never touched. What no memory names (the file was lost or torn, or an app's child
left its session) still bears the mark of its agent in its environment.
"""

import contextlib
from collections.abc import Callable

import msgspec

from weft.agent.launch import MARK
from weft.agent.memory import load
from weft.agent.places import Places
from weft.agent.process import ProcessId, end, end_marked
from weft.cli.place import Place


class Children(msgspec.Struct, frozen=True):
    """What `children.json` says: the supervisor's two processes, each a pid and its beginning."""

    server: tuple[int, float] | None = None
    agent: tuple[int, float] | None = None


def read_children(place: Place) -> Children:
    """The processes that the last supervisor knew of."""
    with contextlib.suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(place.children_json.read_bytes(), type=Children)
    return Children()


def end_leftovers(place: Place, say: Callable[[str], None]) -> None:
    """End what still runs of this mesh, the agent before what it would start again."""
    children = read_children(place)
    memory = load(Places(place.state, place.runtime).agent / "state.json")
    found = [("agent", _id(children.agent)), ("server", _id(children.server))]
    found += [(f"app {name}", app.process) for name, app in memory.apps.items()]
    found += [(f"proxy {name}", proxy.process) for name, proxy in memory.proxies.items()]
    for name, process in found:
        if process is not None and process.lives:
            say(f"ended a leftover: {name}, pid {process.pid}")
            end(process)
    # Last, when no agent is left that would start them again.
    for pid in end_marked(f"{MARK}={place.state.absolute()}"):
        say(f"ended a leftover: pid {pid}, which bears the mark of this mesh")
    place.children_json.unlink(missing_ok=True)
    place.up_json.unlink(missing_ok=True)


def _id(pair: tuple[int, float] | None) -> ProcessId | None:
    return None if pair is None else ProcessId(*pair)
