"""`weft call`: requests through the mesh as one of its services, and who answered.

    a URL  ->  the caller's proxy, over its private socket  ->  answers, shares, times

The proxy adds to what comes back on that socket which instance answered; apps
never see these headers.
"""

import http.client
import re
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import click
from msgspec import Struct

from weft.agent.places import socket_dir
from weft.api.shapes import ServiceView, Status
from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import columns, milliseconds, output_option, percent, printable, show
from weft.cli.place import find_place
from weft.errors import WeftError
from weft.model.names import Name
from weft.model.workload import Workload

MARK = "x-weft-"
LONGEST_S = 86_400.0
#: What a host, a method or a header's name, and a header's value are made of.
NAME = re.compile(r"[A-Za-z0-9._-]+")
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
UNESCAPED = "/%:@!$&'()*+,;=~?-._"


class CannotCall(WeftError):
    """The request could not be handed to a proxy."""

    code = "cannot-call"


class Answer(Struct, frozen=True):
    """One answer, and what the caller's proxy says of it; *status* 0 is no answer at all."""

    status: int
    ms: float
    instance: str = ""
    version: str = ""
    route: str = ""
    attempts: int = 0
    headers: dict[str, str] = {}
    body: str = ""
    error: str = ""

    @property
    def failed(self) -> bool:
        """Whether there was no answer, or one that says that a server failed."""
        return not 200 <= self.status < 500


class UnixConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: Path, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))


@click.command("call")
@click.argument("url")
@click.option("--from", "caller", default=None, help="The service to call as.")
@click.option("--method", "-X", default=None, help="[default: GET, or POST with --data]")
@click.option("--header", "-H", "headers", multiple=True, metavar="NAME:VALUE")
@click.option("--data", "-d", default=None, help="The body, or @file.")
@click.option("--number", "-n", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, max=LONGEST_S, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds for each request.",
)
@file_option
@output_option
def command(
    url: str,
    caller: str | None,
    method: str | None,
    headers: tuple[str, ...],
    data: str | None,
    number: int,
    timeout: float,
    file: Path | None,
    output: str,
) -> None:
    """Send requests through the mesh as one of its services.

    URL is as an app writes it: http://orders/path. Exit code 1 if one of the
    requests had no answer or a 5xx.
    """
    host, path = split_url(url)
    verb = parse_method(method or ("POST" if data else "GET"))
    asked = Request(verb, path, host, parse_headers(headers), read_body(data))
    status = client_for(file, timeout=5).status()
    name = caller or choose_caller(status, host)
    connection = UnixConnection(_socket_of(find_place(file).runtime, status, name), timeout)
    # Of many answers only the facts are kept: a million bodies would fill the memory.
    answers = [asked.send(connection, whole=number == 1) for _ in range(number)]
    if number == 1:
        show(output, {"from": name, **_plain(answers[0])}, lambda: _one(name, answers[0]))
    else:
        show(output, summary(name, answers), lambda: _many(name, url, answers))
    if any(answer.failed for answer in answers):
        sys.exit(1)


def split_url(url: str) -> tuple[str, str]:
    """Host (with a port, if there is one) and path of *url*; raises click.BadParameter.

    What a URL may not hold as it stands, such as a space or an umlaut in its
    path, is escaped as browsers do it.
    """
    try:
        parts = urlsplit(url if "//" in url else f"http://{url}")
        port = parts.port
    except ValueError as error:
        raise click.BadParameter(f"{url!r} is no URL: {error}") from error
    if parts.scheme != "http" or not parts.hostname or not NAME.fullmatch(parts.hostname):
        raise click.BadParameter(f"write it as http://SERVICE/PATH, not {url!r}")
    host = parts.hostname if port is None else f"{parts.hostname}:{port}"
    query = f"?{quote(parts.query, safe=UNESCAPED)}" if parts.query else ""
    return host, quote(parts.path or "/", safe=UNESCAPED) + query


def parse_method(text: str) -> str:
    """A method as it is sent; raises click.BadParameter."""
    if not TOKEN.fullmatch(text):
        raise click.BadParameter(f"{text!r} is no method")
    return text


def parse_headers(texts: tuple[str, ...]) -> dict[str, str]:
    """`NAME:VALUE` texts as headers, by lower-case name; raises click.BadParameter."""
    found = {}
    for text in texts:
        name, colon, value = (part.strip() for part in text.partition(":"))
        if not colon or not TOKEN.fullmatch(name):
            raise click.BadParameter(f"write a header as NAME:VALUE, not {text!r}")
        if not VALUE.fullmatch(value):
            raise click.BadParameter(
                f"a header's value is one line of Latin characters, not {value!r}"
            )
        found[name.lower()] = value
    return found


def read_body(data: str | None) -> bytes:
    """The text itself, or what the file behind `@` holds; raises click.BadParameter."""
    if data is None or not data.startswith("@"):
        return (data or "").encode(errors="surrogateescape")
    try:
        return Path(data[1:]).read_bytes()
    except OSError as error:
        raise click.BadParameter(f"{data[1:]} cannot be read: {error.strerror}") from error


class Request(Struct, frozen=True):
    """What is asked."""

    method: str
    path: str
    host: str
    headers: dict[str, str]
    body: bytes

    def send(self, connection: http.client.HTTPConnection, *, whole: bool) -> Answer:
        """Ask once; a broken connection is an answer with status 0.

        *whole* keeps the answer's headers and body.
        """
        started = time.perf_counter()
        headers = {"host": self.host, "user-agent": "weft-call", **self.headers}
        try:
            connection.request(self.method, self.path, self.body or None, headers)
            reply = connection.getresponse()
            body = reply.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            return Answer(0, _since(started), error=str(error) or type(error).__name__)
        given = {name.lower(): value for name, value in reply.getheaders()}
        return Answer(
            reply.status,
            _since(started),
            instance=given.get(f"{MARK}instance", ""),
            version=given.get(f"{MARK}version", ""),
            route=given.get(f"{MARK}route", ""),
            attempts=int(given.get(f"{MARK}attempts") or 0),
            headers={name: value for name, value in given.items() if not name.startswith(MARK)}
            if whole
            else {},
            body=body.decode(errors="replace") if whole else "",
        )


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def choose_caller(status: Status, host: str) -> str:
    """The first service whose proxy knows *host*, one that names it in `calls` before others."""
    callee = host.split(":", maxsplit=1)[0].split(".", maxsplit=1)[0]

    def rank(service: ServiceView) -> tuple[bool, bool, str]:
        refused = next((s.allow for s in status.services if s.name == callee), None)
        may = refused is None or service.name in refused
        return (not may, callee not in (service.calls or ()), service.name)

    able = [s for s in status.services if s.calls is None or callee in s.calls]
    if not able:
        raise CannotCall(
            f"no service calls {callee}",
            why="a proxy knows only what its service lists under `calls`",
            fix="name a caller with --from, or add the callee to its `calls`",
        )
    return min(able, key=rank).name


def _socket_of(runtime: Path, status: Status, caller: str) -> Path:
    if caller not in {service.name for service in status.services}:
        known = ", ".join(service.name for service in status.services)
        raise CannotCall(f"there is no service {caller}", fix=f"there are: {known}")
    path = socket_dir(runtime, Workload(Name(caller)).id) / "call.sock"
    if not path.exists():
        raise CannotCall(f"the proxy of {caller} does not run", fix="see `weft status`")
    return path


def _plain(answer: Answer) -> dict[str, object]:
    return {field: getattr(answer, field) for field in answer.__struct_fields__}


def _one(caller: str, answer: Answer) -> str:
    if answer.error:
        return f"no answer: {answer.error}"
    who = answer.instance or "no instance: the proxy answered itself"
    version = f" ({answer.version})" if answer.version else ""
    tries = f", {answer.attempts} attempts" if answer.attempts > 1 else ""
    route = f", route {answer.route}" if answer.route else ""
    took = milliseconds(answer.ms)
    line = f"{answer.status} as {caller} from {who}{version} in {took}{route}{tries}"
    body = "\n".join(printable(part) for part in answer.body.splitlines())
    return f"{line}\n{body}" if body else line


def summary(caller: str, answers: list[Answer]) -> dict[str, object]:
    """Shares and times of many answers."""
    times = sorted(answer.ms for answer in answers)
    return {
        "from": caller,
        "requests": len(answers),
        "failed": sum(answer.failed for answer in answers),
        "retried": sum(answer.attempts > 1 for answer in answers),
        "statuses": dict(sorted(Counter(str(answer.status) for answer in answers).items())),
        "versions": dict(sorted(Counter(answer.version for answer in answers).items())),
        "instances": dict(sorted(Counter(answer.instance for answer in answers).items())),
        "p50_ms": times[len(times) // 2],
        "p99_ms": times[min(len(times) * 99 // 100, len(times) - 1)],
    }


def _many(caller: str, url: str, answers: list[Answer]) -> str:
    total = len(answers)
    facts = summary(caller, answers)
    p50, p99 = (milliseconds(_number(facts[key])) for key in ("p50_ms", "p99_ms"))
    head = f"{total} requests as {caller} to {url}: {facts['failed']} failed, "
    lines = [f"{head}{facts['retried']} retried, p50 {p50}, p99 {p99}"]
    for title in ("statuses", "versions", "instances"):
        counts = facts[title]
        assert isinstance(counts, dict)
        lines.append(columns((title, "answers", "share"), list(_shares(counts, total))))
    return "\n\n".join(lines)


def _number(value: object) -> float:
    assert isinstance(value, float)
    return value


def _shares(counts: dict[str, int], total: int) -> Iterator[tuple[str, int, str]]:
    for name, count in counts.items():
        yield (name or "-", count, percent(count / total))
