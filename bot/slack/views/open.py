"""Open: what is not known yet, in plain words: what it could change, and what it would take."""

from bot.core.fit import FitReport
from bot.core.icp import Role
from bot.core.planner import Question
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.verdict import Verdict
from bot.core.wording import counted, listed
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import flat
from bot.slack.views.reasons import LABEL, VALUE, cells_words, given_words, known_words, signed

_IN = {Role.PRIMARY: "as primary", Role.SECONDARY: "as secondary", Role.NEGATIVE: "for its cost"}


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
        f"{signed(low)} to {signed(high)} {_IN[icp.role]}"
        for column, icp in enumerate(card.icps)
        for low, high in [card.points(column, place, standing.cells)]
        if low != high and icp.id not in out
    ]
    if any(card.cells[place][cell].knockout for cell in standing.cells):
        moves.append("can rule it out")
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


def outcomes(question: Question, card: Scorecard) -> list[tuple[str, tuple[Verdict, ...]]]:
    """Each answer to a question, with the verdicts it would leave; answers that leave the same stand together."""
    place = card.index[question.trait]
    numbers = {cell.id: number for number, cell in enumerate(card.cells[place])}
    together: dict[tuple[Verdict, ...], list[int]] = {}
    for cell, verdicts in question.leaves.items():
        together.setdefault(verdicts, []).append(numbers[cell])
    return [(cells_words(cells, place, card), verdicts) for verdicts, cells in together.items()]


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
