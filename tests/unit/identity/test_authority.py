import ssl
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from cryptography.x509.verification import PolicyBuilder, Store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weft.errors import WeftError
from weft.identity.authority import Authority, RootLost, RootUnusable
from weft.identity.keyfile import KeyUnsafe
from weft.identity.policy import IdentityRefused, KeyRefused, LifeRefused
from weft.identity.x509 import RequestRefused, read_certificates, signing_request, svid_problems

NOW = 1_800_000_000.0
ORDERS = "spiffe://shop/ns/default/service/orders"
WEB = "spiffe://shop/ns/default/service/web"
KEY = ec.generate_private_key(ec.SECP256R1())
REQUEST = x509.load_pem_x509_csr(signing_request(KEY).encode()).public_bytes(Encoding.DER)


class Clock:
    def __init__(self, now=NOW):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def home(tmp_path):
    return tmp_path / "server"


@pytest.fixture
def authority(home):
    return Authority.open(home, "shop", Clock())


def leaf_of(signed):
    return read_certificates(signed.chain_pem)[0]


def test_the_first_start_makes_a_root_that_only_its_owner_can_read(home, authority):
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "ca.key").stat().st_mode) == 0o600
    assert sorted(file.name for file in home.iterdir()) == ["ca.key", "ca.pem"]
    assert (home / "ca.pem").read_text() == authority.roots_pem


def test_a_restart_keeps_the_root(home, authority):
    again = Authority.open(home, "shop", Clock(NOW + 5), known_root=authority.root_fingerprint)

    assert again.roots_pem == authority.roots_pem
    assert again.root_fingerprint == authority.root_fingerprint


def test_a_certificate_proves_the_identity_that_was_given(authority):
    signed = authority.sign(signing_request(KEY), ORDERS, 3600)
    roots = read_certificates(authority.roots_pem)

    assert svid_problems(leaf_of(signed), identity=ORDERS, roots=roots) == ()
    assert (signed.not_before, signed.not_after) == (NOW - 120, NOW + 3600)
    assert int(signed.serial, 16) == leaf_of(signed).serial_number


def test_serials_are_long_and_never_alike(authority):
    serials = {int(authority.sign(signing_request(KEY), ORDERS, 20).serial, 16) for _ in range(200)}

    assert len(serials) == 200
    assert max(serials).bit_length() > 128
    assert max(serials).bit_length() <= 159  # RFC 5280 section 4.1.2.2: 20 octets, positive


def test_no_certificate_outlives_the_root(home, authority):
    clock = Clock(authority.root_not_after - 60)
    late = Authority.open(home, "shop", clock)

    assert late.sign(signing_request(KEY), ORDERS, 3600).not_after == authority.root_not_after

    clock.now += 61
    with pytest.raises(RootUnusable, match="cannot be used"):
        late.sign(signing_request(KEY), ORDERS, 3600)


names = st.lists(
    st.sampled_from([WEB, ORDERS, "spiffe://bank/ns/default/service/web", "https://evil.example"]),
    max_size=3,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=names, authority_wanted=st.booleans(), common_name=st.text("abc", max_size=5))
def test_nothing_in_a_request_but_its_key_counts(authority, names, authority_wanted, common_name):
    subject = [x509.NameAttribute(NameOID.COMMON_NAME, common_name)] if common_name else []
    request = x509.CertificateSigningRequestBuilder(subject_name=x509.Name(subject))
    request = request.add_extension(
        x509.BasicConstraints(ca=authority_wanted, path_length=None), critical=True
    ).add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=True)
    if names:
        uris = [x509.UniformResourceIdentifier(name) for name in names]
        request = request.add_extension(x509.SubjectAlternativeName(uris), critical=False)
    pem = request.sign(KEY, hashes.SHA256()).public_bytes(Encoding.PEM).decode()

    leaf = leaf_of(authority.sign(pem, ORDERS, 20))

    roots = read_certificates(authority.roots_pem)
    assert svid_problems(leaf, identity=ORDERS, roots=roots) == ()
    assert list(leaf.subject) == []
    assert leaf.public_key() == KEY.public_key()
    assert ExtendedKeyUsageOID.CODE_SIGNING not in list(
        leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    )


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_bent_request_is_refused_or_signs_only_what_it_proves(authority, data):
    der = bytearray(REQUEST)
    for _ in range(data.draw(st.integers(1, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] = data.draw(st.integers(0, 255))
    pem = ssl.DER_cert_to_PEM_cert(bytes(der)).replace("CERTIFICATE", "CERTIFICATE REQUEST")

    try:
        signed = authority.sign(pem, ORDERS, 20)
    except WeftError:
        return

    roots = read_certificates(authority.roots_pem)
    assert svid_problems(leaf_of(signed), identity=ORDERS, roots=roots) == ()


def test_weak_keys_foreign_identities_and_long_lives_are_refused(authority):
    weak = x509.CertificateSigningRequestBuilder(subject_name=x509.Name([]))
    short = rsa.generate_private_key(65537, 1024)

    with pytest.raises(KeyRefused):
        authority.sign(
            weak.sign(short, hashes.SHA256()).public_bytes(Encoding.PEM).decode(), ORDERS, 20
        )
    with pytest.raises(IdentityRefused):
        authority.sign(signing_request(KEY), "spiffe://bank/ns/default/service/orders", 20)
    with pytest.raises(LifeRefused):
        authority.sign(signing_request(KEY), ORDERS, 365 * 86_400)
    with pytest.raises(RequestRefused):
        authority.sign("", ORDERS, 20)


def test_a_loose_key_stops_the_start(home, authority):
    (home / "ca.key").chmod(0o644)

    with pytest.raises(KeyUnsafe) as refusal:
        Authority.open(home, "shop", Clock())

    assert f"chmod 600 {home}/ca.key" in str(refusal.value)


def test_a_lost_key_is_explained_and_not_replaced(home, authority):
    (home / "ca.key").unlink()

    with pytest.raises(RootLost) as loss:
        Authority.open(home, "shop", Clock())

    assert "backup" in loss.value.fix
    assert not (home / "ca.key").exists()


def test_a_root_that_is_remembered_is_missed_when_both_files_are_gone(home, authority):
    (home / "ca.key").unlink()
    (home / "ca.pem").unlink()

    with pytest.raises(RootLost):
        Authority.open(home, "shop", Clock(), known_root=authority.root_fingerprint)

    assert list(home.iterdir()) == []


def test_a_start_that_was_cut_off_after_the_key_is_finished(home, authority):
    (home / "ca.pem").unlink()
    signed = authority.sign(signing_request(KEY), ORDERS, 20)

    again = Authority.open(home, "shop", Clock(), known_root=authority.root_fingerprint)

    roots = read_certificates(again.roots_pem)
    assert svid_problems(leaf_of(signed), identity=ORDERS, roots=roots) == ()


def test_an_exchanged_root_is_noticed(home, authority, tmp_path):
    other = Authority.open(tmp_path / "other", "shop", Clock())

    with pytest.raises(RootUnusable, match="cannot be used"):
        Authority.open(home, "shop", Clock(), known_root=other.root_fingerprint)

    (home / "ca.pem").write_text(other.roots_pem)
    with pytest.raises(RootUnusable) as refusal:
        Authority.open(home, "shop", Clock())
    assert "ca.key is not the key of ca.pem" in refusal.value.why


def test_another_meshs_root_is_refused(home, authority):
    with pytest.raises(RootUnusable) as refusal:
        Authority.open(home, "bank", Clock())

    assert "spiffe://shop" in refusal.value.why
    assert "bank" in refusal.value.why


def test_an_ended_root_and_a_wrong_clock_are_told_apart(home, authority):
    with pytest.raises(RootUnusable) as ended:
        Authority.open(home, "shop", Clock(authority.root_not_after))
    with pytest.raises(RootUnusable) as early:
        Authority.open(home, "shop", Clock(NOW - 3600))

    assert "it ended on" in ended.value.why
    assert "clock" in early.value.why


@pytest.mark.parametrize("name", ["ca.key", "ca.pem"])
@pytest.mark.parametrize("content", [b"", b"garbage", b"\xff\xfe"])
def test_damaged_files_are_named(home, authority, name, content):
    (home / name).write_bytes(content)

    with pytest.raises(RootUnusable) as refusal:
        Authority.open(home, "shop", Clock())

    assert name in refusal.value.why


def test_the_key_is_never_shown(authority, home):
    key = (home / "ca.key").read_text().splitlines()[1]

    assert key not in repr(authority)
    assert key not in repr(vars(authority))


def test_two_servers_that_start_at_once_do_not_make_two_roots(home):
    gate = threading.Barrier(4)

    def start():
        gate.wait()
        try:
            return Authority.open(home, "shop", Clock()).root_fingerprint
        except (OSError, WeftError):
            return None  # the loser of the race finds the other's half of the work

    with ThreadPoolExecutor(4) as pool:
        roots = {found for found in pool.map(lambda _: start(), range(4)) if found}

    assert roots == {Authority.open(home, "shop", Clock()).root_fingerprint}


def test_the_standard_verifier_accepts_the_chain(authority):
    signed = authority.sign(signing_request(KEY), ORDERS, 3600)
    store = Store(read_certificates(authority.roots_pem))

    for now in (NOW - 100, NOW, NOW + 3500):
        policy = PolicyBuilder().store(store).time(datetime.fromtimestamp(now, UTC))
        verified = policy.build_client_verifier().verify(leaf_of(signed), [])
        assert verified.subjects == [x509.UniformResourceIdentifier(ORDERS)]


def tls(authority, tmp_path, identity, server_side):
    """A strict TLS 1.3 context for *identity*, as OpenSSL understands it."""
    key = ec.generate_private_key(ec.SECP256R1())
    signed = authority.sign(signing_request(key), identity, 3600)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    file = tmp_path / f"{identity.rpartition('/')[2]}.pem"
    file.write_text(pem + signed.chain_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if server_side else ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=authority.roots_pem)
    context.load_cert_chain(file)
    return context


def shake_hands(client, server):
    """Both ends' view of the other's names after a handshake in memory."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = (
        client.wrap_bio(down, up, server_side=False),
        server.wrap_bio(up, down, server_side=True),
    )
    for _ in range(4):
        for end in ends:
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert [end.version() for end in ends] == ["TLSv1.3", "TLSv1.3"]
    return [end.getpeercert()["subjectAltName"] for end in ends]


def test_two_workloads_shake_hands_and_see_each_others_identity(home, tmp_path):
    authority = Authority.open(home, "shop")

    seen = shake_hands(
        tls(authority, tmp_path, WEB, server_side=False),
        tls(authority, tmp_path, ORDERS, server_side=True),
    )

    assert seen == [(("URI", ORDERS),), (("URI", WEB),)]


def test_a_workload_of_another_root_is_turned_away(home, tmp_path):
    ours = Authority.open(home, "shop")
    theirs = Authority.open(tmp_path / "theirs", "shop")

    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(
            tls(theirs, tmp_path, WEB, server_side=False),
            tls(ours, tmp_path, ORDERS, server_side=True),
        )
