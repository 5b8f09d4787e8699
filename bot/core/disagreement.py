"""Disagreement: a new answer that excludes what other sources say, and what follows from each way to settle it.

Two answers exclude each other only where no cell is possible by both: 120 people and 150 people are the same to every
ICP. Whichever answer is kept, what it excludes is taken back together with everything older of those same sources, so
that nothing that was superseded comes back to life. Settling never makes more possible than before.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.account import Account, Answer
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing, answers_about, standing
from bot.core.verdict import Verdict


class Keep(StrEnum):
    """What a person decides about two answers that exclude each other."""

    NEW = "new"
    OLD = "old"
    BOTH = "both"
    """Nobody knows which one holds: both stay possible."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A new answer that excludes what other sources say about the same trait."""

    trait: str
    new: Answer
    others: tuple[Answer, ...]
    """What it excludes, the latest first."""
    if_new: tuple[Verdict, ...]
    """The verdicts that stay possible if the new answer holds, the best first."""
    if_old: tuple[Verdict, ...]
    """The same if the others hold."""
    if_both: tuple[Verdict, ...]
    """The same as long as nobody knows."""
    gone_if_new: tuple[int, ...]
    """The ids of the answers that are taken back if the new one holds."""
    gone_if_old: tuple[int, ...]
    """The same if the others hold."""

    @property
    def matters(self) -> bool:
        """Whether it makes a difference for the verdict which of them holds."""
        return not self.if_new == self.if_old == self.if_both

    def gone(self, keep: Keep) -> tuple[int, ...]:
        """The ids of the answers that a decision takes back."""
        return {Keep.NEW: self.gone_if_new, Keep.OLD: self.gone_if_old, Keep.BOTH: ()}[keep]


def disagreement(
    scorecard: Scorecard, account: Account, trait_id: str, new: Answer, today: date
) -> Disagreement | None:
    """What a new answer excludes; None where it excludes nothing, or does not count itself.

    Args:
        scorecard: the pack.
        account: the account, with the new answer in it.
        trait_id: the trait that the answer is about.
        new: the new answer.
        today: the day on which answers count or have expired.
    """
    place = scorecard.index.get(trait_id)
    if place is None:
        return None
    seen = _Seen(scorecard, account, place, today)
    now = seen.without(())
    against = _against(seen, now, new)
    if not against:
        return None
    sources = [each.source for each in against]
    if_new = tuple(each.id for each in seen.answers if each.source in sources and not each.retracted)
    if_old = _of_the_new(seen, new)
    left = [seen.verdicts(gone) for gone in (if_new, if_old, ())]
    return Disagreement(trait_id, new, against, left[0], left[1], left[2], if_new, if_old)


def disagreements(
    scorecard: Scorecard, account: Account, came: Sequence[Answer], today: date
) -> tuple[Disagreement, ...]:
    """What each of some new answers excludes, in pack order."""
    found = [disagreement(scorecard, account, each.trait, each, today) for each in came]
    return tuple(sorted(filter(None, found), key=lambda each: scorecard.index[each.trait]))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of one trait of an account, with and without some of the answers."""

    scorecard: Scorecard
    account: Account
    place: int
    """The trait's, in pack order."""
    today: date

    @property
    def answers(self) -> tuple[Answer, ...]:
        return answers_about(self.account, self.scorecard.traits[self.place].id)

    def without(self, gone: Collection[int]) -> Standing:
        return self.at(self.place, gone)

    def at(self, place: int, gone: Collection[int] = ()) -> Standing:
        """What is known of some trait without these answers."""
        trait = self.scorecard.traits[place]
        kept = [each for each in answers_about(self.account, trait.id) if each.id not in gone]
        return standing(trait, self.scorecard.partitions[place], kept, self.today)

    def cells(self, answer: Answer) -> frozenset[int]:
        """What one answer leaves possible by itself."""
        others = [each.id for each in self.answers if each.id != answer.id]
        return frozenset(self.without(others).cells)

    def verdicts(self, gone: Collection[int]) -> tuple[Verdict, ...]:
        """The verdicts that are possible without these answers, the best first."""
        still = tuple(self.at(place, gone).cells for place in range(len(self.scorecard.traits)))
        return tuple(sorted(self.scorecard.possibility.verdicts(still), key=lambda verdict: verdict.rank))


def _against(seen: _Seen, now: Standing, new: Answer) -> tuple[Answer, ...]:
    """The answers of other sources that a new one excludes."""
    if not now.disagrees or all(each.id != new.id for each in now.answers):
        return ()
    others = tuple(each for each in now.answers if each.source != new.source)
    mine = seen.cells(new)
    excluded = tuple(each for each in others if mine.isdisjoint(seen.cells(each)))
    # Three may exclude each other though any two of them go together: then it is the new one against all the others.
    if not excluded and not seen.without([each.id for each in seen.answers if each.source == new.source]).disagrees:
        return others
    return excluded


def _of_the_new(seen: _Seen, new: Answer) -> tuple[int, ...]:
    """The new answer, and older ones of its source that would exclude the others as well."""
    own = [each for each in seen.answers if each.source == new.source and not each.retracted]
    gone: list[int] = []
    for each in sorted(own, key=lambda answer: (answer.recorded_at, answer.id), reverse=True):
        left = seen.without(gone)
        counts = any(answer.id == each.id for answer in left.answers)
        if not (counts and left.disagrees):
            break
        gone.append(each.id)
    return tuple(gone)
