"""The authority of a mesh: it keeps the root key and signs workloads' certificates.

    signing request, identity, life  ->  sign()  ->  certificate chain

The root key stays in one file of mode 0600 and in this object; it never leaves
either. Who may have which identity is not known here: the caller has looked it
up in the registry, and of the request only the public key counts.

Files: `ca.key` and `ca.pem`. The key is written first. A key without a
certificate is therefore a start that was cut off, and its certificate is made
again; a certificate without its key is a loss, and no new root takes its place
unasked, since every workload would have to learn to trust it first.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from weft.errors import WeftError
from weft.identity import keyfile, policy
from weft.identity.x509 import (
    facts_of,
    fingerprint,
    leaf_certificate,
    read_certificates,
    read_request,
    root_certificate,
    write_certificates,
)

KEY_FILE: Final = "ca.key"
ROOT_FILE: Final = "ca.pem"
_PUBLIC_FILE: Final = 0o644


class RootLost(WeftError):
    """The mesh had a root, and its key is gone."""

    code: ClassVar[str] = "root-lost"

    def __init__(self, dir: Path, why: str) -> None:
        super().__init__(
            "the key of this mesh's root certificate is lost",
            why=f"{why}; a new root is not made unasked, because no workload would trust it",
            fix=f"put {KEY_FILE} and {ROOT_FILE} from a backup into {dir}, or stop the mesh "
            f"and move {dir} away to start over with a new root and an empty store",
        )


class RootUnusable(WeftError):
    """The root's files cannot be used together, or not for this mesh, or not now."""

    code: ClassVar[str] = "root-unusable"

    def __init__(self, dir: Path, why: str, fix: str = "") -> None:
        super().__init__(
            f"the root certificate in {dir} cannot be used",
            why=why,
            fix=fix or f"put {KEY_FILE} and {ROOT_FILE} from a backup into {dir}",
        )


@dataclass(frozen=True)
class Signed:
    """A signed certificate; *chain_pem* starts with it and leaves out the root."""

    chain_pem: str
    serial: str  # hexadecimal
    not_before: float
    not_after: float


class Authority:
    """The root of one mesh, and the hand that signs. Made by `open`."""

    def __init__(
        self,
        dir: Path,
        trust_domain: str,
        key: ec.EllipticCurvePrivateKey,
        root: x509.Certificate,
        now: Callable[[], float],
    ) -> None:
        self._dir = dir
        self._trust_domain = trust_domain
        self._key = key
        self._root = root
        self._now = now

    @classmethod
    def open(
        cls,
        dir: Path,
        trust_domain: str,
        now: Callable[[], float] = time.time,
        *,
        known_root: str | None = None,
    ) -> "Authority":
        """The authority whose files are in *dir*; the first start makes them.

        *known_root* is the fingerprint that the caller remembers from an
        earlier start, if any: with it, lost or exchanged files are noticed.
        """
        policy.check_trust_domain(trust_domain)
        keyfile.private_dir(dir, KEY_FILE)
        key = _key_in(dir, known_root)
        root = _root_in(dir, key, trust_domain, now())
        authority = cls(dir, trust_domain, key, root, now)
        authority._refuse_unusable(known_root)
        return authority

    @property
    def trust_domain(self) -> str:
        """The mesh that this authority signs for."""
        return self._trust_domain

    @property
    def roots_pem(self) -> str:
        """What a workload must trust."""
        return write_certificates([self._root])

    @property
    def root_fingerprint(self) -> str:
        """Stands for the root's key, for `known_root` at the next start."""
        return fingerprint(self._root.public_key())

    @property
    def root_not_after(self) -> float:
        """When the root ends; no certificate outlives it."""
        return facts_of(self._root).not_after

    def sign(self, csr_pem: str, identity: str, life_s: float) -> Signed:
        """A certificate that proves *identity* for the key in *csr_pem*.

        Nothing else is taken from the request: not its subject, its names,
        its extensions, nor how long it would like to live.
        """
        policy.check_identity(identity, self._trust_domain)
        policy.check_life(life_s)
        public_key = read_request(csr_pem)
        policy.check_key(public_key)
        self._refuse_expired()
        certificate = leaf_certificate(
            public_key,
            identity=identity,
            root=self._root,
            root_key=self._key,
            # 159 random bits: no two are alike, also after a restored backup.
            serial=x509.random_serial_number(),
            now=self._now(),
            life_s=life_s,
        )
        facts = facts_of(certificate)
        return Signed(
            write_certificates([certificate]), facts.serial, facts.not_before, facts.not_after
        )

    def __repr__(self) -> str:
        return f"Authority({self._trust_domain!r}, root {self.root_fingerprint[:16]})"

    def _refuse_unusable(self, known_root: str | None) -> None:
        if self._root.public_key() != self._key.public_key():
            raise RootUnusable(self._dir, f"{KEY_FILE} is not the key of {ROOT_FILE}")
        owner = facts_of(self._root).identities
        if owner != (f"spiffe://{self._trust_domain}",):
            raise RootUnusable(
                self._dir,
                f"it was made for {', '.join(owner) or 'no mesh'}, "
                f"and this mesh is called {self._trust_domain}",
                fix=f"give the mesh its old name back, or move {self._dir} away to start over",
            )
        if known_root not in (None, self.root_fingerprint):
            raise RootUnusable(self._dir, "it is not the root that this mesh has used before")
        self._refuse_expired()

    def _refuse_expired(self) -> None:
        facts, now = facts_of(self._root), self._now()
        if now >= facts.not_after:
            raise RootUnusable(
                self._dir,
                f"it ended on {self._root.not_valid_after_utc:%Y-%m-%d %H:%M} UTC",
                fix=f"stop the mesh, move {self._dir} away and start it: it makes a new root",
            )
        if now < facts.not_before:
            raise RootUnusable(
                self._dir,
                f"this host's clock stands {facts.not_before - now:.0f} s before its first moment",
                fix="set the host's clock",
            )


def _key_in(dir: Path, known_root: str | None) -> ec.EllipticCurvePrivateKey:
    """The root key in *dir*, made if this is the first start."""
    path = dir / KEY_FILE
    try:
        data = keyfile.read_secret(path)
    except FileNotFoundError:
        if (dir / ROOT_FILE).exists():
            raise RootLost(dir, f"{ROOT_FILE} is there and {KEY_FILE} is not") from None
        if known_root is not None:
            raise RootLost(dir, f"neither {KEY_FILE} nor {ROOT_FILE} is there") from None
        key = ec.generate_private_key(ec.SECP256R1())
        keyfile.create(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return key
    try:
        found = load_pem_private_key(data, password=None)
    except (ValueError, TypeError) as error:
        raise RootUnusable(dir, f"{KEY_FILE} is damaged") from error
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise RootUnusable(dir, f"{KEY_FILE} is not an EC key")
    return found


def _root_in(
    dir: Path, key: ec.EllipticCurvePrivateKey, trust_domain: str, now: float
) -> x509.Certificate:
    """The root certificate in *dir*, made for *key* if it is missing."""
    path = dir / ROOT_FILE
    try:
        (root,) = read_certificates(path.read_text("ascii"))
    except FileNotFoundError:
        root = root_certificate(
            key, trust_domain=trust_domain, serial=x509.random_serial_number(), now=now
        )
        keyfile.create(path, write_certificates([root]).encode("ascii"), _PUBLIC_FILE)
        return root
    except ValueError as error:
        raise RootUnusable(dir, f"{ROOT_FILE} is damaged, or holds more than one") from error
    return root
