"""Briefings in SQL: of each person and account the last one, seen by their scope alone."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errors import StateUnavailable
from bot.ports import Scope
from bot.ports.briefings import BriefingMade
from bot.store.store import SqlStore
from tests.store.conftest import NOW

SCOPE, OTHERS = Scope("T1", "harbor"), (Scope("T1", "other"), Scope("T2", "harbor"))


def made(account_id: int = 1, person: str = "U1", minute: int = 0, last_answer: int = 0) -> BriefingMade:
    """A briefing that a person got."""
    verdicts = ("no_fit", "secondary/B")
    return BriefingMade(account_id, person, NOW + timedelta(minutes=minute), 3, verdicts, last_answer)


@pytest.fixture(autouse=True)
def accounts(store: SqlStore) -> None:
    """Two accounts."""
    with store.begin(SCOPE) as work:
        for name in ("Acme", "Beta"):
            work.accounts.add(name)
        work.commit()


def test_the_last_one_is_kept_whole(store: SqlStore) -> None:
    """A newer one takes the place of the one before; those of others stay as they are."""
    known = [made(), made(person="U2", last_answer=7), made(account_id=2)]
    with store.begin(SCOPE) as work:
        assert None is work.briefings.last(1, "U1")
        for each in known:
            work.briefings.note(each)
        work.commit()
    later = replace(made(minute=5, last_answer=9), verdicts=(), pack_version=4)
    with store.begin(SCOPE) as work:
        assert known == [work.briefings.last(*each) for each in ((1, "U1"), (1, "U2"), (2, "U1"))]
        work.briefings.note(later)
        assert [later, *known[1:]] == [work.briefings.last(*each) for each in ((1, "U1"), (1, "U2"), (2, "U1"))]


def test_others_see_nothing(store: SqlStore) -> None:
    """Another pack and another team neither see a briefing nor replace it."""
    with store.begin(SCOPE) as work:
        work.briefings.note(made())
        work.commit()
    for scope in OTHERS:
        with store.begin(scope) as work:
            assert None is work.briefings.last(1, "U1")
            work.briefings.note(made(minute=5))
            work.commit()
    with store.begin(SCOPE, writes=False) as work:
        assert made() == work.briefings.last(1, "U1")


@pytest.mark.parametrize("keep_is_later", [True, False])
def test_a_merge_keeps_the_later_one(store: SqlStore, keep_is_later: bool) -> None:  # noqa: FBT001
    """For each person one stays, about the account that the two became."""
    with store.begin(SCOPE) as work:
        work.briefings.note(made(1, minute=int(keep_is_later), last_answer=1))
        work.briefings.note(made(2, minute=int(not keep_is_later), last_answer=2))
        work.briefings.note(made(2, "U2", last_answer=3))
        work.accounts.merge(1, 2)

        later = made(1, minute=1, last_answer=1 if keep_is_later else 2)
        assert (later, made(1, "U2", last_answer=3)) == tuple(work.briefings.last(1, each) for each in ("U1", "U2"))
        assert None is work.briefings.last(2, "U1")


def test_they_go_with_their_account_and_with_their_person(store: SqlStore) -> None:
    """Of a forgotten account nobody was ever briefed, and a forgotten person was about none."""
    with store.begin(SCOPE) as work:
        for account_id, person in ((1, "U1"), (2, "U1"), (2, "U2")):
            work.briefings.note(made(account_id, person))
        work.accounts.forget(1)
        assert 1 == work.people.forget("U1")

        assert (None, None, made(2, "U2")) == tuple(
            work.briefings.last(*each) for each in ((1, "U1"), (2, "U1"), (2, "U2"))
        )


def test_a_row_changed_by_hand_is_said_to_be_one(store: SqlStore, home: Path) -> None:
    """What cannot be read says so in a sentence, with the way out."""
    with store.begin(SCOPE) as work:
        work.briefings.note(made())
        work.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute("UPDATE briefings SET verdicts = '7'")
        connection.commit()

    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable, match="did not write"):
        work.briefings.last(1, "U1")
