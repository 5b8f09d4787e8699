"""Errors and ends: what happened and what to do, never a technical message and never silence."""

from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import words
from bot.slack.views.elements import actions, button, context, listing, message, section

_SENTENCE = 800


def error_message(sentence: str, reference: str | None = None) -> Message:
    """What went wrong.

    Args:
        sentence: what happened and what to do, in plain words.
        reference: what to tell whoever runs Fika; None where they cannot help.
    """
    text = listing([words(line, _SENTENCE) for line in sentence.splitlines() if line.strip()] or ["That did not work."])
    blocks = [section(text)]
    if reference is None:
        return message("error", text, blocks)
    blocks.append(context(f"Reference: {words(reference)}"))
    return message("error", f"{text}\nReference: {words(reference)}", blocks)


def stopped_message() -> Message:
    """That work was stopped, and what became of it."""
    text = (
        "Stopped. What I had not finished saying stays unfinished. What I had already noted stays noted; say undo to "
        "take it back."
    )
    return message("stopped", text, [section(text)])


def expired_form_message(act: Act, label: str, value: str | None) -> Message:
    """That a form could not be opened any more, with the button to open it again.

    Args:
        act: what was asked for.
        label: the verb on the button.
        value: what the button carried.
    """
    text = "That took too long, so Slack would not let me open the form. Press the button again."
    again = button(label, act, style="primary") | ({"value": value} if value else {})
    return message("form-expired", text, [section(text), actions(again)])


STATUS = "is looking that up…"
"""What Slack shows behind the app's name while it works."""
STATUS_STEPS = ("reading what is known", "working out the verdict", "choosing the next question")
"""What Slack may show one after the other while it goes on."""
