"""Qualification frameworks: BANT, MEDDIC, MEDDPICC or a company's own, as items with their questions."""

from pydantic import Field

from bot.core.trait import Frozen, Slug, Text


class Item(Frozen):
    """One thing to know, and how to ask for it."""

    id: Slug
    label: Text
    question: Text
    trait: Slug | None = None
    """An answer to this trait answers the item."""


class Framework(Frozen):
    """A named list of items."""

    id: Slug
    title: Text
    items: tuple[Item, ...] = Field(min_length=1)
