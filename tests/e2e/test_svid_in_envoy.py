"""A real Envoy takes what the authority signs, and checks whom it talks to."""

import asyncio
import json
import socket
import ssl
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from weft.envoy.binary import envoy_path
from weft.identity.authority import Authority
from weft.identity.x509 import signing_request

ORDERS = "spiffe://shop/ns/default/service/orders"
WEB = "spiffe://shop/ns/default/service/web"
DEADLINE_S = 20.0
TRANSPORT = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext"
MANAGER = (
    "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3"
    ".HttpConnectionManager"
)
ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"


def key_and_chain(authority, identity, life_s=3600.0):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return pem, authority.sign(signing_request(key), identity, life_s).chain_pem


def client(authority, path, identity=None, life_s=3600.0):
    """A TLS 1.3 client that trusts *authority* and shows *identity*, if any."""
    context = ssl.create_default_context(cadata=authority.roots_pem)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    if identity:
        file = path / f"{identity.rpartition('/')[2]}.pem"
        file.write_text("".join(key_and_chain(authority, identity, life_s)))
        context.load_cert_chain(file)
    return context


def config(port, authority):
    """One listener of `orders` that lets `web` in and answers by itself."""
    key, chain = key_and_chain(authority, ORDERS)
    tls = {
        "@type": TRANSPORT,
        "require_client_certificate": True,
        "common_tls_context": {
            "tls_params": {"tls_minimum_protocol_version": "TLSv1_3"},
            "tls_certificates": [
                {
                    "certificate_chain": {"inline_string": chain},
                    "private_key": {"inline_string": key},
                }
            ],
            "validation_context": {
                "trusted_ca": {"inline_string": authority.roots_pem},
                "match_typed_subject_alt_names": [{"san_type": "URI", "matcher": {"exact": WEB}}],
            },
        },
    }
    reply = {"match": {"prefix": "/"}, "direct_response": {"status": 200}}
    manager = {
        "@type": MANAGER,
        "stat_prefix": "in",
        "route_config": {"virtual_hosts": [{"name": "a", "domains": ["*"], "routes": [reply]}]},
        "http_filters": [{"name": "router", "typed_config": {"@type": ROUTER}}],
    }
    listener = {
        "name": "in",
        "enable_reuse_port": False,
        "address": {"socket_address": {"address": "127.0.0.1", "port_value": port}},
        "filter_chains": [
            {
                "transport_socket": {"name": "tls", "typed_config": tls},
                "filters": [{"name": "http", "typed_config": manager}],
            }
        ],
    }
    return {"static_resources": {"listeners": [listener]}}


@pytest.fixture
def authority(tmp_path):
    return Authority.open(tmp_path / "server", "shop")


@pytest.fixture
async def envoy(tmp_path, authority):
    """The port of a running Envoy that proves `orders` and lets `web` in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = tmp_path / "envoy.json"
    file.write_text(json.dumps(config(port, authority)))
    process = await asyncio.create_subprocess_exec(
        envoy_path(), "-c", file, "--disable-hot-restart", "--concurrency", "1", "-l", "error"
    )
    try:
        await listening(port, process)
        yield port
    finally:
        process.kill()
        await process.wait()


async def listening(port, process):
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline and process.returncode is None:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
    pytest.fail("Envoy did not start with these certificates")


async def call(port, context):
    """The status of one request, and the names that the server proved."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    try:
        writer.write(b"GET / HTTP/1.1\r\nHost: orders\r\nConnection: close\r\n\r\n")
        answer = await reader.read()
        if not answer:
            raise ConnectionResetError("closed without an answer")
        return int(answer.split()[1]), writer.get_extra_info("peercert")["subjectAltName"]
    finally:
        writer.transport.abort()


async def test_envoy_serves_and_checks_identities(envoy, authority, tmp_path):
    assert await call(envoy, client(authority, tmp_path, WEB)) == (200, (("URI", ORDERS),))
    for context in (client(authority, tmp_path), client(authority, tmp_path, ORDERS)):
        with pytest.raises(OSError):  # noqa: PT011 - an alert or a reset, as the race has it
            await call(envoy, context)


async def test_envoy_refuses_the_right_name_under_another_root(envoy, authority, tmp_path):
    stranger = Authority.open(tmp_path / "stranger", "shop")
    context = client(stranger, tmp_path, WEB)
    context.load_verify_locations(cadata=authority.roots_pem)

    with pytest.raises(OSError):  # noqa: PT011 - an alert or a reset, as the race has it
        await call(envoy, context)


async def test_envoy_takes_a_certificate_of_seconds(envoy, authority, tmp_path):
    short = client(authority, tmp_path, WEB, life_s=20.0)

    assert (await call(envoy, short))[0] == 200
