"""Workspace: the settings of a workspace as a form, and what is said about them."""

from collections.abc import Mapping, Sequence

from bot.ports.team import Workspace
from bot.slack.ids import Form
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, is_user, words
from bot.slack.values import Value
from bot.slack.views.elements import (
    Json,
    input_block,
    listing,
    message,
    modal,
    option,
    plain_text,
    section,
    select,
    text_input,
)
from bot.slack.views.share import channel_words

PACK, ADMINS, TIME_ZONE, KEEP_DAYS, DIGEST = "pack", "admins", "time_zone", "keep_days", "digest_channel"
"""The blocks of the form; the action in each is VALUE."""
VALUE = "value"
_MOST_DAYS = 365
_DIGEST_HINT = "A channel of your own that I was invited to; left empty, there is none. Posted by `fika digest`."


def settings_form(workspace: Workspace, choices: Sequence[str]) -> Json:
    """The form to change a workspace's settings.

    Args:
        workspace: the settings as they are.
        choices: the names of the packs to choose from.
    """
    entries = {name: option(name, name) for name in dict.fromkeys(choices)}
    zone = text_input(VALUE, initial=workspace.time_zone, placeholder="Europe/Berlin", longest=64)
    days = {
        "type": "number_input",
        "action_id": VALUE,
        "is_decimal_allowed": False,
        "initial_value": str(min(max(workspace.keep_days, 0), _MOST_DAYS)),
        "min_value": "0",
        "max_value": str(_MOST_DAYS),
    }
    blocks = [
        _pack_field(workspace, entries),
        input_block(ADMINS, "Who may change this", _admins(workspace), "At least one person.", optional=False),
        input_block(TIME_ZONE, "Time zone", zone, "For people whose own is not known, such as Europe/Berlin."),
        input_block(KEEP_DAYS, "Days to keep the text of messages", days, "0 to 365.", optional=False),
        input_block(DIGEST, "Weekly digest of gaps", _channel(workspace), _DIGEST_HINT),
    ]
    return modal(Form.SETTINGS.value, "Fika in this workspace", "Save", Value(), blocks)


def _pack_field(workspace: Workspace, entries: Mapping[str, Json]) -> Json:
    if not entries:
        return section("There is no pack to choose from yet. Publish one with `fika ingest`.")
    initial = entries.get(workspace.pack or "")
    menu = select(VALUE, "The deployment's own", list(entries.values()), initial)
    return input_block(PACK, "Pack", menu, "What is believed about whom to sell to.")


def _admins(workspace: Workspace) -> Json:
    element: Json = {
        "type": "multi_users_select",
        "action_id": VALUE,
        "placeholder": plain_text("Choose people", 150),
    }
    admins = [user for user in workspace.admins if is_user(user)]
    return element | ({"initial_users": admins} if admins else {})


def _channel(workspace: Workspace) -> Json:
    menu: Json = {
        "type": "conversations_select",
        "action_id": VALUE,
        "placeholder": plain_text("Choose a channel", 150),
        # A channel that is shared with another company never sees account intelligence.
        "filter": {
            "include": ["public", "private"],
            "exclude_external_shared_channels": True,
            "exclude_bot_users": True,
        },
    }
    return menu | ({"initial_conversation": workspace.digest_channel} if workspace.digest_channel else {})


def saved_message(workspace: Workspace) -> Message:
    """That the settings were saved."""
    pack = words(workspace.pack) if workspace.pack else "the deployment's own"
    zone = words(workspace.time_zone) if workspace.time_zone else "the deployment's own"
    lines = [
        f"Pack: {pack}",
        f"Time zone where a person's own is not known: {zone}",
        f"Text of messages is kept for {workspace.keep_days} days",
        f"Weekly digest of gaps: {channel_words(workspace.digest_channel) if workspace.digest_channel else 'none'}",
    ]
    text = listing([bold("Saved."), *lines])
    return message("saved", text, [section(text)])


def claimed_message() -> Message:
    """That Fika is set up, and by whom it may be changed."""
    text = f"{bold('Fika is set up.')} You are its first admin: the settings are on my Home tab."
    return message("claimed", text, [section(text)])


def forgotten_message() -> Message:
    """That a person's data is deleted, and what stays."""
    text = (
        f"{bold('Your data is deleted.')} Gone are your conversations, recent questions and feedback. "
        "Answers and gaps that you gave stay with the team, without your name and without your words."
    )
    return message("forgotten", text, [section(text)])
