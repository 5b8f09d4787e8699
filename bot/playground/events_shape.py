"""Shape: people, views, channels, workspaces, pins, files and links as Slack writes them into what it delivers."""

import re
from urllib.parse import urlsplit

from bot.playground.acts_elements import state_of
from bot.playground.api.shapes import message_json, permalink, view_json
from bot.playground.model import Change, Channel, File, Installed, Json, Message, User, View, Workspace
from bot.playground.world import World

TOKEN = "local-verification-token"  # noqa: S105 - no secret: nothing is verified by it any more
"""The verification token, which Slack still sends."""

_LINK = re.compile(r"<(https?://[^<>|]+)")


def view_shape(view: View) -> Json:
    """A view with the value of everything that can be filled in."""
    return view_json(view) | {"state": {"values": state_of(view.payload.get("blocks", ()), view.state)}}


def user_shape(user: User) -> Json:
    """Whoever clicked or submitted."""
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team}


def team_shape(workspace: Workspace) -> Json:
    """The workspace of an interaction."""
    return {"id": workspace.id, "domain": workspace.domain}


def channel_name(channel: Channel) -> str:
    """How a channel is called in commands and interactions."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def channel_type(channel: Channel) -> str:
    """The kind of channel, as events say it."""
    if channel.is_im:
        return "im"
    if channel.is_mpim:
        return "mpim"
    return "group" if channel.is_private else "channel"


def pin_changed(world: World, change: Change, channel: Channel) -> Json:
    """A message that was pinned, or whose pin was taken out."""
    message, now = change.item, world.next_ts()
    shown = message_json(world, message) | {"permalink": permalink(world, message, channel.team)}
    item = {"type": "message", "channel": channel.id, "created": int(world.now()), "created_by": change.user}
    count = sum(one.pinned for one in channel.messages.values())
    made: Json = {"type": change.kind, "user": change.user, "channel_id": channel.id, "item": item | {"message": shown}}
    made |= {"item_user": message.user, "pin_count": str(count)}
    made["pinned_info"] = {"channel": channel.id, "pinned_by": change.user, "pinned_ts": int(world.now())}
    return made | ({} if change.kind == "pin_added" else {"has_pins": count > 0}) | {"event_ts": now}


def file_shared(file: File, channel: Channel, ts: str) -> Json:
    """A file that was posted."""
    made = {"type": "file_shared", "channel_id": channel.id, "file_id": file.id, "user_id": file.user}
    return made | {"file": {"id": file.id}, "event_ts": ts}


def link_shared(app: Installed, message: Message, channel: Channel, ts: str) -> Json | None:
    """Links in a message whose domains are the app's; None where there are none."""
    links: list[Json] = []
    for found in _LINK.finditer(message.text):
        url = found.group(1).replace("&amp;", "&")
        host = (urlsplit(url).hostname or "").lower()
        domain = next((one for one in app.unfurl_domains if host == one or host.endswith(f".{one}")), None)
        if domain is not None and url not in [one["url"] for one in links]:
            links.append({"domain": domain, "url": url})
    if not links:
        return None
    made: Json = {"type": "link_shared", "channel": channel.id, "is_bot_user_member": app.bot_user in channel.members}
    made |= {"user": message.user, "message_ts": message.ts}
    made |= {"thread_ts": message.thread_ts} if message.is_reply else {}
    unfurl = f"{channel.id}.{message.ts}.{message.ts.replace('.', '')}"
    return made | {"unfurl_id": unfurl, "source": "conversations_history", "links": links, "event_ts": ts}
