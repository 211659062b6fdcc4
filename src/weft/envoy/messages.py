"""What generated classes lack: message <-> bytes, dict, YAML; packing; versions.

Everything here speaks the private pool's types. A `google.protobuf.any_pb2.Any`
made elsewhere cannot be assigned to a field of Envoy's API, and protobuf's
json_format does not know the private types unless it is given the pool; this
module is the one place that remembers both.

Bytes are always deterministic, because a resource's version is their hash.
Pure: no I/O, no clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any as Anything
from typing import TypeVar, cast

import yaml
from google.protobuf import json_format
from google.protobuf.any_pb2 import Any
from google.protobuf.message import Message

from weft.envoy.pool import POOL, message_class

M = TypeVar("M", bound=Message)

TYPE_URL_PREFIX = "type.googleapis.com/"
_VERSION_LENGTH = 16

# The annotation says `any_pb2.Any`, as the generated stubs do; the class is the pool's own.
_AnyClass = cast("type[Any]", message_class("google.protobuf.Any"))


def pack(message: Message) -> Any:
    """*message* inside an Any that fields of Envoy's API accept."""
    return _AnyClass(type_url=type_url(message), value=serialize(message))


def unpack(packed: Any) -> Message:
    """The message inside *packed*, in its own class; KeyError if this Envoy has no such type."""
    return parse(packed.type_url, packed.value)


def parse(url: str, body: bytes) -> Message:
    """The message of the type that *url* names, from its bytes."""
    return message_class(url.rpartition("/")[2]).FromString(body)


def type_url(message: Message | type[Message]) -> str:
    """The type URL of a message or of its class, as xDS and Any write it."""
    return TYPE_URL_PREFIX + message.DESCRIPTOR.full_name


def serialize(message: Message) -> bytes:
    """The same bytes for the same message, in every process."""
    return message.SerializeToString(deterministic=True)


def version_of(body: bytes) -> str:
    """A resource's version: equal bytes have equal versions, also after a restart."""
    return hashlib.sha256(body).hexdigest()[:_VERSION_LENGTH]


def milliseconds(count: float) -> timedelta:
    """A duration field's value; generated constructors accept a timedelta."""
    return timedelta(milliseconds=count)


def to_dict(message: Message) -> dict[str, Anything]:
    """*message* as Envoy's own JSON, with the field names of the API definition."""
    text = json_format.MessageToJson(
        message, preserving_proto_field_name=True, descriptor_pool=POOL, indent=None
    )
    # MessageToDict would leave an OrderedDict wherever an Any stands; YAML refuses those.
    value: dict[str, Anything] = json.loads(text)
    return value


def from_dict(value: Mapping[str, Anything], cls: type[M]) -> M:
    """The message that *value* describes; json_format.ParseError names what does not fit."""
    return json_format.ParseDict(dict(value), cls(), descriptor_pool=POOL)


def to_yaml(message: Message) -> str:
    """*message* as YAML for people and goldens, fields in the API's order."""
    return yaml.safe_dump(to_dict(message), sort_keys=False, allow_unicode=True, width=100)
