"""Stranger, an assistant: an app in the older form of agents, made with Bolt's own class for them.

It greets in every new chat, knows which channel is looked at beside it, and names a chat after the first question.
"""

import os
from typing import Any

from slack_bolt import App, Assistant
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Miller", "description": "Knows of flour"},
    "features": {
        "assistant_view": {"assistant_description": "Ask of flour."},
        "app_home": {"home_tab_enabled": False, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Miller"},
    },
    "oauth_config": {"scopes": {"bot": ["assistant:write", "channels:read", "chat:write", "im:history"]}},
    "settings": {
        "event_subscriptions": {
            "bot_events": ["assistant_thread_started", "assistant_thread_context_changed", "message.im"]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}
assistant = Assistant()


@assistant.thread_started
def started(say: Any, set_suggested_prompts: Any, get_thread_context: Any) -> None:
    """Greet, and offer what fits the channel beside."""
    say("What shall we grind?")
    prompts = [{"title": "Rye", "message": "Tell me of rye"}]
    if get_thread_context():
        prompts.append({"title": "This channel", "message": "What is this channel?"})
    set_suggested_prompts(prompts=prompts, title="Ask of flour")


@assistant.user_message
def asked(payload: Json, say: Any, set_status: Any, set_title: Any, get_thread_context: Any, client: WebClient) -> None:
    """Answer, of the channel beside where it is asked for."""
    set_title(payload["text"])
    set_status("is grinding...")
    if payload["text"] != "What is this channel?":
        say(f"Ground: {payload['text']}")
        return
    known = get_thread_context()
    channel = client.conversations_info(channel=known["channel_id"])["channel"] if known else {"name": "nowhere"}
    say(f"Beside is {channel['name']}")


def main() -> None:
    """Run until it is stopped."""
    client = WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    app = App(client=client, signing_secret="unused over a socket")
    app.use(assistant)
    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()


if __name__ == "__main__":
    main()
