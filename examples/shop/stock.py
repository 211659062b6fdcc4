"""Stock: how many of each article are left."""

import os

from aiohttp import web

ARTICLES = {"tea": 120, "coffee": 80, "cake": 7}


async def left(request):
    article = request.match_info["article"]
    return web.json_response({"article": article, "left": ARTICLES.get(article, 0)})


async def everything(_):
    return web.json_response(ARTICLES)


async def healthy(_):
    return web.json_response({"ok": True})


app = web.Application()
app.add_routes(
    [
        web.get("/stock", everything),
        web.get("/stock/{article}", left),
        web.get("/healthz", healthy),
    ]
)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8003")), access_log=None)
