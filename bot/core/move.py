"""Move: what a person wants to happen in an interview."""

from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.disagreement import Keep
from bot.core.language.reading import CannotTell, Reading


@dataclass(frozen=True, slots=True)
class Say:
    """State something: an answer to the question that stands, or to others."""

    readings: tuple[Reading, ...]
    unclear: tuple[CannotTell, ...] = ()
    """What was touched upon as well and could not be read."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose one of the answers that were offered for a trait."""

    trait: str
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Misread:
    """Say something that is no answer to the question that stands."""

    why: str
    """Why not, and how it could be said instead."""
    offer: JsonValue = None
    """A value to propose for it."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """The value that was proposed is the one."""

    value: JsonValue = None
    """Which value that was, where a button says it; None for the one that waits."""


@dataclass(frozen=True, slots=True)
class Decline:
    """The value that was proposed is not the one."""


@dataclass(frozen=True, slots=True)
class Same:
    """It is as it was said before."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Go on to another question, or keep what is known."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Nobody knows the answer."""

    said: str | None = None
    """In these words."""


@dataclass(frozen=True, slots=True)
class Back:
    """Ask the question before this one again."""


@dataclass(frozen=True, slots=True)
class Again:
    """Ask about a trait again."""

    trait: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Leave it for later."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End it."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Let a colleague go on."""

    colleague: str


@dataclass(frozen=True, slots=True)
class GoOn:
    """Ask what is left, although the verdict stands, or what was passed over."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Ask a framework's items once fit is settled."""

    framework: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Say which of two sources holds."""

    keep: Keep
    answer: int | None = None
    """Of the disagreement that was shown the new answer; None for whatever is to be chosen from."""


Move = (
    Say | Pick | Misread | Accept | Decline | Same | Skip | DontKnow | Back | Again | Pause | Resume | Stop | HandOver
    | GoOn | Frame | Choose
)  # fmt: skip
