"""An app for tests: says which signals it gets. `stubborn` outlives them, `late` listens late."""

import os
import signal
import socket
import sys
import threading
import time

kind = sys.argv[1] if len(sys.argv) > 1 else "polite"
over = threading.Event()


def heard(number, _frame):
    print(f"heard {signal.Signals(number).name}", flush=True)
    if kind != "stubborn":
        over.set()


for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
    signal.signal(number, heard)
if kind == "late":
    time.sleep(1)  # takes this long to start
listener = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
print("listening", flush=True)


def serve():
    while True:
        listener.accept()[0].close()


threading.Thread(target=serve, daemon=True).start()
while not over.wait(0.05):
    pass
