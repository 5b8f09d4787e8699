"""Streams: the methods that write a message bit by bit. A stream dies five minutes after its start."""

from typing import Any

from bot.playground.api import checks
from bot.playground.api.chat import own
from bot.playground.api.method import Answer, Asked, Refused, method
from bot.playground.api.places import channel_of, open_place, thread_of
from bot.playground.api.shapes import message_json
from bot.playground.model import AgentSession, Channel, Json, Message, Spot
from bot.playground.world_talk import STREAM_LIVES, Said

LONGEST = 12_000
SESSIONS = ("active", "processing", "suspended", "closed")
_CHUNKS = ("markdown_text", "task_update", "plan_update", "blocks")


@method("chat.startStream", "chat:write", classic=False)
def chat_start_stream(asked: Asked) -> Answer:
    """Begin a message.

    Raises:
        Refused: in a channel nobody is named for whom it is, or in a direct message no thread.
    """
    channel = open_place(asked)
    thread = thread_of(asked, channel)
    if channel.is_im:
        asked.text("thread_ts")
    else:
        asked.text("recipient_user_id", "missing_recipient_user_id")
        asked.text("recipient_team_id", "missing_recipient_team_id")
    text, chunks = _more(asked)
    said: Said = {"thread_ts": thread, "chunks": chunks, "streamed": True}
    said["streaming_until"] = asked.world.now() + STREAM_LIVES
    message = asked.world.post(channel, asked.app.bot_user, text, asked.app, **said)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.appendStream", "chat:write", classic=False)
def chat_append_stream(asked: Asked) -> Answer:
    """Write on.

    Raises:
        Refused: there is nothing to write.
    """
    channel = channel_of(asked)
    message = _streaming(asked, channel)
    text, chunks = _more(asked)
    if not text and not chunks:
        raise Refused("no_text")
    _written(asked, message, text, chunks, {})
    return {"channel": channel.id, "ts": message.ts}


@method("chat.stopStream", "chat:write", classic=False)
def chat_stop_stream(asked: Asked) -> Answer:
    """End a message, with blocks below it."""
    channel = channel_of(asked)
    message = _streaming(asked, channel)
    text, chunks = _more(asked)
    payload: Json = {"text": "…"}
    payload["blocks"] = asked.data("blocks", list, "invalid_blocks_format") or []
    payload["metadata"] = asked.data("metadata", dict, "invalid_metadata_format")
    checks.message(asked, {name: value for name, value in payload.items() if value})
    if message.text + text:
        # What is streamed is Markdown, where two stars are right.
        checks.message(asked, {"markdown_text": message.text + text})
    _session(asked, channel, message)
    said: Said = {"streaming_until": None, "metadata": payload["metadata"]}
    said["blocks"] = payload["blocks"]
    _written(asked, message, text, chunks, said)
    asked.world.clear_status(asked.app, channel, message.thread_ts)
    shown = message_json(asked.world, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def _streaming(asked: Asked, channel: Channel) -> Message:
    message = own(asked, channel, "message_not_owned_by_app")
    if message.streaming_until is None or message.streaming_until <= asked.world.now():
        raise Refused("message_not_in_streaming_state")
    return message


def _more(asked: Asked) -> tuple[str, list[Json]]:
    text = asked.maybe("markdown_text") or ""
    chunks: list[Any] = asked.data("chunks", list, "invalid_chunks") or []
    for chunk in chunks:
        if not isinstance(chunk, dict) or chunk.get("type") not in _CHUNKS:
            raise Refused("invalid_chunks")
    text += "".join(str(chunk.get("text", "")) for chunk in chunks if chunk["type"] == "markdown_text")
    if len(text) > LONGEST:
        raise Refused("msg_too_long")
    return text, [chunk for chunk in chunks if chunk["type"] != "markdown_text"]


def _written(asked: Asked, message: Message, text: str, chunks: list[Json], said: Said) -> None:
    whole = message.text + text
    if len(whole) > LONGEST:
        raise Refused("msg_too_long")
    said["chunks"] = [*message.chunks, *chunks]
    edited, by = message.edited, message.edited_by
    asked.world.edit(message, asked.app.bot_user, whole, **said)
    message.edited, message.edited_by = edited, by  # what is streamed does not count as edited


def _session(asked: Asked, channel: Channel, message: Message) -> None:
    status = asked.maybe("session_status")
    if status is None:
        return
    if status not in SESSIONS:
        raise Refused("invalid_session_status")
    spot = Spot(asked.app.app, channel.id, message.thread_ts)
    known = asked.world.sessions.get(spot)
    asked.world.set_session(asked.app, spot, AgentSession(status, known.title if known else ""))
