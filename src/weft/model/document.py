"""Documents: pieces of desired state with a kind, a name, an owner and a place of origin."""

from typing import Final, Literal, assert_never

from msgspec import Struct

from weft.model.catalog import Config, Run, Service
from weft.model.gateway import Gateway, Route


class Alarm(Struct, frozen=True, omit_defaults=True):
    """Where alarms are sent: a webhook (POST with JSON) or a command (JSON on its stdin)."""

    webhook: str | None = None
    command: tuple[str, ...] = ()


class Mesh(Struct, frozen=True, omit_defaults=True, tag="Mesh"):
    """What holds for the mesh as a whole. *name* is its SPIFFE trust domain."""

    name: str
    certificate_life_s: float = 3600.0
    alarms: tuple[Alarm, ...] = ()


Spec = Mesh | Service | Run | Config | Route | Gateway
Kind = Literal["Mesh", "Service", "Run", "Config", "Route", "Gateway"]
KINDS: Final[tuple[Kind, ...]] = ("Mesh", "Service", "Run", "Config", "Route", "Gateway")


class Origin(Struct, frozen=True, omit_defaults=True):
    """Where a document was written; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Key(Struct, frozen=True, omit_defaults=True, order=True):
    """What a document is stored under: `Route` and `default/orders`."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"


class Document(Struct, frozen=True, omit_defaults=True):
    """One piece of desired state and where it came from."""

    spec: Spec
    owner: str = ""
    origin: Origin | None = None

    @property
    def key(self) -> Key:
        """What this document is stored under."""
        return key_of(self.spec)


def key_of(spec: Spec) -> Key:
    """The key under which *spec* is stored."""
    match spec:
        case Mesh():
            return Key("Mesh", "mesh")
        case Service():
            return Key("Service", spec.name.key)
        case Run():
            suffix = f"@{spec.version}" if spec.version else ""
            return Key("Run", spec.service.key + suffix)
        case Config():
            return Key("Config", spec.service.key)
        case Route():
            return Key("Route", spec.service.key)
        case Gateway():
            return Key("Gateway", spec.name.key)
        case _:
            assert_never(spec)
