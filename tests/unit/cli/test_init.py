"""A first mesh.yaml, with and without a Procfile."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from weft.cli.init import BadProcfile, mesh_name, mesh_yaml, parse_procfile
from weft.cli.main import weft
from weft.config.read import read


def problems(text: str) -> list[str]:
    return [p.message for p in read(text, file="mesh.yaml", dir="/srv").problems]


def test_the_first_file_is_valid():
    assert problems(mesh_yaml("shop", {})) == []


def test_the_first_file_does_not_serve_the_folder_of_the_meshs_keys(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(weft, ["init"])

    loaded = read(Path("mesh.yaml").read_bytes(), file="mesh.yaml", dir=str(tmp_path))

    (run,) = [d.spec for d in loaded.documents if d.key.kind == "Run"]
    assert run.dir == str(tmp_path / "hello")
    assert (tmp_path / "hello" / "index.html").exists()


def test_init_keeps_a_page_that_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "hello" / "index.html"
    page.parent.mkdir()
    page.write_text("mine")

    assert CliRunner().invoke(weft, ["init"]).exit_code == 0
    assert page.read_text() == "mine"


def test_a_procfile_becomes_services_that_a_shell_runs():
    text = 'web: gunicorn -b :$PORT "app:make()"\n# a comment\n\nworker_1: python work.py\n'

    found = parse_procfile(text, Path("Procfile"))

    assert found == {"web": 'gunicorn -b :$PORT "app:make()"', "worker-1": "python work.py"}
    written = mesh_yaml("shop", found)
    assert problems(written) == []
    loaded = read(written, file="mesh.yaml", dir="/srv")
    commands = {
        d.spec.service.name: d.spec.command for d in loaded.documents if d.key.kind == "Run"
    }
    assert commands["web"] == ("sh", "-c", 'exec gunicorn -b :$PORT "app:make()"')


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("python app.py > out.log", "exec python app.py > out.log"),
        ("FOO=1 python app.py", "FOO=1 python app.py"),
        ("cd web && python app.py", "cd web && python app.py"),
        ("python a.py & python b.py", "python a.py & python b.py"),
        ("(python app.py)", "(python app.py)"),
        ("python 'app.py", "python 'app.py"),
    ],
)
def test_only_a_program_takes_the_place_of_its_shell(line, command):
    loaded = read(mesh_yaml("shop", {"web": line}), file="mesh.yaml", dir="/srv")

    (run,) = [d.spec for d in loaded.documents if d.key.kind == "Run"]
    assert run.command == ("sh", "-c", command)


def test_a_line_that_is_no_process_is_named():
    with pytest.raises(BadProcfile, match="Procfile:2"):
        parse_procfile("web: x\nnonsense\n", Path("Procfile"))


def test_a_mesh_is_called_after_its_folder():
    assert mesh_name("My Shop_2") == "my-shop-2"
    assert mesh_name("___") == "mesh"


def test_init_does_not_write_over_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(weft, ["init"]).exit_code == 0
    Path("mesh.yaml").write_text("mine")

    assert runner.invoke(weft, ["init"]).exit_code == 1
    assert Path("mesh.yaml").read_text() == "mine"
    assert runner.invoke(weft, ["init", "--force"]).exit_code == 0
