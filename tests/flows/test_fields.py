"""Answers as fields of a form: what a field shows, what a change means, and whose answers may be taken back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.errors import NotAllowed
from bot.core.standing import Standing
from bot.flows.desk import Desk
from bot.flows.fields import edited, field_of, read_fields, take_back
from bot.flows.fit import Scorer
from bot.ports import NewAnswer
from tests.small import NOW, SCOPE, TODAY, answer, pack, person, ports_at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where ann is, with one account."""
    desk = Desk(Scorer(pack()), SCOPE.team, ports_at(tmp_path), "ann", lambda: NOW, TODAY)
    with desk.begin(writes=True) as work:
        work.accounts.add("Acme")
        work.commit()
    return desk


def record(desk: Desk, *answers: NewAnswer) -> int:
    """Record answers about Acme; returns the id of the last one."""
    with desk.begin(writes=True) as work:
        ids = [each.id for each in work.accounts.record(1, answers)]
        work.commit()
    return ids[-1]


def standing_of(desk: Desk, trait: str) -> Standing:
    """What is known of a trait of Acme."""
    place = [each.id for each in desk.pack.traits].index(trait)
    return desk.look_up(1).standings[place]


@pytest.mark.parametrize(
    ("trait", "value", "field"),
    [
        ("industry", "saas", "saas"),
        ("industry", {"any_of": ["saas", "other"]}, ""),
        ("industry", None, ""),
        ("employees", 120, "120"),
        ("employees", {"min": 50, "max": 200}, "50 to 200"),
        ("employees", None, ""),
        ("revenue", 12_000_000, "USD 12M"),
        ("budget", True, "yes"),
        ("budget", "no", "no"),
        ("budget", False, "no"),
        ("stack", ["salesforce"], ("salesforce",)),
        ("stack", {"at_least": ["excel", "snowflake"]}, ("excel", "snowflake")),
        ("stack", None, ()),
    ],
)
def test_what_a_field_shows(desk: Desk, trait: str, value: object, field: object) -> None:
    """A field shows the latest answer in a form that a person can change and that is read back as the same."""
    record(desk, answer(trait, value))
    shown = field_of(standing_of(desk, trait), pack().trait(trait), "USD")

    assert field == shown

    assert edited(1, 99, {trait: shown}, desk) is None


def test_every_field_that_cannot_be_read_is_reported() -> None:
    """All that is wrong is said at once, next to its field; the rest is read."""
    read = read_fields(
        {"employees": "many", "revenue": "12M", "industry": "gone", "stack": ("excel", "gone"), "budget": "yes"}, pack()
    )

    assert {"employees", "industry", "stack"} == set(read.wrong)
    assert {"revenue": 12_000_000, "budget": True} == read.values


def test_typed_ranges_are_read_with_their_note() -> None:
    """What is typed is read as the reply to the trait's own question, and what had to be worked out is said."""
    read = read_fields({"employees": "about 1.2k", "stack": (), "industry": "fintech"}, pack())

    assert 1200 == read.values["employees"] or isinstance(read.values["employees"], dict)
    assert {"employees", "stack", "industry"} == set(read.values)
    assert read.values["stack"] is None


def test_only_what_was_changed_is_recorded(desk: Desk) -> None:
    """A field that was left alone says nothing, even where somebody has answered since the form was opened."""
    seen = record(desk, answer("employees", 80), answer("industry", "saas"))
    record(desk, answer("employees", 90, "bob"))
    outcome = edited(1, seen, {"employees": "80", "industry": "fintech", "budget": ""}, desk)

    assert outcome is not None
    assert [("industry", "fintech")] == [(each.trait, each.value) for each in outcome.noted]
    assert "saas" == outcome.before.standings[0].answers[0].value
    assert "fintech" == outcome.answer.standings[0].answers[0].value


def test_an_emptied_field_takes_back_ones_own_answer(desk: Desk) -> None:
    """Emptying a field takes back what the same person said."""
    seen = record(desk, answer("employees", 80))
    outcome = edited(1, seen, {"employees": ""}, desk)

    assert outcome is not None
    assert [None] == [each.value for each in outcome.noted]
    assert () == outcome.answer.standings[1].answers


def test_an_emptied_field_leaves_other_peoples_answers(desk: Desk) -> None:
    """Nobody takes back what somebody else said; the person is told so."""
    seen = record(desk, answer("employees", 80, "bob"))
    outcome = edited(1, seen, {"employees": ""}, desk)

    assert outcome is not None
    assert () == outcome.noted
    assert "Employees stays" in outcome.notes[0]
    assert 80 == outcome.answer.standings[1].answers[0].value


def test_a_second_attempt_records_nothing_more(desk: Desk) -> None:
    """Carrying the same submission out again records nothing and answers the same."""
    at = replace(desk, origin=_delivery(desk))
    first = edited(1, 0, {"employees": "80"}, at)
    second = edited(1, 0, {"employees": "80"}, at)

    assert first == second
    assert 1 == len(desk.look_up(1).account.answers)


def _delivery(desk: Desk) -> int:
    from bot.ports.inbox import NewDelivery

    with desk.begin(writes=True) as work:
        delivery = work.inbox.accept(NewDelivery("key", "ann", "D1/", {}, NOW), "worker")
        work.commit()
    assert delivery is not None
    return delivery


def test_taking_back_twice_is_taking_back_once(desk: Desk) -> None:
    """A second click on Undo changes nothing and answers the same."""
    record(desk, answer("employees", 80))
    first, second = take_back(1, [1], desk), take_back(1, [1], desk)

    assert [1] == [each.id for each in first.gone] == [each.id for each in second.gone]
    assert () == second.answer.standings[1].answers


@pytest.mark.parametrize("ids", [[1], [1, 2], [2, 77]])
def test_nobody_takes_back_what_somebody_else_said(desk: Desk, ids: list[int]) -> None:
    """An undo that names another person's answer, or one that is not there, takes back none at all."""
    record(desk, answer("employees", 80, "bob"), answer("industry", "saas"))
    with pytest.raises(NotAllowed):
        take_back(1, ids, desk)

    assert not any(each.retracted for each in desk.look_up(1).account.answers)


def test_a_value_that_the_pack_no_longer_knows_is_no_reason_to_fail(desk: Desk) -> None:
    """A field of a trait that the pack does not have is left out."""
    assert edited(1, 0, {"gone": "x"}, desk) is None
    assert person("ann") == desk.source
    assert NOW + timedelta(0) == desk.now()
