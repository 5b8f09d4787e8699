"""Answers: the echo of what was taken down, with the way to take it back, of what was taken back, and of what holds."""

from collections.abc import Sequence

from bot.core.account import Answer
from bot.core.disagreement_words import not_disputed_words, settled_words
from bot.flows.outcome import NotDisputed, Recorded, Settled, Undone
from bot.slack.ids import Act
from bot.slack.message import Message
from bot.slack.mrkdwn import bold, words
from bot.slack.values import OnAnswers
from bot.slack.views.disagreement import disagreement_blocks, disagreement_texts, teller_of
from bot.slack.views.elements import Json, actions, button, context, listing, message, option, section, select
from bot.slack.views.frame import Frame
from bot.slack.views.moves import moves
from bot.slack.views.parts import next_text, plain_line, small_print
from bot.slack.views.reasons import (
    LABEL,
    NAME,
    headline,
    in_short,
    noted_words,
    open_words,
    possible_words,
)

_ECHO = 1500
_MOST_UNDONE = 100
"""Answers whose ids fit into a button."""


def recorded_message(recorded: Recorded, frame: Frame) -> Message:
    """What was taken down, what that changes, and what to ask next."""
    answer, noted = recorded.answer, recorded.noted
    name = words(answer.account.name, NAME)
    echo = words(noted_words(noted, frame), _ECHO) if noted else "nothing new"
    first = f"{bold(f'Noted for {name}')}: {echo}."
    changed = change_text(recorded)
    account_id = answer.account.id
    blocks: list[Json] = [section(first, undo_of(account_id, noted)), *undo_each(account_id, noted, frame)]
    notes = [f"• {note}" for note in (*map(plain_line, recorded.notes), *_disagreements(recorded, frame))]
    if notes:
        blocks.append(section(listing(notes)))
    blocks += disagreement_blocks(recorded.disagreements, answer.account.id, frame)
    blocks += [section(f"{changed}\n{next_text(answer, frame)}"), moves(answer, Act.SHARE, Act.GAP)]
    text = "\n".join([first, changed, *notes, *disagreement_texts(recorded.disagreements, frame)])
    return message("recorded", text, [*blocks, small_print(answer, frame)])


def undo_of(account_id: int, answers: Sequence[Answer]) -> Json | None:
    """The button that takes back everything that was noted; None where nothing was."""
    if not 1 <= len(answers) <= _MOST_UNDONE:
        return None
    value = OnAnswers(account=account_id, answers=tuple(answer.id for answer in answers))
    return button("Undo", Act.UNDO, value, label="Undo: take back what was noted")


def undo_each(account_id: int, answers: Sequence[Answer], frame: Frame) -> list[Json]:
    """The menu that takes back one of several answers; nothing where there is only one."""
    if len(answers) <= 1:
        return []
    entries = [
        option(f"Undo {noted_words((answer,), frame)}", OnAnswers(account=account_id, answers=(answer.id,)).encoded())
        for answer in answers[:_MOST_UNDONE]
    ]
    return [actions(select(Act.UNDO, "Undo one of them", entries))]


def change_text(recorded: Recorded | Settled) -> str:
    """What the answers changed: before and now; what is ruled out or possible again where the best stays the best."""
    before, now = recorded.before.report, recorded.answer.report
    short = words(in_short(now))
    if before.possible == now.possible:
        left = f" {words(open_words(now))}." if now.questions else ""
        return f"The verdict is as before: {short}.{left}"
    if in_short(before) != in_short(now):
        return f"{bold(f'Now: {short}')}. Before: {words(in_short(before))}."
    gone, come = set(before.possible) - set(now.possible), set(now.possible) - set(before.possible)
    changed = [("Ruled out now", gone), ("Possible again", come)]
    said = [f"{bold(what)}: {words(possible_words(verdicts))}." for what, verdicts in changed if verdicts]
    return " ".join([*said, f"Otherwise as before: {short}."])


def _disagreements(recorded: Recorded, frame: Frame) -> list[str]:
    """What other sources disagree about among themselves, though a new answer goes with them."""
    touched = {answer.trait for answer in recorded.noted} - {each.trait for each in recorded.disagreements}
    return [
        f"Other sources still disagree about {words(trait.label, LABEL)}; what they say stays possible."
        for trait, standing in zip(frame.pack.traits, recorded.answer.standings, strict=True)
        if trait.id in touched and standing.disagrees
    ]


def settled_message(settled: Settled, frame: Frame) -> Message:
    """Which of two sources holds, what that changes, and what is still to be decided."""
    teller, answer = teller_of(frame), settled.answer
    name = words(answer.account.name, NAME)
    what = f"{teller.label(settled.found.trait)}: {settled_words(settled.found, settled.keep, teller)}"
    first, changed = f"{bold(f'Settled for {name}')}: {what}", change_text(settled)
    blocks = [section(first), *disagreement_blocks(settled.disagreements, answer.account.id, frame)]
    blocks += [section(f"{changed}\n{next_text(answer, frame)}"), moves(answer, Act.SHARE, Act.GAP)]
    text = "\n".join([first, changed, *disagreement_texts(settled.disagreements, frame)])
    return message("settled", text, [*blocks, small_print(answer, frame)])


def not_disputed_message(outcome: NotDisputed, frame: Frame) -> Message:
    """That there is nothing to decide, how it was settled before, and what is disputed instead."""
    answer = outcome.answer
    instead = (outcome.found,) if outcome.found is not None else ()
    said = not_disputed_words(outcome.trait, outcome.closed, teller_of(frame), newer=bool(instead))
    now = f"{words(headline(answer.report))}."
    blocks = [section(f"{said}\n{now}"), *disagreement_blocks(instead, answer.account.id, frame)]
    text = "\n".join([said, now, *disagreement_texts(instead, frame)])
    return message("settled", text, [*blocks, moves(answer, Act.SHARE, Act.GAP), small_print(answer, frame)])


def undone_message(undone: Undone, frame: Frame) -> Message:
    """What was taken back, and where the account stands now."""
    name = words(undone.answer.account.name, NAME)
    gone = words(noted_words(undone.gone, frame), _ECHO) if undone.gone else "nothing was left to take back"
    first = f"{bold(f'Taken back for {name}')}: {gone}."
    now = f"{words(headline(undone.answer.report))}."
    blocks = [section(first), section(now), moves(undone.answer, Act.SHARE, Act.GAP), small_print(undone.answer, frame)]
    return message("undone", f"{first}\n{now}", blocks)


def unreadable_message(reasons: tuple[str, ...]) -> Message:
    """That nothing was written down, with the reasons."""
    first = bold("I did not write anything down.")
    lines = [f"• {plain_line(reason)}" for reason in reasons]
    hint = "Say it plainly, for example: Acme has 120 employees and uses Salesforce."
    return message("unreadable", "\n".join([first, *lines[:5]]), [section(listing([first, *lines])), context(hint)])


def nothing_to_undo() -> Message:
    """That there is nothing to take back."""
    text = "There is nothing of yours to take back here. Only your own latest answers can be undone."
    return message("undone", text, [section(text)])
