"""Digest: what a week brought, posted once, and never in doubt without saying so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.errors import FikaError
from bot.core.gap import GapKind, NewGap, closed
from bot.core.gap_digest import Digest, Week
from bot.flows.digest import Outcome, Posting, post_digest, weekly_digest
from bot.flows.fit import Scorer
from bot.flows.gaps import change_gap, log_gap
from bot.ports import Ports
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at

SCORER, WEEK = Scorer(pack()), Week.of(TODAY)


class Board:
    """Keeps what is posted to it, and fails as often as it is told to."""

    def __init__(self, *faults: BaseException) -> None:
        self.posted: list[Digest] = []
        self._faults = list(faults)

    def post(self, digest: Digest) -> None:
        """Keep it."""
        if self._faults:
            raise self._faults.pop(0)
        self.posted.append(digest)


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state with a gap of the week and a closed one of the week before."""
    ports = ports_at(tmp_path)
    for what, days in (("prices", 0), ("hosting", 7)):
        at = NOW - timedelta(days=days)
        log_gap(ports, SCOPE, NewGap(kind=GapKind.KNOWLEDGE, what=what, source=person(), at=at))
    change_gap(ports, SCOPE, 2, closed("on the wiki", person(), NOW))
    return ports


def made(ports: Ports) -> Digest:
    """The week's digest."""
    return weekly_digest(SCORER, SCOPE.team, ports, WEEK, TODAY, UTC)


def later(hours: int) -> datetime:
    """So many hours from now."""
    return NOW + timedelta(hours=hours)


def test_a_digest_of_the_week(ports: Ports, tmp_path: Path) -> None:
    """What is new, what was closed and what is open; nothing where nothing was ever logged."""
    digest = made(ports)
    empty = made(ports_at(tmp_path / "empty"))

    assert (("prices",), ("hosting",), ("prices",), 1) == (
        tuple(each.gap.what for each in digest.new),
        tuple(each.gap.what for each in digest.closed),
        tuple(each.gap.what for each in digest.top),
        digest.open_count,
    )
    assert ("Small", WEEK, (), (), (), 0) == (
        empty.pack,
        empty.week,
        empty.new,
        empty.closed,
        empty.top,
        empty.open_count,
    )


def test_it_is_posted_once_a_week(ports: Ports) -> None:
    """A second run posts nothing and says when it was; the next week's is posted."""
    board, digest = Board(), made(ports)
    next_week = weekly_digest(SCORER, SCOPE.team, ports, Week.of(TODAY + timedelta(7)), TODAY, UTC)

    assert Posting(Outcome.POSTED, NOW) == post_digest(digest, SCOPE, ports, board, NOW)
    assert Posting(Outcome.ALREADY, NOW) == post_digest(digest, SCOPE, ports, board, later(1))
    assert Posting(Outcome.POSTED, later(2)) == post_digest(next_week, SCOPE, ports, board, later(2))
    assert [digest, next_week] == board.posted


def test_it_is_posted_again_on_somebodys_word(ports: Ports) -> None:
    """And then counts as posted at that time."""
    board, digest = Board(), made(ports)
    post_digest(digest, SCOPE, ports, board, NOW)

    assert Posting(Outcome.POSTED, later(1)) == post_digest(digest, SCOPE, ports, board, later(1), again=True)
    assert Posting(Outcome.ALREADY, later(1)) == post_digest(digest, SCOPE, ports, board, later(2))
    assert 2 == len(board.posted)


def test_what_was_refused_may_be_tried_again(ports: Ports) -> None:
    """An attempt that failed leaves no mark: the next one posts."""
    board, digest = Board(FikaError("Slack does not answer.")), made(ports)

    with pytest.raises(FikaError, match="does not answer"):
        post_digest(digest, SCOPE, ports, board, NOW)
    assert Outcome.POSTED is post_digest(digest, SCOPE, ports, board, later(1)).outcome


def test_an_attempt_that_did_not_end_is_told(ports: Ports) -> None:
    """Nobody knows whether it arrived: it is not posted again but on somebody's word."""
    board, digest = Board(KeyboardInterrupt()), made(ports)

    with pytest.raises(KeyboardInterrupt):
        post_digest(digest, SCOPE, ports, board, NOW)
    assert Posting(Outcome.UNSURE, NOW) == post_digest(digest, SCOPE, ports, board, later(1))
    assert [] == board.posted
    assert Outcome.POSTED is post_digest(digest, SCOPE, ports, board, later(2), again=True).outcome


@pytest.mark.parametrize("before", [None, KeyboardInterrupt()], ids=["posted", "unsure"])
def test_a_failed_repetition_leaves_what_was_known(ports: Ports, before: BaseException | None) -> None:
    """Whether it was posted, and when, is as before."""
    faults = [before] if before else []
    board, digest = Board(*faults, FikaError("no")), made(ports)
    known = Posting(Outcome.UNSURE if before else Outcome.ALREADY, NOW)
    if before is None:
        post_digest(digest, SCOPE, ports, Board(), NOW)
    else:
        with pytest.raises(KeyboardInterrupt):
            post_digest(digest, SCOPE, ports, board, NOW)

    with pytest.raises(FikaError, match="no"):
        post_digest(digest, SCOPE, ports, board, later(1), again=True)
    assert known == post_digest(digest, SCOPE, ports, board, later(2))
