"""An app for tests: answers what it was asked and who it is, slow or broken on request.

Knows nothing of the mesh but its environment. `POST /control {"status": 503,
"sleep": 0.5, "healthz": 500, "lag": 0.3}` changes how this one process answers;
the lag is that of its health check alone.
"""

import asyncio
import json
import os
import sys

from aiohttp import web

state = {"status": 200, "sleep": 0.0, "healthz": 200, "lag": 0.0}


def config():
    try:
        with open(os.environ["WEFT_CONFIG"]) as file:
            return json.load(file)
    except (KeyError, OSError):
        return None


async def control(request):
    state.update(await request.json())
    return web.json_response(state)


async def healthz(_):
    await asyncio.sleep(state["sleep"] + state["lag"])
    return web.json_response({}, status=state["healthz"])


async def echo(request):
    body = await request.text()
    await asyncio.sleep(state["sleep"] + float(request.query.get("sleep", "0")))
    print(request.method, request.path_qs, flush=True)
    answer = {
        "instance": os.environ.get("WEFT_INSTANCE"),
        "version": os.environ.get("WEFT_VERSION"),
        "method": request.method,
        "path": request.path_qs,
        "host": request.host,
        "headers": dict(request.headers),
        "body": body,
        "pid": os.getpid(),
    }
    return web.json_response(answer, status=int(request.query.get("status", state["status"])))


async def chatter(request):
    """Write so many lines of a hundred bytes to both outputs."""
    lines = int(request.query["lines"])
    sys.stdout.write(("out " + "x" * 95 + "\n") * lines)
    sys.stdout.flush()
    print("a word on stderr", file=sys.stderr, flush=True)
    return web.json_response({})


async def environment(_):
    return web.json_response(dict(os.environ))


async def configuration(_):
    return web.json_response(config())


app = web.Application()
app.add_routes(
    [
        web.post("/control", control),
        web.get("/healthz", healthz),
        web.get("/environment", environment),
        web.get("/config", configuration),
        web.get("/chatter", chatter),
        web.route("*", "/{path:.*}", echo),
    ]
)
if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else int(os.environ["PORT"])
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None, shutdown_timeout=5)
