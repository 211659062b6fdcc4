"""Tokens, codes, cookies and hosts, without a server."""

import pytest

from weft.api.access import CODE_LIFE_S, LOGIN_LIFE_S, MOST_CODES, Access

NOW = 1000.0


def login(access: Access, now: float = NOW) -> str:
    access.add_code("code", now)
    cookie = access.redeem("code", now)
    assert cookie
    return cookie


def test_a_login_survives_a_restart_with_the_same_token():
    cookie = login(Access("token", 7433))

    assert Access("token", 7433).allows("GET", "", cookie, NOW + 1)


def test_a_login_does_not_survive_another_token():
    cookie = login(Access("token", 7433))

    assert not Access("other", 7433).allows("GET", "", cookie, NOW + 1)


def test_a_login_ends():
    access = Access("token", 7433)
    cookie = login(access)

    assert access.allows("GET", "", cookie, NOW + LOGIN_LIFE_S - 1)
    assert not access.allows("GET", "", cookie, NOW + LOGIN_LIFE_S)


@pytest.mark.parametrize(
    "cookie", ["", ".", "9999999999.", "9999999999.00", "-1.x", "\u0661.x", "9" * 99]
)
def test_a_made_up_cookie_opens_nothing(cookie: str):
    assert not Access("token", 7433).allows("GET", "", cookie, NOW)


def test_a_longer_life_cannot_be_written_into_a_cookie():
    access = Access("token", 7433)
    until, _, signature = login(access).partition(".")

    assert not access.allows("GET", "", f"{int(until) + 1}.{signature}", NOW)


def test_a_wrong_token_is_not_saved_by_a_right_cookie():
    access = Access("token", 7433)

    assert not access.allows("GET", "Bearer wrong", login(access), NOW)


@pytest.mark.parametrize("header", ["token", "Basic token", "Bearer", "Bearer  ", "Bearer tokén"])
def test_only_a_bearer_with_the_token_is_let_in(header: str):
    access = Access("token", 7433)

    assert access.allows("POST", "bearer token", "", NOW)
    assert not access.allows("POST", header, "", NOW)


def test_codes_do_not_pile_up():
    access = Access("token", 7433)
    for number in range(MOST_CODES + 1):
        access.add_code(str(number), NOW)

    assert access.redeem("0", NOW) is None
    assert access.redeem(str(MOST_CODES), NOW)


def test_a_code_ends():
    access = Access("token", 7433)
    assert access.add_code("code", NOW) == NOW + CODE_LIFE_S

    assert access.redeem("code", NOW + CODE_LIFE_S) is None


def test_a_server_on_one_address_goes_by_that_address_too():
    assert "10.0.0.5:80" in Access("t", 80, "10.0.0.5").hosts
    assert not any("0.0.0.0" in host for host in Access("t", 80, "0.0.0.0").hosts)


def test_the_port_that_browsers_leave_out_may_be_left_out():
    assert Access("token", 80).knows_host("localhost")
    assert Access("token", 80).knows_host("127.0.0.1:80")
    assert not Access("token", 80).knows_host("evil.example")
    assert not Access("token", 7433).knows_host("localhost")
