"""A fake app: a server on loopback that gives one answer to whatever it is asked."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def app(answer=b"", *, heard=None, hold=False, pause_s=0.0, host="127.0.0.1"):
    """A server that sends *answer* to whatever it hears; the port is what is yielded."""
    done = asyncio.Event()

    async def serve(reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            question = await reader.readuntil(b"\r\n\r\n")
            if heard is not None:
                heard.append(question)
            if pause_s:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), pause_s)
            writer.write(answer)
            await writer.drain()
            if hold:
                await done.wait()
        writer.close()

    server = await asyncio.start_server(serve, host, 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        done.set()
        server.close()
        await server.wait_closed()


def answer(status, body=b"", more=b""):
    head = b"HTTP/1.1 %s\r\nContent-Length: %d\r\n%s\r\n" % (status, len(body), more)
    return head + body
