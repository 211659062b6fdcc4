import urllib.request

import pytest

from weft.agent.launch import EnvFileBroken, Facts, environment, parse_env_file
from weft.model.catalog import Run
from weft.model.names import Name
from weft.model.workload import LocalPort

WEB = Name("web")


def facts(**more):
    settings = {
        "service": WEB,
        "instance": "web-1",
        "version": "",
        "port": 8000,
        "config": "/c.json",
        "mark": "/state",
        "proxy_port": 15001,
        "local_ports": (LocalPort(Name("order-book"), 20001),),
    }
    return Facts(**{**settings, **more})


def environment_of(inherited=None, file_env=(), given=None, **run):
    run = Run(service=WEB, command=("x",), **run)
    return environment(run, given or facts(), inherited or {}, file_env)


def test_an_app_learns_where_to_listen_who_it_is_and_where_its_callees_are():
    env = environment_of().env

    assert (env["HOST"], env["PORT"]) == ("127.0.0.1", "8000")
    assert (env["WEFT_SERVICE"], env["WEFT_INSTANCE"]) == ("web", "web-1")
    assert env["WEFT_CONFIG"] == "/c.json"
    assert env["ORDER_BOOK_URL"] == "http://127.0.0.1:20001"
    assert (env["ORDER_BOOK_HOST"], env["ORDER_BOOK_PORT"]) == ("127.0.0.1", "20001")


def test_http_goes_through_the_forward_proxy_but_for_this_host():
    env = environment_of().env

    assert env["http_proxy"] == env["HTTP_PROXY"] == "http://127.0.0.1:15001"
    assert env["NODE_USE_ENV_PROXY"] == "1"
    expected = "localhost,127.0.0.1,127.0.0.0/8,::1,169.254.0.0/16"
    assert env["no_proxy"] == env["NO_PROXY"] == expected


def test_the_users_exemptions_join_those_of_weft():
    env = environment_of({"NO_PROXY": "intranet"}, env=(("no_proxy", "db.local,localhost"),)).env

    expected = "localhost,127.0.0.1,127.0.0.0/8,::1,169.254.0.0/16,intranet,db.local"
    assert env["no_proxy"] == env["NO_PROXY"] == expected


def test_the_way_out_of_the_house_is_left_as_it_is():
    upstream = {"https_proxy": "http://proxy:3128", "ALL_PROXY": "socks5://proxy"}

    env = environment_of(upstream).env

    assert {name: env[name] for name in upstream} == upstream


def test_without_proxy_env_no_proxy_variable_is_touched():
    env = environment_of({"http_proxy": "http://proxy:3128"}, proxy_env=False).env

    assert env["http_proxy"] == "http://proxy:3128"
    assert "no_proxy" not in env
    assert env["ORDER_BOOK_URL"]


def test_the_users_own_value_wins_and_the_clash_is_told():
    launch = environment_of(env=(("ORDER_BOOK_URL", "http://elsewhere"), ("MINE", "1")))

    assert launch.env["ORDER_BOOK_URL"] == "http://elsewhere"
    assert launch.clashes == ("ORDER_BOOK_URL",)


def test_env_lies_over_env_file_which_lies_over_what_is_inherited():
    launch = environment_of(
        {"A": "0", "B": "0", "C": "0"}, (("A", "1"), ("B", "1")), env=(("A", "2"),)
    )

    assert [launch.env[name] for name in "ABC"] == ["2", "1", "0"]


def test_no_user_can_hide_a_process_from_its_agent():
    assert environment_of(env=(("WEFT_AGENT", "x"),)).env["WEFT_AGENT"] == "/state"


def test_the_neighbour_of_two_callees_of_one_name_has_the_variable():
    ports = (
        LocalPort(Name("a", "other"), 1),
        LocalPort(Name("a"), 2),
        LocalPort(Name("a", "zoo"), 3),
    )

    assert environment_of(given=facts(local_ports=ports)).env["A_PORT"] == "2"


def test_the_python_that_runs_weft_is_found_where_path_has_none():
    env = environment_of({"PATH": "/bin"}, given=facts(spare_path="/venv/bin")).env

    assert env["PATH"] == "/bin:/venv/bin"


def test_an_env_file_is_read_as_shells_write_it():
    text = """
    # a comment
    A=1
    export B = two words  # said aside
    C='single # quoted'
    D="a\\n\\"b\\""
    E=
    F=a#b
    """

    assert dict(parse_env_file(text, "x.env")) == {
        "A": "1",
        "B": "two words",
        "C": "single # quoted",
        "D": 'a\n"b"',
        "E": "",
        "F": "a#b",
    }


@pytest.mark.parametrize("line", ["nonsense", "1A=2", 'A="open', "A='x' y"])
def test_a_broken_line_is_named_with_its_place(line):
    with pytest.raises(EnvFileBroken, match=r"^x\.env:2: not a line of the form KEY=VALUE"):
        parse_env_file(f"# first\n{line}\n", "x.env")


def test_a_client_that_knows_no_blocks_reaches_loopback_directly():
    env = environment_of().env

    assert urllib.request.proxy_bypass_environment("127.0.0.1:8001", {"no": env["no_proxy"]})
