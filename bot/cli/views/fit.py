"""A fit report in the terminal: the answer in the first line, then reasons, then what is open."""

from collections.abc import Iterator
from datetime import date

from bot.cli.views.table import columns
from bot.core.fit import FitReport, IcpFit
from bot.core.fit_words import by_rank, headline, interval_words
from bot.core.icp import Role
from bot.core.planner import Question
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.verdict import Verdict
from bot.core.wording import (
    cell_words,
    counted,
    listed,
    provenance_words,
    value_words,
    verdict_words,
)
from bot.flows.fit import FitAnswer, Scorer

LONGEST_NAME = 60
FIRM = {"pass": "all gates pass", "open": "gates open", "fail": "out"}


def fit_lines(answer: FitAnswer, scorer: Scorer, today: date, *, draft: bool = False) -> list[str]:
    """The whole report on a stored account."""
    report, card = answer.report, scorer.scorecard
    parts = [
        [headline(report), *_notices(answer, card)],
        *(_icp_part(column, fit, answer, card) for column, fit in zip(card.positive, report.profiles, strict=True)),
        _negative_part(answer, card),
        _open_part(answer, card),
        question_lines(answer, scorer),
        would_take_lines(answer, scorer),
        _fragile_part(report, card),
        [footer(report, scorer, today, draft=draft)],
    ]
    return _spaced(parts)


def _spaced(parts: list[list[str]]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part:
            lines.extend(["", *part] if lines else part)
    return lines


def _notices(answer: FitAnswer, card: Scorecard) -> Iterator[str]:
    for place, standing in enumerate(answer.standings):
        trait = card.traits[place]
        if all(card.cells[place][cell].knockout for cell in standing.cells):
            yield f"Knock-out: {trait.label} is {known_words(standing, place, card)} ({_source(standing)})."
        if standing.disagrees:
            said = [f"{_said(given.value, trait, card)} ({provenance_words(given)})" for given in standing.answers]
            yield f"Disagreement on {trait.label}: {listed(said, 'against')}. Both stay possible."


def _said(value: object, trait: Trait, card: Scorecard) -> str:
    return value_words(value, trait, card.pack.currency)  # type: ignore[arg-type]


def _icp_part(column: int, fit: IcpFit, answer: FitAnswer, card: Scorecard) -> list[str]:
    icp = card.icps[column]
    title = f"{icp.role.capitalize()} ICP: {icp.name}"
    if fit.gate == "fail":
        return [f"{title}: out.", *(f"  {line}" for line in _failed_gates(column, answer, card))]
    low, high = fit.points
    points = f"{low} of {fit.of} points" if low == high else f"{low} to {high} of {fit.of} points"
    lines = [f"{title}: {points}, fit {interval_words(fit.fit)}, {FIRM[fit.gate]}."]
    rows = [_reason(column, place, answer, card) for place in _by_weight(column, answer, card)]
    lines += columns(rows, indent=2, right=frozenset({0}))
    return [*lines, f"  {_sum_line(fit)}"] if rows else [*lines, "  Nothing known counts here yet."]


def _by_weight(column: int, answer: FitAnswer, card: Scorecard) -> list[int]:
    """Known rated traits: gates first, then by points, the weightiest first."""
    fit = answer.report.profiles[card.positive.index(column)]
    places = [card.index[each.trait] for each in fit.contributions]
    ratings = card.icps[column].ratings
    return sorted(places, key=lambda place: not ratings[card.traits[place].id].required)


def _reason(column: int, place: int, answer: FitAnswer, card: Scorecard) -> list[str]:
    trait, standing = card.traits[place], answer.standings[place]
    points = card.cells[place][standing.cells[0]].points[column]
    gate = "gate" if card.icps[column].ratings[trait.id].required else ""
    return [f"{points:+d}", f"{trait.label}: {known_words(standing, place, card)}", gate, _source(standing)]


def known_words(standing: Standing, place: int, card: Scorecard) -> str:
    """What is known of a trait, as it was given; its cell where nobody gave anything."""
    trait = card.traits[place]
    if standing.answers:
        return _said(standing.answers[0].value, trait, card)
    return cell_words(card, place, standing.cells[0])


def _source(standing: Standing) -> str:
    return provenance_words(standing.answers[0]) if standing.answers else "any value"


def _sum_line(fit: IcpFit) -> str:
    known = sum(each.points for each in fit.contributions)
    low, high = fit.points
    known_from = counted(len(fit.contributions), "known answer")
    if low == high == known:
        return f"= {known} from {known_from}."
    return f"= {known} from {known_from}; open ones move it by {low - known:+d} to {high - known:+d}."


def _failed_gates(column: int, answer: FitAnswer, card: Scorecard) -> Iterator[str]:
    for place, standing in enumerate(answer.standings):
        if not any(card.passes(column, place, cell) for cell in standing.cells):
            passing = [
                cell_words(card, place, cell) for cell in card.everything[place] if card.passes(column, place, cell)
            ]
            known = known_words(standing, place, card)
            label, source = card.traits[place].label, _source(standing)
            yield f"Gate failed: {label} is {known}, it takes {listed(passing)} ({source})."


def _negative_part(answer: FitAnswer, card: Scorecard) -> list[str]:
    if card.negative is None:
        return []
    report, drain = answer.report, card.pack.drain
    if report.drain == (0, 0):
        return []
    rows = [
        [f"{points:+d}", f"{card.traits[place].label}: {known_words(standing, place, card)}", _source(standing)]
        for place, standing in enumerate(answer.standings)
        if len(standing.cells) == 1 and (points := card.points(card.negative, place, standing.cells)[0]) < 0
    ]
    return [
        f"Negative ICP: {card.icps[card.negative].name}: drain {interval_words(report.drain)}{_costly(report)}.",
        *columns(rows, indent=2),
        f"  From {drain.cap} % the tier is capped at B, from {drain.disqualify} % it is disqualified.",
    ]


def _costly(report: FitReport) -> str:
    if report.verdict is Verdict.DISQUALIFIED:
        return ""
    return {True: ", costly: the tier is capped at B", False: "", None: ", may turn out costly"}[report.costly]


def _open_part(answer: FitAnswer, card: Scorecard) -> list[str]:
    matter = {question.trait for question in answer.report.questions}
    places = [place for place, standing in enumerate(answer.standings) if len(standing.cells) > 1]
    rows = [_open_row(place, answer, card) for place in places if card.traits[place].id in matter]
    idle = [card.traits[place].label for place in places if card.traits[place].id not in matter]
    lines = [f"Open, and able to change the verdict ({len(rows)})", *columns(rows, indent=2)] if rows else []
    return [*lines, f"Open, but unable to change the verdict: {listed(idle, 'and')}."] if idle else lines


def _open_row(place: int, answer: FitAnswer, card: Scorecard) -> list[str]:
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
    return [card.traits[place].label, ", ".join(moves), _hint(standing, place, card)]


def _hint(standing: Standing, place: int, card: Scorecard) -> str:
    """What is known although the trait is open: part of an answer, or one that has expired."""
    trait = card.traits[place]
    if standing.answers:
        return "known: " + listed([_said(given.value, trait, card) for given in standing.answers], "and")
    if standing.expired:
        old = standing.expired[0]
        return f"was {_said(old.value, trait, card)} on {old.on}, too long ago to count"
    if standing.unreadable:
        return f"{standing.unreadable[0].value!r} is no longer an option"
    return ""


def question_lines(answer: FitAnswer, scorer: Scorer) -> list[str]:
    """What to ask next, why, and what each answer would leave."""
    if not answer.report.questions:
        return []
    question = answer.report.questions[0]
    trait = scorer.scorecard.traits[scorer.scorecard.index[question.trait]]
    lines = ["Ask next", f"  {trait.ask(answer.account.name)}"]
    if trait.why:
        lines.append(f"  Why: {trait.why}")
    return [*lines, *columns(_outcomes(question, scorer.scorecard), indent=4)]


def _outcomes(question: Question, card: Scorecard) -> list[list[str]]:
    place = card.index[question.trait]
    numbers = {cell.id: number for number, cell in enumerate(card.cells[place])}
    return [
        [cell_words(card, place, numbers[cell]), "leaves " + listed([verdict_words(v) for v in verdicts])]
        for cell, verdicts in question.leaves.items()
    ]


def would_take_lines(answer: FitAnswer, scorer: Scorer) -> list[str]:
    """The fewest answers after which the account is at the next tier or better."""
    takes, card = answer.would_take, scorer.scorecard
    if takes is None:
        return []
    numbers = [{cell.id: number for number, cell in enumerate(cells)} for cells in card.cells]
    wanted = []
    for each in takes.wanted:
        place = card.index[each.trait]
        cells = [cell_words(card, place, numbers[place][cell]) for cell in (each.cell, *each.or_else)]
        words = f"{card.traits[place].label}: {listed(cells)}"
        today = f" (today {known_words(answer.standings[place], place, card)})" if each.instead else ""
        wanted.append(words + today)
    count = counted(len(wanted), "answer")
    least = count if takes.fewest else f"at most {count}"
    first = f"What it would take for tier {takes.tier.name} or better, come what may: {least}"
    return [first, *(f"  {words}" for words in wanted)]


def _fragile_part(report: FitReport, card: Scorecard) -> list[str]:
    labels = [card.traits[card.index[trait]].label for trait in report.flips]
    return [f"The verdict hangs on: {listed(labels, 'and')}. Another answer there could overturn it."] if labels else []


def footer(report: FitReport, scorer: Scorer, today: date, *, draft: bool) -> str:
    """Pack, version, date and receipt."""
    status = "draft of version" if draft else "version"
    return f"{scorer.pack.title}, {status} {report.pack_version}, {today}, receipt {report.receipt[:12]}"


def why_lines(answer: FitAnswer, scorer: Scorer) -> list[str]:
    """Why the report says what it says: for each known answer the points and the pack's own reason."""
    card = scorer.scorecard
    parts = [
        [headline(answer.report), *_notices(answer, card)],
        *(
            _why_part(column, fit, answer, card)
            for column, fit in zip(card.positive, answer.report.profiles, strict=True)
        ),
        _negative_part(answer, card),
        _fragile_part(answer.report, card),
    ]
    return [*_spaced(parts), ""]


def _why_part(column: int, fit: IcpFit, answer: FitAnswer, card: Scorecard) -> list[str]:
    icp = card.icps[column]
    if fit.gate == "fail":
        return _icp_part(column, fit, answer, card)
    lines = [f"{icp.role.capitalize()} ICP: {icp.name}: {FIRM[fit.gate]}"]
    for place in _by_weight(column, answer, card):
        points, words, gate, source = _reason(column, place, answer, card)
        because = icp.ratings[card.traits[place].id].because
        lines.append(f"  {points:>3}  {words}{' (gate)' if gate else ''}, {source}")
        lines += [f"       {because}"] if because else []
    return [*lines, f"  {_sum_line(fit)}"]


def shortened(name: str) -> str:
    """A name that leaves room for the rest of its row."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..."


def score_row(report: FitReport) -> list[str]:
    """One account in a table of scores."""
    best = max(report.profiles, key=lambda fit: (fit.gate != "fail", fit.fit[1], fit.role is Role.PRIMARY))
    verdict = " ".join(verdict_words(verdict) for verdict in by_rank(report)).replace("no fit", "no_fit")
    return [
        shortened(report.account),
        "decided" if report.decided else "open",
        verdict,
        interval_words(best.fit),
        report.next or "",
    ]
