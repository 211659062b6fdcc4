"""Layers: what holds for a service and for each of its versions.

    defaults < service < version  ->  shapes in which every key has been decided

Groups and mappings merge key by key, so that one retry setting can differ and
the rest stay; lists and single values replace. Two keys that exclude each other
(`run` and `address`, a probe's `http` and `tcp`) replace each other.
Refuses to know what the model's own defaults are.
"""

from typing import Final, TypeVar

from weft.config.service import BalanceShape, DefaultsShape, ServiceShape, VersionShape
from weft.config.values import Shape

S = TypeVar("S", bound=Shape)

#: For each key, the one that it puts out of force in the layers below.
_EXCLUDES: Final = {"http": "tcp", "tcp": "http", "run": "address", "address": "run"}
#: Shapes of which the upper layer's holds as a whole: their keys make sense only together.
_WHOLE: Final = (BalanceShape,)


def effective_service(defaults: DefaultsShape | None, service: ServiceShape) -> ServiceShape:
    """*service* with *defaults* under it."""
    return _over(service, defaults or DefaultsShape())


def effective_versions(service: ServiceShape) -> dict[str, VersionShape]:
    """The versions of an effective service, each with the service under it; {"": …} for none."""
    if service.versions is None:
        return {"": _over(VersionShape(), service)}
    return {name: _over(version, service) for name, version in service.versions.items()}


def _over(upper: S, lower: Shape) -> S:
    """*upper* with those values of *lower* that it has a key for and leaves open."""
    values: dict[str, object] = {}
    excluded = {_EXCLUDES.get(name) for name in upper.model_fields_set}
    for name in lower.model_fields_set & type(upper).model_fields.keys() - excluded:
        values[name] = getattr(lower, name)
    for name in upper.model_fields_set:
        values[name] = _merged(getattr(upper, name), values.get(name))
    # Both were validated when they were read; validating again would reparse their texts.
    return upper.model_copy(update=values)


def _merged(upper: object, lower: object) -> object:
    if isinstance(upper, Shape) and isinstance(lower, Shape) and not isinstance(upper, _WHOLE):
        return _over(upper, lower)
    if isinstance(upper, dict) and isinstance(lower, dict):
        return {**lower, **upper}
    return upper
