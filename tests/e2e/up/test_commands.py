"""The commands beside `up`: what they print, what they change, how they exit."""

import json
import shutil
import signal
import subprocess
from pathlib import Path

import msgspec
import pytest

from e2e.up.ask import free_port
from e2e.up.mesh import ECHO, PYTHON, plain_environment
from weft.api.shapes import Applied

OK, FAILED, USAGE, UNREACHABLE = 0, 1, 2, 3


def text(more: str = "", instances: int = 1) -> str:
    return f"""
format: 1
mesh: commands
services:
  web: {{run: {ECHO}, calls: [orders]}}
  orders: {{run: {ECHO}, instances: {instances}, timeout: 2s}}
{more}"""


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.up(text())
    return module_mesh


def test_get_lists_and_shows_documents_with_owner_and_place(shop):
    table = shop.weft("get", "services").stdout
    one = shop.json("get", "service", "orders")
    run = shop.weft("get", "run", "orders").stdout
    instances = shop.json("get", "instances", "orders")

    assert "default/orders" in table
    assert "mesh.yaml" in table
    assert one["owner"] == "mesh.yaml"
    assert one["origin"].startswith("mesh.yaml:6") or "mesh.yaml:6:" in one["origin"]
    assert one["document"]["spec"]["timeout_ms"] == 2000
    assert "command:" in run, "one document is shown as YAML"
    assert [row["instance"]["id"] for row in instances] == ["orders-1"]
    assert shop.weft("get", "service", "nobody", check=False).returncode == FAILED


def test_a_dry_run_shows_the_plan_and_changes_nothing(shop):
    before = shop.client.documents().documents
    shop.write(text("  extra: {run: sleep 1}\n", instances=3).replace("timeout: 2s", "timeout: 5s"))
    try:
        shown = shop.weft("apply", "--dry-run").stdout
        plan = shop.json("apply", "--dry-run")
    finally:
        shop.write(text())

    assert "+ Service default/extra" in shown
    assert "~ Service default/orders" in shown
    assert "timeout" in shown
    assert "instances" in shown
    assert "would change" in shown
    assert {c["action"] for c in plan["changes"]} == {"create", "update"}
    assert [s.name for s in shop.status().services] == ["orders", "web"]
    assert shop.client.documents().documents == before


def test_apply_removes_what_its_file_dropped_and_delete_removes_one(shop):
    shop.write(text(f"  extra: {{run: {ECHO}}}\nroutes: {{orders: [{{to: extra}}]}}\n"))
    assert "+ Route default/orders" in shop.weft("apply").stdout
    shop.until(lambda: shop.service("extra").health.healthy == 1)
    answered = shop.json("call", "--from", "web", "http://orders/")
    shop.until(lambda: shop.json("call", "http://orders/")["instance"] == "extra-1")
    assert answered["status"] == 200

    assert "Deleted" in shop.weft("delete", "route", "orders").stdout
    shop.until(lambda: shop.json("call", "http://orders/")["instance"] == "orders-1")
    assert shop.weft("delete", "route", "orders", check=False).returncode == FAILED

    shop.write(text())
    dropped = shop.weft("apply").stdout
    assert "- Service default/extra" in dropped
    assert "- Run default/extra" in dropped
    shop.until(lambda: [s.name for s in shop.status().services] == ["orders", "web"])
    shop.until(lambda: len(shop.json("get", "instances")) == 2)


def test_a_document_of_another_owner_is_refused_and_stays(shop):
    other = shop.folder / "other.yaml"
    other.write_text(f"format: 1\nservices:\n  orders: {{run: {ECHO}, timeout: 9s}}\n")

    refused = shop.weft("apply", "-f", "other.yaml", check=False)

    assert refused.returncode == FAILED
    assert "mesh.yaml" in refused.stderr
    assert "orders" in refused.stderr
    assert shop.json("get", "service", "orders")["document"]["spec"]["timeout_ms"] == 2000


def test_a_second_file_brings_its_own_service_and_leaves_the_others(shop):
    other = shop.folder / "other.yaml"
    other.write_text(f"format: 1\nservices:\n  late: {{run: {ECHO}, calls: []}}\n")
    shop.weft("apply", "-f", "other.yaml")
    shop.until(lambda: shop.service("late").health.healthy == 1)
    assert shop.json("get", "service", "late")["owner"] == "other.yaml"
    assert "Nothing changed." in shop.weft("apply").stdout

    other.write_text("format: 1\n")
    shop.weft("apply", "-f", "other.yaml")
    shop.until(lambda: [s.name for s in shop.status().services] == ["orders", "web"])


def test_fifteen_mistakes_are_fifteen_reports_and_nothing_is_applied(shop):
    shop.write(
        """format: 1
mesh: Not A Name
services:
  web: {run: x, calls: [oders], timeout: 2}
  orders: {rum: y}
  a: {run: x, port: 70000}
  b: {run: x, port: 9000, instances: 2}
  c: {run: x, port: 9001}
  d: {run: x, port: 9001}
  e: {run: x, retry: {attempts: many}}
  f: {run: x, balance: fastest}
  g: {run: x, start_after: [nobody]}
  h: {run: x, env: {A: yes}}
  i: {run: x, fallback: ghost}
  i: {run: x}
routes:
  web: [{to: orders@v9}]
gateways:
  public: {listen: nowhere, rules: [{to: web}]}
"""
    )
    before = shop.client.documents().documents
    try:
        refused = shop.weft("apply", check=False)
        validated = shop.weft("validate", "-o", "json", check=False)
    finally:
        shop.write(text())

    problems = [p for p in json.loads(validated.stdout)["problems"] if p["severity"] == "error"]
    assert refused.returncode == validated.returncode == FAILED
    assert "Nothing was applied." in refused.stderr
    assert {p["line"] for p in problems} >= {2, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 17, 19}
    assert len(problems) >= 15
    assert shop.client.documents().documents == before


def test_scale_and_restart_of_what_is_not_there_say_so(shop):
    for argv in (("scale", "nobody", "2"), ("restart", "nobody"), ("scale", "orders@v7", "1")):
        refused = shop.weft(*argv, check=False)
        assert refused.returncode == FAILED, argv
        assert "error[" in refused.stderr
    shop.weft("scale", "orders", "2")
    shop.until(lambda: shop.service("orders").health.healthy == 2)
    shop.weft("apply")
    shop.until(lambda: len(shop.service("orders").instances) == 1)


@pytest.mark.parametrize("output", ["json", "yaml"])
def test_every_listing_is_also_for_scripts(shop, output):
    for argv in (
        ("status",),
        ("certs",),
        ("get", "services"),
        ("get", "instances"),
        ("get", "mesh"),
    ):
        said = shop.weft(*argv, "--output", output).stdout
        assert "orders" in said or argv == ("get", "mesh")
        if output == "json":
            json.loads(said)


def test_completion_scripts_are_understood_by_their_shells(shop):
    for shell in ("bash", "zsh", "fish"):
        script = shop.weft("completion", shell).stdout
        assert "_WEFT_COMPLETE" in script
        if shutil.which(shell):
            subprocess.run([shell, "-n"], input=script, text=True, check=True, timeout=20)
    offered = subprocess.run(
        [str(Path(PYTHON).with_name("weft"))],
        env={
            **plain_environment(),
            "_WEFT_COMPLETE": "bash_complete",
            "COMP_WORDS": "weft re",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    ).stdout
    assert "restart" in offered


def test_wrong_usage_exits_with_2(shop):
    for argv in (("nonsense",), ("scale", "orders"), ("get", "fish"), ("call", "ftp://x")):
        assert shop.weft(*argv, check=False).returncode == USAGE, argv


def test_a_server_out_of_reach_exits_with_3(shop, tmp_path):
    nobody = {"WEFT_URL": f"http://127.0.0.1:{free_port()}", "WEFT_TOKEN": "x"}
    commands = (("status",), ("get", "services"), ("scale", "orders", "1"), ("certs",), ("apply",))

    for argv in commands:
        refused = shop.weft(*argv, check=False, env=nobody)
        assert refused.returncode == UNREACHABLE, (argv, refused.stderr)
        assert "error[" in refused.stderr
        assert "Traceback" not in refused.stderr
    elsewhere = subprocess.run(
        [PYTHON, "-m", "weft.cli", "status"],
        cwd=tmp_path,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert elsewhere.returncode == UNREACHABLE
    assert "weft up" in elsewhere.stderr


def test_a_server_that_does_not_answer_exits_with_3(shop):
    server = shop.process("server")
    server.send_signal(signal.SIGSTOP)
    try:
        refused = shop.weft("status", check=False)
    finally:
        server.send_signal(signal.SIGCONT)

    assert refused.returncode == UNREACHABLE, refused.stderr
    shop.until(lambda: shop.status().hosts[0].connected)


def test_a_wrong_token_is_named(shop):
    refused = shop.weft(
        "status", check=False, env={"WEFT_URL": shop.status().url, "WEFT_TOKEN": "wrong"}
    )

    assert refused.returncode == FAILED
    assert "token" in refused.stderr


def test_apply_answers_scripts_in_the_public_shape(shop):
    said = shop.weft("apply", "-o", "json").stdout

    assert msgspec.json.decode(said, type=Applied).changes == []
