"""A briefing as text to take along, where Slack takes no file; and what is said beside the file."""

from collections.abc import Iterator

from bot.core.briefing_text import BriefingText, Item
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, link, words
from bot.slack.views.elements import Json, context, divider, listing, message, section
from bot.slack.views.reasons import NAME

_LONG = 600
_MOST_LINES = 40
NO_SCOPE = "missing_scope"


def in_words_message(text: BriefingText, refused: str) -> Message:
    """A briefing as text, and why it is no file.

    Args:
        text: the briefing.
        refused: Slack's own word for why it takes no file.
    """
    first, why = bold(words(text.headline, _LONG)), _why(refused)
    lead = listing(_lines(text.lead), _MOST_LINES)
    blocks = [section(why), divider(), section(listing([first, lead]) if lead else first), *_sections(text)]
    return message("briefing-text", f"{why}\n{first}\n{lead}", [*blocks, context(words(text.small_print, _LONG))])


def _why(refused: str) -> str:
    if refused == NO_SCOPE:
        return (
            "I cannot send a PDF: this app was installed without the optional scope files:write. Whoever manages it "
            "in Slack can add that and install it again. Here is the briefing as text."
        )
    return f"Slack takes no PDF from me here ({words(refused, 60)}). Here is the briefing as text."


def _sections(text: BriefingText) -> Iterator[Json]:
    for part in text.sections:
        yield section(listing([bold(words(part.title, NAME)), *_lines(part.items)], _MOST_LINES))


def _lines(items: tuple[Item, ...], depth: int = 0) -> list[str]:
    lines = []
    for item in items:
        mark = f"{item.number}. " if item.number is not None else "• "
        lines += [f"{'    ' * depth}{mark}{_line(item)}", *_lines(item.below, depth + 1)]
    return lines


def _line(item: Item) -> str:
    label = f"{bold(words(item.label, NAME))}:" if item.label else ""
    said = (link(item.url, item.text) if item.url else words(item.text, _LONG)) if item.text else ""
    note = words(item.note, _LONG) if item.note else ""
    return " ".join(part for part in (label, said, note) if part)


def paper_note(account: str) -> Message:
    """What leads to the file, where it does not stand beside what was asked."""
    text = f"The briefing on {bold(words(account, NAME))}, as a PDF:"
    return message("paper-note", text, [section(text)])


def paper_sent_message(account: str) -> Message:
    """Where the file is, for whoever asked elsewhere."""
    text = f"The briefing on {bold(words(account, NAME))} is a PDF in our direct messages now."
    return message("paper-sent", text, [section(text)])


def paper_unsure_message(account: str) -> Message:
    """That nobody knows whether the file arrived, because the process ended at just that moment."""
    text = (
        f"I was interrupted while I sent the briefing on {bold(words(account, NAME))} as a PDF, and cannot tell "
        "whether it arrived in our direct messages. If it is not there, press PDF again."
    )
    return message("paper-unsure", text, [section(text)])
