"""Recommendations: what is in stock and fits."""

import os

import aiohttp
from aiohttp import web

STOCK = os.environ.get("STOCK_URL", "http://127.0.0.1:8003")


async def recommend(request):
    async with request.app["http"].get(f"{STOCK}/stock") as reply:
        left = await reply.json()
    articles = [article for article, count in left.items() if count > 10]
    return web.json_response({"articles": articles, "by": "python"})


async def healthy(_):
    return web.json_response({"ok": True})


async def with_client(app):
    async with aiohttp.ClientSession() as app["http"]:
        yield


app = web.Application()
app.cleanup_ctx.append(with_client)
app.add_routes([web.get("/for/{who}", recommend), web.get("/healthz", healthy)])
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8002")), access_log=None)
