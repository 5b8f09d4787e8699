"""Verdicts of fully known accounts: tiers, drain and which ICP wins."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.icp import Role
from bot.core.pack import Drain, Tiers
from bot.core.verdict import (
    Action,
    DrainLevel,
    Tier,
    Verdict,
    conclude,
    drain_level,
    least_points,
    tier_of,
)
from tests.strategies import LEVEL, PERCENT

_TIERS = st.tuples(PERCENT, PERCENT, PERCENT).map(sorted).map(lambda each: Tiers(A=each[2], B=each[1], C=each[0]))
_DRAINS = st.tuples(LEVEL, LEVEL).map(sorted).map(lambda each: Drain(cap=each[0], disqualify=each[1]))


@given(st.integers(-200, 200), st.integers(1, 200), _TIERS)
def test_tier_by_exact_share(points: int, of: int, tiers: Tiers) -> None:
    """The tier is the best one whose share of P+ the points reach, without any rounding."""
    share = Fraction(100 * points, of)
    reached = [tier for tier in (Tier.A, Tier.B, Tier.C) if share >= getattr(tiers, tier.name)]

    assert (reached[0] if reached else Tier.D) is tier_of(points, of, tiers)


@given(st.sampled_from([Tier.A, Tier.B, Tier.C]), st.integers(1, 200), _TIERS)
def test_least_points_are_the_least(tier: Tier, of: int, tiers: Tiers) -> None:
    """The least points of a tier reach it, and one point less does not."""
    least = least_points(tier, of, tiers)

    assert Fraction(100 * (least - 1), of) < getattr(tiers, tier.name) <= Fraction(100 * least, of)


@pytest.mark.parametrize(
    ("points", "tier"),
    [(40, Tier.A), (32, Tier.A), (31, Tier.B), (24, Tier.B), (23, Tier.C), (16, Tier.C), (15, Tier.D), (-9, Tier.D)],
)
def test_default_tiers_of_forty_points(points: int, tier: Tier) -> None:
    """Of 40 points 32 are an A (80 percent exactly), 24 a B, 16 a C."""
    assert tier is tier_of(points, 40, Tiers())


def test_equal_tiers_skip_the_lower_one() -> None:
    """Where A and B ask for the same share, B is never reached on points alone."""
    tiers = Tiers(A=100, B=100, C=0)

    assert [Tier.A, Tier.C, Tier.C, Tier.D] == [tier_of(points, 7, tiers) for points in (7, 6, 0, -1)]


@given(st.integers(0, 100), st.integers(1, 100), _DRAINS)
def test_drain_level_by_exact_share(lost: int, worst: int, drain: Drain) -> None:
    """The drain caps and disqualifies from exactly its percentages of N- on."""
    share = Fraction(100 * lost, worst)
    expected = DrainLevel((share >= drain.cap) + (share >= drain.disqualify))

    assert expected is drain_level(-lost, worst, drain)


def test_nothing_drains_without_ratings() -> None:
    """Where the negative ICP rates nothing, the drain is 0."""
    assert DrainLevel.FREE is drain_level(0, 0, Drain(cap=1, disqualify=1))


@pytest.mark.parametrize(
    ("lost", "worst", "level"),
    [(4, 15, 0), (5, 15, 1), (8, 15, 1), (9, 15, 2), (15, 15, 2), (2, 10, 0), (3, 10, 1), (5, 10, 1), (6, 10, 2)],
)
def test_default_drain(lost: int, worst: int, level: int) -> None:
    """From exactly 30 percent on the tier is capped, from exactly 60 percent on the account is disqualified."""
    assert DrainLevel(level) is drain_level(-lost, worst, Drain())


def _by_the_rules(primary: Tier | None, secondary: Tier | None, level: DrainLevel) -> str:
    if level is DrainLevel.DISQUALIFYING:
        return "disqualified"
    names = {Role.PRIMARY: primary, Role.SECONDARY: secondary}
    letters = {role: tier.name for role, tier in names.items() if tier is not None}
    if level is DrainLevel.COSTLY:
        letters = {role: "B" if letter == "A" else letter for role, letter in letters.items()}
    fits = sorted((letter, role.value) for role, letter in letters.items() if letter != "D")
    return f"{fits[0][1]}/{fits[0][0]}" if fits else "no_fit"


@pytest.mark.parametrize(("primary", "secondary", "level"), list(product([None, *Tier], [None, *Tier], DrainLevel)))
def test_conclusion(primary: Tier | None, secondary: Tier | None, level: DrainLevel) -> None:
    """The best candidate wins by (capped) tier, then primary before secondary; without candidates nothing fits."""
    tiers = {Role.PRIMARY: primary, Role.SECONDARY: secondary}

    verdict = conclude({role: tier for role, tier in tiers.items() if tier is not None}, level)

    assert _by_the_rules(primary, secondary, level) == verdict.value


def test_capped_primary_beats_secondary_b() -> None:
    """A primary A that is capped at B is compared as a B, and beats a secondary B."""
    assert Verdict.PRIMARY_B is conclude({Role.PRIMARY: Tier.A, Role.SECONDARY: Tier.B}, DrainLevel.COSTLY)
    assert Verdict.SECONDARY_A is conclude({Role.PRIMARY: Tier.B, Role.SECONDARY: Tier.A}, DrainLevel.FREE)


@pytest.mark.parametrize(
    ("verdict", "action", "tier"),
    [
        ("primary/A", "work", "A"),
        ("secondary/A", "work", "A"),
        ("primary/B", "work", "B"),
        ("secondary/B", "work", "B"),
        ("primary/C", "nurture", "C"),
        ("secondary/C", "nurture", "C"),
        ("no_fit", "drop", "D"),
        ("disqualified", "drop", "D"),
    ],
)
def test_action_and_tier(verdict: str, action: str, tier: str) -> None:
    """A and B are worked, C is nurtured, everything else is dropped."""
    assert Action(action) is Verdict(verdict).action
    assert Tier[tier] is Verdict(verdict).tier


def test_ranks_run_from_best_to_worst() -> None:
    """Every verdict has its own rank, primary/A the best and disqualified the worst."""
    assert list(range(8)) == [verdict.rank for verdict in Verdict]
    assert ["primary/A", "secondary/A"] == [
        verdict.value for verdict in sorted(Verdict, key=lambda each: each.rank)[:2]
    ]
