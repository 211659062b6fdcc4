"""Tables of the reference pages name what the code has, and nothing else."""

import re

from docs.blocks import ROOT
from weft.agent.launch import Facts, environment
from weft.api.problems import STATUS
from weft.api.server import ROUTES
from weft.compile import access
from weft.model.catalog import Run
from weft.model.names import Name
from weft.model.traffic import RETRY_FLOOR
from weft.model.workload import LocalPort

REFERENCE = ROOT / "docs" / "reference"


def first_cells(text: str) -> set[str]:
    """What stands in code in the first columns of tables."""
    rows = re.findall(r"^\| (`[^|]*) \|", text, flags=re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([^`]+)`", row)}


def test_the_page_of_access_logs_names_every_field():
    page = (REFERENCE / "access-log.md").read_text()
    requests, connections = page.split("## Lines of the kind `connection`")

    assert first_cells(requests) == {*access._REQUEST_FIELDS, "kind", "caller"}
    assert first_cells(connections) == {*access._CONNECTION_FIELDS, "kind", "callee", "instance"}


def test_the_page_of_the_environment_names_every_variable():
    facts = Facts(
        service=Name("web"),
        instance="web-1",
        version="v1",
        port=1,
        config="/c",
        mark="/m",
        proxy_port=2,
        local_ports=(LocalPort(Name("orders"), 3),),
    )
    given = environment(Run(service=Name("web")), facts, {}).env

    assert first_cells((REFERENCE / "environment.md").read_text()) == set(given)
    page = (REFERENCE / "environment.md").read_text()
    assert f"`{given['no_proxy']}`" in page


def test_the_page_of_the_api_names_every_route_and_every_code():
    page = (REFERENCE / "api.md").read_text()
    routes = {f"{method} {path}" for method, path, name in ROUTES if name != "asset"}

    assert {cell for cell in first_cells(page) if cell.startswith(("GET", "POST", "DEL"))} == routes
    for code, status in STATUS.items():
        assert re.search(rf"^\| {status} \|.*`{code}`", page, flags=re.MULTILINE), code


def test_the_page_on_failures_names_every_reason_of_a_proxy():
    page = (ROOT / "docs/how-to/find-out-what-is-wrong.md").read_text()
    reasons = {(reason, str(status)) for reason, _, status, _ in access._REASONS}
    shown = set(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", page, flags=re.MULTILINE))

    assert shown == reasons | {("unknown-name", "502"), ("no-rule", "404")}


def test_the_explanations_say_how_many_retries_are_always_allowed():
    for page in ("how-a-request-travels.md", "what-happens-when-things-die.md"):
        assert f"{RETRY_FLOOR} at a time" in (ROOT / "docs/explanation" / page).read_text()
