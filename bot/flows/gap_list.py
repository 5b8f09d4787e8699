"""Gap list: the gaps that somebody wants to see, with what each is worth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.gap import Gap, GapStatus
from bot.core.gap_worth import Appraisal, Appraised, ValuedGap
from bot.flows.fit import Scorer
from bot.ports import Ports, Scope, UnitOfWork


class GapOrder(StrEnum):
    """What a list of gaps is ordered by."""

    WORTH = "worth"
    """The most valuable first."""
    ACCOUNT = "account"
    """By the names of the accounts, and the most valuable first within each; those at none come last."""
    DATE = "date"
    """The latest first."""


@dataclass(frozen=True, slots=True)
class GapFilter:
    """Which gaps somebody wants to see."""

    mine: str | None = None
    """Those that this person logged or sees to."""
    account_id: int | None = None
    """Those at this account."""
    status: GapStatus | None = None

    def takes(self, gap: Gap) -> bool:
        """Whether a gap is one of them."""
        return (
            (self.mine is None or gap.is_of(self.mine))
            and self.account_id in (None, gap.account_id)
            and self.status in (None, gap.status)
        )


def list_gaps(
    scorer: Scorer, team: str, ports: Ports, today: date, wanted: GapFilter, order: GapOrder = GapOrder.WORTH
) -> list[ValuedGap]:
    """The gaps that somebody wants to see, with what each is worth.

    Args:
        scorer: the pack, made ready.
        team: whose gaps they are.
        ports: where they are.
        today: the date for which accounts are scored.
        wanted: which gaps.
        order: what they are ordered by.
    """
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        gaps = [gap for gap in work.gaps.all() if wanted.takes(gap)]
        valued = valued_gaps(work, scorer, gaps, today) if gaps else []
    return sorted(valued, key=_ORDERS[order]) if order in _ORDERS else valued


def value_of(scorer: Scorer, team: str, ports: Ports, gap: Gap, today: date) -> ValuedGap:
    """One gap with what it is worth."""
    with ports.store().begin(Scope(team, scorer.pack.name), writes=False) as work:
        [valued] = valued_gaps(work, scorer, [gap], today)
    return valued


def valued_gaps(work: UnitOfWork, scorer: Scorer, gaps: Sequence[Gap], today: date) -> list[ValuedGap]:
    """Gaps with what each is worth, counted over every account of the scope."""
    stages = work.stages.current()
    names: dict[int, str] = {}
    accounts: list[Appraised] = []
    for account in work.accounts.all():
        names[account.id] = account.name
        still = tuple(each.cells for each in scorer.standings(account, today))
        accounts.append(Appraised(account.id, scorer.report(account.name, still, today), stages.get(account.id)))
    appraisal = Appraisal.of(accounts)
    return [ValuedGap(gap, appraisal.worth(gap), names.get(gap.account_id or 0)) for gap in gaps]


def _by_account(valued: ValuedGap) -> tuple[bool, str, int, tuple[int, ...]]:
    return valued.account is None, (valued.account or "").casefold(), valued.gap.account_id or 0, valued.rank


_ORDERS: dict[GapOrder, Callable[[ValuedGap], tuple[object, ...]]] = {
    GapOrder.WORTH: lambda valued: valued.rank,
    GapOrder.ACCOUNT: _by_account,
}
"""By date is the order in which gaps are read."""
