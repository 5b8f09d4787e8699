"""Answering: who may call a method, the call itself, and its answer in Slack's form.

Every call is remembered in the world. An error of Slack's is an answer like any other: HTTP 200, `ok` false.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.api import (  # noqa: F401 - each makes its methods known
    accounts,
    agents,
    chat,
    conversations,
    files,
    history,
    marks,
    scheduled,
    streams,
    users,
    views,
)
from bot.playground.api.method import METHODS, Asked, Method, Refused
from bot.playground.model import Call, Installed, Json
from bot.playground.world import World

SocketUrl = Callable[[Installed], str]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, with the headers that go with it."""

    body: Json
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Known:
    """What is known of a call, however it ends."""

    app: Installed | None = None
    faults: list[Any] = field(default_factory=list)


class Api:
    """The Web API over a world."""

    def __init__(self, world: World, socket_url: SocketUrl | None = None) -> None:
        self.world = world
        self.socket_url = socket_url
        """Where an app connects for Socket Mode; set by whoever serves it."""

    def call(self, method: str, arguments: Json, token: str | None, base_url: str = "http://localhost") -> Answered:
        """Carry a method out."""
        begun, known = self.world.now(), _Known()
        with self.world.lock:
            try:
                body = {"ok": True, **self._carried_out(method, arguments, token, base_url, known)}
            except Refused as refused:
                body = _refusal(refused)
            self._remember(method, arguments, body, begun, known)
        return Answered(body, _headers(known.app, method))

    def _carried_out(
        self, name: str, arguments: Json, token: str | None, base_url: str, known: _Known
    ) -> Mapping[str, Any]:
        if name == "api.test":
            return _api_test(arguments)
        if name == "apps.connections.open":
            known.app = self._connecting(token)
            return {"url": self._url(known.app)}
        method = self._method(name)
        known.app = self._authenticated(token)
        asked = Asked(self.world, name, arguments, known.app, base_url, known.faults)
        if method.scopes:
            asked.need(*method.scopes)
        return method.run(asked)

    def _remember(self, method: str, arguments: Json, body: Json, begun: float, known: _Known) -> None:
        app, team = (known.app.app, known.app.team) if known.app else (None, None)
        seconds = self.world.now() - begun
        self.world.called(Call(method, arguments, body, app, team, seconds, begun, tuple(known.faults)))

    def _method(self, name: str) -> Method:
        method = METHODS.get(name)
        if method is None or (self.world.classic and not method.classic):
            raise Refused("unknown_method", req_method=name)
        return method

    def _authenticated(self, token: str | None) -> Installed:
        if not token:
            raise Refused("not_authed")
        app = self.world.apps.get(token)
        if app is None:
            known = self.world.by_app_token(token)
            raise Refused("not_allowed_token_type" if known else "invalid_auth")
        if app.revoked:
            raise Refused("token_revoked")
        return app

    def _connecting(self, token: str | None) -> Installed:
        if not token:
            raise Refused("not_authed")
        app = self.world.by_app_token(token)
        if app is None:
            raise Refused("not_allowed_token_type" if token in self.world.apps else "invalid_auth")
        return app

    def _url(self, app: Installed) -> str:
        if self.socket_url is None or not app.socket:
            raise Refused("socket_mode_not_enabled")
        return self.socket_url(app)


def _api_test(arguments: Json) -> Json:
    if arguments.get("error"):
        raise Refused(str(arguments["error"]), args=dict(arguments))
    return {"args": dict(arguments)} if arguments else {}


def _refusal(refused: Refused) -> Json:
    body: Json = {"ok": False, "error": refused.error, **refused.more}
    if refused.messages:
        body["response_metadata"] = {"messages": refused.messages}
    return body


def _headers(app: Installed | None, name: str) -> dict[str, str]:
    if app is None:
        return {}
    headers = {"x-oauth-scopes": ",".join(sorted(app.scopes))}
    method = METHODS.get(name)
    if method is not None and method.scopes:
        headers["x-accepted-oauth-scopes"] = ",".join(method.scopes)
    return headers
