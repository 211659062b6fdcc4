"""Addresses that the API listens on."""

import socket

import pytest

from weft.server.http import CannotListen, bind, url_of


def test_the_port_of_before_is_taken_again():
    with bind("127.0.0.1:0") as first:
        port = first.getsockname()[1]

    with bind(None, before=port) as again:
        assert url_of(again) == f"http://127.0.0.1:{port}"


def test_a_port_that_was_not_asked_for_gives_way():
    with bind("127.0.0.1:0") as taken:
        port = taken.getsockname()[1]

        with bind(None, before=port) as other:
            assert other.getsockname()[1] != port


@pytest.mark.parametrize("listen", ["7433", "localhost", "127.0.0.1:", ":1", "a:99999", "a:x"])
def test_what_is_no_address_is_refused(listen: str):
    with pytest.raises(CannotListen) as caught:
        bind(listen)

    assert "127.0.0.1:7433" in caught.value.fix


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(CannotListen) as caught:
        bind("192.0.2.1:7433")

    assert caught.value.why


def test_every_address_is_shown_as_one_that_a_browser_can_use():
    with bind("0.0.0.0:0") as everywhere:
        assert url_of(everywhere).startswith("http://127.0.0.1:")
    if socket.has_ipv6:
        try:
            with bind("[::1]:0") as six:
                assert url_of(six).startswith("http://[::1]:")
        except CannotListen:
            pass  # a machine without IPv6 on loopback
