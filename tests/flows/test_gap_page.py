"""Gap page: so many gaps at a time, none left out and none twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errors import AccountUnknown, GapUnknown
from bot.core.gap import GapKind, NewGap, assigned, closed
from bot.flows.accounts import add_account
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gap_list import GapFilter, GapOrder
from bot.flows.gap_page import PAGE, gap_page, gaps_to_see_to, shown_gap
from bot.flows.gaps import change_gap, log_gap
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at

EVERY = GapFilter()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Twenty gaps of two people, every second of them at an account, the first two closed."""
    desk = Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)
    account = add_account(desk.ports, SCOPE, "Acme").id
    for number in range(20):
        new = NewGap(
            kind=GapKind.KNOWLEDGE,
            what=f"what {number}",
            account_id=account if number % 2 else None,
            source=person("ann" if number < 10 else "bob"),
            at=NOW + timedelta(minutes=number),
        )
        log_gap(desk.ports, SCOPE, new)
    for gap_id, wont in ((1, False), (2, True)):
        change_gap(desk.ports, SCOPE, gap_id, closed("done", person(), NOW, wont=wont))
    return desk


@pytest.mark.parametrize("order", GapOrder)
def test_pages_hold_every_gap_once(desk: Desk, order: GapOrder) -> None:
    """From page to page, until there are none."""
    seen: list[int] = []
    while (page := gap_page(desk, EVERY, order, len(seen))).gaps:
        assert (len(seen), 18, 18 - page.end) == (page.start, page.total, page.more)
        assert len(page.gaps) <= PAGE
        seen += [valued.gap.id for valued in page.gaps]

    assert list(range(3, 21)) == sorted(seen)
    assert 0 == gap_page(desk, EVERY, order, 10**6).more


def test_closed_ones_are_both_kinds(desk: Desk) -> None:
    """Filled, and never to be filled."""
    page = gap_page(desk, EVERY, GapOrder.DATE, closed=True)

    assert [2, 1] == [valued.gap.id for valued in page.gaps]


def test_at_an_account(desk: Desk) -> None:
    """The page names it; one that is gone is told."""
    page = gap_page(desk, GapFilter("ann", 1), GapOrder.DATE)

    assert ("Acme", [10, 8, 6, 4]) == (page.account, [valued.gap.id for valued in page.gaps])
    with pytest.raises(AccountUnknown):
        gap_page(desk, GapFilter(None, 9), GapOrder.DATE)


def test_one(desk: Desk) -> None:
    """With the name of its account; one that is not there is told."""
    assert ("Acme", "what 3") == (shown_gap(4, desk).account, shown_gap(4, desk).gap.what)
    with pytest.raises(GapUnknown):
        shown_gap(99, desk)


def test_what_a_person_sees_to_comes_first(desk: Desk) -> None:
    """Then what they logged, the latest first; nothing that is closed."""
    change_gap(desk.ports, SCOPE, 15, assigned("ann", person(), NOW))

    assert [15, 10, 9, 8] == [gap.id for gap in gaps_to_see_to(desk, 4)]
    assert 9 == len(gaps_to_see_to(desk, 50))
