"""An interview in the terminal: what happened, then the question with numbers to choose by, then how to go on."""

from bot.core.disagreement import Disagreement
from bot.core.disagreement_words import WAYS, Teller, matters_words, sides_words
from bot.core.fit_words import headline
from bot.core.interview import Event, Interview, State
from bot.core.qualification_words import summary
from bot.core.trait import Kind
from bot.flows.desk import Desk
from bot.flows.discovery import handed_to
from bot.flows.interview_turn import Asking, InterviewTurn
from bot.flows.interview_words import (
    Person,
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


def interview_lines(turn: InterviewTurn, desk: Desk, undo: str, go_on: str) -> list[str]:
    """What an interview has to say.

    Args:
        turn: what it has to say.
        desk: where it goes on.
        undo: how an answer is taken back.
        go_on: how to go on, beside answering; it is said with the first question.
    """
    lines = _what_happened(turn, desk, undo)
    if turn.disagreement is not None:
        return [*lines, *_disagreement(turn.disagreement, desk)]
    if turn.asking is not None:
        if (colleague := handed_to(turn)) is not None:
            return [*lines, f"Say resume {turn.answer.account.name} to go on in place of {colleague}."]
        is_first = any(event.happened in (Event.STARTED, Event.RESUMED) for event in turn.happened)
        return [*lines, *_question(turn.asking, turn, desk), *([go_on] if is_first else [])]
    if (state := state_words(turn)) is not None:
        return [*lines, state, headline(turn.answer.report)]
    return [*lines, *_resting(turn, desk)]


def _resting(turn: InterviewTurn, desk: Desk) -> list[str]:
    proof = certificate_words(turn, desk.scorer.scorecard, desk.pack)
    lines = [headline(turn.answer.report), *proof, *resting_words(turn)]
    if turn.qualification is not None:
        lines.append(summary(turn.qualification))
    titles = ", ".join(each.title for each in turn.frameworks)
    return [*lines, _onwards(turn), f"Or name a framework to go through: {titles}."]


def _what_happened(turn: InterviewTurn, desk: Desk, undo: str) -> list[str]:
    pack, who = desk.pack, _person(desk)
    lines = [f"Noted: {noted_words(each, pack)}." for each in turn.noted if each.value is not None]
    if lines:
        lines[-1] += f" {undo}"
    lines += [f"  {note}" for note in turn.said.notes]
    lines += news_words(turn, pack, who)
    lines += late_words(turn.said.late, pack, who) if turn.said.late is not None else []
    narrowing = narrowing_line(turn)
    lines += [narrowing] if narrowing else []
    return lines + ([turn.said.misread] if turn.said.misread else [])


def _person(desk: Desk) -> Person:
    return lambda person: "you" if person == desk.person else person or "somebody"


def _question(asking: Asking, turn: InterviewTurn, desk: Desk) -> list[str]:
    offer = offer_words(turn, desk.pack)
    if offer is not None:
        return [f"{offer} (yes or no)", asking.question]
    about = f"{turn.qualification.framework.title}, {asking.item.label}. " if turn.qualification and asking.item else ""
    # Asked back, a question needs no second explanation.
    is_again = turn.said.misread is not None or (turn.said.notes and not turn.happened)
    why = [] if is_again else asking_words(asking, turn.answer.account.name)
    return [
        f"{about}{asking.question} ({progress_words(turn)})",
        *(f"  {line}" for line in why),
        *(f"  {line}" for line in known_words(asking, desk.pack)),
        *_choices(asking),
    ]


def _choices(asking: Asking) -> list[str]:
    """The answers that can be picked; those of numbers are named, as a number typed is the answer itself."""
    labels = [choice.label for choice in asking.choices]
    if asking.trait.kind.is_numeric:
        return [f"  For example: {', '.join(labels)}."] if labels else []
    if asking.trait.kind is Kind.TAGS:
        numbered = ", ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
        return [f"  Name all that apply, or their numbers: {numbered}."]
    return [f"  {number}  {label}" for number, label in enumerate(labels, 1)]


def _disagreement(found: Disagreement, desk: Desk) -> list[str]:
    teller = Teller(desk.pack, desk.today, who=lambda source: _person(desk)(source.person))
    return [sides_words(found, teller), matters_words(found, teller), WAYS]


def _onwards(turn: InterviewTurn) -> str:
    if turn.passed:
        return "Say go on to be asked them again, or stop."
    return "Say go on to answer the rest for completeness, or stop."


def under_way_lines(found: UnderWay) -> list[str]:
    """The interviews that a person may go on with."""
    if not found.interviews:
        return ["No interview is under way. Start one: let us qualify Acme."]
    return ["Which one? Say: let us qualify NAME.", *(_line(each, name) for each, name in found.interviews)]


def _line(interview: Interview, name: str) -> str:
    paused = ", paused" if interview.state is State.PAUSED else ""
    return f"  {name}: {interview.asked} asked{paused}"
