"""What an agent says of its server, and how often."""

import asyncio
import time

from weft.agent.control import ServerAway
from weft.agent.report import Reporter, Whereabouts
from weft.api.agent import JOIN, Joined, Reported
from weft.telemetry import names


class Server:
    """Answers, or is away."""

    def __init__(self):
        self.away = False
        self.asked = 0

    async def ask(self, method, question, *, timeout):
        self.asked += 1
        if self.away:
            raise ServerAway("the server does not answer")
        if method is JOIN:
            return Joined("lease", 10, "shop", "", 3600)
        return Reported(known=True)


class Events(list):
    """A log in memory."""

    def info(self, event, **fields):
        self.append(event)

    warning = info


class Host:
    """Nothing to tell."""

    proxies = None
    instances = refusals = ()
    revision = 0


async def until(holds):
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


async def test_a_server_that_is_away_is_told_of_once_however_often_it_is_asked():
    server, log = Server(), Events()
    reporter = Reporter(server, Whereabouts("a", "127.0.0.1"), log, lambda: None)
    work = asyncio.create_task(reporter.run(Host()))
    try:
        for _ in range(2):
            server.away = False
            asked = server.asked
            reporter.news()
            await until(lambda asked=asked: server.asked >= asked + 2)
            server.away = True
            asked = server.asked
            reporter.news()
            await until(lambda asked=asked: server.asked >= asked + 4)
    finally:
        work.cancel()

    assert log.count(names.SERVER_LOST) == 2
