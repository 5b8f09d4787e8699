"""Disagreement: what a new answer excludes, what each way to settle it leaves, and that settling only ever narrows."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.account import Account, Answer
from bot.core.disagreement import Disagreement, Keep, disagreement, disagreements
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing, answers_about, standing
from bot.core.verdict import Verdict
from tests import worked
from tests.strategies import TODAY, Case, Json, answer_of, as_json, cases, forms

ANN = {"kind": "person", "person": "ann"}
BEN = {"kind": "person", "person": "ben"}
CRM = {"kind": "import", "person": "crm.csv"}


def said(number: int, value: Any, source: Json = ANN, trait: str = "employees", **more: Any) -> Answer:
    """An answer; the later ones have the greater numbers."""
    return answer_of(number, trait, value, source=source, **more)


def found(*answers: Answer) -> Disagreement | None:
    """What the last of some answers excludes, at the worked example."""
    account = Account(id=1, name="Acme", answers=answers)
    return disagreement(worked.scorecard(), account, answers[-1].trait, answers[-1], TODAY)


def surely(*answers: Answer) -> Disagreement:
    """The disagreement that the last of some answers starts."""
    excluded = found(*answers)
    assert excluded is not None
    return excluded


def test_two_sources_that_exclude_each_other() -> None:
    """Both sides are there, with what each of them and both together leave possible, the best first."""
    old, new = said(1, 12, CRM), said(2, 120)
    excluded = surely(old, new)

    assert (new, (old,)) == (excluded.new, excluded.others)
    assert (Verdict.DISQUALIFIED,) == excluded.if_old
    assert Verdict.PRIMARY_A == excluded.if_new[0]
    assert set(excluded.if_new) | set(excluded.if_old) == set(excluded.if_both)
    assert excluded.matters
    assert [(1,), (2,), ()] == [excluded.gone(keep) for keep in (Keep.NEW, Keep.OLD, Keep.BOTH)]


@pytest.mark.parametrize(
    "answers",
    [
        [said(1, 120)],
        [said(1, 12), said(2, 120)],
        [said(1, 120, CRM), said(2, 150)],
        [said(1, {"min": 10, "max": 60}, CRM), said(2, 120)],
        [said(1, 12, CRM), said(2, None)],
        [said(1, 12, CRM, retracted=True), said(2, 120)],
        [said(1, 12, CRM, on=TODAY - timedelta(days=400)), said(2, 120)],
        [said(1, 12, CRM), said(2, 120, retracted=True)],
        [said(1, 12, CRM), said(2, 120, on=TODAY - timedelta(days=400))],
        [said(1, 12, CRM), said(3, 15, recorded_at="2026-11-22T09:00:00Z"), said(2, 120)],
        [said(1, "agriculture", CRM, "industry"), said(2, "fintech", trait="industry")],
        [said(1, 12, CRM, "unheard_of"), said(2, 120, trait="unheard_of")],
    ],
    ids=[
        "one source",
        "a change of mind",
        "the same cell",
        "a cell in common",
        "not known",
        "the other was taken back",
        "the other is too old",
        "itself taken back",
        "itself too old",
        "the same person said something later",
        "the pack has no such option any more",
        "the pack has no such trait",
    ],
)
def test_what_is_no_disagreement(answers: list[Answer]) -> None:
    """Where both may be true, or one of them does not count, nobody is asked to choose."""
    assert found(*answers) is None


def test_a_trait_that_nobody_rates_is_never_disputed() -> None:
    """All its values are one cell: whatever is said of it changes nothing."""
    plain = worked.pack()
    traits = [*plain["traits"], {**plain["traits"][1], "id": "offices"}]
    card = Scorecard.of(worked.scorecard().pack.model_validate(plain | {"traits": traits}))
    old, new = said(1, 1, CRM, "offices"), said(2, 99, trait="offices")
    account = Account(id=1, name="Acme", answers=(old, new))

    assert disagreement(card, account, "offices", new, TODAY) is None


def test_it_may_make_no_difference() -> None:
    """At an account that is disqualified anyway it does not matter which one holds."""
    out = said(1, "healthcare_regulated", CRM, "industry")
    excluded = surely(out, said(2, 30, CRM), said(3, 120))

    assert not excluded.matters
    assert (Verdict.DISQUALIFIED,) == excluded.if_new == excluded.if_old == excluded.if_both


def test_only_what_is_excluded_is_taken_back() -> None:
    """A source that the new answer goes with keeps its answers, and the other one loses its older ones as well."""
    older, with_it = said(1, 15, CRM), said(2, {"min": 60}, BEN)
    excluded = surely(older, with_it, said(3, 12, CRM), said(4, 120))

    assert [3] == [each.id for each in excluded.others]
    assert (1, 3) == excluded.gone(Keep.NEW)
    assert (4,) == excluded.gone(Keep.OLD)


def test_the_older_answer_of_the_new_source_may_come_back() -> None:
    """Where the old ones hold, what the person said before stands again as far as it goes with them, and no further."""
    assert (3,) == surely(said(1, {"max": 30}), said(2, 12, CRM), said(3, 120)).gone(Keep.OLD)
    assert (3,) == surely(said(1, None), said(2, 12, CRM), said(3, 120)).gone(Keep.OLD)
    assert (3,) == surely(said(1, 12), said(2, 12, CRM), said(3, 120)).gone(Keep.OLD)
    assert (3, 1) == surely(said(1, 500), said(2, 12, CRM), said(3, 120)).gone(Keep.OLD)


def test_three_that_exclude_each_other_only_together() -> None:
    """Where any two of three go together, the new one stands against the two others."""
    one, two = said(1, {"max": 100}, CRM), said(2, {"any_of": [12, 500]}, BEN)
    new = said(3, {"any_of": [120, 500]})
    excluded = surely(one, two, new)

    assert (two, one) == excluded.others
    assert (1, 2) == excluded.gone(Keep.NEW)


def test_others_that_disagree_among_themselves_are_not_the_new_ones_affair() -> None:
    """An answer that goes with each of two that exclude each other starts nothing."""
    assert found(said(1, 12, CRM), said(2, 120, BEN), said(3, {"max": 150})) is None


def test_several_answers_at_once_are_told_in_pack_order() -> None:
    """Each with what it excludes; those that exclude nothing are left out."""
    old = [said(1, 12, CRM), said(2, "fintech", CRM, "industry"), said(3, "yes", CRM, "budget")]
    new = [said(4, 120), said(5, "yes", trait="budget"), said(6, "b2b_saas", trait="industry")]
    account = Account(id=1, name="Acme", answers=(*old, *new))

    every = disagreements(worked.scorecard(), account, new, TODAY)
    assert ["industry", "employees"] == [each.trait for each in every]


# --- laws -------------------------------------------------------------------------------------------------------------


def _without(account: Account, gone: Collection[int]) -> Account:
    return account.model_copy(update={"answers": tuple(each for each in account.answers if each.id not in gone)})


def _settled(account: Account, excluded: Disagreement, keep: Keep) -> Account:
    """The account as the store keeps it once that was decided."""
    gone = excluded.gone(keep)
    answers = (each.model_copy(update={"retracted": each.retracted or each.id in gone}) for each in account.answers)
    return account.model_copy(update={"answers": tuple(answers)})


def _standing(case: Case, account: Account, place: int) -> Standing:
    card = case.scorecard
    return standing(card.traits[place], card.partitions[place], answers_about(account, card.traits[place].id), TODAY)


def _verdicts(case: Case, account: Account) -> set[Verdict]:
    still = tuple(_standing(case, account, place).cells for place in range(len(case.scorecard.traits)))
    return set(case.scorecard.possibility.verdicts(still))


@st.composite
def disputes(draw: st.DrawFn) -> tuple[Case, Account, Disagreement]:
    """An account about which several sources said several things, and one of the disagreements among them."""
    case = draw(cases(most_traits=3))
    answers = []
    for number in range(draw(st.integers(2, 7))):
        plain = draw(st.sampled_from(case.pack["traits"]))
        value = as_json(draw(st.none() | forms(plain) | forms(plain) | forms(plain)))
        source, gone = draw(st.sampled_from([ANN, BEN, CRM])), draw(st.integers(0, 5)) == 0
        answers.append(said(number, value, source, plain["id"], retracted=gone))
    account = Account(id=1, name="Acme", answers=tuple(answers))
    every = disagreements(case.scorecard, account, account.answers, TODAY)
    assume(every)
    return case, account, draw(st.sampled_from(every))


@given(disputes())
def test_the_new_one_holds_as_if_the_others_had_said_nothing(dispute: tuple[Case, Account, Disagreement]) -> None:
    """Afterwards what is known is what the new answer and the sources that go with it say, all others left out."""
    case, account, excluded = dispute
    place = case.scorecard.index[excluded.trait]
    sources = {each.source for each in excluded.others}
    others = [each.id for each in answers_about(account, excluded.trait) if each.source in sources]
    after = _standing(case, _settled(account, excluded, Keep.NEW), place)

    assert _standing(case, _without(account, others), place) == after
    assert excluded.new in after.answers
    assert set(excluded.if_new) == _verdicts(case, _settled(account, excluded, Keep.NEW))


@given(disputes())
def test_the_old_ones_hold_and_the_new_one_is_gone(dispute: tuple[Case, Account, Disagreement]) -> None:
    """Afterwards every old answer still counts, the new one does not, and no answer of the others was touched."""
    case, account, excluded = dispute
    after = _standing(case, _settled(account, excluded, Keep.OLD), case.scorecard.index[excluded.trait])

    assert {each.id for each in excluded.others} <= {each.id for each in after.answers}
    assert excluded.new not in after.answers
    assert {excluded.new.source} == {each.source for each in account.answers if each.id in excluded.gone(Keep.OLD)}
    assert set(excluded.if_old) == _verdicts(case, _settled(account, excluded, Keep.OLD))


@given(disputes())
def test_both_change_nothing(dispute: tuple[Case, Account, Disagreement]) -> None:
    """Nobody knows which one holds: everything stays as it was."""
    case, account, excluded = dispute

    assert account == _settled(account, excluded, Keep.BOTH)
    assert set(excluded.if_both) == _verdicts(case, account)


@given(disputes(), st.sampled_from(Keep))
def test_settling_never_makes_more_possible(dispute: tuple[Case, Account, Disagreement], keep: Keep) -> None:
    """Whatever is decided, neither a cell nor a verdict becomes possible that was not; and the same is not asked again."""
    case, account, excluded = dispute
    settled = _settled(account, excluded, keep)
    place = case.scorecard.index[excluded.trait]

    assert set(_standing(case, settled, place).cells) <= set(_standing(case, account, place).cells)
    assert _verdicts(case, settled) <= _verdicts(case, account)
    again = disagreement(case.scorecard, settled, excluded.trait, excluded.new, TODAY)
    assert (again is not None) == (keep is Keep.BOTH)
