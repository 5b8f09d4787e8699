"""Proposals in SQL: kept as batches, seen by their scope alone, settled once."""

from datetime import timedelta

import pytest

from bot.core.proposal import NewProposal, Proposal
from bot.ports import Scope
from bot.store.store import SqlStore
from tests.store.conftest import NOW

SCOPE, OTHERS = Scope("T1", "harbor"), (Scope("T1", "other"), Scope("T2", "harbor"))


def new(trait: str, value: object = 120, account_id: int = 1, quote: str | None = "so", **more: object) -> NewProposal:
    """A proposal about to be made."""
    given = {"account_id": account_id, "trait": trait, "value": value, "quote": quote, "person": "U1", "at": NOW}
    return NewProposal.model_validate({**given, **more})


@pytest.fixture
def accounts(store: SqlStore) -> None:
    """Two accounts."""
    with store.begin(SCOPE) as work:
        for name in ("Acme", "Beta"):
            work.accounts.add(name)
        work.commit()


def added(store: SqlStore, *proposals: NewProposal) -> list[Proposal]:
    """What was kept of these."""
    with store.begin(SCOPE) as work:
        kept = work.proposals.add(proposals)
        work.commit()
    return kept


def test_a_batch_is_kept_as_it_was(store: SqlStore, accounts: None) -> None:
    """Everything comes back in order, under the id of the first."""
    said = [new("employees", 120, note="about"), new("stack", {"at_least": ["excel"]}), new("budget", value=False)]
    kept = added(store, *said)

    assert said == [NewProposal(**each.model_dump(include=set(NewProposal.model_fields))) for each in kept]
    assert {kept[0].id} == {each.batch for each in kept}
    with store.begin(SCOPE, writes=False) as work:
        assert kept == work.proposals.batch(kept[0].id) == work.proposals.open_at(1)
        assert [] == work.proposals.batch(kept[1].id) == work.proposals.open_at(2)


def test_nothing_is_no_batch(store: SqlStore, accounts: None) -> None:
    """Notes in which nothing was read leave nothing behind."""
    assert [] == added(store)


def test_others_see_nothing(store: SqlStore, accounts: None) -> None:
    """Another pack and another team see and settle none of it."""
    [kept] = added(store, new("employees"))
    for scope in OTHERS:
        with store.begin(scope) as work:
            assert [] == work.proposals.batch(kept.batch) == work.proposals.open_at(1)
            work.proposals.settle([kept.id], "U9", NOW, {})
            work.commit()
    with store.begin(SCOPE, writes=False) as work:
        assert [kept] == work.proposals.open_at(1)


def test_what_is_settled_stays_so(store: SqlStore, accounts: None) -> None:
    """The first who settles is remembered, with the answer that came of it."""
    one, two, three = added(store, new("employees"), new("budget", value=True), new("stack", ["excel"]))
    later = NOW + timedelta(hours=1)
    with store.begin(SCOPE) as work:
        work.proposals.settle([one.id, two.id], "U2", NOW, {one.id: 7})
        work.proposals.settle([one.id, two.id], "U3", later, {two.id: 8})
        work.commit()
    with store.begin(SCOPE, writes=False) as work:
        settled = {"settled_at": NOW, "settled_by": "U2"}
        batch = work.proposals.batch(one.batch)

        assert [three] == work.proposals.open_at(1)
        assert [
            one.model_copy(update={**settled, "answer_id": 7}),
            two.model_copy(update=settled),
            three,
        ] == batch


def test_they_follow_their_account(store: SqlStore, accounts: None) -> None:
    """Merged accounts share what waits; with an account they are forgotten."""
    [kept] = added(store, new("employees", account_id=2))
    with store.begin(SCOPE) as work:
        work.accounts.merge(1, 2)
        assert [kept.model_copy(update={"account_id": 1})] == work.proposals.open_at(1)
        work.accounts.forget(1)
        assert [] == work.proposals.batch(kept.batch)


def test_a_person_is_forgotten(store: SqlStore, accounts: None) -> None:
    """Their name and their words go; what the notes came to stays."""
    [kept] = added(store, new("employees", note="about"))
    with store.begin(SCOPE) as work:
        work.people.forget("U1")
        [left] = work.proposals.batch(kept.batch)

    assert (None, None, None, 120) == (left.person, left.quote, left.note, left.value)
