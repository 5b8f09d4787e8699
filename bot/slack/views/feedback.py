"""Feedback: thanks, and what to do where an answer did not help."""

from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.values import OnAccount
from bot.slack.views.elements import actions, button, message, section


def feedback_message(account_id: int, *, helpful: bool) -> Message:
    """That an opinion was noted."""
    if helpful:
        text = "Thank you, noted: that helped."
        return message("feedback", text, [section(text)])
    text = (
        "Thank you, noted: that did not help. If something known is wrong, correct it; if something is missing, log it."
    )
    on = OnAccount(account=account_id)
    ways = actions(button("Edit answers", Act.EDIT, on), button("Log a gap", Act.GAP, on))
    return message("feedback", text, [section(text), ways])
