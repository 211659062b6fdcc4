"""Compilation: Snapshot, Workload -> everything that one Envoy should hold.

    Snapshot  ->  view_of()  ->  View  ->  compile_workload()  ->  Resources

Pure. What depends only on the called service is built once for all callers:
the functions behind remember what they built by the frozen values it came
from, and nothing is ever invalidated by hand.

Secrets are not here: keys are the agent's own, see `secrets`.
"""

from collections.abc import Iterator

from weft.compile import names
from weft.compile.clusters import cluster, to_app, to_listener
from weft.compile.endpoints import endpoints
from weft.compile.inbound import inbound_listeners
from weft.compile.listeners import gateway_listener, outbound_listeners
from weft.compile.resources import Resource, Resources
from weft.compile.routes import gateway_routes, route_configurations
from weft.compile.view import View, members, view_of
from weft.model.snapshot import Snapshot
from weft.model.workload import Workload


def compile_workload(snapshot: Snapshot, workload: Workload) -> Resources:
    """What the Envoy beside *workload* should hold; ValueError before the mesh is known."""
    view = view_of(snapshot, workload)
    return Resources.collect(
        (
            *(cluster(upstream) for upstream in view.upstreams),
            *(endpoints(upstream, members(snapshot, upstream)) for upstream in view.upstreams),
            *(_gateway(view) if workload.gateway else _service(view)),
        )
    )


def _service(view: View) -> Iterator[Resource]:
    if view.workload.proxy_port is not None:
        yield to_listener(names.CONNECT)
    for inbound in view.workload.inbound:
        yield to_listener(names.inbound_tls(inbound.instance))
        yield to_app(inbound)
    yield from outbound_listeners(view)
    yield from inbound_listeners(view)
    yield from route_configurations(view)


def _gateway(view: View) -> Iterator[Resource]:
    yield from gateway_listener(view)
    if view.gateway is not None:
        yield gateway_routes(view)
