"""Stranger's blocks: every block and every element there is, a message for each family."""

import os
from typing import Any

Json = dict[str, Any]

PICTURE = os.environ.get("SINK_PICTURE", "https://picsum.photos/id/237/320/200")
"""The address of every picture; a test gives one of its own machine."""


def plain(text: str) -> Json:
    """Text as it stands."""
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    """Text with Slack's markup."""
    return {"type": "mrkdwn", "text": text}


def section(text: str, **more: Any) -> Json:
    """A paragraph."""
    return {"type": "section", "text": mrkdwn(text), **more}


def button(action_id: str, words: str, **more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(words), **more}


def option(words: str, **more: Any) -> Json:
    """Something to choose, whose value is its words in small letters."""
    return {"text": plain(words), "value": words.lower(), **more}


def image(words: str) -> Json:
    """A picture."""
    return {"type": "image", "image_url": PICTURE, "alt_text": words}


def actions(*elements: Json) -> Json:
    """Elements in a row."""
    return {"type": "actions", "elements": list(elements)}


COLOURS = [option("Red"), option("Green"), option("Blue", description=plain("Like the sea"))]
GROUPS = [
    {"label": plain("Warm"), "options": [option("Orange"), option("Yellow")]},
    {"label": plain("Cold"), "options": [option("Violet"), option("Cyan")]},
]
SURE = {
    "title": plain("Are you sure?"),
    "text": mrkdwn("This *cannot* be undone."),
    "confirm": plain("Do it"),
    "deny": plain("Leave it"),
    "style": "danger",
}


def rich(*pieces: Json) -> Json:
    """Rich text of one paragraph."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


def word(text: str, **style: bool) -> Json:
    """A piece of rich text."""
    return {"type": "text", "text": text, "style": style} if style else {"type": "text", "text": text}


def _menus(prefix: str = "", **more: Any) -> list[Json]:
    """A menu of each kind."""
    many = {"max_selected_items": 3} if prefix else {}
    held = plain("Choose")
    return [
        {"type": f"{prefix}{kind}", "action_id": f"{prefix}{kind}", "placeholder": held, **own, **many, **more}
        for kind, own in (
            ("static_select", {"options": COLOURS}),
            ("external_select", {"min_query_length": 1}),
            ("users_select", {}),
            ("conversations_select", {"filter": {"include": ["public"]}}),
            ("channels_select", {}),
        )
    ]


MENUS, MULTI_MENUS = _menus(), _menus("multi_")
PICKERS = [
    {"type": "datepicker", "action_id": "datepicker", "initial_date": "2026-11-23", "placeholder": plain("Which day?")},
    {"type": "timepicker", "action_id": "timepicker", "initial_time": "09:30", "timezone": "Europe/Berlin"},
    {"type": "datetimepicker", "action_id": "datetimepicker", "initial_date_time": 1795395000},
]
BOXES = [
    {"type": "checkboxes", "action_id": "checkboxes", "options": COLOURS, "initial_options": [COLOURS[0]]},
    {"type": "radio_buttons", "action_id": "radio_buttons", "options": COLOURS, "initial_option": COLOURS[1]},
]
OVERFLOW = {
    "type": "overflow",
    "action_id": "overflow",
    "options": [option("Edit"), option("Docs", url="https://docs.slack.dev/")],
}
WORKFLOW = {
    "type": "workflow_button",
    "action_id": "workflow",
    "text": plain("Run the workflow"),
    "workflow": {"trigger": {"url": "https://slack.com/shortcuts/Ft012345/abc"}},
}
TASK = {
    "type": "task_card",
    "task_id": "weigh",
    "title": "Weigh the flour",
    "status": "complete",
    "details": rich(word("With the "), word("kitchen", bold=True), word(" scales.")),
    "output": rich(word("500 g")),
    "sources": [{"type": "url", "url": "https://docs.slack.dev/", "text": "The recipe"}],
}
CARD = {
    "type": "card",
    "hero_image": image("A dog that looks up"),
    "icon": image("A small dog"),
    "title": mrkdwn("*Sourdough*"),
    "subtitle": plain("Bread"),
    "body": mrkdwn("Flour, water, _salt_ and time."),
    "actions": [button("bake", "Bake", value="sourdough", style="primary")],
}
_CELLS = [
    [{"type": "raw_text", "text": "What"}, {"type": "raw_text", "text": "Grams"}],
    [rich(word("Flour", bold=True)), {"type": "raw_number", "value": 500, "text": "500"}],
    [{"type": "raw_text", "text": "Water"}, {"type": "raw_number", "value": 350, "text": "350"}],
]
_AXES = {"categories": ["Mon", "Tue"], "x_label": "Day", "y_label": "Loaves"}
_LOAVES = [{"name": "White", "data": [{"label": "Mon", "value": 4}, {"label": "Tue", "value": 7}]}]
PARAGRAPHS = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                word("Bold", bold=True),
                word(", italic", italic=True),
                word(", struck", strike=True),
                word(", code", code=True),
                word(", under", underline=True),
                {"type": "emoji", "name": "bread"},
                {"type": "link", "url": "https://docs.slack.dev/", "text": "docs"},
                {"type": "color", "value": "#C58F3A"},
                {"type": "date", "timestamp": 1795395000, "format": "{date_long} at {time}", "fallback": "November"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [{"type": "rich_text_section", "elements": [word("Flour")]}],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "indent": 1,
            "elements": [{"type": "rich_text_section", "elements": [word("Sieved")]}],
        },
        {"type": "rich_text_quote", "elements": [word("Patience.")]},
        {"type": "rich_text_preformatted", "elements": [word("oven --heat 240")]},
    ],
}

FAMILIES: dict[str, list[Json]] = {
    "text": [
        {"type": "header", "text": plain("Kitchen Sink :bread:")},
        section("*Bold*, _italic_, ~struck~, `code` and <https://docs.slack.dev/|a link>"),
        {"type": "section", "fields": [mrkdwn("*Flour*\n500 g"), mrkdwn("*Water*\n350 g")]},
        {"type": "divider"},
        {"type": "context", "elements": [image("A dog"), mrkdwn("Baked *today*"), plain("by nobody")]},
    ],
    "rich text": [PARAGRAPHS],
    "markdown": [{"type": "markdown", "text": "## Bread\n\n1. **Mix**\n2. _Wait_\n\n| a | b |\n|---|---|\n| 1 | 2 |"}],
    "pictures": [
        {**image("A dog that looks up"), "title": plain("The baker's dog")},
        section("A picture beside the words.", accessory=image("A dog")),
        {
            "type": "video",
            "title": plain("How to knead"),
            "title_url": "https://www.youtube.com/watch?v=RRxQQxiM7AA",
            "video_url": "https://www.youtube.com/embed/RRxQQxiM7AA?feature=oembed&autoplay=1",
            "thumbnail_url": PICTURE,
            "alt_text": "Hands that knead",
            "author_name": "A baker",
            "provider_name": "YouTube",
        },
    ],
    "buttons": [
        actions(
            button("press", "Press", value="pressed"),
            button("primary", "Go", value="gone", style="primary"),
            button("danger", "Throw away", value="thrown", style="danger", confirm=SURE),
            button("link", "Read", url="https://docs.slack.dev/"),
            OVERFLOW,
            WORKFLOW,
        ),
        actions(
            button("replace", "Replace this message", value="replaced"),
            button("remove", "Take this message away", value="removed"),
            button("open_form", "Open the form"),
        ),
    ],
    "menus": [actions(*MENUS)],
    "grouped menus": [
        section("With groups", accessory={"type": "static_select", "action_id": "grouped", "option_groups": GROUPS})
    ],
    "menus of many": [section(f"`{one['type']}`", accessory=one) for one in MULTI_MENUS],
    "many in a row": [actions(*MULTI_MENUS)],
    "pickers": [actions(*PICKERS)],
    "boxes": [actions(*BOXES)],
    "inputs": [
        {
            "type": "input",
            "dispatch_action": True,
            "label": plain("Say it"),
            "hint": plain("and press Enter"),
            "element": {"type": "plain_text_input", "action_id": "said"},
        }
    ],
    "cards": [CARD, {"type": "carousel", "elements": [CARD, CARD]}],
    "container": [
        {
            "type": "container",
            "title": plain("The dough"),
            "subtitle": plain("Open it"),
            "is_collapsible": True,
            "default_collapsed": True,
            "child_blocks": [section("Flour and water."), actions(button("fold", "Fold", value="once"))],
        }
    ],
    "table": [{"type": "table", "rows": _CELLS, "column_settings": [{"is_wrapped": True}, {"align": "right"}]}],
    "data table": [{"type": "data_table", "caption": "What goes in", "rows": _CELLS, "page_size": 1}],
    "charts": [
        {
            "type": "data_visualization",
            "title": "Loaves by day",
            "chart": {"type": "bar", "series": _LOAVES, "axis_config": _AXES},
        },
        {
            "type": "data_visualization",
            "title": "What sells",
            "chart": {"type": "pie", "segments": [{"label": "White", "value": 7}, {"label": "Rye", "value": 3}]},
        },
    ],
    "other charts": [
        {"type": "data_visualization", "title": name, "chart": {"type": name, "series": _LOAVES, "axis_config": _AXES}}
        for name in ("line", "area")
    ],
    "work": [TASK, {"type": "plan", "title": "Bread", "tasks": [{**TASK, "task_id": "wait", "status": "in_progress"}]}],
    "feedback": [
        section("Was this any good?"),
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Good"), "value": "good"},
                    "negative_button": {"text": plain("Bad"), "value": "bad"},
                },
                {
                    "type": "icon_button",
                    "action_id": "trash",
                    "icon": "trash",
                    "text": plain("Throw away"),
                    "value": "trashed",
                },
            ],
        },
    ],
    "foreign": [
        {"type": "file", "external_id": "recipe-1", "source": "remote"},
        {"type": "call", "call_id": "R0123456789"},
    ],
}
"""What `/sink` posts: the blocks of each message by its name."""
