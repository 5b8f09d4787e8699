"""Parts: paragraphs about a fit report that several views share; mrkdwn, or blocks of it."""

from collections.abc import Iterator, Sequence

from bot.core.account import Answer
from bot.core.verdict import Action, Verdict
from bot.core.wording import counted, listed
from bot.flows.fit import FitAnswer
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.views.elements import Json, container, context, listing, section
from bot.slack.views.frame import Frame
from bot.slack.views.moves import next_sentence
from bot.slack.views.open import idle_labels, nothing_to_take, open_traits, outcomes, wanted
from bot.slack.views.reasons import (
    LABEL,
    NAME,
    VALUE,
    Reason,
    disagreements,
    drained,
    drains,
    failed_gates,
    fit_of,
    footer,
    fragile_labels,
    icp_sentence,
    interval,
    knockouts,
    main_column,
    possible_words,
    signed,
    standing_sentence,
)
from bot.slack.views.sources import provenance

_LONG = 500
"""Of words that may be a sentence or two."""
ALL_OPEN = 40
_MOST_OPEN = 8
"""Open answers that a card names; the form asks for all of them."""
_MOST_COSTS = 3
_MOST_GATES = 3
_MOST_NOTICES = 5


def plain_line(text: str) -> str:
    """A line of facts as mrkdwn."""
    return words(text, _LONG)


def standing_lines(answer: FitAnswer, frame: Frame, *, public: bool = False) -> list[str]:
    """How far the verdict is decided, and what rules the account out or caps it; first what tells more."""
    known = _some(notices(answer, frame, public=public), _MOST_NOTICES)
    if answer.report.verdict is not Verdict.DISQUALIFIED:  # else it is not for want of a must-have
        missing = gate_lines(main_column(answer, frame.card), answer, frame, public=public)
        known = _some(missing, _MOST_GATES) + known
    standing = plain_line(standing_sentence(answer, frame.card))
    return [*known, standing] if answer.report.action is Action.DROP else [standing, *known]


def _some(lines: list[str], most: int) -> list[str]:
    """As many lines as there is room for, and how many more there are."""
    more = len(lines) - most
    return [*lines[:most], f"… and {more} more"] if more > 0 else lines


def notices(answer: FitAnswer, frame: Frame, *, public: bool = False) -> list[str]:
    """What has to be known before anything else: what rules the account out or caps it, and disagreements."""
    lines = [
        f"{bold('Knock-out')}: {_fact(out.label, out.value)}{_by(out.answer, frame, public=public)}."
        for out in knockouts(answer, frame.card)
    ]
    lines += cost_text(answer, frame)
    for label, said in disagreements(answer, frame.card):
        # Who says so and when is enough here; their words stand where somebody asks why.
        short = [(value, each.model_copy(update={"quote": None})) for value, each in said]
        against = listed(
            [f"{words(value, VALUE)}{_by(each, frame, public=public)}" for value, each in short], "against"
        )
        stay = "Both" if len(said) == 2 else "All"  # noqa: PLR2004
        lines.append(f"{bold('Disagreement')} on {words(label)}: {against}. {stay} stay possible.")
    return lines


def cost_text(answer: FitAnswer, frame: Frame) -> list[str]:
    """That an account is too costly to sell to, or capped because it is costly, and which answers say so."""
    report, card = answer.report, frame.card
    disqualified = drained(answer, card)
    if card.negative is None or not (disqualified or (report.costly and report.verdict is not Verdict.DISQUALIFIED)):
        return []
    worst = [f"{words(each.label)}: {words(each.value, VALUE)}" for each in drains(card.negative, answer, card)]
    because = f" ({'; '.join(worst[:_MOST_COSTS])})" if worst else ""
    like = f"like “{words(card.icps[card.negative].name)}”{because}"
    return [f"{bold('Too costly')}: {like}." if disqualified else f"{bold('Costly')}, so tier B at best: {like}."]


def _fact(label: str, value: str) -> str:
    return f"{words(label)} is {words(value, VALUE)}"


def _by(answer: Answer | None, frame: Frame, *, public: bool) -> str:
    return "" if public or answer is None else f" ({provenance(answer, frame.viewer)})"


def quotes(answer: FitAnswer, frame: Frame) -> list[str]:
    """What the answers that count were taken from, word for word."""
    lines = [
        f"• {words(trait.label)}: {provenance(each, frame.viewer)}"
        for trait, standing in zip(frame.pack.traits, answer.standings, strict=True)
        for each in standing.answers
        if each.quote
    ]
    return [bold("In their words"), *lines] if lines else []


def next_text(answer: FitAnswer, frame: Frame) -> str:
    """What to do next: the question to ask and why, or what the verdict asks for where no answer is worth the time."""
    if answer.report.action is Action.DROP:
        return f"{bold('Next')}: {next_sentence(answer.report)}"
    return question_text(answer, frame)


def question_text(answer: FitAnswer, frame: Frame) -> str:
    """The question to ask next and why, or what to do where nothing is left to ask."""
    if not answer.report.questions:
        return f"{bold('Next')}: {next_sentence(answer.report)}"
    trait = frame.card.traits[frame.card.index[answer.report.questions[0].trait]]
    lines = [f"{bold('Ask next')}: {words(trait.ask(answer.account.name[:NAME]), _LONG)}"]
    if trait.why:
        lines.append(f"Why: {words(trait.why, _LONG)}")
    return "\n".join(lines)


def outcome_lines(answer: FitAnswer, frame: Frame) -> list[str]:
    """What each answer to the next question would leave."""
    if not answer.report.questions:
        return []
    left = outcomes(answer.report.questions[0], frame.card)
    return [f"• {words(value, _LONG)}: {words(_left(verdicts, answer))}" for value, verdicts in left]


def _left(verdicts: Sequence[Verdict], answer: FitAnswer) -> str:
    """What an answer would change, as briefly as it is true."""
    gone = set(answer.report.possible) - set(verdicts)
    if not gone:
        return "rules nothing out yet"
    if len(verdicts) == 1:
        return f"it is {possible_words(verdicts)}"
    if len(gone) < len(verdicts):
        return f"rules out {possible_words(gone)}"
    return f"leaves {possible_words(verdicts)}"


def takes_lines(answer: FitAnswer, frame: Frame) -> list[str]:
    """What it would take for the next tier."""
    takes = wanted(answer, frame.card)
    if takes is None:
        return [nothing_to_take(answer.report)]
    first, lines = takes
    return [f"{words(first)}.", *(f"• {words(line, _LONG)}" for line in lines)]


def other_lines(column: int, answer: FitAnswer, frame: Frame, *, public: bool = False) -> list[str]:
    """The other ICPs in a line or two each, the negative one last."""
    lines = []
    for other in frame.card.positive:
        if other != column:
            lines.append(f"{words(icp_sentence(other, answer, frame.card), _LONG)}.")
            lines += [f"• {line}" for line in gate_lines(other, answer, frame, public=public)]
    return lines + _negative_lines(answer, frame, public=public)


def gate_lines(column: int, answer: FitAnswer, frame: Frame, *, public: bool = False) -> list[str]:
    """The must-haves of an ICP that an account does not have."""
    if fit_of(column, answer, frame.card).gate != "fail":
        return []
    return [
        f"{bold('Must-have missing')}: {_fact(each.label, each.value)}, not {words(each.takes, _LONG)}"
        f"{_by(each.answer, frame, public=public)}."
        for each in failed_gates(column, answer, frame.card)
    ]


def _negative_lines(answer: FitAnswer, frame: Frame, *, public: bool) -> list[str]:
    report, card = answer.report, frame.card
    if card.negative is None or report.drain == (0, 0):
        return []
    drain = card.pack.drain
    return [
        f"Negative ICP “{words(card.icps[card.negative].name)}”: drain {interval(report.drain)}{_costly(answer)}.",
        *(_minus(reason, frame, public=public) for reason in drains(card.negative, answer, card)),
        f"From {drain.cap} % the tier is capped at B, from {drain.disqualify} % it is disqualified.",
    ]


def _costly(answer: FitAnswer) -> str:
    if answer.report.verdict is Verdict.DISQUALIFIED:
        return ""
    capped = {True: ", costly: the tier is capped at B", False: "", None: ", may turn out costly"}
    return capped[answer.report.costly]


def _minus(reason: Reason, frame: Frame, *, public: bool) -> str:
    fact = f"{words(reason.label)}: {words(reason.value, VALUE)}"
    return f"• {signed(reason.points)} {fact}{_by(reason.answer, frame, public=public)}"


def open_lines(answer: FitAnswer, frame: Frame, most: int = ALL_OPEN) -> list[str]:
    """What is open, and whether that matters.

    Args:
        answer: the report.
        frame: what else may be known.
        most: how many open answers are named before the rest is counted.
    """
    lines = [f"Possible: {words(possible_words(answer.report.possible))}."] if answer.report.questions else []
    every = [
        f"• {words(label)}: {words(', '.join(filter(None, (moves, hint))) or 'can change the verdict', _LONG)}"
        for label, moves, hint in open_traits(answer, frame.card)
    ]
    lines += _some(every, most)
    if idle := idle_labels(answer, frame.card):
        lines.append(f"Unable to change the verdict: {words(listed(idle, 'and'), _LONG)}.")
    return lines


def fragile_text(answer: FitAnswer, frame: Frame) -> list[str]:
    """What a decided verdict hangs on."""
    labels = fragile_labels(answer.report, frame.card)
    if not labels:
        return []
    return [f"The verdict hangs on {words(listed(labels, 'and'), _LONG)}: another answer there could overturn it."]


def folded(
    answer: FitAnswer, column: int, frame: Frame, *, public: bool = False, most: int = _MOST_OPEN
) -> Iterator[Json]:
    """The details, each part folded up under a title that says how much is in it."""
    if lines := open_lines(answer, frame, most):
        number = len(answer.report.questions)
        count = f"{counted(number, 'answer')} can" if number else "nothing that could"
        yield container(f"What is open: {count} change the verdict", [section(listing(lines, 50))])
    if lines := outcome_lines(answer, frame):
        label = flat(frame.card.traits[frame.card.index[answer.report.questions[0].trait]].label, LABEL)
        yield container(f"What each answer about {label} would mean", [section(listing(lines, 30))])
    if (lines := takes_lines(answer, frame)) and answer.would_take is not None:
        yield container("What it would take", [section(listing(lines, 30))])
    if lines := other_lines(column, answer, frame, public=public):
        yield container("The other ICPs", [section(listing(lines, 40))])


def small_print(answer: FitAnswer, frame: Frame) -> Json:
    """Pack, version, date and receipt."""
    return context(words(footer(answer.report, frame)))
