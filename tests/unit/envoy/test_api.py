"""The generated package: complete, typed, private, and the same as the binary yields."""

import importlib.util
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from google.protobuf import descriptor_pool
from google.protobuf.duration_pb2 import Duration

from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.core.v3 import base_pb2
from weft.envoy.messages import pack, unpack
from weft.envoy.pool import POOL, message_class

REPOSITORY = Path(__file__).resolve().parents[3]
PACKAGE = REPOSITORY / "src" / "weft" / "envoy" / "api"
GENERATOR = REPOSITORY / "tools" / "generate_envoy_api.py"

# What other parts rest upon, beside the mass of it.
NEEDED = [
    "envoy.service.discovery.v3.DeltaDiscoveryResponse",
    "envoy.config.bootstrap.v3.Bootstrap",
    "envoy.extensions.transport_sockets.tls.v3.Secret",
    "envoy.extensions.filters.network.rbac.v3.RBAC",
    "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
    "envoy.extensions.access_loggers.file.v3.FileAccessLog",
    "io.prometheus.client.MetricFamily",
    "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest",
    "xds.type.matcher.v3.Matcher",
]


@pytest.fixture(scope="module")
def generator():
    spec = importlib.util.spec_from_file_location("generate_envoy_api", GENERATOR)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_package_holds_the_whole_api():
    assert len(list(PACKAGE.rglob("*_pb2.py"))) >= 500
    assert len(list(PACKAGE.rglob("*_pb2.pyi"))) == len(list(PACKAGE.rglob("*_pb2.py")))


def test_no_internals_of_the_binary_are_part_of_it():
    roots = {each.name for each in PACKAGE.iterdir() if each.is_dir()} - {"__pycache__"}

    assert roots == {"cel", "envoy", "google", "io", "opentelemetry", "udpa", "validate", "xds"}


@pytest.mark.parametrize("name", NEEDED)
def test_a_type_that_other_parts_need_is_there(name):
    assert message_class(name).DESCRIPTOR.full_name == name


def test_a_module_exports_messages_enums_and_their_values():
    assert base_pb2.RoutingPriority.Name(base_pb2.HIGH) == "HIGH"
    assert base_pb2.Node(id="a").id == "a"
    assert base_pb2.DESCRIPTOR.name == "envoy/config/core/v3/base.proto"


def test_a_misspelt_field_is_refused():
    with pytest.raises(ValueError, match="nmae"):
        Cluster(nmae="orders")


def test_the_types_are_not_those_of_the_default_pool():
    with pytest.raises(KeyError):
        descriptor_pool.Default().FindMessageTypeByName("envoy.config.cluster.v3.Cluster")
    with pytest.raises(TypeError):
        Cluster(connect_timeout=Duration(seconds=1))

    assert Cluster(connect_timeout=timedelta(seconds=1)).connect_timeout.seconds == 1


def test_every_packed_type_can_be_found_again_by_its_name():
    node = base_pb2.Node(id="n")

    assert unpack(pack(node)) == node
    assert POOL.FindMessageTypeByName("envoy.config.core.v3.Node") is base_pb2.Node.DESCRIPTOR


def test_the_committed_package_is_what_the_pinned_binary_yields(generator, capsys):
    assert generator.main(["--check"]) == 0, capsys.readouterr().err


def test_a_changed_a_missing_and_an_added_file_are_each_noticed(generator, tmp_path, capsys):
    copy = tmp_path / "api"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    module = copy / "envoy" / "config" / "cluster" / "v3" / "cluster_pb2.py"
    stub = module.with_suffix(".pyi")

    module.write_text(module.read_text() + "\n")
    assert generator.main(["--check", "--directory", str(copy)]) == 1
    changed = capsys.readouterr().err
    stub.unlink()
    (copy / "envoy" / "added.py").touch()
    assert generator.main(["--check", "--directory", str(copy)]) == 1
    several = capsys.readouterr().err

    assert "differing files: 1" in changed
    assert "cluster_pb2.py" in changed
    assert "run `python tools/generate_envoy_api.py`" in changed
    assert "differing files: 3" in several


def test_generating_twice_yields_the_same_bytes(generator, tmp_path):
    generator.generate(tmp_path / "one")
    generator.generate(tmp_path / "two")

    assert generator.differences(tmp_path / "one", tmp_path / "two") == []


def test_a_type_checker_sees_field_names(tmp_path):
    """Without the stubs a misspelt field would wait for the test that builds it."""
    script = tmp_path / "script.py"
    script.write_text(
        "from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster\n"
        "Cluster(name='orders')\n"
        "Cluster(nmae='orders')\n"
    )

    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(script)],
        cwd=REPOSITORY,
        env={"MYPYPATH": str(REPOSITORY / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 'script.py:3: error: Unexpected keyword argument "nmae"' in done.stdout
    assert "Found 1 error" in done.stdout
