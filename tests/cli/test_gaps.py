"""`fika gaps`: what turned out to be missing, for people and for programs."""

import json
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.gap import GapKind, NewGap
from bot.flows.accounts import add_account
from bot.flows.gaps import log_gap
from bot.ports import Scope
from tests.cli.conftest import Fika
from tests.small import NOW, ports_at


@pytest.fixture
def logged(home: Path) -> None:
    """Two gaps, the later one at an account, with words that would confuse a terminal."""
    ports, scope, source = ports_at(home), Scope("local", "harbor"), Source(kind=SourceKind.PERSON, person="U1")
    account = add_account(ports, scope, "Acme")
    for what, account_id in (("prices", None), ("a case\nstudy \x1b[31m", account.id)):
        log_gap(ports, scope, NewGap(kind=GapKind.CONTENT, what=what, account_id=account_id, source=source, at=NOW))


def test_there_may_be_none(fika: Fika) -> None:
    """An empty list says so, and for programs it is empty."""
    assert ["0 gaps."] == fika("gaps").lines
    assert [] == fika("gaps", "--json").lines


def test_gaps_are_listed(fika: Fika, logged: None) -> None:
    """The latest first: what is missing, of what kind, where it showed and who says so; one line each."""
    ran = fika("gaps")

    assert (0, 3, "2 gaps.") == (ran.status, len(ran.lines), ran.lines[-1])
    assert ran.lines[0].startswith("#2")
    for said in ("a case study", "content we do not have", "Acme", "U1"):
        assert said in ran.lines[0]
    assert "\x1b" not in ran.out
    assert ["0 gaps."] == fika("gaps", "--pack", "posthog").lines


def test_programs_get_all_of_it(fika: Fika, logged: None) -> None:
    """One object a line, with everything that was logged and the account's name."""
    later, earlier = (json.loads(line) for line in fika("gaps", "--json").lines)

    assert ("Acme", 1, "content", 2) == (later["account"], later["account_id"], later["kind"], later["id"])
    assert (None, None, "prices", {"kind": "person", "person": "U1"}) == (
        earlier["account"],
        earlier["account_id"],
        earlier["what"],
        earlier["source"],
    )
