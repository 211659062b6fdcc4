"""Gateways: listeners through which callers from outside enter the mesh."""

from msgspec import Struct

from weft.model.names import Name
from weft.model.traffic import Rule


class Gateway(Struct, frozen=True, omit_defaults=True, tag="Gateway"):
    """A plain HTTP listener with its rules."""

    name: Name
    address: str
    port: int
    rules: tuple[Rule, ...]


class Route(Struct, frozen=True, omit_defaults=True, tag="Route"):
    """Where calls to a service go; without one, to all of its instances."""

    service: Name
    rules: tuple[Rule, ...]
