"""The API over a real HTTP server on loopback."""

import asyncio
import http.client
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from fakes.backend import FakeBackend
from weft.api import shapes
from weft.api.access import CODE_LIFE_S, Access
from weft.api.assets import Asset, Assets
from weft.api.guard import MOST_BYTES
from weft.api.server import ROUTES, application
from weft.client import Client
from weft.model.catalog import Service
from weft.model.document import Document, Key
from weft.model.names import Name
from weft.server.http import Http, bind

TOKEN = "s3cret"
ORDERS = Document(Service(Name("orders")), owner="shop.yaml")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        return msgspec.json.decode(self.body, type=shapes.Failure).error.code


@dataclass
class Site:
    port: int
    backend: FakeBackend
    now: list[float]

    @property
    def client(self) -> Client:
        return Client(f"http://127.0.0.1:{self.port}", TOKEN, timeout=10)

    async def ask(
        self,
        path: str,
        method: str = "GET",
        *,
        token: str | None = TOKEN,
        body: bytes | None = None,
        **headers: str,
    ) -> Answer:
        def send() -> Answer:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            sent = {key.replace("_", "-"): value for key, value in headers.items()}
            if token is not None:
                sent["Authorization"] = f"Bearer {token}"
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            answer = Answer(
                response.status,
                {name.lower(): value for name, value in response.getheaders()},
                response.read(),
            )
            connection.close()
            return answer

        return await asyncio.to_thread(send)

    async def post(self, path: str, body: Any, **headers: str) -> Answer:
        data = body if isinstance(body, bytes) else msgspec.json.encode(body)
        return await self.ask(
            path, "POST", body=data, **{"Content_Type": "application/json", **headers}
        )


@asynccontextmanager
async def serving() -> AsyncIterator[Site]:
    bound = bind("127.0.0.1:0")
    port = bound.getsockname()[1]
    backend = FakeBackend()
    assets = Assets({"/": Asset(b"<h1>map</h1>", "text/html; charset=utf-8", '"1"')})
    now = [time.time()]
    app = application(backend, Access(TOKEN, port), assets, clock=lambda: now[0])
    server = Http(app, bound)
    task = asyncio.create_task(server.run_until_stopped())
    yield Site(port, backend, now)
    backend.stopping.set()
    server.stop()
    await task


@pytest.fixture(scope="module")
async def one_for_all() -> AsyncIterator[Site]:
    async with serving() as site:
        yield site


@pytest.fixture
def site(one_for_all: Site) -> Site:
    """A server costs a fifth of a second to stop; what it remembers is put back instead."""
    one_for_all.backend.forget()
    one_for_all.now[0] = time.time()
    return one_for_all


EVERY_PATH = [
    (method, path.replace("{", "").replace("}", "").replace("path:path", ""))
    for method, path, _ in ROUTES
]


@pytest.mark.parametrize(("method", "path"), EVERY_PATH)
async def test_every_route_refuses_a_host_that_is_not_ours(site: Site, method: str, path: str):
    answer = await site.ask(path, method, Host=f"evil.example:{site.port}")

    assert (answer.status, answer.code) == (403, "host-not-allowed")


@pytest.mark.parametrize(
    ("method", "path"), [pair for pair in EVERY_PATH if pair[1] not in ("/healthz", "/login")]
)
@pytest.mark.parametrize("token", [None, "wrong", ""])
async def test_every_route_but_two_needs_the_token(
    site: Site, method: str, path: str, token: str | None
):
    answer = await site.ask(path, method, token=token)

    assert (answer.status, answer.code) == (401, "not-logged-in")
    assert site.backend.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example", "localhost:1", ""])
async def test_a_host_without_our_port_is_not_ours(site: Site, host: str):
    assert (await site.ask("/v1/status", Host=host)).status == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
async def test_loopback_names_with_our_port_are_ours(site: Site, host: str):
    assert (await site.ask("/v1/status", Host=f"{host}:{site.port}")).status == 200


async def test_health_needs_no_token_and_says_nothing(site: Site):
    answer = await site.ask("/healthz", token=None)

    assert (answer.status, answer.body) == (200, b'{"ok":true}')


async def test_a_login_link_works_once_and_opens_what_reads(site: Site):
    link = await asyncio.to_thread(site.client.login_link)
    path = link.url.removeprefix(f"http://127.0.0.1:{site.port}")

    first = await site.ask(path, token=None)
    second = await site.ask(path, token=None)
    cookie = first.headers["set-cookie"]

    assert (first.status, first.headers["location"]) == (303, "/")
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert second.status == 401
    jar = cookie.partition(";")[0]
    assert (await site.ask("/v1/status", token=None, Cookie=jar)).status == 200
    assert (await site.ask("/", token=None, Cookie=jar)).body == b"<h1>map</h1>"


async def test_a_cookie_changes_nothing(site: Site):
    link = await asyncio.to_thread(site.client.login_link)
    login = await site.ask(f"/login?{link.url.partition('?')[2]}", token=None)
    jar = login.headers["set-cookie"].partition(";")[0]

    delete = await site.ask("/v1/documents/Service/default/a", "DELETE", token=None, Cookie=jar)
    scale = await site.ask(
        "/v1/services/default/orders/scale",
        "POST",
        token=None,
        body=b'{"instances": 0}',
        Cookie=jar,
        Content_Type="application/json",
    )

    assert (delete.status, scale.status) == (401, 401)
    assert site.backend.asked == []


async def test_a_login_link_ends_after_ten_minutes(site: Site):
    link = await asyncio.to_thread(site.client.login_link)
    site.now[0] += CODE_LIFE_S

    answer = await site.ask(f"/login?{link.url.partition('?')[2]}", token=None)

    assert answer.status == 401
    assert b"weft dashboard" in answer.body


async def test_of_many_who_race_for_a_code_one_wins(site: Site):
    link = await asyncio.to_thread(site.client.login_link)
    path = f"/login?{link.url.partition('?')[2]}"

    answers = await asyncio.gather(*(site.ask(path, token=None) for _ in range(20)))

    assert sorted(answer.status for answer in answers) == [303] + [401] * 19


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_a_form_cannot_change_anything(site: Site, kind: str):
    answer = await site.post(
        "/v1/apply", shapes.Apply(owner="a", documents=(ORDERS,)), Content_Type=kind
    )

    assert (answer.status, answer.code) == (415, "content-type")


async def test_apply_passes_the_documents_on(site: Site):
    applied = await asyncio.to_thread(site.client.apply, "shop.yaml", (ORDERS,))

    assert applied.revision == 8
    assert site.backend.asked == [shapes.Apply(owner="shop.yaml", documents=(ORDERS,))]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"owner": 1, "documents": []}',
        b'{"owner": "a", "documents": [{"spec": {"type": "Nonsense"}}]}',
        b'{"owner": "a", "documents": [], "surprise": 1}',
        b'{"owner": "a", "documents": ' + b"[" * 100_000,
        b'{"owner": "a", "documents": [{"spec": {"type": "Service", "name": {"name": "../x"}}}]}',
        b'{"owner": "", "documents": []}',
        (
            b'{"owner": "a", "documents": [{"spec": {"type": "Config",'
            b' "service": {"name": "a"}, "values": "[]"}}]}'
        ),
    ],
)
async def test_what_does_not_decode_is_refused_with_the_reason(site: Site, body: bytes):
    answer = await site.post("/v1/apply", body)

    assert (answer.status, answer.code) == (400, "not-understood")
    assert msgspec.json.decode(answer.body, type=shapes.Failure).error.why
    assert site.backend.asked == []


async def test_a_body_beyond_the_limit_is_refused_before_it_is_read(site: Site):
    answer = await site.post("/v1/apply", b"{}", Content_Length=str(MOST_BYTES + 1))

    assert (answer.status, answer.code) == (413, "body-too-large")


async def test_a_chunked_body_beyond_the_limit_is_refused(site: Site):
    def send() -> int:
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        chunks = (b" " * 65536 for _ in range(65 + MOST_BYTES // 65536))
        connection.request("POST", "/v1/apply", chunks, headers, encode_chunked=True)
        return connection.getresponse().status

    assert await asyncio.to_thread(send) == 413


async def test_names_in_paths_reach_the_control_plane_whole(site: Site):
    await asyncio.to_thread(site.client.delete, "run", "default", "orders@1.4.2", owner="me")
    await asyncio.to_thread(lambda: site.client.scale("default", "orders", 3, version="v1"))
    await asyncio.to_thread(lambda: site.client.restart("default", "orders"))

    assert site.backend.asked == [
        (Key("Run", "default/orders@1.4.2"), "me"),
        (Name("orders"), shapes.Scale(instances=3, version="v1")),
        (Name("orders"), shapes.Restart()),
    ]


@pytest.mark.parametrize(
    ("path", "method", "status", "code"),
    [
        ("/v1/documents/Service/default/none", "GET", 404, "not-found"),
        ("/v1/documents/Nonsense/default/none", "GET", 404, "not-found"),
        ("/v1/documents?kind=Nonsense", "GET", 404, "not-found"),
        ("/v1/none", "GET", 404, "not-found"),
        ("/v1/status", "DELETE", 405, "method-not-allowed"),
        ("/../../etc/passwd", "GET", 404, "not-found"),
        ("/v1/watch?since=x", "GET", 400, "not-understood"),
        ("/v1/watch?since=" + "9" * 5000, "GET", 400, "not-understood"),
    ],
)
async def test_errors_are_json_with_a_code(
    site: Site, path: str, method: str, status: int, code: str
):
    answer = await site.ask(path, method)

    assert (answer.status, answer.code) == (status, code)


async def test_a_mistake_of_ours_is_told_without_its_insides(site: Site):
    site.backend.broken = True

    answer = await site.ask("/v1/status")

    assert (answer.status, answer.code) == (500, "unexpected")
    assert b"line" not in answer.body
    assert "unexpected failure" in site.backend.notes


async def test_every_answer_forbids_what_a_browser_need_not_do(site: Site):
    for answer in (await site.ask("/"), await site.ask("/", token=None), await site.ask("/v1/x")):
        assert answer.headers["content-security-policy"].startswith("default-src 'self'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers


async def test_a_browser_without_login_reads_what_to_do(site: Site):
    answer = await site.ask("/", token=None, Accept="text/html,*/*")

    assert answer.status == 401
    assert b"weft dashboard" in answer.body


async def test_an_unchanged_file_is_not_sent_again(site: Site):
    answer = await site.ask("/", If_None_Match='"1"')

    assert (answer.status, answer.body) == (304, b"")


async def test_events_bring_the_status_each_second(site: Site):
    def two() -> list[shapes.Status]:
        events = site.client.events()
        return [next(events), next(events)]

    first, second = await asyncio.to_thread(two)

    assert (first.mesh, second.revision) == ("shop", 7)


async def test_a_watch_resumes_from_the_last_event_id(site: Site):
    event = shapes.WatchEvent(revision=9, key="Service/default/orders", document=ORDERS)
    site.backend.events.put_nowait(event)

    got = await asyncio.to_thread(
        lambda: next(site.client.watch(kind="Service", name="default/orders", since=8))
    )

    assert got == event
    assert site.backend.asked == [("Service", "default/orders", 8)]


async def test_a_stop_ends_streams_at_once():
    async with serving() as site:
        streams = [
            asyncio.create_task(asyncio.to_thread(lambda: list(site.client.events()))),
            asyncio.create_task(asyncio.to_thread(lambda: list(site.client.watch()))),
        ]
        while not site.backend.asked:  # the watch has begun
            await asyncio.sleep(0.01)
        began = time.monotonic()
        site.backend.stopping.set()

        await asyncio.gather(*streams)

        assert time.monotonic() - began < 1
