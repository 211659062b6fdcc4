"""What is wrong only when the whole file is looked at, or what else is in the mesh."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from unit.config.reading import BASE, loaded, places, problem, underlined
from weft.config.references import circles

ORDERS = BASE + "services: {orders: {versions: {v1: {run: a}, v2: {run: b}}}}\n"


def known(text: str):
    """The documents of another file, of another owner."""
    found = loaded(text.replace("mesh: shop", "owner: others"))
    assert not found.failed
    return found.documents


def test_names_that_other_files_define_are_not_dangling():
    others = known(ORDERS + "gateways: {public: {listen: '127.0.0.1:80', rules: [{to: orders}]}}")
    text = (
        BASE + "services: {web: {run: x, calls: [orders], allow: [public]}}\n"
        "routes: {web: [{to: {orders@v2: 1, web: 1}}]}"
    )

    assert loaded(text).failed
    assert not loaded(text, known=others).problems


def test_a_version_that_another_file_does_not_define_is_dangling():
    found = problem(
        ORDERS.split("services")[0] + "gateways: {p: {listen: '127.0.0.1:80',"
        " rules: [{to: orders@v3}]}}",
        known=known(ORDERS),
    )

    assert found.code == "unknown-version"
    assert found.suggestion in ('did you mean "orders@v1"?', 'did you mean "orders@v2"?')


def test_what_this_owner_held_before_is_not_known_any_more():
    before = loaded(ORDERS).documents

    assert places(BASE + "services: {web: {run: x, calls: [orders]}}", known=before) == [
        ("unknown-service", "orders")
    ]


def test_a_port_that_another_file_has_is_a_clash():
    others = known(BASE + "services: {web: {run: x, port: 8000}}")

    found = problem(BASE + "services: {a: {run: x, port: 8000}}", known=others)

    assert (found.code, "in another file" in found.message) == ("port-clash", True)


def test_ports_clash_between_services_versions_gateways_local_ports_and_addresses():
    text = BASE + (
        "services:\n"
        "  a: {run: x, port: 1000}\n"
        "  b: {run: x, port: 1000}\n"
        "  c: {port: 2000, versions: {v1: {run: x}, v2: {run: x}}}\n"
        "  d: {run: x, calls: [{a: 1000}]}\n"
        "  e: {address: localhost:2000}\n"
        "gateways:\n"
        "  g: {listen: 0.0.0.0:2000, rules: [{to: a}]}\n"
        "  h: {listen: '127.0.0.2:2000', rules: [{to: a}]}\n"
    )

    found = loaded(text).problems

    assert [(p.code, p.place.line, underlined(p)) for p in found] == [
        ("port-clash", 5, "1000"),
        ("port-clash", 6, "2000"),
        ("port-clash", 7, "1000"),
        ("port-clash", 8, "localhost:2000"),
        ("port-clash", 10, "0.0.0.0:2000"),
        ("port-clash", 11, "'127.0.0.2:2000'"),
    ]


def test_the_same_process_may_be_named_twice_and_other_hosts_ports_are_free():
    text = BASE + (
        "services:\n"
        "  a: {address: 127.0.0.1:1000}\n"
        "  b: {address: 127.0.0.1:1000}\n"
        "  c: {run: x, port: 3000}\n"
        "  d: {address: db.example:3000}\n"
        "gateways: {g: {listen: '127.0.0.2:3000', rules: [{to: a}]}}\n"
    )

    assert not loaded(text).problems


def test_a_port_pinned_for_every_service_clashes_with_itself():
    text = BASE + "defaults: {calls: [{a: 1000}]}\nservices: {a: {run: x}, b: {run: x}}"

    assert problem(text).code == "port-clash"


def test_services_that_wait_for_each_other_are_told_the_way_round():
    text = BASE + (
        "services:\n"
        "  a: {run: x, start_after: [b]}\n"
        "  b: {run: x, start_after: [c]}\n"
        "  c: {versions: {v1: {run: x, start_after: [a]}}}\n"
    )

    found = problem(text)

    assert found.message == "`start_after` leads in a circle: a → b → c → a"
    assert (found.place.line, underlined(found)) == (6, "a")


def test_a_fallback_may_not_lead_back():
    text = BASE + "services: {a: {run: x, fallback: b}, b: {run: x, fallback: b}}"

    assert [code for code, _ in places(text)] == ["circle"]


@given(
    st.dictionaries(st.integers(0, 8).map(str), st.lists(st.integers(0, 8).map(str)), max_size=9)
)
def test_circles_are_found_where_there_are_any(graph):
    def reaches(start: str, goal: str) -> bool:
        seen, waiting = set(), list(graph.get(start, []))
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += graph.get(name, [])
        return goal in seen

    found = circles(graph)

    assert bool(found) == any(reaches(name, name) for name in graph)
    for circle in found:
        assert circle[0] == circle[-1]
        assert all(b in graph[a] for a, b in pairwise(circle))


def test_a_variable_that_weft_sets_is_a_warning_only():
    text = BASE + (
        "services:\n"
        "  orders: {run: x}\n"
        "  web: {run: x, env: {ORDERS_URL: a, PORT: '80', HOME: b, OTHER_URL: c, http_proxy: d}}\n"
    )

    found = loaded(text)

    assert not found.failed
    assert found.documents
    assert [(p.severity, underlined(p)) for p in found.problems] == [
        ("warning", "ORDERS_URL"),
        ("warning", "PORT"),
        ("warning", "http_proxy"),
    ]


def test_a_variable_that_weft_would_not_set_is_no_clash():
    text = BASE + (
        "services:\n"
        "  orders: {run: x}\n"
        "  web: {run: x, calls: [], port: 80, proxy_env: false,\n"
        "        env: {ORDERS_URL: a, PORT: '80', HTTP_PROXY: d, no_proxy: e}}\n"
    )

    assert not loaded(text).problems


def test_keys_of_a_process_that_weft_does_not_start_are_a_warning():
    text = BASE + "services: {cache: {address: 'localhost:6390', env: {A: b}, restart: never}}"

    found = loaded(text)

    assert not found.failed
    assert [(p.severity, underlined(p)) for p in found.problems] == [
        ("warning", "env"),
        ("warning", "restart"),
    ]


def test_missing_files_are_told_if_somebody_can_look():
    text = BASE + (
        "services:\n"
        "  web: {run: x, dir: ./no, env_file: no.env, config: {a: [{secret: key.txt}]}}\n"
        "  there: {run: x, dir: ./yes}\n"
    )
    asked = []

    def exists(path: str) -> bool:
        asked.append(path)
        return path == "/srv/shop/yes"

    found = loaded(text, exists=exists).problems

    assert not loaded(text).problems
    assert [(p.severity, underlined(p)) for p in found] == [
        ("error", "./no"),
        ("error", "no.env"),
        ("warning", "key.txt"),
    ]
    assert "/srv/shop/no" in asked
    assert found[0].message == "there is no directory /srv/shop/no"


def test_a_gateway_may_not_have_the_name_of_a_service():
    text = BASE + (
        "services: {web: {run: x}}\ngateways: {web: {listen: '127.0.0.1:80', rules: [{to: web}]}}"
    )

    assert places(text) == [("same-name", "web")]


def test_rules_that_differ_only_in_spelling_match_the_same():
    text = BASE + (
        "services: {a: {run: x}}\n"
        "routes:\n"
        "  a:\n"
        "    - {match: {headers: {X-A: b}, path: /}, to: a}\n"
        "    - {match: {path: {prefix: /}, headers: {x-a: {exact: b}}}, to: a}\n"
        "    - {match: {headers: {x-a: c}}, to: a}\n"
    )

    found = problem(text)

    assert (found.code, found.place.line) == ("duplicate-match", 7)
    assert "line 6" in found.message
