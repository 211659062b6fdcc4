"""Visitors of the shop: so many requests a second, every one counted."""

import http.client
import json
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    sent: int
    answered: int
    failed_gets: int
    failed_posts: int


class Traffic:
    """*workers* threads that together send *rate* requests a second, half of them POST."""

    def __init__(self, host, port, *, rate, workers):
        self._where = (host, port)
        self._pause = workers / rate
        self._workers = [
            threading.Thread(target=self._work, args=(n,), daemon=True) for n in range(workers)
        ]
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._sent = 0
        self._answers = []
        self._posts = 0

    def start(self):
        for worker in self._workers:
            worker.start()

    def stop(self):
        self._over.set()
        for worker in self._workers:
            if worker.is_alive():
                worker.join()

    def once(self, method):
        """One request; the status of its answer, or 0 if there was none."""
        connection = http.client.HTTPConnection(*self._where, timeout=15)
        with self._lock:
            self._sent += 1
            self._posts += method == "POST"
        status = 0
        try:
            body = json.dumps({"article": "tea", "count": 2}) if method == "POST" else None
            connection.request(method, "/", body, {"content-type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, http.client.HTTPException):
            status = 0
        finally:
            connection.close()
            with self._lock:
                self._posts -= method == "POST"
                self._answers.append((method, status))
        return status

    def posts_in_flight(self):
        with self._lock:
            return self._posts

    def snapshot(self):
        with self._lock:
            failed = [method for method, status in self._answers if not 200 <= status < 500]
            answered = sum(1 for _, status in self._answers if status)
            return Counts(self._sent, answered, failed.count("GET"), failed.count("POST"))

    def _work(self, number):
        due = time.monotonic() + self._pause * number / len(self._workers)
        turn = number
        while not self._over.wait(max(due - time.monotonic(), 0)):
            self.once("POST" if turn % 2 else "GET")
            turn += 1
            due += self._pause
