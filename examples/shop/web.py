"""The shop's front: a page made of what other services say. It knows nothing of a mesh."""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/healthz":
            return self.answer(200, {"ok": True})
        orders = requests.get("http://orders/orders", headers=self.beta(), timeout=10)
        tips = requests.get("http://recommendations/for/you", timeout=10)
        return self.answer(
            max(orders.status_code, tips.status_code),
            {"orders": orders.json(), "recommended": tips.json()},
        )

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        order = requests.post(
            "http://orders/orders",
            data=body,
            headers={"content-type": "application/json", **self.beta()},
            timeout=10,
        )
        return self.answer(order.status_code, order.json())

    def beta(self):
        value = self.headers.get("x-beta")
        return {"x-beta": value} if value else {}

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code="-", size="-"):
        if self.path != "/healthz":
            print(self.command, self.path, int(code), flush=True)


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Shop).serve_forever()
