"""Gaps asked for in words: "my gaps", "gaps at Acme", "gap 7", "show the gap map", as in Slack."""

from bot.cli.views.gap import gap_details, gap_lines, heat_lines
from bot.core.wording import counted
from bot.flows.accounts import show_account
from bot.flows.desk import Desk
from bot.flows.gap_list import GapFilter
from bot.flows.gap_page import GapPage, gap_page, shown_gap
from bot.flows.gap_wish import GapWish
from bot.flows.heat import content_heat


def wished_lines(wish: GapWish, here: Desk) -> list[str]:
    """The gaps that somebody asked to see.

    Raises:
        AccountUnknown: nobody is called so.
        AccountAmbiguous: several are.
        GapUnknown: there is none of that number.
    """
    if wish.heat:
        return heat_lines(content_heat(here.pack, here.team, here.ports, here.today))
    if wish.gap is not None:
        return gap_details(shown_gap(wish.gap, here))
    account_id = None if wish.account is None else show_account(here.ports, here.scope, wish.account).id
    wanted = GapFilter(here.person if wish.mine else None, account_id)
    return _page_lines(gap_page(here, wanted, wish.order, closed=wish.closed))


def _page_lines(page: GapPage) -> list[str]:
    more = " fika gaps lists all of them." if page.more else ""
    return [*gap_lines(page.gaps), f"{counted(page.total, 'gap')}.{more}"]
