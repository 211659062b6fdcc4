"""The one JSON spelling of frozen values, for stores, streams and caches.

    Struct  <->  canonical bytes

Canonical: fields in declared order, defaults left out, so equal values have
equal bytes and a hash of the bytes is a version.
"""

from hashlib import sha256
from typing import TypeVar

import msgspec

T = TypeVar("T")


def encode(value: msgspec.Struct) -> bytes:
    """*value* as canonical JSON."""
    return msgspec.json.encode(value)


def decode(data: bytes, type: type[T]) -> T:
    """The value that *data* spells; raises msgspec.ValidationError or msgspec.DecodeError."""
    return msgspec.json.decode(data, type=type)


def version_of(data: bytes) -> str:
    """The content version of *data*: the same bytes have the same version everywhere."""
    return sha256(data).hexdigest()[:16]
