"""Reading: an answer that was found in a person's words, or the reason why there is none."""

from dataclasses import dataclass
from typing import NamedTuple

from pydantic import JsonValue


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
    why: str
    """A sentence for whoever said it."""
    quote: str = ""
    is_open: bool = False
    """Whether a value stated elsewhere in the same text may still stand: "not on Salesforce, they use HubSpot"."""


class Worth(NamedTuple):
    """A value on its way into a reading."""

    value: JsonValue
    note: str | None = None
