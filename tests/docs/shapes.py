"""JSON on a page and JSON of a real answer -> where their keys differ."""

from collections.abc import Iterator
from typing import Any


def differences(shown: Any, real: Any, at: str = "$") -> Iterator[str]:
    """Every place where *shown* has other keys or another kind of value than *real*.

    Lists on a page are short: each of their elements is compared with the real one of the
    same name, or with the first. What is null on one side may be a value on the other.
    """
    if shown is None or real is None:
        return
    if isinstance(shown, dict) and isinstance(real, dict):
        for key in sorted(shown.keys() ^ real.keys()):
            yield f"{at}.{key} is only {'on the page' if key in shown else 'in the answer'}"
        for key in sorted(shown.keys() & real.keys()):
            yield from differences(shown[key], real[key], f"{at}.{key}")
    elif isinstance(shown, list) and isinstance(real, list):
        for number, element in enumerate(shown):
            if real:
                yield from differences(element, _like(element, real), f"{at}[{number}]")
    elif _kind(shown) != _kind(real):
        yield f"{at} is {shown!r} on the page and {real!r} in the answer"


def _like(element: Any, candidates: list[Any]) -> Any:
    for name in ("name", "id", "identity", "workload", "key"):
        if isinstance(element, dict) and name in element:
            same = [c for c in candidates if c.get(name) == element[name]]
            if same:
                return same[0]
    return candidates[0]


def _kind(value: Any) -> str:
    return "number" if type(value) in (int, float) else type(value).__name__
