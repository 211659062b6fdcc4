"""Secrets: PEM texts -> the two resources that Envoy's TLS asks for by name.

They are made by the agent, from keys that never leave its host, and exist
nowhere but in its memory and in Envoy's.
"""

from weft.compile import names
from weft.compile.fields import inline
from weft.compile.resources import Resource, resource
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.common_pb2 import (
    CertificateValidationContext,
    TlsCertificate,
)
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.secret_pb2 import Secret


def identity_secret(chain_pem: str, key_pem: str) -> Resource:
    """What the workload proves its identity with: its certificate, the chain above it, its key."""
    certificate = TlsCertificate(certificate_chain=inline(chain_pem), private_key=inline(key_pem))
    return resource(
        names.IDENTITY_SECRET, Secret(name=names.IDENTITY_SECRET, tls_certificate=certificate)
    )


def trust_secret(roots_pem: str) -> Resource:
    """What peers' certificates must come from."""
    roots = CertificateValidationContext(trusted_ca=inline(roots_pem))
    return resource(names.TRUST_SECRET, Secret(name=names.TRUST_SECRET, validation_context=roots))
