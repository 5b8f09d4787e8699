"""Certificate words: why nothing can change a verdict any more, the same words in every place that shows them.

A comparison is true as it is shown. Fit and drain are shown in percent, where rounding would make it a lie in points.
Plain text without markup; whoever renders it escapes it.
"""

from collections.abc import Callable, Sequence

from bot.core.cell import Cells
from bot.core.certificate import (
    Bound,
    Case,
    Certificate,
    Claim,
    Claims,
    DrainBelow,
    DrainReaches,
    GateFails,
    GatesPass,
    KnockedOut,
    NoKnockout,
)
from bot.core.icp import Role
from bot.core.measure import percent
from bot.core.scorecard import Scorecard
from bot.core.verdict import Action, DrainLevel, Tier, Verdict
from bot.core.wording import action_words, cell_words, listed, verdict_words

Values = Callable[[Sequence[int], int, Scorecard], str]
"""How some cells of a trait, by its place in pack order, are named."""
MOST_WAYS = 10**12
"""From here on the number of ways says nothing to anybody."""


def cells_words(cells: Sequence[int], place: int, scorecard: Scorecard) -> str:
    """Cells of a trait as a list in a sentence."""
    return listed([cell_words(scorecard, place, cell) for cell in cells])


def certificate_lines(certificate: Certificate, scorecard: Scorecard, values: Values = cells_words) -> list[str]:
    """The proof line by line: first what is settled and its main reason, then what else the proof rests on.

    Args:
        certificate: the proof.
        scorecard: the pack that it was made with.
        values: names the cells of a trait.
    """
    words = _Words(scorecard, values)
    whatever = ", whatever is still open" if certificate.ways > 1 else ""
    headline = f"{_settled(certificate.settles)}{whatever}: {'; '.join(words.reasons(certificate.reasons))}."
    return [headline, *(f"{_capital(words.claim(each))}." for each in certificate.besides)]


def _settled(settles: Verdict | Action) -> str:
    if isinstance(settles, Action):
        return f"Settled, {action_words(settles)}"
    return f"Settled as {verdict_words(settles)}"


class _Words:
    """The words for claims about accounts of one pack."""

    def __init__(self, scorecard: Scorecard, values: Values) -> None:
        self._card = scorecard
        self._values = values

    def reasons(self, claims: Claims) -> list[str]:
        """Claims in a few words each, those about the points first; what says the same of two ICPs stands together."""
        cases: dict[Role, list[str]] = {}
        gates: dict[tuple[str, Cells], list[Role]] = {}
        others: list[str] = []
        for claim in claims:
            match claim:
                case Case(role):
                    cases.setdefault(role, []).append(_case(claim))
                case GateFails(role, trait, cells):
                    gates.setdefault((trait, cells), []).append(role)
                case _:
                    others.append(self.claim(claim))
        of_points = [f"{listed(each, 'and')} {_as(role)}" for role, each in cases.items()]
        return [*of_points, *(self._fails(*known, roles) for known, roles in gates.items()), *others]

    def claim(self, claim: Claim) -> str:  # noqa: PLR0911 - one return a claim
        """A claim as a sentence without its capital letter and its full stop."""
        match claim:
            case KnockedOut(trait, cells):
                return f"{self._known(trait, cells)}, which is a knock-out"
            case NoKnockout():
                return "no open answer can be a knock-out"
            case GateFails(role, trait, cells):
                return self._fails(trait, cells, [role])
            case GatesPass(role):
                return f"every gate passes {_as(role)}"
            case Case(role):
                return f"{_case(claim)}, so {_never(claim)} {_as(role)}"
            case DrainReaches(level, least):
                follows = "the tier is capped at B" if level is DrainLevel.COSTLY else "it disqualifies"
                return f"drain is at least {compared(least)}, so {follows}"
            case DrainBelow(level, most):
                follows = "caps the tier" if level is DrainLevel.COSTLY else "disqualifies"
                return f"drain is at most {compared(most)}, so it never {follows}"
            case _:
                return _every_way(claim.ways)

    def _fails(self, trait: str, cells: Cells, roles: Sequence[Role]) -> str:
        return f"{self._known(trait, cells)}, which fails a gate {_as(*roles)}"

    def _known(self, trait: str, cells: Cells) -> str:
        place = self._card.index[trait]
        return f"{self._card.traits[place].label} is {self._values(cells, place, self._card)}"


def _as(*roles: Role) -> str:
    return " and ".join(f"as {role.value}" for role in roles)


def _case(case: Case) -> str:
    return f"{'worst' if case.bound.reached else 'best'} case {compared(case.bound)}"


def _never(case: Case) -> str:
    if case.bound.reached:
        return f"never below {case.tier.name}"
    return "not even C" if case.tier is Tier.C else f"never better than {Tier(case.tier - 1).name}"


def compared(bound: Bound) -> str:
    """What is reached against what a level asks for: `58 < 60`; in points where the percentages would mislead."""
    sign = "≥" if bound.reached else "<"
    tenths = percent(bound.points, bound.of)
    if (tenths >= 10 * bound.percent) is bound.reached:
        return f"{tenths / 10:g} {sign} {bound.percent}"
    return f"{bound.points} of {bound.of} points {sign} {bound.needed}"


def _every_way(ways: int) -> str:
    if ways > MOST_WAYS:
        return f"each of more than {MOST_WAYS:,} ways it may turn out ends there"
    return f"all {ways:,} ways it may turn out end there"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
