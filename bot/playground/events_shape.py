"""Shape: messages, views, people and channels as Slack writes them into what it delivers."""

from typing import Any

from bot.playground.acts_elements import state_of
from bot.playground.model import Channel, Installed, Json, Message, User, View, Workspace

TOKEN = "local-verification-token"  # noqa: S105 - no secret: nothing is verified by it any more
"""The verification token, which Slack still sends."""


def message_shape(message: Message, app: Installed | None = None) -> Json:
    """A message; where an app posted it, with what is said of the app."""
    shape: Json = {"type": "message", "user": message.user, "ts": message.ts, "team": message.team}
    if message.bot is not None:
        shape |= {"bot_id": message.bot, "app_id": message.app}
    if app is not None and message.app == app.app:
        shape["bot_profile"] = {"id": app.bot, "app_id": app.app, "name": app.name, "team_id": app.team}
    shape["text"] = message.text
    shape |= {key: value for key, value in _more(message).items() if value}
    if message.edited:
        shape["edited"] = {"user": message.edited_by, "ts": message.edited}
    return shape


def _more(message: Message) -> Json:
    thread: Json = {"reply_count": message.reply_count, "latest_reply": message.latest_reply}
    return {
        "subtype": message.subtype,
        "client_msg_id": message.client_msg_id,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "metadata": message.metadata,
        "thread_ts": message.thread_ts,
        "files": [{"id": file.id, "name": file.name, "mimetype": file.mimetype} for file in message.files],
        **(thread if message.reply_count else {}),
    }


def view_shape(view: View) -> Json:
    """A view with what was filled in."""
    filled: Json = {
        "callback_id": "",
        "private_metadata": "",
        "title": None,
        "submit": None,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
    }
    return {
        **filled,
        **view.payload,
        "id": view.id,
        "team_id": view.team,
        "app_id": view.app,
        "app_installed_team_id": view.team,
        "bot_id": view.bot,
        "hash": view.hash,
        "external_id": view.external_id,
        "root_view_id": view.root,
        "previous_view_id": view.previous,
        "state": {"values": state_of(view.payload.get("blocks", ()), view.state)},
    }


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


def without_empty(shape: Json) -> Json:
    """What there is, without what there is not."""
    return {key: value for key, value in shape.items() if value is not None}


def first(*values: Any) -> Any:
    """The first value that is there."""
    return next((value for value in values if value is not None), None)
