"""The command itself: its overview, its errors, its imports."""

import os
import subprocess
import sys

from click.testing import CliRunner

from weft.cli.main import COMMANDS, weft
from weft.cli.reference import page
from weft.errors import WeftError


def test_every_command_is_there_and_has_help():
    for name in COMMANDS:
        result = CliRunner().invoke(weft, [name, "--help"])
        assert result.exit_code == 0, name
        assert "Usage:" in result.output


def test_a_slip_of_the_finger_gets_a_suggestion_and_exit_code_2():
    result = CliRunner().invoke(weft, ["statsu"])

    assert result.exit_code == 2
    assert "Did you mean 'status'?" in result.output


def test_errors_say_what_why_and_what_to_do(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "weft.cli", "status"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert "error[no-mesh]" in done.stderr
    assert "fix:" in done.stderr


def test_the_version_imports_nothing_heavy():
    code = (
        "import sys; from weft.cli.main import weft; weft.get_command(None, 'status');"
        "print([m for m in ('grpc', 'fastapi', 'pydantic', 'rich', 'google') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_reference_names_every_command():
    text = page()

    assert all(f"## weft {name}" in text for name in COMMANDS)


def test_a_weft_error_reads_as_what_why_fix():
    assert str(WeftError("a", why="b", fix="c")) == "a\nwhy: b\nfix: c"


def test_a_folder_that_cannot_be_written_is_said_without_a_traceback(tmp_path):
    (tmp_path / ".weft").write_text("in the way")
    (tmp_path / "mesh.yaml").write_text("format: 1\nmesh: x\n")

    done = subprocess.run(
        [sys.executable, "-m", "weft.cli", "up"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == f"error[system]: {tmp_path / '.weft'}: File exists\n"


def test_a_locale_without_arrows_gets_them_spelt(tmp_path):
    (tmp_path / "mesh.yaml").write_text('fromat: "→"\n')

    done = subprocess.run(
        [sys.executable, "-m", "weft.cli", "validate"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Traceback" not in done.stderr
    assert r'fromat: "\u2192"' in done.stdout
