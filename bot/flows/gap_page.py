"""Gap page: the gaps that somebody wants to see, so many at a time as fit a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.gap import Gap, GapStatus
from bot.core.gap_worth import ValuedGap
from bot.flows.desk import Desk
from bot.flows.gap_list import GapFilter, GapOrder, list_gaps, value_of
from bot.flows.gaps import all_gaps, gap_of

PAGE = 8
"""Gaps on one page."""


@dataclass(frozen=True, slots=True)
class GapPage:
    """A page of a list of gaps."""

    gaps: tuple[ValuedGap, ...]
    start: int
    """How many stand on the pages before."""
    total: int
    account: str | None = None
    """The name of the account at which all of them are, where only those are wanted."""

    @property
    def end(self) -> int:
        """How many stand on the pages up to this one."""
        return self.start + len(self.gaps)

    @property
    def more(self) -> int:
        """How many stand on the pages behind."""
        return max(self.total - self.end, 0)


def gap_page(desk: Desk, wanted: GapFilter, order: GapOrder, start: int = 0, *, closed: bool = False) -> GapPage:
    """A page of the gaps that somebody wants to see.

    Args:
        desk: where it is wanted.
        wanted: whose, and at which account.
        order: what comes first.
        start: how many to leave out, as earlier pages have them.
        closed: the closed ones, instead of the open ones.

    Raises:
        AccountUnknown: it is about an account that is not there.
    """
    account = None if wanted.account_id is None else desk.account(wanted.account_id).name
    which = GapFilter(wanted.mine, wanted.account_id, None if closed else GapStatus.OPEN)
    found = list_gaps(desk.scorer, desk.team, desk.ports, desk.today, which, order)
    found = [valued for valued in found if valued.gap.is_open is not closed]
    return GapPage(tuple(found[start : start + PAGE]), start, len(found), account)


def shown_gap(gap_id: int, desk: Desk) -> ValuedGap:
    """One gap with what it is worth.

    Raises:
        GapUnknown: there is none with that id.
    """
    return value_of(desk.scorer, desk.team, desk.ports, gap_of(desk.ports, desk.scope, gap_id), desk.today)


def gaps_to_see_to(desk: Desk, limit: int) -> Sequence[Gap]:
    """The open gaps that a person logged or sees to: first what they see to, then the latest."""
    mine = [gap for gap in all_gaps(desk.ports, desk.scope) if gap.is_open and gap.is_of(desk.person)]
    return sorted(mine, key=lambda gap: gap.owner != desk.person)[:limit]
