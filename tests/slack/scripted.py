"""A Slack that takes everything, remembers it, and goes wrong exactly as it is told: real HTTP on loopback.

It knows the few methods that post and read. What it is told to do wrong is said per method: once, or until it is told
otherwise.
"""

import itertools
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from bot.ports import Ports, Scope
from bot.ports.inbox import Begun, NewDelivery

Arguments = Mapping[str, Any]
HOOK = "hook"
"""What a call of a response URL is called."""


@dataclass(frozen=True)
class Wrong:
    """One thing that goes wrong."""

    error: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    """The whole answer, in place of the JSON with the error."""
    late: bool = False
    """Whether the call is carried out all the same."""
    when: Callable[[Arguments], bool] = lambda _: True

    def answer(self) -> str:
        """What is sent back."""
        return self.body if self.body is not None else json.dumps({"ok": False, "error": self.error})


class Scripted:
    """The server's state."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[tuple[str, Arguments]] = []
        self.messages: list[dict[str, Any]] = []
        self.users: dict[str, dict[str, Any]] = {}
        self.once: dict[str, list[Wrong]] = {}
        self.always: dict[str, Wrong] = {}
        self._lock = threading.Lock()

    @property
    def api_url(self) -> str:
        """Where the methods are."""
        return f"{self.url}/api/"

    @property
    def hook_url(self) -> str:
        """A response URL."""
        return f"{self.url}/hook/1"

    def methods(self) -> list[str]:
        """The methods that were called, in order."""
        return [method for method, _ in self.calls]

    def sent(self, method: str) -> list[Arguments]:
        """What a method was called with, in order."""
        return [arguments for called, arguments in self.calls if called == method]

    def answer(self, method: str, arguments: Arguments) -> tuple[int, Mapping[str, str], str]:
        """Carry out a call, or go wrong."""
        with self._lock:
            self.calls.append((method, arguments))
            wrong = self._wrong(method, arguments)
            if wrong and not wrong.late:
                return wrong.status, wrong.headers, wrong.answer()
            done = json.dumps(self._carry_out(method, arguments))
            return (wrong.status, wrong.headers, wrong.answer()) if wrong else (200, {}, done)

    def _wrong(self, method: str, arguments: Arguments) -> Wrong | None:
        if planned := self.once.get(method):
            return planned.pop(0)
        lasting = self.always.get(method)
        return lasting if lasting and lasting.when(arguments) else None

    def _carry_out(self, method: str, arguments: Arguments) -> dict[str, Any]:
        if method == "chat.postMessage":
            return self._keep(arguments)
        if method in {"conversations.history", "conversations.replies"}:
            return self._page(arguments)
        if method == "users.info":
            user = self.users.get(arguments["user"])
            return {"ok": True, "user": user} if user else {"ok": False, "error": "user_not_found"}
        if method == "chat.getPermalink":
            return {"ok": True, "permalink": f"https://example.com/{arguments['channel']}/{arguments['message_ts']}"}
        return {"ok": True, "message_ts": "7.0"} if method == "chat.postEphemeral" else {"ok": True}

    def _keep(self, arguments: Arguments) -> dict[str, Any]:
        asked = arguments["channel"]
        channel = f"D{asked[1:]}" if asked.startswith("U") else asked
        ts = f"{1_800_000_000 + len(self.messages)}.000100"
        self.messages.append({**arguments, "channel": channel, "ts": ts})
        return {"ok": True, "channel": channel, "ts": ts}

    def _page(self, arguments: Arguments) -> dict[str, Any]:
        if arguments["channel"].startswith("U"):
            return {"ok": False, "error": "channel_not_found"}
        there = [
            each
            for each in self.messages
            if each["channel"] == arguments["channel"]
            and each.get("thread_ts") == arguments.get("ts")
            and float(each["ts"]) >= float(arguments.get("oldest", 0))
        ]
        start = int(arguments.get("cursor") or 0)
        more = str(start + 2) if start + 2 < len(there) else ""
        page = there[start : start + 2]
        return {"ok": True, "messages": page, "response_metadata": {"next_cursor": more}}


@contextmanager
def serving(state: Scripted) -> Iterator[None]:
    """A server while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            arguments = json.loads(raw) if raw.startswith("{") else {k: v[0] for k, v in parse_qs(raw).items()}
            method = self.path.removeprefix("/api/") if self.path.startswith("/api/") else HOOK
            status, headers, body = state.answer(method, arguments)
            if not status:  # the connection is cut
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 15, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def pass_by(self, time: timedelta) -> None:
        """Let time pass."""
        self.now += time


TEAM = "T1"
KEYS = itertools.count()


def accepted(ports: Ports, received_at: datetime = datetime(2027, 1, 15, 8, tzinfo=UTC), team: str = TEAM) -> int:
    """A delivery in the inbox."""
    with ports.store().begin(Scope.of_team(team)) as work:
        new = NewDelivery(f"event/{next(KEYS)}", "U1", "D1/", {"text": "does Acme fit?"}, received_at)
        delivery = work.inbox.accept(new, "one")
        work.commit()
    assert delivery is not None
    return delivery


def begun(ports: Ports, delivery: int, part: str) -> Begun:
    """What the inbox says of a part that is about to be posted once more; marks it."""
    with ports.store().begin(Scope.of_team(TEAM)) as work:
        said = work.inbox.begin_part(delivery, part)
        work.commit()
    return said
