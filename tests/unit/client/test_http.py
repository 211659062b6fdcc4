"""Event streams as text, and servers that are not there."""

import socket
from threading import Thread

import pytest

from weft.client import Client, ServerUnreachable
from weft.client.http import BadAnswer, ServerSentEvent, parse_events


def parse(text: str) -> list[ServerSentEvent]:
    return list(parse_events(iter(text.encode().splitlines(keepends=True))))


def test_events_end_with_an_empty_line():
    text = (
        "retry: 1\n\n: comment\n\nevent: status\nid: 7\ndata: {}\n\ndata: a\ndata: b\n\ndata: cut"
    )

    assert parse(text) == [ServerSentEvent("status", "{}", "7"), ServerSentEvent("message", "a\nb")]


def test_a_server_that_is_not_there_is_told_apart_from_its_errors():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        client = Client(f"http://127.0.0.1:{free.getsockname()[1]}", "t", timeout=1)

        with pytest.raises(ServerUnreachable) as caught:
            client.status()

    assert caught.value.code == "server-unreachable"
    assert "nothing listens" in caught.value.why


def test_a_server_that_never_answers_is_out_of_reach():
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        client = Client(f"http://127.0.0.1:{deaf.getsockname()[1]}", "t", timeout=0.1)

        with pytest.raises(ServerUnreachable) as caught:
            client.healthy()

    assert "in time" in caught.value.why


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"\xff"])
def test_an_answer_that_is_not_the_servers_is_told_in_words(body: bytes):
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        client = Client(f"http://127.0.0.1:{stranger.getsockname()[1]}", "t", timeout=10)

        def answer() -> None:
            asked, _ = stranger.accept()
            with asked:
                asked.recv(65536)
                asked.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + body)

        thread = Thread(target=answer)
        thread.start()
        with pytest.raises(BadAnswer, match="another program may have taken its address"):
            client.status()
        thread.join()
