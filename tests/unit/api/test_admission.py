"""Documents that nobody could have written in a mesh.yaml."""

import pytest

from weft.api.admission import problems
from weft.api.hidden import HIDDEN
from weft.model.catalog import Callee, Probe, Restart, Run, Service, Stop
from weft.model.document import Alarm, Document, Mesh, Spec
from weft.model.gateway import Gateway
from weft.model.names import Name
from weft.model.traffic import Breaker, Retry

ORDERS = Name("orders")


@pytest.mark.parametrize(
    "spec",
    [
        Mesh("shop", certificate_life_s=10.0, alarms=(Alarm("http://a.example/x"),)),
        Service(ORDERS, calls=(Callee(Name("web"), 6379),), retry=Retry(attempts=0)),
        Run(ORDERS, command=("./orders",), instances=0, env=(("A", ""),), stop=Stop("SIGINT")),
        Run(ORDERS, address="[::1]:6390"),
        Gateway(Name("public"), "127.0.0.1", 8080, ()),
    ],
)
def test_what_a_file_may_say_is_admitted(spec: Spec):
    assert problems("shop.yaml", [Document(spec)]) == []


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (Mesh("shop", certificate_life_s=0), "certificate_life_s is 0; it must be 5 to 86400"),
        (Mesh("shop", alarms=(Alarm(),)), "an alarm goes to one of a webhook and a command"),
        (Mesh("shop", alarms=(Alarm("http://a", ("b",)),)), "an alarm goes to one of"),
        (Run(ORDERS, command=("x",), instances=10**9), "instances is 1000000000"),
        (Run(ORDERS, command=("x",), port=70_000), "port is 70000"),
        (Run(ORDERS, command=("x",), weight=-1), "weight is -1"),
        (Run(ORDERS, command=("x",), probe=Probe(every_ms=0)), "every_ms is 0"),
        (Run(ORDERS, command=("x",), restart=Restart(backoff_ms=0)), "backoff_ms is 0"),
        (Run(ORDERS, command=("x", "\0")), "command holds the character U+0000"),
        (Run(ORDERS, command=("x",), env=(("A", "\0"),)), "env holds the character U+0000"),
        (Run(ORDERS, command=("x",), env=(("A=B", ""),)), "'A=B' is not the name of"),
        (Run(ORDERS, command=("x",), stop=Stop("TERM")), "'TERM' is not a signal"),
        (Run(ORDERS, command=("x",), env=(("A", HIDDEN),)), "env A was hidden when it was read"),
        (Mesh("shop", alarms=(Alarm(f"http://a/{HIDDEN}"),)), "a webhook was hidden"),
        (Run(ORDERS, address="nowhere"), "'nowhere': an address is a host and a port"),
        (Service(ORDERS, timeout_ms=-1), "timeout_ms is -1"),
        (Service(ORDERS, breaker=Breaker(requests=0)), "requests is 0"),
    ],
)
def test_what_would_end_a_process_that_acts_on_it_is_refused(spec: Spec, words: str):
    (found,) = problems("shop.yaml", [Document(spec)])

    assert words in found
