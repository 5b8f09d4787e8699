"""Echo: a small Bolt app for the local Slack, over Socket Mode or signed HTTP; it answers everything it is sent."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from bot.playground.model import Installed
from bot.playground.server import LocalSlack
from tests.playground.serving import served

EVENTS = [
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.im",
    "message.channels",
    "reaction_added",
    "member_joined_channel",
    "agent_session_stopped",
    "app_context_changed",
    "tokens_revoked",
]
SCOPES = [
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "im:history",
    "reactions:read",
]


def manifest(name: str = "Echo", *, events: list[str] | None = None, scopes: list[str] | None = None) -> dict[str, Any]:
    """The manifest of an app with everything."""
    return {
        "display_information": {"name": name},
        "features": {
            "agent_view": {"agent_description": "Says it again."},
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": name},
            "slash_commands": [{"command": "/echo", "description": "Say it again"}],
            "shortcuts": [
                {"name": "Say again", "type": "message", "callback_id": "again", "description": "Says it again"},
                {"name": "Open a form", "type": "global", "callback_id": "form", "description": "Opens a form"},
            ],
        },
        "oauth_config": {"scopes": {"bot": SCOPES if scopes is None else scopes}},
        "settings": {"event_subscriptions": {"bot_events": EVENTS if events is None else events}},
    }


BUTTONS = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Press one."}},
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {
                "type": "button",
                "action_id": "press",
                "text": {"type": "plain_text", "text": "Press me"},
                "value": "pressed",
            },
            {
                "type": "static_select",
                "action_id": "colour",
                "placeholder": {"type": "plain_text", "text": "Which?"},
                "options": [
                    {"text": {"type": "plain_text", "text": "Red"}, "value": "r"},
                    {"text": {"type": "plain_text", "text": "Blue"}, "value": "b"},
                ],
            },
        ],
    },
]
FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "A form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "notify_on_close": True,
    "private_metadata": "kept",
    "blocks": [
        {
            "type": "input",
            "block_id": "name",
            "label": {"type": "plain_text", "text": "Name"},
            "element": {"type": "plain_text_input", "action_id": "value", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "size",
            "optional": True,
            "label": {"type": "plain_text", "text": "Size"},
            "element": {
                "type": "number_input",
                "action_id": "value",
                "is_decimal_allowed": False,
                "initial_value": "3",
            },
        },
    ],
}


class Echo:
    """The app, and everything it was sent."""

    def __init__(self, slack: LocalSlack, installed: Installed) -> None:
        self.slack = slack
        self.installed = installed
        client = WebClient(installed.bot_token, base_url=slack.api_url)
        self.bolt = App(client=client, signing_secret=installed.signing_secret, raise_error_for_unhandled_request=False)
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, Any]] = []
        self.answer: Callable[[dict[str, Any]], dict[str, Any]] = lambda _body: {}
        """What is answered to a submitted form."""
        self.bolt.use(self._noted)
        self._listen_to_words()
        self._listen_to_clicks()
        self._listen_to_forms()

    def of(self, type_: str) -> list[dict[str, Any]]:
        """The bodies of one type of event or interaction."""
        return [body for body in self.bodies if type_ in {body.get("type"), body.get("event", {}).get("type")}]

    def _noted(self, body: dict[str, Any], req: Any, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's name
        self.headers.append(req.headers)
        self.bodies.append(body)
        next()

    def _listen_to_words(self) -> None:
        bolt = self.bolt
        for event in EVENTS:
            if "." not in event and event != "app_mention":
                bolt.event(event)(lambda: None)

        @bolt.event("app_mention")
        def _mentioned(event: dict[str, Any], client: WebClient) -> None:
            client.chat_postEphemeral(
                channel=event["channel"], user=event["user"], text=event["text"], thread_ts=event.get("thread_ts")
            )

        @bolt.event("message")
        def _said(event: dict[str, Any], client: WebClient) -> None:
            if event.get("channel_type") == "im" and "subtype" not in event:
                blocks = BUTTONS if event["text"] == "buttons" else None
                client.chat_postMessage(
                    channel=event["channel"],
                    text=event["text"],
                    thread_ts=event.get("thread_ts"),
                    blocks=blocks,
                )

    def _listen_to_clicks(self) -> None:
        bolt = self.bolt

        @bolt.command("/echo")
        def _commanded(ack: Any, body: dict[str, Any], respond: Any) -> None:
            if body["text"] == "ack":
                ack("in the acknowledgement")
                return
            ack()
            respond(body["text"] or "nothing")

        @bolt.action("press")
        def _pressed(ack: Any, body: dict[str, Any], respond: Any) -> None:
            ack()
            respond(f"{body['user']['name']} sent {body['actions'][0]['value']}", replace_original=False)

        @bolt.action("colour")
        def _chosen(ack: Any, body: dict[str, Any], respond: Any) -> None:
            ack()
            respond(f"colour {body['actions'][0]['selected_option']['value']}", replace_original=True)

    def _listen_to_forms(self) -> None:
        bolt = self.bolt

        @bolt.shortcut("again")
        def _again(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            client.chat_postMessage(channel=body["user"]["id"], text=body["message"]["text"])

        @bolt.shortcut("form")
        def _form(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=FORM)

        @bolt.view("form")
        def _submitted(ack: Any, body: dict[str, Any]) -> None:
            ack(**self.answer(body))

        @bolt.options("find")
        def _found(ack: Any, body: dict[str, Any]) -> None:
            ack(options=[{"text": {"type": "plain_text", "text": body["value"].title()}, "value": "found"}])

        @bolt.action("find")
        def _picked(ack: Any) -> None:
            ack()

        @bolt.view_closed("form")
        def _closed(ack: Any) -> None:
            ack()


@contextmanager
def over_sockets(slack: LocalSlack, *, channels: Iterable[str] = ("sales",), **said: Any) -> Iterator[Echo]:
    """The app, connected over Socket Mode and let into channels."""
    installed = slack.install(manifest(**said))
    echo = Echo(slack, installed)
    handler = SocketModeHandler(echo.bolt, installed.app_token, ping_interval=1)
    handler.connect()
    assert slack.connected(installed)
    try:
        _let_in(slack, installed, channels)
        yield echo
    finally:
        # The client waits for seconds where it has to hang up itself; and it may be about to connect anew.
        client = handler.client
        client.default_auto_reconnect_enabled = client.auto_reconnect_enabled = False
        until = time.monotonic() + 30
        while client.is_connected() and time.monotonic() < until:
            slack.drop_connections(installed)
            time.sleep(0.01)
        handler.close()


@contextmanager
def over_http(slack: LocalSlack, *, channels: Iterable[str] = ("sales",), **said: Any) -> Iterator[Echo]:
    """The app, behind an address of its own and let into channels."""
    installed = slack.install(manifest(**said))
    echo = Echo(slack, installed)
    handler = SlackRequestHandler(echo.bolt)

    async def events(request: Request) -> Any:
        return await handler.handle(request)

    with served(Starlette(routes=[Route("/slack/events", events, methods=["POST"])])) as address:
        installed.request_url = f"{address}/slack/events"
        slack.verify(installed)
        _let_in(slack, installed, channels)
        yield echo


def _let_in(slack: LocalSlack, installed: Installed, channels: Iterable[str]) -> None:
    for channel in slack.world.channels.values():
        if channel.name in set(channels):
            slack.world.join(channel, installed.bot_user)


def environment_line(lines: list[str], name: str) -> str:
    """The value of a variable among printed lines."""
    return next(line.partition("=")[2] for line in lines if line.startswith(f"{name}="))
