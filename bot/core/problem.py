"""Problem: one thing that is wrong or doubtful about a pack, and where.

A place is the path to a part of the pack: ("icps", "primary", "ratings", "employees", "points", "50..200"). Its first
step is the part as its file or folder is called (pack, traits, icps, journey ...); a step into a list is a position.
The core knows places only; whoever read the pack from files turns them into lines.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Place = tuple[str | int, ...]

_SHOWN = 20
"""So many allowed words are listed; beyond that a list stops being a help."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful about a pack."""

    severity: Literal["error", "warning"]
    message: str
    """What is wrong and what is allowed."""
    place: Place = ()
    """Where in the pack."""
    file: str | None = None
    """The file, relative to the pack's folder."""
    line: int | None = None
    """The line in that file, from 1."""

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.severity}: {self.message}" if where else f"{self.severity}: {self.message}"


def error(place: Place, message: str, line: int | None = None) -> Problem:
    """A problem that makes the pack unusable."""
    return Problem("error", message, place, line=line)


def warning(place: Place, message: str, line: int | None = None) -> Problem:
    """A problem that the pack works with."""
    return Problem("warning", message, place, line=line)


def unknown(what: str, name: str, allowed: Iterable[str], of: str = "") -> str:
    """The sentence for a name that does not exist: what was written, what was probably meant, what is allowed."""
    known = list(allowed)
    near = get_close_matches(name, known, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    whose = f" of {of!r}" if of else ""
    return f"unknown {what} {name!r}{whose}{meant}; allowed: {listed(known)}"


def listed(words: Collection[str]) -> str:
    """Words as one text, the first few of very many."""
    if not words:
        return "none"
    shown = ", ".join(list(words)[:_SHOWN])
    return shown if len(words) <= _SHOWN else f"{shown} and {len(words) - _SHOWN} more"


@dataclass(frozen=True, slots=True)
class Unread:
    """The parts of a pack that exist but could not be read; nothing is concluded from their absence."""

    places: frozenset[Place] = frozenset()

    def named(self, part: str) -> Iterator[str]:
        """The ids of what could not be read in a part."""
        return (str(place[1]) for place in self.places if place[0] == part and len(place) > 1)

    def blurs(self, *place: str | int) -> bool:
        """Whether something in that place, or the whole that it is a part of, could not be read."""
        return any(unread[: len(place)] == place[: len(unread)] for unread in self.places)
