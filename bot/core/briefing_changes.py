"""What changed: the section of a briefing that says what is new since the same person was last briefed."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.account import Answer
from bot.core.briefing_room import MOST
from bot.core.briefing_sections import Manner, bare, most
from bot.core.briefing_text import Item, Section, one_line
from bot.core.changes import Changes, StageMoved
from bot.core.pack import Pack
from bot.core.stage_words import stage_words
from bot.core.verdict import Verdict
from bot.core.wording import counted, listed, value_words, verdict_words


def change_section(changes: Changes | None, pack: Pack, manner: Manner) -> Section | None:
    """What changed since the person was last briefed; None where nothing did, or this is the first time."""
    if changes is None or not changes.is_any:
        return None
    title = f"What changed since you were last briefed on {changes.since:%Y-%m-%d}"
    if manner.room.changes == 0:
        said = listed(list(_counted(changes)), "and")
        return Section(title, (Item(f"{said[:1].upper()}{said[1:]}."),))
    return Section(title, tuple(_changed(changes, pack, manner)))


def _counted(changes: Changes) -> Iterator[str]:
    """What kinds of changes there are, and how many."""
    if changes.verdicts_before is not None:
        yield f"the verdict (possible then: {_possible(changes.verdicts_before)})"
    if changes.pack_before is not None:
        yield "the knowledge"
    if changes.answers:
        yield counted(len(changes.answers), "new answer")
    if changes.gone:
        yield f"{counted(len(changes.gone), 'answer')} taken back"
    if changes.stage is not None or changes.moved is not None:
        yield "the stage"
    if changes.gaps_logged:
        yield f"{counted(len(changes.gaps_logged), 'gap')} logged"
    if changes.gaps_closed:
        yield f"{counted(len(changes.gaps_closed), 'gap')} closed"


def _changed(changes: Changes, pack: Pack, manner: Manner) -> Iterator[Item]:
    if changes.verdicts_before is not None:
        yield Item(f"{_possible(changes.verdicts_before)}.", "Possible then")
    if changes.pack_before is not None:
        yield Item(f"Then it was version {changes.pack_before}.", "The knowledge")
    answers = [_answer(each, pack, manner) for each in reversed(changes.answers)]
    yield from most(answers, manner.room.changes, "older answer")
    gone = [_gone(each, pack, manner) for each in reversed(changes.gone)]
    yield from most(gone, manner.room.changes, "answer that was taken back", "answers that were taken back")
    if changes.stage is not None:
        yield Item(f"{changes.stage.stage.label} ({manner.who(changes.stage.source)}).", "Stage")
    if changes.moved is not None:
        yield Item(_moved(changes.moved, pack, manner), "Stage")
    if changes.gaps_logged:
        yield Item(f"{counted(len(changes.gaps_logged), 'gap')}.", "Newly logged as missing")
    for gap in changes.gaps_closed[:MOST]:
        reason = f" ({one_line(gap.closed.reason)})" if gap.closed and gap.closed.reason else ""
        yield Item(f"{bare(gap.what)}{reason}.", "No longer missing")


def _gone(answer: Answer, pack: Pack, manner: Manner) -> Item:
    item = _answer(answer, pack, manner)
    return replace(item, label=f"{item.label}, taken back")


def _moved(moved: StageMoved, pack: Pack, manner: Manner) -> str:
    """The stage that the answers show by now, and the one that they showed."""
    if moved.now is None:
        then = f"; they showed {moved.before.label}" if moved.before else ""
        return f"The answers show none any more{then}."
    then = f"; before that it was {moved.before.label}" if moved.before else ""
    return f"{stage_words(moved.now, pack, manner.who)}{then}."


def _possible(verdicts: tuple[str, ...]) -> str:
    return listed([verdict_words(Verdict(each)) if each in set(Verdict) else each for each in verdicts])


def _answer(answer: Answer, pack: Pack, manner: Manner) -> Item:
    trait = pack.trait(answer.trait)
    value = str(answer.value) if trait is None else value_words(answer.value, trait, pack.currency)
    day = f", {answer.on}" if answer.on else ""
    return Item(f"{value} ({manner.who(answer.source)}{day}).", trait.label if trait else answer.trait)
