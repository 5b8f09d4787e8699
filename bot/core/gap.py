"""Gap: something discovery showed to be missing."""

from datetime import datetime
from enum import StrEnum

from bot.core.account import Source
from bot.core.trait import Frozen, Text


class GapKind(StrEnum):
    """What is missing."""

    TRAIT = "trait"
    """An answer that matters and that nobody has."""
    CONTENT = "content"
    """No asset for a stage and a persona."""
    PERSONA = "persona"
    """Somebody whom no persona describes."""
    KNOWLEDGE = "knowledge"
    """A question that the knowledge cannot answer."""
    PRODUCT = "product"
    """A need that the product does not meet."""

    @property
    def label(self) -> str:
        """The words people read."""
        return _LABELS[self]


_LABELS = {
    GapKind.TRAIT: "an answer we could not get",
    GapKind.CONTENT: "content we do not have",
    GapKind.PERSONA: "a buyer no persona describes",
    GapKind.KNOWLEDGE: "a question we cannot answer",
    GapKind.PRODUCT: "a need the product does not meet",
}


class NewGap(Frozen):
    """A gap about to be logged."""

    kind: GapKind
    what: Text
    """What is missing, in a person's words."""
    account_id: int | None = None
    """The account at which it showed; None where it is about none."""
    quote: str | None = None
    """The message that showed it, word for word."""
    permalink: str | None = None
    """Where that message stands."""
    source: Source
    at: datetime


class Gap(NewGap):
    """A logged gap."""

    id: int
