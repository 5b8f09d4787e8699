"""Notes: what Fika says beside its answers, in a sentence or two."""

from bot.core.journey import StageId
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import words
from bot.slack.views.elements import Json, actions, button, confirm, message, section
from bot.slack.views.reasons import NAME
from bot.slack.views.share import FIT, channel_words


def unsure_message(account: str, channel: str, what: str = FIT) -> Message:
    """That nobody knows whether a card was shared, because the process ended at just that moment.

    Args:
        account: the account's name.
        channel: where.
        what: what the card shows of it.
    """
    text = (
        f"I was interrupted while sharing {what} {words(account, NAME)} in {channel_words(channel)}, and cannot "
        "tell whether it arrived. Look there before you share it again."
    )
    return message("unsure", text, [section(text)])


def nothing_changed_message(account: str) -> Message:
    """That a form was saved as it had been opened."""
    text = f"Nothing changed for {words(account, NAME)}: the form came back as it was opened."
    return message("unchanged", text, [section(text)])


def stage_message(account: str, stage: StageId) -> Message:
    """That somebody said in which stage of its journey an account is."""
    text = f"Noted for {words(account, NAME)}: its journey is at {stage.label}."
    return message("stage", text, [section(text)])


def settings_offer_message() -> Message:
    """The way to the settings from a message: a form opens by a click alone."""
    text = "The settings of this workspace are behind this button, for Fika's admins."
    return message("settings-offer", text, [section(text), actions(button("Change settings", Act.SETTINGS))])


def members_only_home(sentence: str) -> Json:
    """Home for those whom Fika does not answer."""
    return {"type": "home", "callback_id": "home", "blocks": [section(sentence)]}


def forget_message() -> Message:
    """What forgetting a person means, with the button that does it."""
    text = (
        "I can delete what I keep about you: your conversations with me, what you asked about, your feedback and your "
        "time zone. Answers and gaps that you gave stay with the team, without your name and without your words."
    )
    sure = confirm("Delete my data?", "This cannot be undone.", "Delete")
    return message(
        "forget", text, [section(text), actions(button("Delete my data", Act.FORGET_ME, style="danger", confirm=sure))]
    )
