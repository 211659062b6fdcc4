"""A delta ADS server in a page: publishes whatever it is told, notes what is refused.

It knows one kind of Envoy, on a good day: no order across types but that of
the table, no retry after a refusal. For tests of what Envoy does with
resources, not of how they reach it.
"""

import asyncio
import contextlib

import grpc

from weft.compile.resources import CLUSTERS, ENDPOINTS, LISTENERS, ROUTES, SECRETS
from weft.envoy.api.envoy.service.discovery.v3.discovery_pb2 import (
    DeltaDiscoveryRequest,
    DeltaDiscoveryResponse,
    Resource,
)

ORDER = (CLUSTERS, ENDPOINTS, SECRETS, LISTENERS, ROUTES)
WILDCARD = (CLUSTERS, LISTENERS)


class AdsServer:
    """Serves one Envoy on a Unix socket."""

    def __init__(self, socket):
        self.socket = socket
        self.wanted = {url: {} for url in ORDER}
        self.refused = []
        self._streams = set()
        self._server = grpc.aio.server()
        handler = grpc.stream_stream_rpc_method_handler(
            self._stream,
            request_deserializer=DeltaDiscoveryRequest.FromString,
            response_serializer=DeltaDiscoveryResponse.SerializeToString,
        )
        self._server.add_generic_rpc_handlers(
            (
                grpc.method_handlers_generic_handler(
                    "envoy.service.discovery.v3.AggregatedDiscoveryService",
                    {"DeltaAggregatedResources": handler},
                ),
            )
        )

    async def start(self):
        self._server.add_insecure_port(f"unix:{self.socket}")
        await self._server.start()

    async def stop(self):
        await self._server.stop(0)

    def publish(self, resources):
        wanted = {url: {} for url in ORDER}
        for each in resources:
            wanted[each.type_url][each.name] = each
        self.wanted = wanted
        for stream in self._streams:
            stream.wake()

    async def settled(self, timeout=5.0):
        """Every stream has answered all that it was sent; a refusal is an answer."""
        async with asyncio.timeout(timeout):
            while not (self._streams and all(s.in_sync() for s in self._streams)):
                await asyncio.sleep(0.005)

    async def _stream(self, requests, context):
        stream = _Stream(self)
        self._streams.add(stream)
        reader = asyncio.create_task(stream.read(requests))
        try:
            async for response in stream.responses():
                await context.write(response)
        finally:
            self._streams.discard(stream)
            reader.cancel()
            with contextlib.suppress(asyncio.CancelledError, grpc.RpcError):
                await reader


class _Stream:
    def __init__(self, server):
        self.server = server
        self.asked = {}
        self.held = {url: {} for url in ORDER}
        self.waiting = {}
        self._wake = asyncio.Event()
        self._count = 0

    def wake(self):
        self._wake.set()

    def target(self, url):
        wanted = self.server.wanted[url]
        names = wanted if url in WILDCARD else self.asked[url]
        return {name: wanted[name] for name in names if name in wanted}

    def in_sync(self):
        if self.waiting or not all(url in self.asked for url in WILDCARD):
            return False
        return all(
            self.held[url] == {n: r.version for n, r in self.target(url).items()}
            for url in self.asked
        )

    async def read(self, requests):
        async for request in requests:
            url = request.type_url
            asked = self.asked.setdefault(url, set())
            asked.update(request.resource_names_subscribe)
            asked.difference_update(request.resource_names_unsubscribe)
            for name in (*request.resource_names_subscribe, *request.resource_names_unsubscribe):
                self.held[url].pop(name, None)
            if self.waiting.get(url) == request.response_nonce:
                self.waiting.pop(url)
            if request.HasField("error_detail"):
                self.server.refused.append((url, request.error_detail.message))
            self._wake.set()

    async def responses(self):
        while True:
            self._wake.clear()
            response = self._next()
            if response is None:
                await self._wake.wait()
            else:
                yield response

    def _next(self):
        for url in ORDER:
            # No gate but the order of sending: Envoy acknowledges new clusters only
            # once it has their endpoints, so waiting here would be waiting for ever.
            if url in self.waiting or url not in self.asked:
                continue
            target = self.target(url)
            held = self.held[url]
            new = [r for n, r in target.items() if held.get(n) != r.version]
            gone = [n for n in held if n not in target]
            if new or gone:
                return self._response(url, new, gone, target)
        return None

    def _response(self, url, new, gone, target):
        self._count += 1
        self.waiting[url] = str(self._count)
        self.held[url] = {name: each.version for name, each in target.items()}
        return DeltaDiscoveryResponse(
            type_url=url,
            nonce=str(self._count),
            resources=[
                Resource(
                    name=each.name,
                    version=each.version,
                    resource={"type_url": url, "value": each.body},
                )
                for each in new
            ],
            removed_resources=gone,
        )
