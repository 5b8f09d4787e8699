"""Pack effect: what a change of a pack means for the accounts, told by the one scorer before it and after it.

An account is told of where its possible verdicts or its points changed, with the ratings that did it. What an author
wrote decides alone: the same answers are scored twice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.account import Account
from bot.core.cell import Cells
from bot.core.fit import FitReport, IcpFit
from bot.core.fit_words import by_rank, interval_words
from bot.core.measure import Gate
from bot.core.verdict import Verdict
from bot.core.wording import listed, verdict_words
from bot.flows.fit import Scorer
from bot.ports import Ports, Scope

MOST_REASONS = 5
MOST_LISTED = 3
"""So many possible verdicts are named; of more only the best and the worst are."""
_GATES: dict[Gate, str] = {"pass": "gate passed", "fail": "gate failed", "open": "gate open"}


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What a change of the pack means for one account."""

    name: str
    before: str
    after: str
    why: tuple[str, ...]
    """The ratings that did it, what weighs most first."""
    size: tuple[int, int]
    """How far the verdicts moved, and by how many tenths of a percent the fit did."""


@dataclass(frozen=True, slots=True)
class PackEffect:
    """What a change of the pack means for the accounts."""

    changes: tuple[AccountChange, ...]
    """Those that changed the most first."""
    compared: int
    accounts: int
    """How many there are; more than were compared where there was no time for all."""


@dataclass(frozen=True, slots=True)
class _Side:
    """An account under one version of the pack."""

    scorer: Scorer
    still: tuple[Cells, ...]
    report: FitReport

    @classmethod
    def of(cls, scorer: Scorer, account: Account, today: date) -> "_Side":
        still = tuple(each.cells for each in scorer.standings(account, today))
        return cls(scorer, still, scorer.report(account.name, still, today))

    @property
    def points(self) -> dict[str, tuple[int, int]]:
        """By ICP; the best possible ones are no account's own, and change alone tells nothing of one."""
        return {each.id: each.points for each in self.report.profiles}


def pack_effect(
    before: Scorer, after: Scorer, team: str, ports: Ports, today: date, goes_on: Callable[[], bool] = lambda: True
) -> PackEffect:
    """Compare what two versions of a pack say about every account.

    Args:
        before: the version that was in force.
        after: the version that is.
        team: whose accounts.
        ports: where they are.
        today: the date to score for.
        goes_on: asked before each account; the comparison ends where it says no.

    Raises:
        StateUnavailable: the database cannot be read.
    """
    changes: list[AccountChange] = []
    compared = 0
    with ports.store().begin(Scope(team, after.pack.name), writes=False) as work:
        accounts = work.accounts.count()
        for account in work.accounts.all():
            if not goes_on():
                break
            compared += 1
            changes += _compared(_Side.of(before, account, today), _Side.of(after, account, today))
    changes.sort(key=lambda each: (*(-part for part in each.size), each.name))
    return PackEffect(tuple(changes), compared, accounts)


def _compared(before: _Side, after: _Side) -> Iterator[AccountChange]:
    old, new = before.report, after.report
    sides = [
        (side.points, side.report.possible, side.report.drain, standing_words(side.report)) for side in (before, after)
    ]
    if sides[0] == sides[1]:
        return
    told = _told_apart(before, after)
    yield AccountChange(new.account, *told, tuple(_few(_reasons(before, after))), _size(old, new))


def _size(old: FitReport, new: FitReport) -> tuple[int, int]:
    ranks = [by_rank(each) for each in (old, new)]
    verdicts = sum(abs(ranks[0][end].rank - ranks[1][end].rank) for end in (0, -1))
    fits = [{fit.id: fit.fit for fit in each.profiles} for each in (old, new)]
    nothing = (0, 0)
    moved = [
        abs(fits[0].get(icp, nothing)[end] - fits[1].get(icp, nothing)[end])
        for icp in fits[0] | fits[1]
        for end in (0, 1)
    ]
    return verdicts, max(moved)


# What is said of one version


def standing_words(report: FitReport) -> str:
    """The verdict, or what is still possible, and the fit, in a few words."""
    fit = _main(report)
    if fit.gate == "fail" or report.verdict is Verdict.DISQUALIFIED:
        return _verdict_words(report)
    return f"{_verdict_words(report)}, fit {interval_words(fit.fit)}"


def _verdict_words(report: FitReport) -> str:
    words = [verdict_words(verdict) for verdict in by_rank(report)]
    if report.decided:
        return words[0]
    if len(words) <= MOST_LISTED:
        return f"open: {listed(words)}"
    return f"open: {words[0]} at best, {words[-1]} at worst"


def _main(report: FitReport) -> IcpFit:
    """The ICP whose fit is told: that of the verdict, else the first one that is not out."""
    role = (report.verdict or "").partition("/")[0]
    fitting = [fit for fit in report.profiles if fit.role.value == role]
    left = [fit for fit in report.profiles if fit.gate != "fail"]
    return (*fitting, *left, *report.profiles)[0]


def _told_apart(before: _Side, after: _Side) -> tuple[str, str]:
    """Words for both versions; where the short ones are the same, with what differs behind them."""
    words = standing_words(before.report), standing_words(after.report)
    if words[0] != words[1]:
        return words
    kinds: tuple[Callable[[_Side], list[str]], ...] = (_possible_words, _points_words, _drain_words)
    both = next(pair for kind in kinds if (pair := (kind(before), kind(after)))[0] != pair[1])
    told = [[part for part in one if part not in other] for one, other in (both, both[::-1])]
    return _joined(words[0], told[0]), _joined(words[1], told[1])


def _joined(words: str, more: list[str]) -> str:
    return "; ".join([words, *([", ".join(more)] if more else [])])


def _possible_words(side: _Side) -> list[str]:
    return [f"maybe {verdict_words(verdict)}" for verdict in by_rank(side.report)]


def _points_words(side: _Side) -> list[str]:
    return [f"{fit.id} {_span(fit.points, '')} of {fit.of} points" for fit in side.report.profiles]


def _drain_words(side: _Side) -> list[str]:
    return [f"drain {interval_words(side.report.drain)}"]


# Why


@dataclass(frozen=True, slots=True)
class _Worth:
    """What an account's answers to one trait are worth in one ICP."""

    points: tuple[int, int]
    gate: Gate | None
    """None where the ICP has no gate there."""


_NOTHING = _Worth((0, 0), None)


def _worths(side: _Side) -> dict[tuple[str, str], _Worth]:
    """By ICP and trait, what is rated."""
    card = side.scorer.scorecard
    return {
        (icp.id, trait.id): _Worth(card.points(column, place, side.still[place]), _gate(side, column, place))
        for column, icp in enumerate(card.icps)
        for place, trait in enumerate(card.traits)
        if trait.id in icp.ratings
    }


def _gate(side: _Side, column: int, place: int) -> Gate | None:
    card = side.scorer.scorecard
    if not card.icps[column].ratings[card.traits[place].id].required:
        return None
    passing = {card.passes(column, place, cell) for cell in side.still[place]}
    return "open" if len(passing) > 1 else "pass" if passing.pop() else "fail"


def _reasons(before: _Side, after: _Side) -> Iterator[str]:
    yield from _knockouts(before, after)
    old, new = _worths(before), _worths(after)
    labels = _labels(before) | _labels(after)
    differ = [key for key in old | new if old.get(key, _NOTHING) != new.get(key, _NOTHING)]
    differ.sort(key=lambda key: _weight(old.get(key, _NOTHING), new.get(key, _NOTHING)), reverse=True)
    for icp, trait in differ:
        pair = [side.get((icp, trait)) for side in (old, new)]
        yield f"{labels[trait]}: {_worth_words(pair[0], pair[1])} ({icp})"
    yield from _thresholds(before, after)


def _labels(side: _Side) -> dict[str, str]:
    return {trait.id: trait.label for trait in side.scorer.pack.traits}


def _weight(old: _Worth, new: _Worth) -> tuple[bool, int]:
    return old.gate != new.gate, max(abs(old.points[end] - new.points[end]) for end in (0, 1))


def _worth_words(old: _Worth | None, new: _Worth | None) -> str:
    """Both sides as points; as gates where those changed and the points did not."""
    if old is None or new is None or old.points != new.points:
        return " → ".join("not rated" if each is None else _span(each.points, "+") for each in (old, new))
    return " → ".join("no gate" if each.gate is None else _GATES[each.gate] for each in (old, new))


def _span(points: tuple[int, int], sign: str) -> str:
    low, high = (format(each, sign) if each else "0" for each in points)
    return low if low == high else f"{low} to {high}"


def _knockouts(before: _Side, after: _Side) -> Iterator[str]:
    old, new = _knocked_out(before), _knocked_out(after)
    for label in [*new, *old]:
        if label not in old:
            yield f"{label}: rules it out now"
        elif label not in new:
            yield f"{label}: does not rule it out any more"


def _knocked_out(side: _Side) -> list[str]:
    card = side.scorer.scorecard
    return [
        trait.label
        for trait, cells, still in zip(card.traits, card.cells, side.still, strict=True)
        if all(cells[cell].knockout for cell in still)
    ]


def _thresholds(before: _Side, after: _Side) -> Iterator[str]:
    """What holds for the whole pack: where verdicts moved the tiers and the drain, and the best possible points."""
    packs = before.scorer.pack, after.scorer.pack
    if before.report.possible != after.report.possible:
        for name in ("A", "B", "C"):
            yield from _moved(f"Tier {name} from", [getattr(pack.tiers, name) for pack in packs], " %")
        yield from _moved("Drain caps from", [pack.drain.cap for pack in packs], " %")
        yield from _moved("Drain disqualifies from", [pack.drain.disqualify for pack in packs], " %")
    old, new = ({fit.id: fit.of for fit in side.report.profiles} for side in (before, after))
    for icp in old:
        if icp in new:
            yield from _moved(f"Best possible points ({icp}):", [old[icp], new[icp]], "")


def _moved(what: str, values: Sequence[int], unit: str) -> Iterator[str]:
    old, new = values
    if old != new:
        yield f"{what} {old}{unit} → {new}{unit}"


def _few(reasons: Iterator[str]) -> Iterator[str]:
    """The first few, and how many more there are."""
    every = list(dict.fromkeys(reasons))
    yield from every[:MOST_REASONS]
    if len(every) > MOST_REASONS:
        yield f"and {len(every) - MOST_REASONS} more"
