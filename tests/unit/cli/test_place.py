"""Where a mesh keeps its state and its sockets."""

import os

import pytest

from weft.agent import kernel
from weft.cli.place import NoMeshHere, Place, UnsafeFolder, alive, find_place, private


def test_the_socket_folder_is_short_however_deep_the_project_lies(tmp_path):
    deep = tmp_path / ("d" * 100) / ("e" * 100)

    assert len(str(Place(deep / ".weft").runtime)) < 60


def test_two_projects_never_share_a_socket_folder(tmp_path):
    assert Place(tmp_path / "a").runtime != Place(tmp_path / "b").runtime


def test_the_mesh_is_found_from_a_folder_below(tmp_path, monkeypatch):
    (tmp_path / ".weft").mkdir()
    (tmp_path / "src").mkdir()
    monkeypatch.chdir(tmp_path / "src")

    assert find_place(None).state == tmp_path / ".weft"


def test_no_mesh_is_said_plainly(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(NoMeshHere) as refused:
        find_place(None)
    assert refused.value.exit_code == 3
    assert "weft up" in refused.value.fix


def test_a_folder_open_to_others_is_closed(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)

    private(folder)

    assert folder.stat().st_mode & 0o077 == 0


def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)

    with pytest.raises(UnsafeFolder):
        private(tmp_path / "link")


def test_a_pid_alone_is_nobody():
    me = os.getpid()

    assert alive(me, kernel.started(me))
    assert not alive(me, kernel.started(me) - 100)
