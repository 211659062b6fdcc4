"""Orders: keeps them in memory, and asks the stock service before it takes one."""

import itertools
import json
import os

import aiohttp
from aiohttp import web

STOCK = os.environ.get("STOCK_URL", "http://127.0.0.1:8003")
VERSION = os.environ.get("WEFT_VERSION", "v1")
DISCOUNT = int(os.environ.get("DISCOUNT", "0"))
numbers = itertools.count(1)


def currency():
    try:
        with open(os.environ["WEFT_CONFIG"]) as file:
            return json.load(file)["currency"]
    except (KeyError, OSError):
        return "EUR"


async def latest(request):
    async with request.app["http"].get(f"{STOCK}/stock/tea") as reply:
        stock = await reply.json()
    return web.json_response({"version": VERSION, "tea": stock, "currency": currency()})


async def order(request):
    wanted = await request.json()
    async with request.app["http"].get(f"{STOCK}/stock/{wanted['article']}") as reply:
        left = (await reply.json())["left"]
    price = wanted["count"] * (100 - DISCOUNT) / 10
    return web.json_response(
        {"order": next(numbers), "version": VERSION, "left": left, "price": price}, status=201
    )


async def healthy(_):
    return web.json_response({"ok": True})


async def with_client(app):
    async with aiohttp.ClientSession() as app["http"]:
        yield


app = web.Application()
app.cleanup_ctx.append(with_client)
app.add_routes(
    [web.get("/orders", latest), web.post("/orders", order), web.get("/healthz", healthy)]
)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8001")), access_log=None)
