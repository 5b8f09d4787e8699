"""Measuring: points, gate and fit of an account, the light way, are those of the report."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.fit import assess
from bot.core.measure import Measure, measure, percent
from bot.core.planner import Planner
from tests import oracle, worked
from tests.strategies import TODAY, Case, cases


@given(cases())
def test_measure_by_the_rules(case: Case) -> None:
    """Points, gate and fit of each positive ICP are what visiting every world finds."""
    judge = oracle.Judge(case.pack)
    profiles = [oracle.profile(judge, at, case.left) for at in judge.positives]

    found = measure(case.scorecard, case.still)

    assert [(tuple(each["points"]), each["gate"]) for each in profiles] == [(each.points, each.gate) for each in found]
    assert [each["fit"] for each in profiles] == [[tenths / 10 for tenths in each.fit] for each in found]


@given(cases(most_worlds=10**6))
def test_measure_is_what_the_report_says(case: Case) -> None:
    """The report shows what was measured, however the account was read."""
    still = case.scorecard.read(case.account["answers"], TODAY)
    report = json.loads(assess(case.scorecard, Planner(case.scorecard), "x", still, TODAY).to_json())

    shown = [(each["points"], each["gate"], each["fit"]) for each in report["profiles"]]
    assert shown == [
        (list(each.points), each.gate, [tenths / 10 for tenths in each.fit])
        for each in measure(case.scorecard, case.still)
    ]


def test_worked_example() -> None:
    """The first worked example: 37 of 40 points and 24 of 36, the second gate failed."""
    card = worked.scorecard()
    expected = (Measure((37, 37), "pass", (925, 925)), Measure((24, 24), "fail", (667, 667)))

    assert expected == measure(card, card.read(worked.account("one")["answers"], TODAY))
    assert ("open", "open") == tuple(each.gate for each in measure(card, card.everything))


@pytest.mark.parametrize(
    ("answers", "gates"),
    [
        ({}, ("open", "open")),
        ({"industry": "other"}, ("fail", "fail")),
        ({"industry": "fintech"}, ("fail", "open")),
        ({"industry": "b2b_saas", "cloud": "public"}, ("open", "open")),
        ({"industry": "b2b_saas", "cloud": "public", "employees": 500}, ("fail", "pass")),
        ({"industry": "b2b_saas", "employees": {"min": 60, "max": 150}}, ("open", "fail")),
    ],
)
def test_one_failed_gate_is_enough(answers: dict[str, object], gates: tuple[str, str]) -> None:
    """A gate that fails decides, however many others are open; all have to pass for a pass."""
    card = worked.scorecard()

    assert gates == tuple(each.gate for each in measure(card, card.read(answers, TODAY)))


@pytest.mark.parametrize(
    ("points", "of", "tenths"),
    [(1, 16, 63), (37, 40, 925), (29, 36, 806), (24, 36, 667), (-3, 40, 0), (41, 40, 1000), (0, 7, 0), (1, 3, 333)],
)
def test_percent_in_tenths(points: int, of: int, tenths: int) -> None:
    """One sixteenth is 6.3 percent: halves of a tenth go up, and all lies between 0 and 100."""
    assert tenths == percent(points, of)


@given(st.integers(-50, 250), st.integers(1, 200))
def test_percent_is_exact(points: int, of: int) -> None:
    """Tenths of a percent are the exact share, rounded half up."""
    share = min(max(Fraction(1000 * points, of), Fraction(0)), Fraction(1000))

    assert (share + Fraction(1, 2)).__floor__() == percent(points, of)
