"""Clock: the time of the local Slack, which a test can move.

Nothing in the local Slack asks for the time but here. Where the seconds come from is an argument.
"""

from collections.abc import Callable

START = 1_790_000_000.0
"""A moment in 2026; where a clock that stands still begins."""


def _still() -> float:
    return START


class Clock:
    """Seconds since 1970: those of a source, and what a test added."""

    def __init__(self, source: Callable[[], float] = _still) -> None:
        self._source = source
        self._added = 0.0

    def now(self) -> float:
        """The time."""
        return self._source() + self._added

    def advance(self, seconds: float) -> None:
        """Let time pass at once."""
        self._added += seconds
