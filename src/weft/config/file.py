"""The shape of mesh.yaml as a whole.

Refuses to know where in a text its values stood, and whether its names exist.
"""

from typing import Final, Literal, Self

from pydantic import Field, JsonValue, model_validator

from weft.config.routing import GatewayShape, RuleShape
from weft.config.service import DefaultsShape, ServiceShape
from weft.config.values import CertificateLife, Command, Shape, Text, Url, refusal
from weft.model.names import LABEL

#: Editors then mark a name that naming.py would refuse.
_NAMES: Final[dict[str, JsonValue]] = {"propertyNames": {"pattern": f"^{LABEL.pattern}$"}}


class AlarmShape(Shape):
    """Where alarms are sent."""

    webhook: Url | None = Field(
        default=None, description="An address that gets each alarm as a POST with JSON."
    )
    command: Command | None = Field(
        default=None, description="A command that gets each alarm as JSON on its standard input."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise refusal("conflict", "an alarm goes to one of `webhook` and `command`")
        return self


class IdentityShape(Shape):
    """How services prove who they are."""

    certificate_life: CertificateLife | None = Field(
        default=None,
        description="How long a certificate is valid; it is renewed at half. Default 1h.",
    )


class MeshFile(Shape):
    """A whole mesh.yaml."""

    format: Literal[1] = Field(description="The format of this file. Always 1.")
    mesh: Text | None = Field(
        default=None,
        description="The name of the mesh, which identities start with: `shop` gives "
        "`spiffe://shop/…`. Left out in files that add to a mesh.",
    )
    owner: Text | None = Field(
        default=None,
        description="Who owns what this file defines; no other owner may change it. "
        "Default: the file's name.",
    )
    defaults: DefaultsShape | None = Field(
        default=None, description="What holds for every service that doesn't say otherwise."
    )
    services: dict[str, ServiceShape] | None = Field(
        default=None, description="Services by name.", json_schema_extra=_NAMES
    )
    routes: dict[str, list[RuleShape]] | None = Field(
        default=None,
        description="Where calls to a service go, by the service's name. Without a route they go "
        "to all of its instances.",
    )
    gateways: dict[str, GatewayShape] | None = Field(
        default=None,
        description="Listeners through which callers from outside enter, by name.",
        json_schema_extra=_NAMES,
    )
    alarms: list[AlarmShape] | None = Field(
        default=None,
        description="Where alarms are sent when an instance falls ill or is well again.",
    )
    identity: IdentityShape | None = Field(
        default=None, description="How services prove who they are."
    )
