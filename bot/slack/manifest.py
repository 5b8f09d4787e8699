"""Manifest: what Slack is told about the app. It is made for Socket Mode; here it is turned to signed HTTP."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from bot.core.errors import FikaError
from bot.slack.web import EVENTS

SECURE = "https://"


def over_http(manifest: Mapping[str, Any], url: str) -> dict[str, Any]:
    """The manifest of an app that Slack reaches at an address, for events, commands, buttons and forms alike.

    Args:
        manifest: the one that ships.
        url: the address of the web endpoint, with or without its path.

    Raises:
        FikaError: Slack does not deliver to such an address.
    """
    if not url.startswith(SECURE) or any(each.isspace() for each in url) or not url.removeprefix(SECURE).strip("/"):
        raise FikaError(f"{url!r} is no address that Slack delivers to; give one like https://fika.example.com.")
    path = f"{url.rstrip('/').removesuffix(EVENTS)}{EVENTS}"
    told = deepcopy(dict(manifest))
    for command in told["features"]["slash_commands"]:
        command["url"] = path
    told["settings"]["event_subscriptions"]["request_url"] = path
    told["settings"]["interactivity"]["request_url"] = path
    told["settings"]["socket_mode_enabled"] = False
    return told
