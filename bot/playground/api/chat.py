"""Chat: the methods that say something, change it and take it away."""

from typing import Any

from bot.playground.api import checks
from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.places import channel_of, member_of, message_of, open_place, person_of, thread_of
from bot.playground.api.shapes import message_json, permalink, plain_blocks
from bot.playground.model import Channel, Json, Message
from bot.playground.payload import escaped
from bot.playground.world_talk import Said

_WORDS = ("text", "blocks", "attachments", "markdown_text")
_PARTS = ("text", "blocks", "attachments", "metadata", "thread_ts", "markdown_text")


def payload_of(asked: Asked) -> Json:
    """What is to be said, with its parts read from JSON.

    Raises:
        Refused: a part is no JSON.
    """
    read: dict[str, Any] = {
        "text": asked.maybe("text"),
        "markdown_text": asked.maybe("markdown_text"),
        "thread_ts": asked.maybe("thread_ts"),
        "blocks": asked.data("blocks", list, "invalid_blocks_format"),
        "attachments": asked.data("attachments", list, "invalid_attachments"),
        "metadata": asked.data("metadata", dict, "invalid_metadata_format"),
    }
    asked.arguments |= {name: read[name] for name in _PARTS if name in asked.arguments}
    return {name: value for name, value in read.items() if value is not None}


def checked(asked: Asked, *, ephemeral: bool = False) -> Json:
    """What is to be said, once it holds what a message must and nothing that Slack refuses.

    Raises:
        Refused: it does not.
    """
    payload = payload_of(asked)
    if not any(payload.get(name) for name in _WORDS):
        raise Refused("no_text")
    checks.message(asked, payload, ephemeral=ephemeral)
    return _plain(payload)


def _plain(payload: Json) -> Json:
    # What was written in Markdown is kept as the text, and shown as what it is.
    marked = payload.pop("markdown_text", None)
    return payload | {"text": marked, "blocks": [{"type": "markdown", "text": marked}]} if marked else payload


def said_of(asked: Asked, payload: Json) -> tuple[str, Said]:
    """The text of a message and what comes with it."""
    said: Said = {
        "blocks": payload.get("blocks") or [],
        "attachments": payload.get("attachments") or [],
        "metadata": payload.get("metadata"),
        "thread_ts": payload.get("thread_ts"),
    }
    if asked.maybe("username"):
        asked.need("chat:write.customize")
        said["username"], said["subtype"] = asked.maybe("username"), "bot_message"
    return str(payload.get("text") or ""), said


@method("chat.postMessage", "chat:write")
def chat_post_message(asked: Asked) -> Answer:
    """Say something in a channel, or to a person."""
    channel = open_place(asked)
    text, said = said_of(asked, checked(asked))
    said["thread_ts"] = thread_of(asked, channel)
    said["broadcast"] = bool(said["thread_ts"]) and asked.flag("reply_broadcast")
    message = asked.world.post(channel, asked.app.bot_user, text, asked.app, **said)
    return _posted(asked, message)


@method("chat.meMessage", "chat:write")
def chat_me_message(asked: Asked) -> Answer:
    """Say what one does."""
    channel = member_of(asked, open_place(asked))
    text = asked.text("text", "no_text")
    message = asked.world.post(channel, asked.app.bot_user, text, asked.app, subtype="me_message")
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral", "chat:write")
def chat_post_ephemeral(asked: Asked) -> Answer:
    """Say something that one person in the channel sees.

    Raises:
        Refused: that person is not in the channel.
    """
    channel = open_place(asked)
    user = person_of(asked, asked.text("user", "user_not_found"), "user_not_in_channel").id
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    text, said = said_of(asked, checked(asked, ephemeral=True))
    said["thread_ts"] = thread_of(asked, channel)
    return {"message_ts": asked.world.whisper(channel, user, text, asked.app, **said).ts}


def _posted(asked: Asked, message: Message) -> Answer:
    shown = message_json(asked.world, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": shown}


def own(asked: Asked, channel: Channel, refused: str) -> Message:
    """The app's own message that is meant.

    Raises:
        Refused: it is somebody else's, or there is none.
    """
    message = message_of(asked, channel)
    if message.app != asked.app.app:
        raise Refused(refused)
    return message


@method("chat.update", "chat:write")
def chat_update(asked: Asked) -> Answer:
    """Change what a message says; blocks that are not given stay.

    Raises:
        Refused: it is not the app's own, is still being streamed, or would say nothing.
    """
    channel = channel_of(asked)
    message = own(asked, channel, "cant_update_message")
    if message.streaming_until is not None and message.streaming_until > asked.world.now():
        raise Refused("streaming_state_conflict")
    payload = payload_of(asked)
    if any(payload.get(name) for name in _WORDS):
        checks.message(asked, payload, update=True)
    elif "metadata" not in payload:
        raise Refused("no_text")
    changed = _changed(asked, message, _plain(payload))
    return {"channel": channel.id, "ts": changed.ts, "text": changed.text} | {
        "message": message_json(asked.world, changed, metadata=True)
    }


def _changed(asked: Asked, message: Message, payload: Json) -> Message:
    said: Said = {}
    # Blocks that Slack itself made of the text, and an app sends back with it, are none of the app's.
    if "blocks" in payload and payload["blocks"] != plain_blocks(message):
        said["blocks"] = payload["blocks"]
    if "attachments" in payload:
        said["attachments"] = payload["attachments"]
    if "metadata" in payload:
        said["metadata"] = payload["metadata"]
    if message.streaming_until is not None:
        said["streaming_until"] = None
    text = payload.get("text")
    return asked.world.edit(message, asked.app.bot_user, None if text is None else str(text), **said)


@method("chat.delete", "chat:write")
def chat_delete(asked: Asked) -> Answer:
    """Take a message away."""
    channel = channel_of(asked)
    message = own(asked, channel, "cant_delete_message")
    asked.world.delete(message, asked.app.bot_user)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.getPermalink")
def chat_get_permalink(asked: Asked) -> Answer:
    """The address of a message."""
    channel = channel_of(asked)
    message = message_of(asked, channel, "message_ts")
    return {"channel": channel.id, "permalink": permalink(asked.world, message, asked.app.team)}


@method("chat.unfurl", "links:write")
def chat_unfurl(asked: Asked) -> Answer:
    """Show what stands behind the links of a message.

    Raises:
        Refused: a link is not in the message.
    """
    message = _linking(asked)
    unfurls = asked.data("unfurls", dict, "invalid_unfurls_format") or {}
    if not unfurls:
        raise Refused("missing_unfurls")
    if not all(isinstance(one, dict) for one in unfurls.values()):
        raise Refused("invalid_unfurls_format")
    if any(escaped(url) not in message.text for url in unfurls):
        raise Refused("cannot_unfurl_url")
    asked.world.unfurl(message, asked.app, unfurls)
    return {}


def _linking(asked: Asked) -> Message:
    """The message that is meant: by where it stands, or by what the app was told of its links."""
    if asked.maybe("unfurl_id") and not asked.maybe("channel"):
        given = asked.text("unfurl_id").split(".")
        asked.arguments |= {"channel": given[0], "ts": ".".join(given[1:3])}
    channel = channel_of(asked, missing="cannot_find_channel")
    return message_of(asked, channel, "ts", "cannot_find_message")
