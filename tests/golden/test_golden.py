"""Whole proxies, compared with what was read in review; and Envoy accepts each of them."""

import os
import subprocess

import pytest

from golden.case import bootstrap_of, cases, deploy, rendered
from weft.compile.workload import compile_workload
from weft.envoy import binary, messages, rules
from weft.envoy.validate import Validator


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_proxies_are_as_they_were_read_in_review(case):
    for path, text in rendered(case).items():
        assert path.exists(), f"{path} is new: run `make golden` and read it"
        assert path.read_text() == text, f"{path.name} changed: run `make golden`, read the diff"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
async def test_envoy_accepts_every_golden(case, tmp_path):
    validator = Validator(tmp_path / "verdicts.json")
    snapshot, workloads = deploy(case)
    for workload in workloads:
        resources = list(compile_workload(snapshot, workload))

        assert [
            (each.name, violation)
            for each in resources
            for violation in rules.violations(messages.parse(each.type_url, each.body))
        ] == []
        assert (await validator.validate(resources)).refused == {}


def test_envoy_accepts_the_bootstrap(tmp_path):
    _, workloads = deploy(cases()[0])
    path = tmp_path / "bootstrap.pb"
    path.write_bytes(messages.serialize(bootstrap_of(workloads[0])))

    done = subprocess.run(
        [binary.find(os.environ).path, "--mode", "validate", "-c", path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
