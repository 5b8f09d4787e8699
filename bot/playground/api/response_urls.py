"""Response URLs: the answer to an interaction without a token, five times within thirty minutes."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from bot.playground.api import checks
from bot.playground.api.method import Asked, Refused
from bot.playground.model import Call, Channel, Installed, Json, Message, ResponseUrl
from bot.playground.world import World
from bot.playground.world_talk import RESPONSE_URL_USES, Said

METHOD = "response_url"
"""The name under which such calls are remembered."""
_PARTS = ("text", "blocks", "attachments", "thread_ts")


@dataclass(frozen=True, slots=True)
class Responded:
    """What an app gets for an answer."""

    body: Json
    status: int = 200


def respond(world: World, id_: str, body: bytes) -> Responded:
    """Take an answer, sent as JSON or as a form's payload."""
    begun = world.now()
    with world.lock:
        right, faults, payload, made = world.response_urls.get(id_), [], {}, None
        try:
            app = _usable(world, right)
            payload = _payload(body)
            assert right is not None
            asked = Asked(world, METHOD, payload, app, "")
            faults = asked.faults
            right.uses += 1
            made = carry_out(asked, right)
            answer = Responded({"ok": True})
        except Refused as refused:
            gone = refused.error in ("used_url", "expired_url", "no_service")
            answer = Responded({"ok": False, "error": refused.error}, 404 if gone else 400)
        owner, team = (right.app, right.team) if right else (None, None)
        world.called(Call(METHOD, payload, answer.body, owner, team, world.now() - begun, begun, tuple(faults), made))
        return answer


def _usable(world: World, right: ResponseUrl | None) -> Installed:
    app = world.installed(right.app, right.team) if right else None
    if right is None or app is None or app.revoked:
        raise Refused("no_service")
    if right.until <= world.now():
        raise Refused("expired_url")
    if right.uses >= RESPONSE_URL_USES:
        raise Refused("used_url")
    return app


def _payload(body: bytes) -> Json:
    text = body.decode(errors="replace")
    if text.startswith("payload="):
        text = parse_qs(text)["payload"][0]
    try:
        read = json.loads(text)
    except ValueError:
        raise Refused("invalid_payload") from None
    if not isinstance(read, dict):
        raise Refused("invalid_payload")
    return read


def carry_out(asked: Asked, right: ResponseUrl) -> Message | None:
    """Delete, replace or say something, as the payload of an answer asks; returns what is to be seen then.

    Raises:
        Refused: the payload is no message.
    """
    world, original, payload = asked.world, right.message, asked.arguments
    if payload.get("delete_original"):
        if original is not None and not original.deleted:
            world.delete(original, asked.app.bot_user)
        return None
    shown = {name: payload[name] for name in _PARTS if payload.get(name) is not None}
    checks.message(asked, shown, ephemeral=payload.get("response_type") != "in_channel")
    said: Said = {"blocks": shown.get("blocks") or []}
    said["attachments"] = shown.get("attachments") or []
    text = str(shown.get("text") or "")
    if payload.get("replace_original") and original is not None and not original.deleted:
        return world.edit(original, asked.app.bot_user, text, **said)
    message = _said(asked, right, text, said, shown.get("thread_ts"))
    right.message = right.message or message
    return message


def _said(asked: Asked, right: ResponseUrl, text: str, said: Said, thread: Any) -> Message:
    channel: Channel = asked.world.channels[right.channel]
    said["thread_ts"] = thread if thread in channel.messages else None
    if asked.arguments.get("response_type") == "in_channel":
        return asked.world.post(channel, asked.app.bot_user, text, asked.app, **said)
    return asked.world.whisper(channel, right.user, text, asked.app, **said)
