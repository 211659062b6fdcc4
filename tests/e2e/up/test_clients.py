"""Clients of every kind, written without a thought of Weft, are balanced request by request."""

import json
import os
import shutil
import subprocess
from collections import Counter

import pytest

from e2e.up.mesh import ECHO, PYTHON
from e2e.up.test_start import free_port

CALLS = 40


@pytest.fixture(scope="module")
def shop(module_mesh):
    module_mesh.port = free_port()
    module_mesh.up(
        f"""
format: 1
mesh: clients
services:
  web: {{run: {ECHO}, calls: [{{orders: {module_mesh.port}}}]}}
  orders:
    balance: round-robin
    versions:
      v1: {{run: {ECHO}, instances: 2}}
      v2: {{run: {ECHO}}}
routes:
  orders:
    - {{match: {{path: /split}}, to: {{orders@v1: 70, orders@v2: 30}}}}
    - {{match: {{headers: {{x-beta: "1"}}}}, to: orders@v2}}
    - {{to: orders@v1}}
"""
    )
    answer = module_mesh.json("call", "--from", "orders", "http://web/environment")
    module_mesh.env = {**os.environ, **dict(json.loads(answer["body"]).items())}
    return module_mesh


def run(shop, argv: list[str]) -> Counter:
    done = subprocess.run(
        argv, env=shop.env, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return Counter(done.stdout.split())


def balanced(counts: Counter) -> None:
    assert set(counts) == {"orders-v1-1", "orders-v1-2"}
    assert min(counts.values()) >= CALLS * 0.4, counts


REQUESTS = f"""
import requests
with requests.Session() as session:
    for _ in range({CALLS}):
        print(session.get("http://orders/").json()["instance"])
"""
HTTPX2 = f"""
import httpx2
with httpx2.Client() as client:
    for _ in range({CALLS}):
        print(client.get("http://orders/").json()["instance"])
"""
URLLIB = f"""
import json, urllib.request
for _ in range({CALLS}):
    print(json.load(urllib.request.urlopen("http://orders.mesh/"))["instance"])
"""
AIOHTTP = f"""
import aiohttp, asyncio, os
async def main():
    async with aiohttp.ClientSession() as session:
        for _ in range({CALLS}):
            async with session.get(os.environ["ORDERS_URL"] + "/") as answer:
                print((await answer.json())["instance"])
asyncio.run(main())
"""
NODE = f"""
for (let i = 0; i < {CALLS}; i++)
  console.log((await (await fetch(process.env.ORDERS_URL + '/')).json()).instance);
"""


@pytest.mark.parametrize("code", [REQUESTS, HTTPX2, URLLIB, AIOHTTP])
def test_python_clients_are_balanced_request_by_request(shop, code):
    balanced(run(shop, [PYTHON, "-c", code]))


def test_curl_is_balanced_request_by_request(shop):
    counts: Counter = Counter()
    done = subprocess.run(
        ["curl", "-s", *["http://orders/"] * CALLS],
        env=shop.env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    for line in done.stdout.replace("}{", "}\n{").splitlines():
        counts[json.loads(line)["instance"]] += 1
    balanced(counts)


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here")
def test_node_is_balanced_request_by_request(shop):
    balanced(run(shop, ["node", "--input-type=module", "-e", NODE]))


def test_call_shows_the_configured_split(shop):
    called = shop.json("call", "-n", "3000", "--from", "web", "http://orders/split")

    assert called["failed"] == 0
    assert called["versions"]["v2"] / 3000 == pytest.approx(0.30, abs=0.03)


def test_a_header_leads_to_the_other_version(shop):
    called = shop.json("call", "--from", "web", "-H", "x-beta: 1", "http://orders/")

    assert called["version"] == "v2"
    assert called["instance"] == "orders-v2-1"


def test_apps_get_the_environment_that_the_reference_promises(shop):
    env = shop.env

    assert env["ORDERS_URL"] == f"http://127.0.0.1:{shop.port}"
    assert env["ORDERS_PORT"] == str(shop.port)
    assert env["http_proxy"] == env["HTTP_PROXY"]
    assert {"localhost", "127.0.0.0/8", "::1", "169.254.0.0/16"} <= set(env["no_proxy"].split(","))
    assert env["WEFT_SERVICE"] == "web"
    assert env["HOST"] == "127.0.0.1"
