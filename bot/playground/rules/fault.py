"""Fault: one thing that is wrong with what an app sent, said as Slack says it.

`error` is the id Slack answers with, `pointer` is a JSON pointer into the payload that was judged (RFC 6901; the
payload itself is the empty pointer), and `why` is a sentence for the person who has to mend it.

Almost everything that is judged has no fault. So a place is kept as the steps that led there, and becomes a pointer
only where there is something to say about it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Place = str | tuple["Place", object]
"""A pointer, or a place and the key or index of what it holds."""
_HOLDERS = (dict, list)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    error: str
    pointer: str
    why: str

    def __str__(self) -> str:
        return f"{self.error} at {self.pointer or '/'}: {self.why}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What the grammar finds; whoever asked knows under which error Slack reports it."""

    at: Place
    why: str

    def as_fault(self, error: str) -> Fault:
        """The same, under that error."""
        return Fault(error, pointer_to(self.at), self.why)


def pointer_to(place: Place) -> str:
    """The pointer to a place."""
    steps = []
    while not isinstance(place, str):
        place, key = place
        steps.append(str(key).replace("~", "~0").replace("/", "~1"))
    return "/".join([place, *reversed(steps)])


def below(place: Place, key: object) -> str:
    """The pointer to a key or an index of what is at that place."""
    return pointer_to((place, key))


def everything(value: object, pointer: str) -> Iterator[tuple[str, object]]:
    """A JSON value and all it contains, each with its pointer, outer ones first; however deep it is."""
    waiting = [(pointer, value)]
    while waiting:
        at, found = waiting.pop()
        yield at, found
        if isinstance(found, dict):
            waiting.extend((below(at, key), inner) for key, inner in reversed(found.items()))
        elif isinstance(found, list):
            waiting.extend((f"{at}/{index}", found[index]) for index in reversed(range(len(found))))


def objects(value: object, at: Place) -> list[tuple[Place, dict[str, object]]]:
    """Every object in a JSON value, in the same order, each with its place."""
    found: list[tuple[Place, dict[str, object]]] = []
    waiting: list[tuple[Place, Any]] = [(at, value)]
    while waiting:
        place, holder = waiting.pop()
        keys: Iterable[Any] = ()
        if isinstance(holder, dict):
            found.append((place, holder))
            keys = reversed(holder)
        elif isinstance(holder, list):
            keys = range(len(holder) - 1, -1, -1)
        for key in keys:
            inner = holder[key]
            if isinstance(inner, _HOLDERS):
                waiting.append(((place, key), inner))
    return found
