"""Payloads: the smallest block and element of every kind, as an app would send them."""

from typing import Any

Json = dict[str, Any]
URL = "https://example.com/a.png"


def plain(words: str = "Text") -> Json:
    """Plain text."""
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str = "Text") -> Json:
    """Text with markup."""
    return {"type": "mrkdwn", "text": words}


def option(value: str = "a", words: str = "A") -> Json:
    """One thing to choose."""
    return {"text": plain(words), "value": value}


def options(number: int) -> list[Json]:
    """So many things to choose from."""
    return [option(str(index)) for index in range(number)]


def confirm(**more: Any) -> Json:
    """A question before something is done."""
    return {"title": plain(), "text": plain(), "confirm": plain("Yes"), "deny": plain("No"), **more}


def rich(*pieces: Json) -> Json:
    """One paragraph of rich text."""
    inner = list(pieces) or [{"type": "text", "text": "Text"}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": inner}]}


def button(**more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": "go", "text": plain("Go"), **more}


def section(words: str = "Text", **more: Any) -> Json:
    """A paragraph."""
    return {"type": "section", "text": mrkdwn(words), **more}


def actions(*elements: Json, **more: Any) -> Json:
    """A row of elements."""
    return {"type": "actions", "elements": list(elements) or [button()], **more}


def question(element: Json | None = None, **more: Any) -> Json:
    """Something to fill in."""
    asked = element or {"type": "plain_text_input", "action_id": "say"}
    return {"type": "input", "block_id": "name", "label": plain("Name"), "element": asked, **more}


def table(rows: int = 1, columns: int = 1, words: str = "a", **more: Any) -> Json:
    """A table whose cells hold those words."""
    return {"type": "table", "rows": [[{"type": "raw_text", "text": words}] * columns] * rows, **more}


def card(**more: Any) -> Json:
    """A card."""
    return {"type": "card", "title": mrkdwn("Title"), **more}


def container(*blocks: Json, **more: Any) -> Json:
    """A block with blocks inside."""
    return {"type": "container", "title": plain(), "child_blocks": list(blocks) or [section()], **more}


def task(name: str = "t1", **more: Any) -> Json:
    """A task."""
    return {"type": "task_card", "task_id": name, "title": "Look it up", "status": "complete", **more}


def picture(**more: Any) -> Json:
    """An image, as a block or as an element."""
    return {"type": "image", "image_url": URL, "alt_text": "A bridge", **more}


def chart(kind: str = "bar", **more: Any) -> Json:
    """A chart with one series of two points."""
    points = [{"label": label, "value": 3} for label in ("a", "b")]
    return {"type": kind, "series": [{"name": "x", "data": points}], "axis_config": {"categories": ["a", "b"]}, **more}


def diagram(drawn: Json | None = None) -> Json:
    """A block with a chart."""
    return {"type": "data_visualization", "title": "Title", "chart": drawn or chart()}


def data_table(rows: int = 2, **more: Any) -> Json:
    """A table with a header."""
    return {"type": "data_table", "caption": "Rows", "rows": [[{"type": "raw_text", "text": "a"}]] * rows, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    """A modal."""
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks) or [section()], **more}


def home(*blocks: Json, **more: Any) -> Json:
    """A Home tab."""
    return {"type": "home", "blocks": list(blocks) or [section()], **more}


def message(*blocks: Json, **more: Any) -> Json:
    """A message with a text and blocks."""
    return {"channel": "C1", "text": "Text", "blocks": list(blocks), **more}


BLOCKS: dict[str, Json] = {
    "section": section(),
    "header": {"type": "header", "text": plain()},
    "divider": {"type": "divider"},
    "image": picture(),
    "context": {"type": "context", "elements": [mrkdwn()]},
    "actions": actions(),
    "video": {
        "type": "video",
        "alt_text": "A film",
        "title": plain(),
        "thumbnail_url": URL,
        "video_url": "https://example.com/v",
    },
    "rich_text": rich(),
    "input": question(),
    "card": card(),
    "carousel": {"type": "carousel", "elements": [card()]},
    "alert": {"type": "alert", "text": plain()},
    "container": container(),
    "table": table(),
    "data_table": data_table(),
    "data_visualization": diagram(),
    "context_actions": {
        "type": "context_actions",
        "elements": [{"type": "icon_button", "action_id": "drop", "icon": "trash", "text": plain("Drop")}],
    },
    "markdown": {"type": "markdown", "text": "**Text**"},
    "task_card": task(),
    "plan": {"type": "plan", "title": "Plan", "tasks": [task()]},
    "file": {"type": "file", "external_id": "F1", "source": "remote"},
    "call": {"type": "call", "call_id": "R1"},
}
ELEMENTS: dict[str, Json] = {
    "button": button(),
    "workflow_button": {
        "type": "workflow_button",
        "action_id": "run",
        "text": plain(),
        "workflow": {"trigger": {"url": "https://slack.com/shortcuts/Ft1/x"}},
    },
    "overflow": {"type": "overflow", "action_id": "more", "options": options(2)},
    "feedback_buttons": {
        "type": "feedback_buttons",
        "action_id": "helped",
        "positive_button": {"text": plain("Yes"), "value": "1"},
        "negative_button": {"text": plain("No"), "value": "0"},
    },
    "icon_button": {"type": "icon_button", "action_id": "drop", "icon": "trash", "text": plain("Drop")},
    "checkboxes": {"type": "checkboxes", "action_id": "c", "options": options(1)},
    "radio_buttons": {"type": "radio_buttons", "action_id": "r", "options": options(1)},
    "static_select": {"type": "static_select", "action_id": "s", "options": options(1)},
    "multi_static_select": {"type": "multi_static_select", "action_id": "s", "options": options(1)},
    "number_input": {"type": "number_input", "action_id": "n", "is_decimal_allowed": False},
    "image": picture(),
    **{
        name: {"type": name, "action_id": "x"}
        for name in (
            "datepicker",
            "timepicker",
            "datetimepicker",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "plain_text_input",
            "email_text_input",
            "url_text_input",
            "rich_text_input",
            "file_input",
        )
    },
}
