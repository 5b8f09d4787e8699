"""Echo: the barest Bolt app, which says a direct message again; what Fika is measured beside.

Run as `python -m tests.bench.slack_echo` it connects over Socket Mode; with a port it listens there for signed HTTP, on
the same server as Fika.
"""

import os
import sys
from typing import Any

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Echo"},
    "features": {
        "app_home": {"messages_tab_enabled": True},
        "bot_user": {"display_name": "Echo"},
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "im:history"]}},
    "settings": {"event_subscriptions": {"bot_events": ["message.im"]}},
}


def _app() -> App:
    client = WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    app = App(client=client, signing_secret=os.environ["SLACK_SIGNING_SECRET"])

    @app.event("message")
    def _said(event: dict[str, Any], say: Any) -> None:
        say(event["text"])

    return app


def _listen(port: int) -> None:
    handler = SlackRequestHandler(_app())

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    web = Starlette(routes=[Route("/slack/events", events, methods=["POST"])])
    uvicorn.run(web, port=port, log_level="critical", access_log=False)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _listen(int(sys.argv[1]))
    else:
        SocketModeHandler(_app(), os.environ["SLACK_APP_TOKEN"]).start()  # type: ignore[no-untyped-call]  # Bolt's
