"""Briefing: what a rep reads before a call, put together from what is known; no model is needed for any of it."""

from dataclasses import dataclass

from bot.core.changes import Changes
from bot.core.content import Content
from bot.core.gap import Gap
from bot.core.journey import StageId, StageSaid
from bot.core.persona import Persona
from bot.core.planner import Question
from bot.core.sending import Sending
from bot.flows.content import content_for
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer
from bot.flows.moment import Moment, moment
from bot.ports.briefings import Schedule

QUESTIONS = 3
"""Questions for one call; more are not asked."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A short text about a briefing, sentence by sentence."""

    sentences: tuple[str, ...]
    model: str | None = None
    """Who phrased it; None where it comes from the template."""
    prompt: str | None = None
    """The prompt that the model was asked with."""
    dropped: str | None = None
    """Why what a model phrased was not used, in a sentence; None where no model was asked, or it was used."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a rep reads before a call."""

    answer: FitAnswer
    persona: Persona | None
    """Who is met, where that was said."""
    stage: StageSaid | None
    """In which stage of its journey the account is, where somebody said so."""
    content: Content | None
    """What to send; None while the stage is not known."""
    questions: tuple[Question, ...]
    """What to ask, the next one first; at most three."""
    gaps: tuple[Gap, ...]
    """What was logged as missing at the account, the latest first."""
    call: Moment | None = None
    """When the call is, where that was said; content is what may be shown then."""
    sendings: tuple[Sending, ...] = ()
    """What to send before, show during and send after the call, in that order; nothing while the stage is not known."""
    changes: Changes | None = None
    """What changed since the person was last briefed; None where this is the first time."""
    avoid: tuple[str, ...] = ()
    """What better not to do or say, in sentences."""
    summary: Summary | None = None
    """The few sentences that stand first."""
    schedule: Schedule | None = None
    """The briefing that is to come before the call, where the call is far enough away."""


def brief(
    account_id: int,
    desk: Desk,
    persona_id: str | None = None,
    stage: StageId | None = None,
    when: str | None = None,
) -> Briefing:
    """What to read before a call with an account.

    Args:
        account_id: the account.
        desk: where the briefing is asked for.
        persona_id: the buyer role that is met; one that the pack does not have counts as none.
        stage: the stage of the journey that the call is in; the one said last where none is given.
        when: when the call is, in the person's own words.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    with desk.begin(writes=False) as work:
        account = work.accounts.get(account_id)
        said = stage_meant(stage, desk) or work.stages.latest(account_id)
        gaps = tuple(gap for gap in work.gaps.at(account_id) if gap.is_open)
    answer = desk.answer(account)
    persona = None if persona_id is None else desk.pack.persona(persona_id)
    call = moment(when, desk.now())
    return Briefing(
        answer=answer,
        persona=persona,
        stage=said,
        content=content_for(
            answer, said, desk.scorer, call.at.date() if call else desk.today, persona.id if persona else None
        ),
        questions=answer.report.questions[:QUESTIONS],
        gaps=gaps,
        call=call,
    )


def stage_meant(stage: StageId | None, desk: Desk) -> StageSaid | None:
    """The stage that the person at the desk speaks of, as said by them; it counts for this one answer alone."""
    return None if stage is None else StageSaid(stage=stage, source=desk.source, at=desk.now())
