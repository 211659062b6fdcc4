"""The shapes of routes and gateways in mesh.yaml: which requests go where.

Refuses to know whether a target exists; check.py does.
"""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from weft.config.values import (
    Listen,
    Method,
    Path,
    Period,
    Regex,
    Shape,
    Text,
    Weight,
    refusal,
    shorthand,
    wrong_type,
)


class PathShape(Shape):
    """How a path is compared."""

    prefix: Path | None = Field(
        default=None, description="Whole segments at the start: `/a` matches `/a/b` but not `/ab`."
    )
    exact: Path | None = Field(default=None, description="The whole path.")
    regex: Regex | None = Field(default=None, description="An RE2 expression for the whole path.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise refusal("conflict", "a path is matched by one of `prefix`, `exact` and `regex`")
        return self


class HeaderShape(Shape):
    """How the value of a header is compared."""

    exact: str | None = Field(default=None, description="The whole value.")
    regex: Regex | None = Field(default=None, description="An RE2 expression for the whole value.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise refusal("conflict", "a header is matched by one of `exact` and `regex`")
        return self


def _targets(value: object) -> object:
    if isinstance(value, str):
        return {value: 1}
    if isinstance(value, dict):
        return value
    raise wrong_type("a target in text, or a mapping from targets to weights")


AnyPath = Annotated[
    PathShape,
    BeforeValidator(
        shorthand("prefix", "a path in text, or a mapping"),
        json_schema_input_type=Path | PathShape,
    ),
]
AnyHeader = Annotated[
    HeaderShape,
    BeforeValidator(
        shorthand("exact", "a value in text, or a mapping"),
        json_schema_input_type=str | HeaderShape,
    ),
]


class MatchShape(Shape):
    """What a request must be; everything that is named must hold."""

    path: AnyPath | None = Field(
        default=None,
        description="The path: text is a prefix of whole segments; or a mapping. Default `/`.",
    )
    method: Method | None = Field(default=None, description="The method, in capitals.")
    headers: dict[Text, AnyHeader] | None = Field(
        default=None, description="Headers by name: text is the whole value; or a mapping."
    )


class GatewayMatchShape(MatchShape):
    """What a request from outside must be; everything that is named must hold."""

    host: Text | None = Field(
        default=None,
        description="The host that was asked for; `*.example` stands for one or more labels.",
    )


class RuleShape(Shape):
    """Requests that match go to the targets. The most specific match wins, not the first."""

    match: MatchShape | None = Field(default=None, description="Which requests; left out: all.")
    to: Annotated[
        dict[str, Weight],
        BeforeValidator(_targets, json_schema_input_type=Text | dict[str, Weight]),
    ] = Field(
        description="A service, a version of one (`orders@v2`), or several with their weights."
    )
    timeout: Period | None = Field(
        default=None, description="A limit for these requests in place of the service's own."
    )


class GatewayRuleShape(RuleShape):
    """Requests from outside that match go to the targets."""

    match: GatewayMatchShape | None = Field(
        default=None, description="Which requests; left out: all."
    )


class GatewayShape(Shape):
    """A listener through which callers from outside enter the mesh."""

    listen: Listen = Field(description="The address and port where it listens: `127.0.0.1:8080`.")
    rules: list[GatewayRuleShape] = Field(description="Which requests go where.")
