"""Content: what to send to an account now, and before, during and after a call; what is missing is logged.

Where no asset is for the stage and the buyer role, a content gap is logged at the account in the name of whoever
looked. It is logged once: while it is open nobody's look adds to it, and what somebody decided not to fill stays so.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from bot.core.account import Account, Source
from bot.core.content import Assets, Content, Wanted
from bot.core.errors import StateUnavailable
from bot.core.gap import Gap, GapKind, GapStatus, NewGap
from bot.core.journey import Staged, StageId
from bot.core.persona import Persona
from bot.core.sending import Sending, is_missing, sendings
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
    """The assets that suit an account at its stage; None while the stage is not known.

    Args:
        answer: the account and what is known of it.
        stage: in which stage of its journey it is.
        scorer: the pack, made ready.
        today: what has lapsed by then is never chosen.
        persona: the id of the buyer role the content is for; whoever where none is given.
        limit: how many assets at the most.
    """
    if stage is None:
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
) -> tuple[StageId, Persona] | None:
    """The stage and the buyer role that no asset is for; None where there is one, or either is not known.

    Args:
        account: with everything that is known of it.
        stage: in which stage of its journey it is.
        scorer: the pack, made ready.
        today: what has lapsed by then counts for nothing.
        persona: the id of the buyer role.
    """
    role = None if persona is None else scorer.pack.persona(persona)
    if stage is None or role is None:
        return None
    missing = is_missing(_assets(scorer).suiting(account, today), stage.stage, role.id)
    return (stage.stage, role) if missing else None


def is_logged(missing: tuple[StageId, Persona], gaps: Sequence[Gap]) -> bool:
    """Whether it is known that no asset is for a stage and a buyer role, or that none will be.

    Args:
        missing: the stage and the buyer role.
        gaps: every gap at the account.
    """
    stage, persona = missing
    about = (GapKind.CONTENT, stage, persona.id)
    return any((gap.kind, gap.stage, gap.persona) == about and gap.status is not GapStatus.FILLED for gap in gaps)


def log_missing(
    work: UnitOfWork, account_id: int, missing: tuple[StageId, Persona], source: Source, at: datetime
) -> Gap | None:
    """Log that no asset is for a stage and a buyer role; None where that is known, or none will be.

    Args:
        work: the transaction; whoever began it commits it.
        account_id: the account at which it showed.
        missing: the stage and the buyer role.
        source: who looked.
        at: when.
    """
    if is_logged(missing, work.gaps.at(account_id)):
        return None
    stage, persona = missing
    return work.gaps.add(
        NewGap(
            kind=GapKind.CONTENT,
            what=f"Nothing to send to the {persona.title} at {stage.label}",
            account_id=account_id,
            stage=stage,
            persona=persona.id,
            source=source,
            at=at,
        )
    )


def note_missing(
    account: Account, stage: Staged | None, desk: Desk, persona: str | None, gaps: Sequence[Gap] = ()
) -> Gap | None:
    """Log what content turns out to be missing at an account; None where nothing is to be logged.

    What is looked at is never lost to it: where the state cannot be written, nothing is logged this time.

    Args:
        account: with everything that is known of it.
        stage: in which stage of its journey it is.
        desk: where it was looked at.
        persona: the id of the buyer role; without one nothing is missing.
        gaps: those at the account, as far as they were read; what is among them is not looked for again.
    """
    missing = missing_content(account, stage, desk.scorer, desk.today, persona)
    if missing is None or is_logged(missing, gaps):
        return None
    try:
        with desk.begin(writes=True) as work:
            gap = log_missing(work, account.id, missing, desk.source, desk.now())
            if gap is not None:
                work.commit()
            return gap
    except StateUnavailable:
        return None
