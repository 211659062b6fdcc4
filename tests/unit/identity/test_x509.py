from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store

from weft.identity.x509 import (
    BACKDATE_S,
    LARGEST_REQUEST,
    RequestRefused,
    facts_of,
    leaf_certificate,
    read_certificates,
    read_request,
    root_certificate,
    signing_request,
    svid_problems,
    write_certificates,
)

NOW = 1_800_000_000.0
ORDERS = "spiffe://shop/ns/default/service/orders"
KEY = ec.generate_private_key(ec.SECP256R1())
ROOT_KEY = ec.generate_private_key(ec.SECP256R1())
ROOT = root_certificate(ROOT_KEY, trust_domain="shop", serial=1, now=NOW)

# Made by `openssl req -new -newkey rsa:2048 -subj / -sha1`: cryptography signs with it no more.
SHA1_REQUEST = """-----BEGIN CERTIFICATE REQUEST-----
MIICRTCCAS0CAQAwADCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAK+q
o2ImHRRulqTtWsXFts5uuxn27O3/wTLPZg7GVZ4NALz7OergSDWlFNLa10z03IVE
i4oDZpzEiUFpl26nHHwtrufvXoQaHRiB1K7lcodoLWIXJMpZmbgttty+C3/vmVTt
bDURmMK5+o8sXraWFBgbWZLjfER5mal0g11t1RvUXnf0iyRslhH7EoEZ4Pxof5Dy
48plPiYZC5FjIOs4nsCwjymOVmX56DSu9oN5r+6elAJcCJlV+vqECVC3ujbx4yCY
jBpFrliwehZP1IcHBK4bV/Ld9KATQfDnEh3i02f3Vx5fBe7mzwIG2wmy72flydcE
YLkYS9h+II1yjYGpdqkCAwEAAaAAMA0GCSqGSIb3DQEBBQUAA4IBAQBQ8jbZR9u3
LSft/N31ACELRGLSpUooS9aedxkivFd/2XXC9dRWjUf60ncSdo+aVZsGwBKQSR6J
pbYGtKB+AHCacMJX1+wqJ7AhO9AtCdEJvKP1zg0LVZV0wFDDJDUZ5twl3sDvYHmI
D0VH8NNtVF/zpKQeKXojpVAuPBsY8ct7+pcx5mFA6mwMExfOUqmmzQRzVzcG/pbb
NHZ9q8YMJlL+jcpslqZxntpR+cwgVkZuloEAx7Vvfcj1cuiu+jNvRUYiLYcx3cgj
MVkFe9XEfpJ1sTbzSLjyF6mJb628wE8bMA6086OoQPKXzF8+x1K/iDoBV0XSB9gX
s8Vp7As3YBu2
-----END CERTIFICATE REQUEST-----
"""


def leaf(*, identity=ORDERS, now=NOW, life_s=3600.0, root=ROOT, root_key=ROOT_KEY, key=KEY):
    return leaf_certificate(
        key.public_key(),
        identity=identity,
        root=root,
        root_key=root_key,
        serial=2,
        now=now,
        life_s=life_s,
    )


def extension(certificate, type):
    return certificate.extensions.get_extension_for_class(type)


def test_a_leaf_has_one_uri_name_no_subject_and_may_not_sign_others():
    names = extension(leaf(), x509.SubjectAlternativeName)
    constraints = extension(leaf(), x509.BasicConstraints)
    usage = extension(leaf(), x509.KeyUsage)

    assert list(names.value) == [x509.UniformResourceIdentifier(ORDERS)]
    assert names.critical  # the subject is empty
    assert list(leaf().subject) == []
    assert (constraints.value.ca, constraints.critical) == (False, True)
    assert (usage.value.digital_signature, usage.critical) == (True, True)
    assert (usage.value.key_cert_sign, usage.value.crl_sign) == (False, False)
    assert set(extension(leaf(), x509.ExtendedKeyUsage).value) == {
        ExtendedKeyUsageOID.CLIENT_AUTH,
        ExtendedKeyUsageOID.SERVER_AUTH,
    }


def test_a_root_signs_leaves_only():
    constraints = extension(ROOT, x509.BasicConstraints)
    usage = extension(ROOT, x509.KeyUsage)

    assert (constraints.value.ca, constraints.value.path_length) == (True, 0)
    assert constraints.critical
    assert (usage.value.key_cert_sign, usage.value.digital_signature) == (True, False)
    assert facts_of(ROOT).identities == ("spiffe://shop",)


def test_a_leaf_is_backdated_and_keeps_its_whole_life():
    facts = facts_of(leaf(life_s=20.0))

    assert facts.not_before == NOW - BACKDATE_S
    assert facts.not_after == NOW + 20.0


def test_a_leaf_never_outlives_its_root():
    root = root_certificate(ROOT_KEY, trust_domain="shop", serial=1, now=NOW, life_s=100.0)

    assert facts_of(leaf(root=root, life_s=3600.0)).not_after == NOW + 100.0


def test_a_root_made_again_from_its_key_stands_for_the_first():
    again = root_certificate(ROOT_KEY, trust_domain="shop", serial=9, now=NOW + 5)

    assert again.subject == ROOT.subject
    assert svid_problems(leaf(), identity=ORDERS, roots=[again]) == ()


def test_another_verifier_accepts_a_leaf_for_both_roles():
    policy = PolicyBuilder().store(Store([ROOT])).time(datetime.fromtimestamp(NOW, UTC))

    verified = policy.build_client_verifier().verify(leaf(), [])

    assert verified.subjects == [x509.UniformResourceIdentifier(ORDERS)]


def test_svid_problems_names_everything_that_is_wrong():
    stranger = ec.generate_private_key(ec.SECP256R1())
    other = root_certificate(stranger, trust_domain="shop", serial=1, now=NOW)

    assert svid_problems(leaf(), identity=ORDERS, roots=[other, ROOT]) == ()
    assert svid_problems(leaf(), identity=ORDERS + "s", roots=[other]) == (
        f"it names ('{ORDERS}',) and not {ORDERS}s",
        "no known root has signed it",
    )
    assert set(svid_problems(ROOT, identity="spiffe://shop", roots=[ROOT])) == {
        "it may sign others",
        "its key may not sign",
        "its key may certify",
    }


def test_a_certificate_with_two_uri_names_proves_neither():
    names = [x509.UniformResourceIdentifier(ORDERS), x509.UniformResourceIdentifier(ORDERS + "2")]
    double = (
        x509.CertificateBuilder(
            issuer_name=ROOT.subject, subject_name=x509.Name([]), public_key=KEY.public_key()
        )
        .serial_number(3)
        .not_valid_before(ROOT.not_valid_before_utc)
        .not_valid_after(ROOT.not_valid_after_utc)
        .add_extension(x509.SubjectAlternativeName(names), critical=True)
        .sign(ROOT_KEY, hashes.SHA256())
    )

    assert any("names" in p for p in svid_problems(double, identity=ORDERS, roots=[ROOT]))


def test_certificates_survive_being_written_and_read():
    certificates = (leaf(), ROOT)

    assert read_certificates(write_certificates(certificates)) == certificates


def test_a_request_proves_its_key():
    assert read_request(signing_request(KEY)) == KEY.public_key()


def test_a_request_whose_signature_was_made_by_another_key_is_refused():
    der = bytearray(
        x509.load_pem_x509_csr(signing_request(KEY).encode()).public_bytes(Encoding.DER)
    )
    der[-1] ^= 1
    bent = x509.load_der_x509_csr(bytes(der)).public_bytes(Encoding.PEM).decode()

    with pytest.raises(RequestRefused, match="signature"):
        read_request(bent)


def test_a_request_signed_with_sha1_is_refused():
    with pytest.raises(RequestRefused, match="sha1"):
        read_request(SHA1_REQUEST)


@pytest.mark.parametrize("pem", ["", "hello", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n", "\0"])
def test_what_is_no_request_is_refused(pem):
    with pytest.raises(RequestRefused):
        read_request(pem)


def test_an_oversize_request_is_refused_unread():
    with pytest.raises(RequestRefused, match="longer"):
        read_request(signing_request(KEY) + "x" * LARGEST_REQUEST)
