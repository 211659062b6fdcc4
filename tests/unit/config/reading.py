"""What the tests of mesh.yaml share: a file read, and its problems in short."""

from collections.abc import Callable, Iterable

from weft.config.problem import Problem
from weft.config.read import Loaded, read
from weft.model.document import Document

BASE = "format: 1\nmesh: shop\n"
#: Every key of a mesh.yaml, none with its default value.
FULL = """\
format: 1
mesh: shop
services:
  orders:
    description: takes orders
    run: python "my orders.py" $HOME
    instances: 2
    dir: ./orders
    env: {B: "2", A: "1"}
    env_file: ../.env
    proxy_env: false
    probe: {http: /healthz, every: 500ms, timeout: 250ms, down: 3, up: 4,
      slower_than: 100ms, restart_after: 30s}
    restart: {when: on-failure, backoff: 200ms, max: 1m}
    stop: {signal: SIGINT, after: 3s}
    start_after: [cache]
    labels: {team: sales}
    weight: 50
    calls: [web, {cache: 6379}]
    allow: [web, public]
    balance: {algorithm: ring-hash, header: X-User}
    timeout: 2s
    retry: {attempts: 2, when: [reset, 503], methods: [POST, GET], per_try: 500ms, budget: 12.5%}
    breaker: {connections: 1, pending: 2, requests: 3}
    eject: {after: 7, for: 20s, max: 30%}
    ramp_up: 0s
    fallback: web
    config: {b: [1, {secret: key.txt}], a: ä}
  web: {run: x}
  cache: {address: "[::1]:6390"}
routes:
  orders:
    - match: {path: {exact: /a}, method: GET, headers: {X-Beta: "1", a: {regex: "b+"}}}
      to: web
      timeout: 1s
    - {match: {path: /b}, to: {web: 1, orders: 9}}
gateways:
  public:
    listen: 0.0.0.0:8080
    rules: [{match: {host: "*.Shop.example", path: {regex: "/x.*"}}, to: web}]
alarms: [{webhook: "http://a/b"}, {command: notify 'a b'}]
identity: {certificate_life: 90s}
"""


def loaded(
    text: str | bytes,
    *,
    exists: Callable[[str], bool] | None = None,
    known: Iterable[Document] = (),
) -> Loaded:
    """*text* as a file in /srv/shop."""
    return read(text, file="mesh.yaml", dir="/srv/shop", exists=exists, known=known)


def problem(text: str | bytes, **asked) -> Problem:
    """The only problem of *text*."""
    found = loaded(text, **asked).problems
    assert len(found) == 1, [(p.code, p.message) for p in found]
    return found[0]


def places(text: str, **asked) -> list[tuple[str, str]]:
    """The code of each problem of *text* and the text that its caret underlines."""
    return [(p.code, underlined(p)) for p in loaded(text, **asked).problems]


def underlined(problem: Problem) -> str:
    """What the caret of *problem* stands under."""
    start = problem.place.column - 1
    return problem.excerpt[start : start + problem.place.length]


def spec(text: str, key: str):
    """The spec of the document that *text* defines under *key*."""
    found = loaded(text)
    assert not found.failed, [(p.code, p.message) for p in found.problems]
    return next(d.spec for d in found.documents if str(d.key) == key)
