"""Shapes: the JSON by which Slack speaks of messages, channels, people, files and views."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.playground.acts_typing import rich_text
from bot.playground.model import Channel, File, Installed, Json, Message, User, View
from bot.playground.world import World

_DESCRIBES = {"channel_topic": "topic", "channel_purpose": "purpose"}
"""What of a channel a message says anew, by its subtype."""
PHOTO = "https://avatars.example/72.png"


def message_json(world: World, message: Message, *, metadata: bool = False) -> Json:
    """A message, as the history and events show it."""
    made: Json = {"type": "message"}
    if message.subtype:
        made["subtype"] = message.subtype
    made |= {"user": message.user, "text": message.text, "ts": message.ts, "team": message.team}
    if message.client_msg_id:
        made["client_msg_id"] = message.client_msg_id
    if message.is_chat:
        made["assistant_app_thread"] = chat_json(message.text, message.blocks)
    elif message.app:
        made |= _poster(world, message)
    if message.blocks or _is_plain(message):
        made["blocks"] = message.blocks or plain_blocks(message)
    if message.attachments:
        made["attachments"] = message.attachments
    if metadata and message.metadata:
        made["metadata"] = message.metadata
    if message.thread_ts:
        made |= _thread(world, message)
    if message.edited:
        made["edited"] = {"user": message.edited_by, "ts": message.edited}
    return made | _extras(world, message)


def _is_plain(message: Message) -> bool:
    return bool(message.app and message.text) and not message.streamed and message.ephemeral_for is None


def plain_blocks(message: Message) -> list[Json]:
    """What Slack makes of the text of an app that sent no blocks."""
    return rich_text(message.text, f"t{message.ts[-5:]}")


def chat_json(title: str, blocks: list[Json]) -> Json:
    """What is known of a chat with an assistant."""
    return {"title": title, "title_blocks": blocks, "artifacts": []}


def permalink(world: World, message: Message, team: str) -> str:
    """The address of a message, as people of a workspace have it."""
    domain = world.workspaces[team].domain
    link = f"https://{domain}.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"
    return f"{link}?thread_ts={message.thread_ts}&cid={message.channel}" if message.is_reply else link


def _poster(world: World, message: Message) -> Json:
    user = world.users.get(message.user)
    name = message.username or (user.real_name if user else "app")
    profile = {"id": message.bot, "app_id": message.app, "name": name, "deleted": False, "team_id": message.team}
    made: Json = {"bot_id": message.bot, "app_id": message.app, "bot_profile": profile}
    return made | {"username": message.username} if message.username else made


def _thread(world: World, message: Message) -> Json:
    made: Json = {"thread_ts": message.thread_ts}
    if message.is_reply:
        root = world.channels[message.channel].messages.get(message.thread_ts or "")
        return made | ({"parent_user_id": root.user} if root else {})
    return made | {
        "reply_count": message.reply_count,
        "reply_users_count": len(message.reply_users),
        "latest_reply": message.latest_reply,
        "reply_users": list(message.reply_users),
        "is_locked": False,
        "subscribed": False,
    }


def _extras(world: World, message: Message) -> Json:
    made: Json = {}
    if message.subtype in _DESCRIBES:
        made[_DESCRIBES[message.subtype]] = message.text.partition(": ")[2]
    if message.reactions:
        made["reactions"] = reactions_json(message)
    if message.files:
        made["files"] = [file_json(world, file) for file in message.files]
    if message.pinned:
        made["pinned_to"] = [message.channel]
    if message.ephemeral_for:
        made["is_ephemeral"] = True
    if message.streaming_until is not None:
        made["streaming_state"] = "in_progress"
    elif message.streamed:
        made["streaming_state"] = "completed"
    return made


def reactions_json(message: Message) -> list[Json]:
    """Who reacted how."""
    return [{"name": name, "users": list(who), "count": len(who)} for name, who in message.reactions.items()]


def channel_json(channel: Channel, viewer: Installed, *, members: bool = False) -> Json:
    """A channel, as the app sees it."""
    made: Json = {
        "id": channel.id,
        "created": channel.created,
        "creator": channel.creator,
        "is_archived": channel.is_archived,
        "is_channel": not (channel.is_im or channel.is_mpim or channel.is_private),
        "is_group": channel.is_private and not channel.is_mpim,
        "is_im": channel.is_im,
        "is_mpim": channel.is_mpim,
        "is_private": channel.is_private or channel.is_im,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "context_team_id": viewer.team,
        "updated": channel.created * 1000,
    }
    if channel.is_im:
        return made | {"user": channel.user, "is_user_deleted": False, "is_open": True, "priority": 0}
    made |= {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_general": channel.name == "general",
        "is_member": viewer.bot_user in channel.members,
        "shared_team_ids": [channel.team, *sorted(channel.shared_with)],
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "previous_names": [],
    }
    return made | ({"num_members": len(channel.members)} if members else {})


def user_json(world: World, user: User, viewer: Installed, *, locale: bool = False) -> Json:
    """A person, as the app sees them."""
    made: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": user.deleted,
        "color": "9f69e7",
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": _offset(world, user.tz),
        "profile": profile_json(user, viewer),
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": int(world.now()),
        "is_email_confirmed": not user.is_bot,
        "who_can_share_contact_card": "EVERYONE",
    }
    if user.team != viewer.team:
        made["is_stranger"] = True
    return made | ({"locale": user.locale} if locale else {})


def profile_json(user: User, viewer: Installed) -> Json:
    """What a person says of themselves; the address only where the app may read it."""
    made: Json = {
        "title": "",
        "phone": "",
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.name,
        "display_name_normalized": user.name,
        "status_text": "",
        "status_emoji": "",
        "status_expiration": 0,
        "team": user.team,
        "image_72": PHOTO,
    }
    if user.is_bot:
        return made | {"api_app_id": user.app, "always_active": True}
    return made | ({"email": user.email} if user.email and "users:read.email" in viewer.scopes else {})


def _offset(world: World, zone: str) -> int:
    offset = datetime.fromtimestamp(world.now(), ZoneInfo(zone)).utcoffset()
    return int(offset.total_seconds()) if offset else 0


def file_json(world: World, file: File, base_url: str = "") -> Json:
    """A file."""
    where = f"{base_url}/files/{file.id}/{file.name}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "user": file.user,
        "user_team": file.team,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "is_public": any(not world.channels[channel].is_im for channel in file.channels),
        "url_private": where,
        "url_private_download": where,
        "channels": [one for one in file.channels if one.startswith("C")],
        "ims": [one for one in file.channels if one.startswith("D")],
        "groups": [],
    } | ({"alt_txt": file.alt} if file.alt else {})


_SHOWN = ("type", "title", "close", "submit", "blocks", "private_metadata", "callback_id", "external_id")


def view_json(view: View) -> Json:
    """A view, as methods answer it and interactions carry it."""
    payload = view.payload
    made: Json = {"id": view.id, "team_id": view.team}
    made |= {name: payload.get(name) for name in _SHOWN if name in payload or name in ("title", "close", "submit")}
    return made | {
        "private_metadata": payload.get("private_metadata") or "",
        "callback_id": payload.get("callback_id") or "",
        "external_id": view.external_id,
        "state": {"values": {block: dict(values) for block, values in view.state.items()}},
        "hash": view.hash,
        "clear_on_close": bool(payload.get("clear_on_close")),
        "notify_on_close": bool(payload.get("notify_on_close")),
        "submit_disabled": bool(payload.get("submit_disabled")),
        "root_view_id": view.root,
        "previous_view_id": view.previous,
        "app_id": view.app,
        "app_installed_team_id": view.team,
        "bot_id": view.bot,
    }
