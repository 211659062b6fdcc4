"""Mistakes: what pydantic found, in the words of the person who wrote the file.

    an error's type, context and place  ->  code, message, suggestion

Refuses to know lines and columns.
"""

import re
from collections.abc import Callable, Iterable
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic_core import ErrorDetails

from weft.config.file import MeshFile
from weft.config.nodes import Loc, Mapping, Node, Scalar
from weft.config.scalars import truth_of
from weft.config.service import DefaultsShape, ServiceShape, VersionShape
from weft.config.values import Shape

_Type = Any  # Python has no type for the forms that annotations take
Words = tuple[str, str, str]
Nearest = Callable[[str, Iterable[str]], str]

_EXPECTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
#: What other tools call it.
_SAME_AS: Final = {
    "restart": {"no": "never", "unless-stopped": "always", "off": "never", "yes": "always"},
    "balance": {"least_request": "least-request", "round_robin": "round-robin"},
}


def words_for(loc: Loc, error: ErrorDetails, node: Node, nearest: Nearest) -> Words:
    """The code, message and suggestion for *error*, which *node* was found guilty of."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "wrong-type":
        return _wrong_type(context["expected"], node)
    if "suggestion" in context:
        return kind, _with_value(context["message"], kind, node), context["suggestion"]
    if kind in _EXPECTED:
        return _wrong_type(_EXPECTED[kind], node)
    if kind == "extra_forbidden":
        return _unknown_key(loc, nearest)
    if kind == "literal_error":
        return _unknown_value(loc, context["expected"], node, nearest)
    return _out_of_range(kind, context, node)


def _with_value(message: str, code: str, node: Node) -> str:
    if code == "conflict" or not isinstance(node, Scalar) or node.text in message:
        return message
    return f'"{_short(node.text)}": {message}'


def _wrong_type(expected: str, node: Node) -> Words:
    message = f"expected {expected}, found {_described(node)}"
    hint = ""
    if isinstance(node, Scalar):
        truth = truth_of(node.text)
        if "text" in expected and not isinstance(node.value, str):
            hint = f'did you mean "{_short(node.text)}", in quotes?'
        elif expected == "true or false" and truth is not None:
            hint = f"did you mean {str(truth).lower()}?"
        elif expected == "a whole number" and re.fullmatch("[-+]?[0-9]{1,18}(\\.0*)?", node.text):
            hint = f"did you mean {int(float(node.text))}?"
        elif expected == "a list":
            hint = f"did you mean [{_short(node.text)}]?"
    return "wrong-type", message, hint


def _unknown_key(loc: Loc, nearest: Nearest) -> Words:
    name, shape = str(loc[-1]), shape_at(loc[:-1])
    known = keys_of(shape) if shape else []
    message = f'unknown key "{_short(name)}" in {where(loc[:-1])}'
    if shape in (DefaultsShape, VersionShape) and name in keys_of(ServiceShape):
        owner = "no default" if shape is DefaultsShape else "the same for all versions"
        return "unknown-key", message, f"`{name}` is {owner}: it belongs to the service"
    if shape is MeshFile and name in keys_of(ServiceShape):
        return "unknown-key", message, f"`{name}` belongs to a service, or under `defaults:`"
    return "unknown-key", message, nearest(name, known)


def _unknown_value(loc: Loc, expected: str, node: Node, nearest: Nearest) -> Words:
    choices = re.findall(r"'([^']*)'", expected) or [expected]
    if not isinstance(node, Scalar):
        return _wrong_type(_or(choices), node)
    if len(choices) == 1:
        return "unknown-value", f"expected {choices[0]}, found {_described(node)}", ""
    message = f'"{_short(node.text)}" is not one of: {", ".join(choices)}'
    known = _SAME_AS.get(next((str(s) for s in reversed(loc) if s in _SAME_AS), ""), {})
    same = known.get(node.text.lower(), "")
    hint = f'did you mean "{same}"?' if same else nearest(node.text, choices)
    return "unknown-value", message, hint


def _out_of_range(kind: str, context: dict[str, Any], node: Node) -> Words:
    found = _described(node)
    match kind:
        case "greater_than_equal":
            return "out-of-range", f"expected at least {context['ge']}, found {found}", ""
        case "less_than_equal":
            return "out-of-range", f"expected at most {context['le']}, found {found}", ""
        case _:  # too_short, string_too_short: the only lengths that shapes ask for
            return "no-value", f"{found} holds nothing", ""


def shape_at(loc: Loc) -> type[Shape] | None:
    """The shape of the mapping at *loc*; None where there is none."""
    at: _Type = MeshFile
    for step in loc:
        at = _peeled(at)
        if isinstance(at, type) and issubclass(at, Shape):
            fields = {field.alias or name: field for name, field in at.model_fields.items()}
            if str(step) not in fields:
                return None
            at = fields[str(step)].annotation
        else:
            inner = get_args(at)
            at = inner[-1] if inner else None
    at = _peeled(at)
    return at if isinstance(at, type) and issubclass(at, Shape) else None


def keys_of(shape: type[Shape]) -> list[str]:
    """The keys that *shape* has, as they are written."""
    return [field.alias or name for name, field in shape.model_fields.items()]


def where(loc: Loc) -> str:
    """*loc* as people write it: `services.orders.retry`."""
    words = ""
    for step in loc:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return words.lstrip(".") or "the file"


def _peeled(annotation: _Type) -> _Type:
    """*annotation* without what validates it and without None."""
    while True:
        origin: _Type = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
            continue
        inner = [arg for arg in get_args(annotation) if arg is not NoneType]
        if NoneType in get_args(annotation) and len(inner) == 1:
            annotation = inner[0]
            continue
        return annotation


def _described(node: Node) -> str:
    match node:
        case Scalar() if node.value is None:
            return "nothing"
        case Scalar() if isinstance(node.value, bool):
            return node.text
        case Scalar() if isinstance(node.value, int | float):
            return f"the number {_short(node.text)}"
        case Scalar():
            return f'"{_short(node.text)}"'
        case Mapping():
            return "a mapping"
        case _:
            return "a list"


def _or(choices: list[str]) -> str:
    return ", ".join(choices[:-1]) + f" or {choices[-1]}" if len(choices) > 1 else choices[0]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
