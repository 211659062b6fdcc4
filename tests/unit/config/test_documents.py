"""What a sound mesh.yaml becomes."""

import pytest

from unit.config.reading import BASE, FULL, loaded, spec
from weft.model.catalog import Callee, Config, Probe, Restart, Run, Service, Stop
from weft.model.document import Alarm, Mesh, Origin
from weft.model.gateway import Gateway, Route
from weft.model.names import Name, Target
from weft.model.traffic import (
    Algorithm,
    Balance,
    Breaker,
    Eject,
    HeaderMatch,
    Match,
    PathMatch,
    Retry,
    Rule,
    Split,
)


def test_every_key_reaches_its_document():
    assert spec(FULL, "Service/default/orders") == Service(
        Name("orders"),
        "takes orders",
        calls=(Callee(Name("cache"), 6379), Callee(Name("web"))),
        balance=Balance(Algorithm.RING_HASH, hash_header="x-user"),
        timeout_ms=2_000,
        retry=Retry(2, ("reset", "503"), ("GET", "POST"), 500, 12.5),
        breaker=Breaker(1, 2, 3),
        eject=Eject(7, 20_000, 30),
        ramp_up_ms=0,
        allow=(Name("public"), Name("web")),
        fallback=Name("web"),
    )
    assert spec(FULL, "Run/default/orders") == Run(
        Name("orders"),
        command=("python", "my orders.py", "$HOME"),
        instances=2,
        env=(("A", "1"), ("B", "2")),
        env_file="/srv/.env",
        dir="/srv/shop/orders",
        proxy_env=False,
        restart=Restart("on-failure", 200, 60_000),
        stop=Stop("SIGINT", 3_000),
        start_after=(Name("cache"),),
        probe=Probe("http", "/healthz", 500, 250, 3, 4, 100, 30_000),
        labels=(("team", "sales"),),
        weight=50,
    )
    assert spec(FULL, "Config/default/orders") == Config(
        Name("orders"), '{"a":"\\u00e4","b":[1,{"secret":"key.txt"}]}', "/srv/shop"
    )


def test_routes_gateways_and_the_mesh_reach_their_documents():
    beta = (HeaderMatch("a", "b+", regex=True), HeaderMatch("x-beta", "1"))
    web, orders = Target(Name("web")), Target(Name("orders"))

    assert spec(FULL, "Route/default/orders") == Route(
        Name("orders"),
        (
            Rule((Split(web),), Match(None, PathMatch("exact", "/a"), "GET", beta), 1_000),
            Rule((Split(orders, 9), Split(web, 1)), Match(None, PathMatch("prefix", "/b"))),
        ),
    )
    assert spec(FULL, "Gateway/default/public") == Gateway(
        Name("public"),
        "0.0.0.0",
        8080,
        (Rule((Split(web),), Match("*.shop.example", PathMatch("regex", "/x.*"))),),
    )
    assert spec(FULL, "Mesh/mesh") == Mesh(
        "shop", 90.0, (Alarm("http://a/b"), Alarm(command=("notify", "a b")))
    )
    assert spec(FULL, "Run/default/cache").address == "[::1]:6390"


def test_what_is_left_out_is_left_to_the_model():
    text = BASE + "services: {web: {run: x}}"

    assert spec(text, "Service/default/web") == Service(Name("web"))
    assert spec(text, "Run/default/web") == Run(Name("web"), command=("x",), dir="/srv/shop")
    assert spec(text, "Mesh/mesh") == Mesh("shop")
    assert len(loaded(text).documents) == 3


def test_a_document_knows_its_owner_and_its_place():
    found = loaded(BASE + "services:\n  web: {run: x}\n")

    assert found.owner == "mesh.yaml"
    assert {d.owner for d in found.documents} == {"mesh.yaml"}
    assert [d.origin for d in found.documents][1] == Origin("mesh.yaml", 4, 3)


def test_a_file_may_name_its_owner():
    found = loaded("format: 1\nowner: team-a\nservices: {web: {run: x}}\n")

    assert (found.owner, found.name) == ("team-a", "")
    assert "Mesh" not in {d.key.kind for d in found.documents}


def test_the_version_starts_from_the_service_and_the_service_from_the_defaults():
    text = BASE + (
        "defaults: {timeout: 2s, env: {A: default, B: default}, retry: {attempts: 3},"
        " probe: {http: /health, every: 5s}}\n"
        "services:\n"
        "  orders:\n"
        "    env: {B: service, C: service}\n"
        "    retry: {per_try: 1s}\n"
        "    instances: 2\n"
        "    versions: {v1: {run: a, env: {C: v1}}, v2: {run: b, probe: {tcp: true}}}\n"
    )

    v1, v2 = spec(text, "Run/default/orders@v1"), spec(text, "Run/default/orders@v2")
    service = spec(text, "Service/default/orders")
    assert v1.env == (("A", "default"), ("B", "service"), ("C", "v1"))
    assert (v1.instances, v1.probe) == (2, Probe("http", "/health", 5_000))
    assert v2.probe == Probe("tcp", every_ms=5_000)
    assert (service.timeout_ms, service.retry) == (2_000, Retry(3, per_try_ms=1_000))


def test_a_list_replaces_the_list_below_it():
    text = BASE + "defaults: {allow: [a]}\nservices: {a: {run: x, allow: []}, b: {run: x}}"

    assert spec(text, "Service/default/a").allow == ()
    assert spec(text, "Service/default/b").allow == (Name("a"),)


def test_balance_replaces_balance_as_a_whole():
    text = BASE + (
        "defaults: {balance: {algorithm: maglev, header: x}}\n"
        "services: {a: {run: x, balance: random}, b: {run: x}}"
    )

    assert spec(text, "Service/default/a").balance == Balance(Algorithm.RANDOM)
    assert spec(text, "Service/default/b").balance == Balance(Algorithm.MAGLEV, "x")


def test_a_limit_of_none_takes_a_default_limit_away():
    text = BASE + "defaults: {timeout: 2s}\nservices: {a: {run: x, timeout: none}}"

    assert spec(text, "Service/default/a").timeout_ms is None


def test_a_version_may_already_run_elsewhere():
    text = BASE + "services: {a: {run: x, versions: {new: {}, old: {address: 'legacy:80'}}}}"

    assert spec(text, "Run/default/a@new").command == ("x",)
    assert spec(text, "Run/default/a@old").command == ()
    assert spec(text, "Run/default/a@old").address == "legacy:80"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("probe: tcp", "probe: {tcp: true}"),
        ("probe: /h", "probe: {http: /h}"),
        ("balance: maglev", "balance: {algorithm: maglev}"),
        ("restart: never", "restart: {when: never}"),
        ("stop: SIGINT", "stop: {signal: SIGINT}"),
        ("run: a 'b c'", "run: [a, b c]"),
        ("calls: [web, {x: 80}]", "calls: [{x: 80}, web]"),
    ],
)
def test_a_shorthand_says_the_same_as_its_long_form(short, long):
    def documents(keys: str):
        base = "format: 1\nservices:\n  web: {run: y}\n  x: {run: y}\n  a: {"
        run = "" if keys.startswith("run") else "run: x, "
        found = loaded(base + run + keys + "}\n")
        assert not found.failed
        return [d.spec for d in found.documents if d.key.name == "default/a"]

    assert documents(short) == documents(long)


def test_the_order_of_keys_makes_no_difference_to_a_document():
    one = BASE + "services: {a: {run: x, env: {A: '1', B: '2'}, config: {a: 1, b: 2}}}"
    other = BASE + "services: {a: {config: {b: 2, a: 1}, env: {B: '2', A: '1'}, run: x}}"

    assert [d.spec for d in loaded(one).documents] == [d.spec for d in loaded(other).documents]
