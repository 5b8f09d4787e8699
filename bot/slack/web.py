"""Web: deliveries come as signed HTTP requests.

Accepting one is a short write to the database, so it is done in a thread and never in the event loop. What could not be
kept is answered with 503, and Slack delivers it again. Bolt refuses what is not signed, or was signed too long ago.
"""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

import anyio
import uvicorn
from anyio.to_thread import run_sync
from slack_bolt import BoltRequest, BoltResponse
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.core.errors import FikaError
from bot.ports.stop import Stop
from bot.slack.serving import SlackApp, finish

log = logging.getLogger(__name__)

EVENTS = "/slack/events"
HEALTH = "/health"
LARGEST = 1_000_000
"""Bytes; the largest payloads of Slack have a tenth of that."""
SLOWEST = 10
"""Seconds that a request may take to arrive; Slack gives up after three."""
ACCEPTING = 10
"""Threads that accept deliveries; health is asked for in another."""
STAMP = "x-slack-request-timestamp"
SIGNATURE = "x-slack-signature"
LONGEST_STAMP = 20


class PortTaken(FikaError):
    """Raised when nothing can listen on an address."""


def web_app(app: SlackApp) -> Starlette:
    """The web endpoint: what Slack delivers to, and whether all is well."""
    accepting = anyio.CapacityLimiter(ACCEPTING)

    async def events(request: Request) -> Response:
        body = await _body(request)
        if isinstance(body, Response):
            return body
        return await run_sync(_accept, app, body, dict(request.headers), limiter=accepting)

    async def health(_request: Request) -> Response:
        return await run_sync(_health, app)

    routes = [Route(EVENTS, events, methods=["POST"]), Route(HEALTH, health)]
    web = Starlette(routes=routes)
    web.router.redirect_slashes = False
    return web


async def _body(request: Request) -> bytes | Response:
    """The body of a request; a refusal where it is too large, too slow or cut off."""
    read = bytearray()
    try:
        with anyio.fail_after(SLOWEST):
            async for chunk in request.stream():
                read += chunk
                if len(read) > LARGEST:
                    return Response(status_code=413, headers={"connection": "close"})
    except TimeoutError:
        return Response(status_code=408, headers={"connection": "close"})
    except ClientDisconnect:
        return Response(status_code=400)
    return bytes(read)


def _accept(app: SlackApp, body: bytes, headers: dict[str, str]) -> Response:
    if not _may_be_signed(headers.get(STAMP, ""), headers.get(SIGNATURE, "")):
        return Response(status_code=401)
    try:
        request = BoltRequest(body=body.decode(), headers=dict(headers))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Response(status_code=400)  # not UTF-8, not JSON, or JSON that is no object
    answer = app.bolt.dispatch(request)
    if answer.status >= 500:  # noqa: PLR2004 - whatever went wrong on our side
        return Response(status_code=503)
    return _response(answer)


def _may_be_signed(stamp: str, signature: str) -> bool:
    # Bolt stumbles over a time that is no number and over a signature that is not ASCII. Nothing at all it can refuse.
    return signature.isascii() and (not stamp or (stamp.isascii() and stamp.isdecimal() and len(stamp) < LONGEST_STAMP))


def _response(answer: BoltResponse) -> Response:
    return Response(answer.body, answer.status, answer.first_headers_without_set_cookie())


def _health(app: SlackApp) -> Response:
    try:
        ready = app.ready()
    except FikaError:
        ready = False
    said = {"status": "ok" if ready else "unavailable", "version": version("fika")}
    return JSONResponse(said, 200 if ready else 503)


class _Server(uvicorn.Server):
    """Uvicorn, which ends when it is told to and leaves the signals to whoever tells it."""

    def __init__(self, config: uvicorn.Config, stop: Stop) -> None:
        super().__init__(config)
        self._stop = stop

    async def on_tick(self, counter: int) -> bool:
        return await super().on_tick(counter) or self._stop.told

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on an address.

    Raises:
        PortTaken: it cannot.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as refused:
        reason = (refused.strerror or str(refused)).lower()
        raise PortTaken(
            f"Nothing can listen on {host}, port {port}: {reason}. Set FIKA_HOST and FIKA_PORT, or stop what is there."
        ) from None


def serve(app: SlackApp, at: socket.socket, stop: Stop, grace: float) -> None:
    """Serve until told to stop; then finish the requests that are there, and what was acknowledged.

    Args:
        app: what the deliveries are for.
        at: where to listen; it is closed in the end.
        stop: says when to end.
        grace: how many seconds the end may take.
    """
    config = uvicorn.Config(
        web_app(app),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=max(1, round(grace)),
    )
    app.start()
    try:
        _Server(config, stop).run(sockets=[at])
    finally:
        finish(app, stop, grace)
