"""Proposal: a value that was read from notes, with the words it was read from; it counts once a person confirms it."""

from datetime import datetime
from typing import Self

from pydantic import JsonValue, model_validator

from bot.core.errors import FikaError
from bot.core.trait import Frozen, Slug, Text

_UNSURE = "Not certain: "
"""What the note begins with where it is not certain that the value was meant."""


class ProposalRefused(FikaError):
    """Raised when notes or proposals cannot be taken as they are; the message says why."""


class NewProposal(Frozen):
    """A proposal about to be made."""

    account_id: int
    trait: Slug
    value: JsonValue
    """In the form of the scoring contract."""
    quote: Text | None
    """The words it was read from, exactly as they stand in the notes; None once their writer is forgotten."""
    note: str | None = None
    """How the value was worked out, where it is not simply what was said, and why it is not certain."""
    person: str | None
    """Whose notes they are."""
    at: datetime

    @property
    def is_unsure(self) -> bool:
        """Whether somebody has to look twice before they confirm it."""
        return self.note is not None and self.note.startswith(_UNSURE)


def noted(note: str | None, doubt: str | None) -> str | None:
    """What stands beside a proposal: why it is not certain, then how it was worked out."""
    return " ".join(filter(None, (doubt and _UNSURE + doubt, note))) or None


class Proposal(NewProposal):
    """A value that was read from notes, and what became of it."""

    id: int
    batch: int
    """What all that was read from the same notes has in common: the id of the first of them."""
    settled_at: datetime | None = None
    settled_by: str | None = None
    answer_id: int | None = None
    """The answer that it became; None while nobody confirmed it, and where somebody dropped it."""

    @model_validator(mode="after")
    def _an_answer_is_settled(self) -> Self:
        if self.answer_id is not None and self.settled_at is None:
            raise ValueError("what became an answer was settled")
        return self

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.settled_at is None
