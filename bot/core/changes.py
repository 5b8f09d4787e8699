"""Changes: what happened at an account since a person was last briefed about it.

What was recorded and taken back since then, or said anew by the same source, is not told: only what still stands is,
and what stood then and stands no more. How the account stood then follows from its answers: none of them is ever lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.core.account import Account, Answer
from bot.core.fit import FitReport
from bot.core.gap import Gap
from bot.core.journey import StageId, StageSaid, StageSign
from bot.core.stage_signs import StageSigns
from bot.core.standing import latest_of_each_source


@dataclass(frozen=True, slots=True)
class StageMoved:
    """The stage that the answers show is another one than then; nobody said so."""

    before: StageId | None
    """None where they showed none."""
    now: StageSign | None
    """None where they show none any more."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the last briefing; everything empty where nothing did."""

    since: datetime
    """When the person was last briefed."""
    verdicts_before: tuple[str, ...] | None = None
    """The verdicts that were possible then, where they are others now."""
    pack_before: int | None = None
    """The version of the pack then, where it is another now."""
    answers: tuple[Answer, ...] = ()
    """What was recorded since and still stands, in that order."""
    stage: StageSaid | None = None
    """What somebody said since about the stage."""
    gaps_logged: tuple[Gap, ...] = ()
    gaps_closed: tuple[Gap, ...] = ()
    gone: tuple[Answer, ...] = ()
    """What stood then and was taken back since, without anything by the same source in its place."""
    moved: StageMoved | None = None
    """The stage that the answers show, where nobody said one and it is another than then."""

    @property
    def is_any(self) -> bool:
        """Whether anything changed."""
        return bool(
            self.verdicts_before is not None
            or self.pack_before is not None
            or self.answers
            or self.stage
            or self.gone
            or self.moved
            or self.gaps_logged
            or self.gaps_closed
        )


class Seen(Protocol):
    """How an account stood when a person was last briefed about it."""

    @property
    def at(self) -> datetime:
        """When that was."""

    @property
    def pack_version(self) -> int:
        """The version of the pack then."""

    @property
    def verdicts(self) -> tuple[str, ...]:
        """Every verdict that was possible."""

    @property
    def last_answer(self) -> int:
        """The greatest id of an answer that the account had."""


def changes_since(
    seen: Seen,
    account: Account,
    report: FitReport,
    gaps: Sequence[Gap],
    said: StageSaid | None,
    moved: StageMoved | None = None,
) -> Changes:
    """What changed since a person was last briefed.

    Args:
        seen: how the account stood then.
        account: with every answer that it has now.
        report: what follows from them now.
        gaps: every gap at the account, closed ones included, the latest first.
        said: what was said last about its stage.
        moved: whether its answers show another stage than then.
    """
    return Changes(
        since=seen.at,
        verdicts_before=None if set(seen.verdicts) == set(report.possible) else seen.verdicts,
        pack_before=None if seen.pack_version == report.pack_version else seen.pack_version,
        answers=_recorded(account, seen.last_answer),
        stage=said if said is not None and said.at > seen.at else None,
        gaps_logged=tuple(gap for gap in gaps if gap.is_open and gap.at > seen.at),
        gaps_closed=tuple(gap for gap in gaps if gap.closed is not None and gap.closed.at > seen.at),
        gone=_gone(account, seen),
        moved=moved if said is None else None,
    )


def stage_moved(seen: Seen, account: Account, signs: StageSigns, today: date) -> StageMoved | None:
    """Whether the answers of an account show another stage than when a person was last briefed; None where not.

    Args:
        seen: how the account stood then.
        account: with every answer that it has now.
        signs: the signs of the pack.
        today: an answer that has expired by then shows nothing.
    """
    then, now = signs.latest(_as_of(account, seen), seen.at.date()), signs.latest(account, today)
    before, after = (None if each is None else each.stage for each in (then, now))
    return None if before is after else StageMoved(before, now)


def last_answer(account: Account) -> int:
    """The greatest id of an answer that an account has; 0 where it has none."""
    return max((answer.id for answer in account.answers), default=0)


def _recorded(account: Account, last: int) -> tuple[Answer, ...]:
    return tuple(each for each in _standing(account) if each.id > last)


def _gone(account: Account, seen: Seen) -> tuple[Answer, ...]:
    held = {(each.trait, each.source) for each in _standing(account)}
    stood = {each.id for each in _standing(_as_of(account, seen)) if (each.trait, each.source) not in held}
    return tuple(each for each in account.answers if each.id in stood)


def _as_of(account: Account, seen: Seen) -> Account:
    """The account as it was: without what came since, and with what was taken back since."""
    then = (
        each.model_copy(update={"retracted": each.retracted and not _since(each, seen.at)})
        for each in account.answers
        if each.id <= seen.last_answer
    )
    return account.model_copy(update={"answers": tuple(then)})


def _since(answer: Answer, at: datetime) -> bool:
    return answer.retracted_at is not None and answer.retracted_at > at


def _standing(account: Account) -> tuple[Answer, ...]:
    """What each source says of each trait, "not known" left out, in the order in which it was recorded."""
    by_trait: dict[str, list[Answer]] = {}
    for answer in account.answers:
        by_trait.setdefault(answer.trait, []).append(answer)
    latest = (each for answers in by_trait.values() for each in latest_of_each_source(answers))
    return tuple(sorted((each for each in latest if each.value is not None), key=lambda each: each.id))
