"""Hazards: what Slack accepts and a good app never sends. Told apart from faults; the error is always `hazard`.

Markup is only looked for where Slack reads it: in mrkdwn objects, in Markdown blocks, in a message's text and in that
of its attachments. Plain text, rich text and table cells show what they hold, whatever it is.
"""

import re
from collections.abc import Iterator, Mapping

from bot.playground.rules.fault import Fault, below, everything
from bot.playground.rules.layout import elements_in

_MARKUP_BROADCAST = re.compile(r"<!(channel|here|everyone|group)(\|[^>]*)?>|<!subteam\^[^>]*>")
_WORD_BROADCAST = re.compile(r"(?<![\w.])@(channel|here|everyone)\b")
_DOUBLE_STAR = re.compile(r"\*\*(?=\S)[^*\n]+\*\*")
_LOUD = ("broadcast", "usergroup")
_TEXTS = ("text", "pretext", "fallback", "title", "footer", "author_name")


def message_hazards(payload: Mapping[str, object]) -> list[Fault]:
    """What a good app does not post."""
    return [*_bare(payload), *_words(payload), *_told(payload), *_markup(_written(payload)), *_shared(payload, "")]


def view_hazards(view: Mapping[str, object]) -> list[Fault]:
    """What a good app does not show in a modal or on its Home tab."""
    return [*_markup(_mrkdwn(view.get("blocks"), "/blocks")), *_shared(view, "")]


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


def _written(payload: Mapping[str, object]) -> Iterator[tuple[str, str, bool]]:
    """Every text of a message in which Slack reads markup; and whether two stars are right there."""
    words = payload.get("text")
    if isinstance(words, str):
        yield "/text", words, False
    marked = payload.get("markdown_text")
    if isinstance(marked, str):
        yield "/markdown_text", marked, True
    yield from _mrkdwn(payload.get("blocks"), "/blocks")
    attachments = payload.get("attachments")
    yield from _mrkdwn(attachments, "/attachments")
    for index, attachment in enumerate(attachments if isinstance(attachments, list) else []):
        for name in _TEXTS if isinstance(attachment, dict) else ():
            if isinstance(attachment.get(name), str):
                yield below(below("/attachments", index), name), attachment[name], False


def _mrkdwn(value: object, at: str) -> Iterator[tuple[str, str, bool]]:
    for pointer, found in everything(value, at):
        if isinstance(found, dict) and found.get("type") in ("mrkdwn", "markdown"):
            words = found.get("text")
            if isinstance(words, str):
                yield below(pointer, "text"), words, found["type"] == "markdown"


def _markup(texts: Iterator[tuple[str, str, bool]]) -> Iterator[Fault]:
    for at, words, starred in texts:
        if _MARKUP_BROADCAST.search(words):
            yield _hazard(at, "calls everybody: an unescaped broadcast; write &lt; for <")
        if not starred and _DOUBLE_STAR.search(words):
            yield _hazard(at, "two stars are shown as two stars; bold is *one star* here")


def _shared(payload: Mapping[str, object], at: str) -> Iterator[Fault]:
    """What can stand anywhere in blocks."""
    for pointer, found in everything(payload, at):
        if isinstance(found, dict) and found.get("type") in _LOUD and ("range" in found or "usergroup_id" in found):
            yield _hazard(pointer, "calls everybody: a rich text element that notifies a group")
    for pointer, element in elements_in(payload, at):
        if "action_id" not in element:
            yield _hazard(pointer, "has no action id: Slack invents one, and no listener is meant")


def _hazard(at: str, why: str) -> Fault:
    return Fault("hazard", at, f"hazard: {why}")
