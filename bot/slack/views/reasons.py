"""Reasons: the facts of a fit report in plain words, without any markup, for whoever puts them into blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.fit import FitReport, IcpFit
from bot.core.framework import trait_of
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.verdict import DrainLevel, Verdict, drain_level
from bot.core.wording import action_words, cell_words, counted, listed, value_words, verdict_words
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import flat
from bot.slack.views.frame import Frame

NAME = 80
"""Characters of an account's name that are shown where more has to fit beside it."""
LABEL = 80
VALUE = 120
_GATES = {"pass": "has every must-have", "open": "must-haves still open", "fail": "out, a must-have is missing"}
_SIGNS = (("..", " to "), (">=", "at least "), ("<=", "at most "), (">", "above "), ("<", "below "))
_MOST_CELLS = 6
"""Values that are named before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one known answer adds to the points of an ICP."""

    points: int
    label: str
    value: str
    gate: bool
    answer: Answer | None
    """Who said so; None where any value earns the same."""


@dataclass(frozen=True, slots=True)
class FailedGate:
    """A known answer that an ICP does not take."""

    label: str
    value: str
    takes: str
    answer: Answer | None


def name_of(account: Account) -> str:
    """The account's name, as long as fits beside something else."""
    return flat(account.name, NAME)


def headline(report: FitReport) -> str:
    """The answer in one line: whose it is, the verdict and what to do, or that it is open."""
    return f"{flat(report.account, NAME)}: {in_short(report)}"


def in_short(report: FitReport) -> str:
    """The answer without the name: the verdict and what to do, or the best that is left."""
    if report.verdict is not None:
        return f"{verdict_words(report.verdict)}, {action_words(report.verdict.action)}"
    first = action_words(report.action) if report.action is not None else "still open"
    return f"{first}, at best {verdict_words(best(report))}"


def best(report: FitReport) -> Verdict:
    """The best verdict that is left."""
    return min(report.possible, key=lambda each: each.rank)


def possible_words(verdicts: Iterable[Verdict]) -> str:
    """Verdicts as a list in a sentence, the best first."""
    return listed([verdict_words(verdict) for verdict in sorted(verdicts, key=lambda each: each.rank)])


def standing_sentence(answer: FitAnswer, card: Scorecard) -> str:
    """How far the verdict is decided, in a sentence: the score of one that is, else the worst and how much is open."""
    report = answer.report
    if report.verdict is None:
        return f"{_worst(report)}; {open_words(report)}."
    fit = fit_of(main_column(answer, card), answer, card)
    if report.verdict is Verdict.DISQUALIFIED or fit.gate == "fail":
        return "Decided: no open answer can change it."
    return f"Decided, with {score_words(fit)}: fit {interval(fit.fit)}."


def _worst(report: FitReport) -> str:
    if len(report.possible) == 2:  # noqa: PLR2004 - either one or the other
        return f"Either {possible_words(report.possible)}"
    return f"At worst {verdict_words(max(report.possible, key=lambda each: each.rank))}"


def open_words(report: FitReport) -> str:
    """How many answers can still change the verdict."""
    count = len(report.questions)
    return f"{counted(count, 'open answer')} {'matters' if count == 1 else 'matter'}"


def main_column(answer: FitAnswer, card: Scorecard) -> int:
    """The ICP whose points are shown in full: that of the verdict, else the first one that is not out."""
    role = (answer.report.verdict or "").partition("/")[0]
    fitting = [column for column in card.positive if card.icps[column].role.value == role]
    left = [column for column in card.positive if fit_of(column, answer, card).gate != "fail"]
    return (*fitting, *left, *card.positive)[0]


def fit_of(column: int, answer: FitAnswer, card: Scorecard) -> IcpFit:
    """How the account stands against one positive ICP."""
    return answer.report.profiles[card.positive.index(column)]


def icp_title(column: int, answer: FitAnswer, card: Scorecard) -> str:
    """Which ICP the points are about, and how its gate stands."""
    icp = card.icps[column]
    return f"{icp.role.value} ICP “{flat(icp.name, LABEL)}”: {_GATES[fit_of(column, answer, card).gate]}"


def icp_sentence(column: int, answer: FitAnswer, card: Scorecard) -> str:
    """How the account stands against one positive ICP, in a line."""
    fit, icp = fit_of(column, answer, card), card.icps[column]
    title = f"{icp.role.capitalize()} ICP “{flat(icp.name, LABEL)}”"
    if fit.gate == "fail":
        return f"{title}: {_GATES[fit.gate]}"
    return f"{title}: {score_words(fit)}, fit {interval(fit.fit)}, {_GATES[fit.gate]}"


def score_words(fit: IcpFit) -> str:
    """The points and the best possible ones."""
    low, high = fit.points
    return f"{low} of {fit.of} points" if low == high else f"{low} to {high} of {fit.of} points"


def interval(fit: tuple[int, int]) -> str:
    """An interval of percentages, given in whole tenths."""
    low, high = (f"{tenths / 10:.1f} %" for tenths in fit)
    return low if low == high else f"{low} to {high}"


def signed(points: int) -> str:
    """Points with their sign; nothing has none."""
    return f"{points:+d}" if points else "0"


def reasons(column: int, answer: FitAnswer, card: Scorecard) -> list[Reason]:
    """What is known and rated by an ICP: gates first, then by points, the weightiest first."""
    ratings = card.icps[column].ratings
    found = []
    for each in fit_of(column, answer, card).contributions:
        place = card.index[each.trait]
        standing, trait = answer.standings[place], card.traits[place]
        value = known_words(standing, place, card)
        source = standing.answers[0] if standing.answers else None
        found.append(Reason(each.points, flat(trait.label, LABEL), value, ratings[each.trait].required, source))
    return sorted(found, key=lambda reason: not reason.gate)


def drained(answer: FitAnswer, card: Scorecard) -> bool:
    """Whether what is known makes an account too costly, so that it is disqualified."""
    if card.negative is None:
        return False
    least = sum(card.points(card.negative, place, standing.cells)[1] for place, standing in enumerate(answer.standings))
    return drain_level(least, card.worst, card.pack.drain) is DrainLevel.DISQUALIFYING


def drains(negative: int, answer: FitAnswer, card: Scorecard) -> list[Reason]:
    """What is known and counts against the account in the negative ICP, whose column that is, the worst first."""
    found = []
    for place, standing in enumerate(answer.standings):
        points = card.points(negative, place, standing.cells)[0]
        if len(standing.cells) == 1 and points < 0:
            source = standing.answers[0] if standing.answers else None
            value = known_words(standing, place, card)
            found.append(Reason(points, flat(card.traits[place].label, LABEL), value, gate=False, answer=source))
    return sorted(found, key=lambda reason: reason.points)


def known_words(standing: Standing, place: int, card: Scorecard) -> str:
    """What is known of a trait, as it was given; its cell where nobody gave anything."""
    if standing.answers:
        return given_words(standing.answers[0].value, card.traits[place], card.pack.currency)
    return flat(_in_words(cell_words(card, place, standing.cells[0]), card.traits[place]), VALUE)


def given_words(value: JsonValue, trait: Trait | None, currency: str) -> str:
    """A value in words; as it was stored where the pack has no such trait any more."""
    return flat(value_words(value, trait, currency) if trait else str(value), VALUE)


def noted_words(answers: Sequence[Answer], frame: Frame) -> str:
    """Answers as an echo: Employees: 120, Stack: at least Snowflake."""
    parts = []
    for answer in answers:
        trait = trait_of(frame.pack, answer.trait)
        label = flat(trait.label if trait else answer.trait, LABEL)
        parts.append(f"{label}: {given_words(answer.value, trait, frame.pack.currency)}")
    return ", ".join(parts)


def knockouts(answer: FitAnswer, card: Scorecard) -> Iterator[Reason]:
    """Known answers that disqualify at once."""
    for place, standing in enumerate(answer.standings):
        if all(card.cells[place][cell].knockout for cell in standing.cells):
            source = standing.answers[0] if standing.answers else None
            label, value = flat(card.traits[place].label, LABEL), known_words(standing, place, card)
            yield Reason(0, label, value, gate=False, answer=source)


def disagreements(answer: FitAnswer, card: Scorecard) -> Iterator[tuple[str, list[tuple[str, Answer]]]]:
    """Traits on which sources exclude each other, with what each of them says."""
    for trait, standing in zip(card.traits, answer.standings, strict=True):
        if standing.disagrees:
            said = [(given_words(each.value, trait, card.pack.currency), each) for each in standing.answers]
            yield flat(trait.label, LABEL), said


def failed_gates(column: int, answer: FitAnswer, card: Scorecard) -> Iterator[FailedGate]:
    """Known answers that an ICP does not take."""
    for place, standing in enumerate(answer.standings):
        if not any(card.passes(column, place, cell) for cell in standing.cells):
            passing = [cell for cell in card.everything[place] if card.passes(column, place, cell)]
            yield FailedGate(
                flat(card.traits[place].label, LABEL),
                known_words(standing, place, card),
                cells_words(passing, place, card),
                standing.answers[0] if standing.answers else None,
            )


def cells_words(cells: Sequence[int], place: int, card: Scorecard) -> str:
    """Cells of a trait as a list in a sentence."""
    named = [flat(_in_words(cell_words(card, place, cell), card.traits[place]), LABEL) for cell in cells[:_MOST_CELLS]]
    more = len(cells) - len(named)
    return listed([*named, f"{more} more"] if more else named)


def _in_words(words: str, trait: Trait) -> str:
    """A range of numbers as people say it: 50 to 200, below 10."""
    return range_words(words) if trait.kind.is_numeric else words


def range_words(written: str) -> str:
    """A range as a pack writes it, in words."""
    for sign, said in _SIGNS:
        written = written.replace(sign, said)
    return written


def fragile_labels(report: FitReport, card: Scorecard) -> list[str]:
    """The known answers on which a decided verdict hangs."""
    return [flat(card.traits[card.index[trait]].label, LABEL) for trait in report.flips]


def footer(report: FitReport, frame: Frame) -> str:
    """Pack, version, date and receipt."""
    status = "draft of version" if frame.draft else "version"
    title = flat(frame.pack.title, LABEL)
    return f"{title}, {status} {report.pack_version}, {frame.today}, receipt {report.receipt[:12]}. Computed by rules."
