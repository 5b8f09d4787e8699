"""Signed requests to the address of an app: the other way in which Slack delivers."""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx

from bot.core.errors import FikaError
from bot.playground.delivery import Delivery, Kind, NotAcknowledged, Pace, Track
from bot.playground.model import Installed, Json

CHALLENGE = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


class AddressRefused(FikaError):
    """Raised when the address for requests does not answer as it must before it is taken."""


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


@dataclass(slots=True)
class SignedHttp:
    """Requests to apps."""

    pace: Pace
    clock: Callable[[], float]
    """For measuring."""
    wall: Callable[[], float]
    """Seconds since 1970, for signatures: the app compares them with its own clock."""
    client: httpx.AsyncClient | None = None

    async def start(self) -> None:
        """Make the client; called on the server's event loop."""
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=100)
        self.client = httpx.AsyncClient(timeout=self.pace.deadline, limits=limits, trust_env=False)

    async def stop(self) -> None:
        """Close the client."""
        if self.client is not None:
            await self.client.aclose()

    async def deliver(self, delivery: Delivery, track: Track, reason: str) -> Json | None:
        """Try once; returns what the app answered.

        Raises:
            NotAcknowledged: the request failed, or was not answered with success in time.
        """
        body, kind = encoded(delivery)
        headers = {"content-type": kind}
        if track.tries:
            headers |= {"x-slack-retry-num": str(track.tries), "x-slack-retry-reason": reason}
        if track.sent_at is None:
            track.sent_at = self.clock()
        response = await self._post(delivery.to, body, headers)
        if not response.is_success:
            if response.headers.get("x-slack-no-retry") == "1":
                track.tries = self.pace.tries(delivery.kind)
            raise NotAcknowledged("http_error")
        return _answer(response)

    async def verify(self, app: Installed) -> None:
        """Ask the address of an app to prove itself, as on set-up.

        Raises:
            AddressRefused: it did not give the challenge back.
        """
        body = json.dumps({"type": "url_verification", "token": "unused", "challenge": CHALLENGE})
        try:
            response = await self._post(app, body, {"content-type": _JSON})
        except NotAcknowledged:
            response = None
        if response is None or not response.is_success or CHALLENGE not in response.text:
            raise AddressRefused(f"{app.request_url} did not answer the challenge. Start the app there first.")

    async def _post(self, app: Installed, body: str, headers: dict[str, str]) -> httpx.Response:
        assert self.client is not None, "start comes first"
        headers |= signed(app.signing_secret, body, int(self.wall()))
        headers["user-agent"] = "Slackbot 1.0 (+https://api.slack.com/robots)"
        try:
            return await self.client.post(str(app.request_url), content=body.encode(), headers=headers)
        except httpx.TimeoutException:
            raise NotAcknowledged("http_timeout") from None
        except httpx.HTTPError:
            raise NotAcknowledged("connection_failed") from None


def _answer(response: httpx.Response) -> Json | None:
    if not response.text.strip():
        return None
    if not response.headers.get("content-type", "").startswith(_JSON):
        return {"text": response.text}
    try:
        found: Any = response.json()
    except ValueError:
        return {"text": response.text}
    return found if isinstance(found, dict) else None
