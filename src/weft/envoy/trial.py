"""Resources of one proxy -> the bootstrap that shows whether Envoy takes them.

    base, candidates  ->  trial()  ->  Bootstrap, all static

Envoy's validate mode reads bootstraps only. Clusters and listeners become static
ones; a route configuration, which it never takes alone, is put into a throwaway
HTTP listener. `reason()` turns what Envoy then says into the sentence that matters.

Pure: it builds and reads text; running Envoy is weft.envoy.validate's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.core.v3.address_pb2 import Address, Pipe
from weft.envoy.api.envoy.config.core.v3.base_pb2 import Node
from weft.envoy.api.envoy.config.core.v3.extension_pb2 import TypedExtensionConfig
from weft.envoy.api.envoy.config.listener.v3.listener_components_pb2 import Filter, FilterChain
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.api.envoy.extensions.bootstrap.internal_listener.v3.internal_listener_pb2 import (
    InternalListener,
)
from weft.envoy.api.envoy.extensions.filters.http.router.v3.router_pb2 import Router
from weft.envoy.api.envoy.extensions.filters.network.http_connection_manager.v3 import (
    http_connection_manager_pb2 as hcm,
)
from weft.envoy.messages import pack, type_url

CLUSTER = type_url(Cluster)
LISTENER = type_url(Listener)
ROUTES = type_url(RouteConfiguration)

# What validate mode can judge, in the order in which one may refer to another.
TRIED_TYPES = (CLUSTER, ROUTES, LISTENER)

_INTERNAL_LISTENER = "envoy.bootstrap.internal_listener"

# Envoy writes date, pid, level, logger and source line in brackets, then which file it read.
_PREFIX = re.compile(r"^.*?error initializing configuration '[^']*': ", re.DOTALL)
_LOG_PREFIX = re.compile(r"^(?:\[[^\]]*\]\s*)+", re.MULTILINE)
# A broken field rule comes with a dump of the whole bootstrap in front of it.
_DUMP = re.compile(r"^goo\.gle/\w+.*\n\}?\n?: (?=[^\n]*\Z)", re.DOTALL)
_LAST_CAUSE = re.compile(r"^.* \| caused by (.*?)\)*$", re.DOTALL)
_LONGEST_REASON = 2000


class Candidate(Protocol):
    """A resource to try; compile's Resource is one."""

    @property
    def type_url(self) -> str:
        """The resource's type."""

    @property
    def name(self) -> str:
        """Its name, unique within its type."""

    @property
    def body(self) -> bytes:
        """The serialized message (not packed into an Any)."""


def trial(base: Bootstrap | None, candidates: Iterable[Candidate]) -> Bootstrap:
    """A bootstrap that holds *candidates*, and of *base* what they may refer to."""
    bootstrap = foundation(base)
    static = bootstrap.static_resources
    for number, candidate in enumerate(candidates):
        if candidate.type_url == CLUSTER:
            static.clusters.append(Cluster.FromString(candidate.body))
        elif candidate.type_url == LISTENER:
            static.listeners.append(Listener.FromString(candidate.body))
        elif candidate.type_url == ROUTES:
            routes = RouteConfiguration.FromString(candidate.body)
            static.listeners.append(_throwaway(number, routes))
        else:
            raise ValueError(f"{candidate.type_url} cannot be tried as a static resource")
    return bootstrap


def foundation(base: Bootstrap | None) -> Bootstrap:
    """*base* without what reaches outside of a trial, and with what any resource may need."""
    bootstrap = Bootstrap()
    if base is not None:
        bootstrap.CopyFrom(base)
    bootstrap.ClearField("admin")
    bootstrap.ClearField("dynamic_resources")
    # One node for all: equal resources of two workloads are then one trial's worth.
    bootstrap.node.CopyFrom(Node(id="trial", cluster="trial"))
    if all(each.name != _INTERNAL_LISTENER for each in bootstrap.bootstrap_extensions):
        bootstrap.bootstrap_extensions.append(
            TypedExtensionConfig(name=_INTERNAL_LISTENER, typed_config=pack(InternalListener()))
        )
    return bootstrap


def _throwaway(number: int, routes: RouteConfiguration) -> Listener:
    if not routes.HasField("validate_clusters"):
        # Over RDS a route may name a cluster that comes later; inline Envoy would refuse it.
        routes.validate_clusters.value = False
    manager = hcm.HttpConnectionManager(
        stat_prefix="trial",
        route_config=routes,
        http_filters=[
            hcm.HttpFilter(name="envoy.filters.http.router", typed_config=pack(Router()))
        ],
    )
    http = Filter(name="envoy.filters.network.http_connection_manager", typed_config=pack(manager))
    return Listener(
        name=f"trial/{number}",
        # Abstract socket names: distinct, no port to clash with, and never bound in validate mode.
        address=Address(pipe=Pipe(path=f"@weft-trial/{number}")),
        filter_chains=[FilterChain(filters=[http])],
    )


def reason(stderr: str) -> str:
    """The sentence in Envoy's output that says why it refuses; empty if it said nothing."""
    text = stderr.strip()
    stripped = _PREFIX.sub("", text, count=1)
    if stripped == text:
        stripped = _LOG_PREFIX.sub("", text)
    stripped = _DUMP.sub("", stripped.strip(), count=1)
    if cause := _LAST_CAUSE.match(stripped):
        stripped = cause[1]
    stripped = stripped.strip()
    return stripped if len(stripped) <= _LONGEST_REASON else stripped[:_LONGEST_REASON] + "…"
