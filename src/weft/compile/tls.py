"""TLS: mutual, version 1.3 only, identities by SDS, and the peer's SPIFFE ID checked.

The certificate and the roots arrive by name, so that renewing one changes no
cluster and no listener. Sessions are never resumed: a resumed one would skip
the check of a certificate, and of an identity that may have lost its rights.
"""

from typing import Final

from weft.compile import names
from weft.compile.fields import FROM_ADS, YES, boxed, exactly, transport_socket
from weft.envoy.api.envoy.config.core.v3.base_pb2 import TransportSocket
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.common_pb2 import (
    CertificateValidationContext,
    SubjectAltNameMatcher,
    TlsParameters,
)
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.secret_pb2 import SdsSecretConfig
from weft.envoy.api.envoy.extensions.transport_sockets.tls.v3.tls_pb2 import (
    CommonTlsContext,
    DownstreamTlsContext,
    UpstreamTlsContext,
)
from weft.envoy.api.envoy.type.matcher.v3.string_pb2 import StringMatcher

_NAME: Final = "envoy.transport_sockets.tls"


def to_service(identity: str) -> TransportSocket:
    """TLS towards a peer that must prove exactly *identity*."""
    return transport_socket(
        _NAME,
        UpstreamTlsContext(
            common_tls_context=_common(exactly(identity)),
            max_session_keys=boxed(0),
        ),
    )


def from_mesh(trust_domain: str) -> TransportSocket:
    """TLS from peers that must prove some identity of *trust_domain*."""
    return transport_socket(
        _NAME,
        DownstreamTlsContext(
            common_tls_context=_common(StringMatcher(prefix=f"spiffe://{trust_domain}/")),
            require_client_certificate=YES,
            disable_stateless_session_resumption=True,
            disable_stateful_session_resumption=True,
        ),
    )


def _common(peer: StringMatcher) -> CommonTlsContext:
    return CommonTlsContext(
        tls_params=TlsParameters(
            tls_minimum_protocol_version=TlsParameters.TLSv1_3,
            tls_maximum_protocol_version=TlsParameters.TLSv1_3,
        ),
        tls_certificate_sds_secret_configs=[_secret(names.IDENTITY_SECRET)],
        combined_validation_context=CommonTlsContext.CombinedCertificateValidationContext(
            default_validation_context=CertificateValidationContext(
                match_typed_subject_alt_names=[
                    SubjectAltNameMatcher(san_type=SubjectAltNameMatcher.URI, matcher=peer)
                ]
            ),
            validation_context_sds_secret_config=_secret(names.TRUST_SECRET),
        ),
    )


def _secret(name: str) -> SdsSecretConfig:
    return SdsSecretConfig(name=name, sds_config=FROM_ADS)
