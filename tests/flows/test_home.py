"""Home: a change is noticed by everybody whose gap it concerns, and by nobody else."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.gap import Gap, GapKind, NewGap, assigned, closed
from bot.core.move import HandOver
from bot.flows.accounts import add_account
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gaps import change_gap, log_gap
from bot.flows.home import concerned, people_of
from bot.flows.interview import act, start
from bot.flows.outcome import Fit, GapLogged, Help, Recorded
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ann's, with one account."""
    desk = Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)
    add_account(desk.ports, SCOPE, "Acme")
    return desk


def logged(desk: Desk, *people: str, account: int | None = 1) -> Gap:
    """A gap that these people logged."""
    for number, each in enumerate(people):
        at = NOW + timedelta(minutes=number)
        new = NewGap(kind=GapKind.CONTENT, what="no deck", account_id=account, source=person(each), at=at)
        gap = log_gap(desk.ports, SCOPE, new)
    return gap


def test_everybody_whose_gap_it_is_or_was(desk: Desk) -> None:
    """Who logged it, who logged it again, who sees to it, who saw to it before, and who closed it."""
    gap = logged(desk, "ann", "bob")
    for event in (
        assigned("eve", person("dan"), NOW),
        assigned("kim", person("dan"), NOW),
        closed("done", person("lee"), NOW, wont=False),
    ):
        gap = change_gap(desk.ports, SCOPE, gap.id, event)

    assert {"ann", "bob", "dan", "eve", "kim", "lee"} == people_of([gap])
    assert frozenset() == people_of([])


def test_who_is_concerned_by_a_gap(desk: Desk) -> None:
    """A gap that was logged again concerns whoever logged it first, also where it is at no account."""
    gap = logged(desk, "bob", "ann", account=None)

    assert {"ann", "bob"} == concerned(GapLogged(gap, None), desk)


def test_who_is_concerned_by_answers(desk: Desk) -> None:
    """Those with a gap at that account; a look at it, and what is about no account, concern nobody."""
    logged(desk, "bob")
    answer = desk.look_up(1)

    assert {"bob"} == concerned(Recorded(answer, (), (), answer), desk)
    assert frozenset() == concerned(Fit(answer), desk)
    assert frozenset() == concerned(Help(), desk)


def test_who_is_concerned_by_an_interview(desk: Desk) -> None:
    """Nobody but those with gaps there, until it is handed over: then whoever goes on with it, too."""
    logged(desk, "bob")
    desk = replace(desk, place="C1/")
    turn = start(1, desk)
    assert {"bob"} == concerned(turn, desk)

    assert {"bob", "kim"} == concerned(act(turn.interview.id, None, HandOver("kim"), desk), desk)
