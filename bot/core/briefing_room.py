"""Room: how much of each part a briefing tells, so that it fits on a screen.

Nothing is left out of the verdict, of what is open and of the three questions. Everything else gives way in one fixed
order, the least useful in a call first; what gives way stands in the other forms of the briefing all the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.avoid import MOST as MOST_AVOIDED
from bot.core.sending import AT_ONCE

MOST = 3
"""Of a list of things to keep in mind."""
MOST_CHANGES = 5
"""New answers that are told apart where many came in."""
MOST_KNOWN = 6
"""Facts that are told before the rest is counted."""
_ONE_LINE = 94
"""Characters of a text with its label that stand on one line, however far in it begins."""
_SHORTEST = 24
"""Where less than that would be left of a text, it is not cut."""
_END = re.compile(r"[.!?][”’\")]*(?= )")
"""Where a sentence ends and another one begins."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much is told of each part."""

    made_for: bool = True
    """Whether it is told for what an asset was made."""
    cares: int = MOST
    """Things that whom one meets cares about."""
    prefers: bool = True
    """Whether it is told how they like to be contacted."""
    objections: int = MOST
    """What they may object, each with its answer."""
    gaps: int = MOST
    """What was logged as missing; where it is none the number of them is told."""
    assets: int = AT_ONCE
    """Assets of one moment."""
    avoid: int = MOST_AVOIDED
    """What better not to do or say."""
    known: int = MOST_KNOWN
    """Facts."""
    changes: int = MOST_CHANGES
    """New answers; where it is none, changes are only counted."""
    in_short: bool = False
    """Whether what goes with the rest is cut at the end of its line."""

    cuts_answers: bool = False
    """Whether the answer to an objection is cut, too."""

    def line(self, text: str, *beside: str) -> str:
        """A text, cut behind a sentence or else a word where it has to stand on one line and is longer.

        Args:
            text: what is said.
            beside: what stands on the same line.
        """
        words = " ".join(text.split())
        left = _ONE_LINE - sum(len(each) + 2 for each in beside)
        if not self.in_short or len(words) <= left or left < _SHORTEST:
            return words
        ends = [found.end() for found in _END.finditer(words, 0, left - 1)]
        if ends and ends[-1] * 2 >= left:
            return f"{words[: ends[-1]]} …"
        head, _, cut = words[:left].rpartition(" ")
        return f"{(head or cut).rstrip(' .,;:')}…"


EVERYTHING = Room()


def _narrower(room: Room) -> Iterator[Room]:
    yield room
    yield (room := replace(room, made_for=False))
    yield (room := replace(room, objections=2, cares=2))
    yield (room := replace(room, gaps=1, changes=3))
    yield (room := replace(room, in_short=True))
    yield (room := replace(room, avoid=4))  # what goes first repeats what a title or the facts say
    yield (room := replace(room, assets=1))
    yield (room := replace(room, gaps=0))
    yield (room := replace(room, cares=1, known=4))
    yield (room := replace(room, avoid=3))
    yield (room := replace(room, objections=1, changes=0))
    yield (room := replace(room, known=2))
    yield (room := replace(room, prefers=False))
    yield (room := replace(room, avoid=2))
    yield replace(room, cuts_answers=True)


ROOMS = tuple(_narrower(EVERYTHING))
"""From all of it to what is needed at the least."""
