"""Gap moves: assign, close and reopen; once for a delivery, and never what cannot be any more."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.errors import GapRefused, GapUnknown
from bot.core.gap import GapKind, GapStatus, Happened, NewGap, closed
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.gap_moves import assign_gap, close_gap, gap_to_close, gap_to_reopen, reopen_gap
from bot.flows.gaps import change_gap, gap_of, log_gap
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A gap, and a delivery that is worked on."""
    desk = Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)
    log_gap(desk.ports, SCOPE, NewGap(kind=GapKind.CONTENT, what="a deck", source=person("bob"), at=NOW))
    return replace(desk, origin=delivered(desk, "one"))


def delivered(desk: Desk, key: str) -> int:
    """Something that was delivered."""
    with desk.begin(writes=True) as work:
        origin = work.inbox.accept(NewDelivery(key, "ann", "", {}, NOW), "w")
        work.commit()
    assert origin is not None
    return origin


def events(desk: Desk) -> list[Happened]:
    """What happened to the gap."""
    return [each.happened for each in gap_of(desk.ports, SCOPE, 1).history]


def test_assigned_once(desk: Desk) -> None:
    """The same delivery again finds it new; another one finds it done; nobody is an owner as well."""
    first, again = assign_gap(1, "cid", desk), assign_gap(1, "cid", desk)
    other = assign_gap(1, "cid", replace(desk, origin=delivered(desk, "two")))
    assert [True, True, False] == [each.new for each in (first, again, other)]
    assert ["cid"] * 3 == [each.gap.owner for each in (first, again, other)]
    assert [Happened.LOGGED, Happened.ASSIGNED] == events(desk)

    assert assign_gap(1, None, replace(desk, origin=None)).gap.owner is None


def test_begun_anew_after_somebody_closed_it(desk: Desk) -> None:
    """What the first attempt did is answered as done, whatever others did since."""
    assign_gap(1, "cid", desk)
    change_gap(desk.ports, SCOPE, 1, closed("done", person(), NOW))

    assert assign_gap(1, "cid", desk).new


@pytest.mark.parametrize(("reason", "said"), [("on the wiki", "filled: on the wiki"), (None, "filled")])
def test_a_closed_gap_is_not_assigned(desk: Desk, reason: str | None, said: str) -> None:
    """The sentence says as what it was closed, and why."""
    with desk.begin(writes=True) as work:
        work.gaps.note(1, closed(reason, person(), NOW))
        work.commit()
    with pytest.raises(GapRefused) as refused:
        assign_gap(1, "cid", desk)

    assert f"Gap #1 is closed already ({said}). Reopen it first, if that was wrong." == str(refused.value)
    assert [Happened.LOGGED, Happened.CLOSED] == events(desk)


def test_closed_and_reopened(desk: Desk) -> None:
    """Each once for its delivery, by whoever sits at the desk."""
    assert (
        GapStatus.WONT is close_gap(1, "too dear", desk, wont=True).status is close_gap(1, "x", desk, wont=False).status
    )
    with pytest.raises(GapRefused, match="closed already"):
        close_gap(1, "again", replace(desk, origin=None), wont=False)
    gap = reopen_gap(1, "", replace(desk, origin=None))

    assert (GapStatus.OPEN, "ann") == (gap.status, gap.history[-1].source.person)
    assert [Happened.LOGGED, Happened.CLOSED, Happened.REOPENED] == events(desk)


def test_a_reason_is_needed_to_close(desk: Desk) -> None:
    """Blanks are none."""
    with pytest.raises(GapRefused, match="Say why"):
        close_gap(1, "  ", desk, wont=False)

    assert [Happened.LOGGED] == events(desk)


def test_what_is_about_to_happen_is_checked(desk: Desk) -> None:
    """Before a form is opened; looking writes nothing."""
    assert 1 == gap_to_close(1, desk).id
    with pytest.raises(GapRefused, match="open already"):
        gap_to_reopen(1, desk)
    close_gap(1, "done", desk, wont=False)
    assert 1 == gap_to_reopen(1, desk).id
    with pytest.raises(GapRefused, match="closed already"):
        gap_to_close(1, desk)
    for move in (gap_to_close, gap_to_reopen):
        with pytest.raises(GapUnknown):
            move(9, desk)

    assert [Happened.LOGGED, Happened.CLOSED] == events(desk)
