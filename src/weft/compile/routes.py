"""Routes: rules in the order in which they are tried -> Envoy's routes.

    Destination  ->  virtual_host()  ->  the routes of one service
    View         ->  route_configurations()  ->  one for the forward proxy, one for each local port
    Gateway      ->  gateway_routes()

The forward proxy, the inside of a CONNECT and `weft call` share one
configuration, so that a request goes the same way however it came.

Every rule becomes two routes: one for methods that may be sent twice, with all
of its retry conditions, and one for all other methods, which are tried again
only if the request was never sent.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from weft.compile import names
from weft.compile.fields import boxed, exactly, inline, metadata, wholly
from weft.compile.resources import Resource, resource
from weft.compile.view import Choice, Destination, View, by_precedence
from weft.envoy import messages
from weft.envoy.api.envoy.config.route.v3.route_components_pb2 import (
    DirectResponseAction,
    HeaderMatcher,
    RetryPolicy,
    Route,
    RouteAction,
    RouteMatch,
    VirtualHost,
    WeightedCluster,
)
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.api.envoy.extensions.retry.host.previous_hosts.v3.previous_hosts_pb2 import (
    PreviousHostsPredicate,
)
from weft.envoy.api.envoy.type.matcher.v3.string_pb2 import StringMatcher
from weft.model.catalog import Service
from weft.model.document import Key
from weft.model.names import Name
from weft.model.traffic import Algorithm, HeaderMatch, Match, PathMatch, Retry, Rule, Split

#: Of a request that no instance has seen: no connection, a refused stream, a reset before it.
_NEVER_SENT: Final = ("connect-failure", "refused-stream", "reset-before-request")
#: How often another instance is drawn before one that failed already is taken again. The
#: least busy is preferred, and who is dead has nothing to do: with two instances, five draws
#: end at the dead one in every sixth retry.
_DRAWS: Final = 100
#: The pause before the first retry is drawn below this, those before later ones below more.
_FIRST_PAUSE_MS: Final = 1
_LONGEST_PAUSE_MS: Final = 250
#: A tunnel lives as long as its client keeps it; what runs inside has limits of its own.
_TUNNEL_IDLE_MS: Final = 3_600_000
_TLS_PORT: Final = ":443"
_HASHING: Final = (Algorithm.RING_HASH, Algorithm.MAGLEV)


def route_configurations(view: View) -> Iterator[Resource]:
    """What the workload's listeners route by."""
    namespace = view.workload.name.namespace
    yield resource(
        names.OUTBOUND,
        RouteConfiguration(
            name=names.OUTBOUND,
            virtual_hosts=tuple(virtual_host(each, namespace) for each in view.destinations),
            ignore_port_in_host_matching=True,
        ),
        dict.fromkeys(key for each in view.destinations for key in each.sources),
    )
    local = {port.service for port in view.workload.local_ports}
    for each in view.destinations:
        if each.service.name in local:
            yield routes_of(each)


@lru_cache(maxsize=65_536)
def routes_of(destination: Destination) -> Resource:
    """What a local port that leads to one service routes by: whatever host is asked for."""
    name = names.outbound_listener(destination.service.name)
    host = VirtualHost(
        name=destination.service.name.key, domains=["*"], routes=tuple(_routes(destination))
    )
    return resource(name, RouteConfiguration(name=name, virtual_hosts=[host]), destination.sources)


@lru_cache(maxsize=65_536)
def virtual_host(destination: Destination, namespace: str) -> VirtualHost:
    """The routes of one service, under the names that callers in *namespace* use."""
    return VirtualHost(
        name=destination.service.name.key,
        domains=destination.service.name.hosts_from(namespace),
        routes=(*_tunnels(destination.service.name), *_routes(destination)),
    )


def gateway_routes(view: View) -> Resource:
    """What a gateway routes by: one virtual host for each host that its rules name."""
    name, gateway = view.workload.name, view.gateway
    choices = [
        Choice(f"{name}#{number}", rule, _service_of(view, rule))
        for number, rule in enumerate(gateway.rules if gateway else (), start=1)
    ]
    hosts = dict.fromkeys(choice.rule.match.host or "*" for choice in choices)
    return resource(
        names.GATEWAY,
        RouteConfiguration(
            name=names.GATEWAY,
            virtual_hosts=tuple(_gateway_host(host, choices) for host in hosts),
            ignore_port_in_host_matching=True,
        ),
        (
            Key("Gateway", name.key),
            *(Key("Service", key) for key in sorted({c.service.name.key for c in choices})),
        ),
    )


def _gateway_host(host: str, choices: Iterable[Choice]) -> VirtualHost:
    # Envoy tries one virtual host only: it holds the rules of less specific hosts, too, after
    # its own. HTTPRoute: the exact host, then the longest wildcard, then any.
    covering = by_precedence(each for each in choices if _covers(each.rule.match.host, host))
    tried = sorted(covering, key=lambda each: _breadth(each.rule.match.host))
    return VirtualHost(
        name=host,
        domains=[host],
        routes=tuple(
            route
            for choice in tried
            for route in (routes_for(choice) if choice.rule.to else (_invalid(choice),))
        ),
    )


def _invalid(choice: Choice) -> Route:
    """HTTPRoute: what matches a rule none of whose targets is valid must be answered with 500."""
    words = f"the rule {choice.name} cannot be used: see `weft status`"
    return _answer(choice.name, _match(choice.rule.match), 500, words)


def _breadth(pattern: str | None) -> tuple[bool, int]:
    """Sorts host patterns: the exact ones first, then the longest."""
    return (pattern is None or pattern.startswith("*."), -len(pattern or ""))


def _covers(pattern: str | None, host: str) -> bool:
    if pattern is None or pattern == host:
        return True
    return pattern.startswith("*.") and host.endswith(pattern[1:])


def _service_of(view: View, rule: Rule) -> Service:
    """Whose settings hold for a gateway's rule: those of the first service it aims at."""
    known = {upstream.target: upstream.service for upstream in view.upstreams}
    return known[rule.to[0].to] if rule.to else Service(view.workload.name)


def _routes(destination: Destination) -> Iterator[Route]:
    for choice in destination.choices:
        yield from routes_for(choice)
    name = destination.service.name
    yield _answer(f"{name}#none", RouteMatch(prefix="/"), 404, f"no rule of {name} matches")


def _tunnels(name: Name) -> Iterator[Route]:
    """What CONNECT does: its bytes are HTTP, and each request in them finds its own way."""
    inside = RouteMatch.ConnectMatcher()
    yield _answer(
        f"{name}#tls",
        RouteMatch(connect_matcher=inside, headers=[_authority_ends(_TLS_PORT)]),
        403,
        f"use http://{name}/ instead of https: the proxies encrypt every call in the mesh",
    )
    yield Route(
        name=f"{name}#connect",
        match=RouteMatch(connect_matcher=inside),
        route=RouteAction(
            cluster=names.CONNECT,
            timeout=messages.milliseconds(0),
            idle_timeout=messages.milliseconds(_TUNNEL_IDLE_MS),
            upgrade_configs=[
                RouteAction.UpgradeConfig(
                    upgrade_type="CONNECT",
                    connect_config=RouteAction.UpgradeConfig.ConnectConfig(),
                )
            ],
        ),
    )


@lru_cache(maxsize=65_536)
def routes_for(choice: Choice) -> tuple[Route, ...]:
    """The routes of one rule."""
    match, retry = choice.rule.match, choice.service.retry
    if not choice.rule.to:
        words = f"no rule of {choice.service.name} can be used: see `weft status`"
        return (_answer(choice.name, _match(match), 503, words),)
    if not any(split.weight for split in choice.rule.to):
        words = f"the rule {choice.name} gives no target any weight"
        return (_answer(choice.name, _match(match), 503, words),)
    if match.method is not None:
        return (_route(choice, (), resend=match.method in retry.methods),)
    if not retry.attempts or not retry.methods:
        return (_route(choice, (), resend=False),)
    return (
        _route(choice, (_method_among(retry.methods),), resend=True),
        _route(choice, (), resend=False),
    )


def _route(choice: Choice, conditions: tuple[HeaderMatcher, ...], *, resend: bool) -> Route:
    service, rule = choice.service, choice.rule
    timeout_ms = service.timeout_ms if rule.timeout_ms is None else rule.timeout_ms
    return Route(
        name=choice.name,
        match=_match(rule.match, conditions),
        route=RouteAction(
            weighted_clusters=WeightedCluster(clusters=tuple(_shares(rule.to))),
            timeout=messages.milliseconds(timeout_ms or 0),  # 0: none
            idle_timeout=messages.milliseconds(service.idle_timeout_ms),
            retry_policy=retry_policy(service.retry, resend=resend),
            hash_policy=tuple(_hashing(service)),
        ),
        metadata=metadata(names.METADATA, {"rule": choice.name, "service": str(service.name)}),
    )


def _shares(splits: Iterable[Split]) -> Iterator[WeightedCluster.ClusterWeight]:
    for split in splits:
        if split.weight:
            yield WeightedCluster.ClusterWeight(
                name=names.outbound_cluster(split.to), weight=boxed(split.weight)
            )


def retry_policy(retry: Retry, *, resend: bool) -> RetryPolicy | None:
    """When a request is tried again; *resend* if it may reach an instance twice."""
    if not retry.attempts:
        return None
    words = [word for word in retry.when if not word.isdigit()] if resend else []
    codes = [int(word) for word in retry.when if word.isdigit()] if resend else []
    if codes:
        words.append("retriable-status-codes")
    per_try = None if retry.per_try_ms is None else messages.milliseconds(retry.per_try_ms)
    return RetryPolicy(
        retry_on=",".join(dict.fromkeys((*_NEVER_SENT, *words))),
        retriable_status_codes=codes,
        num_retries=boxed(retry.attempts),
        per_try_timeout=per_try,
        retry_host_predicate=[_ANOTHER_HOST],
        host_selection_retry_max_attempts=_DRAWS,
        retry_back_off=RetryPolicy.RetryBackOff(
            base_interval=messages.milliseconds(_FIRST_PAUSE_MS),
            max_interval=messages.milliseconds(_LONGEST_PAUSE_MS),
        ),
    )


_ANOTHER_HOST: Final = RetryPolicy.RetryHostPredicate(
    name="envoy.retry_host_predicates.previous_hosts",
    typed_config=messages.pack(PreviousHostsPredicate()),
)


def _hashing(service: Service) -> Iterator[RouteAction.HashPolicy]:
    balance = service.balance
    if balance.algorithm not in _HASHING:
        return
    policy = RouteAction.HashPolicy
    if balance.hash_header is not None:
        yield policy(header=policy.Header(header_name=balance.hash_header), terminal=True)
    if balance.hash_cookie is not None:
        # With a life of zero, a caller without the cookie is given one for its session.
        zero = messages.milliseconds(0)
        yield policy(
            cookie=policy.Cookie(name=balance.hash_cookie, ttl=zero, path="/"), terminal=True
        )
    yield policy(connection_properties=policy.ConnectionProperties(source_ip=True))


def _match(match: Match, conditions: tuple[HeaderMatcher, ...] = ()) -> RouteMatch:
    headers = (*conditions, *_method(match), *(_header(each) for each in match.headers))
    path = match.path
    if path.kind == "exact":
        return RouteMatch(path=path.value, headers=headers)
    if path.kind == "regex":
        return RouteMatch(safe_regex=wholly(path.value), headers=headers)
    return _prefix_match(path, headers)


def _prefix_match(path: PathMatch, headers: tuple[HeaderMatcher, ...]) -> RouteMatch:
    bare = path.value.rstrip("/")  # HTTPRoute: a trailing slash is as good as none
    if not bare:
        return RouteMatch(prefix="/", headers=headers)
    return RouteMatch(path_separated_prefix=bare, headers=headers)


def _method(match: Match) -> Iterator[HeaderMatcher]:
    if match.method is not None:
        yield HeaderMatcher(name=":method", string_match=exactly(match.method))


def _method_among(methods: Iterable[str]) -> HeaderMatcher:
    expression = "|".join(re.escape(method) for method in methods)
    return HeaderMatcher(name=":method", string_match=StringMatcher(safe_regex=wholly(expression)))


def _header(match: HeaderMatch) -> HeaderMatcher:
    if match.regex:
        wanted = wholly(match.value)
        return HeaderMatcher(name=match.name, string_match=StringMatcher(safe_regex=wanted))
    return HeaderMatcher(name=match.name, string_match=exactly(match.value))


def _authority_ends(suffix: str) -> HeaderMatcher:
    return HeaderMatcher(name=":authority", string_match=StringMatcher(suffix=suffix))


def _answer(name: str, match: RouteMatch, status: int, words: str) -> Route:
    return Route(
        name=name,
        match=match,
        direct_response=DirectResponseAction(status=status, body=inline(f"weft: {words}\n")),
    )
