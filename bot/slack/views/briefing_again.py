"""A briefing again: what a button or a menu carries to bring the same one about."""

from bot.core.journey import StageId, StageSaid
from bot.flows.briefing import Briefing
from bot.slack.values import OnBriefing
from bot.slack.views.briefing_call import call_value
from bot.slack.views.frame import Frame

_OPTION = 150
"""Characters that an entry of a menu carries."""


def on_briefing(briefing: Briefing, frame: Frame) -> OnBriefing:
    """What brings the same briefing about again; a stage only where whoever reads it said so."""
    stage = briefing.stage
    own = isinstance(stage, StageSaid) and stage.source.person == frame.viewer
    said = stage.stage if stage and own else None
    persona = briefing.persona.id if briefing.persona else None
    return OnBriefing(account=briefing.answer.account.id, persona=persona, stage=said, call=call_value(briefing.call))


def at_stage(again: OnBriefing, stage: StageId) -> OnBriefing:
    """The same briefing for that stage; without its persona where the id of that is too long for a menu."""
    there = again.model_copy(update={"stage": stage})
    return there if len(there.encoded()) <= _OPTION else there.model_copy(update={"persona": None})
