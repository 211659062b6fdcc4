"""A pair of Envoys in the shape that sidecar meshes use, written by hand, to measure against.

HTTP at both ends: the caller's balances, retries, counts and logs; the callee's ends mutual TLS,
checks the caller's identity by an RBAC rule for HTTP, counts and logs once more.
"""

import datetime as dt
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from backend import envoy, http_manager, kind, listener, router
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from mesh import wait_for

WEB, ORDERS = "spiffe://bench/ns/default/service/web", "spiffe://bench/ns/default/service/orders"
LOG_FORMAT = {
    "start": "%START_TIME%",
    "method": "%REQ(:METHOD)%",
    "path": "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%",
    "status": "%RESPONSE_CODE%",
    "flags": "%RESPONSE_FLAGS%",
    "duration": "%DURATION%",
    "upstream": "%UPSTREAM_HOST%",
    "caller": "%DOWNSTREAM_PEER_URI_SAN%",
    "callee": "%UPSTREAM_PEER_URI_SAN%",
    "request_id": "%REQ(X-REQUEST-ID)%",
}


@contextmanager
def sidecars(
    folder: Path, entry: int, inbound: int, app: int
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two Envoys: requests to *entry* go over *inbound* to *app*."""
    authority = Authority(folder)
    web, orders = authority.identity("web", WEB), authority.identity("orders", ORDERS)
    with ExitStack() as stack:
        callee = _config(
            [listener(inbound, [_inbound(folder)], transport_socket=_server_tls(orders))],
            [_cluster("app", app)],
        )
        caller = _config(
            [listener(entry, [_outbound(folder)])],
            [_cluster("orders", inbound, transport_socket=_client_tls(web))],
        )
        pair = [
            stack.enter_context(envoy(config, folder, name))
            for name, config in (("callee", callee), ("caller", caller))
        ]
        wait_for(entry)
        yield pair


def _config(listeners: list[object], clusters: list[object]) -> dict[str, object]:
    return {"static_resources": {"listeners": listeners, "clusters": clusters}}


def _outbound(folder: Path) -> dict[str, object]:
    route = {
        "route": {
            "cluster": "orders",
            "retry_policy": {
                "retry_on": "connect-failure,refused-stream,reset,retriable-status-codes",
                "retriable_status_codes": [502, 503, 504],
                "num_retries": 2,
                "retry_host_predicate": [
                    {
                        "name": "other",
                        "typed_config": {
                            "@type": kind("retry.host.previous_hosts.v3", "PreviousHostsPredicate")
                        },
                    }
                ],
            },
        }
    }
    return http_manager(route, access_log=[_log(folder / "caller.log")], use_remote_address=True)


def _inbound(folder: Path) -> dict[str, object]:
    rbac = {
        "name": "rbac",
        "typed_config": {
            "@type": kind("filters.http.rbac.v3", "RBAC"),
            "rules": {
                "policies": {
                    "callers": {
                        "permissions": [{"any": True}],
                        "principals": [{"authenticated": {"principal_name": {"exact": WEB}}}],
                    }
                }
            },
        },
    }
    return http_manager(
        {"route": {"cluster": "app"}},
        http_filters=[rbac, router()],
        access_log=[_log(folder / "callee.log")],
        forward_client_cert_details="SANITIZE_SET",
        set_current_client_cert_details={"uri": True},
    )


def _log(path: Path) -> dict[str, object]:
    return {
        "name": "file",
        "typed_config": {
            "@type": kind("access_loggers.file.v3", "FileAccessLog"),
            "path": str(path),
            "log_format": {"json_format": LOG_FORMAT},
        },
    }


def _cluster(name: str, port: int, **more: object) -> dict[str, object]:
    address = {"socket_address": {"address": "127.0.0.1", "port_value": port}}
    return {
        "name": name,
        "type": "STATIC",
        "lb_policy": "LEAST_REQUEST",
        "load_assignment": {
            "cluster_name": name,
            "endpoints": [{"lb_endpoints": [{"endpoint": {"address": address}}]}],
        },
        **more,
    }


def _server_tls(identity: dict[str, object]) -> dict[str, object]:
    return {
        "name": "tls",
        "typed_config": {
            "@type": kind("transport_sockets.tls.v3", "DownstreamTlsContext"),
            "require_client_certificate": True,
            "common_tls_context": identity,
        },
    }


def _client_tls(identity: dict[str, object]) -> dict[str, object]:
    exact = [{"san_type": "URI", "matcher": {"exact": ORDERS}}]
    trust = identity["validation_context"]
    assert isinstance(trust, dict)
    checked = {**identity, "validation_context": {**trust, "match_typed_subject_alt_names": exact}}
    return {
        "name": "tls",
        "typed_config": {
            "@type": kind("transport_sockets.tls.v3", "UpstreamTlsContext"),
            "common_tls_context": checked,
        },
    }


class Authority:
    """A root for one measurement."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "bench")])
        root = (
            self._builder(self._name, self._key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self._root = root.public_bytes(serialization.Encoding.PEM).decode()

    def identity(self, name: str, uri: str) -> dict[str, object]:
        """A common TLS context with a certificate for *uri*."""
        key = ec.generate_private_key(ec.SECP256R1())
        usages = [ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]
        certificate = (
            self._builder(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), key)
            .add_extension(
                x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uri)]), critical=False
            )
            .add_extension(x509.ExtendedKeyUsage(usages), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        pem = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        chain = certificate.public_bytes(serialization.Encoding.PEM).decode()
        return {
            "tls_params": {
                "tls_minimum_protocol_version": "TLSv1_3",
                "tls_maximum_protocol_version": "TLSv1_3",
            },
            "tls_certificates": [
                {
                    "certificate_chain": {"inline_string": chain},
                    "private_key": {"inline_string": pem.decode()},
                }
            ],
            "validation_context": {"trusted_ca": {"inline_string": self._root}},
        }

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey
    ) -> x509.CertificateBuilder:
        now = dt.datetime.now(dt.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(minutes=2))
            .not_valid_after(now + dt.timedelta(hours=1))
        )
