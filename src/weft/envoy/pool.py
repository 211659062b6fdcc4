"""The private descriptor pool: descriptors.binpb -> message classes of Envoy's API.

    weft.envoy.api.<path>_pb2  ->  export()  ->  the classes that its stub names

A pool of its own cannot clash with what else is installed: another library may
hold an older copy of the same files in protobuf's default pool. The price is
that well-known types are other classes than `google.protobuf.any_pb2.Any` and
its kin; weft.envoy.messages makes the ones that belong here.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper
from google.protobuf.message import Message


def _load() -> descriptor_pool.DescriptorPool:
    """Read the package's own data, as an import reads code; nothing else is touched."""
    pool = descriptor_pool.DescriptorPool()
    raw = resources.files("weft.envoy.api").joinpath("descriptors.binpb").read_bytes()
    for file in FileDescriptorSet.FromString(raw).file:
        pool.AddSerializedFile(file.SerializeToString())
    return pool


POOL = _load()


def message_class(full_name: str) -> type[Message]:
    """The class of the message called *full_name*; KeyError if this Envoy has none."""
    return message_factory.GetMessageClass(POOL.FindMessageTypeByName(full_name))


def export(namespace: dict[str, Any], proto: str) -> None:
    """Put into *namespace* what protoc would have generated for the file *proto*."""
    file = POOL.FindFileByName(proto)
    namespace["DESCRIPTOR"] = file
    for name, message in file.message_types_by_name.items():
        namespace[name] = message_factory.GetMessageClass(message)
    for name, enum in file.enum_types_by_name.items():
        namespace[name] = EnumTypeWrapper(enum)
        namespace.update({value.name: value.number for value in enum.values})
    for name, extension in file.extensions_by_name.items():
        namespace[name] = extension
        namespace[f"{name.upper()}_FIELD_NUMBER"] = extension.number
