"""Fault: one thing that is wrong with what an app sent, said as Slack says it.

`error` is the id Slack answers with, `pointer` is a JSON pointer into the payload that was judged (RFC 6901; the
payload itself is the empty pointer), and `why` is a sentence for the person who has to mend it.
"""

from collections.abc import Iterator
from dataclasses import dataclass


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

    at: str
    why: str

    def as_fault(self, error: str) -> Fault:
        """The same, under that error."""
        return Fault(error, self.at, self.why)


def below(pointer: str, key: object) -> str:
    """The pointer to a key or an index of what that pointer points to."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


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
