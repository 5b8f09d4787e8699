"""Faults of the Web API: the application, with what is planned to go wrong before or after it answers."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.playground.faults import DROP, Faults

API = "/api/"


class Faulty:
    """The Web API, with what is planned to go wrong."""

    def __init__(self, api: ASGIApp, faults: Faults) -> None:
        self._api = api
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        method = _method(scope)
        if method is None or self._faults.quick:
            await self._api(scope, receive, send)
            return
        body = await _body(receive)
        wrong = self._faults.wrong(method, _arguments(scope, body))
        if wrong is None:
            await self._api(scope, _replayed(body), send)
            return
        await asyncio.sleep(wrong.slow)
        if wrong.late or wrong.only_slow:
            await self._api(scope, _replayed(body), send if wrong.only_slow else _nowhere)
        if wrong.error == DROP:
            scope["state"]["transport"].abort()
        elif not wrong.only_slow:
            await wrong.response()(scope, receive, send)


def _method(scope: Scope) -> str | None:
    if scope["type"] != "http":
        return None
    path: str = scope["path"]
    if path.startswith(API):
        return path[len(API) :]
    return "response" if path.startswith("/response/") else None


async def _body(receive: Receive) -> bytes:
    parts = []
    more = True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)


def _arguments(scope: Scope, body: bytes) -> Mapping[str, Any]:
    kind = dict(scope["headers"]).get(b"content-type", b"")
    if kind.startswith(b"application/json"):
        found = json.loads(body or b"{}")
        return found if isinstance(found, dict) else {}
    if kind.startswith(b"multipart/"):
        return {}
    return dict(parse_qsl(body.decode(errors="replace") or scope["query_string"].decode()))


def _replayed(body: bytes) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


async def _nowhere(_message: Message) -> None:
    """Lose an answer."""
