"""Model: a language model that reads and phrases, and what it costs.

A model decides nothing. What it says is a draft; whoever asked it holds every draft against what was given, and uses
the answer that needs no model where a draft does not stand. A model gets nothing that writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from bot.core.errors import FikaError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.core.draft import ProseDraft, RequestDraft, SentenceDraft, Sourced, ValueDraft

T = TypeVar("T", covariant=True)  # noqa: PLC0105 - read only


class Job(StrEnum):
    """What a model is asked to do; each has one prompt."""

    READ_REQUEST = "request/read"
    READ_NOTES = "notes/read"
    ANSWER = "knowledge/answer"
    SUMMARISE = "briefing/summarise"


@dataclass(frozen=True, slots=True)
class Spent:
    """What calls of a model cost."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost: int = 0
    """In millionths of a dollar, by the prices of the settings."""

    @property
    def tokens(self) -> int:
        """In both directions."""
        return self.tokens_in + self.tokens_out

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out, self.cost + other.cost)


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A draft, with what made it."""

    draft: T
    prompt: str
    """The name and the hash of the prompt file it was asked with, as `knowledge/answer@1f0c9a27b3d4`."""
    spent: Spent


class Failure(StrEnum):
    """Why a model gave nothing that can be used."""

    TIMEOUT = "timeout"
    """It took too long."""
    BUSY = "busy"
    """It has too much to do (429), or as many questions are under way as may be."""
    UNAVAILABLE = "unavailable"
    """It cannot be reached, or has an error of its own (5xx)."""
    REFUSED = "refused"
    """It does not accept the key, the model's name or the question (4xx)."""
    MALFORMED = "malformed"
    """It answered in another form than it was asked to."""
    TOO_LONG = "too long"
    """It went on and on."""
    EMPTY = "empty"
    """It said nothing."""
    RESTING = "resting"
    """It failed several times in a row, and is left alone for a while."""
    CAPPED = "capped"
    """The workspace has used up what it may spend today."""
    STOPPED = "stopped"
    """Whoever listened did not want to hear more."""


class ModelFailed(FikaError):
    """Raised when a model gave nothing that can be used; the message never holds what it said."""

    def __init__(self, why: Failure, prompt: str = "", spent: Spent = Spent()) -> None:
        self.why, self.prompt, self.spent = why, prompt, spent
        super().__init__(f"The language model gave no answer that can be used ({why.value}).")


@dataclass(frozen=True, slots=True)
class TraitHint:
    """What a model is told of a trait, so that it can find it in notes."""

    id: str
    label: str
    kind: str
    question: str
    unit: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    """The ids of its options with their labels."""


@dataclass(frozen=True, slots=True)
class RequestHints:
    """What a model is told so that it can tell what a message asks for."""

    kinds: tuple[tuple[str, str], ...]
    """What may be asked for, each with what it means."""
    personas: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


class Model(Protocol):
    """A language model. Every job is done within the deadline or not at all.

    Each raises `ModelFailed`, and nothing else, where the model gave nothing that can be used.
    """

    @property
    def name(self) -> str:
        """Provider and model, as `openai:gpt-5-mini`."""

    def read_request(self, text: str, hints: RequestHints) -> Said[RequestDraft]:
        """What a message asks for."""

    def read_notes(self, text: str, traits: Sequence[TraitHint]) -> Said[tuple[ValueDraft, ...]]:
        """The values that notes state."""

    def answer(
        self, question: str, sources: Sequence[Sourced], heard: Callable[[SentenceDraft], None]
    ) -> Said[ProseDraft]:
        """An answer to a question from sources alone.

        Args:
            question: in a person's words.
            sources: what the answer may be taken from.
            heard: is told each sentence as soon as it is complete; what it raises ends the call, and is raised.
        """

    def summarise(self, facts: Sequence[Sourced]) -> Said[ProseDraft]:
        """The few facts that matter most, as a short text."""


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One question to a model, and what became of it."""

    at: datetime
    job: Job
    model: str
    prompt: str
    """Empty where none was sent."""
    spent: Spent
    outcome: str
    """`used`, `dropped` where a guard refused what it said, or why it failed."""


class ModelCalls(Protocol):
    """What one team asked of a model, and what it cost."""

    def note(self, call: ModelCall) -> None:
        """Keep what a call was and cost; never what was asked or said."""

    def spent(self, since: datetime) -> Spent:
        """What the calls since that time cost."""

    def since(self, since: datetime) -> Sequence[ModelCall]:
        """The calls since that time, the latest first."""

    def prune(self, before: datetime) -> int:
        """Forget the calls before that time; returns how many."""


@dataclass(frozen=True, slots=True)
class Caps:
    """What a workspace may spend on a model in one day."""

    tokens: int | None = None
    """In both directions; None for as many as it takes."""
    cost: int | None = None
    """In millionths of a dollar."""
