"""The reference page and the JSON Schema say what the reader reads."""

import re
from pathlib import Path

import pytest

from unit.config.reading import loaded
from weft.config import reference, schema
from weft.config.nodes import data_of
from weft.config.problem import Problems
from weft.config.routing import GatewayRuleShape
from weft.config.sections import SECTIONS
from weft.config.service import (
    BreakerShape,
    EjectShape,
    HowCalled,
    HowRun,
    ProbeShape,
    RestartShape,
    RetryShape,
    StopShape,
)
from weft.config.source import read_source
from weft.config.units import spell_duration
from weft.model.catalog import Probe, Restart, Run, Service, Stop
from weft.model.document import Mesh
from weft.model.traffic import RETRY_FLOOR, Breaker, Eject, Retry

ROOT = Path(__file__).parents[3]
EXAMPLES = [section for section in SECTIONS if section.example]


def test_the_page_is_what_the_code_says():
    page = (ROOT / "docs/reference/mesh-yaml.md").read_text()

    assert page == reference.page(), "stale: run `make golden`"


def test_the_schema_is_what_the_code_says():
    found = (ROOT / "src/weft/config/mesh.schema.json").read_text()

    assert found == schema.text(), "stale: run `make golden`"


@pytest.mark.parametrize("section", EXAMPLES, ids=lambda section: section.title)
def test_every_example_of_the_page_is_valid(section):
    found = loaded(section.example)

    assert [(p.code, p.message) for p in found.problems] == []
    assert found.documents


def test_every_key_has_a_section_and_a_description():
    whole = schema.mesh_schema()
    shapes = {"": whole, **whole["$defs"]}
    shown: dict[str, set[str]] = {}
    for section in SECTIONS:
        shown.setdefault(section.shape, set()).update(reference.keys_of_section(section, whole))

    for name, shape in shapes.items():
        assert shown[name] == set(shape["properties"])
    rows = [row for row in reference.page().splitlines() if row.startswith("| `")]
    assert all(row.rstrip(" |").count("|") >= 3 for row in rows)


def test_every_key_of_the_reference_is_used_in_an_example_and_so_accepted():
    used: set[str] = set()

    def collect(value) -> None:
        if isinstance(value, dict):
            used.update(value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    for section in EXAMPLES:
        root = read_source(section.example, Problems("example"))
        assert root is not None
        collect(data_of(root))

    whole = schema.mesh_schema()
    keys = {key for shape in (whole, *whole["$defs"].values()) for key in shape["properties"]}
    assert keys - used == {"owner"}


def test_every_link_of_the_page_leads_to_a_heading():
    page = reference.page()
    titles = re.findall("^#+ (.*)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for title in titles}

    assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= anchors


def spelled(value: object, key: str) -> str:
    if key.endswith("_ms"):
        return "none" if value is None else spell_duration(int(str(value)))
    if key.endswith("_percent"):
        return f"{float(str(value)):g}%"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


@pytest.mark.parametrize(
    ("shape", "key", "default", "field"),
    [
        (ProbeShape, "every", Probe(), "every_ms"),
        (ProbeShape, "timeout", Probe(), "timeout_ms"),
        (ProbeShape, "down", Probe(), "down"),
        (ProbeShape, "up", Probe(), "up"),
        (ProbeShape, "slower_than", Probe(), "slower_than_ms"),
        (ProbeShape, "restart_after", Probe(), "restart_after_ms"),
        (RetryShape, "attempts", Retry(), "attempts"),
        (RetryShape, "when", Retry(), "when"),
        (RetryShape, "per_try", Retry(), "per_try_ms"),
        (RetryShape, "budget", Retry(), "budget_percent"),
        (BreakerShape, "connections", Breaker(), "connections"),
        (BreakerShape, "pending", Breaker(), "pending"),
        (BreakerShape, "requests", Breaker(), "requests"),
        (EjectShape, "after", Eject(), "after"),
        (EjectShape, "for_", Eject(), "for_ms"),
        (EjectShape, "max", Eject(), "max_percent"),
        (RestartShape, "when", Restart(), "when"),
        (RestartShape, "backoff", Restart(), "backoff_ms"),
        (RestartShape, "max", Restart(), "max_ms"),
        (StopShape, "signal", Stop(), "signal"),
        (StopShape, "after", Stop(), "after_ms"),
        (HowRun, "instances", Run(None), "instances"),
        (HowRun, "proxy_env", Run(None), "proxy_env"),
        (HowRun, "weight", Run(None), "weight"),
        (HowCalled, "ramp_up", Service(None), "ramp_up_ms"),
    ],
)
def test_a_default_that_a_description_states_is_the_models(shape, key, default, field):
    description = shape.model_fields[key].description

    assert f"Default {spelled(getattr(default, field), field)}." in description


def test_the_other_defaults_that_descriptions_state_are_the_models():
    assert Mesh("").certificate_life_s == 3_600
    assert Service(None).timeout_ms is None  # type: ignore[arg-type]
    assert Service(None).idle_timeout_ms == 60_000  # type: ignore[arg-type]
    assert GatewayRuleShape.model_fields.keys() == {"match", "to", "timeout"}


def test_the_retries_that_are_always_allowed_are_the_models():
    assert f"({RETRY_FLOOR} at a time" in (RetryShape.model_fields["budget"].description or "")
