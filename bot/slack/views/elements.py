"""Elements: what views are built of, each within Slack's limits whatever is put into it.

Texts of `section` and `context` are mrkdwn, already escaped; all others are plain words and are shown as they are.
Plain dicts, because the SDK's own types drop blocks that are newer than they.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.core.canonical import sha256_hex
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import clipped, flat
from bot.slack.values import Value

Json = dict[str, Any]

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
OPTIONS = 100
_SECTION = 3000
_CONTEXT = 2000
_TEXT = 3000
"""Of the text beside the blocks: what a notification or a screen reader can bear."""
_HEADER = 150
_BUTTON = 75
_VALUE = 2000
_PLACEHOLDER = 150
_LABEL = 200
_HINT = 500
_MODAL_TITLE = 24
_CONTAINER_TITLE = 150
_CHILDREN = 10
_CONTEXT_ELEMENTS = 10
_CELL = 120


def mrkdwn(text: str, limit: int = _SECTION) -> Json:
    """Formatted text; what looks like a channel or an address in it stays what it is."""
    return {"type": "mrkdwn", "text": clipped(text, limit), "verbatim": True}


def plain_text(text: str, limit: int) -> Json:
    """Text that is shown as it is."""
    return {"type": "plain_text", "text": flat(text, limit), "emoji": False}


def header(text: str) -> Json:
    """A line in large letters."""
    return {"type": "header", "text": plain_text(text, _HEADER)}


def section(text: str, accessory: Json | None = None) -> Json:
    """A paragraph, perhaps with an element beside it."""
    block: Json = {"type": "section", "text": mrkdwn(text)}
    return block | {"accessory": accessory} if accessory else block


def context(*texts: str) -> Json:
    """Small print."""
    return {"type": "context", "elements": [mrkdwn(text, _CONTEXT) for text in texts[:_CONTEXT_ELEMENTS]]}


def divider() -> Json:
    """A line across."""
    return {"type": "divider"}


def actions(*elements: Json) -> Json:
    """Buttons and menus in a row; no two of them for the same act."""
    return {"type": "actions", "elements": list(elements)}


def button(
    text: str,
    act: Act,
    value: Value | None = None,
    *,
    style: str | None = None,
    confirm: Json | None = None,
    label: str | None = None,
) -> Json:
    """A button.

    Args:
        text: what it says, a verb.
        act: what a click asks for.
        value: what it carries.
        style: primary or danger.
        confirm: what is asked before.
        label: what a screen reader says instead of the text.
    """
    element: Json = {"type": "button", "text": plain_text(text, _BUTTON), "action_id": act.value}
    if value is not None:
        element["value"] = value.encoded()
        assert len(element["value"]) <= _VALUE, act
    more = {"style": style, "confirm": confirm, "accessibility_label": label and flat(label, _BUTTON)}
    return element | {key: given for key, given in more.items() if given}


def confirm(title: str, text: str, yes: str) -> Json:
    """What is asked before a button acts."""
    return {
        "title": plain_text(title, 100),
        "text": plain_text(text, 300),
        "confirm": plain_text(yes, 30),
        "deny": plain_text("Cancel", 30),
    }


def option(text: str, value: str) -> Json:
    """One entry of a menu."""
    return {"text": plain_text(text, _BUTTON), "value": value}


def options(entries: Sequence[Json]) -> Json:
    """The entries of a menu; in groups where they are more than fit one list."""
    if len(entries) <= OPTIONS:
        return {"options": list(entries)}
    groups = [entries[start : start + OPTIONS] for start in range(0, min(len(entries), OPTIONS * OPTIONS), OPTIONS)]
    numbered = [(f"{OPTIONS * place + 1} to {OPTIONS * place + len(each)}", each) for place, each in enumerate(groups)]
    return {"option_groups": [{"label": plain_text(label, _BUTTON), "options": list(each)} for label, each in numbered]}


def select(act: str, placeholder: str, entries: Sequence[Json], initial: Json | None = None) -> Json:
    """A menu in which one entry is chosen."""
    element = {"type": "static_select", "action_id": act, "placeholder": plain_text(placeholder, _PLACEHOLDER)}
    return element | options(entries) | ({"initial_option": initial} if initial else {})


def container(title: str, children: Sequence[Json], subtitle: str | None = None) -> Json:
    """A part that is folded up until somebody opens it."""
    block: Json = {
        "type": "container",
        "title": plain_text(title, _CONTAINER_TITLE),
        "child_blocks": list(children[:_CHILDREN]),
        "is_collapsible": True,
        "default_collapsed": True,
    }
    return block | {"subtitle": plain_text(subtitle, _CONTAINER_TITLE)} if subtitle else block


def cell(text: str) -> Json:
    """One cell of a table."""
    return {"type": "raw_text", "text": flat(text, _CELL)}


def table(rows: Sequence[Sequence[Json]], settings: Sequence[Json]) -> Json:
    """A table; its first row are the headings."""
    return {"type": "table", "rows": [list(row) for row in rows], "column_settings": list(settings)}


def input_block(block_id: str, label: str, element: Json, hint: str | None = None, *, optional: bool = True) -> Json:
    """One field of a form."""
    block: Json = {"type": "input", "block_id": block_id, "label": plain_text(label, _LABEL), "element": element}
    return block | {"optional": optional} | ({"hint": plain_text(hint, _HINT)} if hint else {})


def text_input(
    action_id: str, *, initial: str | None = None, placeholder: str | None = None, longest: int, lines: bool = False
) -> Json:
    """A field to type into."""
    element: Json = {"type": "plain_text_input", "action_id": action_id, "multiline": lines, "max_length": longest}
    if initial:
        element["initial_value"] = initial[:longest]
    return element | ({"placeholder": plain_text(placeholder, _PLACEHOLDER)} if placeholder else {})


def modal(form: str, title: str, submit: str, remembered: Value, blocks: Sequence[Json]) -> Json:
    """A form."""
    return {
        "type": "modal",
        "callback_id": form,
        "title": plain_text(title, _MODAL_TITLE),
        "submit": plain_text(submit, _MODAL_TITLE),
        "close": plain_text("Cancel", _MODAL_TITLE),
        "private_metadata": remembered.encoded(),
        "blocks": list(blocks[:VIEW_BLOCKS]),
    }


def listing(lines: Iterable[str], most: int = 10, limit: int = 2800) -> str:
    """Lines of mrkdwn as one paragraph: as many as fit, and how many more there are."""
    every = [clipped(line, limit) for line in lines]
    shown: list[str] = []
    for line in every[:most]:
        if sum(map(len, shown)) + len(shown) + len(line) > limit:
            break
        shown.append(line)
    more = len(every) - len(shown)
    return "\n".join([*shown, f"… and {more} more"] if more else shown)


def message(view: str, text: str, blocks: Sequence[Json]) -> Message:
    """A message, its blocks named after the view and after what they say: a changed message has other names.

    Args:
        view: what is shown.
        text: the first line and the essentials, as mrkdwn.
        blocks: what is shown where blocks are.
    """
    kept = blocks[:MESSAGE_BLOCKS]
    return Message(clipped(text, _TEXT), numbered(view, kept))


def noted(shown: Message, note: str) -> Message:
    """The same message with small print under its first line."""
    first, *rest = [dict(block) for block in shown.blocks if isinstance(block, Mapping)]
    return message("noted", f"{shown.text}\n{note}", [first, context(note), *rest])


def numbered(view: str, blocks: Sequence[Mapping[str, Any]]) -> tuple[Json, ...]:
    """Blocks with ids that are unique, and the same whenever they say the same."""
    mark = sha256_hex(blocks)[:8]
    return tuple({**block, "block_id": f"{view}.{number}.{mark}"} for number, block in enumerate(blocks, 1))
