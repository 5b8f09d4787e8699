"""Asides: what an interview says about itself when somebody wonders: why it asks, how much is left, what to type."""

from collections.abc import Sequence

from bot.core.framework import trait_of
from bot.core.interview_plan import passed_over
from bot.core.language.wondering import Wonder
from bot.core.narrowing import Left, left_words
from bot.core.trait import Trait
from bot.core.wording import cell_words, counted, listed
from bot.flows.desk import Desk
from bot.flows.interview_turn import Asking, InterviewTurn, agenda_of
from bot.flows.interview_words import asking_words

MOST_NAMED = 5
"""Questions that are still to come, by name; of more their number is said."""
_WAYS = (
    "Answer in your own words. Several things in one message are all taken, and undo takes them back.",
    "Or type: skip, don't know, same as before, back, pause, stop, hand it to NAME, change WHAT to VALUE.",
    "Ask why? or how many more? or anything else; the question goes on standing.",
)
_NOTHING_LEFT = "Nothing has to be asked any more."


def wonder_words(wonder: Wonder, turn: InterviewTurn, desk: Desk) -> Sequence[str]:
    """What somebody wants to know about an interview, line by line."""
    if wonder is Wonder.HELP:
        return _WAYS
    if wonder is Wonder.WHY and turn.asking is not None:
        return _why(turn.asking, turn, desk)
    return [_left(turn, desk)]


def _why(asking: Asking, turn: InterviewTurn, desk: Desk) -> list[str]:
    """Why a question is asked, and what each answer would leave."""
    left = asking.stakes.left if asking.stakes is not None else ()
    words = [f"{_cells(asking.trait, each, desk)}: {left_words(each)}." for each in left]
    return [*asking_words(asking, turn.answer.account.name), *words]


def _cells(trait: Trait, left: Left, desk: Desk) -> str:
    card = desk.scorer.scorecard
    place = card.index[trait.id]
    numbers = {cell.id: number for number, cell in enumerate(card.cells[place])}
    return listed([cell_words(card, place, numbers[cell]) for cell in left.cells])


def _left(turn: InterviewTurn, desk: Desk) -> str:
    """How many questions are left at the most, and about what."""
    if not turn.to_go:
        return _NOTHING_LEFT
    interview = turn.interview
    agenda = agenda_of(interview, turn.answer, desk)
    still = (
        *([interview.asks] if interview.asks else []),
        *agenda.telling,
        *(agenda.items if interview.framework else ()),
        *(agenda.unanswered if interview.goes_on else ()),
    )
    passed = passed_over(interview, agenda)
    ids = [each for each in dict.fromkeys(still) if each not in passed or each == interview.asks]
    labels = [trait.label for trait in (trait_of(desk.pack, each) for each in ids) if trait is not None]
    more = len(labels) - MOST_NAMED
    named = f"{', '.join(labels[:MOST_NAMED])} and {more} more" if more > 0 else listed(labels, "and")
    return f"At most {counted(turn.to_go, 'question')} to go: {named}. An answer may make others needless."
