"""Certificates of the mesh: keys and names <-> X.509 by SPIFFE's X509-SVID rules.

    key, trust domain             ->  root_certificate()
    public key, identity, root    ->  leaf_certificate()
    key                           ->  signing_request()  ->  read_request()  ->  public key

Pure: keys, serials and the time are arguments. It decides nothing: what may be
signed is `policy`'s. A signing request carries a key and nothing else that
counts; its subject and its extensions are never read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar, Final, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from weft.errors import WeftError

T = TypeVar("T", bound=x509.ExtensionType)

#: Hosts' clocks differ: a certificate is valid from so long before it was signed.
BACKDATE_S: Final = 120.0
#: The root is renewed by hand, so it outlives the machines it was made on.
ROOT_LIFE_S: Final = 10 * 365.25 * 86_400
LARGEST_REQUEST: Final = 16 * 1024
_WEAK_DIGESTS: Final = (hashes.MD5, hashes.SHA1)
_UNREADABLE: Final = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    InvalidSignature,
    x509.InvalidVersion,
)


class RequestRefused(WeftError):
    """A signing request that cannot be read or does not prove that its sender holds the key."""

    code: ClassVar[str] = "csr-refused"

    def __init__(self, why: str) -> None:
        super().__init__("the signing request is refused", why=why)


@dataclass(frozen=True)
class Facts:
    """What a certificate says, as far as people and schedules want to know it."""

    identities: tuple[str, ...]  # its URI SANs; a good one has exactly one
    serial: str  # hexadecimal
    not_before: float
    not_after: float


def root_certificate(
    key: ec.EllipticCurvePrivateKey,
    *,
    trust_domain: str,
    serial: int,
    now: float,
    life_s: float = ROOT_LIFE_S,
) -> x509.Certificate:
    """The self-signed root of *trust_domain*.

    Its name holds a piece of its key, so that two roots of one mesh are told
    apart, and a root made again from the same key stands for the first one.
    """
    public = key.public_key()
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Weft"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Root {fingerprint(public)[:16]}"),
        ]
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(public)
    return (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=public)
        .serial_number(serial)
        .not_valid_before(_time(now - BACKDATE_S))
        .not_valid_after(_time(now + life_s))
        # Leaves are signed by the root itself: no authority may stand below it.
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(authority=True), critical=True)
        .add_extension(_uri(f"spiffe://{trust_domain}"), critical=False)
        .add_extension(identifier, critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )


def leaf_certificate(
    public_key: CertificatePublicKeyTypes,
    *,
    identity: str,
    root: x509.Certificate,
    root_key: ec.EllipticCurvePrivateKey,
    serial: int,
    now: float,
    life_s: float,
) -> x509.Certificate:
    """A workload's certificate; it ends with its root at the latest."""
    first, last = root.not_valid_before_utc, root.not_valid_after_utc
    issuer = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return (
        x509.CertificateBuilder(
            issuer_name=root.subject, subject_name=x509.Name([]), public_key=public_key
        )
        .serial_number(serial)
        .not_valid_before(max(_time(now - BACKDATE_S), first))
        .not_valid_after(min(_time(now + life_s), last))
        # RFC 5280 section 4.2.1.6: with an empty subject, the SAN is critical.
        .add_extension(_uri(identity), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(
            x509.ExtendedKeyUsage(
                [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
            ),
            critical=False,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer),
            critical=False,
        )
        .sign(root_key, hashes.SHA256())
    )


def signing_request(key: ec.EllipticCurvePrivateKey) -> str:
    """A request to sign the public half of *key*: it names nobody."""
    request = x509.CertificateSigningRequestBuilder(subject_name=x509.Name([]))
    return request.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode("ascii")


def read_request(pem: str) -> CertificatePublicKeyTypes:
    """The public key of a signing request whose sender has shown to hold the private one."""
    if len(pem) > LARGEST_REQUEST:
        raise RequestRefused(f"it is longer than {LARGEST_REQUEST} bytes")
    try:
        request = x509.load_pem_x509_csr(pem.encode())
        digest = request.signature_hash_algorithm
        key = request.public_key()
        proven = request.is_signature_valid
    except _UNREADABLE as error:
        raise RequestRefused(f"it cannot be read: {error}") from error
    if isinstance(digest, _WEAK_DIGESTS):
        raise RequestRefused(f"it is signed with {digest.name}, which is broken")
    if not proven:
        raise RequestRefused("its signature does not fit its key")
    return key


def read_certificates(pem: str) -> tuple[x509.Certificate, ...]:
    """The certificates in *pem*, in order; raises ValueError if it holds none or bad ones."""
    try:
        return tuple(x509.load_pem_x509_certificates(pem.encode()))
    except x509.InvalidVersion as error:
        raise ValueError(str(error)) from error


def write_certificates(certificates: Iterable[x509.Certificate]) -> str:
    """*certificates* as PEM, one after another."""
    return "".join(c.public_bytes(Encoding.PEM).decode("ascii") for c in certificates)


def fingerprint(key: CertificatePublicKeyTypes) -> str:
    """The SHA-256 of a public key: the same for every certificate that is made for it."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
    return digest.finalize().hex()


def facts_of(certificate: x509.Certificate) -> Facts:
    """What *certificate* says."""
    return Facts(
        identities=_uris(certificate),
        serial=f"{certificate.serial_number:x}",
        not_before=certificate.not_valid_before_utc.timestamp(),
        not_after=certificate.not_valid_after_utc.timestamp(),
    )


def svid_problems(
    certificate: x509.Certificate, *, identity: str, roots: Iterable[x509.Certificate]
) -> tuple[str, ...]:
    """Everything that keeps *certificate* from proving *identity* under one of *roots*."""
    found = _uris(certificate)
    usage = _extension(certificate, x509.KeyUsage)
    constraints = _extension(certificate, x509.BasicConstraints)
    checks = (
        (found == (identity,), f"it names {found or 'nobody'} and not {identity}"),
        (constraints is not None and not constraints.ca, "it may sign others"),
        (usage is not None and usage.digital_signature, "its key may not sign"),
        (usage is None or not (usage.key_cert_sign or usage.crl_sign), "its key may certify"),
        (any(_issued(certificate, root) for root in roots), "no known root has signed it"),
    )
    return tuple(problem for fine, problem in checks if not fine)


def _issued(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(root)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _uris(certificate: x509.Certificate) -> tuple[str, ...]:
    names = _extension(certificate, x509.SubjectAlternativeName)
    return tuple(names.get_values_for_type(x509.UniformResourceIdentifier)) if names else ()


def _extension(certificate: x509.Certificate, type: type[T]) -> T | None:
    try:
        return certificate.extensions.get_extension_for_class(type).value
    except x509.ExtensionNotFound:
        return None


def _uri(uri: str) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uri)])


def _usage(*, authority: bool) -> x509.KeyUsage:
    """X509-SVID section 4.3: an authority's key certifies, a leaf's key signs."""
    return x509.KeyUsage(
        digital_signature=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _time(seconds: float) -> datetime:
    """Certificates know whole seconds only."""
    return datetime.fromtimestamp(int(seconds), UTC)
