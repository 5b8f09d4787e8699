"""Signed requests to the address of an app: the other way in which Slack delivers.

Requests are sent by threads that keep their connections open; with an asynchronous client the local Slack, and not the
app, would be what a measurement of throughput measures.
"""

import asyncio
import hashlib
import hmac
import http.client
import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from bot.core.errors import FikaError
from bot.playground.delivery import Delivery, Kind, NotAcknowledged, Pace, Track
from bot.playground.model import Installed, Json

CHALLENGE = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
AT_ONCE = 50
"""How many requests are on their way at once; the others wait, before their time begins to count."""
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_GONE = (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError)


class AddressRefused(FikaError):
    """Raised when the address for requests does not answer as it must before it is taken."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What an address answered to one request."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def is_success(self) -> bool:
        """Whether it says that all went well."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the statuses of success


def signed(secret: str, body: str, timestamp: int) -> dict[str, str]:
    """The headers that prove a request to be Slack's."""
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": str(timestamp), "x-slack-signature": f"v0={digest}"}


def encoded(delivery: Delivery) -> tuple[str, str]:
    """A delivery's body and its content type."""
    if delivery.kind is Kind.EVENT:
        return delivery.body, _JSON
    fields = json.loads(delivery.body) if delivery.kind is Kind.COMMAND else {"payload": delivery.body}
    return urlencode(fields), _FORM


class Lines:
    """Connections that are kept open, by the address they lead to."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._idle: dict[str, list[http.client.HTTPConnection]] = {}
        self._lock = threading.Lock()
        self._closed = False

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """Send a request, anew where a connection that was kept turns out to be closed.

        Raises:
            OSError: it did not arrive, or was not answered in time.
            http.client.HTTPException: the answer was none.
        """
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}"
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        while (kept := self._take(address)) is not None:
            try:
                return self._sent(address, kept, target, body, headers)
            except _GONE:
                continue
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        return self._sent(address, kind(parts.netloc, timeout=self._seconds), target, body, headers)

    def close(self) -> None:
        """Hang up; what is under way hangs up when it has ended."""
        with self._lock:
            self._closed = True
            for connections in self._idle.values():
                for connection in connections:
                    connection.close()
            self._idle.clear()

    def _take(self, address: str) -> http.client.HTTPConnection | None:
        with self._lock:
            kept = self._idle.get(address)
            return kept.pop() if kept else None

    def _sent(
        self, address: str, line: http.client.HTTPConnection, target: str, body: bytes, headers: Mapping[str, str]
    ) -> Answered:
        done = False
        try:
            line.request("POST", target, body, dict(headers))
            response = line.getresponse()
            text = response.read().decode(errors="replace")
            done = not response.will_close
        finally:
            self._keep(address, line, done=done)
        return Answered(response.status, {name.lower(): value for name, value in response.getheaders()}, text)

    def _keep(self, address: str, line: http.client.HTTPConnection, *, done: bool) -> None:
        with self._lock:
            if done and not self._closed:
                self._idle.setdefault(address, []).append(line)
                return
        line.close()


@dataclass(slots=True)
class SignedHttp:
    """Requests to apps."""

    pace: Pace
    clock: Callable[[], float]
    """For measuring."""
    wall: Callable[[], float]
    """Seconds since 1970, for signatures: the app compares them with its own clock."""
    _threads: ThreadPoolExecutor | None = None
    _lines: Lines = field(init=False)

    def start(self) -> None:
        """Make the threads."""
        self._lines = Lines(self.pace.deadline)
        self._threads = ThreadPoolExecutor(AT_ONCE, "local-slack-request")

    def stop(self) -> None:
        """Close the connections, and send nothing more."""
        assert self._threads is not None, "start comes first"
        self._lines.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def deliver(self, delivery: Delivery, track: Track, reason: str) -> Json | None:
        """Try once; returns what the app answered.

        Raises:
            NotAcknowledged: the request failed, or was not answered with success in time.
        """
        body, kind = encoded(delivery)
        headers = {"content-type": kind}
        if track.tries:
            headers |= {"x-slack-retry-num": str(track.tries), "x-slack-retry-reason": reason}

        def send() -> Answered:
            if track.sent_at is None:
                track.sent_at = self.clock()
            return self._post(delivery.to, body, headers)

        response = await asyncio.get_running_loop().run_in_executor(self._threads, send)
        if not response.is_success:
            if response.headers.get("x-slack-no-retry") == "1":
                track.tries = self.pace.tries(delivery.kind)
            raise NotAcknowledged("http_error")
        return _answer(response)

    def verify(self, app: Installed) -> None:
        """Ask the address of an app to prove itself, as on set-up.

        Raises:
            AddressRefused: it did not give the challenge back.
        """
        body = json.dumps({"type": "url_verification", "token": "unused", "challenge": CHALLENGE})
        try:
            response = self._post(app, body, {"content-type": _JSON})
        except NotAcknowledged:
            response = None
        if response is None or not response.is_success or CHALLENGE not in response.text:
            raise AddressRefused(f"{app.request_url} did not answer the challenge. Start the app there first.")

    def _post(self, app: Installed, body: str, headers: dict[str, str]) -> Answered:
        headers |= signed(app.signing_secret, body, int(self.wall()))
        headers["user-agent"] = "Slackbot 1.0 (+https://api.slack.com/robots)"
        try:
            return self._lines.post(str(app.request_url), body.encode(), headers)
        except TimeoutError:
            raise NotAcknowledged("http_timeout") from None
        except (OSError, http.client.HTTPException):
            raise NotAcknowledged("connection_failed") from None


def _answer(response: Answered) -> Json | None:
    if not response.text.strip():
        return None
    if not response.headers.get("content-type", "").startswith(_JSON):
        return {"text": response.text}
    try:
        found: Any = json.loads(response.text)
    except ValueError:
        return {"text": response.text}
    return found if isinstance(found, dict) else None
