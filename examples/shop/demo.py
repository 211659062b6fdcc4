"""The demo: the shop comes up, is called, broken and released, and every expectation is checked.

Run it with `make demo`. With a terminal the mesh stays up at the end until
Ctrl-C; without one the exit code says whether every expectation held.
"""

import contextlib
import json
import math
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from traffic import Traffic

from weft.cli.connect import client_for
from weft.cli.output import columns, milliseconds, percent
from weft.errors import WeftError

HERE = Path(__file__).parent
WEFT = [sys.executable, "-m", "weft.cli"]
SPLIT_LINE = "- {to: {orders@v1: 95, orders@v2: 5}}"
PROBES = 1000  # calls that measure one step of the canary
GATEWAY = ("127.0.0.1", 8080)


class Demo:
    """One run; `expect` collects what held and what didn't."""

    def __init__(self, folder):
        self.folder = folder
        self.file = folder / "mesh.yaml"
        self.results = []
        self.started = time.monotonic()
        self.client = None
        self.traffic = Traffic(*GATEWAY, rate=40, workers=8)

    def expect(self, what, held, fact=""):
        self.results.append((what, held))
        self.say(f"{'✓' if held else '✗'} {what}{f': {fact}' if fact else ''}")

    def say(self, text):
        print(f"{time.monotonic() - self.started:5.1f} s  {text}", flush=True)

    def weft(self, *arguments, check=True):
        done = subprocess.run(
            [*WEFT, *arguments], cwd=self.folder, capture_output=True, text=True, check=False
        )
        if check and done.returncode:
            raise SystemExit(f"weft {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.weft(*arguments, "--output", "json"))

    # --- the acts ---------------------------------------------------------------------------

    def bring_up(self):
        self.say("weft up: a server, an agent, five proxies, seven apps")
        up = self.json("up", "--detach")
        self.client = client_for(self.file)
        asked = time.monotonic()
        status = self.traffic.once("GET")
        self.expect(
            "the first request is answered through three proxies",
            status == 200,
            f"mesh up in {up['ready_s']} s, answer in {(time.monotonic() - asked) * 1000:.0f} ms",
        )
        self.say(f"look at it: {up['dashboard']}  (the link works once)")

    def drive(self):
        self.traffic.start()
        self.say("traffic: 40 requests/s through the gateway, half of them POST")
        self.watch(8)

    def refuse_plaintext(self):
        orders = self.service("orders")
        answers = [plain_http(i.address, i.port) for i in orders.instances]
        self.expect(
            "plaintext to an inbound port is refused", not any(answers), f"{len(answers)} ports"
        )

    def kill_one(self):
        victim = next(i for i in self.service("orders").instances if i.id == "orders-v1-1")
        before = self.traffic.snapshot()
        in_flight = self.traffic.posts_in_flight()
        os.kill(victim.pid, signal.SIGKILL)
        self.say(f"kill -9 {victim.pid}: {victim.id} is dead")
        back = self.until(lambda: self.is_back(victim), 10)
        self.expect("the instance is back by itself", back)
        self.watch(6)
        after = self.traffic.snapshot()
        self.expect(
            "nobody noticed",
            after.failed_gets == before.failed_gets
            and after.failed_posts - before.failed_posts <= in_flight,
            f"{after.answered - before.answered} requests meanwhile, "
            f"{after.failed_gets - before.failed_gets} GETs failed, "
            f"{after.failed_posts - before.failed_posts} POSTs (in flight: {in_flight})",
        )

    def canary(self):
        for share in (5, 25, 50, 100):
            if share != 5:
                self.release(share)
                self.watch(2)
            called = self.json("call", "-n", str(PROBES), "--from", "web", "http://orders/orders")
            got = 100 * called["versions"].get("v2", 0) / PROBES
            # Four standard deviations of a fair coin with this weight.
            slack = 400 * math.sqrt(share / 100 * (1 - share / 100) / PROBES)
            self.expect(
                f"canary: {share} % of the calls reach v2",
                abs(got - share) <= slack and called["failed"] == 0,
                f"{got:.1f} % of {PROBES}",
            )

    def release(self, share):
        text = (HERE / "mesh.yaml").read_text()
        assert SPLIT_LINE in text
        rest = f"orders@v1: {100 - share}, " if share < 100 else ""
        self.file.write_text(text.replace(SPLIT_LINE, f"- {{to: {{{rest}orders@v2: {share}}}}}"))
        self.weft("up")

    def count(self):
        self.traffic.stop()
        sent = self.traffic.snapshot()
        self.expect(
            "every request was answered",
            sent.sent == sent.answered,
            f"{sent.answered} of {sent.sent}",
        )
        agreed = self.until(lambda: self.entered() == sent.answered, 10)
        self.expect(
            "the map counts what the client counts",
            agreed,
            f"public → web: {self.entered()} on the map, {sent.answered} sent",
        )

    # --- helpers ----------------------------------------------------------------------------

    def status(self):
        return self.client.status()

    def service(self, name):
        return next(s for s in self.status().services if s.name == name)

    def is_back(self, victim):
        found = [i for i in self.service("orders").instances if i.id == victim.id]
        return (
            bool(found) and found[0].pid not in (None, victim.pid) and found[0].health == "healthy"
        )

    def entered(self):
        edges = self.status().edges
        return sum(e.requests for e in edges if e.caller_kind == "gateway" and e.callee == "web")

    def until(self, holds, seconds):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(WeftError):
                if holds():
                    return True
            time.sleep(0.1)
        return False

    def watch(self, seconds):
        """Who calls whom: live on a terminal, the last picture anywhere else."""
        lines = 0
        deadline = time.monotonic() + seconds
        while True:
            picture = who_calls_whom(self.status())
            last = time.monotonic() > deadline
            if sys.stdout.isatty() or last:
                print(f"\033[{lines}A\033[J" if lines else "", end="")
                print(picture, flush=True)
                lines = picture.count("\n") + 1
            if last:
                return
            time.sleep(0.5)


def who_calls_whom(status):
    rows = [
        (
            "",
            f"{e.caller} → {e.callee}{'@' + e.version if e.version else ''}",
            f"{e.rps:.0f}/s",
            percent(e.success),
            milliseconds(e.p50_ms),
            e.requests,
        )
        for e in status.edges
        if e.requests
    ]
    return columns(("     ", "who calls whom", "requests", "success", "p50", "in all"), rows) or ""


def plain_http(address, port):
    """What a plaintext request to *port* brings: nothing, if all is well."""
    with socket.create_connection((address, port), timeout=5) as connection:
        try:
            connection.sendall(b"GET / HTTP/1.1\r\nhost: orders\r\n\r\n")
            answer = connection.recv(1000)
        except ConnectionError:
            return b""
    return answer if answer.startswith(b"HTTP/") else b""


def stay(demo):
    demo.say("the mesh stays up: the shop is at http://127.0.0.1:8080")
    demo.say(f"a fresh link to the dashboard: {demo.weft('dashboard').strip()}")
    demo.say("Ctrl-C stops it")
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()


def main():
    # The apps say `python`; let it be this one, which has what they import.
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory(prefix="weft-shop-") as name:
        folder = Path(name) / "shop"
        shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns(".weft", "__pycache__"))
        demo = Demo(folder)
        try:
            demo.bring_up()
            demo.drive()
            demo.refuse_plaintext()
            demo.kill_one()
            demo.canary()
            demo.count()
            failed = [what for what, held in demo.results if not held]
            demo.say(f"{len(demo.results) - len(failed)} of {len(demo.results)} expectations held")
            if sys.stdout.isatty():
                stay(demo)
        except KeyboardInterrupt:
            failed = ["interrupted"]
        finally:
            demo.traffic.stop()
            print(demo.weft("down", check=False), end="")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
