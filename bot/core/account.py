"""Account: the company under qualification, with every answer that anybody gave about it.

Answers are only ever added. A person who changes their mind adds a newer answer; an undo or a correction marks the old
one retracted and leaves it in place. What is known today of a trait is worked out in `standing`.
"""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field, JsonValue

from bot.core.trait import Frozen, Slug, Text


class SourceKind(StrEnum):
    """Where an answer came from."""

    PERSON = "person"
    """Somebody said so."""
    IMPORT = "import"
    """A file said so."""
    CRM = "crm"
    """The CRM said so."""


class Source(Frozen):
    """Who says so: a kind, and the person or system behind it."""

    kind: SourceKind
    person: Text | None = None
    """A user id, or the name of a file or system; None where it is not known."""


class Answer(Frozen):
    """One value somebody gave for one trait, as it was given."""

    id: int
    """Rises with every answer that is recorded."""
    trait: Slug
    value: JsonValue
    """An undated form of `value`; null takes back what the same source said before."""
    source: Source
    on: date | None = None
    """The day on which it was true; without one it never expires."""
    recorded_at: datetime
    quote: str | None = None
    """The words it was taken from."""
    draft: bool = False
    """Recorded while an unpublished draft of the pack was in use."""
    retracted: bool = False
    """Undone or corrected since."""
    retracted_at: datetime | None = None
    """When that was; None where it was not, or nobody knows."""


class Account(Frozen):
    """A company under qualification."""

    id: int
    name: Text
    also: tuple[Text, ...] = ()
    """Other names it answers to, from merges."""
    external_ids: tuple[Text, ...] = ()
    """What other systems call it."""
    answers: tuple[Answer, ...] = Field(default=())
    """In the order in which they were recorded."""
