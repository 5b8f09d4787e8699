"""Briefing: what a rep reads before a call, put together from what is known; no model is needed for any of it.

Each person's last briefing about an account is kept, so that the next one can say what changed since. Another look
within ten minutes is the same briefing read again: it is held against the one kept, and is not kept itself. Beginning a
delivery anew gives the briefing that its first attempt gave, with the same changes, and keeps nothing a second time. A
state that cannot be written costs nobody their briefing: then nothing is kept, and no gap is logged. So it is with one
on another day than today, which is a what-if. What was kept under a later time counts as kept now.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pydantic import JsonValue

from bot.core.account import Account
from bot.core.avoid import avoid, disputes_told
from bot.core.changes import Changes, changes_since, last_answer, stage_moved
from bot.core.content import Content
from bot.core.errors import StateUnavailable
from bot.core.gap import Gap, GapKind, GapStatus, Missing
from bot.core.journey import Staged, StageId, StageSaid
from bot.core.persona import Persona
from bot.core.planner import Question
from bot.core.sending import Sending
from bot.core.verdict import Action
from bot.flows.briefing_phrased import summed_up
from bot.flows.content import content_for, is_logged, log_missing, may_log, missing_content, sendings_for
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer
from bot.flows.moment import Moment, moment, unread_moment
from bot.flows.origin import written
from bot.flows.staging import signs_of, stage_of_account
from bot.ports import UnitOfWork
from bot.ports.briefings import BriefingMade, Schedule

QUESTIONS = 3
"""Questions for one call; more are not asked."""
SAME_LOOK = timedelta(minutes=10)
"""Within it a briefing is read again."""
_NOTED = "briefing"
"""Under which name a delivery's effect holds the briefing before: for beginning anew."""


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
    stage: Staged | None
    """In which stage of its journey the account is, and where that is known from."""
    content: Content | None
    """What to send; None while the stage is not known."""
    questions: tuple[Question, ...]
    """What to ask, the next one first; at most three."""
    gaps: tuple[Gap, ...]
    """What was logged as missing: the content that is missing here, then what is at the account, the latest first.

    A contradiction that is told among what to avoid is left out.
    """
    call: Moment | None = None
    """When the call is, where that was said; content is what may be shown then."""
    sendings: tuple[Sending, ...] = ()
    """What to send before, show during and send after the call, in that order.

    Nothing while the stage is not known, and nothing for an account that is to be dropped.
    """
    changes: Changes | None = None
    """What changed since the person was last briefed; None where this is the first time."""
    avoid: tuple[str, ...] = ()
    """What better not to do or say, in sentences."""
    summary: Summary | None = None
    """The few sentences that stand first."""
    schedule: Schedule | None = None
    """The briefing that is to come before the call, where the call is far enough away."""
    unread_call: str | None = None
    """Why what was said about the time of the call is none, in a sentence."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is stored about an account and what a person was told of it, at one moment."""

    account: Account
    stage: Staged | None
    said: StageSaid | None
    gaps: tuple[Gap, ...]
    last: BriefingMade | None
    """The briefing that the person got last."""
    against: BriefingMade | None
    """The briefing that this one is held against: one that is read again is held against what it was held before."""
    is_noted: bool
    """Whether an earlier attempt of the same delivery kept this briefing."""
    missing: Missing | None
    """The content that is missing for the stage and whoever is met."""
    known: Gap | None
    """The gap that this is already, closed or not."""


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
        stage: the stage of the journey that the call is in; the one that the account is in where none is given.
        when: when the call is, in the person's own words.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    briefing = brief_for_call(account_id, desk, persona_id, stage, moment(when, clock(desk)))
    return replace(briefing, unread_call=unread_moment(when, clock(desk)))


def clock(desk: Desk) -> datetime:
    """The time by which "tomorrow" is understood: now, on the day that is asked about.

    Args:
        desk: where it is asked.
    """
    now = desk.now()
    return now if desk.today == now.date() else datetime.combine(desk.today, now.timetz())


def brief_for_call(
    account_id: int, desk: Desk, persona_id: str | None, stage: StageSaid | StageId | None, call: Moment | None
) -> Briefing:
    """What to read before a call whose time is known.

    Args:
        account_id: the account.
        desk: where the briefing is asked for.
        persona_id: the buyer role that is met; one that the pack does not have counts as none.
        stage: a stage that is or was spoken of, as `stage_of_account` takes it.
        call: when the call is.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    persona = None if persona_id is None else desk.pack.persona(persona_id)
    with desk.begin(writes=False) as work:
        read = _read(work, account_id, desk, stage)
        read = _looked_for(read, work, desk, persona, call)
    briefing = _composed(read, desk, persona, call)
    logged = _keep(read, briefing, desk)
    if logged is not None:
        briefing = replace(briefing, gaps=(logged, *briefing.gaps))
    return replace(briefing, summary=summed_up(briefing, desk))


def brief_others(
    account_id: int,
    desk: Desk,
    persona_id: str | None = None,
    stage: StageId | None = None,
    when: str | None = None,
) -> Briefing:
    """What to read before a call with an account, for others than the person at the desk.

    Who said what is left out, and so are the gaps, what changed for the person, and a summary. Nothing of it is kept.

    Args:
        account_id: the account.
        desk: where it is handed on.
        persona_id: the buyer role that is met; one that the pack does not have counts as none.
        stage: the stage of the journey that the call is in; the one that the account is in where none is given.
        when: when the call is, in the person's own words.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    persona = None if persona_id is None else desk.pack.persona(persona_id)
    with desk.begin(writes=False) as work:
        read = _read(work, account_id, desk, stage)
    briefing = _composed(read, desk, persona, moment(when, clock(desk)))
    asked = _may_ask(briefing.answer, desk)
    told = avoid(desk.scorer.scorecard, briefing.answer.standings, persona, asked, lambda _: "one source")
    return replace(briefing, gaps=(), changes=None, avoid=told)


def _read(work: UnitOfWork, account_id: int, desk: Desk, stage: StageSaid | StageId | None) -> _Read:
    account = work.accounts.get(account_id)
    noted = written(work, desk.origin)
    last = work.briefings.last(account_id, desk.person) if desk.person else None
    against = last.before if last is not None and _is_same_look(last, desk) else last
    return _Read(
        account=account,
        stage=stage_of_account(work, account, desk, stage),
        said=work.stages.latest(account_id),
        gaps=tuple(work.gaps.at(account_id)),
        last=last,
        against=_made(noted[_NOTED], account_id, desk.person) if _NOTED in noted else against,
        is_noted=_NOTED in noted,
        missing=None,
        known=None,
    )


def _is_same_look(last: BriefingMade, desk: Desk) -> bool:
    return abs(clock(desk) - last.at) < SAME_LOOK


def _looked_for(read: _Read, work: UnitOfWork, desk: Desk, persona: Persona | None, call: Moment | None) -> _Read:
    """The same with the content that is missing for whoever is met."""
    role = persona.id if persona else None
    missing = missing_content(read.account, read.stage, desk.scorer, _day(call, desk), role)
    return read if missing is None else replace(read, missing=missing, known=work.gaps.same(missing))


def _day(call: Moment | None, desk: Desk) -> date:
    return call.at.date() if call else desk.today


def _composed(read: _Read, desk: Desk, persona: Persona | None, call: Moment | None) -> Briefing:
    """The briefing, out of what was read."""
    answer, day = desk.answer(read.account), _day(call, desk)
    role = persona.id if persona else None
    questions, is_dropped = answer.report.questions, answer.report.action is Action.DROP
    gaps = _untold(read, answer, desk)
    here = () if read.known is None or is_dropped else (read.known,)
    return Briefing(
        answer=answer,
        persona=persona,
        stage=read.stage,
        content=content_for(answer, read.stage, desk.scorer, day, role),
        questions=questions[:QUESTIONS],
        gaps=tuple(gap for gap in (*here, *gaps) if gap.is_open),
        call=call,
        sendings=() if is_dropped else sendings_for(read.account, read.stage, desk.scorer, day, role),
        changes=_changes(read, answer, gaps, desk),
        avoid=avoid(desk.scorer.scorecard, answer.standings, persona, _may_ask(answer, desk)),
    )


def _may_ask(answer: FitAnswer, desk: Desk) -> list[str]:
    """The traits of which nobody need be told not to ask: those that are open, and all where nothing is left to ask."""
    asked = [each.trait for each in answer.report.questions]
    return asked or [trait.id for trait in desk.pack.traits]


def _untold(read: _Read, answer: FitAnswer, desk: Desk) -> list[Gap]:
    """The gaps at the account without open contradictions that are told as they stand now, among what to avoid."""
    told = disputes_told(desk.scorer.scorecard, answer.standings)
    return [gap for gap in read.gaps if not (gap.kind is GapKind.CONTRADICTION and gap.is_open and gap.trait in told)]


def _changes(read: _Read, answer: FitAnswer, gaps: list[Gap], desk: Desk) -> Changes | None:
    if read.against is None:
        return None
    seen = replace(read.against, at=min(read.against.at, desk.now()))
    moved = stage_moved(seen, read.account, signs_of(desk.scorer), desk.today)
    return changes_since(seen, read.account, answer.report, gaps, read.said, moved)


def _keep(read: _Read, briefing: Briefing, desk: Desk) -> Gap | None:
    """Keep that the person got the briefing, and log the content that is missing; returns the gap that is new."""
    now = desk.now()
    if read.is_noted or desk.today != now.date():
        return None
    missing = _to_log(read, briefing)
    again = read.last is not None and _is_same_look(read.last, desk)
    made = None if again or not desk.person else _now_made(briefing, desk.person, now, read.last)
    if missing is None and made is None:
        return None
    try:
        with desk.begin(writes=True) as work:
            work.accounts.get(read.account.id)
            logged = None if missing is None else log_missing(work, missing, desk.source, now)
            if made is not None:
                work.briefings.note(made)
            if desk.origin is not None:
                new: dict[str, JsonValue] = {_NOTED: _as_json(read.against)}
                work.inbox.note_effect(desk.origin, {**written(work, desk.origin), **new})
            work.commit()
            return logged
    except StateUnavailable:
        return None


def _to_log(read: _Read, briefing: Briefing) -> Missing | None:
    if read.missing is None or is_logged(read.missing, read.gaps) or not may_log(read.stage, briefing.answer):
        return None
    return read.missing if read.known is None or read.known.status is GapStatus.FILLED else None


def _now_made(briefing: Briefing, person: str, now: datetime, last: BriefingMade | None) -> BriefingMade:
    report, account = briefing.answer.report, briefing.answer.account
    return BriefingMade(
        account_id=account.id,
        person=person,
        at=now,
        pack_version=report.pack_version,
        verdicts=tuple(verdict.value for verdict in report.possible),
        last_answer=last_answer(account),
        before=None if last is None else replace(last, before=None),
    )


def _as_json(made: BriefingMade | None) -> JsonValue:
    if made is None:
        return None
    return [made.at.isoformat(), made.pack_version, made.last_answer, *made.verdicts]


def _made(noted: JsonValue, account_id: int, person: str) -> BriefingMade | None:
    """The briefing that `_as_json` wrote down."""
    if not isinstance(noted, list):
        return None
    at, version, last, *verdicts = noted
    return BriefingMade(
        account_id=account_id,
        person=person,
        at=datetime.fromisoformat(str(at)),
        pack_version=int(str(version)),
        verdicts=tuple(str(each) for each in verdicts),
        last_answer=int(str(last)),
    )


def stage_meant(stage: StageId | None, desk: Desk) -> StageSaid | None:
    """The stage that the person at the desk speaks of, as said by them; it counts for this one answer alone."""
    return None if stage is None else StageSaid(stage=stage, source=desk.source, at=desk.now())
