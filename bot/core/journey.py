"""JourneyStage: one of the five stages of a buyer's journey, and what happens in it for each persona."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field, JsonValue

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

    @property
    def following(self) -> "StageId":
        """The stage after it; the last one itself."""
        every = list(StageId)
        return every[min(every.index(self) + 1, len(every) - 1)]


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
    signs: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict)
    """By trait: values that show an account to be in this stage, written as in knock-outs; one trait will do."""


class Journey(Frozen):
    """The five stages, each exactly once."""

    stages: dict[StageId, JourneyStage] = Field(default_factory=dict)

    def stages_named(self, name: str) -> tuple[StageId, ...]:
        """The stages that a name may mean: an id, a label, another vocabulary's word or a CRM stage, in any case."""
        wanted = name.strip().casefold()
        return tuple(
            stage_id for stage_id in StageId if wanted in {known.casefold() for known in self._names(stage_id)}
        )

    def names(self) -> tuple[str, ...]:
        """Every name that a stage has, each once, in the order of the stages."""
        every: dict[str, str] = {}
        for stage_id in StageId:
            for name in self._names(stage_id):
                every.setdefault(name.casefold(), name)
        return tuple(every.values())

    def _names(self, stage_id: StageId) -> tuple[str, ...]:
        stage = self.stages.get(stage_id, JourneyStage())
        return (stage_id.value, stage_id.label, *stage.also, *stage.crm)


class StageSaid(Frozen):
    """Somebody said in which stage of its journey an account is."""

    stage: StageId
    source: Source
    at: datetime
    asked: bool = False
    """Whether it is spoken of for one answer alone, and was not recorded."""


class StageSign(Frozen):
    """What is known of an account shows in which stage of its journey it is; nobody said so."""

    stage: StageId
    trait: Slug
    """The trait whose known value shows it, by the pack's own signs."""
    value: JsonValue = None
    """That value as it was given; null where it follows from no single answer."""


Staged = StageSaid | StageSign
"""The stage that an account is in, with where that is known from."""
