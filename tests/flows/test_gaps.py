"""Gaps: logged once, listed by person and altogether."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errors import AccountUnknown
from bot.core.gap import GapKind, NewGap
from bot.flows.accounts import add_account
from bot.flows.gaps import all_gaps, gaps_of, log_gap
from tests.small import NOW, SCOPE, person, ports_at


def _gap(what: str, who: str, minute: int, account_id: int | None = None) -> NewGap:
    at = NOW + timedelta(minutes=minute)
    return NewGap(kind=GapKind.KNOWLEDGE, what=what, account_id=account_id, source=person(who), at=at)


def test_gaps_are_listed_latest_first(tmp_path: Path) -> None:
    """A person's own, only so many; and everybody's."""
    ports = ports_at(tmp_path)
    account = add_account(ports, SCOPE, "Acme")
    one = log_gap(ports, SCOPE, _gap("prices", "U1", 1, account.id))
    two = log_gap(ports, SCOPE, _gap("hosting", "U2", 2))
    three = log_gap(ports, SCOPE, _gap("SSO", "U1", 3))

    assert [three, two, one] == all_gaps(ports, SCOPE)
    assert ([three, one], [three], []) == tuple(
        gaps_of(ports, SCOPE, who, limit) for who, limit in (("U1", 5), ("U1", 1), ("U3", 5))
    )


def test_a_gap_at_an_account_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A forged or old account says that it is unknown; nothing is logged."""
    ports = ports_at(tmp_path)

    with pytest.raises(AccountUnknown):
        log_gap(ports, SCOPE, _gap("prices", "U1", 1, account_id=7))
    assert [] == all_gaps(ports, SCOPE)
