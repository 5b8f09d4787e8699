"""The next question: the best one by the rules, and following it always ends with the verdict."""

import json
from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.cell import Cells
from bot.core.fit import assess
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from bot.core.worlds import Weights
from tests import oracle, worked
from tests.strategies import (
    TODAY,
    Case,
    cases,
    completions,
    either_but_not_both,
    flag_pack,
    priors,
    scorecard_of,
    still_of,
)


def by_cell_id(scorecard: Scorecard, weights: Weights) -> dict[str, dict[str, int]]:
    """Priors as the oracle takes them."""
    rows = zip(scorecard.traits, scorecard.cells, weights, strict=True)
    return {trait.id: {cell.id: weight for cell, weight in zip(cells, row, strict=True)} for trait, cells, row in rows}


@given(st.data(), cases(most_worlds=150))
def test_every_question_is_worth_what_the_rules_say(data: st.DataObject, case: Case) -> None:
    """Each open trait that matters is a question; its worth, its chance and what it leaves are exact."""
    weights = data.draw(st.none() | priors(case.scorecard))
    judge, left = oracle.Judge(case.pack), case.left
    expected = oracle.questions(judge, left, None if weights is None else by_cell_id(case.scorecard, weights))

    questions = Planner(case.scorecard, weights).questions(case.still)

    assert list(expected) == [question.trait for question in questions]
    for question in questions:
        assert expected[question.trait].at_once == question.chance
        assert isclose(expected[question.trait].gain, question.value, abs_tol=1e-12)
        _leaves(case, judge, question.trait, question.leaves)


def _leaves(case: Case, judge: oracle.Judge, name: str, leaves: object) -> None:
    place = case.scorecard.index[name]
    expected = {}
    for kind in case.left[place]:
        narrowed = [*case.left[:place], [kind], *case.left[place + 1 :]]
        cell = next(c for c in case.scorecard.cells[place] if oracle.names(case.pack, judge.traits[place], kind, c.id))
        possible = [Verdict(each) for each in judge.possible(narrowed)]
        expected[cell.id] = tuple(sorted(possible, key=lambda verdict: verdict.rank))
    assert expected == leaves


@given(st.data(), cases())
def test_next_question_is_the_best(data: st.DataObject, case: Case) -> None:
    """The next question is the one that the rules choose, ties included; there is none exactly when all is decided."""
    weights = data.draw(st.none() | priors(case.scorecard))
    named = None if weights is None else by_cell_id(case.scorecard, weights)

    question = Planner(case.scorecard, weights).next_question(case.still)

    assert oracle.next_question(oracle.Judge(case.pack), case.left, named) == (question.trait if question else None)
    assert (question is None) == (len(case.scorecard.possibility.verdicts(case.still)) == 1)


@given(st.data(), cases(most_worlds=10**5))
def test_stopping_early_gives_the_verdict_of_all_answers(data: st.DataObject, case: Case) -> None:
    """Whatever the account hides, asking what is next until all is decided ends with the full questionnaire's verdict."""
    hidden = data.draw(completions(case.still))
    planner, still = Planner(case.scorecard, data.draw(st.none() | priors(case.scorecard))), case.still
    asked: list[str] = []
    while question := planner.next_question(still):
        place = case.scorecard.index[question.trait]
        assert len(still[place]) > 1
        still = (*still[:place], hidden[place], *still[place + 1 :])
        asked.append(question.trait)

    verdicts = case.scorecard.possibility.verdicts
    assert verdicts(hidden) == verdicts(still)
    assert 1 == len(verdicts(still))
    assert len(set(asked)) == len(asked)


@given(st.data(), cases())
def test_priors_order_questions_and_nothing_else(data: st.DataObject, case: Case) -> None:
    """With other priors another question may come next; every other field of the report stays as it is."""
    with_priors = Planner(case.scorecard, data.draw(priors(case.scorecard)))
    reports = [
        json.loads(assess(case.scorecard, planner, "x", case.still, TODAY).to_json())
        for planner in (Planner(case.scorecard), with_priors)
    ]

    assert reports[0] | {"next": None} == reports[1] | {"next": None}


def _flags(costs: dict[str, int], points: dict[str, int]) -> Scorecard:
    ratings = {each: {"points": {"yes": worth}} for each, worth in points.items()}
    return scorecard_of(flag_pack(costs, {"primary": ratings}))


def _next(scorecard: Scorecard, still: tuple[Cells, ...] | None = None) -> str | None:
    question = Planner(scorecard).next_question(still or scorecard.everything)
    return question.trait if question else None


@pytest.mark.parametrize(
    ("costs", "points", "asked"),
    [
        ({"a": 1, "b": 1}, {"a": 3, "b": 3}, "a"),
        ({"b": 1, "a": 1}, {"a": 3, "b": 3}, "b"),
        ({"a": 2, "b": 1}, {"a": 3, "b": 3}, "b"),
        ({"a": 1, "b": 0}, {"a": 3, "b": 3}, "b"),
        ({"a": 1, "b": 1}, {"a": 1, "b": 5}, "b"),
        ({"a": 0, "b": 1}, {"a": 1, "b": 5}, "b"),
        ({"a": 1, "b": 1}, {"b": 3}, "b"),
    ],
)
def test_cheaper_and_weightier_come_first(costs: dict[str, int], points: dict[str, int], asked: str) -> None:
    """Of equal questions the cheaper one comes first, else the one that says more, else the first in the pack."""
    assert asked == _next(_flags(costs, points))


def test_an_unrated_trait_is_never_next() -> None:
    """What no ICP rates cannot change a verdict, so it is not asked for this reason."""
    card = _flags({"a": 0, "b": 3}, {"b": 5})
    planner = Planner(card)

    assert ["b"] == [question.trait for question in planner.questions(card.everything)]
    assert planner.next_question(still_of(card, {"name": "x", "answers": {"b": True}})) is None


def test_equal_worth_goes_to_the_greater_chance() -> None:
    """Half a bit for nothing and a whole bit for cost 1 are worth the same; the one that may decide at once comes first.

    Of 8 points a gives 3 and b 5: without b nothing fits whatever a says, and a leaves two verdicts open either way.
    """
    card = _flags({"a": 0, "b": 1}, {"a": 3, "b": 5})
    one, other = Planner(card).questions(card.everything)

    assert isclose(0.5, one.value)
    assert isclose(0.5, other.value)
    assert (Fraction(0), Fraction(1, 2)) == (one.chance, other.chance)
    assert "b" == _next(card)


def test_nearly_equal_is_not_equal() -> None:
    """Two questions that differ by four thousandths of a bit are no tie: the better one comes first, not the earlier."""
    card = _flags({"a": 1, "b": 0, "c": 0, "d": 3}, {"a": 5, "b": 3, "c": 1, "d": 5})
    worth = {question.trait: question.value for question in Planner(card).questions(card.everything)}

    assert 0 < worth["b"] - worth["a"] < 0.005
    assert "b" == _next(card)


def test_a_question_that_tells_nothing_alone_is_still_asked() -> None:
    """Where no single answer shifts the odds, but two together decide, the first of them in the pack is asked."""
    card = scorecard_of(either_but_not_both())
    still = still_of(card, {"name": "x", "answers": {"c": True}})
    questions = Planner(card).questions(still)

    assert {Verdict.PRIMARY_A, Verdict.PRIMARY_B} == card.possibility.verdicts(still)
    assert [("a", 0.0, Fraction(0)), ("b", 0.0, Fraction(0))] == [(q.trait, q.value, q.chance) for q in questions]
    assert "a" == _next(card, still)
    assert "b" == _next(card, still_of(card, {"name": "x", "answers": {"c": True, "a": False}}))


def test_worked_example_is_decided_by_one_answer() -> None:
    """A company of fewer than 20 people is disqualified, whatever else it may be: there is no next question."""
    assert worked.planner().next_question(still_of(worked.scorecard(), worked.account("five"))) is None


@pytest.mark.parametrize(("name", "asked"), [("two-b", "jobs"), ("two-c", "must_haves"), ("four", "employees")])
def test_worked_examples(name: str, asked: str) -> None:
    """The next question of the worked examples, as visiting every world has found it."""
    question = worked.planner().next_question(still_of(worked.scorecard(), worked.account(name)))

    assert question is not None
    assert asked == question.trait
