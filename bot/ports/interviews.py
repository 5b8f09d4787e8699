"""Interviews: what happened in each interview, within one scope; events are only ever added."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.interview import Interview, InterviewEvent


class Interviews(Protocol):
    """The interviews of one scope; an account has at most one open interview."""

    def begin(self, account_id: int, at: datetime) -> Interview:
        """Make a new interview about an account that has no open one; nothing has happened in it."""

    def get(self, interview_id: int) -> Interview | None:
        """The interview with that id."""

    def at(self, account_id: int) -> Interview | None:
        """The open interview about an account."""

    def of(self, person: str, limit: int) -> Sequence[Interview]:
        """The open interviews that a person takes part in, those in which something happened last first."""

    def events(self, interview_id: int) -> Sequence[InterviewEvent]:
        """Everything that happened in an interview, in order."""

    def add(self, interview: Interview, events: Sequence[InterviewEvent]) -> Interview:
        """Note what happened after everything that the interview has seen; returns what it became.

        Raises:
            StateUnavailable: something else happened in between; then nothing of this did.
        """
