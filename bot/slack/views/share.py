"""Share: the form that asks for a channel, and what became of it."""

from bot.slack.ids import Form
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.values import ShareForm
from bot.slack.views.elements import Json, input_block, message, modal, plain_text, section
from bot.slack.views.reasons import NAME

CHANNEL = "channel"
"""The block of the form; the action in it is VALUE."""
FIT, BRIEFING = "the fit of", "the briefing on"
"""What a card that is shared shows of an account."""
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
    about = section(_about(form, account))
    field = input_block(CHANNEL, "Channel", menu, "I have to be in it: invite me first.", optional=False)
    return modal(Form.SHARE.value, "Share to channel", "Share", form, [about, field])


def _about(form: ShareForm, account: str) -> str:
    name = bold(words(account, NAME))
    if form.briefing is None:
        return f"The fit of {name}, without quotes and without who said what."
    return (
        f"The briefing on {name}, without quotes, without who said what, and without what changed since you were "
        "briefed. Gaps and the briefing that is to come stay private as well."
    )


def shared_message(account: str, channel: str, what: str = FIT) -> Message:
    """That a card was shared.

    Args:
        account: the account's name.
        channel: where.
        what: what the card shows of it.
    """
    text = f"Shared {what} {words(account, NAME)} in {channel_words(channel)}."
    return message("shared-note", text, [section(text)])


def channel_words(channel: str) -> str:
    """A channel as people see it."""
    return f"<#{channel}>" if channel[:1] in {"C", "G"} and channel.isalnum() else words(channel)
