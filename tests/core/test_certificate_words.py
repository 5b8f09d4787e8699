"""The words of a certificate: short, and true as they are shown."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.certificate import (
    BestBelow,
    Bound,
    Certificate,
    Claim,
    DrainBelow,
    DrainReaches,
    EveryWay,
    GateFails,
    GatesPass,
    KnockedOut,
    NoKnockout,
    WorstReaches,
    certificate,
)
from bot.core.certificate_words import certificate_lines, compared
from bot.core.icp import Role
from bot.core.scorecard import Scorecard
from bot.core.verdict import Action, DrainLevel, Tier, Verdict
from tests import worked
from tests.strategies import Case, Json, cases, narrowed, still_of

COMPARISON = re.compile(r"(-?[0-9]+(?:\.[0-9])?)(?: of [0-9]+ points)? ([<≥]) (-?[0-9]+)")


def lines_of(answers: Json) -> list[str]:
    """The lines about an account of the worked example."""
    card = worked.scorecard()
    proof = certificate(card, still_of(card, {"name": "x", "answers": answers}))
    assert proof is not None
    return certificate_lines(proof, card)


@given(st.data(), cases())
def test_every_comparison_is_true_as_shown(data: st.DataObject, case: Case) -> None:
    """Whoever compares the two numbers on a line finds that the sign between them is right."""
    proof = certificate(case.scorecard, data.draw(narrowed(case.still)))
    assume(proof is not None)
    assert proof is not None
    bounds = [
        claim for claim in proof.claims if isinstance(claim, WorstReaches | BestBelow | DrainReaches | DrainBelow)
    ]
    lines = certificate_lines(proof, case.scorecard)
    found = COMPARISON.findall("\n".join(lines))

    assert len(bounds) == len(found)
    for shown, sign, limit in found:
        assert float(shown) < float(limit) if sign == "<" else float(shown) >= float(limit)
    assert all(line.endswith(".") and not line.endswith("..") and line[0].isupper() for line in lines)


@given(st.integers(1, 400), st.integers(0, 100), st.data())
def test_any_bound_is_true_as_shown(of: int, percent: int, data: st.DataObject) -> None:
    """Whatever the points are, the comparison shown is true and says what holds in whole numbers."""
    bound = Bound(data.draw(st.integers(-of, of)), of, percent)
    found = COMPARISON.fullmatch(compared(bound))

    assert found is not None
    shown, sign, limit = found.groups()
    assert ("≥" if 100 * bound.points >= percent * of else "<") == sign
    assert (float(shown) >= float(limit)) == (sign == "≥")


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (Bound(58, 100, 60), "58 < 60"),
        (Bound(37, 40, 80), "92.5 ≥ 80"),
        (Bound(24, 40, 60), "60 ≥ 60"),
        (Bound(40, 40, 80), "100 ≥ 80"),
        (Bound(7, 16, 60), "43.8 < 60"),
        (Bound(32, 97, 33), "32 of 97 points < 33"),
        (Bound(1199, 2000, 60), "1199 of 2000 points < 1200"),
        (Bound(-3, 40, 0), "-3 of 40 points < 0"),
        (Bound(-3, 40, 40), "0 < 40"),
    ],
)
def test_numbers(bound: Bound, words: str) -> None:
    """One decimal only where it says something; points where the percentage would be rounded into a lie."""
    assert words == compared(bound)


def test_worst_case() -> None:
    """The first example, all known: the inequality first, then what else it rests on."""
    assert lines_of(worked.account("one")["answers"]) == [
        "Settled as primary/A: worst case 92.5 ≥ 80 as primary.",
        "Every gate passes as primary.",
        "No open answer can be a knock-out.",
        "Drain is at most 0 < 30, so it never caps the tier.",
    ]


def test_action() -> None:
    """The second example: what to do is settled while the verdict is open, so no verdict is named."""
    assert lines_of(worked.account("two-c")["answers"])[0] == (
        "Settled, work it, whatever is still open: worst case 60 ≥ 60 as primary."
    )


def test_cap() -> None:
    """The third example: the drain caps the tier."""
    assert lines_of(worked.account("three")["answers"])[0] == (
        "Settled as primary/B: worst case 90 ≥ 60 as primary; drain is at least 33.3 ≥ 30, so the tier is capped at B."
    )


def test_knock_out() -> None:
    """A knock-out is the whole proof."""
    assert lines_of({"employees": 12}) == [
        "Settled as disqualified, whatever is still open: Employees is <20, which is a knock-out."
    ]


def test_one_trait_that_fails_both_gates_is_named_once() -> None:
    """What fails the gates of both ICPs is one reason."""
    only = "Industry is manufacturing or other, which fails a gate as primary and as secondary"

    assert [f"Settled, drop it, whatever is still open: {only}."] == lines_of({"industry": "manufacturing"})


A = (WorstReaches(Role.PRIMARY, Tier.A, Bound(34, 40, 80)),)


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (BestBelow(Role.PRIMARY, Tier.B, Bound(58, 100, 60)), "Best case 58 < 60, so never better than C as primary."),
        (
            BestBelow(Role.SECONDARY, Tier.A, Bound(78, 100, 80)),
            "Best case 78 < 80, so never better than B as secondary.",
        ),
        (BestBelow(Role.PRIMARY, Tier.C, Bound(3, 10, 40)), "Best case 30 < 40, so not even C as primary."),
        (WorstReaches(Role.PRIMARY, Tier.A, Bound(85, 100, 80)), "Worst case 85 ≥ 80, so never below A as primary."),
        (GateFails(Role.PRIMARY, "cloud", (1,)), "Cloud is on prem, which fails a gate as primary."),
        (GatesPass(Role.SECONDARY), "Every gate passes as secondary."),
        (KnockedOut("employees", (0,)), "Employees is <20, which is a knock-out."),
        (NoKnockout(), "No open answer can be a knock-out."),
        (DrainReaches(DrainLevel.COSTLY, Bound(5, 15, 30)), "Drain is at least 33.3 ≥ 30, so the tier is capped at B."),
        (DrainReaches(DrainLevel.DISQUALIFYING, Bound(9, 15, 60)), "Drain is at least 60 ≥ 60, so it disqualifies."),
        (DrainBelow(DrainLevel.COSTLY, Bound(4, 15, 30)), "Drain is at most 26.7 < 30, so it never caps the tier."),
        (
            DrainBelow(DrainLevel.DISQUALIFYING, Bound(8, 15, 60)),
            "Drain is at most 53.3 < 60, so it never disqualifies.",
        ),
        (EveryWay(1200), "All 1,200 ways it may turn out end there."),
        (EveryWay(10**12), "All 1,000,000,000,000 ways it may turn out end there."),
        (EveryWay(10**12 + 1), "Each of more than 1,000,000,000,000 ways it may turn out ends there."),
    ],
)
def test_sentences(claim: Claim, line: str) -> None:
    """Each claim as a sentence of its own."""
    assert [line] == certificate_lines(Certificate(Verdict.PRIMARY_A, 2, A, (claim,)), worked.scorecard())[1:]


def test_both_ends_of_one_icp_stand_together() -> None:
    """All in one line: worst and best case of an ICP, then the other ICP, then what is no number."""
    reasons = (
        WorstReaches(Role.PRIMARY, Tier.C, Bound(42, 100, 40)),
        BestBelow(Role.PRIMARY, Tier.B, Bound(58, 100, 60)),
        GateFails(Role.SECONDARY, "cloud", (1,)),
    )
    points = "worst case 42 ≥ 40 and best case 58 < 60 as primary"
    gate = "Cloud is on prem, which fails a gate as secondary"

    assert [f"Settled, nurture it, whatever is still open: {points}; {gate}."] == certificate_lines(
        Certificate(Action.NURTURE, 12, reasons, ()), worked.scorecard()
    )


def test_every_way() -> None:
    """Where only looking at all ways proves it, the number of ways is the reason."""
    assert certificate_lines(Certificate(Action.WORK, 4, (EveryWay(4),), ()), worked.scorecard()) == [
        "Settled, work it, whatever is still open: all 4 ways it may turn out end there."
    ]


def test_values_may_be_named_otherwise() -> None:
    """A place with its own words for values passes them in."""

    def shouted(cells: Sequence[int], place: int, scorecard: Scorecard) -> str:
        return f"{scorecard.traits[place].id.upper()} {list(cells)}"

    proof = Certificate(Verdict.DISQUALIFIED, 1, (KnockedOut("employees", (0,)),), ())

    assert certificate_lines(proof, worked.scorecard(), shouted) == [
        "Settled as disqualified: Employees is EMPLOYEES [0], which is a knock-out."
    ]
