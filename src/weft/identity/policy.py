"""What may be signed: an identity, a public key and a life -> nothing, or a refusal.

Pure: it reads no certificate, holds no key and asks no clock. Who asks for an
identity, and whether it is theirs, was settled by the registration before.
"""

import re
from typing import ClassVar, Final

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

from weft.errors import WeftError
from weft.model.names import LABEL, TRUST_DOMAIN

#: SPIFFE-ID section 2.3: a trust domain has at most 255 bytes.
LONGEST_TRUST_DOMAIN: Final = 255
#: What Envoy's TLS library can use as a certificate's key.
CURVES: Final = ("secp256r1", "secp384r1", "secp521r1")
SMALLEST_RSA_BITS: Final = 2048
#: The cost of a handshake grows with the cube of an RSA key; more than this serves nobody.
LARGEST_RSA_BITS: Final = 4096
#: Shorter, and a certificate would end before a renewal had a second try.
SHORTEST_LIFE_S: Final = 5.0
#: Nothing revokes a certificate but its end, so the end is never far away.
LONGEST_LIFE_S: Final = 86_400.0

_PATH: Final = re.compile(rf"/ns/{LABEL.pattern}/(service|gateway)/{LABEL.pattern}")


class IdentityRefused(WeftError):
    """The identity is none that this authority may sign."""

    code: ClassVar[str] = "identity-refused"

    def __init__(self, identity: str, why: str) -> None:
        super().__init__(f"the identity {identity!r} is not signed", why=why)


class KeyRefused(WeftError):
    """The public key is too weak, or none that a proxy can use."""

    code: ClassVar[str] = "key-refused"

    def __init__(self, why: str) -> None:
        super().__init__(
            "the key of the signing request is refused",
            why=why,
            fix=f"use an EC key on P-256, or RSA with {SMALLEST_RSA_BITS} bits or more",
        )


class LifeRefused(WeftError):
    """The asked life of a certificate is out of bounds."""

    code: ClassVar[str] = "life-refused"

    def __init__(self, life_s: float) -> None:
        super().__init__(
            f"a certificate cannot live for {life_s:g} s",
            why=f"it may live from {SHORTEST_LIFE_S:g} s to {LONGEST_LIFE_S / 3600:g} h",
            fix="set certificate_life of the mesh within these bounds",
        )


def check_trust_domain(trust_domain: str) -> None:
    """Raise unless *trust_domain* is one by SPIFFE-ID section 2.1."""
    if len(trust_domain) > LONGEST_TRUST_DOMAIN or not TRUST_DOMAIN.fullmatch(trust_domain):
        raise IdentityRefused(
            f"spiffe://{trust_domain}",
            "a trust domain has lower-case letters, digits, dots, dashes and underscores",
        )


def check_identity(identity: str, trust_domain: str) -> None:
    """Raise unless *identity* is a service or a gateway of *trust_domain*, spelt exactly.

    There is one spelling of each identity: both ends compare strings.
    """
    own = f"spiffe://{trust_domain}"
    if not identity.startswith(f"{own}/"):
        raise IdentityRefused(identity, f"this authority signs for {own} only")
    if not _PATH.fullmatch(identity, len(own)):
        raise IdentityRefused(identity, f"it is not {own}/ns/NAMESPACE/service/NAME or /gateway/")


def check_key(key: CertificatePublicKeyTypes) -> None:
    """Raise unless *key* is strong enough and of a type that Envoy can use."""
    match key:
        case ec.EllipticCurvePublicKey():
            if key.curve.name not in CURVES:
                raise KeyRefused(f"the curve {key.curve.name} is not P-256, P-384 or P-521")
        case rsa.RSAPublicKey():
            if not SMALLEST_RSA_BITS <= key.key_size <= LARGEST_RSA_BITS:
                raise KeyRefused(
                    f"an RSA key has {SMALLEST_RSA_BITS} to {LARGEST_RSA_BITS} bits, "
                    f"this one has {key.key_size}"
                )
        case _:
            raise KeyRefused(f"{type(key).__name__} is neither an EC nor an RSA key")


def check_life(life_s: float) -> None:
    """Raise unless a certificate may live for *life_s*."""
    if not SHORTEST_LIFE_S <= life_s <= LONGEST_LIFE_S:
        raise LifeRefused(life_s)
