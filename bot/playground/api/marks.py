"""Marks: the methods on reactions and pins."""

import re

from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.paging import page
from bot.playground.api.places import channel_of, member_of, message_of
from bot.playground.api.shapes import message_json, reactions_json
from bot.playground.model import Message

_EMOJI = re.compile(r"[a-z0-9_+'\-]+(::skin-tone-[2-6])?")


def _meant(asked: Asked) -> Message:
    return message_of(asked, member_of(asked, channel_of(asked)), "timestamp")


def _emoji(asked: Asked) -> str:
    name = asked.text("name", "invalid_name")
    if not _EMOJI.fullmatch(name):
        raise Refused("invalid_name")
    return name


@method("reactions.add", "reactions:write")
def reactions_add(asked: Asked) -> Answer:
    """React to a message.

    Raises:
        Refused: the app already did so.
    """
    name, message = _emoji(asked), _meant(asked)
    if not asked.world.react(message, asked.app.bot_user, name):
        raise Refused("already_reacted")
    return {}


@method("reactions.remove", "reactions:write")
def reactions_remove(asked: Asked) -> Answer:
    """Take a reaction back.

    Raises:
        Refused: there is none.
    """
    name, message = _emoji(asked), _meant(asked)
    if not asked.world.unreact(message, asked.app.bot_user, name):
        raise Refused("no_reaction")
    return {}


@method("reactions.get", "reactions:read")
def reactions_get(asked: Asked) -> Answer:
    """Who reacted to a message, and how."""
    message = _meant(asked)
    shown = message_json(asked.world, message)
    return {"type": "message", "channel": message.channel, "message": shown | {"reactions": reactions_json(message)}}


@method("reactions.list", "reactions:read")
def reactions_list(asked: Asked) -> Answer:
    """What somebody reacted to."""
    user = asked.maybe("user") or asked.app.bot_user
    channels = [one for one in asked.world.channels.values() if asked.app.bot_user in one.members]
    found = [
        message
        for channel in channels
        for message in channel.messages.values()
        if any(user in who for who in message.reactions.values())
    ]
    part, more = page(asked, found)
    items = [{"type": "message", "channel": one.channel, "message": message_json(asked.world, one)} for one in part]
    return {"items": items, **more}


@method("pins.add", "pins:write")
def pins_add(asked: Asked) -> Answer:
    """Pin a message.

    Raises:
        Refused: it is pinned already.
    """
    if not asked.world.pin(_meant(asked), asked.app.bot_user):
        raise Refused("already_pinned")
    return {}


@method("pins.remove", "pins:write")
def pins_remove(asked: Asked) -> Answer:
    """Take a pin out.

    Raises:
        Refused: there is none.
    """
    if not asked.world.pin(_meant(asked), asked.app.bot_user, pinned=False):
        raise Refused("no_pin")
    return {}


@method("pins.list", "pins:read")
def pins_list(asked: Asked) -> Answer:
    """The pinned messages of a channel, the latest first."""
    channel = member_of(asked, channel_of(asked))
    pinned = [message for message in reversed(channel.messages.values()) if message.pinned]
    items = [
        {"type": "message", "channel": channel.id, "created": int(float(one.ts)), "created_by": one.user}
        | {"message": message_json(asked.world, one)}
        for one in pinned
    ]
    return {"items": items}
