"""Offers: a proposal beside what is known, and beside what else the same notes say."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.proposal import Proposal
from bot.core.proposal_offer import Known, Mark, fits, mark_words, offer_words, offers, together, united
from bot.flows.fit import Scorer
from tests.small import NOW, TODAY, pack, person

SCORER = Scorer(pack())


def known(*answers: tuple[str, JsonValue, str]) -> Known:
    """What is known once people have said so."""
    said = tuple(
        Answer(id=number, trait=trait, value=value, source=person(who), recorded_at=NOW, on=TODAY)
        for number, (trait, value, who) in enumerate(answers, 1)
    )
    account = Account(id=1, name="Acme", answers=said)
    return Known(pack(), SCORER.scorecard.partitions, SCORER.standings(account, TODAY))


def proposals(*said: tuple[str, Any], note: str | None = None) -> list[Proposal]:
    """Proposals of the same notes."""
    return [
        Proposal(
            id=number, batch=1, account_id=1, trait=trait, value=value, quote="so", note=note, person="ann", at=NOW
        )
        for number, (trait, value) in enumerate(said, 1)
    ]


@pytest.mark.parametrize(
    ("before", "value", "mark"),
    [
        ([], 120, Mark.NEW),
        ([("employees", 150, "bob")], 120, Mark.REFINES),
        ([("employees", 900, "bob")], 120, Mark.CONTRADICTS),
        ([("employees", 900, "bob"), ("employees", 150, "eve")], 120, Mark.REFINES),
        ([("employees", {"min": 100}, "bob")], 120, Mark.REFINES),
        ([("budget", True, "bob")], 120, Mark.NEW),
    ],
)
def test_a_proposal_stands_beside_what_is_known(before: list[Any], value: JsonValue, mark: Mark) -> None:
    """What excludes the known value is marked so; only what nothing speaks against is ticked."""
    [offer] = offers(proposals(("employees", value)), known(*before))

    assert (mark, mark is not Mark.CONTRADICTS) == (offer.mark, offer.ticked)


def test_another_option_contradicts_though_no_icp_tells_them_apart() -> None:
    """Two options are two options."""
    [offer] = offers(proposals(("industry", "other")), known(("industry", "saas", "bob")))

    assert Mark.CONTRADICTS is offer.mark
    assert "Contradicts what is known: B2B SaaS (bob, 2026-11-01)." == mark_words(offer, "USD")


def test_several_values_are_nobodys_choice() -> None:
    """Of values that exclude each other none is ticked; lists that go together are."""
    found = offers(
        proposals(
            ("employees", 120),
            ("stack", {"at_least": ["excel"]}),
            ("employees", 150),
            ("stack", {"at_least": ["snowflake"]}),
        ),
        known(),
    )

    assert [Mark.SEVERAL, Mark.NEW, Mark.SEVERAL, Mark.NEW] == [each.mark for each in found]
    assert "Employees: 120" == offer_words(found[0], "USD")
    assert "The notes give several values: say which one holds." == mark_words(found[0], "USD")


def test_a_doubt_is_shown_and_not_ticked() -> None:
    """What is not certain waits for somebody who looks twice."""
    [offer] = offers(proposals(("employees", 120), note="Not certain: it may be Tom."), known(("employees", 90, "bob")))

    assert (Mark.UNSURE, False) == (offer.mark, offer.ticked)
    assert "Known so far: 90 (bob, 2026-11-01). Not certain: it may be Tom." == mark_words(offer, "USD")
    [plain] = offers(proposals(("employees", 120)), known())
    assert "" == mark_words(plain, "USD")


def test_an_undated_answer_shows_no_date() -> None:
    """Where nobody said when, nothing is made up."""
    undated = Answer(id=1, trait="employees", value=90, source=person("bob"), recorded_at=NOW)
    standings = SCORER.standings(Account(id=1, name="Acme", answers=(undated,)), TODAY)
    [offer] = offers(proposals(("employees", 120)), Known(pack(), SCORER.scorecard.partitions, standings))

    assert "Known so far: 90 (bob)." == mark_words(offer, "USD")


@pytest.mark.parametrize(
    ("said", "value", "holds"),
    [
        (("employees", 120, "bob"), 120, True),
        (("employees", 121, "bob"), 120, False),
        (("employees", {"min": 120, "max": 120}, "bob"), 120, False),
        (("stack", ["excel", "snowflake"], "bob"), {"at_least": ["excel"]}, True),
        (("stack", {"at_least": ["excel"]}, "bob"), {"at_least": ["excel"]}, True),
        (("stack", {"at_least": ["excel"]}, "bob"), {"at_least": ["excel", "snowflake"]}, False),
        (("stack", {"at_least": ["excel"]}, "bob"), ["excel"], False),
        (("stack", {"any_of": [["excel"]]}, "bob"), {"at_least": ["excel"]}, False),
        (("budget", True, "bob"), True, True),
    ],
)
def test_what_is_known_already(said: tuple[str, JsonValue, str], value: JsonValue, holds: bool) -> None:  # noqa: FBT001
    """The same value, or part of a list that is known, says nothing new."""
    assert holds is known(said).holds(said[0], value)


def test_what_sources_disagree_on_is_not_known() -> None:
    """A value that one of two sources gives is worth saying again; so is one about which nothing is known."""
    two = known(("employees", 900, "bob"), ("employees", 120, "eve"))

    assert not two.holds("employees", 120)
    assert not known().holds("employees", 120)
    assert not known().holds("gone", 1)


def test_what_the_pack_cannot_hold_is_left_out() -> None:
    """A trait or an option that is gone is no offer."""
    gone = proposals(("gone", 1), ("industry", "gone"), ("employees", None), ("industry", "saas"))

    assert ["saas"] == [each.proposal.value for each in offers(gone, known())]
    assert [False, False, False, True] == [fits(pack(), each.trait, each.value) for each in gone]


TAGS = st.lists(st.sampled_from(["salesforce", "snowflake", "excel"]), min_size=1, unique=True)


@given(lists=st.lists(TAGS, min_size=1, max_size=4))
def test_lists_that_go_together_come_to_one(lists: list[list[str]]) -> None:
    """Together they hold every tag, whatever the order; one alone stays as it is."""
    said = proposals(*(("stack", {"at_least": tags}) for tags in lists))

    assert all(together(said[0], other) for other in said)
    value = united(said)
    assert isinstance(value, dict)
    assert {tag for tags in lists for tag in tags} == set(value["at_least"])  # type: ignore[arg-type]


def test_a_value_has_a_day() -> None:
    """Expired answers are not known any more."""
    old = Answer(id=1, trait="employees", value=120, source=person(), recorded_at=NOW, on=date(TODAY.year - 2, 1, 1))
    standings = SCORER.standings(Account(id=1, name="Acme", answers=(old,)), TODAY)

    assert not Known(pack(), SCORER.scorecard.partitions, standings).holds("employees", 120)
