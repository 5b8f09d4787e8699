"""JourneyStage: one of the five stages of a buyer's journey, and what happens in it for each persona."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from bot.core.account import Source
from bot.core.trait import Frozen, Slug, Text


class StageId(StrEnum):
    """The five stages, in order; the fourth is one stage."""

    AWARENESS = "awareness"
    LEARN = "learn"
    EVALUATE = "evaluate"
    CONSIDER = "consider"
    BUY = "buy"

    @property
    def label(self) -> str:
        """The words people read."""
        return "Consider/Try/Negotiate" if self is StageId.CONSIDER else self.value.capitalize()


class JourneyCell(Frozen):
    """What one persona does in one stage, and what helps."""

    persona: Slug
    action: Text
    challenge: Text
    assets: tuple[Slug, ...] = ()
    channel: Text


class JourneyStage(Frozen):
    """One of the five stages."""

    also: tuple[Text, ...] = ()
    """Names of this stage in another vocabulary (awareness, consideration, decision)."""
    crm: tuple[Text, ...] = ()
    """The company's own CRM stages that belong here."""
    cells: tuple[JourneyCell, ...] = ()


class Journey(Frozen):
    """The five stages, each exactly once."""

    stages: dict[StageId, JourneyStage] = Field(default_factory=dict)

    def stages_named(self, name: str) -> tuple[StageId, ...]:
        """The stages that a name may mean: an id, a label, another vocabulary's word or a CRM stage, in any case."""
        wanted = name.strip().casefold()
        return tuple(
            stage_id for stage_id in StageId if wanted in {known.casefold() for known in self._names(stage_id)}
        )

    def _names(self, stage_id: StageId) -> tuple[str, ...]:
        stage = self.stages.get(stage_id, JourneyStage())
        return (stage_id.value, stage_id.label, *stage.also, *stage.crm)


class StageSaid(Frozen):
    """Somebody said in which stage of its journey an account is."""

    stage: StageId
    source: Source
    at: datetime


class StageSign(Frozen):
    """What is known of an account shows in which stage of its journey it is; nobody said so."""

    stage: StageId
    trait: Slug
    """The trait whose known value shows it, by the pack's own signs."""


Staged = StageSaid | StageSign
"""The stage that an account is in, with where that is known from."""
