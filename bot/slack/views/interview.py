"""An interview in Slack: what happened to the last answer, then the question, then what can be clicked.

One message a turn. Whatever can be clicked can be typed as well, so the text beside the blocks says it all.
"""

from bot.core.disagreement_words import WAYS
from bot.core.framework import trait_of
from bot.core.interview import Dealt, Event, Interview, State
from bot.core.qualification_words import sentence
from bot.core.wording import listed, value_words
from bot.flows.discovery import handed_to
from bot.flows.interview_turn import Asking, InterviewTurn
from bot.flows.interview_words import (
    asking_words,
    certificate_words,
    known_words,
    late_words,
    narrowing_line,
    news_words,
    noted_words,
    offer_words,
    progress_words,
    resting_words,
    state_words,
)
from bot.flows.outcome import UnderWay
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, flat, is_user, person, words
from bot.slack.values import Does, OnAccount, OnInterview
from bot.slack.views.answers import undo_each, undo_of
from bot.slack.views.disagreement import disagreement_text
from bot.slack.views.elements import Json, actions, button, context, header, listing, message, section
from bot.slack.views.frame import Frame
from bot.slack.views.interview_moves import (
    choice_blocks,
    does,
    framework_menu,
    keep_blocks,
    move,
    offer_buttons,
    question_row,
    row_end,
)
from bot.slack.views.parts import small_print
from bot.slack.views.qualification import item_lines
from bot.slack.views.reasons import LABEL, NAME, VALUE, headline, name_of

_LINE = 600
_QUESTION = 500
_MOST_LINES = 20
_MOST_CHOICES = 15
"""Answers that the text beside the blocks names."""
_MOST_ITEMS = 20
_FIRST = (Event.STARTED, Event.RESUMED, Event.JOINED)
_HOW = "Click an answer or type it; in a channel, mention me. “skip”, “back”, “pause” and “stop” work, too."


def interview_message(turn: InterviewTurn, frame: Frame, lead: str | None = None) -> Message:
    """What an interview has to say.

    Args:
        turn: what it has to say.
        frame: to whom.
        lead: a first line, as mrkdwn.
    """
    lines = [*([lead] if lead else []), *_happened(turn, frame)]
    told, shown = _stands(turn, frame)
    account_id = turn.answer.account.id
    top = [section(listing(lines, _MOST_LINES), undo_of(account_id, turn.noted))] if lines else []
    top += undo_each(account_id, turn.noted, frame)
    return message("interview", "\n".join([*lines, *told]), [*top, *shown])


def _stands(turn: InterviewTurn, frame: Frame) -> tuple[list[str], list[Json]]:
    """What the interview waits for, as a text and as blocks."""
    if handed_to(turn) not in (None, frame.viewer):
        return _handed(turn)
    if turn.disagreement is not None:
        text = disagreement_text(turn.disagreement, frame)
        return [text, WAYS], [section(text), *keep_blocks(turn, turn.disagreement, frame), actions(*row_end(turn))]
    if turn.asking is not None:
        return _question(turn, turn.asking, frame)
    if (state := state_words(turn)) is not None:
        return _ended(turn, state)
    return _resting(turn, frame)


# --- what happened ----------------------------------------------------------------------------------------------------


def _happened(turn: InterviewTurn, frame: Frame) -> list[str]:
    """What became of the message, the last answer first."""
    pack, late = frame.pack, turn.said.late

    def named(someone: str | None) -> str:
        if someone == frame.viewer:
            return "you"
        return person(someone) if someone else "somebody"

    noted = [_line(noted_words(each, pack)) for each in turn.noted if each.value is not None]
    lines = [f"{bold('Noted')}: {'; '.join(noted)}."] if noted else []
    lines += [f"• {_line(note)}" for note in turn.said.notes]
    lines += news_words(turn, pack, named, _shown)
    lines += late_words(late, pack, named, _shown) if late is not None else []
    narrowing = narrowing_line(turn)
    lines += [_line(narrowing)] if narrowing else []
    return lines + ([_line(turn.said.misread)] if turn.said.misread else [])


def _line(text: str) -> str:
    return words(text, _LINE)


def _shown(text: str) -> str:
    return words(text, VALUE)


# --- what stands ------------------------------------------------------------------------------------------------------


def _question(turn: InterviewTurn, asking: Asking, frame: Frame) -> tuple[list[str], list[Json]]:
    question = bold(words(_asked(turn, asking), _QUESTION))
    if (offer := offer_words(turn, frame.pack)) is not None:
        text = f"{bold(_line(offer))}\n{words(asking.question, _QUESTION)}"
        return [text, "Yes or no?"], [section(text), offer_buttons(turn), question_row(turn, asking)]
    why = [_line(line) for line in asking_words(asking, flat(turn.answer.account.name, NAME))]
    known = [_line(line) for line in known_words(asking, frame.pack)]
    first = f"{question}\n{progress_words(turn)}"
    on = OnAccount(account=turn.answer.account.id)
    blocks = [
        section(first, button("Verdict so far", Act.WHY, on, label="Show the verdict so far, and why")),
        *([context(*why)] if why else []),
        *([section("\n".join(known))] if known else []),
        *choice_blocks(turn, asking),
        question_row(turn, asking),
        *([context(_HOW)] if any(event.happened in _FIRST for event in turn.happened) else []),
    ]
    return [first, *why, *known, *_choices(asking)], blocks


def _asked(turn: InterviewTurn, asking: Asking) -> str:
    """The question, with the framework and the item that it is for."""
    if turn.qualification is None or asking.item is None:
        return asking.question
    return f"{turn.qualification.framework.title}, {asking.item.label}. {asking.question}"


def _choices(asking: Asking) -> list[str]:
    labels = [choice.label for choice in asking.choices]
    if not labels:
        return []
    more = len(labels) - _MOST_CHOICES
    named = [*labels[:_MOST_CHOICES], *([f"{more} more"] if more > 0 else [])]
    return [f"You can say: {words(listed(named), _LINE)}."]


def _resting(turn: InterviewTurn, frame: Frame) -> tuple[list[str], list[Json]]:
    """That nothing has to be asked any more, why, and the ways on."""
    first = headline(turn.answer.report)
    lines = [_line(line) for line in certificate_words(turn, frame.card, frame.pack)]
    lines += [_line(line) for line in resting_words(turn)]
    items: list[str] = []
    if turn.qualification is not None:
        found = turn.qualification
        title = bold(words(f"{found.framework.title}: {found.held.value}", LABEL))
        lines.append(f"{title}. {_line(sentence(found))}")
        items = item_lines(found, turn.answer, frame)
    on = OnAccount(account=turn.answer.account.id)
    go_on = "Ask them again" if turn.passed else "Go on for completeness"
    blocks = [
        header(first),
        *([section(listing(lines, _MOST_LINES))] if lines else []),
        *([section(listing(items, _MOST_ITEMS))] if items else []),
        actions(
            move(go_on, does(turn, Does.GO_ON), style="primary" if turn.passed else None),
            button("Brief me", Act.BRIEF, on),
            button("Show why", Act.WHY, on),
            move("Finish", does(turn, Does.STOP)),
        ),
        actions(framework_menu(turn, turn.frameworks), *row_end(turn)),
        small_print(turn.answer, frame),
    ]
    ways = "Say “go on” for the rest, name a framework, or “stop”."
    return [bold(words(first)), *lines, *items, ways], blocks


def _ended(turn: InterviewTurn, state: str) -> tuple[list[str], list[Json]]:
    """That it is paused, stopped or done."""
    text = f"{_line(state)}\n{words(headline(turn.answer.report))}"
    on = OnAccount(account=turn.answer.account.id)
    if turn.interview.state is State.PAUSED:
        ways = [move("Resume", does(turn, Does.RESUME), style="primary"), move("Stop", does(turn, Does.STOP))]
        ways.append(move("Hand over", does(turn, Does.HAND_OVER)))
    else:
        ways = [button("Check fit", Act.FIT, on, style="primary"), button("Brief me", Act.BRIEF, on)]
        ways.append(button("Ask the questions", Act.DISCOVER, on, label="Ask the questions again"))
    return [text], [section(text), actions(*ways)]


def _handed(turn: InterviewTurn) -> tuple[list[str], list[Json]]:
    """That a colleague goes on, for whoever handed it over."""
    text = f"What you said about {words(turn.answer.account.name, NAME)} is kept. You can still take part."
    return [text], [section(text), actions(move("Take part", does(turn, Does.RESUME)))]


def handed_lead(turn: InterviewTurn, by: str, *, in_thread: bool) -> str:
    """The first line of what a colleague gets."""
    name = words(turn.answer.account.name, NAME)
    here = " Answer with the buttons, or in a thread under this message." if in_thread else ""
    return f"{_person(by)} hands you the questions about {name}.{here}"


def _person(user: str) -> str:
    return person(user) if is_user(user) else words(user, NAME)


# --- beside it --------------------------------------------------------------------------------------------------------


def under_way_message(found: UnderWay) -> Message:
    """The interviews that a person may go on with."""
    if not found.interviews:
        text = "No interview is under way. Start one, for example: let us qualify Acme."
        return message("under-way", text, [section(text), actions(button("Check an account", Act.FIND))])
    first = bold("Which one do you go on with?")
    lines = [f"• {words(name, NAME)}: {_progress(each)}" for each, name in found.interviews]
    rows = [under_way_row(each, name) for each, name in found.interviews]
    return message("under-way", f"{first}\n{listing(lines, _MOST_LINES)}", [section(first), *rows])


def under_way_row(interview: Interview, name: str) -> Json:
    """One interview, with the button that goes on with it."""
    wanted = OnInterview(interview=interview.id, does=Does.RESUME)
    resume = move("Resume", wanted, label=f"Resume the questions about {flat(name, LABEL)}")
    return section(f"{bold(words(name, NAME))}\n{_progress(interview)}", resume)


def _progress(interview: Interview) -> str:
    paused = ", paused" if interview.state is State.PAUSED else ""
    return f"{interview.asked} asked{paused}"


def stands_blocks(question: str, interview_id: int | None) -> list[Json]:
    """The question of an interview that goes on standing beside an answer."""
    wanted = OnInterview(interview=interview_id, does=Does.RESUME) if interview_id is not None else None
    show = move("Answer it", wanted, label="Answer the question that stands") if wanted else None
    return [section(stands_text(question), show)]


def stands_text(question: str) -> str:
    """The same as a line."""
    return f"{bold('The question stands')}: {words(question, _QUESTION)}"


def waits_text(account: str) -> str:
    """That the interview about another account waits."""
    name = words(account, NAME)
    return f"The questions about {name} wait; say “resume {name}” to go on with them."


_DEALT = {Dealt.ANSWERED: "✓ ", Dealt.SKIPPED: "Skipped: ", Dealt.UNKNOWN: "Not known: "}
_DONE = {
    Does.BACK: "Went back.",
    Does.PAUSE: "Paused.",
    Does.STOP: "Ended.",
    Does.RESUME: "Resumed.",
    Does.GO_ON: "Went on.",
    Does.FRAME: "Went on.",
    Does.HAND_OVER: "Handed over.",
    Does.KEEP_NEW: "✓ Settled.",
    Does.KEEP_OLD: "✓ Settled.",
    Does.KEEP_BOTH: "✓ Both stay possible.",
}


def put_away_message(turn: InterviewTurn, wanted: OnInterview, frame: Frame) -> Message:
    """One line in place of a question that was dealt with, so that its buttons do not linger."""
    account = turn.answer.account
    step = next((each for each in turn.interview.steps if each.number == wanted.step), None)
    trait = trait_of(frame.pack, step.trait) if step is not None else None
    if step is None or trait is None:
        text = f"{name_of(account)}: {_DONE.get(wanted.does, 'That question is past.')}"
    else:
        text = f"{_DEALT[step.dealt]}{trait.ask(name_of(account))}"
        said = [each for each in account.answers if each.trait == trait.id and not each.retracted]
        if step.dealt is Dealt.ANSWERED and said:
            text += f" {value_words(max(said, key=lambda each: each.id).value, trait, frame.pack.currency)}"
    line = words(text, _LINE)
    return message("interview-past", line, [context(line)])
