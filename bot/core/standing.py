"""Standing: what is known today of one trait of an account, put together from every live answer.

The latest answer of each source counts, unless it was retracted or has expired; the latest is the one that was said
last, for messages may arrive in another order than they were written in. The sets of still-possible cells that the
sources leave are intersected; only if nothing is left are they united, and the disagreement is flagged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.account import Account, Answer, Source
from bot.core.cell import Cells, Partition
from bot.core.errors import ValueRefused
from bot.core.trait import Trait
from bot.core.value import read_value


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known today of one trait."""

    cells: Cells
    """Still possible; all of the trait's cells where nothing is known."""
    answers: tuple[Answer, ...] = ()
    """The live answers, latest first."""
    expired: tuple[Answer, ...] = ()
    """Answers too old to count, as a hint."""
    unreadable: tuple[Answer, ...] = ()
    """Answers whose value this version of the pack no longer knows."""
    disagrees: bool = False
    """Whether the live answers exclude each other."""


def standing(trait: Trait, partition: Partition, answers: Iterable[Answer], today: date) -> Standing:
    """What the answers of one trait leave possible today."""
    live: list[Answer] = []
    expired: list[Answer] = []
    unreadable: list[Answer] = []
    sets: list[Cells] = []
    for answer in latest_of_each_source(answers):
        if answer.value is None:
            continue
        if is_expired(answer.on, trait, today):
            expired.append(answer)
            continue
        try:
            sets.append(partition.possible(read_value(answer.value, trait)))
        except ValueRefused:
            unreadable.append(answer)
        else:
            live.append(answer)
    cells, disagrees = _combined(sets, everything=tuple(range(len(partition.cells))))
    return Standing(cells, tuple(live), tuple(expired), tuple(unreadable), disagrees)


def is_expired(on: date | None, trait: Trait, today: date) -> bool:
    """Whether a value true on that day is too old to count today."""
    return on is not None and (today - on).days > trait.days_valid


def answers_about(account: Account, trait_id: str) -> tuple[Answer, ...]:
    """Every answer an account has for a trait, in the order in which they were recorded."""
    return tuple(answer for answer in account.answers if answer.trait == trait_id)


def _moment(answer: Answer) -> tuple[datetime, int]:
    """Where an answer stands in the order in which answers were said; of two at the same time the greater id is later.

    Both a person's and a file's answers are recorded as of the moment they were said.
    """
    return answer.recorded_at, answer.id


def latest_of_each_source(answers: Iterable[Answer]) -> list[Answer]:
    """What each source said last and did not take back, the latest first; "not known" included."""
    latest: dict[Source, Answer] = {}
    for answer in sorted((answer for answer in answers if not answer.retracted), key=_moment):
        latest[answer.source] = answer
    return sorted(latest.values(), key=_moment, reverse=True)


def _combined(sets: list[Cells], *, everything: Cells) -> tuple[Cells, bool]:
    if not sets:
        return everything, False
    common = set(sets[0]).intersection(*sets[1:])
    if common:
        return tuple(sorted(common)), False
    return tuple(sorted(set().union(*sets))), True
