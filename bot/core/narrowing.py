"""Narrowing: what the next answer is able to change, how the possible verdicts narrowed, and what that is in words.

Nothing here says a verdict that is still open: it says which ones an answer would leave. Plain text without markup;
whoever renders it escapes it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.planner import Question
from bot.core.verdict import Verdict
from bot.core.wording import counted, listed, verdict_words

Verdicts = tuple[Verdict, ...]
"""The best first."""


@dataclass(frozen=True, slots=True)
class Left:
    """What some answers to a question would leave; answers that leave the same stand together."""

    cells: tuple[str, ...]
    """The answers, by the ids of their cells."""
    verdicts: Verdicts

    @property
    def settles(self) -> bool:
        """Whether these answers leave one verdict."""
        return len(self.verdicts) == 1


@dataclass(frozen=True, slots=True)
class Stakes:
    """What the answer to a question is able to change."""

    trait: str
    possible: Verdicts
    """Before the answer."""
    left: tuple[Left, ...]
    """What each answer would leave, in the order of the cells."""

    @property
    def settles(self) -> Verdicts:
        """The verdicts that some answer would leave alone."""
        return _by_rank(verdict for left in self.left if left.settles for verdict in left.verdicts)

    @property
    def rules_out(self) -> Verdicts:
        """The possible verdicts that at least one answer would remove."""
        return _by_rank(verdict for verdict in self.possible for left in self.left if verdict not in left.verdicts)

    @property
    def surely_settles(self) -> bool:
        """Whether every answer leaves one verdict."""
        return all(left.settles for left in self.left)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How the possible verdicts changed."""

    before: Verdicts
    after: Verdicts

    @property
    def ruled_out(self) -> Verdicts:
        """The verdicts that were possible and are no more."""
        return _by_rank(set(self.before) - set(self.after))

    @property
    def back(self) -> Verdicts:
        """The verdicts that were ruled out and are possible now: an answer was taken back, or two disagree."""
        return _by_rank(set(self.after) - set(self.before))


def stakes(question: Question, possible: Sequence[Verdict]) -> Stakes:
    """What the answer to a question is able to change.

    Args:
        question: the question.
        possible: the verdicts that are possible before the answer.
    """
    together: dict[Verdicts, list[str]] = {}
    for cell, verdicts in question.leaves.items():
        together.setdefault(_by_rank(verdicts), []).append(cell)
    left = tuple(Left(tuple(cells), verdicts) for verdicts, cells in together.items())
    return Stakes(question.trait, _by_rank(possible), left)


def narrowed(before: Iterable[Verdict], after: Iterable[Verdict]) -> Narrowing:
    """How the possible verdicts changed."""
    return Narrowing(_by_rank(before), _by_rank(after))


def stakes_words(at_stake: Stakes, account: str) -> str:
    """What the answer is able to change, in a sentence."""
    if at_stake.settles:
        verb = "Moves" if at_stake.surely_settles else "Could move"
        return f"{verb} {account} from open to {_listed(at_stake.settles)}."
    if at_stake.rules_out:
        return f"Could rule out {_listed(at_stake.rules_out)}."
    return "Changes nothing alone, but can together with another answer."


def left_words(left: Left) -> str:
    """What some answers would leave, in a few words."""
    return f"{'settles it as' if left.settles else 'leaves'} {_listed(left.verdicts)}"


def narrowing_words(narrowing: Narrowing) -> str:
    """How the possible verdicts changed, in a sentence or two."""
    before, after = narrowing.before, narrowing.after
    if before == after:
        return f"Still possible: {_row(after)}." if len(after) > 1 else f"Still {_row(after)}."
    ruled_out = f" Ruled out: {_row(narrowing.ruled_out)}." if narrowing.ruled_out else ""
    if not narrowing.back:
        return f"{_were(before)} possible, {_are(after)} left: {_row(after)}.{ruled_out}"
    return f"Possible again: {_row(narrowing.back)}.{ruled_out} Now {_are(after)} possible: {_row(after)}."


def _were(verdicts: Verdicts) -> str:
    return f"{counted(len(verdicts), 'verdict')} were"  # more than one, for fewer are left


def _are(verdicts: Verdicts) -> str:
    return f"{len(verdicts)} {'is' if len(verdicts) == 1 else 'are'}"


def _by_rank(verdicts: Iterable[Verdict]) -> Verdicts:
    return tuple(sorted(set(verdicts), key=lambda verdict: verdict.rank))


def _listed(verdicts: Verdicts) -> str:
    return listed([verdict_words(verdict) for verdict in verdicts])


def _row(verdicts: Verdicts) -> str:
    return ", ".join(verdict_words(verdict) for verdict in verdicts)
