"""Seats: what the host gives to copies and workloads -> ports, sockets, files.

    Run, CopyId        ->  Seat
    Snapshot, a name   ->  Workload, with a port for each use

A port that a person pinned and somebody else holds is reported beside the
document that asks for it; whatever does not need it goes on.
"""

import time
from collections.abc import Iterable, Iterator

from weft.agent import kernel
from weft.agent.launch import LOOPBACK
from weft.agent.memory import Memory
from weft.agent.places import Places
from weft.agent.plan import CopyId, callees
from weft.agent.ports import Ports, PortTaken
from weft.agent.running_copy import Seat
from weft.api.agent import Refusal
from weft.errors import WeftError
from weft.model.catalog import Run, Service
from weft.model.document import Key
from weft.model.gateway import Gateway
from weft.model.names import Name
from weft.model.snapshot import Snapshot
from weft.model.workload import LOCALHOST, Inbound, LocalPort, Workload


class Seats:
    """The ports and paths of one host."""

    def __init__(self, places: Places, host: str, ports: Ports, memory: Memory, mark: str) -> None:
        self.mark = mark  # of every process of this host's agent
        self._places = places
        self._host = host
        self._ports = ports
        self._memory = memory
        self._localhost = LOCALHOST if kernel.has_both_loopbacks() else LOOPBACK
        self._refused: dict[str, Refusal] = {}

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Pinned ports that could not be had."""
        return tuple(refusal for _, refusal in sorted(self._refused.items()))

    def restore(self, living: Iterable[str]) -> None:
        """Keep the ports of workloads and copies whose processes still run."""
        alive = set(living)
        self._ports.keep(use for use in self._memory.ports if _owner(use) in alive)

    def seat(self, id: CopyId, launch: str, run: Run, generation: int = 0) -> Seat:
        """The seat of one copy; raises PortsExhausted, AddressBroken."""
        if not generation:
            # Higher than any before, also if the memory was lost.
            generation = max(self._memory.generation + 1, int(time.time()))
            self._memory.generation = generation
        own = copy_key(id)
        address, app_port = self._localhost, run.port
        if run.address is not None:
            address, app_port = _split(run.address)
            address = self._localhost if address == LOCALHOST else address
        elif app_port is None:
            app_port = self._ports.take(f"app/{own}")
        inbound = Inbound(str(id), LOOPBACK, self._ports.take(f"in/{own}"), address, app_port)
        config = self._places.config(id.service, str(id))
        return Seat(id, launch, generation, inbound, self._host, config)

    def claim(self, seat: Seat, run: Run) -> None:
        """Make sure that the app's port can be listened on now; raises PortTaken."""
        use = f"app/{copy_key(seat.id)}"
        self._ports.claim(use, seat.inbound.app_port, fixed=run.port is not None)

    def leave(self, seat: Seat) -> None:
        """Free the ports of a copy."""
        self._ports.free(f"app/{copy_key(seat.id)}")
        self._ports.free(f"in/{copy_key(seat.id)}")

    def service(self, name: Name, snapshot: Snapshot, inbound: tuple[Inbound, ...]) -> Workload:
        """The workload of a service; raises PortsExhausted."""
        workload = self._bare(Workload(name))
        service = snapshot.service(name) or Service(name)
        return Workload(
            name=name,
            proxy_port=self._ports.take(f"proxy/{workload.id}"),
            local_ports=tuple(sorted(self._local_ports(workload.id, service, snapshot))),
            inbound=inbound,
            access_log=workload.access_log,
            call_socket=workload.call_socket,
        )

    def gateway(self, gateway: Gateway) -> Workload | None:
        """The workload of a gateway; None while somebody else holds its port."""
        workload = self._bare(Workload(gateway.name, gateway=True))
        key = Key("Gateway", gateway.name.key)
        use = f"gateway/{workload.id}"
        held = self._pinned(use, gateway.port, gateway.address, workload.id, key)
        return None if held is None else workload

    def leave_workload(self, workload: str) -> None:
        """Free all ports of a workload."""
        for use in [use for use in self._memory.ports if _owner(use) == workload]:
            self._ports.free(use)
        for use in [use for use in self._refused if _owner(use) == workload]:
            del self._refused[use]

    def _bare(self, workload: Workload) -> Workload:
        return Workload(
            name=workload.name,
            gateway=workload.gateway,
            access_log=str(self._places.access_log(workload.id)),
            call_socket="" if workload.gateway else str(self._places.socket(workload.id, "call")),
        )

    def _local_ports(
        self, workload: str, service: Service, snapshot: Snapshot
    ) -> Iterator[LocalPort]:
        prefix = f"local/{workload}/"
        wanted = {f"{prefix}{callee.service.key}": callee for callee in callees(service, snapshot)}
        stale = [u for u in (*self._memory.ports, *self._refused) if u.startswith(prefix)]
        for use in set(stale) - wanted.keys():
            self._ports.free(use)
            self._refused.pop(use, None)
        for use, callee in wanted.items():
            if callee.port is None:
                yield LocalPort(callee.service, self._ports.take(use))
                continue
            key = Key("Service", service.name.key)
            if (port := self._pinned(use, callee.port, LOOPBACK, workload, key)) is not None:
                yield LocalPort(callee.service, port)

    def _pinned(
        self, use: str, port: int, address: str, workload: str, document: Key
    ) -> int | None:
        try:
            held = self._ports.take(use, fixed=port, address=address)
        except PortTaken as error:
            why = f"{error.what}: {error.why}"
            known = self._refused.get(use)
            since = known.since if known and known.error == why else time.time()
            self._refused[use] = Refusal(
                workload, f"listener on {address}:{port}", why, (document,), since
            )
            return None
        self._refused.pop(use, None)
        return held


class AddressBroken(WeftError):
    """An address that was stored is none."""

    code = "address-broken"


def _split(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit():
        raise AddressBroken(f"{address!r} is no address", fix="write it as host:port")
    return host.strip("[]"), int(port)


def copy_key(id: CopyId) -> str:
    """What a copy's ports and memory are kept under: `default/orders/orders-v1-1`."""
    return f"{id.service.key}/{id}"


def _owner(use: str) -> str:
    """The workload, or the copy's key behind `app/`, that a use belongs to."""
    kind, _, rest = use.partition("/")
    match kind:
        case "app":
            return use
        case "in":  # the Envoy of the copy's service listens there
            namespace, name, _ = rest.split("/", 2)
            return Workload(Name(name, namespace)).id
        case "local":
            return rest.partition("/")[0]
        case _:
            return rest
