"""Elsewhere: an answer that is not where the person asked says why, after what it has to say."""

from dataclasses import replace
from enum import StrEnum

from bot.slack.message import Message
from bot.slack.place import Place

MOST_BLOCKS = 50


class Why(StrEnum):
    """Why an answer is in the direct messages."""

    SHARED = "You asked in <#{channel}>, which is shared with another company, so the answer is here."
    CLOSED = "You asked in <#{channel}>, where I cannot show you anything, so the answer is here."
    INTERRUPTED = "I was interrupted while I answered in <#{channel}>, so you may see this twice."


_SOMEWHERE = "I could not show you this where you asked, so it is here."


def explained(message: Message, why: Why, place: Place) -> Message:
    """A message that ends with why it is not where the person asked."""
    named = place.channel is not None and not place.direct
    note = why.format(channel=place.channel) if named else _SOMEWHERE
    blocks = list(message.blocks)
    if blocks and len(blocks) < MOST_BLOCKS:
        blocks.append({"type": "context", "elements": [{"type": "mrkdwn", "text": note}]})
    return replace(message, text=f"{message.text}\n{note}".strip(), blocks=blocks)
