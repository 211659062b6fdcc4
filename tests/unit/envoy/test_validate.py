"""Verdicts of a real Envoy: who is refused, why, and how often it had to be asked."""

import asyncio
import os
import socket
from dataclasses import dataclass

import pytest

from weft.envoy import binary
from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.envoy.api.envoy.config.cluster.v3.cluster_pb2 import Cluster
from weft.envoy.api.envoy.config.endpoint.v3.endpoint_pb2 import ClusterLoadAssignment
from weft.envoy.api.envoy.config.listener.v3.listener_pb2 import Listener
from weft.envoy.api.envoy.config.route.v3.route_pb2 import RouteConfiguration
from weft.envoy.messages import from_dict, serialize, type_url
from weft.envoy.rules import violations
from weft.envoy.validate import BaseRefused, EnvoyGaveNoVerdict, Validator

ADS = {"ads": {}, "resource_api_version": "V3"}
TYPE = "type.googleapis.com/envoy.extensions."
ROUTER = {"name": "router", "typed_config": {"@type": TYPE + "filters.http.router.v3.Router"}}


@dataclass(frozen=True)
class Resource:
    type_url: str
    name: str
    body: bytes


def resource(message, name="") -> Resource:
    return Resource(type_url(message), name or message.name, serialize(message))


def cluster(name, **fields) -> Resource:
    """A cluster as a mesh has it: endpoints and certificates come over ADS."""
    sds = {"sds_config": ADS}
    tls = {
        "@type": TYPE + "transport_sockets.tls.v3.UpstreamTlsContext",
        "common_tls_context": {
            "tls_certificate_sds_secret_configs": [{"name": "identity", **sds}],
            "validation_context_sds_secret_config": {"name": "trust", **sds},
        },
    }
    value = {
        "name": name,
        "type": "EDS",
        "connect_timeout": "1s",
        "eds_cluster_config": {"eds_config": ADS},
        "transport_socket": {"name": "tls", "typed_config": tls},
        **fields,
    }
    return resource(from_dict(value, Cluster))


def poison(name) -> Resource:
    """A cluster that keeps every field rule, and that a running Envoy refuses late."""
    ring = {"minimum_ring_size": 2048, "maximum_ring_size": 1024}
    return cluster(name, lb_policy="RING_HASH", ring_hash_lb_config=ring)


def routes(name, **match) -> Resource:
    rule = {"match": match or {"prefix": "/"}, "route": {"cluster": "out/comes-later"}}
    host = {"name": "all", "domains": ["*"], "routes": [rule]}
    return resource(from_dict({"name": name, "virtual_hosts": [host]}, RouteConfiguration))


def listener(name, port, **fields) -> Resource:
    manager = {
        "@type": TYPE + "filters.network.http_connection_manager.v3.HttpConnectionManager",
        "stat_prefix": name,
        "rds": {"route_config_name": name, "config_source": ADS},
        "http_filters": [ROUTER],
        **fields,
    }
    value = {
        "name": name,
        "address": {"socket_address": {"address": "127.0.0.1", "port_value": port}},
        "filter_chains": [{"filters": [{"name": "http", "typed_config": manager}]}],
    }
    return resource(from_dict(value, Listener))


class CountingValidator(Validator):
    """Counts how often Envoy is started."""

    runs = 0

    async def refusal_of(self, bootstrap):
        self.runs += 1
        return await super().refusal_of(bootstrap)


async def test_good_resources_are_accepted_in_one_run():
    validator = CountingValidator()

    verdicts = await validator.validate(
        [listener("out", 15001), routes("out"), cluster("out/orders"), cluster("out/carts")]
    )

    assert verdicts.refused == {}
    assert verdicts.accepts(cluster("out/orders"))
    assert validator.runs == 1


async def test_nothing_to_try_asks_nobody():
    validator = CountingValidator()

    assert (await validator.validate([])).refused == {}
    assert validator.runs == 0


async def test_a_cluster_that_a_running_envoy_refuses_late_is_caught():
    bad = poison("out/poison")

    verdicts = await Validator().validate([cluster("out/orders"), bad, cluster("out/carts")])

    assert list(verdicts.refused) == [(bad.type_url, "out/poison")]
    assert verdicts.why(bad) == "ring hash: minimum_ring_size (2048) > maximum_ring_size (1024)"
    assert not verdicts.accepts(bad)


async def test_a_bad_route_is_named_although_envoy_does_not_name_it():
    bad = routes("bad", safe_regex={"regex": "(("})

    verdicts = await Validator().validate([routes("good"), bad, listener("out", 15001)])

    assert verdicts.refused == {(bad.type_url, "bad"): "missing ): (("}


async def test_several_bad_ones_of_all_types_are_all_found_among_many():
    bad = {
        "out/poison-3": poison("out/poison-3"),
        "out/poison-17": poison("out/poison-17"),
        "bad-routes": routes("bad-routes", safe_regex={"regex": "["}),
        "bad-listener": listener("bad-listener", 15001, http_filters=[ROUTER, ROUTER]),
    }
    good = [cluster(f"out/{number}") for number in range(20)]
    validator = CountingValidator()

    verdicts = await validator.validate([*bad.values(), *good, listener("out", 15002)])

    assert {name for _, name in verdicts.refused} == set(bad)
    assert all(verdicts.refused.values())
    assert validator.runs < 30


async def test_a_broken_field_rule_needs_no_envoy():
    bad = cluster("out/orders", connect_timeout="0s")
    validator = CountingValidator()

    verdicts = await validator.validate([bad])

    assert verdicts.why(bad) == "connect_timeout: breaks duration.gt: 0s (it is 0s)"
    assert validator.runs == 0


async def test_endpoints_are_judged_by_the_field_rules():
    def endpoints(port):
        address = {"socket_address": {"address": "127.0.0.1", "port_value": port}}
        value = {
            "cluster_name": "out/orders",
            "endpoints": [{"lb_endpoints": [{"endpoint": {"address": address}}]}],
        }
        return resource(from_dict(value, ClusterLoadAssignment), "out/orders")

    assert (await Validator().validate([endpoints(80)])).refused == {}
    assert "uint32.lte: 65535" in (await Validator().validate([endpoints(70000)])).why(endpoints(1))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Resource("type.googleapis.com/envoy.NoSuch", "x", b""), "knows no type"),
        (Resource(type_url(Cluster), "x", b"\xff\xff"), "2 bytes are no"),
    ],
)
async def test_bytes_that_are_no_resource_are_refused(bad, why):
    assert why in (await Validator().validate([bad])).why(bad)


async def test_a_port_in_use_is_not_touched():
    """Validate mode binds nothing: the Envoy that runs may hold the very same port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        verdicts = await Validator().validate([listener("out", port)])

    assert verdicts.refused == {}


async def test_an_internal_listener_needs_nothing_from_the_base():
    value = {"name": "call", "internal_listener": {}, "filter_chains": [{}]}
    internal = resource(from_dict(value, Listener))

    assert (await Validator().validate([internal])).refused == {}


async def test_a_resource_may_refer_to_a_cluster_of_the_base():
    rule = {"match": {"prefix": "/"}, "route": {"cluster": "agent"}}
    host = {"name": "all", "domains": ["*"], "routes": [rule]}
    value = {"name": "out", "virtual_hosts": [host], "validate_clusters": True}
    asking = resource(from_dict(value, RouteConfiguration))
    base = from_dict({"static_resources": {"clusters": [{"name": "agent"}]}}, Bootstrap)

    with_base = await Validator(base=base).validate([asking])
    without = await Validator().validate([asking])

    assert with_base.refused == {}
    assert "agent" in without.why(asking)


async def test_a_base_that_envoy_refuses_is_not_blamed_on_the_resources():
    clusters = [{"name": "twice"}, {"name": "twice"}]
    base = from_dict({"static_resources": {"clusters": clusters}}, Bootstrap)

    with pytest.raises(BaseRefused) as raised:
        await Validator(base=base).validate([cluster("out/orders")])

    assert "twice" in raised.value.why


async def test_a_verdict_is_asked_for_once_also_by_the_next_process(tmp_path):
    file = tmp_path / "verdicts.json"
    everything = [cluster("out/orders"), poison("out/poison")]
    first = CountingValidator(file)

    before = await first.validate(everything)
    runs = first.runs
    again = await first.validate(everything)
    second = CountingValidator(file)
    after = await second.validate(everything)

    assert before == again == after
    assert first.runs == runs
    assert second.runs == 0


async def test_only_a_changed_set_is_tried_and_in_one_run():
    validator = CountingValidator()
    await validator.validate([cluster("out/orders"), cluster("out/carts")])

    await validator.validate([cluster("out/orders"), cluster("out/carts", connect_timeout="2s")])
    await validator.validate([cluster("out/orders")])

    assert validator.runs == 2


async def test_a_bad_resource_that_stays_costs_little_when_others_change():
    validator = CountingValidator()
    bad = poison("out/poison")
    many = [cluster(f"out/{number}") for number in range(16)]
    await validator.validate([*many, bad])
    runs = validator.runs

    verdicts = await validator.validate([*many, cluster("out/new"), bad])

    assert list(verdicts.refused) == [(bad.type_url, "out/poison")]
    assert validator.runs - runs <= 3


async def test_a_refusal_that_lay_in_the_company_ends_with_it():
    validator = Validator()
    first, second = listener("first", 15001), listener("second", 15001)

    together = await validator.validate([first, second])
    alone = await validator.validate([second])

    assert list(together.refused) == [(second.type_url, "second")]
    assert "duplicate address" in together.why(second)
    assert alone.refused == {}


async def test_a_refusal_for_want_of_a_folder_ends_when_the_folder_is_there(tmp_path):
    validator = Validator(tmp_path / "verdicts.json")
    kind = TYPE + "access_loggers.file.v3.FileAccessLog"
    file = {"@type": kind, "path": str(tmp_path / "logs" / "access.log")}
    logging = listener("out", 15001, access_log=[{"name": "file", "typed_config": file}])

    before = await validator.validate([logging])
    (tmp_path / "logs").mkdir()
    after = await validator.validate([logging])

    assert "access.log" in before.why(logging)
    assert after.refused == {}


async def test_a_newcomer_is_not_blamed_for_two_that_clash():
    validator = Validator()
    first, second = listener("first", 15001), listener("second", 15001)
    await validator.validate([first])
    await validator.validate([second])

    verdicts = await validator.validate([first, second, listener("third", 15003)])

    assert list(verdicts.refused) == [(second.type_url, "second")]


async def test_many_workloads_may_ask_at_once():
    validator = Validator()
    asked = [[cluster(f"out/{number}"), poison("out/poison")] for number in range(6)]

    answers = await asyncio.gather(*(validator.validate(each) for each in asked))

    assert [list(each.refused) for each in answers] == [[(asked[0][1].type_url, "out/poison")]] * 6


async def test_a_whole_bootstrap_can_be_tried_as_it_stands(tmp_path):
    validator = Validator()
    good = from_dict(
        {
            "node": {"id": "web-1", "cluster": "web"},
            "admin": {"address": {"pipe": {"path": f"{tmp_path}/admin", "mode": 0o600}}},
        },
        Bootstrap,
    )
    bad = from_dict({"static_resources": {"clusters": [{"name": "x"}, {"name": "x"}]}}, Bootstrap)

    assert await validator.refusal_of(good) == ""
    assert not (tmp_path / "admin").exists()
    assert "x" in await validator.refusal_of(bad)


async def test_what_the_field_rules_refuse_envoy_refuses_too():
    """The rules in Python are stricter nowhere, or they would refuse what runs."""
    broken = [
        {"connect_timeout": "0s"},
        {"outlier_detection": {"max_ejection_percent": 101}},
        {"health_checks": [{"timeout": "1s"}]},
        {"common_lb_config": {"healthy_panic_threshold": {"value": 101}}},
        {"ring_hash_lb_config": {"minimum_ring_size": 9_000_000}},
        {"circuit_breakers": {"thresholds": [{"priority": 7}]}},
    ]
    validator = Validator()
    for fields in broken:
        message = from_dict({"name": "orders", **fields}, Cluster)
        bootstrap = Bootstrap()
        bootstrap.static_resources.clusters.append(message)

        assert violations(message), fields
        assert await validator.refusal_of(bootstrap), fields


def script(folder, text) -> binary.EnvoyBinary:
    path = folder / "envoy"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return binary.EnvoyBinary(path, "1.40.0", "WEFT_ENVOY")


async def test_an_envoy_that_crashes_on_a_resource_refuses_it(tmp_path):
    crashing = script(tmp_path, "grep -q out/poison $4 && kill -SEGV $$; exit 0")

    verdicts = await Validator(envoy=crashing).validate(
        [cluster("out/orders"), cluster("out/poison")]
    )

    assert verdicts.refused == {
        (type_url(Cluster), "out/poison"): "Envoy crashed (SIGSEGV) while it read this"
    }


async def test_an_envoy_that_somebody_ends_gives_no_verdict(tmp_path):
    file = tmp_path / "verdicts.json"
    ended = Validator(file, envoy=script(tmp_path, "kill -TERM $$"))

    with pytest.raises(EnvoyGaveNoVerdict):
        await ended.validate([cluster("out/orders")])

    assert not file.exists()


async def test_an_envoy_that_hangs_is_ended_and_gives_no_verdict(tmp_path, monkeypatch):
    monkeypatch.setattr("weft.envoy.validate._TIMEOUT_S", 0.3)
    hanging = script(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 60")

    with pytest.raises(EnvoyGaveNoVerdict, match="did not finish"):
        await Validator(envoy=hanging).validate([cluster("out/orders")])

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


async def test_a_full_disk_does_not_spoil_a_verdict(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("weft.envoy.verdicts._replace", full)

    verdicts = await Validator(tmp_path / "verdicts.json").validate([cluster("out/orders")])

    assert verdicts.refused == {}
