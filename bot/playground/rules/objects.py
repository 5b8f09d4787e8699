"""Objects: what blocks and elements are composed of, and how long each may be."""

from bot.playground.rules.grammar import Flag, Listed, Record, Spec, String, Variants, Whole, typed
from bot.playground.rules.relations import Chosen, OneOf

ID = String(255)
URL = String(3000, form=r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
HTTPS = String(3000, form=r"https://\S+")
WEB = String(3000, form=r"https?://\S+")


def plain(longest: int = 3000) -> Variants:
    """Text that is shown as it stands."""
    return Variants({"plain_text": typed("plain_text", ("text",), text=String(longest), emoji=Flag())})


def mrkdwn(longest: int = 3000) -> Variants:
    """Text with Slack's own markup."""
    return Variants({"mrkdwn": typed("mrkdwn", ("text",), text=String(longest), verbatim=Flag())})


def text(longest: int = 3000) -> Variants:
    """Text of either kind."""
    return Variants({**plain(longest).records, **mrkdwn(longest).records})


CONFIRM = Record(
    {
        "title": plain(100),
        "text": text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": String(among=("primary", "danger")),
    },
    ("title", "text", "confirm", "deny"),
)
STYLE = String(among=("primary", "danger"))


def option(words: Spec, **more: Spec) -> Record:
    """One thing to choose; its text and its description are of the same kind."""
    return Record({"text": words, "value": String(150), "description": words, **more}, ("text", "value"))


MENU_OPTION = option(plain(75))
"""In a menu: plain text alone."""
BOX_OPTION = option(text(75))
"""Beside a box or a radio button: markup too."""
OVERFLOW_OPTION = option(plain(75), url=URL)

MENU_OPTIONS = Listed(MENU_OPTION, 100)
MENU_GROUPS = Listed(Record({"label": plain(75), "options": MENU_OPTIONS}, ("label", "options")), 100)
MENU = Record(
    {"options": Listed(MENU_OPTION, 100, least=0), "option_groups": Listed(MENU_GROUPS.of, 100, least=0)},
    (),
    (OneOf(("options", "option_groups")), Chosen()),
)
"""What an app answers when it is asked what there is to choose from; nothing found is an answer too."""

FILTER = Record(
    {
        "include": Listed(String(among=("im", "mpim", "private", "public")), distinct=True),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
)
DISPATCH = Record(
    {"trigger_actions_on": Listed(String(among=("on_enter_pressed", "on_character_entered")), distinct=True)},
)
SLACK_FILE = Record({"id": String(255), "url": URL}, (), (OneOf(("id", "url")),))
PARAMETER = Record({"name": String(), "value": String(shortest=0)}, ("name", "value"))
WORKFLOW = Record(
    {"trigger": Record({"url": HTTPS, "customizable_input_parameters": Listed(PARAMETER)}, ("url",))}, ("trigger",)
)
FEEDBACK = Record(
    {"text": plain(75), "value": String(2000), "accessibility_label": String(75)},
    ("text", "value"),
)
USERS = Listed(String(), 10, distinct=True)
LINES = Whole(1)
