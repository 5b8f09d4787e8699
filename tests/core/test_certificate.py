"""Certificates: every claim holds in every world, the claims together leave nothing else, and nothing is claimed early."""

from collections.abc import Iterator, Sequence
from itertools import product, starmap
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.cell import Cells
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
from bot.core.icp import Role
from bot.core.verdict import Action, DrainLevel, Tier, Verdict
from tests import oracle, worked
from tests.strategies import Case, Json, cases, flag_pack, harder, left_of, narrowed, scorecard_of, still_of

TIERS = "DCBA"
LEVELS = {DrainLevel.COSTLY: "cap", DrainLevel.DISQUALIFYING: "disqualify"}


class Settled(NamedTuple):
    """An account of which at least the action is settled, as the oracle sees it, with its certificate."""

    judge: oracle.Judge
    left: oracle.Left
    certificate: Certificate

    @property
    def worlds(self) -> list[oracle.World]:
        """Every way in which the account may turn out."""
        return list(product(*self.left))


@st.composite
def settled(draw: st.DrawFn) -> Settled:
    """An account of which at least the action is settled."""
    case = draw(cases())
    still = case.still if draw(st.booleans()) else draw(narrowed(case.still))
    proof = certificate(case.scorecard, still)
    assume(proof is not None)
    assert proof is not None
    return Settled(oracle.Judge(case.pack), left_of(case, still), proof)


def at_role(judge: oracle.Judge, role: Role) -> int:
    """The place of an ICP in the plain pack."""
    return next(at for at, icp in enumerate(judge.pack["icps"]) if icp["role"] == role.value)


def place_of(judge: oracle.Judge, trait: str) -> int:
    """The place of a trait in the plain pack."""
    return next(at for at, each in enumerate(judge.traits) if each["id"] == trait)


# Each claim, on its own


def holds(judge: oracle.Judge, claim: Claim, world: oracle.World) -> bool:  # noqa: PLR0911 - one return a claim
    """Whether a claim is true of one world, by the rules."""
    match claim:
        case KnockedOut(trait):
            return world[place_of(judge, trait)][1]
        case NoKnockout():
            return not any(kind[1] for kind in world)
        case DrainReaches(level):
            return oracle.reaches(judge, world, LEVELS[level])
        case DrainBelow(level):
            return not oracle.reaches(judge, world, LEVELS[level])
        case GateFails(role, trait):
            at, place = at_role(judge, role), place_of(judge, trait)
            return judge.requires(at, judge.traits[place]) and world[place][0][at] <= 0
        case GatesPass(role):
            return oracle.passes(judge, at_role(judge, role), world)
        case WorstReaches(role, tier) | BestBelow(role, tier):
            at = at_role(judge, role)
            earned = 100 * oracle.total(at, world) >= judge.tiers[tier.name] * judge.most(at)
            return earned is isinstance(claim, WorstReaches)
        case EveryWay():
            return True


def bound_of(this: Settled, claim: Claim) -> tuple[Bound, Bound] | None:
    """The numbers that a claim states, and what they are over all worlds; None where it states none."""
    judge, worlds = this.judge, this.worlds
    match claim:
        case DrainReaches(level, bound) | DrainBelow(level, bound):
            lost = [judge.drained(world) for world in worlds]
            extreme = min if isinstance(claim, DrainReaches) else max
            return bound, Bound(extreme(each for each, _ in lost), lost[0][1], judge.levels[LEVELS[level]])
        case WorstReaches(role, tier, bound) | BestBelow(role, tier, bound):
            at = at_role(judge, role)
            totals = [oracle.total(at, world) for world in worlds]
            extreme = min if isinstance(claim, WorstReaches) else max
            return bound, Bound(extreme(totals), judge.most(at), judge.tiers[tier.name])
        case _:
            return None


@given(settled())
def test_every_claim_holds_in_every_world(this: Settled) -> None:
    """No way in which the account may turn out contradicts a single claim of its certificate."""
    for claim, world in product(this.certificate.claims, this.worlds):
        assert holds(this.judge, claim, world), claim


@given(settled())
def test_numbers_are_exact(this: Settled) -> None:
    """The points a claim states are the least or the greatest that really occur, against what the pack asks for."""
    for stated, true in filter(None, [bound_of(this, claim) for claim in this.certificate.claims]):
        assert true == stated


@given(settled())
def test_ways_are_counted(this: Settled) -> None:
    """A certificate says in how many ways the account may turn out; looking at them all is the whole proof or no part."""
    assert len(this.worlds) == this.certificate.ways
    if any(isinstance(claim, EveryWay) for claim in this.certificate.claims):
        assert (EveryWay(len(this.worlds)),) == this.certificate.claims
        assert len(this.worlds) > 1


# The claims together


class State(NamedTuple):
    """All that a verdict depends on, whatever account may have it."""

    knocked: bool
    level: int
    """0 free, 1 costly, 2 disqualifying."""
    icps: dict[str, tuple[int, bool]]
    """For each role the tier its points earn, as a place in TIERS, and whether its gates pass."""

    @property
    def verdict(self) -> str:
        """The verdict, by the rules."""
        if self.knocked or self.level == 2:
            return "disqualified"
        capped = {role: min(tier, 2) if self.level else tier for role, (tier, gate) in self.icps.items() if gate}
        best = max(capped.values(), default=0)
        if best == 0:
            return "no_fit"
        return f"{next(role for role in ('primary', 'secondary') if capped.get(role) == best)}/{TIERS[best]}"


class Span(NamedTuple):
    """Which values each part of a state may have, each on its own."""

    knocked: set[bool]
    levels: set[int]
    tiers: dict[str, set[int]]
    gates: dict[str, set[bool]]

    def states(self) -> Iterator[State]:
        """Every combination."""
        roles = list(self.tiers)
        each = [product(self.tiers[role], self.gates[role]) for role in roles]
        icps = [dict(zip(roles, one, strict=True)) for one in product(*each)]
        yield from starmap(State, product(self.knocked, self.levels, icps))


def anything(judge: oracle.Judge) -> Span:
    """What a pack allows at all: without knock-outs, drain or gates there is nothing to prove about them."""
    roles = {judge.pack["icps"][at]["role"]: at for at in judge.positives}
    knockouts = any(kind[1] for of_trait in judge.kinds for kind in of_trait)
    drain = judge.negative is not None and any(kind[0][judge.negative] for each in judge.kinds for kind in each)
    gated = {role: any(judge.requires(at, trait) for trait in judge.traits) for role, at in roles.items()}
    return Span(
        {False, True} if knockouts else {False},
        {0, 1, 2} if drain else {0},
        {role: {0, 1, 2, 3} for role in roles},
        {role: {False, True} if gated[role] else {True} for role in roles},
    )


def left_by(claims: Sequence[Claim], span: Span) -> Span:
    """What some claims leave of a span."""
    for claim in claims:
        match claim:
            case KnockedOut() | NoKnockout():
                span.knocked.intersection_update({isinstance(claim, KnockedOut)})
            case DrainReaches(level):
                span.levels.intersection_update(range(level, 3))
            case DrainBelow(level):
                span.levels.intersection_update(range(level))
            case GateFails(role) | GatesPass(role):
                span.gates[role].intersection_update({isinstance(claim, GatesPass)})
            case WorstReaches(role, tier):
                span.tiers[role].intersection_update(range(tier, 4))
            case BestBelow(role, tier):
                span.tiers[role].intersection_update(range(tier))
    return span


def ends(span: Span, certificate: Certificate) -> set[str]:
    """The verdicts that a span may end in, or the actions, whichever the certificate is about."""
    verdicts = {state.verdict for state in span.states()}
    return {oracle.action(each) for each in verdicts} if isinstance(certificate.settles, Action) else verdicts


def by_brute_force(this: Settled) -> set[str]:
    """The verdicts of all worlds, or the actions, whichever the certificate is about."""
    verdicts = this.judge.possible(this.left)
    if isinstance(this.certificate.settles, Verdict):
        return verdicts
    assert len(verdicts) > 1
    return {oracle.action(each) for each in verdicts}


@harder(2)
@given(settled())
def test_the_claims_together_leave_nothing_else(this: Settled) -> None:
    """What is settled is what all worlds end in, and follows from the claims alone unless all worlds were looked at."""
    assert {this.certificate.settles.value} == by_brute_force(this)
    if not isinstance(this.certificate.claims[0], EveryWay):
        span = left_by(this.certificate.claims, anything(this.judge))
        assert {this.certificate.settles.value} == ends(span, this.certificate)


def hull(this: Settled) -> Span:
    """The interval in which each part of a state lies, over all worlds."""
    judge, worlds = this.judge, this.worlds
    roles = {judge.pack["icps"][at]["role"]: at for at in judge.positives}
    levels = [oracle.reaches(judge, world, "cap") + oracle.reaches(judge, world, "disqualify") for world in worlds]
    return Span(
        {any(kind[1] for kind in world) for world in worlds},
        set(range(min(levels), max(levels) + 1)),
        {role: _tiers(judge, at, worlds) for role, at in roles.items()},
        {role: {oracle.passes(judge, at, world) for world in worlds} for role, at in roles.items()},
    )


def _tiers(judge: oracle.Judge, at: int, worlds: Sequence[oracle.World]) -> set[int]:
    totals = [oracle.total(at, world) for world in worlds]
    low, high = (
        next((TIERS.index(name) for name in "ABC" if 100 * total >= judge.tiers[name] * judge.most(at)), 0)
        for total in (min(totals), max(totals))
    )
    return set(range(low, high + 1))


@harder(2)
@given(settled())
def test_all_worlds_are_called_for_only_where_sums_do_not_prove_it(this: Settled) -> None:
    """Where least and greatest sums and gates leave one end, the certificate says so with numbers."""
    proven_by_sums = len(ends(hull(this), this.certificate)) == 1

    assert proven_by_sums is not isinstance(this.certificate.claims[0], EveryWay)


@given(cases())
def test_no_certificate_while_the_action_is_open(case: Case) -> None:
    """There is a certificate exactly if all worlds share an action; it is of the verdict as soon as they share that."""
    verdicts = oracle.Judge(case.pack).possible(case.left)
    actions = {oracle.action(verdict) for verdict in verdicts}
    proof = certificate(case.scorecard, case.still)

    expected = verdicts if len(verdicts) == 1 else actions if len(actions) == 1 else {None}
    assert expected == {proof.settles.value if proof else None}


# Examples


def worked_certificate(answers: Json) -> Certificate | None:
    """The certificate of an account of the worked example."""
    card = worked.scorecard()
    return certificate(card, still_of(card, {"name": "x", "answers": answers}))


def cells_of(trait: str, value: object) -> Cells:
    """The cells that a value leaves in the worked example."""
    card = worked.scorecard()
    return still_of(card, {"name": "x", "answers": {trait: value}})[card.index[trait]]


def test_nothing_known_nothing_claimed() -> None:
    """Of an account of which nothing is known nothing is certain."""
    assert worked_certificate({}) is None


def test_a_knock_out_is_enough() -> None:
    """Fewer than 20 people disqualify: one claim proves it."""
    proof = worked_certificate({"employees": 12})

    assert proof is not None
    assert (Verdict.DISQUALIFIED, (KnockedOut("employees", cells_of("employees", 12)),), ()) == (
        proof.settles,
        proof.reasons,
        proof.besides,
    )


def test_the_fully_known_example() -> None:
    """The first example: 37 of 40 points reach 80 %, and nothing else can come in the way."""
    proof = worked_certificate(worked.account("one")["answers"])

    assert proof == Certificate(
        settles=Verdict.PRIMARY_A,
        ways=1,
        reasons=(WorstReaches(Role.PRIMARY, Tier.A, Bound(37, 40, 80)),),
        besides=(GatesPass(Role.PRIMARY), NoKnockout(), DrainBelow(DrainLevel.COSTLY, Bound(0, 15, 30))),
    )


def test_the_costly_example() -> None:
    """The third example: good for A by its points, and capped at B by a third of the drain."""
    proof = worked_certificate(worked.account("three")["answers"])

    assert proof is not None
    assert Verdict.PRIMARY_B is proof.settles
    assert proof.reasons == (
        WorstReaches(Role.PRIMARY, Tier.B, Bound(36, 40, 60)),
        DrainReaches(DrainLevel.COSTLY, Bound(5, 15, 30)),
    )
    assert DrainBelow(DrainLevel.DISQUALIFYING, Bound(5, 15, 60)) in proof.besides


def test_the_action_is_proven_before_the_verdict() -> None:
    """The second example: 24 of 40 points are 60 % exactly, so it is worth working on, as A or as B."""
    proof = worked_certificate(worked.account("two-c")["answers"])

    assert proof is not None
    assert (Action.WORK, (WorstReaches(Role.PRIMARY, Tier.B, Bound(24, 40, 60)),)) == (proof.settles, proof.reasons)


def _flags(**icps: Json) -> Json:
    return flag_pack("abcde", icps)


def _points(**points: int) -> Json:
    return {trait: {"points": {"yes": worth}} for trait, worth in points.items()}


def _gate(trait: str, option: str) -> Json:
    return {trait: {"required": True, "points": {option: 1}}}


TEN = {"a": 5, "b": 3, "c": 1, "d": 1}


@pytest.mark.parametrize(
    ("icps", "answers", "settles", "reasons"),
    [
        (
            {"primary": _points(**TEN)},
            {"a": False, "b": True, "c": True},
            Verdict.PRIMARY_C,
            (
                WorstReaches(Role.PRIMARY, Tier.C, Bound(4, 10, 40)),
                BestBelow(Role.PRIMARY, Tier.B, Bound(5, 10, 60)),
            ),
        ),
        (
            {"primary": _points(**TEN)},
            {"a": False, "b": False},
            Verdict.NO_FIT,
            (BestBelow(Role.PRIMARY, Tier.C, Bound(2, 10, 40)),),
        ),
        (
            {"primary": _points(**TEN), "secondary": _points(**TEN) | _gate("e", "no")},
            {"a": False, "b": False, "e": True},
            Verdict.NO_FIT,
            (BestBelow(Role.PRIMARY, Tier.C, Bound(2, 10, 40)), GateFails(Role.SECONDARY, "e", (0,))),
        ),
        (
            {"primary": _gate("e", "no") | _points(a=5), "secondary": _points(**TEN)},
            {"a": True, "b": True, "e": True},
            Verdict.SECONDARY_A,
            (WorstReaches(Role.SECONDARY, Tier.A, Bound(8, 10, 80)),),
        ),
        (
            {"primary": _points(**TEN), "negative": _points(e=-1)},
            {"e": True},
            Verdict.DISQUALIFIED,
            (DrainReaches(DrainLevel.DISQUALIFYING, Bound(1, 1, 60)),),
        ),
        (
            {"primary": _points(**TEN), "negative": _points(e=-1)},
            {"a": False, "b": False},
            Action.DROP,
            (BestBelow(Role.PRIMARY, Tier.C, Bound(2, 10, 40)),),
        ),
        (
            {"primary": _points(**TEN) | _gate("e", "yes"), "secondary": _points(a=5, b=5)},
            {"a": False, "b": True, "c": True, "d": True},
            Action.NURTURE,
            (
                WorstReaches(Role.SECONDARY, Tier.C, Bound(5, 10, 40)),
                BestBelow(Role.PRIMARY, Tier.B, Bound(6, 11, 60)),
                BestBelow(Role.SECONDARY, Tier.B, Bound(5, 10, 60)),
            ),
        ),
    ],
)
def test_reasons(icps: dict[str, Json], answers: Json, settles: Verdict | Action, reasons: tuple[Claim, ...]) -> None:
    """Each kind of end with the reasons that a person is told first."""
    card = scorecard_of(_flags(**icps))
    proof = certificate(card, still_of(card, {"name": "x", "answers": answers}))

    assert proof is not None
    assert (settles, reasons) == (proof.settles, proof.reasons)


def two_that_cover_for_each_other() -> Json:
    """A pack whose one ICP takes exactly the accounts that the other does not."""
    both = _points(a=5, b=1)
    return _flags(primary=both | _gate("e", "yes"), secondary=both | _gate("e", "no"))


def test_icps_that_cover_for_each_other_are_proven_by_looking_at_all_ways() -> None:
    """No single ICP is certain, yet one of them always fits: only all ways together prove it, and they are counted."""
    card = scorecard_of(two_that_cover_for_each_other())
    proof = certificate(card, still_of(card, {"name": "x", "answers": {"a": True}}))

    assert Certificate(Action.WORK, 4, (EveryWay(4),), ()) == proof


def test_a_cap_at_b_says_nothing_of_b() -> None:
    """A costly account may still be a B: where it comes to nothing for other reasons, the cap is not the proof."""
    plain = _flags(primary=_points(a=5) | _gate("e", "yes"), negative=_points(b=-1, c=-1))
    plain["icps"][1]["knockouts"] = {"e": ["yes"]}
    card = scorecard_of(plain)
    proof = certificate(card, still_of(card, {"name": "x", "answers": {"a": True, "b": True, "c": False}}))

    assert Certificate(Action.DROP, 2, (EveryWay(2),), ()) == proof
