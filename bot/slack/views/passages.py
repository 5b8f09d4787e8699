"""Passages: what the knowledge says about a question, in its own words and with where it stands."""

from bot.core.passage import Hit
from bot.flows.outcome import Passages
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, link, words
from bot.slack.views.elements import actions, button, context, message, section

_MOST = 3
_EXCERPT = 400


def passages_message(passages: Passages) -> Message:
    """The passages nearest to a question."""
    ways = actions(button("Log a gap", Act.GAP), button("Show what you can do", Act.HELP))
    if passages.unavailable is not None:
        text = "I cannot search the knowledge right now. Everything about accounts still works."
        why = "Whoever runs Fika finds the reason in its log."
        return message("passages", text, [section(text), context(why), ways])
    asked = words(passages.asked, 150)
    if not passages.hits:
        text = f"The knowledge says nothing about “{asked}”. Log a gap, and somebody can add it."
        return message("passages", text, [section(text), ways])
    first = bold(f"What the knowledge says about “{asked}”")
    found = [_hit_text(hit) for hit in passages.hits[:_MOST]]
    blocks = [section(first), *map(section, found), context("Quoted from the pack, the nearest first."), ways]
    return message("passages", "\n".join([first, *found]), blocks)


def _hit_text(hit: Hit) -> str:
    passage = hit.passage
    title = link(passage.url, passage.title) if passage.url else words(passage.title)
    return f"{bold(title)} ({passage.kind.value})\n{words(passage.text, _EXCERPT)}"
