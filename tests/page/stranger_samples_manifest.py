"""Stranger's manifest: what the samples say of themselves to Slack."""

from typing import Any

COMMANDS = ("/task", "/deploy", "/poll", "/slow", "/card", "/about")
EVENTS = (
    "app_home_opened",
    "file_shared",
    "link_shared",
    "message.channels",
    "pin_added",
    "pin_removed",
    "member_left_channel",
)
SCOPES = (
    *("channels:history", "channels:manage", "channels:read", "chat:write", "commands", "files:read", "files:write"),
    *("im:write", "links:read", "links:write", "pins:read", "pins:write", "users:read", "users:read.email"),
    *("team:read", "emoji:read"),
)
MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Sampler"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Sampler"},
        "slash_commands": [{"command": one, "description": one[1:]} for one in COMMANDS],
        "shortcuts": [{"name": "File a bug", "type": "message", "callback_id": "bug", "description": "From a message"}],
        "unfurl_domains": ["tracker.example"],
    },
    "oauth_config": {"scopes": {"bot": list(SCOPES)}},
    "settings": {
        "event_subscriptions": {"bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}
