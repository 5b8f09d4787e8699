"""FitReport: whether an account fits, as far as it is known, and what every point of it comes from.

`assess` puts together what the parts of the scorer say: the exact set of possible verdicts (`worlds`), the intervals of
points, the gates, the drain, the next question (`planner`) and the fragile answers. A report states no verdict while an
unknown answer could still change it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.canonical import canonical_json, sha256_hex
from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.measure import Gate, Measure, measure, percent
from bot.core.planner import Planner, Question
from bot.core.scorecard import Scorecard
from bot.core.verdict import Action, DrainLevel, Verdict, drain_level


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one known answer adds to the points of an ICP."""

    trait: str
    cell: str
    points: int


@dataclass(frozen=True, slots=True)
class IcpFit:
    """How an account stands against one positive ICP."""

    id: str
    role: Role
    gate: Gate
    points: tuple[int, int]
    """The least and the greatest the points may turn out."""
    of: int
    """P+, the best possible points."""
    fit: tuple[int, int]
    """The same in percent of P+, between 0 and 100, in whole tenths."""
    coverage: tuple[int, int]
    """How much of what could move the points is known, out of how much."""
    contributions: tuple[Contribution, ...]
    """By points, the weightiest first."""


@dataclass(frozen=True, slots=True)
class FitReport:
    """Whether an account fits, as far as it is known."""

    account: str
    pack: str
    pack_version: int
    possible: tuple[Verdict, ...]
    """In the order of the alphabet."""
    profiles: tuple[IcpFit, ...]
    drain: tuple[int, int]
    """In percent of N-, in whole tenths."""
    costly: bool | None
    """Whether the drain caps the tier; None where that is open."""
    questions: tuple[Question, ...]
    """Every question that can still change the verdict, the next one first."""
    flips: tuple[str, ...]
    """Known traits on which the verdict hangs."""
    receipt: str

    @property
    def decided(self) -> bool:
        """Whether one verdict is left."""
        return len(self.possible) == 1

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; None while an unknown answer could change it."""
        return self.possible[0] if self.decided else None

    @property
    def action(self) -> Action | None:
        """What to do; None while an unknown answer could change it."""
        actions = {verdict.action for verdict in self.possible}
        return actions.pop() if len(actions) == 1 else None

    @property
    def action_decided(self) -> bool:
        """Whether all verdicts that are left share an action."""
        return self.action is not None

    @property
    def next(self) -> str | None:
        """The trait to ask about next; None exactly when the verdict is decided."""
        return self.questions[0].trait if self.questions else None

    def to_json(self) -> str:
        """The report as one line of canonical JSON: the scoring contract."""
        return canonical_json(
            {
                "account": self.account,
                "pack": self.pack,
                "pack_version": self.pack_version,
                "verdict": self.verdict,
                "possible": self.possible,
                "decided": self.decided,
                "action": self.action,
                "action_decided": self.action_decided,
                "profiles": [_icp_fit_json(fit) for fit in self.profiles],
                "drain": _percentages(self.drain),
                "costly": self.costly,
                "next": self.next,
                "flips": self.flips,
                "receipt": self.receipt,
            }
        )


def _icp_fit_json(fit: IcpFit) -> dict[str, object]:
    return {
        "id": fit.id,
        "role": fit.role,
        "gate": fit.gate,
        "points": fit.points,
        "of": fit.of,
        "fit": _percentages(fit.fit),
        "coverage": fit.coverage,
        "contributions": [
            {"trait": each.trait, "cell": each.cell, "points": each.points} for each in fit.contributions
        ],
    }


def _percentages(tenths: tuple[int, int]) -> list[float]:
    return [each / 10 for each in tenths]


def assess(scorecard: Scorecard, planner: Planner, account: str, still: Sequence[Cells], today: date) -> FitReport:
    """Report on an account.

    Args:
        scorecard: the pack.
        planner: chooses the next question; made for the same scorecard.
        account: its name.
        still: the still-possible cells of each trait, in pack order.
        today: the date of the report.
    """
    possible = scorecard.possibility.verdicts(still)
    return FitReport(
        account=account,
        pack=scorecard.pack.name,
        pack_version=scorecard.pack.version,
        possible=tuple(sorted(possible)),
        profiles=tuple(
            _icp_fit(scorecard, column, still, measured)
            for column, measured in zip(scorecard.positive, measure(scorecard, still), strict=True)
        ),
        drain=_drain(scorecard, still),
        costly=_costly(scorecard, still),
        questions=planner.ranked(still) if len(possible) > 1 else (),
        flips=fragile(scorecard, still, possible),
        receipt=receipt(scorecard, still, today),
    )


def _icp_fit(scorecard: Scorecard, column: int, still: Sequence[Cells], measured: Measure) -> IcpFit:
    """How an account stands against one positive ICP."""
    icp = scorecard.icps[column]
    return IcpFit(
        id=icp.id,
        role=icp.role,
        gate=measured.gate,
        points=measured.points,
        of=scorecard.best[column],
        fit=measured.fit,
        coverage=_coverage(scorecard, column, still),
        contributions=_contributions(scorecard, column, still),
    )


def _coverage(scorecard: Scorecard, column: int, still: Sequence[Cells]) -> tuple[int, int]:
    spreads = [scorecard.spread(column, trait) for trait in range(len(still))]
    known = sum(spread for spread, cells in zip(spreads, still, strict=True) if len(cells) == 1)
    return known, sum(spreads)


def _contributions(scorecard: Scorecard, column: int, still: Sequence[Cells]) -> tuple[Contribution, ...]:
    rated = scorecard.icps[column].ratings
    known = [
        Contribution(trait=trait.id, cell=cell.id, points=cell.points[column])
        for trait, cells, each in zip(scorecard.traits, still, scorecard.cells, strict=True)
        if len(cells) == 1 and trait.id in rated
        for cell in [each[cells[0]]]
    ]
    return tuple(sorted(known, key=lambda contribution: -abs(contribution.points)))


def _drain(scorecard: Scorecard, still: Sequence[Cells]) -> tuple[int, int]:
    if scorecard.negative is None or scorecard.worst == 0:
        return 0, 0
    each = [scorecard.points(scorecard.negative, trait, cells) for trait, cells in enumerate(still)]
    least, greatest = sum(least for least, _ in each), sum(greatest for _, greatest in each)
    return percent(-greatest, scorecard.worst), percent(-least, scorecard.worst)


def _costly(scorecard: Scorecard, still: Sequence[Cells]) -> bool | None:
    """Whether the drain caps the tier in all, none or some (None) of the ways the account may turn out."""
    if scorecard.negative is None:
        return False
    sums = {0}
    for trait, cells in enumerate(still):
        points = {scorecard.cells[trait][cell].points[scorecard.negative] for cell in cells}
        sums = {before + more for before in sums for more in points}
    levels = {drain_level(total, scorecard.worst, scorecard.pack.drain) is DrainLevel.COSTLY for total in sums}
    return levels.pop() if len(levels) == 1 else None


def fragile(scorecard: Scorecard, still: Sequence[Cells], possible: frozenset[Verdict]) -> tuple[str, ...]:
    """The known traits that could overturn a decided verdict: with some other cell in its place it would not stand."""
    if len(possible) > 1:
        return ()
    return tuple(
        trait.id
        for place, trait in enumerate(scorecard.traits)
        if len(still[place]) == 1 and not _stands(scorecard, still, place, possible)
    )


def _stands(scorecard: Scorecard, still: Sequence[Cells], place: int, possible: frozenset[Verdict]) -> bool:
    # All other cells at once: each of them leaves exactly this verdict if and only if all of them together do.
    others = tuple(cell for cell in scorecard.everything[place] if cell not in still[place])
    changed = (*still[:place], others, *still[place + 1 :])
    return not others or scorecard.possibility.verdicts(changed) == possible


def receipt(scorecard: Scorecard, still: Sequence[Cells], today: date) -> str:
    """A fingerprint of everything the report follows from: the pack, what is known, and the date."""
    answers = {
        trait.id: sorted(scorecard.cell_ids(place, still[place])) for place, trait in enumerate(scorecard.traits)
    }
    return sha256_hex(
        {
            "answers": answers,
            "pack": scorecard.pack.name,
            "version": scorecard.pack.version,
            "digest": scorecard.digest,
            "today": today.isoformat(),
        }
    )
