"""Clients of the API, made to be imported quickly."""

from weft.client.calls import Client
from weft.client.http import ServerUnreachable

__all__ = ["Client", "ServerUnreachable"]
