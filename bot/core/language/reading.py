"""Reading: an answer that was found in a person's words, or the reason why there is none."""

from dataclasses import dataclass
from typing import NamedTuple

from pydantic import JsonValue

Stretch = tuple[int, int]
"""Where something begins and ends in a text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that somebody stated for a trait."""

    trait: str
    """The id of the trait."""
    value: JsonValue
    """In the form of the scoring contract."""
    quote: str
    """The words it was taken from, exactly as they stand in the text."""
    note: str | None = None
    """How the value was worked out, where it is not simply what was said: a conversion, say."""


@dataclass(frozen=True, slots=True)
class CannotTell:
    """A trait that a text speaks of without stating a value that could be recorded."""

    trait: str
    """The id of the trait."""
    why: str
    """A sentence for whoever said it."""
    quote: str = ""
    """The words that speak of it, exactly as they stand in the text."""
    offer: JsonValue = None
    """A value to propose, where the reason is that it had to be worked out: twelve times what was said per month."""
    is_vague: bool = False
    """Whether nothing in the text speaks against a value; it was only not understood."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one clause says about a trait, not yet compared with what the others say."""

    trait: str
    """The id of the trait."""
    place: Stretch
    """Where the clause stands in the text."""
    value: JsonValue = None
    note: str | None = None
    why: str | None = None
    """Why no value can be told; None where there is one."""
    is_open: bool = False
    """Without a value: whether one stated elsewhere still stands ("not on Salesforce, they use HubSpot")."""
    offer: JsonValue = None
    """Without a value: one to propose."""
    is_weak: bool = False
    """Whether it counts only beside something in the same text that was understood for certain."""


class Worth(NamedTuple):
    """A value on its way into a reading."""

    value: JsonValue
    note: str | None = None


class Refusal(NamedTuple):
    """Why a reading holds no value."""

    why: str
    offer: JsonValue = None
    """A value to propose."""
    is_vague: bool = False
    """Whether nothing speaks against a value; it was only not understood."""
