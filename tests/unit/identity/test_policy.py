import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st

from weft.identity.policy import (
    LONGEST_LIFE_S,
    SHORTEST_LIFE_S,
    IdentityRefused,
    KeyRefused,
    LifeRefused,
    check_identity,
    check_key,
    check_life,
    check_trust_domain,
)
from weft.model.names import LABEL, Name, gateway_identity, service_identity

LABELS = st.from_regex(LABEL, fullmatch=True)


@given(LABELS, LABELS)
def test_every_service_and_gateway_of_the_mesh_may_be_signed(namespace, name):
    check_identity(service_identity("shop", Name(name, namespace)), "shop")
    check_identity(gateway_identity("shop", Name(name, namespace)), "shop")


@pytest.mark.parametrize(
    "identity",
    [
        "",
        "spiffe://shop",
        "spiffe://shop/",
        "spiffe://bank/ns/default/service/orders",
        "spiffe://shop.evil/ns/default/service/orders",
        "spiffe://shopper/ns/default/service/orders",
        "spiffe://Shop/ns/default/service/orders",
        "SPIFFE://shop/ns/default/service/orders",
        "https://shop/ns/default/service/orders",
        "spiffe://shop:80/ns/default/service/orders",
        "spiffe://me@shop/ns/default/service/orders",
        "spiffe://shop/ns/default/service/",
        "spiffe://shop/ns/default/service/orders/",
        "spiffe://shop/ns/default/service/orders/more",
        "spiffe://shop/ns/default/service/Orders",
        "spiffe://shop/ns/default/service/*",
        "spiffe://shop/ns/default/service/a.b",
        "spiffe://shop/ns/default/service/%61",
        "spiffe://shop/ns/../service/orders",
        "spiffe://shop/ns/default/service/orders\n",
        "spiffe://shop/ns/default/service/orders\0",
        "spiffe://shop/ns/default/service/orders?x=1",
        "spiffe://shop/ns/default/service/orders#x",
        "spiffe://shop/ns/default/host/orders",
        "spiffe://shop//ns/default/service/orders",
        "spiffe://shop/ns/default/service/örders",
        "spiffe://shop/ns/default/service/" + "a" * 64,
    ],
)
def test_any_other_spelling_is_refused(identity):
    with pytest.raises(IdentityRefused):
        check_identity(identity, "shop")


@given(st.text(max_size=80))
def test_no_text_but_an_identity_passes(text):
    with pytest.raises(IdentityRefused):
        check_identity(text, "shop")


@pytest.mark.parametrize("domain", ["", "Shop", "shop/x", "shop:1", "-shop", "a" * 256, "shöp"])
def test_a_bad_trust_domain_is_refused(domain):
    with pytest.raises(IdentityRefused):
        check_trust_domain(domain)


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()])
def test_ec_keys_from_p256_up_are_accepted(curve):
    check_key(ec.generate_private_key(curve).public_key())


def test_rsa_keys_from_2048_bits_are_accepted():
    check_key(rsa.generate_private_key(65537, 2048).public_key())


def test_weak_and_foreign_keys_are_refused():
    keys = (
        ec.generate_private_key(ec.SECP224R1()),
        ec.generate_private_key(ec.SECP256K1()),
        rsa.generate_private_key(65537, 1024),
        ed25519.Ed25519PrivateKey.generate(),
        dsa.generate_private_key(2048),
    )

    for key in keys:
        with pytest.raises(KeyRefused):
            check_key(key.public_key())


@pytest.mark.parametrize(
    "life_s", [-1, 0, SHORTEST_LIFE_S - 0.1, LONGEST_LIFE_S + 1, float("inf"), float("nan")]
)
def test_a_life_out_of_bounds_is_refused(life_s):
    with pytest.raises(LifeRefused):
        check_life(life_s)


@pytest.mark.parametrize("life_s", [SHORTEST_LIFE_S, 20, 3600, LONGEST_LIFE_S])
def test_a_life_within_bounds_is_accepted(life_s):
    check_life(life_s)
