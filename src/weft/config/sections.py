"""Sections: the prose, the order and the examples of the reference of mesh.yaml.

Tests read every example and fail when a key of the file has no section.
"""
# ruff: noqa: E501 — sentences and examples stand one to a line, as they will on the page

from dataclasses import dataclass
from typing import Final

HEAD: Final = """\
# mesh.yaml

One file describes a mesh: the services, how they are run, who may call whom, where traffic goes.
`weft up` starts what it says, `weft apply` changes a running mesh to it, `weft validate` checks it without touching anything.
This page is generated from the code that reads the file.

Only `format: 1` is required; everything else has a default.
A mistake is reported with its line and column and stops the whole file: nothing is half applied.

- **Durations** are `300ms`, `2s`, `1m30s`, `1h`; **shares** are `20%`. A number without its unit is an error.
- **Text is text**: a value that YAML takes for a number or a truth (`1`, `true`) is put in quotes where text is expected. Words that YAML 1.1 reads otherwise than YAML 1.2 (`yes`, `no`, `on`, `off`, `0123`, `1:30`) are reported rather than guessed at.
- **Paths** start from the directory of the file.
- **Layers**: a service starts from `defaults`, a version from its service. Groups (`retry`, `probe`, …) and mappings (`env`, `labels`, `config`) are merged key by key; lists and single values replace, and so does `balance`. `run` and `address` replace each other, as do `http` and `tcp` of a probe.
- Anchors and aliases work; tags, merge keys (`<<`) and several documents in one file don't. A file has at most 1 MiB.

For completion and checks while you type, point your editor at `mesh.schema.json`, which comes with the package:
`# yaml-language-server: $schema=…/weft/config/mesh.schema.json`.
"""


@dataclass(frozen=True)
class Section:
    """A part of the page: some keys of one shape, and an example that uses them."""

    title: str
    text: str
    shape: str  # its name in the schema; "" for the file as a whole
    keys: tuple[str, ...] = ()  # none: all of them
    example: str = ""


SECTIONS: Final = (
    Section(
        "The file",
        "The keys at the left margin.",
        "",
        example="""\
format: 1
mesh: shop
services:
  web: {run: python web.py, calls: [orders]}
  orders: {run: python orders.py, instances: 2}
gateways:
  public: {listen: "127.0.0.1:8080", rules: [{to: web}]}
""",
    ),
    Section(
        "A service: what runs",
        "Either `run`, and Weft starts the processes, or `address`, and somebody else has.\n"
        "Under `versions` each of these keys may differ from version to version.",
        "Service",
        (
            "description",
            "run",
            "address",
            "versions",
            "instances",
            "port",
            "dir",
            "env",
            "env_file",
            "proxy_env",
            "start_after",
            "restart",
            "stop",
            "labels",
            "weight",
        ),
        """\
format: 1
services:
  orders:
    description: Takes orders and remembers them
    dir: ./orders
    env: {LOG_LEVEL: info}
    env_file: ./orders/.env
    labels: {team: sales}
    start_after: [cache]
    versions:
      v1: {run: python orders.py, instances: 2}
      v2: {run: [python, orders.py, --new], env: {NEW: "1"}, weight: 50}
  reports:
    run: ./reports
    port: 9000
    proxy_env: false
    restart: {when: on-failure, backoff: 500ms, max: 1m}
    stop: {signal: SIGINT, after: 30s}
  cache:
    address: 127.0.0.1:6390
""",
    ),
    Section(
        "A service: who calls whom",
        "Both sides of every call prove who they are; these keys say which calls there are.",
        "Service",
        ("calls", "allow", "fallback", "config"),
        """\
format: 1
services:
  web:
    run: python web.py
    calls: [orders, {cache: 6379}]
  orders:
    run: python orders.py
    allow: [web]
    fallback: orders-static
    config: {currency: EUR, key: {secret: ./key.txt}}
  orders-static: {run: python static.py}
  cache: {address: 127.0.0.1:6390}
""",
    ),
    Section(
        "A service: how calls to it are made",
        "What the proxies of its callers do.",
        "Service",
        ("protocol", "balance", "timeout", "retry", "breaker", "eject", "ramp_up", "probe"),
        """\
format: 1
defaults: {timeout: 5s, retry: {attempts: 2}}
services:
  orders:
    run: python orders.py
    protocol: http
    balance: round-robin
    timeout: 2s
    breaker: {connections: 200, pending: 50}
    ramp_up: 30s
    probe: /healthz
  reports:
    run: ./reports
    timeout: none
""",
    ),
    Section(
        "probe",
        "`probe: tcp` and `probe: /healthz` are short for `{tcp: true}` and `{http: /healthz}`.",
        "Probe",
        example="""\
format: 1
services:
  orders:
    run: python orders.py
    probe: {http: /healthz, every: 1s, timeout: 500ms, down: 2, up: 2, slower_than: 300ms, restart_after: 30s}
  cache: {address: 127.0.0.1:6390, probe: {tcp: true}}
""",
    ),
    Section(
        "balance",
        "`balance: random` is short for `{algorithm: random}`.",
        "Balance",
        example="""\
format: 1
services:
  carts:
    run: python carts.py
    balance: {algorithm: maglev, header: x-customer}
  sessions:
    run: python sessions.py
    balance: {algorithm: ring-hash, cookie: session}
""",
    ),
    Section(
        "retry",
        "",
        "Retry",
        example="""\
format: 1
services:
  orders:
    run: python orders.py
    retry: {attempts: 2, when: [connect-failure, 503], methods: [GET, POST], per_try: 500ms, budget: 20%}
""",
    ),
    Section(
        "breaker",
        "",
        "Breaker",
        example="""\
format: 1
services:
  orders:
    run: python orders.py
    breaker: {connections: 200, pending: 50, requests: 500}
""",
    ),
    Section(
        "eject",
        "",
        "Eject",
        example="""\
format: 1
services:
  orders:
    run: python orders.py
    eject: {after: 5, for: 10s, max: 50%}
""",
    ),
    Section(
        "restart",
        "`restart: never` is short for `{when: never}`.",
        "Restart",
        example="""\
format: 1
services:
  import: {run: ./import-once, restart: never}
  worker: {run: ./worker, restart: {when: always, backoff: 200ms, max: 10s}}
""",
    ),
    Section(
        "stop",
        "`stop: SIGINT` is short for `{signal: SIGINT}`.",
        "Stop",
        example="""\
format: 1
services:
  worker: {run: ./worker, stop: {signal: SIGINT, after: 1m}}
""",
    ),
    Section(
        "A version",
        "Everything that may differ from version to version; the rest belongs to the service.",
        "Version",
    ),
    Section(
        "defaults",
        "Keys of a service that every service starts from.",
        "Defaults",
        example="""\
format: 1
defaults:
  timeout: 2s
  restart: on-failure
  env: {LOG_FORMAT: json}
services:
  web: {run: python web.py}
  orders: {run: python orders.py, timeout: 10s, env: {LOG_LEVEL: debug}}
""",
    ),
    Section(
        "routes: a rule",
        "A route lists the rules for calls to one service.\n"
        "Whatever their order, the rule with the most specific match wins: an exact path before a prefix, "
        "a longer one before a shorter one, then a method, then more headers.\n"
        "A request that no rule matches is answered with 404.",
        "Rule",
        example="""\
format: 1
services:
  orders:
    versions:
      v1: {run: python orders.py}
      v2: {run: python orders.py --new}
routes:
  orders:
    - {match: {headers: {x-beta: "1"}}, to: orders@v2}
    - {match: {path: /reports, method: GET}, to: orders@v1, timeout: 30s}
    - {to: {orders@v1: 95, orders@v2: 5}}
""",
    ),
    Section("match", "", "Match"),
    Section(
        "match.path",
        "`path: /a` is short for `{prefix: /a}`.",
        "Path",
        example="""\
format: 1
services:
  orders: {run: python orders.py}
  files: {run: python files.py}
routes:
  orders:
    - {match: {path: {regex: "/orders/[0-9]+/file"}}, to: files}
    - {match: {path: {exact: /orders}}, to: orders}
    - {match: {path: {prefix: /orders}}, to: orders}
""",
    ),
    Section(
        "match.headers",
        '`x-beta: "1"` is short for `{exact: "1"}`.',
        "Header",
        example="""\
format: 1
services:
  orders: {versions: {v1: {run: ./v1}, v2: {run: ./v2}}}
routes:
  orders:
    - {match: {headers: {x-tester: {regex: "(anna|ben)"}, x-beta: {exact: "1"}}}, to: orders@v2}
    - {to: orders@v1}
""",
    ),
    Section(
        "gateways: a gateway",
        "",
        "Gateway",
        example="""\
format: 1
services:
  web: {run: python web.py}
  admin: {run: python admin.py, allow: [public]}
gateways:
  public:
    listen: 127.0.0.1:8080
    rules:
      - {match: {host: admin.shop.example}, to: admin}
      - {to: web}
""",
    ),
    Section("gateways: a rule", "As in a route.", "GatewayRule"),
    Section(
        "gateways: match",
        "As in a route, and the host besides.",
        "GatewayMatch",
        example="""\
format: 1
services: {web: {run: python web.py}}
gateways:
  public:
    listen: "[::1]:8080"
    rules:
      - {match: {host: "*.shop.example", path: /, method: GET, headers: {x-beta: "1"}}, to: web, timeout: 10s}
""",
    ),
    Section(
        "alarms",
        "An alarm goes out when an instance falls ill and when it is well again.",
        "Alarm",
        example="""\
format: 1
mesh: shop
alarms:
  - {webhook: "https://alerts.example/weft"}
  - {command: notify-send Weft}
services: {web: {run: python web.py}}
""",
    ),
    Section(
        "identity",
        "",
        "Identity",
        example="""\
format: 1
mesh: shop
identity: {certificate_life: 30m}
services: {web: {run: python web.py}}
""",
    ),
)
