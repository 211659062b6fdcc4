"""Secrets by the names that TLS asks for."""

from weft.compile.secrets import identity_secret, trust_secret
from weft.envoy import messages


def test_secrets_go_by_the_names_that_clusters_and_listeners_ask_for():
    identity, trust = identity_secret("CHAIN", "KEY"), trust_secret("ROOTS")

    held = [messages.parse(each.type_url, each.body) for each in (identity, trust)]
    assert [(identity.name, trust.name), (held[0].name, held[1].name)] == [
        ("identity", "trust")
    ] * 2
    assert held[0].tls_certificate.certificate_chain.inline_string == "CHAIN"
    assert held[0].tls_certificate.private_key.inline_string == "KEY"
    assert held[1].validation_context.trusted_ca.inline_string == "ROOTS"


def test_a_renewed_certificate_is_another_version():
    assert identity_secret("A", "K").version != identity_secret("B", "K").version
