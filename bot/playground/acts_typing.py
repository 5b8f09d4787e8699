"""Typing: the words that a person types, as Slack sends them.

`&`, `<` and `>` are escaped; names behind an @, channels behind a # and addresses become links, as Slack's client
makes them.
"""

import re

from bot.playground.model import Json
from bot.playground.payload import escaped
from bot.playground.world import World

_TOKEN = re.compile(
    r"""(?P<kept><@[UW][A-Z0-9]+>)
      | (?P<name>(?<![\w@])@[\w.-]*\w)
      | (?P<channel>(?<![\w&])\#[\w-]+)
      | (?P<url>https?://[^\s<>|]+[^\s<>|.,;:!?)\]'"])
      | (?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      | (?P<domain>(?<![\w@./-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|io|ai|co|dev|de)\b(?![\w@-]))
    """,
    re.VERBOSE,
)


def as_sent(world: World, team: str, typed: str) -> str:
    """What a person typed, as Slack sends it."""
    parts = []
    end = 0
    for found in _TOKEN.finditer(typed):
        parts += [escaped(typed[end : found.start()]), _linked(world, team, found)]
        end = found.end()
    return "".join([*parts, escaped(typed[end:])])


def _linked(world: World, team: str, found: "re.Match[str]") -> str:
    text = found.group()
    if found["kept"]:
        return text if text[2:-1] in world.users else escaped(text)
    if found["name"]:
        known = (user for user in world.users.values() if user.team == team and user.name == text[1:].lower())
        user = next(known, None)
        return f"<@{user.id}>" if user else text
    if found["channel"]:
        channels = (one for one in world.channels.values() if one.name == text[1:] and world.sees(team, one))
        channel = next(channels, None)
        return f"<#{channel.id}|{channel.name}>" if channel else text
    if found["url"]:
        return f"<{escaped(text)}>"
    return f"<mailto:{text}|{text}>" if found["mail"] else f"<http://{text}|{text}>"


_MARK = re.compile(r"<([^<>]+)>")


def rich_text(text: str, block_id: str) -> list[Json]:
    """The block that Slack's client sends beside a text."""
    parts: list[Json] = []
    end = 0
    for found in _MARK.finditer(text):
        parts += [_plain(text[end : found.start()]), _element(found.group(1))]
        end = found.end()
    parts.append(_plain(text[end:]))
    section = {"type": "rich_text_section", "elements": [part for part in parts if part.get("text", "-")]}
    return [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


def _plain(text: str) -> Json:
    return {"type": "text", "text": text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")}


def _element(mark: str) -> Json:
    target, _, label = mark.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    link: Json = {"type": "link", "url": target.replace("&amp;", "&")}
    return link | {"text": label} if label else link
