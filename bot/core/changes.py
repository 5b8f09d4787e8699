"""Changes: what happened at an account since a person was last briefed about it.

What was recorded and taken back since then, or said anew by the same source, is not told: only what still stands is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.account import Account, Answer
from bot.core.fit import FitReport
from bot.core.gap import Gap
from bot.core.journey import StageSaid
from bot.core.standing import latest_of_each_source


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

    @property
    def is_any(self) -> bool:
        """Whether anything changed."""
        return bool(
            self.verdicts_before is not None
            or self.pack_before is not None
            or self.answers
            or self.stage
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
    seen: Seen, account: Account, report: FitReport, gaps: Sequence[Gap], said: StageSaid | None
) -> Changes:
    """What changed since a person was last briefed.

    Args:
        seen: how the account stood then.
        account: with every answer that it has now.
        report: what follows from them now.
        gaps: every gap at the account, closed ones included, the latest first.
        said: what was said last about its stage.
    """
    return Changes(
        since=seen.at,
        verdicts_before=None if set(seen.verdicts) == set(report.possible) else seen.verdicts,
        pack_before=None if seen.pack_version == report.pack_version else seen.pack_version,
        answers=_recorded(account, seen.last_answer),
        stage=said if said is not None and said.at > seen.at else None,
        gaps_logged=tuple(gap for gap in gaps if gap.is_open and gap.at > seen.at),
        gaps_closed=tuple(gap for gap in gaps if gap.closed is not None and gap.closed.at > seen.at),
    )


def last_answer(account: Account) -> int:
    """The greatest id of an answer that an account has; 0 where it has none."""
    return max((answer.id for answer in account.answers), default=0)


def _recorded(account: Account, last: int) -> tuple[Answer, ...]:
    by_trait: dict[str, list[Answer]] = {}
    for answer in account.answers:
        by_trait.setdefault(answer.trait, []).append(answer)
    standing = [each for answers in by_trait.values() for each in latest_of_each_source(answers)]
    new = [each for each in standing if each.id > last and each.value is not None]
    return tuple(sorted(new, key=lambda each: each.id))
