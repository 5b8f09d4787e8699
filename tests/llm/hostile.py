"""A model server that behaves as badly as a test wants: real HTTP on loopback, in the wire format of OpenAI's chat.

Each request takes the next act of the script; the last one stays for all that follow. What was asked is kept.
"""

import gzip
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

USAGE = {"prompt_tokens": 90, "completion_tokens": 12, "total_tokens": 102}
Act = Callable[["Exchange"], None]


class Exchange:
    """One request and the connection that it came on."""

    def __init__(self, handler: BaseHTTPRequestHandler, asked: Mapping[str, Any], over: threading.Event) -> None:
        self._handler, self.asked, self.over = handler, asked, over

    @property
    def streams(self) -> bool:
        """Whether the answer is wanted piece by piece."""
        return bool(self.asked.get("stream"))

    @property
    def headers(self) -> Mapping[str, str]:
        """What was sent beside the question."""
        return self._handler.headers

    def head(self, status: int = 200, **headers: str) -> None:
        """Send the status and the headers; the body ends where the connection does."""
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()

    def send(self, text: str) -> None:
        """Send a piece of the body."""
        self.send_bytes(text.encode())

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def wait(self, seconds: float) -> None:
        """Do nothing for a while, or until the server stops."""
        if self.over.wait(seconds):
            raise ConnectionAbortedError

    def event(self, data: Any) -> None:
        """Send one event of a stream."""
        self.send(f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n")


class HostileServer:
    """A server at `url` that plays a script; `asked` holds the bodies of the requests so far."""

    def __init__(self, *script: Act) -> None:
        self.script, self.asked = list(script), list[Mapping[str, Any]]()
        self.over = threading.Event()
        self.open, self._lock = 0, threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="hostile")
        self._thread.start()

    @property
    def url(self) -> str:
        """Its address, as an OpenAI-compatible one."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def stop(self) -> None:
        """Let go of everybody and end."""
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def play(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request by the script."""
        body = handler.rfile.read(int(handler.headers.get("content-length") or 0))
        asked = json.loads(body or b"{}")
        with self._lock:
            self.asked.append(asked)
            self.open += 1
            act = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        try:
            with suppress(ConnectionError):
                act(Exchange(handler, asked, self.over))
        finally:
            with self._lock:
                self.open -= 1


@contextmanager
def hostile(*script: Act) -> Iterator[HostileServer]:
    """A server that runs for a while."""
    server = HostileServer(*script)
    try:
        yield server
    finally:
        server.stop()


def _handler(server: HostileServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.close_connection = True
            server.play(self)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the base class names it
            """Say nothing."""

    return Handler


# What a model may say


def says(
    *pieces: str,
    finish: str | None = "stop",
    usage: Mapping[str, int] | None = USAGE,
    wait: float = 0,
    after: Mapping[int, threading.Event] = MappingProxyType({}),
) -> Act:
    """A well-behaved text, in pieces; some of them, by their number, come only after an event."""

    def act(exchange: Exchange) -> None:
        text = "".join(pieces)
        if not exchange.streams:
            return _whole(exchange, {"role": "assistant", "content": text}, finish or "stop", usage)
        exchange.head(content_type="text/event-stream")
        for number, piece in enumerate(pieces):
            if number in after and not after[number].wait(20):
                raise ConnectionAbortedError
            exchange.event(_chunk({"role": "assistant", "content": piece}))
            exchange.wait(wait)
        return _end(exchange, finish, usage)

    return act


def calls(tool: str, told: Any, *, finish: str | None = "tool_calls", usage: Mapping[str, int] | None = USAGE) -> Act:
    """A call of a tool; `told` is JSON, or a text that may be none."""
    arguments = told if isinstance(told, str) else json.dumps(told)

    def act(exchange: Exchange) -> None:
        call = {"id": "call_1", "type": "function", "function": {"name": tool, "arguments": arguments}}
        if not exchange.streams:
            return _whole(
                exchange, {"role": "assistant", "content": None, "tool_calls": [call]}, finish or "stop", usage
            )
        exchange.head(content_type="text/event-stream")
        head = call | {"index": 0, "function": {"name": tool, "arguments": ""}}
        exchange.event(_chunk({"role": "assistant", "content": None, "tool_calls": [head]}))
        for start in range(0, len(arguments), 200):
            piece = {"index": 0, "function": {"arguments": arguments[start : start + 200]}}
            exchange.event(_chunk({"tool_calls": [piece]}))
        return _end(exchange, finish, usage)

    return act


def calls_as_anthropic(told: str) -> Act:
    """A call of a tool in one piece, in the wire format of Anthropic's messages."""
    usage = {"input_tokens": 1, "output_tokens": 1}
    events: tuple[dict[str, Any], ...] = (
        {"type": "message_start", "message": {"id": "m", "role": "assistant", "content": [], "usage": usage}},
        {"type": "content_block_start", "content_block": {"type": "tool_use", "id": "t", "name": "read_request"}},
        {"type": "content_block_delta", "delta": {"type": "input_json_delta", "partial_json": told}},
        {"type": "message_delta", "delta": {"stop_reason": "tool_use"}, "usage": usage},
        {"type": "message_stop"},
    )

    def act(exchange: Exchange) -> None:
        exchange.head(content_type="text/event-stream")
        for each in events:
            exchange.send(f"event: {each['type']}\ndata: {json.dumps(each | {'index': 0})}\n\n")

    return act


# How a server may fail


def fails(status: int, message: str = "no", **headers: str) -> Act:
    """An error of the API."""

    def act(exchange: Exchange) -> None:
        exchange.head(status, content_type="application/json", **headers)
        exchange.send(json.dumps({"error": {"message": message, "type": "error", "code": None}}))

    return act


def hangs(exchange: Exchange) -> None:
    """Takes the question and says nothing, for ever."""
    exchange.wait(60)


def hangs_after_the_head(exchange: Exchange) -> None:
    """Begins to answer, and says nothing."""
    exchange.head(content_type="text/event-stream")
    exchange.wait(60)


def drips(exchange: Exchange) -> None:
    """Sends a byte now and then, and never a whole event."""
    exchange.head(content_type="text/event-stream")
    while True:
        exchange.send(":")
        exchange.wait(0.05)


def drips_headers(exchange: Exchange) -> None:
    """Sends headers for ever."""
    exchange.send("HTTP/1.1 200 OK\r\n")
    number = 0
    while True:
        number += 1
        exchange.send(f"X-{number}: on and on\r\n")
        exchange.wait(0.05)


def drips_words(exchange: Exchange) -> None:
    """Says a word now and then, for ever, and never ends a sentence."""
    exchange.head(content_type="text/event-stream")
    while True:
        exchange.event(_chunk({"content": "."}))
        exchange.wait(0.05)


def never_ends(exchange: Exchange) -> None:
    """Writes sentences as fast as it can."""
    exchange.head(content_type="text/event-stream")
    while not exchange.over.is_set():
        exchange.event(_chunk({"content": "[1] The first year costs less.\n"}))


def never_ends_a_line(exchange: Exchange) -> None:
    """Sends bytes as fast as it can, and never ends a line."""
    exchange.head(content_type="text/event-stream")
    while not exchange.over.is_set():
        exchange.send("data: " + "x" * 65_536)


def thinks_for_ever(exchange: Exchange) -> None:
    """Sends event after event without a word in them."""
    exchange.head(content_type="text/event-stream")
    while not exchange.over.is_set():
        exchange.event(_chunk({"content": ""}))


def hangs_up(exchange: Exchange) -> None:
    """Closes the connection without a word."""


def hangs_up_midway(exchange: Exchange) -> None:
    """Closes the connection in the middle of an answer."""
    exchange.head(content_type="text/event-stream")
    exchange.event(_chunk({"content": "[1] The first year costs less.\n[1] The sec"}))


def breaks_off_midway(exchange: Exchange) -> None:
    """Promises more bytes than it sends."""
    exchange.head(content_type="text/event-stream", content_length="100000")
    exchange.event(_chunk({"content": "[1] The first year costs less.\n[1] The sec"}))


def fails_midway(exchange: Exchange) -> None:
    """Begins well, and says then that it has an error."""
    exchange.head(content_type="text/event-stream")
    exchange.event(_chunk({"content": "[1] The first"}))
    exchange.event({"error": {"message": "sk-echoed-secret", "type": "server_error", "code": None}})


def has_no_choices(exchange: Exchange) -> None:
    """Answers with an empty list of choices."""
    exchange.head(content_type="text/event-stream")
    exchange.event({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []})
    exchange.event("[DONE]")


def sends(body: str, content_type: str = "text/event-stream") -> Act:
    """Anything at all."""

    def act(exchange: Exchange) -> None:
        exchange.head(content_type=content_type)
        exchange.send(body)

    return act


def packs(*encodings: str, size: int = 1_000) -> Act:
    """A whole answer behind a little that is a lot once it is unpacked."""
    answer = [_chunk({"content": "[1] Migration is included."}, "stop")]
    packed = b":" + b"x" * size + b"\n\n" + b"".join(f"data: {json.dumps(each)}\n\n".encode() for each in answer)
    for _ in encodings:
        packed = gzip.compress(packed)

    def act(exchange: Exchange) -> None:
        exchange.head(content_type="text/event-stream", content_encoding=", ".join(encodings))
        exchange.send_bytes(packed)

    return act


def _chunk(delta: Mapping[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _end(exchange: Exchange, finish: str | None, usage: Mapping[str, int] | None) -> None:
    if finish:
        exchange.event(_chunk({}, finish))
    if usage is not None:
        exchange.event(_chunk({}) | {"choices": [], "usage": usage})
    exchange.event("[DONE]")


def _whole(exchange: Exchange, message: Mapping[str, Any], finish: str, usage: Mapping[str, int] | None) -> None:
    choice = {"index": 0, "message": message, "finish_reason": finish}
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    exchange.head(content_type="application/json")
    exchange.send(json.dumps(body))
