"""Where the agent keeps what: two folders -> paths. Pure: nothing is made or opened here."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from weft.model.names import Name

#: unix(7): a socket's path has 108 bytes, the last of them a zero.
_LONGEST_SOCKET: Final = 107
_LONGEST_NAME: Final = len("/admin.sock")


def socket_dir(runtime: Path, workload: str) -> Path:
    """The folder of one workload's sockets, named by its id, or by a hash of a long one."""
    plain = runtime / workload
    if len(str(plain).encode()) + _LONGEST_NAME <= _LONGEST_SOCKET:
        return plain
    return runtime / sha256(workload.encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Places:
    """The paths of one agent: *state* lasts, *runtime* is short and holds sockets."""

    state: Path
    runtime: Path

    @property
    def agent(self) -> Path:
        """The agent's own memory."""
        return self.state / "agent"

    @property
    def server_socket(self) -> Path:
        """Where the server listens for agents."""
        return self.runtime / "agents.sock"

    def socket(self, workload: str, name: str) -> Path:
        """One of a workload's sockets: `xds`, `admin` or `call`."""
        return socket_dir(self.runtime, workload) / f"{name}.sock"

    def run(self, workload: str) -> Path:
        """What one Envoy is started from, and its log."""
        return self.state / "run" / workload

    def access_log(self, workload: str) -> Path:
        """What one Envoy says of the requests that went through it."""
        return self.state / "logs" / "access" / f"{workload}.log"

    def app_log(self, service: Name, instance: str) -> Path:
        """What one app writes."""
        return self.state / "logs" / "apps" / str(service) / f"{instance}.log"

    def config(self, service: Name, instance: str) -> Path:
        """One app's configuration."""
        return self.state / "config" / str(service) / f"{instance}.json"
