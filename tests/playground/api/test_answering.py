"""Who may call what, and what is remembered of it."""

from typing import Any

import pytest

from bot.playground.api.answering import Api
from bot.playground.api.method import METHODS

CLASSIC_NOT = [
    "agents.sessions.rename",
    "agents.sessions.setStatus",
    "assistant.threads.setStatus",
    "assistant.threads.setSuggestedPrompts",
    "assistant.threads.setTitle",
    "chat.appendStream",
    "chat.startStream",
    "chat.stopStream",
]


def test_unknown_method(office: Any) -> None:
    """A method that Slack does not have is named in the answer."""
    assert {"ok": False, "error": "unknown_method", "req_method": "chat.shout"} == office.ask("chat.shout")


def test_tokens(office: Any) -> None:
    """No token, a foreign one, one of the wrong kind and one that was taken away are told apart."""

    def error(method: str, token: str | None) -> str:
        return str(office.api.call(method, {}, token).body["error"])

    assert "not_authed" == error("auth.test", None)
    assert "invalid_auth" == error("auth.test", "xoxb-1")
    assert "not_allowed_token_type" == error("auth.test", office.app.app_token)
    assert "not_authed" == error("apps.connections.open", None)
    assert "invalid_auth" == error("apps.connections.open", "xapp-1")
    assert "not_allowed_token_type" == error("apps.connections.open", office.app.bot_token)
    office.world.revoke(office.app)
    assert "token_revoked" == error("auth.test", office.app.bot_token)


def test_socket_mode_must_be_on(office: Any) -> None:
    """An app with a request URL, or a server without WebSockets, opens no connection."""
    error = "socket_mode_not_enabled"
    assert error == Api(office.world).call("apps.connections.open", {}, office.app.app_token).body["error"]
    office.app.request_url = "https://app.example/slack/events"
    assert error == office.api.call("apps.connections.open", {}, office.app.app_token).body["error"]


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.scopes])
def test_every_scope_is_checked(office: Any, name: str) -> None:
    """A method whose scope was not granted says which one it needs and which there are."""
    answer = office.limited("commands").ask(name, channel=office.sales.id)

    expected = {"ok": False, "error": "missing_scope", "needed": METHODS[name].scopes[0], "provided": "commands"}
    assert expected == answer


@pytest.mark.parametrize("name", CLASSIC_NOT)
def test_classic_methods(office: Any, name: str) -> None:
    """In classic mode the newer methods do not exist."""
    office.world.classic = True

    assert "unknown_method" == office.refused(name)


def test_only_these_are_newer() -> None:
    """Every other method is there in classic mode too."""
    assert CLASSIC_NOT == sorted(name for name, method in METHODS.items() if not method.classic)


def test_api_test(office: Any) -> None:
    """It says what it was asked, and fails where it is asked to."""
    assert {"ok": True} == office.api.call("api.test", {}, None).body
    asked = {"error": "my_error"}
    assert {"ok": False, "error": "my_error", "args": asked} == office.api.call("api.test", asked, None).body


def test_calls_are_remembered(office: Any) -> None:
    """Each call is kept with its arguments, its answer and who made it, and without the token."""
    office.ask("chat.postMessage", channel=office.sales.id, text="hello")
    office.ask("chat.postMessage", channel="nowhere", text="hello")

    done, refused = office.world.calls_of("chat.postMessage")
    assert ({"channel": office.sales.id, "text": "hello"}, True) == (done.arguments, done.ok)
    assert (office.app.app, office.app.team, ()) == (done.app, done.team, done.faults)
    assert ("channel_not_found", False) == (refused.response["error"], refused.ok)


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("users.lookupByEmail", {}, "[ERROR] missing required field: email"),
        ("files.getUploadURLExternal", {"filename": "a", "length": "many"}, "[ERROR] must be a number: length"),
    ],
)
def test_arguments(office: Any, method: str, arguments: dict[str, str], message: str) -> None:
    """An argument that is missing or of the wrong kind is named."""
    answer = office.ask(method, **arguments)

    assert ("invalid_arguments", [message]) == (answer["error"], answer["response_metadata"]["messages"])
