"""Stranger's forms: a modal with every input, those that come after it, and the Home tab."""

from typing import Any

from tests.page.stranger_blocks import (
    BOXES,
    CARD,
    MENUS,
    MULTI_MENUS,
    OVERFLOW,
    PICKERS,
    actions,
    button,
    option,
    plain,
    section,
)

Json = dict[str, Any]

FIELDS: list[Json] = [
    {"type": "plain_text_input", "min_length": 2, "max_length": 40, "placeholder": plain("Bread")},
    {"type": "plain_text_input", "action_id": "lines", "multiline": True, "initial_value": "One\nTwo"},
    {"type": "number_input", "is_decimal_allowed": True, "min_value": "0", "max_value": "9.5", "initial_value": "1.5"},
    {"type": "email_text_input"},
    {"type": "url_text_input"},
    {"type": "rich_text_input"},
    {"type": "file_input", "filetypes": ["png", "txt"], "max_files": 2},
]


def _input(element: Json, *, optional: bool = True) -> Json:
    name = element.get("action_id") or element["type"]
    asked = {**element, "action_id": name}
    return {"type": "input", "block_id": name, "label": plain(name), "optional": optional, "element": asked}


def form(metadata: str = "") -> Json:
    """A form with every input; the name of the loaf must be given."""
    after = {"type": "radio_buttons", "options": [option("Close"), option("Push"), option("Update"), option("Clear")]}
    name, *others = FIELDS
    inputs = [_input(one) for one in (*others, *MENUS, *MULTI_MENUS, *PICKERS, *BOXES)]
    return {
        "type": "modal",
        "callback_id": "form",
        "private_metadata": metadata,
        "title": plain("Every input"),
        "submit": plain("Bake"),
        "close": plain("Not now"),
        "notify_on_close": True,
        "blocks": [
            {"type": "alert", "text": plain("Names without a vowel are sent back."), "level": "info"},
            _input(name, optional=False),
            _input({**after, "action_id": "after"}),
            section("A menu outside of an input", accessory=OVERFLOW),
            actions(button("grow", "One more line"), button("push", "Another form on top")),
            *inputs,
        ],
    }


def grown(view: Json) -> Json:
    """The same form with a line more."""
    kept = {name: view[name] for name in ("type", "callback_id", "private_metadata", "title", "submit", "close")}
    lines = [one for one in view["blocks"] if one["block_id"].startswith("line ")]
    more = section(f"Line {len(lines) + 1}", block_id=f"line {len(lines) + 1}")
    return {**kept, "notify_on_close": True, "blocks": [*view["blocks"], more]}


def note(title: str, words: str) -> Json:
    """A form with a single, optional field."""
    one = {"type": "plain_text_input", "action_id": "note"}
    return {
        "type": "modal",
        "callback_id": "note",
        "title": plain(title),
        "submit": plain("Done"),
        "blocks": [section(words), _input(one)],
    }


def home(count: int) -> Json:
    """The Home tab with its counter."""
    return {
        "type": "home",
        "private_metadata": str(count),
        "blocks": [
            {"type": "header", "text": plain("Kitchen Sink")},
            section(f"Pressed {count} times.", accessory=button("count", "Press", value=str(count), style="primary")),
            actions(*MENUS[:1], button("open_form", "Open the form")),
            _input({"type": "plain_text_input", "action_id": "wish"}) | {"dispatch_action": True},
            {"type": "carousel", "elements": [CARD, CARD]},
        ],
    }
