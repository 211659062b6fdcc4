"""Reference: the shape of mesh.yaml as a page for people.

    the JSON Schema, the sections  ->  page()  ->  docs/reference/mesh-yaml.md

Keys, types and descriptions come from the shapes; what is written by hand is in
sections.py. A test fails when the page is stale.
"""

from typing import Any, Final

from weft.config.schema import Schema, mesh_schema
from weft.config.sections import HEAD, SECTIONS, Section


def page() -> str:
    """The text of docs/reference/mesh-yaml.md."""
    schema = mesh_schema()
    return "\n".join([HEAD, *(_section(section, schema) for section in SECTIONS)])


def keys_of_section(section: Section, schema: Schema) -> list[str]:
    """The keys that *section* shows."""
    return list(section.keys or _shape(section, schema)["properties"])


def _shape(section: Section, schema: Schema) -> Schema:
    found: Schema = schema["$defs"][section.shape] if section.shape else schema
    return found


def _section(section: Section, schema: Schema) -> str:
    properties = _shape(section, schema)["properties"]
    text = section.text or _shape(section, schema)["description"]
    rows = ["| key | takes | meaning |", "| --- | --- | --- |"]
    for key in keys_of_section(section, schema):
        found = properties[key]
        shown = found if "description" in found else _definition(found, schema)
        meaning = shown.get("description", "").replace("|", "\\|")
        rows.append(f"| `{key}` | {takes(found)} | {meaning} |")
    parts = [f"## {section.title}", text, "\n".join(rows)]
    if section.example:
        parts.append(f"```yaml\n{section.example}```")
    return "\n\n".join(parts) + "\n"


def takes(schema: Schema) -> str:
    """What a value may be, in a few words."""
    if "title" in schema:
        return str(schema["title"])
    if "$ref" in schema:
        return _link(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(takes(choice) for choice in schema["anyOf"]))
    if words := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return ", ".join(f"`{word}`" for word in words)
    return _typed(schema)


def _typed(schema: Schema) -> str:
    match schema:
        case {"type": "array", "items": items}:
            return f"list of {takes(items)}"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"mapping to {takes(values)}"
        case {"type": "integer"}:
            return _whole_number(schema)
        case _:
            return _NAMED[schema.get("type", "object")]


def _definition(schema: Schema, root: Schema) -> Schema:
    found: Schema = root["$defs"].get(schema.get("$ref", "").rpartition("/")[2], {})
    return found


_NAMED: Final = {"string": "text", "boolean": "`true` or `false`", "object": "mapping"}


def _whole_number(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    return "number" if low is None or high is None else f"number, {low} to {high}"


def _link(shape: str) -> str:
    section = next((s for s in SECTIONS if s.shape == shape), None)
    if section is None:
        raise LookupError(f"no section shows {shape}")
    anchor = "".join(c for c in section.title.lower().replace(" ", "-") if c.isalnum() or c in "-_")
    return f"[{section.title}](#{anchor})"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 — redirected into docs/reference/mesh-yaml.md
