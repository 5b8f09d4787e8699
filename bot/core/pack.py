"""Pack: one validated bundle of everything a company believes about whom it sells to and how.

A `Pack` is only a shape here; `check.find_problems` says whether its parts agree with each other, and the loader
refuses a pack in which they do not.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bot.core.asset import Asset
from bot.core.icp import Icp
from bot.core.journey import Journey
from bot.core.persona import Persona
from bot.core.playbook import Page
from bot.core.qualification import Framework
from bot.core.trait import Frozen, Slug, Text, Trait

Percent = Annotated[int, Field(ge=0, le=100)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Tiers(Frozen):
    """From how many percent of the best possible points on an account is of a tier."""

    A: Percent = 80
    B: Percent = 60
    C: Percent = 40

    @model_validator(mode="after")
    def _descending(self) -> Self:
        if not self.A >= self.B >= self.C:
            raise ValueError("the tiers must not rise: A at least B, B at least C")
        return self


class Drain(Frozen):
    """From how many percent of the worst possible drain on an account is capped at tier B, and disqualified."""

    cap: Annotated[int, Field(ge=1, le=100)] = 30
    disqualify: Annotated[int, Field(ge=1, le=100)] = 60

    @model_validator(mode="after")
    def _cap_comes_first(self) -> Self:
        if self.cap > self.disqualify:
            raise ValueError("cap must not be above disqualify")
        return self


class Rate(Frozen):
    """What one unit of another currency is worth in the pack's."""

    to: Annotated[Decimal, Field(gt=0)]
    on: date


class Manifest(Frozen):
    """What pack.yaml holds: the pack's name, version, owner and settings."""

    name: Slug
    title: Text
    version: Annotated[int, Field(ge=1)]
    """Raised by every published change."""
    status: Literal["hypothesis", "validated"] = "hypothesis"
    owner: Text
    company_stage: Literal["startup", "growth", "enterprise"] = "growth"
    """Decides how often the pack is reviewed: every 3, 6 or 12 months."""
    reviewed_on: date
    tiers: Tiers = Tiers()
    drain: Drain = Drain()
    currency: Currency = "USD"
    """Of every money trait."""
    rates: dict[Currency, Rate] = Field(default_factory=dict)
    """Currencies that may be converted into the pack's."""


class Pack(Manifest):
    """A whole pack, in the pack's own order."""

    traits: tuple[Trait, ...]
    icps: tuple[Icp, ...]
    personas: tuple[Persona, ...] = ()
    journey: Journey = Journey()
    assets: tuple[Asset, ...] = ()
    qualification: tuple[Framework, ...] = ()
    playbook: tuple[Page, ...] = ()

    def trait(self, trait_id: str) -> Trait | None:
        """The trait with that id, if there is one."""
        return next((trait for trait in self.traits if trait.id == trait_id), None)

    def persona(self, persona_id: str) -> Persona | None:
        """The persona with that id, if there is one."""
        return next((persona for persona in self.personas if persona.id == persona_id), None)
