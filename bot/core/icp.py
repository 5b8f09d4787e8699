"""Icp: a named set of ratings, with the role primary, secondary or negative."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bot.core.trait import Frozen, Slug, Text

Points = Literal[-5, -3, -1, 0, 1, 3, 5]
"""A rating must decide: the middle values 2 and 4 do not exist. 0 means looked at, no effect."""


class Role(StrEnum):
    """Whom to sell to first, whom next, and whom not to sell to; declared in the order of preference."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    NEGATIVE = "negative"


class TagPoints(Frozen):
    """Points for an account that has any of these tags."""

    has: Annotated[tuple[Slug, ...], Field(min_length=1)]
    points: Points


class Rating(Frozen):
    """An ICP's points for the values of one trait."""

    required: bool = False
    """A gate: only values with points above 0 pass."""
    points: dict[str, Points] | tuple[TagPoints, ...]
    """Points by option, by range, or by tags (the first row that matches wins)."""
    otherwise: Points = 0
    """Points for every value that is not listed."""
    because: Text | None = None


class Narrative(Frozen):
    """Why the two gain from each other; a hypothesis until won customers back it."""

    they_gain: Text
    we_gain: Text


class Icp(Frozen):
    """A named set of ratings; it describes a company, never a person."""

    id: Slug
    role: Role
    name: Text
    narrative: Narrative | None = None
    ratings: dict[Slug, Rating] = Field(default_factory=dict)
    """By trait."""
    knockouts: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict)
    """By trait: values that disqualify at once. Only a negative ICP has them."""
