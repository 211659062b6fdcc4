import os
import stat

import pytest

from weft.identity import keyfile
from weft.identity.keyfile import KeyUnsafe, create, looseness, private_dir, read_secret


@pytest.fixture
def loose_umask():
    old = os.umask(0)
    yield
    os.umask(old)


@pytest.fixture
def blind_umask():
    old = os.umask(0o777)
    yield
    os.umask(old)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def status(mode, uid=1000):
    return os.stat_result((mode, 1, 1, 1, uid, uid, 0, 0, 0, 0))


def test_a_secret_is_closed_to_others_under_a_loose_umask(tmp_path, loose_umask):
    create(tmp_path / "key", b"secret")

    assert mode(tmp_path / "key") == 0o600
    assert read_secret(tmp_path / "key") == b"secret"


def test_a_secret_can_be_read_by_its_owner_under_any_umask(tmp_path, blind_umask):
    create(tmp_path / "key", b"secret")

    assert mode(tmp_path / "key") == 0o600


def test_a_secret_is_never_replaced(tmp_path):
    create(tmp_path / "key", b"first")

    with pytest.raises(FileExistsError):
        create(tmp_path / "key", b"second")

    assert read_secret(tmp_path / "key") == b"first"


def test_nothing_is_left_of_a_write_that_failed(tmp_path, monkeypatch):
    def full(opened):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keyfile.os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        create(tmp_path / "key", b"secret")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("loose", [0o640, 0o604, 0o660, 0o644, 0o601, 0o777])
def test_a_looser_secret_is_refused_with_the_command_that_mends_it(tmp_path, loose):
    create(tmp_path / "the key", b"secret")
    (tmp_path / "the key").chmod(loose)

    with pytest.raises(KeyUnsafe) as refusal:
        read_secret(tmp_path / "the key")

    assert f"{loose:04o}" in refusal.value.why
    assert f"chmod 600 '{tmp_path}/the key'" in refusal.value.fix


def test_a_symbolic_link_is_no_secret(tmp_path):
    create(tmp_path / "key", b"secret")
    (tmp_path / "link").symlink_to(tmp_path / "key")

    with pytest.raises(KeyUnsafe, match="not safe"):
        read_secret(tmp_path / "link")


def test_a_missing_secret_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_secret(tmp_path / "key")


def test_another_users_file_is_refused():
    assert "user 1000" in looseness(status(0o100600), 7, 0o600)
    assert looseness(status(0o100600, uid=7), 7, 0o600) == ""


def test_a_directory_is_made_closed(tmp_path, loose_umask):
    private_dir(tmp_path / "a" / "b", "key")

    assert mode(tmp_path / "a" / "b") == 0o700


def test_a_directory_without_a_secret_is_closed(tmp_path):
    (tmp_path / "d").mkdir(mode=0o755)
    (tmp_path / "d" / "store.db").touch()

    private_dir(tmp_path / "d", "key")

    assert mode(tmp_path / "d") == 0o700


def test_a_directory_that_was_opened_around_its_secret_is_refused(tmp_path):
    private_dir(tmp_path / "d", "key")
    create(tmp_path / "d" / "key", b"secret")
    (tmp_path / "d").chmod(0o755)

    with pytest.raises(KeyUnsafe) as refusal:
        private_dir(tmp_path / "d", "key")

    assert refusal.value.fix == f"chmod 700 {tmp_path}/d"
