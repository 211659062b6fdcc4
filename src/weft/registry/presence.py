"""Presence: which instances are held, and what a host's report changes in that.

    host, lease, its instances, what is held  ->  reported()  ->  operations, refusals

The host is the authority over its own instances: a report is the whole truth
about them, and only differences are written. Three rules guard it:
1. An id that another living host holds is refused, and its holder named.
2. An older generation changes nothing, neither by being put nor by being removed.
3. A host speaks through its newest lease; an older one is a former life of it.

Pure: no clock and no store; leases expire elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from msgspec import Struct, structs

from weft.errors import WeftError
from weft.model.catalog import Instance
from weft.model.wire import encode
from weft.registry.fold import instance_key, instance_name
from weft.store.base import Delete, Op, Put


class Present(Struct, frozen=True):
    """An instance as the store holds it."""

    instance: Instance
    revision: int
    lease: str | None


class InstanceTaken(WeftError):
    """Another host already has an instance of that id."""

    code: ClassVar[str] = "instance-taken"

    def __init__(self, instance: Instance, *, holder: str) -> None:
        name = instance_name(instance.service, instance.id)
        super().__init__(
            f"{name} of host {instance.host} was refused",
            why=f"host {holder} has registered it, and its lease lives",
            fix=f"give the instance another id, or stop it on {holder}",
        )
        self.name = name
        self.holder = holder


class Reported(Struct, frozen=True):
    """What a report changes, and the instances that it may not have."""

    ops: tuple[Op, ...]
    refused: tuple[InstanceTaken, ...]


@dataclass
class Roster:
    """All instances that are held, by their keys in the store and by their hosts."""

    present: dict[str, Present] = field(default_factory=dict)
    _keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    leases: dict[str, str] = field(default_factory=dict)  # the newest of each host

    def put(self, key: str, present: Present) -> None:
        """*present* is held under *key*."""
        self.drop(key)
        self.present[key] = present
        self._keys[present.instance.host].add(key)

    def drop(self, key: str) -> None:
        """Nothing is held under *key* any more."""
        if before := self.present.pop(key, None):
            self._keys[before.instance.host].discard(key)

    def join(self, host: str, lease: str) -> None:
        """*host* speaks through *lease* from now on."""
        self.leases[host] = lease

    def recall(self, joined: Mapping[str, str]) -> None:
        """Know the hosts' leases again: as they *joined*, else by what each wrote last."""
        by_revision = sorted(self.present.values(), key=lambda present: present.revision)
        written = {p.instance.host: p.lease for p in by_revision if p.lease}
        self.leases = {**written, **joined}

    def of_host(self, host: str) -> Mapping[str, Present]:
        """What *host* holds."""
        return {key: self.present[key] for key in self._keys.get(host, ())}


def reported(roster: Roster, host: str, lease: str, instances: Iterable[Instance]) -> Reported:
    """What makes the instances of *host* those given."""
    ops: list[Op] = []
    refused: list[InstanceTaken] = []
    named = set[str]()
    for given in instances:
        instance = structs.replace(given, host=host)
        key = instance_key(instance)
        named.add(key)
        found = roster.present.get(key)
        if found and found.instance.host != host:
            refused.append(InstanceTaken(instance, holder=found.instance.host))
        elif found is None or _newer(instance, lease, found):
            revision = found.revision if found else 0
            ops.append(Put(key, encode(instance), lease, revision))
    gone = {key: found for key, found in roster.of_host(host).items() if key not in named}
    ops += [Delete(key, found.revision) for key, found in sorted(gone.items())]
    return Reported(tuple(ops), tuple(refused))


def removed(roster: Roster, lease: str, instances: Iterable[Instance]) -> tuple[Op, ...]:
    """What removes *instances*, as far as they are held under *lease* in that generation."""
    found = ((i, roster.present.get(instance_key(i))) for i in instances)
    return tuple(
        Delete(instance_key(instance), held.revision)
        for instance, held in found
        if held and held.lease == lease and held.instance.generation <= instance.generation
    )


def _newer(instance: Instance, lease: str, found: Present) -> bool:
    if instance.generation < found.instance.generation:
        return False
    # A probe's latency changes all the time and nothing follows from it: no reason to write.
    same = structs.replace(instance, probe_ms=found.instance.probe_ms) == found.instance
    return not same or lease != found.lease
