"""Socket Mode: envelopes over WebSockets that the app opens.

An envelope goes to one of the app's connections, in turn. It counts as delivered once the app has sent its id back; a
connection that ends takes its unacknowledged envelopes back to be tried again.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from bot.playground.delivery import Delivery, Kind, NotAcknowledged, Pace, Track
from bot.playground.model import Installed, Json

PATH = "/link"
_UNKNOWN_TICKET = 4404
"""The code that a connection without a valid ticket is closed with."""
_LIFETIME = 3600
"""How long a connection lives, as the app is told, in seconds."""


@dataclass(eq=False, slots=True)
class _Connection:
    number: int
    websocket: WebSocket
    unacknowledged: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)

    async def send(self, message: Json) -> None:
        await self.websocket.send_text(json.dumps(message))

    def lose(self) -> None:
        for waiting in self.unacknowledged.values():
            if not waiting.done():
                waiting.set_exception(NotAcknowledged("connection_failed"))


@dataclass(slots=True)
class SocketMode:
    """The connections of all apps."""

    pace: Pace
    clock: Callable[[], float]
    base: Callable[[], str]
    """The server's address, as ws://host:port."""
    _tickets: dict[str, str] = field(default_factory=dict)
    _connections: dict[str, list[_Connection]] = field(default_factory=dict)
    _arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    _numbers: Any = field(default_factory=lambda: count(1))
    closed: bool = False
    touched: Callable[[], None] = lambda: None
    """Told whenever an app has more connections or fewer."""

    def open(self, app: Installed) -> str:
        """The address of a new connection; it works once."""
        ticket = f"ticket-{next(self._numbers)}"
        self._tickets[ticket] = app.app
        return f"{self.base()}{PATH}/?ticket={ticket}&app_id={app.app}"

    def connections(self, app: str) -> int:
        """How many connections an app has."""
        return len(self._connections.get(app, ()))

    async def serve(self, websocket: WebSocket) -> None:
        """Hold one connection until it ends."""
        app = self._tickets.pop(websocket.query_params.get("ticket", ""), None)
        if app is None or self.closed:
            await websocket.close(_UNKNOWN_TICKET)
            return
        await websocket.accept()
        connection = _Connection(next(self._numbers), websocket)
        try:
            await connection.send(self._hello(app))
            await self._enter(app, connection)
            while True:
                self._acknowledged(connection, await websocket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self._leave(app, connection)

    async def deliver(self, delivery: Delivery, track: Track, reason: str) -> Json | None:
        """Try once; returns what the app answered.

        Raises:
            NotAcknowledged: there is no connection, or no acknowledgement in time.
        """
        app = delivery.to.app
        connection = await self._next(app, self.pace.hold if delivery.kind is Kind.EVENT else self.pace.deadline)
        envelope = f"{delivery.key}-{next(self._numbers)}"
        waiting = asyncio.get_running_loop().create_future()
        connection.unacknowledged[envelope] = waiting
        if track.sent_at is None:
            track.sent_at = self.clock()
        try:
            async with asyncio.timeout(self.pace.deadline):
                await connection.websocket.send_text(_envelope(envelope, delivery, track.tries, reason))
                answer: Json | None = await waiting
        except TimeoutError:
            raise NotAcknowledged("timeout") from None
        except (RuntimeError, WebSocketDisconnect):
            raise NotAcknowledged("connection_failed") from None
        finally:
            connection.unacknowledged.pop(envelope, None)
        return answer

    async def refresh(self, app: str, reason: str = "refresh_requested") -> None:
        """Tell every connection of an app to make room for a new one; a mere warning leaves it open."""
        for connection in list(self._connections.get(app, ())):
            if reason == "refresh_requested":
                # Nothing new goes here, and what is under way may still be acknowledged.
                self._connections[app].remove(connection)
                self.touched()
            await connection.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "local-slack"}})

    async def drop(self, app: str) -> None:
        """Close every connection of an app without a word."""
        for connection in list(self._connections.get(app, ())):
            self._leave(app, connection)
            await _close(connection.websocket)

    async def stop(self) -> None:
        """Close every connection, and take no new ones."""
        self.closed = True
        for app in list(self._connections):
            await self.drop(app)

    async def _next(self, app: str, seconds: float) -> _Connection:
        if not self.connections(app):
            try:
                async with asyncio.timeout(seconds), self._arrived:
                    await self._arrived.wait_for(lambda: self.connections(app))
            except TimeoutError:
                raise NotAcknowledged("connection_failed") from None
        connection = self._connections[app].pop(0)
        self._connections[app].append(connection)
        return connection

    async def _enter(self, app: str, connection: _Connection) -> None:
        self._connections.setdefault(app, []).append(connection)
        self.touched()
        async with self._arrived:
            self._arrived.notify_all()

    def _leave(self, app: str, connection: _Connection) -> None:
        if connection in self._connections.get(app, ()):
            self._connections[app].remove(connection)
            self.touched()
        connection.lose()

    def _hello(self, app: str) -> Json:
        debug = {"host": "local-slack", "build_number": 1, "approximate_connection_time": _LIFETIME}
        number = self.connections(app) + 1
        return {"type": "hello", "num_connections": number, "debug_info": debug, "connection_info": {"app_id": app}}

    @staticmethod
    def _acknowledged(connection: _Connection, text: str) -> None:
        try:
            said = json.loads(text)
            waiting = connection.unacknowledged.get(said["envelope_id"])
        except (ValueError, TypeError, KeyError):
            # Slack says nothing to what it does not understand.
            return
        if waiting is not None and not waiting.done():
            waiting.set_result(said.get("payload"))


def _envelope(envelope: str, delivery: Delivery, tries: int, reason: str) -> str:
    message: Json = {
        "envelope_id": envelope,
        "type": delivery.kind.value,
        "accepts_response_payload": delivery.kind is not Kind.EVENT,
    }
    if delivery.kind is Kind.EVENT:
        message |= {"retry_attempt": tries, "retry_reason": reason}
    # The payload is JSON already.
    return f'{json.dumps(message)[:-1]}, "payload": {delivery.body}}}'


async def _close(websocket: WebSocket) -> None:
    if websocket.application_state is not WebSocketState.DISCONNECTED:
        try:
            await websocket.close(1001)
        except (RuntimeError, WebSocketDisconnect):
            # The other side was quicker.
            return
