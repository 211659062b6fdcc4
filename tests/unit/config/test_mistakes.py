"""Mistakes in a mesh.yaml are told all at once, each at its place."""

import pytest

from unit.config.reading import BASE, loaded, places, problem, underlined

FIFTEEN = """\
format: 1
mesh: Shop
services:
  web:
    run: python web.py
    port: 8000
    instances: 3
    calls: [ordres]
    timeout: 500
    restart: no
    env: {WORKERS: 4}
  orders:
    run: python orders.py
    retrys: {attempts: 2}
    breaker: {pending: many}
    allow: [web, pubic]
    retry: {budget: 0.2}
  cache:
    port: 6390
  web:
    run: again
routes:
  orders:
    - {match: {path: {regex: "/a(?=b)"}}, to: orders@v3}
    - {to: {orders: 0}}
gateways:
  public:
    listen: 0.0.0.0:8000
    rules: [{to: web}]
"""


def test_fifteen_mistakes_and_more_are_fifteen_reports_at_the_right_places():
    found = loaded(FIFTEEN)

    assert [(p.place.line, p.code, underlined(p)) for p in found.problems] == [
        (2, "bad-name", "Shop"),
        (6, "fixed-port", "8000"),
        (8, "unknown-service", "ordres"),
        (9, "bad-duration", "500"),
        (10, "unknown-value", "no"),
        (11, "wrong-type", "4"),
        (14, "unknown-key", "retrys"),
        (15, "wrong-type", "many"),
        (16, "unknown-service", "pubic"),
        (17, "bad-share", "0.2"),
        (18, "missing-key", "cache"),
        (20, "duplicate-key", "web"),
        (24, "bad-regex", '"/a(?=b)"'),
        (24, "unknown-version", "orders@v3"),
        (25, "no-weight", "{orders: 0}"),
        (28, "port-clash", "0.0.0.0:8000"),
    ]
    assert found.failed
    assert found.documents == ()


def test_each_of_the_fifteen_has_a_line_and_most_have_a_suggestion():
    found = loaded(FIFTEEN).problems

    assert all(p.excerpt for p in found)
    assert sum(bool(p.suggestion) for p in found) >= 11


def service(keys: str) -> str:
    return BASE + "services:\n  web: {run: x}\n  orders: {run: x, " + keys + "}\n"


def route(rule: str) -> str:
    return BASE + "services:\n  orders: {run: x}\nroutes:\n  orders: [" + rule + "]\n"


def gateway(keys: str) -> str:
    return BASE + "services: {web: {run: x}}\ngateways:\n  public: {" + keys + "}\n"


#: What is wrong, and what of it is underlined, the code, and what is suggested.
SHAPES = [
    (service("timeout: 2"), "2", "bad-duration", 'did you mean "2s"?'),
    (service("timeout: 2000"), "2000", "bad-duration", 'did you mean "2000ms"?'),
    (service("timeout: 1:30"), "1:30", "bad-duration", 'did you mean "1m30s"?'),
    (service("timeout: 5 minutes"), "5 minutes", "bad-duration", 'did you mean "5m"?'),
    (service("timeout: 1.5s"), "1.5s", "bad-duration", 'did you mean "1s500ms"?'),
    (service("timeout: soon"), "soon", "bad-duration", "write it as 300ms, 2s, 1m30s or 1h"),
    (service("timeout: 0s"), "0s", "bad-duration", 'did you mean "none"?'),
    (service("timeout: [2s]"), "[2s]", "wrong-type", ""),
    (service("timeout: true"), "true", "wrong-type", ""),
    (service("eject: {max: 50}"), "50", "bad-share", 'did you mean "50%"?'),
    (service("eject: {max: 12.5%}"), "12.5%", "bad-share", 'did you mean "12%"?'),
    (service("retry: {attempts: 99}"), "99", "out-of-range", ""),
    (service("retry: {attempts: '2'}"), "'2'", "wrong-type", "did you mean 2?"),
    (
        service("retry: {when: [conect-failure]}"),
        "conect-failure",
        "unknown-value",
        'did you mean "connect-failure"?',
    ),
    (service("retry: {when: [200]}"), "200", "out-of-range", ""),
    (service("retry: {methods: [get]}"), "get", "unknown-value", 'did you mean "GET"?'),
    (service("instances: two"), "two", "wrong-type", ""),
    (service("instances: 2.0"), "2.0", "wrong-type", "did you mean 2?"),
    (service("instances: 010"), "010", "wrong-type", "did you mean 10?"),
    (service("port: 70000"), "70000", "out-of-range", ""),
    (service("proxy_env: no"), "no", "wrong-type", "did you mean false?"),
    (service("proxy_env: 'true'"), "'true'", "wrong-type", "did you mean true?"),
    (
        service("balance: least_request"),
        "least_request",
        "unknown-value",
        'did you mean "least-request"?',
    ),
    (service("balance: {header: x-user}"), "balance", "conflict", "add `algorithm: maglev`"),
    (
        service("balance: {algorithm: maglev, header: a, cookie: b}"),
        "balance",
        "conflict",
        "leave one of them out",
    ),
    (service("probe: healthz"), "healthz", "bad-path", 'did you mean "/healthz"?'),
    (service("probe: {http: /a, tcp: true}"), "probe", "conflict", "leave one of them out"),
    (service("probe: {evry: 1s}"), "evry", "unknown-key", 'did you mean "every"?'),
    (service("probe: {every: 1ms}"), "1ms", "bad-duration", ""),
    (
        service("restart: unless-stopped"),
        "unless-stopped",
        "unknown-value",
        'did you mean "always"?',
    ),
    (service("stop: TERM"), "TERM", "unknown-value", 'did you mean "SIGTERM"?'),
    (service("labels: {release: 1.10}"), "1.10", "wrong-type", 'did you mean "1.10", in quotes?'),
    (service("env: {DEBUG: true}"), "true", "wrong-type", 'did you mean "true", in quotes?'),
    (service("env: {A B: x}"), "A B", "bad-variable", ""),
    (service("env: [A=1]"), "[A=1]", "wrong-type", ""),
    (service("allow: web"), "web", "wrong-type", "did you mean [web]?"),
    (service("calls: [5]"), "5", "wrong-type", 'did you mean "5", in quotes?'),
    (service("calls: [{web: many}]"), "many", "wrong-type", ""),
    (service("ramp_up: "), "ramp_up", "no-value", "leave it out"),
    (service("weight: 0"), "0", "out-of-range", ""),
    (service("protocol: tcp"), "tcp", "unknown-value", ""),
    (
        service("versions: {v1: {timeout: 1s}}"),
        "timeout",
        "unknown-key",
        "`timeout` is the same for all versions: it belongs to the service",
    ),
    (service("versions: {}"), "versions", "no-value", "leave it out"),
    (service("versions: {v 1: {}}"), "v 1", "bad-name", ""),
    (service("address: 127.0.0.1:80"), "address", "conflict", "leave one of them out"),
    (service("config: {key: {secret: 5}}"), "5", "wrong-type", ""),
    (route("{to: ordres}"), "ordres", "unknown-service", 'did you mean "orders"?'),
    (route("{to: orders@v1}"), "orders@v1", "unknown-version", 'did you mean "orders"?'),
    (route("{to: {orders: -1}}"), "-1", "out-of-range", ""),
    (route("{to: {orders: 0}}"), "{orders: 0}", "no-weight", ""),
    (route("{to: {}}"), "to", "no-value", "name a target in `to`"),
    (route("{match: {path: /a}}"), "{match: {path: /a}}", "missing-key", ""),
    (route("oops"), "oops", "wrong-type", ""),
    (route(""), "orders", "no-rules", "add one: [{to: orders}]"),
    (
        route("{to: orders}, {to: orders}"),
        "{to: orders}",
        "duplicate-match",
        "to split traffic, give one rule several targets with weights",
    ),
    (route("{match: {path: a}, to: orders}"), "a", "bad-path", 'did you mean "/a"?'),
    (route("{match: {path: /a?b=c}, to: orders}"), "/a?b=c", "bad-path", ""),
    (route("{match: {path: {exact: /a, prefix: /b}}, to: orders}"), "path", "conflict", ""),
    (
        route("{match: {path: {regex: '/a('}}, to: orders}"),
        "'/a('",
        "bad-regex",
        "Envoy matches with RE2: github.com/google/re2/wiki/Syntax",
    ),
    (route("{match: {headers: {x y: a}}, to: orders}"), "x y", "bad-header", ""),
    (
        route("{match: {headers: {Host: a}}, to: orders}"),
        "Host",
        "bad-header",
        "gateways match it with `host:`",
    ),
    (route("{match: {headers: {X-A: a, x-a: b}}, to: orders}"), "x-a", "duplicate-key", ""),
    (
        route("{match: {headers: {x-beta: 1}}, to: orders}"),
        "1",
        "wrong-type",
        'did you mean "1", in quotes?',
    ),
    (route("{match: {method: post}, to: orders}"), "post", "unknown-value", 'did you mean "POST"?'),
    (route("{match: {host: a.b}, to: orders}"), "host", "unknown-key", ""),
    (
        gateway("listen: 8080, rules: [{to: web}]"),
        "8080",
        "bad-address",
        'did you mean "127.0.0.1:8080"?',
    ),
    (
        gateway("listen: 'localhost:80', rules: [{to: web}]"),
        "'localhost:80'",
        "bad-address",
        'did you mean "127.0.0.1:80"?',
    ),
    (
        gateway("listen: '*:80', rules: [{to: web}]"),
        "'*:80'",
        "bad-address",
        'did you mean "0.0.0.0:80"?',
    ),
    (gateway("listen: '127.0.0.1:0', rules: [{to: web}]"), "'127.0.0.1:0'", "bad-address", ""),
    (
        gateway("listen: 'shop.example:80', rules: [{to: web}]"),
        "'shop.example:80'",
        "bad-address",
        "",
    ),
    (gateway("rules: [{to: web}]"), "public", "missing-key", ""),
    (
        gateway("listen: 127.0.0.1:80, rules: [{match: {host: 'http://a.b:80'}, to: web}]"),
        "'http://a.b:80'",
        "bad-host",
        'did you mean "a.b"?',
    ),
    (BASE + "services: {Web: {run: x}}", "Web", "bad-name", 'did you mean "web"?'),
    (BASE + "services: {localhost: {run: x}}", "localhost", "bad-name", ""),
    (
        BASE + "services: {web: {run: 'a \"b'}}",
        "'a \"b'",
        "bad-command",
        "write the command as a list of words",
    ),
    (BASE + "services: {web: {run: ' '}}", "' '", "bad-command", ""),
    (
        BASE + "services: {web: {description: x}}",
        "web",
        "missing-key",
        "add the command that starts it, or the address where it already runs",
    ),
    (BASE + "services: {web: {address: 127.0.0.300:80}}", "127.0.0.300:80", "bad-address", ""),
    (
        BASE + "services: {web: {address: http://a:80/}}",
        "http://a:80/",
        "bad-address",
        'did you mean "a:80"?',
    ),
    (
        BASE + "services: {web: {address: a:80, instances: 2}}",
        "2",
        "conflict",
        "leave `instances` out",
    ),
    (
        BASE + "alarms: [{webhook: a.example}]",
        "a.example",
        "bad-url",
        'did you mean "http://a.example"?',
    ),
    (
        BASE + "alarms: [{webhook: http://a, command: b}]",
        "{webhook: http://a, command: b}",
        "conflict",
        "",
    ),
    (BASE + "identity: {certificate_life: 1s}", "1s", "bad-duration", ""),
    (BASE + "identity: {certificate_life: 48h}", "48h", "bad-duration", ""),
    (
        BASE + "defaults: {run: x}",
        "run",
        "unknown-key",
        "`run` is no default: it belongs to the service",
    ),
    (
        BASE + "timeout: 2s",
        "timeout",
        "unknown-key",
        "`timeout` belongs to a service, or under `defaults:`",
    ),
    (BASE + "servces: {}", "servces", "unknown-key", 'did you mean "services"?'),
    (BASE + "services: [web]", "[web]", "wrong-type", ""),
    ("format: 2", "2", "unknown-value", ""),
    ("format: 1\nalarms: [{command: x}]", "alarms", "missing-key", "add `mesh:` with its name"),
]


@pytest.mark.parametrize(("text", "wrong", "code", "suggestion"), SHAPES)
def test_a_mistake_is_told_at_its_place_with_what_was_probably_meant(text, wrong, code, suggestion):
    found = problem(text)

    assert (underlined(found), found.code, found.suggestion) == (wrong, code, suggestion)


def test_a_file_without_a_format_is_told_how_to_start():
    found = problem("mesh: shop")

    assert found.code == "missing-key"
    assert "format: 1" in found.suggestion


def test_two_mistakes_in_one_service_do_not_hide_each_other():
    text = BASE + "services: {web: {run: x, timeout: 2, calls: [5, nobody, [x]]}}"

    assert places(text) == [
        ("bad-duration", "2"),
        ("wrong-type", "5"),
        ("unknown-service", "nobody"),
        ("wrong-type", "[x]"),
    ]


def test_what_was_taken_out_as_wrong_is_not_also_missing():
    text = BASE + "services: {web: {run: 5}}\ngateways: {public: {listen: x, rules: y}}"

    assert places(text) == [("wrong-type", "5"), ("bad-address", "x"), ("wrong-type", "y")]


def test_a_service_that_is_wrong_in_itself_still_exists_for_others():
    text = BASE + "services: {web: {run: x, calls: [orders]}, orders: {run: x, oops: 1}}"

    assert places(text) == [("unknown-key", "oops")]


def test_a_wrong_default_is_told_once_and_where_it_stands():
    text = BASE + "defaults: {timeout: 2, allow: [nobody]}\nservices: {a: {run: x}, b: {run: x}}"

    assert places(text) == [("bad-duration", "2"), ("unknown-service", "nobody")]


def test_more_problems_than_anyone_reads_are_counted():
    text = BASE + "".join(f"key{n}: 1\n" for n in range(250))

    found = loaded(text).problems

    assert len(found) == 101
    assert found[-1].message == "150 more problems are not shown"


def test_an_error_behind_many_warnings_still_fails():
    env = ", ".join(f"S{n}_URL: x" for n in range(150))
    many = "".join(f"  s{n}: {{run: x}}\n" for n in range(150))
    text = BASE + f"services:\n{many}  web: {{run: x, env: {{{env}}}, fallback: nobody}}\n"

    found = loaded(text)

    assert found.failed
    assert "unknown-service" in [p.code for p in found.problems]
