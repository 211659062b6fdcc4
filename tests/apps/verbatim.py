"""An app for tests that says what reached it, byte for byte, and answers in odd ways.

Speaks HTTP/1.1 over plain sockets, since servers tidy up what they pass on.
Listens on $LISTEN (127.0.0.1 without it), at $PORT.
"""

import json
import os
import socket
import threading
import time

ODD = {
    b"/reason": b"HTTP/1.1 299 Quite All Right\r\nContent-Length: 2\r\nX-CamelCase: Yes\r\n\r\nok",
    b"/twice": b"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
    b"Content-Length: 0\r\n\r\n",
    b"/trailers": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n"
    b"2\r\nok\r\n0\r\nx-sum: 7\r\n\r\n",
    b"/until-close": b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nas long as it lasts",
    b"/broken": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of it",
    b"/no-content": b"HTTP/1.1 204 No Content\r\n\r\n",
}
CLOSING = (b"/until-close", b"/broken")


def head_of(stream):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            return b""
        head += line
    return head


def body_of(stream, head):
    """How long the body is, and the bytes behind its last chunk."""
    lower = head.lower()
    if b"\r\ntransfer-encoding: chunked" in lower:
        length = 0
        while size := int(stream.readline().split(b";")[0], 16):
            length += len(stream.read(size))
            stream.readline()
        return length, b"".join(iter(stream.readline, b"\r\n"))
    for line in lower.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(stream.read(int(line.partition(b":")[2]))), b""
    return 0, b""


def drip(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(3):
        connection.sendall(b"5\r\ndrop\n\r\n")
        time.sleep(0.3)
    connection.sendall(b"0\r\n\r\n")


def serve(connection):
    with connection, connection.makefile("rb") as stream:
        while head := head_of(stream):
            length, trailers = body_of(stream, head)
            path = head.split(b" ")[1]
            if path == b"/drip":
                drip(connection)
            elif path in ODD:
                connection.sendall(ODD[path])
            else:
                got = {"head": head.decode("latin-1"), "body": length, "trailers": str(trailers)}
                said = json.dumps(got).encode()
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(said))
                connection.sendall(said)
            if path in CLOSING:
                return


def main():
    address = os.environ.get("LISTEN", "127.0.0.1")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, int(os.environ["PORT"])), family=family) as server:
        while True:
            connection, _ = server.accept()
            threading.Thread(target=serve, args=(connection,), daemon=True).start()


main()
