"""Elements: everything that can be clicked, chosen or filled in, and the image; one table.

Slack invents an action id where none is given; that no listener can be meant then is a hazard and no fault.
"""

from bot.playground.rules.grammar import Flag, Listed, Record, Relation, Spec, String, Variants, Whole, typed
from bot.playground.rules.objects import (
    BOX_OPTION,
    CONFIRM,
    DISPATCH,
    FEEDBACK,
    FILTER,
    HTTPS,
    ID,
    LINES,
    MENU_GROUPS,
    MENU_OPTION,
    MENU_OPTIONS,
    OVERFLOW_OPTION,
    SLACK_FILE,
    STYLE,
    URL,
    USERS,
    WEB,
    WORKFLOW,
    plain,
)
from bot.playground.rules.relations import Ascending, Chosen, OneOf, OnlyWith
from bot.playground.rules.rich_text import RICH_TEXT

_HOLDER = plain(150)
_DECIMAL = String(form=r"-?\d+(\.\d+)?")


def _element(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    return typed(name, needs, *relations, action_id=ID, **fields)


def _field(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    """Something to fill in."""
    return _element(name, needs, *relations, placeholder=_HOLDER, focus_on_load=Flag(), **fields)


def _menu(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    """Something to choose one of."""
    return _field(name, needs, *relations, confirm=CONFIRM, **fields)


def _multi(name: str, needs: tuple[str, ...] = (), /, *relations: Relation, **fields: Spec) -> Record:
    """Something to choose several of."""
    return _menu(name, needs, *relations, max_selected_items=Whole(1), **fields)


_STATIC = (OneOf(("options", "option_groups")), Chosen())
_STATICS: dict[str, Spec] = {"options": MENU_OPTIONS, "option_groups": MENU_GROUPS}
_IDS = Listed(String(), distinct=True)
_SOME = Listed(MENU_OPTION, 100)
_BOXES = Listed(BOX_OPTION, 10)

_BUTTONS = {
    "button": _element(
        "button",
        ("text",),
        OnlyWith("agent_prompt_display", "agent_prompt"),
        text=plain(75),
        value=String(2000),
        url=URL,
        style=STYLE,
        confirm=CONFIRM,
        accessibility_label=String(75),
        agent_prompt=String(4000),
        agent_prompt_display=String(),
        visible_to_user_ids=USERS,
    ),
    "workflow_button": _element(
        "workflow_button",
        ("text", "workflow"),
        text=plain(75),
        workflow=WORKFLOW,
        style=STYLE,
        accessibility_label=String(75),
    ),
    "overflow": _element("overflow", ("options",), Chosen(), options=Listed(OVERFLOW_OPTION, 5), confirm=CONFIRM),
    "feedback_buttons": _element(
        "feedback_buttons",
        ("positive_button", "negative_button"),
        positive_button=FEEDBACK,
        negative_button=FEEDBACK,
    ),
    "icon_button": _element(
        "icon_button",
        ("icon", "text"),
        icon=String(among=("trash",)),
        text=plain(75),
        value=String(2000),
        confirm=CONFIRM,
        accessibility_label=String(75),
        visible_to_user_ids=USERS,
    ),
}
_BOXED = {
    "checkboxes": _element(
        "checkboxes",
        ("options",),
        Chosen(),
        options=_BOXES,
        initial_options=_BOXES,
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
    "radio_buttons": _element(
        "radio_buttons",
        ("options",),
        Chosen(),
        options=_BOXES,
        initial_option=BOX_OPTION,
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
}
_PICKERS = {
    "datepicker": _menu("datepicker", initial_date=String(form=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")),
    "timepicker": _menu(
        "timepicker", initial_time=String(form=r"([01]\d|2[0-3]):[0-5]\d"), timezone=String(form=r"[A-Za-z0-9_+/-]+")
    ),
    "datetimepicker": _element(
        "datetimepicker",
        initial_date_time=Whole(1_000_000_000, 9_999_999_999),
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
}
_MENUS = {
    "static_select": _menu("static_select", (), *_STATIC, **_STATICS, initial_option=MENU_OPTION),
    "external_select": _menu("external_select", initial_option=MENU_OPTION, min_query_length=Whole(0)),
    "users_select": _menu("users_select", initial_user=String()),
    "conversations_select": _menu(
        "conversations_select",
        initial_conversation=String(),
        default_to_current_conversation=Flag(),
        response_url_enabled=Flag(),
        filter=FILTER,
    ),
    "channels_select": _menu("channels_select", initial_channel=String(), response_url_enabled=Flag()),
}
_MULTI_MENUS = {
    "multi_static_select": _multi("multi_static_select", (), *_STATIC, **_STATICS, initial_options=_SOME),
    "multi_external_select": _multi("multi_external_select", initial_options=_SOME, min_query_length=Whole(0)),
    "multi_users_select": _multi("multi_users_select", initial_users=_IDS),
    "multi_conversations_select": _multi(
        "multi_conversations_select",
        initial_conversations=_IDS,
        default_to_current_conversation=Flag(),
        filter=FILTER,
    ),
    "multi_channels_select": _multi("multi_channels_select", initial_channels=_IDS),
}
_FIELDS = {
    "plain_text_input": _field(
        "plain_text_input",
        (),
        Ascending("min_length", "max_length"),
        initial_value=String(3000, shortest=0),
        multiline=Flag(),
        min_length=Whole(0, 3000),
        max_length=Whole(1, 3000),
        dispatch_action_config=DISPATCH,
    ),
    "email_text_input": _field("email_text_input", initial_value=String(), dispatch_action_config=DISPATCH),
    "url_text_input": _field("url_text_input", initial_value=WEB, dispatch_action_config=DISPATCH),
    "number_input": _field(
        "number_input",
        ("is_decimal_allowed",),
        Ascending("min_value", "max_value"),
        is_decimal_allowed=Flag(),
        initial_value=_DECIMAL,
        min_value=_DECIMAL,
        max_value=_DECIMAL,
        dispatch_action_config=DISPATCH,
    ),
    "rich_text_input": _field(
        "rich_text_input",
        (),
        Ascending("min_lines", "max_lines"),
        initial_value=RICH_TEXT,
        dispatch_action_config=DISPATCH,
        min_lines=LINES,
        max_lines=LINES,
    ),
    "file_input": _element("file_input", filetypes=Listed(String()), max_files=Whole(1, 10)),
}
IMAGE = typed(
    "image",
    ("alt_text",),
    OneOf(("image_url", "slack_file")),
    alt_text=String(2000),
    image_url=WEB,
    slack_file=SLACK_FILE,
)
SOURCE = typed("url", ("url", "text"), url=HTTPS, text=String())

ELEMENTS: dict[str, Record] = {
    **_BUTTONS,
    **_BOXED,
    **_PICKERS,
    **_MENUS,
    **_MULTI_MENUS,
    **_FIELDS,
    "image": IMAGE,
    "url": SOURCE,
}


def among(*names: str) -> Variants:
    """One of these elements."""
    return Variants({name: ELEMENTS[name] for name in names})


_EITHER = ("button", "workflow_button", "overflow", "checkboxes", "radio_buttons", "datepicker", "timepicker", *_MENUS)
IN_SECTION = among("image", *_EITHER, *_MULTI_MENUS)
IN_ACTIONS = among(*_EITHER, *_MULTI_MENUS, "datetimepicker", "rich_text_input")
IN_CONTEXT_ACTIONS = among("feedback_buttons", "icon_button")
IN_INPUT = among(*_BOXED, *_PICKERS, *_MENUS, *_MULTI_MENUS, *_FIELDS)
