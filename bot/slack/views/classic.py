"""Classic: the same blocks for servers that know none of the newer ones, and the same words for no blocks at all.

Everything here also holds for blocks that no view of ours builds: what has a text keeps it, the rest is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block

from bot.slack.ids import Act
from bot.slack.message import Blocks
from bot.slack.mrkdwn import clipped, escape, unformatted
from bot.slack.views.elements import MESSAGE_BLOCKS, Json, actions, context, divider, listing, section

_CLASSIC = frozenset({"section", "header", "context", "actions", "divider", "image", "input"})
_TEXTS = ("title", "subtitle", "text", "body", "fallback")
_PARTS = ("child_blocks", "elements", "blocks")
_TABLE = 2900
_LONGEST = 3900
"""Of a text without blocks; Slack cuts longer ones into several messages."""


def classic(blocks: Blocks) -> list[Json]:
    """The same blocks, of the classic types alone."""
    every = [each for block in blocks for each in _classic(_plain(block))]
    if len(every) <= MESSAGE_BLOCKS:
        return every
    return [*every[: MESSAGE_BLOCKS - 1], context("There is more than fits here: ask for a part of it.")]


def _plain(block: Block | Mapping[str, Any]) -> Json:
    return block.to_dict() if isinstance(block, Block) else dict(block)


def _classic(block: Json) -> Iterator[Json]:
    match block.get("type"):
        case kind if kind in _CLASSIC:
            yield block
        case "table":
            yield from _table(block)
        case "container":
            yield divider()
            yield from _titled(block)
            for child in block.get("child_blocks", ()):
                yield from _classic(dict(child))
        case "context_actions":
            yield from _feedback(block)
        case _:
            yield from _as_text(block)


def _titled(block: Json) -> Iterator[Json]:
    if lines := [f"*{_line(block[key])}*" for key in ("title", "subtitle") if block.get(key)]:
        yield section("\n".join(lines))


def _table(block: Json) -> Iterator[Json]:
    """A line a row, as many paragraphs as it takes."""
    lines = [" · ".join(filter(None, map(_line, row))) for row in block.get("rows", ())]
    lines = [f"*{line}*" if number == 0 else line for number, line in enumerate(lines) if line]
    while lines:
        taken, size = 0, 0
        while taken < len(lines) and (not taken or size + len(lines[taken]) < _TABLE):
            size += len(lines[taken]) + 1
            taken += 1
        yield section(listing(lines[:taken], taken))
        lines = lines[taken:]


def _feedback(block: Json) -> Iterator[Json]:
    buttons = [button for element in block.get("elements", ()) for button in _buttons(element)]
    if buttons:
        yield actions(*buttons[:25])


def _buttons(element: Mapping[str, Any]) -> Iterator[Json]:
    """Two plain buttons for a pair; the second has an id of its own, as a block wants it."""
    sides = (("positive_button", element.get("action_id")), ("negative_button", Act.UNHELPFUL.value))
    for side, act in sides:
        if side in element:
            yield {"type": "button", "action_id": act, **element[side]}


def _as_text(block: Json) -> Iterator[Json]:
    """Whatever it says, as paragraphs."""
    if text := clipped("\n".join(_lines(block)), _TABLE):
        yield section(text)


def plain_text_of(blocks: Blocks) -> str:
    """Everything the blocks say, as one text: for where no block is taken at all."""
    lines = [line for block in blocks for line in _lines(_plain(block)) if line]
    return clipped("\n".join(lines), _LONGEST)


def _lines(block: Mapping[str, Any]) -> Iterator[str]:
    """The texts in a block, in the order in which they are read; what can only be clicked is left out."""
    if block.get("type") in {"actions", "context_actions", "input"}:
        return
    if block.get("type") == "table":
        yield from (" · ".join(filter(None, map(_line, row))) for row in block.get("rows", ()))
        return
    if block.get("type") == "rich_text":
        yield _line(block)
        return
    for key in _TEXTS:
        if (text := block.get(key)) and (line := _line(text)):
            yield line
    for part in (*block.get("fields", ()), *(each for key in _PARTS for each in block.get(key, ()))):
        if isinstance(part, Mapping):
            yield from _lines(part) if _is_block(part) else filter(None, [_line(part)])
    if alt := block.get("alt_text"):
        yield escape(str(alt))


def _is_block(part: Mapping[str, Any]) -> bool:
    return part.get("type") not in {"mrkdwn", "plain_text", "raw_text", "text", "user"}


def _line(text: object) -> str:
    """A text object, a cell or rich text as mrkdwn."""
    if isinstance(text, str):
        return _from_markdown(text)
    if not isinstance(text, Mapping):
        return ""
    match text.get("type"):
        case "mrkdwn":
            return str(text.get("text", ""))
        case "user":
            return f"<@{text.get('user_id')}>"
        case kind if str(kind).startswith("rich_text"):
            return "".join(map(_line, _sequence(text.get("elements"))))
        case _:
            return unformatted(escape(str(text.get("text") or "")))


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _from_markdown(text: str) -> str:
    """Markdown as near as mrkdwn comes to it."""
    return re.sub(r"\*\*(.+?)\*\*", r"*\1*", escape(text)).replace("**", "*")
