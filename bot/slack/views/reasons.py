"""Reasons: the facts of a fit report in plain words, without any markup, for whoever puts them into blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.fit import FitReport, IcpFit
from bot.core.planner import Question
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.verdict import Verdict
from bot.core.wording import action_words, cell_words, counted, listed, value_words, verdict_words
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import flat
from bot.slack.views.frame import Frame

NAME = 80
"""Characters of an account's name that are shown where more has to fit beside it."""
LABEL = 80
VALUE = 120
_GATES = {"pass": "all gates pass", "open": "gates open", "fail": "out"}
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
    """The answer in one line: the verdict and what to do, or that it is open."""
    name = flat(report.account, NAME)
    if report.verdict is not None:
        return f"{name}: {verdict_words(report.verdict)}, {action_words(report.verdict.action)}"
    if report.action is not None:
        return f"{name}: {action_words(report.action)}, at best {verdict_words(best(report))}"
    return f"{name}: still open, at best {verdict_words(best(report))}"


def best(report: FitReport) -> Verdict:
    """The best verdict that is left."""
    return min(report.possible, key=lambda each: each.rank)


def possible_words(report: FitReport) -> str:
    """The verdicts that are left, the best first."""
    return listed([verdict_words(verdict) for verdict in sorted(report.possible, key=lambda each: each.rank)])


def standing_sentence(report: FitReport) -> str:
    """How far the verdict is decided, in a sentence."""
    if report.verdict is not None:
        return "Decided: nothing that is still open can change it."
    if report.action is not None:
        return f"That much is decided. Still possible: {possible_words(report)}."
    return f"Possible: {possible_words(report)}."


def in_short(report: FitReport) -> str:
    """The verdict in a list: short, and without the name."""
    if report.verdict is not None:
        return f"{verdict_words(report.verdict)}, {action_words(report.verdict.action)}"
    return f"open: {possible_words(report)}"


def main_column(answer: FitAnswer, card: Scorecard) -> int:
    """The ICP whose points are shown in full: that of the verdict, else the first one that is not out."""
    if answer.report.verdict is not None:
        role = answer.report.verdict.value.partition("/")[0]
        fitting = [column for column in card.positive if card.icps[column].role.value == role]
    else:
        fitting = [column for column in card.positive if fit_of(column, answer, card).gate != "fail"]
    return (*fitting, *card.positive)[0]


def fit_of(column: int, answer: FitAnswer, card: Scorecard) -> IcpFit:
    """How the account stands against one positive ICP."""
    return answer.report.profiles[card.positive.index(column)]


def icp_sentence(column: int, answer: FitAnswer, card: Scorecard) -> str:
    """How the account stands against one positive ICP, in a line."""
    fit, icp = fit_of(column, answer, card), card.icps[column]
    title = f"{icp.role.capitalize()} ICP “{flat(icp.name, LABEL)}”"
    if fit.gate == "fail":
        return f"{title}: out, a gate failed"
    return f"{title}: {score_words(fit)}, fit {interval(fit.fit)}, {_GATES[fit.gate]}"


def score_words(fit: IcpFit) -> str:
    """The points and the best possible ones."""
    low, high = fit.points
    return f"{low} of {fit.of} points" if low == high else f"{low} to {high} of {fit.of} points"


def interval(fit: tuple[int, int]) -> str:
    """An interval of percentages, given in whole tenths."""
    low, high = (f"{tenths / 10:.1f} %" for tenths in fit)
    return low if low == high else f"{low} to {high}"


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


def drains(negative: int, answer: FitAnswer, card: Scorecard) -> list[Reason]:
    """What is known and counts against the account in the negative ICP, whose column that is."""
    found = []
    for place, standing in enumerate(answer.standings):
        points = card.points(negative, place, standing.cells)[0]
        if len(standing.cells) == 1 and points < 0:
            source = standing.answers[0] if standing.answers else None
            value = known_words(standing, place, card)
            found.append(Reason(points, flat(card.traits[place].label, LABEL), value, gate=False, answer=source))
    return found


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
        trait = frame.pack.trait(answer.trait)
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


def open_traits(answer: FitAnswer, card: Scorecard) -> list[tuple[str, str, str]]:
    """Open traits that can change the verdict, the next question's first: label, what it moves, what is known of it."""
    rows = []
    for question in answer.report.questions:
        place = card.index[question.trait]
        label = flat(card.traits[place].label, LABEL)
        rows.append((label, _moves(place, answer, card), _hint(answer.standings[place], card.traits[place], card)))
    return rows


def idle_labels(answer: FitAnswer, card: Scorecard) -> list[str]:
    """Open traits that cannot change the verdict."""
    matter = {question.trait for question in answer.report.questions}
    return [
        flat(trait.label, LABEL)
        for trait, standing in zip(card.traits, answer.standings, strict=True)
        if len(standing.cells) > 1 and trait.id not in matter
    ]


def _moves(place: int, answer: FitAnswer, card: Scorecard) -> str:
    standing = answer.standings[place]
    out = {fit.id for fit in answer.report.profiles if fit.gate == "fail"}
    moves = [
        f"{icp.role} {low:+d} to {high:+d}"
        for column, icp in enumerate(card.icps)
        for low, high in [card.points(column, place, standing.cells)]
        if low != high and icp.id not in out
    ]
    if any(card.cells[place][cell].knockout for cell in standing.cells):
        moves.append("knock-out possible")
    return ", ".join(moves)


def _hint(standing: Standing, trait: Trait, card: Scorecard) -> str:
    """What is known although the trait is open: part of an answer, or one that has expired."""
    currency = card.pack.currency
    if standing.answers:
        return "known: " + listed([given_words(each.value, trait, currency) for each in standing.answers[:3]], "and")
    if standing.expired:
        old = standing.expired[0]
        return f"was {given_words(old.value, trait, currency)} on {old.on}, too long ago to count"
    if standing.unreadable:
        return f"{flat(str(standing.unreadable[0].value), VALUE)} is no longer an option"
    return ""


def outcomes(question: Question, card: Scorecard) -> list[tuple[str, str]]:
    """Each answer to a question, with the verdicts it would leave; answers that leave the same stand together."""
    place = card.index[question.trait]
    numbers = {cell.id: number for number, cell in enumerate(card.cells[place])}
    together: dict[tuple[Verdict, ...], list[int]] = {}
    for cell, verdicts in question.leaves.items():
        together.setdefault(verdicts, []).append(numbers[cell])
    return [
        (cells_words(cells, place, card), listed([verdict_words(verdict) for verdict in verdicts]))
        for verdicts, cells in together.items()
    ]


def wanted(answer: FitAnswer, card: Scorecard) -> tuple[str, list[str]] | None:
    """What it would take: a headline and the answers; None where nothing would do or nothing is needed."""
    takes = answer.would_take
    if takes is None:
        return None
    count = counted(len(takes.wanted), "answer")
    first = f"For tier {takes.tier.name} or better, come what may: {count if takes.fewest else f'at most {count}'}"
    lines = []
    for each in takes.wanted:
        place = card.index[each.trait]
        numbers = {cell.id: number for number, cell in enumerate(card.cells[place])}
        value = cells_words([numbers[cell] for cell in (each.cell, *each.or_else)], place, card)
        today = f" (today {known_words(answer.standings[place], place, card)})" if each.instead else ""
        lines.append(f"{flat(card.traits[place].label, LABEL)}: {value}{today}")
    return first, lines


def nothing_to_take(report: FitReport) -> str:
    """Why there is nothing that it would take."""
    certain = all(verdict.tier.name == "A" for verdict in report.possible)
    return "Nothing: that is the best there is." if certain else "No answers can get it to a better tier."


def fragile_labels(report: FitReport, card: Scorecard) -> list[str]:
    """The known answers on which a decided verdict hangs."""
    return [flat(card.traits[card.index[trait]].label, LABEL) for trait in report.flips]


def footer(report: FitReport, frame: Frame) -> str:
    """Pack, version, date and receipt."""
    status = "draft of version" if frame.draft else "version"
    title = flat(frame.pack.title, LABEL)
    return f"{title}, {status} {report.pack_version}, {frame.today}, receipt {report.receipt[:12]}. Computed by rules."
