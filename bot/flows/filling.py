"""Filling: an answer that arrives closes the gaps that it fills, and an answer that is taken back opens them again.

All of it happens in the transaction in which the answer is written. An answer fills a gap about its trait only where it
tells something: a value that has expired by the time it arrives, or a range that rules nothing out, leaves it open.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core.account import Account, Answer
from bot.core.cell import partition
from bot.core.framework import trait_of
from bot.core.gap import Gap, GapEvent, GapKind, GapStatus, Happened
from bot.core.pack import Pack
from bot.core.standing import answers_about, latest_of_each_source, standing
from bot.core.trait import Trait
from bot.core.wording import value_words
from bot.ports import UnitOfWork

_KINDS = (GapKind.TRAIT, GapKind.CONTRADICTION)
"""Kinds of gaps that answers fill."""


def answers_came(work: UnitOfWork, account_id: int, came: Sequence[Answer], pack: Pack) -> None:
    """Close the gaps at an account that new answers fill; open those that "not known" shows to be there again.

    Args:
        work: the transaction in which the answers were recorded.
        account_id: the account.
        came: the new answers.
        pack: says what their values mean.
    """
    latest = {answer.trait: answer for answer in came}
    gaps = _about(work, account_id, latest)
    account = work.accounts.get(account_id) if gaps else None
    for gap in gaps:
        answer, trait = latest[gap.trait or ""], trait_of(pack, gap.trait or "")
        if account is None or trait is None:
            continue
        if gap.is_open and answer.value is not None and _fills(account, trait, pack, gap.kind, answer.recorded_at):
            said = f"Answered: {value_words(answer.value, trait, pack.currency)}."
            work.gaps.note(gap.id, _closed(answer, said))
        elif _lost(gap, account, ()):
            work.gaps.note(gap.id, _reopened(answer, answer.recorded_at, "The answer is not known any more."))


def answers_went(
    work: UnitOfWork, account_id: int, went: Collection[int], at: datetime, pack: Pack | None = None
) -> None:
    """Open the gaps at an account whose answers were taken back, and close the contradictions that this ends.

    Args:
        work: the transaction in which the answers were taken back.
        account_id: the account.
        went: the ids of those answers.
        at: when they were taken back.
        pack: says what the answers that are left mean; without it no contradiction is closed.
    """
    account = work.accounts.get(account_id)
    gone = {answer.trait: answer for answer in account.answers if answer.id in went}
    for gap in _about(work, account_id, gone):
        answer = gone[gap.trait or ""]
        if _lost(gap, account, went):
            work.gaps.note(gap.id, _reopened(answer, at, "The answer was taken back."))
        elif pack is not None and _is_over(gap, account, pack, at):
            work.gaps.note(gap.id, _over(answer, at))


def accounts_merged(work: UnitOfWork, account_id: int) -> None:
    """Close the gaps at an account that what was known of another one fills, now that the two are one."""
    account = work.accounts.get(account_id)
    known = {answer.trait: answer for answer in account.answers if not answer.retracted}
    for gap in _about(work, account_id, known):
        if gap.is_open and gap.kind is GapKind.TRAIT:
            latest = latest_of_each_source(answers_about(account, gap.trait or ""))
            answer = next((each for each in latest if each.value is not None), None)
            if answer is not None:
                work.gaps.note(gap.id, _closed(answer, "Known of the account that it was merged with."))


def _about(work: UnitOfWork, account_id: int, traits: Collection[str]) -> list[Gap]:
    """The gaps at an account that answers about these traits may fill."""
    return [gap for gap in work.gaps.at(account_id) if gap.kind in _KINDS and gap.trait in traits] if traits else []


def _fills(account: Account, trait: Trait, pack: Pack, kind: GapKind, at: datetime) -> bool:
    """Whether what is known of a trait now fills a gap about it."""
    parts = partition(trait, pack.icps)
    now = standing(trait, parts, answers_about(account, trait.id), at.date())
    if kind is GapKind.CONTRADICTION:
        return bool(now.answers) and not now.disagrees
    narrows = len(now.cells) < len(parts.cells) or len(parts.cells) == 1
    return bool(now.answers) and (narrows or now.disagrees)


def _lost(gap: Gap, account: Account, went: Collection[int]) -> bool:
    """Whether a gap that an answer closed has no answer any more."""
    if gap.closed is None or gap.closed.answer_id is None:
        return False
    if gap.kind is GapKind.CONTRADICTION:
        return gap.closed.answer_id in went
    return all(answer.value is None for answer in latest_of_each_source(answers_about(account, gap.trait or "")))


def _is_over(gap: Gap, account: Account, pack: Pack, at: datetime) -> bool:
    """Whether a gap is an open contradiction of sources that no longer contradict each other."""
    trait = pack.trait(gap.trait or "")
    if trait is None or not gap.is_open or gap.kind is not GapKind.CONTRADICTION:
        return False
    return not standing(trait, partition(trait, pack.icps), answers_about(account, trait.id), at.date()).disagrees


def _over(answer: Answer, at: datetime) -> GapEvent:
    reason = "The answer that contradicted the others was taken back."
    return GapEvent(happened=Happened.CLOSED, status=GapStatus.FILLED, reason=reason, source=answer.source, at=at)


def _closed(answer: Answer, reason: str) -> GapEvent:
    return GapEvent(
        happened=Happened.CLOSED,
        status=GapStatus.FILLED,
        reason=reason,
        source=answer.source,
        at=answer.recorded_at,
        answer_id=answer.id,
    )


def _reopened(answer: Answer, at: datetime, reason: str) -> GapEvent:
    return GapEvent(happened=Happened.REOPENED, reason=reason, source=answer.source, at=at)
