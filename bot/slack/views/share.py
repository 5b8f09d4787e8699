"""Share: the form that asks for a channel, and what became of it."""

from bot.slack.ids import Form
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.values import ShareForm
from bot.slack.views.elements import Json, input_block, message, modal, plain_text, section
from bot.slack.views.reasons import NAME

CHANNEL = "channel"
"""The block of the form; the action in it is VALUE."""
VALUE = "value"


def share_form(form: ShareForm, account: str, initial: str | None = None) -> Json:
    """The form that asks for a channel.

    Args:
        form: what it remembers.
        account: the account's name.
        initial: the channel that is chosen at first.
    """
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
    if initial is not None:
        menu["initial_conversation"] = initial
    about = section(f"The fit of {bold(words(account, NAME))}, without quotes and without who said what.")
    field = input_block(CHANNEL, "Channel", menu, "I have to be in it: invite me first.", optional=False)
    return modal(Form.SHARE.value, "Share to channel", "Share", form, [about, field])


def shared_message(account: str, channel: str) -> Message:
    """That a card was shared."""
    text = f"Shared the fit of {words(account, NAME)} in {channel_words(channel)}."
    return message("shared-note", text, [section(text)])


def channel_words(channel: str) -> str:
    """A channel as people see it."""
    return f"<#{channel}>" if channel[:1] in {"C", "G"} and channel.isalnum() else words(channel)
