"""Certificate: why a verdict (or at least what to do) cannot change any more, whatever the open answers turn out to be.

A certificate is made of claims. Each holds in every way in which the account may turn out, states its exact numbers,
and can be checked on its own: a sum of least points, a gate that nothing passes. Together they prove what is settled.
Where sums of least and greatest points do not prove it (ICPs share traits, so the worst of the one may exclude the
worst of the other), the scorer has still looked at every way, and the one claim is how many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.measure import measure
from bot.core.scorecard import Scorecard
from bot.core.verdict import Action, DrainLevel, Tier, Verdict


@dataclass(frozen=True, slots=True)
class Bound:
    """A sum of points against the percentage of the most possible ones that a level asks for."""

    points: int
    of: int
    percent: int

    @property
    def needed(self) -> int:
        """The least whole points that reach the level."""
        return -(-self.percent * self.of // 100)

    @property
    def reached(self) -> bool:
        """Whether the points reach the level, in whole numbers."""
        return 100 * self.points >= self.percent * self.of


@dataclass(frozen=True, slots=True)
class KnockedOut:
    """Every value that is still possible of a trait disqualifies at once."""

    trait: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class NoKnockout:
    """No value that is still possible disqualifies at once."""


@dataclass(frozen=True, slots=True)
class DrainReaches:
    """Even the least drain reaches a level."""

    level: DrainLevel
    least: Bound


@dataclass(frozen=True, slots=True)
class DrainBelow:
    """Even the greatest drain stays below a level."""

    level: DrainLevel
    most: Bound


@dataclass(frozen=True, slots=True)
class GateFails:
    """No value that is still possible of a trait passes the gate of an ICP."""

    role: Role
    trait: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class GatesPass:
    """Every value that is still possible passes the gates of an ICP."""

    role: Role


@dataclass(frozen=True, slots=True)
class Case:
    """An extreme of the points with an ICP, against what a tier asks for."""

    role: Role
    tier: Tier
    bound: Bound


class WorstReaches(Case):
    """Even the worst case earns a tier (or a better one) with an ICP."""

    __slots__ = ()


class BestBelow(Case):
    """Even the best case does not earn a tier with an ICP."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class EveryWay:
    """Each way in which the open answers may turn out was looked at, and they all end the same."""

    ways: int


Claim = (
    KnockedOut | NoKnockout | DrainReaches | DrainBelow | GateFails | GatesPass | WorstReaches | BestBelow | EveryWay
)
Claims = tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The proof that open answers cannot change what is settled."""

    settles: Verdict | Action
    """The verdict; what to do, where the verdict itself is still open."""
    ways: int
    """In how many ways the open answers may turn out; 1 where none is open."""
    reasons: Claims
    """Why it is this and no other."""
    besides: Claims
    """What else the proof needs: nothing disqualifies, gates pass, the other ICP does not come first."""

    @property
    def claims(self) -> Claims:
        """The whole proof."""
        return self.reasons + self.besides


def certificate(scorecard: Scorecard, still: Sequence[Cells]) -> Certificate | None:
    """Why the verdict, or at least what to do, cannot change any more; None while both can.

    Args:
        scorecard: the pack.
        still: the still-possible cells of each trait, in pack order.
    """
    settles = _settled(scorecard.possibility.verdicts(still))
    if settles is None:
        return None
    ways = prod(len(cells) for cells in still)
    reasons, besides = _Prover(scorecard, still).proof(settles) or ((EveryWay(ways),), ())
    return Certificate(settles, ways, reasons, besides)


def _settled(possible: frozenset[Verdict]) -> Verdict | Action | None:
    actions = {verdict.action for verdict in possible}
    if len(actions) > 1:
        return None
    (action,), (first, *others) = actions, possible
    return action if others else first


Proof = tuple[Claims, Claims]
"""The reasons, and what else the proof needs."""


class _Prover:
    """Proves what it can from least and greatest sums; every method says None where they do not prove it."""

    def __init__(self, scorecard: Scorecard, still: Sequence[Cells]) -> None:
        self._card = scorecard
        self._still = still
        self._measures = measure(scorecard, still)
        self._columns = range(len(scorecard.positive))
        """Of the positive ICPs, the primary one first."""

    def proof(self, settles: Verdict | Action) -> Proof | None:
        """The claims that prove it."""
        match settles:
            case Verdict.DISQUALIFIED:
                return _proof(self._disqualified(), ())
            case Verdict.NO_FIT:
                return _proof(self._nobody_earns(Tier.C), self._spared())
            case Verdict():
                return self._fits(settles)
            case Action.WORK:
                return self._first_sure(Tier.B, ())
            case Action.NURTURE:
                return self._first_sure(Tier.C, self._nobody_earns(Tier.B))
            case _:
                # Disqualified or not, nothing comes of it.
                return _proof(self._nobody_earns(Tier.C), ())

    def _fits(self, verdict: Verdict) -> Proof | None:
        tier = verdict.tier
        winner = next(column for column in self._columns if verdict.startswith(self._role(column)))
        reasons, besides = self._earns(winner, tier), _joined(self._gates_pass(winner), self._spared(tier))
        for column in self._columns:
            # Of equal tiers the primary one comes first; only a tier that exists has to be ruled out.
            beyond = tier if column < winner else Tier(tier + 1) if tier < Tier.A else None
            if beyond is not None and column == winner:
                reasons = _joined(reasons, self._cannot_earn(column, beyond))
            elif beyond is not None:
                besides = _joined(besides, self._cannot_earn(column, beyond))
        return _proof(reasons, besides)

    def _first_sure(self, tier: Tier, more: Claims | None) -> Proof | None:
        """The proof by the first ICP that is sure to earn a tier."""
        each = (
            _proof(_joined(self._earns(column, tier), more), _joined(self._gates_pass(column), self._spared()))
            for column in self._columns
        )
        return next((proof for proof in each if proof is not None), None)

    def _earns(self, column: int, tier: Tier) -> Claims | None:
        worst = self._bound(column, self._measures[column].points[0], tier)
        return (WorstReaches(self._role(column), tier, worst),) if worst.reached else None

    def _gates_pass(self, column: int) -> Claims | None:
        if self._measures[column].gate != "pass":
            return None
        ratings = self._card.icps[column].ratings.values()
        return (GatesPass(self._role(column)),) if any(rating.required for rating in ratings) else ()

    def _nobody_earns(self, tier: Tier) -> Claims | None:
        return _joined(*(self._cannot_earn(column, tier) for column in self._columns))

    def _cannot_earn(self, column: int, tier: Tier) -> Claims | None:
        """Why an ICP is never of a tier or a better one: a failed gate, too few points, or the cap."""
        role, best = self._role(column), self._bound(column, self._measures[column].points[1], tier)
        for place, cells in enumerate(self._still):
            if not any(self._card.passes(column, place, cell) for cell in cells):
                return (GateFails(role, self._card.traits[place].id, cells),)
        if not best.reached:
            return (BestBelow(role, tier, best),)
        return self._drained(DrainLevel.COSTLY) if tier is Tier.A else None

    def _disqualified(self) -> Claims | None:
        for place, cells in enumerate(self._still):
            if all(self._card.cells[place][cell].knockout for cell in cells):
                return (KnockedOut(self._card.traits[place].id, cells),)
        return self._drained(DrainLevel.DISQUALIFYING)

    def _spared(self, tier: Tier = Tier.D) -> Claims:
        """Why nothing disqualifies, and why tier A, if it is that, is not capped: never in doubt, for it is settled.

        A possible knock-out, and the greatest drain, each occur in some way in which the account may turn out.
        """
        knockouts = any(cell.knockout for cells in self._card.cells for cell in cells)
        level = DrainLevel.COSTLY if tier is Tier.A else DrainLevel.DISQUALIFYING
        drains = (DrainBelow(level, self._drain(level)[1]),) if self._card.worst else ()
        return (NoKnockout(), *drains) if knockouts else drains

    def _drained(self, level: DrainLevel) -> Claims | None:
        least, _ = self._drain(level)
        return (DrainReaches(level, least),) if self._card.worst and least.reached else None

    def _drain(self, level: DrainLevel) -> tuple[Bound, Bound]:
        """The least and the greatest drain, against a level."""
        column, limits = self._card.negative, self._card.pack.drain
        percent = limits.cap if level is DrainLevel.COSTLY else limits.disqualify
        each = [] if column is None else [self._card.points(column, *known) for known in enumerate(self._still)]
        least, most = -sum(greatest for _, greatest in each), -sum(lowest for lowest, _ in each)
        return Bound(least, self._card.worst, percent), Bound(most, self._card.worst, percent)

    def _bound(self, column: int, points: int, tier: Tier) -> Bound:
        tiers = self._card.pack.tiers
        percent = {Tier.A: tiers.A, Tier.B: tiers.B, Tier.C: tiers.C}[tier]
        return Bound(points, self._card.best[column], percent)

    def _role(self, column: int) -> Role:
        return self._card.icps[column].role


def _proof(reasons: Claims | None, besides: Claims | None) -> Proof | None:
    return None if reasons is None or besides is None else (reasons, besides)


def _joined(*parts: Claims | None) -> Claims | None:
    """All claims, each once; None where one part is not proven."""
    joined: dict[Claim, None] = {}
    for part in parts:
        if part is None:
            return None
        joined |= dict.fromkeys(part)
    return tuple(joined)
