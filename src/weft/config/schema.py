"""Schema: the shape of mesh.yaml as a JSON Schema, for editors.

    MeshFile  ->  mesh_schema()  ->  mesh.schema.json

It knows keys, types and words, not what they mean together: `weft validate` does.
"""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from weft.config.file import MeshFile

Schema = dict[str, Any]


class _ForPeople(GenerateJsonSchema):
    """pydantic's schema without what nobody writes: titles made from names, and null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key that may be left out may not be empty: `timeout:` is a mistake."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What holds by default is the model's to say; here it is always "left out"."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 — pydantic's
        """Titles only where a value type has been given one."""
        return False


def mesh_schema() -> Schema:
    """The JSON Schema of mesh.yaml."""
    found = MeshFile.model_json_schema(schema_generator=_ForPeople)
    spelled = json.dumps(found).replace('Shape"', '"').replace("Shape/", "/")
    schema: Schema = json.loads(spelled)
    for definition in (schema, *schema["$defs"].values()):
        definition.pop("title", None)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": "Weft mesh file"}
    return head | schema


def text() -> str:
    """The text of mesh.schema.json."""
    return json.dumps(mesh_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(text(), end="")  # noqa: T201 — `python -m weft.config.schema > mesh.schema.json`
