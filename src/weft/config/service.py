"""The shape of a service in mesh.yaml: every key, what it takes, what it means.

The descriptions are what editors show and what the reference page says, so they
speak to the person who writes the file. A key that is left out is unset here:
layers.py and documents.py decide what then holds.

Refuses to know whether the names in it exist; check.py does.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from weft.config.values import (
    Address,
    Command,
    Count,
    Duration,
    Limit,
    Method,
    Path,
    Period,
    Port,
    RetryCondition,
    Shape,
    Share,
    Signal,
    Text,
    WholeShare,
    refusal,
    shorthand,
    wrong_type,
)

Algorithm = Literal["least-request", "round-robin", "random", "ring-hash", "maglev"]
RestartWhen = Literal["always", "on-failure", "never"]


class ProbeShape(Shape):
    """How Weft finds out whether an instance is well."""

    http: Path | None = Field(
        default=None, description="Ask for this path; a status from 200 to 399 is a success."
    )
    tcp: bool | None = Field(default=None, description="Only connect. The default.")
    every: Period | None = Field(default=None, description="Pause between two probes. Default 1s.")
    timeout: Period | None = Field(
        default=None, description="An answer that takes longer is a failure. Default 1s."
    )
    down: Count | None = Field(
        default=None, description="So many failures in a row make it unhealthy. Default 2."
    )
    up: Count | None = Field(
        default=None, description="So many successes in a row make it healthy again. Default 2."
    )
    slower_than: Limit | None = Field(
        default=None,
        description="A slower success makes it degraded: it gets less traffic. Default none.",
    )
    restart_after: Limit | None = Field(
        default=None,
        description="Restart an instance that was unhealthy for so long. Default none.",
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.http is not None and self.tcp:
            raise refusal("conflict", "a probe is either `http` or `tcp`", "leave one of them out")
        if self.tcp is False:
            raise refusal("conflict", "an instance is always probed", "leave `tcp: false` out")
        return self


def _probe(value: object) -> object:
    if isinstance(value, str):
        return {"tcp": True} if value == "tcp" else {"http": value}
    if isinstance(value, dict):
        return value
    raise wrong_type("tcp, a path, or a mapping")


class BalanceShape(Shape):
    """How an instance is chosen for each request."""

    algorithm: Literal["least-request", "round-robin", "random", "ring-hash", "maglev"] | None = (
        Field(
            default=None,
            description="`least-request` (the default), `round-robin`, `random`, or one of the two "
            "that keep a caller on its instance: `ring-hash` and `maglev`.",
        )
    )
    header: Text | None = Field(
        default=None, description="The hashing algorithms hash this header of the request."
    )
    cookie: Text | None = Field(
        default=None,
        description="The hashing algorithms hash this cookie, and set it where it is missing.",
    )

    @model_validator(mode="after")
    def _hash_of_one(self) -> Self:
        if self.header and self.cookie:
            hint = "leave one of them out"
            raise refusal("conflict", "requests are hashed by a header or a cookie", hint)
        if (self.header or self.cookie) and self.algorithm not in ("ring-hash", "maglev"):
            message = "only ring-hash and maglev hash a header or a cookie"
            raise refusal("conflict", message, "add `algorithm: maglev`")
        return self


class RetryShape(Shape):
    """Second tries, at another instance."""

    attempts: Annotated[int, Field(ge=0, le=10)] | None = Field(
        default=None, description="Retries after the first try; 0 switches them off. Default 1."
    )
    when: list[RetryCondition] | None = Field(
        default=None,
        description="What is retried: `connect-failure`, `refused-stream`, `reset`, `5xx`, "
        "`gateway-error`, or a status such as `503`. A request that was never sent is retried "
        "in any case. Default connect-failure, refused-stream, reset, 502, 503, 504.",
    )
    methods: list[Method] | None = Field(
        default=None,
        description="Only requests with these methods are retried once they have been sent. "
        "Default: the idempotent ones.",
    )
    per_try: Limit | None = Field(
        default=None, description="A try that takes longer is given up and retried. Default none."
    )
    budget: Share | None = Field(
        default=None,
        description="Retries are at most this share of the active requests (100 at a time are "
        "always allowed). Default 20%.",
    )


class BreakerShape(Shape):
    """The most that one caller's proxy has open towards a service."""

    connections: Count | None = Field(default=None, description="Connections. Default 1024.")
    pending: Count | None = Field(
        default=None, description="Requests that wait for a connection. Default 1024."
    )
    requests: Count | None = Field(default=None, description="Requests in flight. Default 1024.")


class EjectShape(Shape):
    """An instance that keeps failing is left out for a while."""

    after: Count | None = Field(default=None, description="Failures in a row. Default 5.")
    for_: Period | None = Field(
        default=None, alias="for", description="How long at first; longer each time. Default 10s."
    )
    max: WholeShare | None = Field(
        default=None,
        description="The most instances that are left out at a time; one always may. Default 50%.",
    )


class RestartShape(Shape):
    """What happens when a process ends."""

    when: RestartWhen | None = Field(
        default=None, description="Which ends lead to a new start. Default always."
    )
    backoff: Period | None = Field(
        default=None, description="The first pause before a new start; it doubles. Default 100ms."
    )
    max: Period | None = Field(default=None, description="The longest pause. Default 30s.")


class StopShape(Shape):
    """How a process is ended, once its requests are done."""

    signal: Signal | None = Field(
        default=None, description="The signal that it gets. Default SIGTERM."
    )
    after: Duration | None = Field(
        default=None, description="Still there after so long, it is killed. Default 10s."
    )


def _callee(value: object) -> object:
    if isinstance(value, str):
        return {value: None}
    if isinstance(value, dict):
        return value
    raise wrong_type("a service in text, or a mapping from services to local ports")


CalleeShape = Annotated[
    dict[str, Port | None],
    Field(min_length=1),
    BeforeValidator(_callee, json_schema_input_type=Text | dict[str, Port]),
]
Probe = Annotated[ProbeShape, BeforeValidator(_probe, json_schema_input_type=Text | ProbeShape)]
Balance = Annotated[
    BalanceShape,
    BeforeValidator(
        shorthand("algorithm", "an algorithm in text, or a mapping"),
        json_schema_input_type=Algorithm | BalanceShape,
    ),
]
Restart = Annotated[
    RestartShape,
    BeforeValidator(
        shorthand("when", "always, on-failure, never, or a mapping"),
        json_schema_input_type=RestartWhen | RestartShape,
    ),
]
Stop = Annotated[
    StopShape,
    BeforeValidator(
        shorthand("signal", "a signal in text, or a mapping"),
        json_schema_input_type=Signal | StopShape,
    ),
]


class HowRun(Shape):
    """How processes are run: may differ from version to version."""

    instances: Annotated[int, Field(ge=0, le=1_000)] | None = Field(
        default=None, description="How many copies run. Default 1."
    )
    dir: Text | None = Field(
        default=None,
        description="The working directory, from the directory of this file. Default `.`.",
    )
    env: dict[Text, str] | None = Field(
        default=None, description="Environment variables; they win over those that Weft sets."
    )
    env_file: Text | None = Field(
        default=None, description="A file of `KEY=value` lines; `env` wins over it."
    )
    proxy_env: bool | None = Field(
        default=None,
        description="Whether `http_proxy` and its kin are set for the app. Default true.",
    )
    probe: Probe | None = Field(
        default=None,
        description="How Weft finds out whether an instance is well: `tcp`, a path, or a mapping.",
    )
    restart: Restart | None = Field(
        default=None,
        description="What happens when a process ends: `always`, `on-failure`, `never`, or a "
        "mapping.",
    )
    stop: Stop | None = Field(
        default=None, description="How a process is ended: a signal, or a mapping."
    )
    labels: dict[Text, str] | None = Field(
        default=None, description="Words about the instances, for people and tools."
    )
    weight: Annotated[int, Field(ge=1, le=10_000)] | None = Field(
        default=None,
        description="An instance's share of traffic beside the others of its service. Default 100.",
    )


class HowCalled(Shape):
    """What callers' proxies do: the same for all versions of a service."""

    protocol: Literal["http"] | None = Field(
        default=None,
        description="What its apps speak: `http`, which is HTTP/1.1, is the only one so far.",
    )
    calls: list[CalleeShape] | None = Field(
        default=None,
        description="The services that it calls; its proxy knows of no others. A number pins the "
        "local port that leads there: `{cache: 6379}`. Left out: it may call every service.",
    )
    allow: list[Text] | None = Field(
        default=None,
        description="The services and gateways that may call it. Left out: all of them.",
    )
    balance: Balance | None = Field(
        default=None,
        description="How an instance is chosen for each request: an algorithm, or a mapping.",
    )
    timeout: Limit | None = Field(
        default=None,
        description="A request that takes longer is answered with 504; `none` for no such limit, "
        "which is the default (60s without a byte either way end a request in any case).",
    )
    retry: RetryShape | None = Field(default=None, description="Second tries, at another instance.")
    breaker: BreakerShape | None = Field(
        default=None, description="The most that one caller's proxy has open towards it."
    )
    eject: EjectShape | None = Field(
        default=None, description="When an instance that keeps failing is left out for a while."
    )
    ramp_up: Duration | None = Field(
        default=None,
        description="A new instance gets its full share only after so long. Default 10s.",
    )
    config: dict[Text, Any] | None = Field(
        default=None,
        description="The app's configuration, which it reads as JSON from the file named by "
        "`WEFT_CONFIG`. `{secret: ./key.txt}` puts in that file's text, on the app's own host.",
    )


class OneVersion(HowRun):
    """How one version is run, or where it already runs."""

    run: Command | None = Field(
        default=None,
        description="The command that Weft starts and restarts; split into words without a shell. "
        "A list works too.",
    )
    address: Address | None = Field(
        default=None, description="Where it already runs, started by somebody else: `host:port`."
    )
    port: Port | None = Field(
        default=None,
        description="Where the app listens. Left out: Weft picks a port for each instance and "
        "passes it as `PORT`, with `HOST=127.0.0.1`.",
    )
    start_after: list[Text] | None = Field(
        default=None, description="Services that must be healthy before it is started."
    )


class DefaultsShape(HowRun, HowCalled):
    """What holds for every service that doesn't say otherwise."""


class VersionShape(OneVersion):
    """What is different about one version of a service."""


class ServiceShape(OneVersion, HowCalled):
    """A service: a name that others call."""

    description: str | None = Field(
        default=None, description="One line about it, shown where it is listed."
    )
    versions: dict[Text, VersionShape] | None = Field(
        default=None,
        description="Versions that run side by side. Each starts from the keys of the service and "
        "changes what it names; routes aim at them as `orders@v2`.",
    )
    fallback: Text | None = Field(
        default=None,
        description="The service that takes over when no instance of this one is healthy.",
    )
