"""Content: what to send to an account now, and before, during and after a call; what is missing is logged.

Where no asset is for the stage and the buyer role, or all were made for accounts that this one is unlike, a content
gap is logged in the name of whoever looked. It is a gap of the pack, not of the account: it is logged once, whichever
account it shows at. While it is open nobody's look adds to it, and what somebody decided not to fill stays so. Nothing
is logged where a stage is only asked for, nor at an account that is to be dropped.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from bot.core.account import Account, Source
from bot.core.content import Assets, Content, Wanted
from bot.core.errors import StateUnavailable
from bot.core.gap import Gap, GapKind, GapStatus, Missing, NewGap
from bot.core.journey import Staged, StageSaid
from bot.core.sending import Sending, is_missing, sendings
from bot.core.verdict import Action
from bot.core.wording import listed
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer, Scorer
from bot.ports import UnitOfWork

AT_ONCE = 3
"""Assets that are shown at the most."""


@lru_cache(maxsize=16)
def _assets(scorer: Scorer) -> Assets:
    """The assets of the scorer's pack; a scorer is equal to itself alone, and its pack never changes."""
    return Assets.of(scorer.pack)


def content_for(
    answer: FitAnswer,
    stage: Staged | None,
    scorer: Scorer,
    today: date,
    persona: str | None = None,
    limit: int = AT_ONCE,
) -> Content | None:
    """The assets that suit an account at its stage; None while the stage is not known, and where it is to be dropped.

    Args:
        answer: the account and what is known of it.
        stage: in which stage of its journey it is.
        scorer: the pack, made ready.
        today: what has lapsed by then is never chosen.
        persona: the id of the buyer role the content is for; whoever where none is given.
        limit: how many assets at the most.
    """
    if stage is None or answer.report.action is Action.DROP:
        return None
    wanted = Wanted(frozenset({stage.stage}), frozenset() if persona is None else frozenset({persona}))
    return _assets(scorer).choose(answer.account, wanted, today, limit)


def sendings_for(
    account: Account, stage: Staged | None, scorer: Scorer, today: date, persona: str | None = None
) -> tuple[Sending, ...]:
    """What to send before, show during and send after a call; nothing while the stage is not known.

    Args:
        account: with everything that is known of it.
        stage: in which stage of its journey it is.
        scorer: the pack, made ready.
        today: the day of the call.
        persona: the id of the buyer role that is met; whoever where none is given.
    """
    return () if stage is None else sendings(_assets(scorer).suiting(account, today), stage.stage, persona)


def missing_content(
    account: Account, stage: Staged | None, scorer: Scorer, today: date, persona: str | None
) -> Missing | None:
    """What is missing for a stage and a buyer role; None where there is an asset, or either is not known.

    Args:
        account: with everything that is known of it.
        stage: in which stage of its journey it is.
        scorer: the pack, made ready.
        today: what has lapsed by then counts for nothing.
        persona: the id of the buyer role.
    """
    role = None if persona is None else scorer.pack.persona(persona)
    assets = _assets(scorer)
    if stage is None or role is None or not is_missing(assets.suiting(account, today), stage.stage, role.id):
        return None
    wanted = Wanted(frozenset({stage.stage}), frozenset({role.id}))
    others = assets.made_for_others(account, wanted, today)
    labels = [trait.label for trait in scorer.pack.traits if trait.id in others]
    what = f"Nothing to send at {stage.stage.label}, for {role.title}"
    if labels:
        what += f": what there is was made for accounts of another {listed(labels, 'or')}"
    return Missing(kind=GapKind.CONTENT, what=what, stage=stage.stage, persona=role.id)


def log_missing(work: UnitOfWork, missing: Missing, source: Source, at: datetime) -> Gap | None:
    """Log what content is missing; None where that is known, or nobody will fill it.

    Args:
        work: the transaction; whoever began it commits it.
        missing: what is missing.
        source: who looked.
        at: when.
    """
    known = work.gaps.same(missing)
    if known is not None and known.status is not GapStatus.FILLED:
        return None
    return work.gaps.add(NewGap(**dict(missing), source=source, at=at))


def is_logged(missing: Missing, gaps: Sequence[Gap]) -> bool:
    """Whether somebody logged at the account itself that content for that stage and buyer role is missing.

    Args:
        missing: what is missing.
        gaps: every gap at the account.
    """
    about = (missing.kind, missing.stage, missing.persona)
    return any((gap.kind, gap.stage, gap.persona) == about and gap.status is not GapStatus.FILLED for gap in gaps)


def may_log(stage: Staged | None, answer: FitAnswer) -> bool:
    """Whether what is missing for an account counts: it is in that stage, and it is not to be dropped.

    Args:
        stage: the stage that the content is for.
        answer: the account, and what follows from what is known of it.
    """
    is_asked = isinstance(stage, StageSaid) and stage.asked
    return not is_asked and answer.report.action is not Action.DROP


def note_missing(
    account: Account, stage: Staged | None, desk: Desk, persona: str | None, gaps: Sequence[Gap] = ()
) -> Gap | None:
    """Log what content turns out to be missing for an account; None where nothing is to be logged.

    What is looked at is never lost to it: where the state cannot be written, nothing is logged this time.

    Args:
        account: with everything that is known of it.
        stage: in which stage of its journey it is.
        desk: where it was looked at.
        persona: the id of the buyer role; without one nothing is missing.
        gaps: those at the account, as far as they were read; what is among them is not logged again.
    """
    missing = missing_content(account, stage, desk.scorer, desk.today, persona)
    if missing is None or is_logged(missing, gaps) or not may_log(stage, desk.answer(account)):
        return None
    try:
        with desk.begin(writes=True) as work:
            gap = log_missing(work, missing, desk.source, desk.now())
            if gap is not None:
                work.commit()
            return gap
    except StateUnavailable:
        return None
