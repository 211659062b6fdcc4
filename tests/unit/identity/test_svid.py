import asyncio
import contextlib
import logging
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from weft.errors import WeftError
from weft.identity.authority import Authority
from weft.identity.renewal import Alarm
from weft.identity.svid import ClockSkewed, ReplyRefused, SvidKeeper, checked
from weft.identity.x509 import facts_of, read_certificates, signing_request

ORDERS = "spiffe://shop/ns/default/service/orders"
WEB = "spiffe://shop/ns/default/service/web"
NOW = 1_800_000_000.0


class FakeTime:
    """A clock that sleeping moves on."""

    def __init__(self):
        self.now = NOW
        self.naps = []

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.naps.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Reply:
    chain_pem: str
    roots_pem: str


class Server:
    """The authority as an agent sees it: it may be away, hang, or answer nonsense."""

    def __init__(self, dir, time, life_s):
        self.authority = Authority.open(dir, "shop", time)
        self.life_s = life_s
        self.requests = []
        self.trouble = None

    async def sign(self, csr_pem):
        self.requests.append(csr_pem)
        if self.trouble is not None:
            raise self.trouble
        signed = self.authority.sign(csr_pem, ORDERS, self.life_s)
        return Reply(signed.chain_pem, self.authority.roots_pem)


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def server(tmp_path, time):
    return Server(tmp_path / "server", time, life_s=3600)


@pytest.fixture
def seen():
    return []


@pytest.fixture
def keeper(server, time, seen):
    return SvidKeeper(
        ORDERS, server.sign, seen.append, now=time, jitter=lambda: 0.5, sleep=time.sleep
    )


async def run_until(keeper, condition):
    async def wait():
        while not condition():
            await asyncio.sleep(0)

    running = asyncio.create_task(keeper.run())
    try:
        await asyncio.wait_for(wait(), 20)
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_the_first_certificate_comes_at_once(keeper, seen, time):
    await run_until(keeper, lambda: seen)

    assert seen[0] == keeper.svid == await keeper.ready()
    assert seen[0].identity == ORDERS
    assert seen[0].issued == NOW


async def test_the_key_fits_the_certificate_and_is_new_each_time(keeper, seen):
    await run_until(keeper, lambda: len(seen) == 3)

    for svid in seen:
        key = load_pem_private_key(svid.key_pem.encode(), None)
        assert key.public_key() == read_certificates(svid.chain_pem)[0].public_key()
    assert len({svid.key_pem for svid in seen}) == 3
    assert len({svid.serial for svid in seen}) == 3


async def test_a_certificate_is_renewed_at_half_of_its_life(keeper, seen):
    await run_until(keeper, lambda: len(seen) == 3)

    assert [svid.issued - NOW for svid in seen] == [0, 1800, 3600]


async def test_backdating_takes_nothing_from_a_short_life(keeper, seen, server):
    server.life_s = 20

    await run_until(keeper, lambda: len(seen) == 4)

    assert [svid.issued - NOW for svid in seen] == [0, 10, 20, 30]
    assert seen[0].not_before == NOW - 120


async def test_jitter_spreads_renewals(server, time, seen):
    late = SvidKeeper(
        ORDERS, server.sign, seen.append, now=time, jitter=lambda: 1, sleep=time.sleep
    )

    await run_until(late, lambda: len(seen) == 2)

    assert seen[1].issued - NOW == pytest.approx(1980)


async def test_the_old_certificate_stays_while_the_server_is_away(keeper, seen, server, time):
    await run_until(keeper, lambda: seen)
    server.trouble = ConnectionRefusedError("no server")

    await run_until(keeper, lambda: time.now > NOW + 2400)

    assert keeper.svid is seen[0]
    assert keeper.state.failures > 10
    assert keeper.state.reason == "the server cannot be reached: no server"
    assert keeper.state.alarm is Alarm.NONE


async def test_a_late_renewal_alarms_and_a_good_one_calms(keeper, seen, server, time):
    await run_until(keeper, lambda: seen)
    server.trouble = WeftError("refused", why="not registered")
    alarms = []

    for share in (0.60, 0.70, 0.92, 1.1):
        await run_until(keeper, lambda share=share: time.now >= NOW + 3600 * share)
        alarms.append(keeper.state.alarm)
    server.trouble = None
    await run_until(keeper, lambda: len(seen) == 2)

    assert alarms == [Alarm.NONE, Alarm.WARNING, Alarm.CRITICAL, Alarm.CRITICAL]
    assert (keeper.state.alarm, keeper.state.failures, keeper.state.reason) == (Alarm.NONE, 0, "")


async def test_a_short_outage_costs_a_short_certificate_nothing(keeper, seen, server, time):
    server.life_s = 20
    await run_until(keeper, lambda: seen)
    server.trouble = OSError("away")
    await run_until(keeper, lambda: time.now >= NOW + 16)
    server.trouble = None

    await run_until(keeper, lambda: len(seen) == 2)

    assert seen[1].issued < seen[0].not_after - 2


async def test_before_the_first_certificate_the_server_is_asked_often(keeper, seen, server, time):
    server.trouble = OSError("not up yet")

    await run_until(keeper, lambda: time.now >= NOW + 60)

    assert max(time.naps) <= 2.0
    assert keeper.state.alarm is Alarm.CRITICAL
    assert keeper.svid is None


async def test_renewing_on_demand_does_not_wait(keeper, seen, server, time):
    await run_until(keeper, lambda: seen)

    keeper.renew()
    await run_until(keeper, lambda: len(seen) == 2)

    assert seen[1].issued <= NOW + 20


async def test_a_failed_renewal_on_demand_is_tried_again(keeper, seen, server, time):
    await run_until(keeper, lambda: seen)
    server.trouble = OSError("away")
    keeper.renew()
    await run_until(keeper, lambda: keeper.state.failures)
    server.trouble = None

    await run_until(keeper, lambda: len(seen) == 2)

    assert seen[1].issued < NOW + 60


async def test_a_host_that_slept_renews_soon_after_waking(keeper, seen, time):
    await run_until(keeper, lambda: seen)

    time.now += 12 * 3600
    assert keeper.state.alarm is Alarm.CRITICAL
    await run_until(keeper, lambda: len(seen) == 2)

    assert seen[1].issued <= NOW + 12 * 3600 + 10


async def test_long_waits_are_naps_so_that_a_set_clock_is_noticed(keeper, seen, time):
    await run_until(keeper, lambda: len(seen) == 2)

    assert max(time.naps) <= 10


async def test_a_clock_that_was_set_back_gets_a_certificate_of_its_time(keeper, seen, server, time):
    time.now += 7200
    await run_until(keeper, lambda: seen)

    time.now -= 3600
    await run_until(keeper, lambda: len(seen) == 2)

    assert seen[1].not_before < time.now


async def test_a_reply_that_does_not_come_is_given_up(server, seen):
    async def hangs(csr_pem):
        await asyncio.Event().wait()

    keeper = SvidKeeper(ORDERS, server.sign, seen.append)
    keeper._svid = replace_life(await first(server), left_s=0.1)
    keeper._sign = hangs

    await run_until(keeper, lambda: keeper.state.failures)

    assert keeper.state.reason == "the server did not answer in time"


async def first(server):
    got = []
    keeper = SvidKeeper(ORDERS, server.sign, got.append, now=server.authority._now)
    await run_until(keeper, lambda: got)
    return got[0]


def replace_life(svid, left_s):
    import time

    return replace(svid, issued=0.0, not_before=0.0, not_after=time.time() + left_s)


def sign(server, key, identity=ORDERS, life_s=3600):
    signed = server.authority.sign(signing_request(key), identity, life_s)
    return Reply(signed.chain_pem, server.authority.roots_pem)


def test_a_reply_for_another_identity_or_key_is_not_used(server):
    mine, other = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))

    with pytest.raises(ReplyRefused, match="not used") as wrong_name:
        checked(ORDERS, mine, sign(server, mine, WEB), NOW)
    with pytest.raises(ReplyRefused) as wrong_key:
        checked(ORDERS, mine, sign(server, other), NOW)

    assert WEB in wrong_name.value.why
    assert wrong_key.value.why == "it is for another key"


def test_a_reply_that_its_own_roots_did_not_sign_is_not_used(server, tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    stranger = Authority.open(tmp_path / "stranger", "shop", lambda: NOW)
    reply = Reply(sign(server, key).chain_pem, stranger.roots_pem)

    with pytest.raises(ReplyRefused) as refusal:
        checked(ORDERS, key, reply, NOW)

    assert refusal.value.why == "no known root has signed it"


@pytest.mark.parametrize("pem", ["", "nonsense"])
def test_a_reply_that_cannot_be_read_is_not_used(server, pem):
    key = ec.generate_private_key(ec.SECP256R1())

    with pytest.raises(ReplyRefused, match="not used"):
        checked(ORDERS, key, replace(sign(server, key), chain_pem=pem), NOW)


@pytest.mark.parametrize(
    ("now", "words"),
    [(NOW - 300, "300 s behind"), (NOW + 3600, "3600 s ahead of")],
)
def test_clocks_that_are_too_far_apart_are_named_with_their_distance(server, now, words):
    key = ec.generate_private_key(ec.SECP256R1())

    with pytest.raises(ClockSkewed) as skew:
        checked(ORDERS, key, sign(server, key), now)

    assert words in skew.value.why


@pytest.mark.parametrize("now", [NOW - 119, NOW + 300])
def test_clocks_that_differ_a_little_do_no_harm(server, now):
    key = ec.generate_private_key(ec.SECP256R1())

    assert checked(ORDERS, key, sign(server, key), now).issued == now


async def test_a_key_is_never_shown_written_or_logged(keeper, seen, tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        await run_until(keeper, lambda: len(seen) == 2)

    secret = seen[0].key_pem.splitlines()[1]
    assert secret not in repr(seen[0])
    assert secret not in str(seen[0])
    assert secret not in repr(keeper)
    assert secret not in repr(keeper.state)
    assert secret not in caplog.text
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(secret in file.read_text() for file in files)


async def test_the_state_tells_what_is_served(keeper, seen, time):
    await run_until(keeper, lambda: seen)
    time.now = NOW + 100
    facts = facts_of(read_certificates(seen[0].chain_pem)[0])

    state = keeper.state

    assert (state.identity, state.serial) == (ORDERS, facts.serial)
    assert (state.not_before, state.not_after, state.left_s) == (NOW - 120, NOW + 3600, 3500)
