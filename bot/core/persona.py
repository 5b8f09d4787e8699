"""Persona: a buyer role inside an account, never a named person."""

from datetime import date

from pydantic import Field

from bot.core.trait import Frozen, Slug, Text


class Pain(Frozen):
    """What hurts, and how the product helps."""

    pain: Text
    answer: Text


class Objection(Frozen):
    """What they say against it, and what to answer."""

    objection: Text
    answer: Text


class Validation(Frozen):
    """The research that backs a persona."""

    on: date
    by: Text


class Persona(Frozen):
    """A buyer role: what it is responsible for, wants, fears and says."""

    id: Slug
    title: Text
    also: tuple[Text, ...] = ()
    responsibilities: tuple[Text, ...] = ()
    goals: tuple[Text, ...] = ()
    pains: tuple[Pain, ...] = ()
    motivations: tuple[Text, ...] = ()
    objections: tuple[Objection, ...] = ()
    prefers: Text | None = None
    """How this role likes to be contacted."""
    avoid: tuple[Text, ...] = ()
    """What not to do or say to this role, each a sentence."""
    validated: Validation | None = Field(default=None)
    """Without it the persona is shown as unvalidated."""
