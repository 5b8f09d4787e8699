"""Interview moves: what can be clicked while an interview waits for somebody.

Every button carries the interview and the number of the question under which it stands, so that a late or a second
click is noticed. What it carries is checked again by the flow that carries it out.
"""

from collections.abc import Sequence
from typing import Any

from bot.core.canonical import sha256_hex
from bot.core.choices import Choice
from bot.core.disagreement import Disagreement
from bot.core.interview import State
from bot.core.qualification import Framework
from bot.core.trait import Kind
from bot.flows.interview_turn import Asking, InterviewTurn
from bot.slack.ids import Act
from bot.slack.mrkdwn import flat, words
from bot.slack.values import Does, OnInterview
from bot.slack.views.disagreement import plain_teller_of
from bot.slack.views.elements import OPTIONS, Json, actions, button, confirm, listing, option, options, section, select
from bot.slack.views.frame import Frame

MOST_BUTTONS = 10
"""Choices that are buttons; more of them are a menu."""
_MOST_BOXES = 10
_LONGEST = 75
"""Characters on a button or in a menu."""
_OPTION_VALUE = 150
_MARK = 16
_TOLD = 300


def does(turn: InterviewTurn, what: Does, **more: Any) -> OnInterview:
    """What a button of a turn carries."""
    return OnInterview(interview=turn.interview.id, does=what, step=turn.interview.step or None, **more)


def move(text: str, wanted: OnInterview, mark: str = "", **more: Any) -> Json:
    """A button for a move; `mark` tells it from others for the same move in its row."""
    return button(text, Act.INTERVIEW, wanted, **more) | {"action_id": _id(wanted.does, mark)}


def _id(what: str, mark: str = "") -> str:
    return ".".join(filter(None, (Act.INTERVIEW.value, what, mark)))


# --- answers ----------------------------------------------------------------------------------------------------------


def choice_blocks(turn: InterviewTurn, asking: Asking) -> list[Json]:
    """The answers that can be picked: buttons, a menu where they are many, boxes where several may hold."""
    if not asking.choices:
        return []
    labels, legend = _labels(asking.choices)
    if asking.trait.kind is Kind.TAGS:
        return [*legend, *_boxes(turn, asking, labels)]
    if len(asking.choices) > MOST_BUTTONS:
        return [*legend, actions(_menu(turn, asking, labels))]
    buttons = [
        move(label, _picks(turn, asking, choice), str(number), label=f"{asking.trait.label}: {label}")
        for number, (label, choice) in enumerate(zip(labels, asking.choices, strict=True), 1)
    ]
    return [*legend, actions(*buttons)]


def _labels(choices: Sequence[Choice]) -> tuple[list[str], list[Json]]:
    """What stands on each button; with numbers, and a legend, where the words of some do not fit."""
    if all(len(flat(choice.label, _LONGEST + 1)) <= _LONGEST for choice in choices):
        return [choice.label for choice in choices], []
    numbered = [f"{number}. {choice.label}" for number, choice in enumerate(choices, 1)]
    return numbered, [section(listing([words(label, _TOLD) for label in numbered], OPTIONS))]


def _picks(turn: InterviewTurn, asking: Asking, choice: Choice) -> OnInterview:
    return does(turn, Does.PICK, trait=asking.trait.id, value=choice.value)


def mark_of(choice: Choice) -> str:
    """What tells a choice from the others of its trait, in a few characters."""
    return sha256_hex(choice.key)[:_MARK]


def _menu(turn: InterviewTurn, asking: Asking, labels: Sequence[str]) -> Json:
    entries = []
    for label, choice in zip(labels, asking.choices, strict=True):
        value = _picks(turn, asking, choice).encoded()
        if len(value) > _OPTION_VALUE:
            value = does(turn, Does.PICK, mark=mark_of(choice)).encoded()
        entries.append(option(label, value))
    return select(_id("choice"), "Choose the answer", entries)


def _boxes(turn: InterviewTurn, asking: Asking, labels: Sequence[str]) -> list[Json]:
    """Boxes to tick, or a menu of several; what is ticked counts when it is taken."""
    entries = [option(label, choice.key) for label, choice in zip(labels, asking.choices, strict=True)]
    if len(entries) <= _MOST_BOXES:
        inputs = actions({"type": "checkboxes", "action_id": Act.TICK.value, "options": entries})
    else:
        menu = {"type": "multi_static_select", "action_id": Act.TICK.value, **options(entries)}
        holder = {"placeholder": {"type": "plain_text", "text": "Choose all that apply"}}
        inputs = section("Choose all that apply, then say whether that is all.", menu | holder)
    trait = asking.trait.id
    return [
        inputs,
        actions(
            move("Only these", does(turn, Does.TICKED, trait=trait)),
            move("These, maybe more", does(turn, Does.TICKED_AT_LEAST, trait=trait)),
            move("None of these", does(turn, Does.PICK, trait=trait, value=[]), "none"),
        ),
    ]


def offer_buttons(turn: InterviewTurn) -> Json:
    """Yes or no to the value that is proposed."""
    offer = turn.interview.offer
    value = offer.value if offer is not None else None
    return actions(
        move("Yes", does(turn, Does.ACCEPT, value=value), style="primary", label="Yes: note it"),
        move("No", does(turn, Does.DECLINE), label="No: not that"),
    )


def keep_blocks(turn: InterviewTurn, found: Disagreement, frame: Frame) -> list[Json]:
    """Which of two sources holds."""
    teller, each = plain_teller_of(frame), {"trait": found.trait, "answer": found.new.id}
    label, new, old = teller.label(found.trait), teller.value(found.new), teller.values(found.others)
    sure = confirm(
        "Does the new one hold?", f"{label}: {old} no longer counts, whoever said so. It stays on record.", "It holds"
    )
    return [
        actions(
            move(f"{new} holds", does(turn, Does.KEEP_NEW, **each), confirm=sure, label=f"The new one holds: {new}"),
            move(f"{old} holds", does(turn, Does.KEEP_OLD, **each), label=f"The old one holds: {old}"),
            move("Both possible", does(turn, Does.KEEP_BOTH, **each), label=f"Both stay possible: {label}"),
        )
    ]


# --- ways on ----------------------------------------------------------------------------------------------------------


def question_row(turn: InterviewTurn, asking: Asking) -> Json:
    """What can be done with a question instead of answering it."""
    known, expired = asking.known.answers, asking.known.expired
    same = [move("Same as before", does(turn, Does.SAME))] if expired and not known else []
    return actions(
        *same,
        move("Keep it" if known else "Skip", does(turn, Does.SKIP)),
        move("Don't know", does(turn, Does.DONT_KNOW)),
        *row_end(turn),
    )


def row_end(turn: InterviewTurn) -> list[Json]:
    """What can be done whatever stands."""
    back = [move("Back", does(turn, Does.BACK))] if turn.interview.before is not None else []
    return [*back, move("Pause", does(turn, Does.PAUSE)), _more(turn)]


_MORE = (
    ("Hand over to a colleague", Does.HAND_OVER),
    ("Fill in several at once", Does.FILL_IN),
    ("Paste notes", Does.NOTES),
    ("Edit earlier answers", Does.EDIT),
)


def _more(turn: InterviewTurn) -> Json:
    stop = [("Stop", Does.STOP)] if turn.interview.state is not State.RESTING else []  # there Finish is a button
    entries = [option(text, does(turn, what).encoded()) for text, what in (*_MORE, *stop)]
    return {"type": "overflow", "action_id": _id("more"), "options": entries}


def framework_menu(turn: InterviewTurn, frameworks: Sequence[Framework]) -> Json:
    """A framework to go through."""
    entries = []
    for framework in frameworks[:OPTIONS]:
        value = OnInterview(interview=turn.interview.id, does=Does.FRAME, framework=framework.id).encoded()
        entries.append(option(framework.title, value))
    return select(_id("framework"), "Go through a framework", entries)
