"""The least that serving needs on both sides: a server that is Slack, and an app that echoes."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection
from websockets.sync.server import serve as serve_websocket

from bot.core.errors import StateUnavailable
from bot.slack.client import web_client

SECRET = "shh"
IDENTITY = {"ok": True, "team": "Harbor Sales", "team_id": "T1", "user": "fika", "user_id": "U0"}


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)


@dataclass
class Echo:
    """A SlackApp that keeps every payload once and notes what was done with it."""

    bolt: App
    kept: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    """What arrived, kept or not."""
    breaks: bool = False
    is_ready: bool = True
    may_go_on: threading.Event = field(default_factory=threading.Event)
    """Nothing is kept before this is set."""

    @classmethod
    def over(cls, url: str = "http://127.0.0.1:9/") -> "Echo":
        """One that calls a server."""
        client = web_client("", url)
        client.token = None  # else Bolt says that it has no need of it

        def authorize() -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_user_id="U0")

        made = cls(App(client=client, signing_secret=SECRET, authorize=authorize))
        made.may_go_on.set()
        made.bolt.use(made.keep)
        return made

    def keep(self, req: BoltRequest, next: Callable[[], None]) -> BoltResponse:  # noqa: A002, ARG002 - Bolt's name
        """Accept."""
        breaks = self.breaks
        self.came.append(str(req.body.get("event_id")))
        self.may_go_on.wait(60)
        if breaks:
            raise RuntimeError("the database is locked")
        self.kept.setdefault(str(req.body.get("event_id")), req.body)
        self.said.append("kept")
        return BoltResponse(status=200, body="")

    def start(self) -> None:
        """Note it."""
        self.said.append("started")

    def stop(self, grace: float) -> bool:
        """Note it."""
        self.said.append("stopped")
        return grace > 0

    def ready(self) -> bool:
        """As the test wants it; without a state nobody can say."""
        if self.breaks:
            raise StateUnavailable("The database is locked.")
        return self.is_ready


def signed(body: str, at: float, secret: str = SECRET) -> dict[str, str]:
    """The headers with which Slack sends a body."""
    stamp = str(int(at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature or "",
    }


def event(key: str, text: str = "does Acme fit?") -> dict[str, Any]:
    """Somebody mentions the app."""
    said = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": text}
    return {"type": "event_callback", "event_id": key, "team_id": "T1", "api_app_id": "A1", "event": said}


@dataclass
class LocalSlack:
    """A server with the two methods that serving calls, and with Socket Mode."""

    url: str = ""
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    open: list[ServerConnection] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    socket: Server | None = None

    def answer(self, method: str) -> tuple[int, dict[str, str], bytes]:
        """What a method answers."""
        self.calls.append(method)
        said = dict(self.answers.get(method, {}))
        status, headers = said.pop("status", 200), said.pop("headers", {})
        assert self.socket is not None
        port = self.socket.socket.getsockname()[1]
        usual = {"auth.test": IDENTITY, "apps.connections.open": {"ok": True, "url": f"ws://127.0.0.1:{port}/link?x=1"}}
        return status, headers, json.dumps(said or usual[method]).encode()

    def connected(self, connection: ServerConnection) -> None:
        """Hold a connection and note what is acknowledged."""
        connection.send(json.dumps({"type": "hello", "num_connections": 1}))
        self.open.append(connection)
        try:
            for message in connection:
                self.acknowledged.append(json.loads(message)["envelope_id"])
        except ConnectionClosed:
            pass
        finally:
            self.open.remove(connection)

    def deliver(self, key: str) -> None:
        """Send an event over the newest connection."""
        message = {"type": "events_api", "envelope_id": f"e-{key}", "payload": event(key)}
        self.open[-1].send(json.dumps(message))


@contextmanager
def local_slack() -> Iterator[LocalSlack]:
    """Run one for as long as the block lasts."""
    slack = LocalSlack()

    class Methods(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, headers, body = slack.answer(self.path.removeprefix("/api/"))
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with (
        serve_websocket(slack.connected, "127.0.0.1", 0) as socket,
        ThreadingHTTPServer(("127.0.0.1", 0), Methods) as methods,
    ):
        slack.socket, slack.url = socket, f"http://127.0.0.1:{methods.server_address[1]}/api/"
        running = [
            threading.Thread(target=socket.serve_forever),
            threading.Thread(target=methods.serve_forever, args=(0.02,)),
        ]
        for each in running:
            each.start()
        yield slack
        methods.shutdown()
        socket.shutdown()
        for each in running:
            each.join()
