"""Draft: what a language model said, as it said it; nothing of it is believed before a guard has looked at it.

A draft is shown, recorded or acted on only where `grounding` or `reachable` finds each part of it in what the model was
given. The shapes are narrow on purpose: a model has no words for points, verdicts or rights.
"""

from dataclasses import dataclass

from pydantic import Field, JsonValue

from bot.core.trait import Frozen

LONGEST_SENTENCE = 600
"""Characters of one sentence."""
MOST_SENTENCES = 12
"""Of one text; more is not read."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """A source that a model may cite, under its number; the first is 1."""

    title: str
    text: str


class SentenceDraft(Frozen):
    """A sentence that a model wrote, with what it says it took it from."""

    text: str = Field(max_length=LONGEST_SENTENCE)
    cites: tuple[int, ...]
    """The numbers of the sources given to the model, counted from 1; an answer without any is refused."""


class ProseDraft(Frozen):
    """A text that a model wrote, sentence by sentence; none where it says that the sources do not hold the answer."""

    sentences: tuple[SentenceDraft, ...] = Field(max_length=MOST_SENTENCES)


class ValueDraft(Frozen):
    """A value that a model read in notes or in a message."""

    trait: str
    """The id of a trait of the pack."""
    value: JsonValue
    """In the form of the scoring contract."""
    quote: str
    """The words it was read from, as they stand in the text."""


class RequestDraft(Frozen):
    """What a model takes a message for. Every name is in the words of the message."""

    kind: str
    """A `RequestKind` that only reads, or `unknown`."""
    account: str | None = None
    persona: str | None = None
    stage: str | None = None
    when: str | None = None
