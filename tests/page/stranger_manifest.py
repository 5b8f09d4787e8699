"""Stranger's manifest: what the Kitchen Sink says of itself to Slack."""

from typing import Any

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Kitchen Sink", "description": "A bit of everything"},
    "features": {
        "agent_view": {
            "agent_description": "Answers anything with bread.",
            "suggested_prompts": [{"title": "Bread", "message": "Tell me of bread"}],
        },
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Kitchen Sink", "always_online": True},
        "slash_commands": [
            {
                "command": "/sink",
                "description": "Post a bit of everything",
                "usage_hint": "[family | form | edit | delete | whisper | later | file | picture | stream]",
                "should_escape": True,
            }
        ],
        "shortcuts": [
            {"name": "Quote it", "type": "message", "callback_id": "quote", "description": "Quotes a message"},
            {"name": "Every input", "type": "global", "callback_id": "every", "description": "Opens a form"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "assistant:write",
                "channels:history",
                "channels:read",
                "channels:write.topic",
                "chat:write",
                "chat:write.public",
                "commands",
                "files:read",
                "files:write",
                "im:history",
                "im:read",
                "im:write",
                "reactions:read",
                "reactions:write",
                "users:read",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": ["app_home_opened", "app_mention", "message.im", "reaction_added", "member_joined_channel"]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}
