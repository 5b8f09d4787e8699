"""Conversations: the methods on channels and direct messages themselves."""

import re

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.paging import page
from bot.playground.api.places import READS, channel_of, direct, group, kind_of, member_of, need, person_of
from bot.playground.api.shapes import channel_json
from bot.playground.model import Change, Channel, Json

_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
_DESCRIBES = ("channels:manage", "groups:write", "mpim:write", "channels:write.topic", "groups:write.topic")
_MOST_TOGETHER = 8
"""People of one direct message, beside the app."""
_LONGEST = 250
"""Characters of a topic or a purpose."""
_NAME = re.compile(r"[\w-]{1,80}")


@method("conversations.info")
def conversations_info(asked: Asked) -> Answer:
    """A channel."""
    channel = channel_of(asked)
    need(asked, channel, "read")
    return {"channel": channel_json(channel, asked.app, members=asked.flag("include_num_members"))}


@method("conversations.list")
def conversations_list(asked: Asked) -> Answer:
    """The channels that the app can see."""
    return _channels(asked, _visible(asked))


@method("users.conversations")
def users_conversations(asked: Asked) -> Answer:
    """The channels of a person, or the app's own."""
    user = asked.maybe("user") or asked.app.bot_user
    return _channels(asked, [channel for channel in _visible(asked) if user in channel.members])


def _visible(asked: Asked) -> list[Channel]:
    me = asked.app.bot_user
    seen = (one for one in asked.world.channels.values() if asked.world.sees(asked.app.team, one))
    return [one for one in seen if kind_of(one) == "public" or me in one.members]


def _channels(asked: Asked, channels: list[Channel]) -> Answer:
    wanted = (asked.maybe("types") or "public_channel").split(",")
    kinds = [_TYPES.get(name.strip()) for name in wanted]
    for kind in kinds:
        if kind is None:
            raise Refused("invalid_types")
        asked.need(f"{READS[kind]}:read")
    if asked.flag("exclude_archived"):
        channels = [one for one in channels if not one.is_archived]
    part, more = page(asked, [one for one in channels if kind_of(one) in kinds])
    return {"channels": [channel_json(one, asked.app, members=True) for one in part], **more}


@method("conversations.members")
def conversations_members(asked: Asked) -> Answer:
    """Who is in a channel."""
    channel = channel_of(asked)
    need(asked, channel, "read")
    part, more = page(asked, list(channel.members))
    return {"members": list(part), **more}


@method("conversations.open", "im:write", "mpim:write")
def conversations_open(asked: Asked) -> Answer:
    """The direct message with a person, or with several people, opened where it is not yet.

    Raises:
        Refused: nobody was named, too many were, or somebody who cannot be written to.
    """
    if asked.maybe("channel"):
        channel = channel_of(asked)
    else:
        users = list(dict.fromkeys(one for one in (asked.maybe("users") or "").split(",") if one))
        if not users:
            raise Refused("users_list_not_supplied")
        if len(users) > _MOST_TOGETHER:
            raise Refused("too_many_users")
        people = [person_of(asked, one) for one in users]
        channel = direct(asked, people[0].id) if len(people) == 1 else group(asked, people)
    shown = channel_json(channel, asked.app) if asked.flag("return_im") else {"id": channel.id}
    return {"channel": shown}


@method("conversations.create", "channels:manage", "groups:write")
def conversations_create(asked: Asked) -> Answer:
    """A new channel.

    Raises:
        Refused: the name is none, or is taken.
    """
    name = asked.text("name", "invalid_name_required")
    if not _NAME.fullmatch(name) or name != name.lower():
        raise Refused("invalid_name_specials")
    if any(one.name == name and one.team == asked.app.team for one in asked.world.channels.values()):
        raise Refused("name_taken")
    me = asked.app.bot_user
    channel = asked.world.add_channel(asked.app.team, name, [me], me, is_private=asked.flag("is_private"))
    return {"channel": channel_json(channel, asked.app)}


@method("conversations.join", "channels:join")
def conversations_join(asked: Asked) -> Answer:
    """Become a member of a public channel.

    Raises:
        Refused: it is archived, or not public.
    """
    channel = channel_of(asked)
    if channel.is_archived:
        raise Refused("is_archived")
    if kind_of(channel) != "public":
        raise Refused("method_not_supported_for_channel_type")
    already: Json = {"warning": "already_in_channel"} if asked.app.bot_user in channel.members else {}
    asked.world.join(channel, asked.app.bot_user)
    return {"channel": channel_json(channel, asked.app), **already}


@method("conversations.invite", "channels:manage", "channels:write.invites", "groups:write", "groups:write.invites")
def conversations_invite(asked: Asked) -> Answer:
    """Let people into a channel.

    Raises:
        Refused: the app is no member, or somebody cannot be invited.
    """
    channel = member_of(asked, channel_of(asked))
    users = [one for one in asked.text("users", "no_user").split(",") if one]
    for user in users:
        person_of(asked, user)
        if user == asked.app.bot_user:
            raise Refused("cant_invite_self")
        if user in channel.members:
            raise Refused("already_in_channel")
    for user in users:
        asked.world.join(channel, user, asked.app.bot_user)
    return {"channel": channel_json(channel, asked.app)}


@method("conversations.leave", "channels:manage", "groups:write")
def conversations_leave(asked: Asked) -> Answer:
    """Leave a channel.

    Raises:
        Refused: it is a direct message.
    """
    channel = channel_of(asked)
    if channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if asked.app.bot_user not in channel.members:
        return {"not_in_channel": True}
    asked.world.leave(channel, asked.app.bot_user)
    return {}


@method("conversations.mark", "channels:manage", "im:write", "groups:write", "mpim:write")
def conversations_mark(asked: Asked) -> Answer:
    """Say how far a channel was read.

    Raises:
        Refused: the app is no member, or it is no ts.
    """
    channel = member_of(asked, channel_of(asked))
    ts = asked.text("ts", "invalid_timestamp")
    if not re.fullmatch(r"\d+\.\d{6}", ts):
        raise Refused("invalid_timestamp")
    channel.last_read = ts
    return {}


@method("conversations.setTopic", *_DESCRIBES)
def conversations_set_topic(asked: Asked) -> Answer:
    """Say what a channel is about now."""
    channel, topic = _described(asked, "topic")
    if topic != channel.topic:
        channel.topic = topic
        _said(asked, channel, "topic", topic)
    return _changed(asked, channel)


@method("conversations.setPurpose", *_DESCRIBES)
def conversations_set_purpose(asked: Asked) -> Answer:
    """Say what a channel is for."""
    channel, purpose = _described(asked, "purpose")
    if purpose != channel.purpose:
        channel.purpose = purpose
        _said(asked, channel, "purpose", purpose)
    return {"purpose": purpose, **_changed(asked, channel)}


def _described(asked: Asked, name: str) -> tuple[Channel, str]:
    channel = member_of(asked, channel_of(asked))
    if channel.is_archived:
        raise Refused("is_archived")
    if channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if name not in asked.arguments:
        raise Refused("invalid_arguments", [f"[ERROR] missing required field: {name}"])
    words = asked.maybe(name) or ""
    if len(words) > _LONGEST:
        raise Refused("too_long")
    return channel, words


def _said(asked: Asked, channel: Channel, what: str, words: str) -> None:
    """Say in the channel itself who changed what it is about, as Slack does."""
    called = "topic" if what == "topic" else "description"
    text = f"set the channel {called}: {words}" if words else f"cleared the channel {called}"
    asked.world.post(channel, asked.app.bot_user, text, subtype=f"channel_{what}")


def _changed(asked: Asked, channel: Channel) -> Json:
    asked.world.changed(Change("channel", channel.team, channel, channel.id, asked.app.bot_user))
    return {"channel": channel_json(channel, asked.app)}
