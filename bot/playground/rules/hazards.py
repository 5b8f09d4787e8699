"""Hazards: what Slack accepts and a good app never sends. Told apart from faults; the error is always `hazard`.

Markup is only looked for where Slack reads it: in mrkdwn objects, in Markdown blocks, in a message's text and in that
of its attachments. Plain text, rich text and table cells show what they hold, whatever it is.
"""

import re
from collections.abc import Iterator, Mapping

from bot.playground.rules.fault import Fault, Place, everything, objects, pointer_to
from bot.playground.rules.layout import Found, interactive

_MARKUP_BROADCAST = re.compile(r"<!(channel|here|everyone|group)(\|[^>]*)?>|<!subteam\^[^>]*>")
_WORD_BROADCAST = re.compile(r"(?<![\w.])@(channel|here|everyone)\b")
_DOUBLE_STAR = re.compile(r"\*\*(?=\S)[^*\n]+\*\*")
_LOUD = ("broadcast", "usergroup")
_MARKED = ("mrkdwn", "markdown")
_TEXTS = ("text", "pretext", "fallback", "title", "footer", "author_name")


def message_hazards(payload: Mapping[str, object]) -> list[Fault]:
    """What a good app does not post."""
    parts = _parts(payload)
    return [
        *_bare(payload),
        *_words(payload),
        *_told(payload),
        *_markup(_written(payload, parts)),
        *_shared(payload, parts),
    ]


def view_hazards(view: Mapping[str, object]) -> list[Fault]:
    """What a good app does not show in a modal or on its Home tab."""
    parts = _parts(view)
    return [*_markup(_mrkdwn(parts.get("blocks", []))), *_shared(view, parts)]


def _parts(payload: Mapping[str, object]) -> dict[str, list[Found]]:
    """Every object in a payload, by the field it stands in."""
    return {name: objects(value, ("", name)) for name, value in payload.items()}


def _bare(payload: Mapping[str, object]) -> Iterator[Fault]:
    words = payload.get("text")
    shown = payload.get("blocks") or payload.get("attachments")
    if shown and not (isinstance(words, str) and words.strip()):
        yield _hazard("/text", "blocks need a text beside them, for notifications and for screen readers")


def _words(payload: Mapping[str, object]) -> Iterator[Fault]:
    """With `link_names` or `parse`, a mere @channel calls everybody."""
    words = payload.get("text")
    linked = payload.get("link_names") in (True, 1, "1", "true") or payload.get("parse") == "full"
    if linked and isinstance(words, str) and _WORD_BROADCAST.search(words):
        yield _hazard("/text", "calls everybody in the channel, because names are made links")


def _told(payload: Mapping[str, object]) -> Iterator[Fault]:
    """Metadata goes to every app in the channel: it holds ids, never what people wrote."""
    metadata = payload.get("metadata")
    inner = metadata.get("event_payload") if isinstance(metadata, dict) else None
    for at, found in everything(inner, "/metadata/event_payload"):
        if isinstance(found, str) and re.search(r"\s", found):
            yield _hazard(at, "metadata holds ids only, and this is text")


def _written(payload: Mapping[str, object], parts: Mapping[str, list[Found]]) -> Iterator[tuple[Place, str, bool]]:
    """Every text of a message in which Slack reads markup; and whether two stars are right there."""
    words = payload.get("text")
    if isinstance(words, str):
        yield "/text", words, False
    marked = payload.get("markdown_text")
    if isinstance(marked, str):
        yield "/markdown_text", marked, True
    yield from _mrkdwn(parts.get("blocks", []))
    yield from _mrkdwn(parts.get("attachments", []))
    attachments = payload.get("attachments")
    for index, attachment in enumerate(attachments if isinstance(attachments, list) else []):
        for name in _TEXTS if isinstance(attachment, dict) else ():
            if isinstance(attachment.get(name), str):
                yield (("/attachments", index), name), attachment[name], False


def _mrkdwn(part: list[Found]) -> Iterator[tuple[Place, str, bool]]:
    for at, found in part:
        if found.get("type") in _MARKED:
            words = found.get("text")
            if isinstance(words, str):
                yield (at, "text"), words, found["type"] == "markdown"


def _markup(texts: Iterator[tuple[Place, str, bool]]) -> Iterator[Fault]:
    for at, words, starred in texts:
        if _MARKUP_BROADCAST.search(words):
            yield _hazard(at, "calls everybody: an unescaped broadcast; write &lt; for <")
        if not starred and _DOUBLE_STAR.search(words):
            yield _hazard(at, "two stars are shown as two stars; bold is *one star* here")


def _shared(payload: Mapping[str, object], parts: Mapping[str, list[Found]]) -> Iterator[Fault]:
    """What can stand anywhere in blocks."""
    found: list[Found] = [("", dict(payload))]
    for part in parts.values():
        found += part
    for at, each in found:
        if each.get("type") in _LOUD and ("range" in each or "usergroup_id" in each):
            yield _hazard(at, "calls everybody: a rich text element that notifies a group")
    for at, element in interactive(found):
        if "action_id" not in element:
            yield _hazard(at, "has no action id: Slack invents one, and no listener is meant")


def _hazard(at: Place, why: str) -> Fault:
    return Fault("hazard", pointer_to(at), f"hazard: {why}")
