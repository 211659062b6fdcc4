"""A fake server: what an agent talks to, in memory, on a real socket with real signatures."""

from pathlib import Path

import grpc
import grpc.aio
import msgspec

from weft.api import agent as shapes
from weft.identity.authority import Authority
from weft.model import wire
from weft.model.document import Document, key_of
from weft.model.workload import Workload
from weft.xds.server import DeltaServer, Feed
from weft.xds.session import Entry


class ControlPlane:
    """Holds *specs* as documents, signs what it is asked to, remembers the last report."""

    def __init__(
        self, folder: Path, socket: Path, trust_domain: str = "shop", life_s: float = 3600
    ):
        self.socket = socket
        self.life_s = life_s
        self.trust_domain = trust_domain
        self.authority = Authority.open(folder / "authority", trust_domain)
        self.documents = {}
        self.report = None
        self.joins = 0
        self.signed = []
        self.left = False
        self._instances = {}
        self._feed = Feed()
        self._server = None

    def apply(self, *specs, without=()):
        for spec in specs:
            self.documents[str(key_of(spec))] = Document(spec, "test")
        for spec in without:
            self.documents.pop(str(key_of(spec)), None)
        self._publish()

    async def start(self):
        calls = {
            shapes.JOIN: self._join,
            shapes.REPORT: self._report,
            shapes.SIGN: self._sign,
            shapes.LEAVE: self._leave,
        }
        handlers = {
            method.name: grpc.unary_unary_rpc_method_handler(
                answer,
                request_deserializer=lambda data, method=method: msgspec.json.decode(
                    data, type=method.question
                ),
                response_serializer=shapes.encode,
            )
            for method, answer in calls.items()
        }
        generic = grpc.method_handlers_generic_handler(shapes.SERVICE, handlers)
        self._server = DeltaServer(self._feed, handlers=[generic])
        self._publish()
        await self._server.start(self.socket)

    async def stop(self):
        await self._server.stop()

    def instance(self, id):
        found = (i for i in self.report.instances if i.id == id) if self.report else ()
        return next(iter(found), None)

    @property
    def healthy(self):
        return {i.id for i in self.report.instances if i.health.serving} if self.report else set()

    def _publish(self):
        trust = wire.encode(shapes.Trust(self.authority.roots_pem))
        self._feed.publish(
            {
                shapes.DOCUMENTS: {n: _entry(wire.encode(d)) for n, d in self.documents.items()},
                shapes.INSTANCES: {
                    f"{i.service.key}/{i.id}": _entry(wire.encode(i))
                    for i in self._instances.values()
                },
                shapes.TRUST: {shapes.TRUST_NAME: _entry(trust)},
            }
        )

    async def _join(self, question, _):
        self.joins += 1
        return shapes.Joined(
            f"lease-{question.boot}", 10, self.trust_domain, self.authority.roots_pem, self.life_s
        )

    async def _report(self, question, _):
        self.report = question
        plain = {
            (i.service, i.id): msgspec.structs.replace(i, probe_ms=None) for i in question.instances
        }
        if plain != self._instances:
            self._instances = plain
            self._publish()
        return shapes.Reported(known=True)

    async def _sign(self, question, _):
        identity = Workload(question.workload, question.gateway).identity(self.trust_domain)
        self.signed.append(identity)
        done = self.authority.sign(question.csr_pem, identity, self.life_s)
        return shapes.Signed(done.chain_pem, self.authority.roots_pem, done.not_after)

    async def _leave(self, question, _):
        self.left = True
        return shapes.Left()


def _entry(body):
    return Entry(wire.version_of(body), body)
