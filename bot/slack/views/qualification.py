"""How an account stands against a framework: the answer first, fit as a stage of its own, then item by item."""

from bot.core.account import Answer
from bot.core.overlay import Held, ItemState, Qualification
from bot.core.qualification_words import answer_words, held_words, others_words, sentence
from bot.flows.fit import FitAnswer
from bot.flows.qualification import Qualified
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, words
from bot.slack.views import reasons
from bot.slack.views.elements import context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.moves import moves
from bot.slack.views.parts import small_print
from bot.slack.views.reasons import LABEL, NAME, VALUE
from bot.slack.views.sources import provenance

_TITLE = 40
_SENTENCE = 600
_QUESTION = 500
_MOST_ITEMS = 20
_FIT = {Held.YES: "there", Held.NO: "not there", Held.OPEN: "open"}


def qualification_message(qualified: Qualified, frame: Frame) -> Message:
    """How an account stands against a framework, and what to ask next."""
    found, answer = qualified.qualification, qualified.answer
    first = f"{flat(found.framework.title, _TITLE)} for {reasons.name_of(answer.account)}: {found.held.value}"
    said = words(sentence(found), _SENTENCE)
    lines = item_lines(found, answer, frame)
    asking = f"{bold('Ask next')}: {words(qualified.next.question, _QUESTION)}" if qualified.next else ""
    blocks = [
        header(first),
        section(said),
        section(listing(lines, _MOST_ITEMS)),
        *([section(asking)] if asking else []),
        moves(answer),
        *([context(_others(qualified))] if qualified.others else []),
        small_print(answer, frame),
    ]
    top = f"{bold(words(first))}\n{said}"
    return message("qualification", f"{top}\n{asking}" if asking else top, blocks)


def item_lines(found: Qualification, answer: FitAnswer, frame: Frame) -> list[str]:
    """Fit as a stage of its own, then item by item, as mrkdwn."""
    fit = f"• {bold('Fit')}: {_FIT[found.fit]} ({words(reasons.in_short(answer.report))})"
    return [fit, *(_line(state, frame) for state in found.items)]


def _line(state: ItemState, frame: Frame) -> str:
    """An item: whether it is there, and everything that was said about it."""
    known = state.standing
    said = [_said(answer, ", *disagrees*" if known.disagrees else "", state, frame) for answer in known.answers]
    said += [_said(answer, ", too old to count", state, frame) for answer in known.expired]
    said += [_said(answer, ", not an option any more", state, frame) for answer in known.unreadable]
    stands = held_words(state)
    held = f"• {bold(words(state.item.label, LABEL))}: {stands}"
    if len(said) == 1 and said[0].startswith(f"{stands} "):  # the answer itself says how it stands
        return held + said[0].removeprefix(stands)
    return f"{held}. {'; '.join(said)}" if said else held


def _said(answer: Answer, note: str, state: ItemState, frame: Frame) -> str:
    value = words(answer_words(answer, state, frame.pack), VALUE)
    return f"{value} ({provenance(answer, frame.viewer)}){note}"


def _others(qualified: Qualified) -> str:
    """The other frameworks, and how to ask for one."""
    example = f"qualify {qualified.qualification.account} with {qualified.others[0].title}"
    return f"{words(others_words(qualified.others), _SENTENCE)} Say, for example: {words(example, 2 * NAME)}."
