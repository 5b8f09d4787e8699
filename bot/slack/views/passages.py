"""Passages: what the knowledge says about a question: its own words with where they stand, and a model's short answer.

A model's answer stands above the passages, and each of its sentences says in which of them it stands.
"""

from collections.abc import Sequence

from bot.core.excerpt import excerpt
from bot.core.grounding import Cited
from bot.core.passage import Hit, Meaning
from bot.core.passage_meaning import meanings
from bot.core.passage_names import unmentioned_words
from bot.flows.outcome import KnowledgeAnswer, Passages
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, safe_url, words
from bot.slack.mrkdwn import link as linked
from bot.slack.values import OnQuestion
from bot.slack.views.elements import Json, actions, button, container, context, listing, message, section
from bot.slack.views.frame import Frame

MOST = 6
"""Passages that are shown."""
_EXCERPT = 400
_WHOLE = 2500
_SENTENCE = 700
_WHY = 300
_VALUE = 1900
"""Characters that a button carries."""
_ASKED = 150


def passages_message(passages: Passages, frame: Frame | None = None) -> Message:
    """What the knowledge says about a question.

    Args:
        passages: the passages nearest to it, and what a model made of them.
        frame: what else may be known.
    """
    ways = actions(_log(passages.asked, frame), button("Show what you can do", Act.HELP))
    if passages.unavailable is not None:
        text = "I cannot search the knowledge right now. Everything about accounts still works."
        why = "Whoever runs Fika finds the reason in its log."
        return message("passages", text, [section(text), context(why), ways])
    asked = words(passages.asked, _ASKED)
    if not passages.hits:
        text = f"Not in the knowledge: “{asked}”. Log it as a gap, and somebody can add it."
        return message("passages", text, [section(text), *_dropped(passages), ways])
    return _answered(passages, ways, meanings(passages.asked, frame.pack) if frame else ())


def _answered(passages: Passages, ways: Json, meant: Sequence[Meaning]) -> Message:
    asked = words(passages.asked, _ASKED)
    hits, answer = passages.hits[:MOST], passages.answer
    if answer is None:
        missing = unmentioned_words(passages.unmentioned)
        title = words(missing) if missing else f"What the knowledge says about “{asked}”"
        first, found = bold(title), [_hit_text(hit, passages.asked, meant) for hit in hits]
        small = [context("Quoted from the pack, the nearest first."), *_dropped(passages)]
        return message("passages", "\n".join([first, *found]), [section(first), *map(section, found), *small, ways])
    first = answer_text(answer, hits)
    label = f"Put together by {words(answer.model)} from the passages below; every sentence stands in them."
    quoted = [_folded(number, hit) for number, hit in enumerate(hits, 1)]
    titles = [f"[{number}] {_title(hit)}" for number, hit in enumerate(hits, 1)]
    blocks = [section(first), context(label, f"You asked: “{asked}”"), *quoted, ways]
    return message("answer", "\n".join([first, label, *titles]), blocks)


def answer_text(answer: KnowledgeAnswer, hits: tuple[Hit, ...]) -> str:
    """A model's answer, each sentence with the passage that it stands in."""
    return listing([" ".join(_sentence(each, hits) for each in answer.sentences)], 1)


def _sentence(cited: Cited, hits: tuple[Hit, ...]) -> str:
    url = hits[cited.source - 1].passage.url if 0 < cited.source <= len(hits) else None
    return f"{words(cited.text, _SENTENCE)} {_mark(cited.source, url)}"


def _mark(number: int, url: str | None) -> str:
    """Where something stands, as the number of its passage."""
    return linked(url, f"[{number}]") if url and safe_url(url) else f"[{number}]"


def _dropped(passages: Passages) -> list[Json]:
    """Why nothing of a model's is shown, where one was asked."""
    if passages.dropped is None:
        return []
    return [context(words(passages.dropped, _WHY))]


def _log(asked: str, frame: Frame | None) -> Json:
    """The button that logs this very question; a long one is looked up in the message that asked it."""
    value = OnQuestion(asked=asked) if len(asked) <= OnQuestion.LONGEST else None
    if value is None or len(value.encoded()) > _VALUE:
        value = OnQuestion(delivery=frame.delivery if frame else None)
    return button("Log it as a gap", Act.LOG_QUESTION, value)


def _title(hit: Hit) -> str:
    return linked(hit.passage.url, hit.passage.title) if hit.passage.url else words(hit.passage.title)


def _hit_text(hit: Hit, asked: str, meant: Sequence[Meaning]) -> str:
    return f"{bold(_title(hit))} ({hit.passage.kind.value})\n{_lines(hit.passage.text, _EXCERPT, asked, meant)}"


def _lines(text: str, most: int, asked: str = "", meant: Sequence[Meaning] = ()) -> str:
    """What is nearest to a question in a passage, each of its paragraphs and points on a line of its own."""
    lines = excerpt(text, asked, most, meant)
    said = ((words(line.text, most), line) for line in lines)
    marked = (bold(text) if line.is_heading else f"• {text}" if line.is_item else text for text, line in said)
    return "\n".join(marked) or words(text, most)


def _folded(number: int, hit: Hit) -> Json:
    """A whole passage, folded up under the number that the answer calls it by."""
    passage = hit.passage
    text = f"{bold(_title(hit))}\n{_lines(passage.text, _WHOLE)}"
    return container(f"[{number}] {passage.title} ({passage.kind.value})", [section(text)])
