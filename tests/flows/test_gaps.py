"""Gaps: logged once, listed altogether."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errors import AccountUnknown, GapRefused, GapUnknown
from bot.core.gap import GapKind, NewGap, assigned, closed, reopened
from bot.flows.accounts import add_account
from bot.flows.gaps import all_gaps, change_gap, gap_of, log_gap
from bot.ports import Scope
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, person, ports_at


def _gap(what: str, who: str, minute: int, account_id: int | None = None) -> NewGap:
    at = NOW + timedelta(minutes=minute)
    return NewGap(kind=GapKind.KNOWLEDGE, what=what, account_id=account_id, source=person(who), at=at)


def test_gaps_are_listed_latest_first(tmp_path: Path) -> None:
    """Everybody's, whether at an account or not."""
    ports = ports_at(tmp_path)
    account = add_account(ports, SCOPE, "Acme")
    one = log_gap(ports, SCOPE, _gap("prices", "U1", 1, account.id))
    two = log_gap(ports, SCOPE, _gap("hosting", "U2", 2))
    three = log_gap(ports, SCOPE, _gap("SSO", "U1", 3))

    assert [three, two, one] == all_gaps(ports, SCOPE)


def test_a_gap_at_an_account_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A forged or old account says that it is unknown; nothing is logged."""
    ports = ports_at(tmp_path)

    with pytest.raises(AccountUnknown):
        log_gap(ports, SCOPE, _gap("prices", "U1", 1, account_id=7))
    assert [] == all_gaps(ports, SCOPE)


def test_a_gap_is_found_by_its_number(tmp_path: Path) -> None:
    """With everything that happened to it; a number that is none is said to be unknown."""
    ports = ports_at(tmp_path)
    gap = log_gap(ports, SCOPE, _gap("prices", "U1", 1))

    assert gap == gap_of(ports, SCOPE, gap.id)
    with pytest.raises(GapUnknown, match="There is no gap #9"):
        gap_of(ports, SCOPE, 9)


def test_a_gap_is_seen_to(tmp_path: Path) -> None:
    """Assigned, closed with a reason, and reopened; each is added to its history."""
    ports = ports_at(tmp_path)
    gap_id = log_gap(ports, SCOPE, _gap("prices", "U1", 1)).id
    events = [assigned("U2", person(), NOW), closed("on the wiki", person("U2"), NOW), reopened(None, person(), NOW)]
    changed = [change_gap(ports, SCOPE, gap_id, event) for event in events]

    assert ["U2"] * 3 == [gap.owner for gap in changed]
    assert [True, False, True] == [gap.is_open for gap in changed]
    assert events == list(gap_of(ports, SCOPE, gap_id).history[1:])


def test_what_cannot_happen_to_a_gap_is_refused(tmp_path: Path) -> None:
    """A sentence says why, and nothing is added to its history."""
    ports = ports_at(tmp_path)
    gap = log_gap(ports, SCOPE, _gap("prices", "U1", 1))

    with pytest.raises(GapRefused, match="Say why gap #1"):
        change_gap(ports, SCOPE, gap.id, closed("", person(), NOW))
    with pytest.raises(GapUnknown):
        change_gap(ports, SCOPE, 9, assigned("U2", person(), NOW))
    assert gap == gap_of(ports, SCOPE, gap.id)


def test_a_delivery_changes_a_gap_once(tmp_path: Path) -> None:
    """A second attempt returns what the first one did, and refuses nothing that it did itself; nor is it a voice."""
    ports = ports_at(tmp_path)
    with ports.store().begin(Scope.of_team(SCOPE.team)) as work:
        origin = work.inbox.accept(NewDelivery("Ev1", "ann", "D1/", {}, NOW), "w1")
        work.commit()
    logged = [log_gap(ports, SCOPE, _gap("prices", "U1", 1), origin=origin) for _ in range(2)]
    changed = [change_gap(ports, SCOPE, 1, closed("made", person(), NOW), origin=origin) for _ in range(2)]

    assert logged[0] == logged[1]
    assert changed[0] == changed[1] == gap_of(ports, SCOPE, 1)
    assert 2 == len(changed[1].history)
