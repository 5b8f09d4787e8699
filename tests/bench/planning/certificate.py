"""The fewest answers that prove, in hindsight, what an account is: no policy can ever ask fewer.

Open answers prove a verdict exactly if they meet every *doubt*: a set of traits such that with all others answered, the
verdict is open. Sets that meet all doubts found so far are tried, a smallest one each time; if it proves the verdict it
is the answer, and otherwise it has missed further doubts, which are added. So each try is a lower bound, and the last
one is exact. (The method is known as implicit hitting sets.)
"""

from collections.abc import Callable, Hashable, Iterator, Sequence

from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from tests.bench.planning.policies import Still

Traits = frozenset[int]
Aim = Callable[[Verdict], Hashable]
"""What is to be proven: the verdict, or only what follows from it."""


def fewest_answers(scorecard: Scorecard, still: Still, hidden: Still, aim: Aim) -> Traits:
    """The smallest set of traits whose answers prove the aim.

    Args:
        scorecard: the pack.
        still: what is known.
        hidden: what the account turns out to be, one cell of each trait.
        aim: what is to be proven.
    """

    def proven(answers: Traits) -> bool:
        known = [hidden[place] if place in answers else cells for place, cells in enumerate(still)]
        return len(set(map(aim, scorecard.possibility.verdicts(known)))) == 1

    everything = frozenset(place for place, cells in enumerate(still) if len(cells) > 1)
    doubts: list[Traits] = []
    while not proven(answers := smallest_meeting(doubts)):
        doubts += missed(everything, answers, proven)
    return answers


def missed(everything: Traits, answers: Traits, proven: Callable[[Traits], bool]) -> Iterator[Traits]:
    """Doubts that these answers leave, each without a trait to spare, no two of them with a trait in common."""
    while not proven(answers):
        doubt = everything - answers
        for place in sorted(doubt):
            if not proven(everything - doubt | {place}):
                doubt -= {place}
        yield doubt
        answers |= doubt


def smallest_meeting(sets: Sequence[Traits]) -> Traits:
    """A smallest set that has an element in common with each of these."""
    size = 0
    while (found := _meeting(sets, size)) is None:
        size += 1
    return found


def _meeting(sets: Sequence[Traits], size: int) -> Traits | None:
    """A set of at most this size that meets each of these, if there is one."""
    if not sets:
        return frozenset()
    if _apart(sets) > size:
        return None
    narrowest: Traits = min(sets, key=len)
    for element in sorted(narrowest):
        found = _meeting([each for each in sets if element not in each], size - 1)
        if found is not None:
            return found | {element}
    return None


def _apart(sets: Sequence[Traits]) -> int:
    """How many of the sets have nothing in common, taken greedily: each of them needs an element of its own."""
    count, met = 0, frozenset[int]()
    for each in sorted(sets, key=len):
        if not each & met:
            count, met = count + 1, met | each
    return count
