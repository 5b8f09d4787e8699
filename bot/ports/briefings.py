"""Briefings: which ones people got, so that the next can say what changed, and which ones are to be composed later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.journey import StageId


@dataclass(frozen=True, slots=True)
class BriefingMade:
    """A briefing that a person got: how the account stood then."""

    account_id: int
    person: str
    at: datetime
    pack_version: int
    verdicts: tuple[str, ...]
    """Every verdict that was possible, as the scoring contract writes them."""
    last_answer: int = 0
    """The greatest id of an answer that the account had."""
    before: BriefingMade | None = None
    """The one before it, which a briefing that is read again is held against; its own is not kept."""


class BriefingsMade(Protocol):
    """The last briefing about each account that each person got, within one scope."""

    def note(self, made: BriefingMade) -> None:
        """Keep it in place of the one before."""

    def last(self, account_id: int, person: str) -> BriefingMade | None:
        """The last one that a person got about an account."""


class Due(StrEnum):
    """What became of a briefing that was to be composed later."""

    WAITING = "waiting"
    HANDED = "handed"
    """Its time came, and it was handed to whoever composes and posts it."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NewSchedule:
    """A briefing that somebody wants later."""

    account_id: int
    person: str
    """Who gets it."""
    call_at: datetime
    """When the call is."""
    due_at: datetime
    """When it is to be composed."""
    made_at: datetime
    call_words: str
    """The time of the call, in words, by the person's own clock."""
    persona: str | None = None
    stage: StageId | None = None


@dataclass(frozen=True, slots=True)
class Schedule(NewSchedule):
    """A briefing that is to be composed later, and what became of it."""

    id: int = 0
    due: Due = Due.WAITING


class Schedules(Protocol):
    """The briefings of one scope that are composed later."""

    def add(self, new: NewSchedule) -> Schedule:
        """Keep one; the waiting one of the same person, account and call is that one, with the newer wishes."""

    def get(self, schedule_id: int) -> Schedule | None:
        """The one with that id."""

    def waiting(self, person: str) -> Sequence[Schedule]:
        """Those that a person waits for, the next first."""

    def settle(self, schedule_id: int, due: Due) -> bool:
        """Note what became of a waiting one; False where it waits no more."""


class DueBriefings(Protocol):
    """The briefings of one team that are due, whichever the pack."""

    def due(self, now: datetime, limit: int) -> Sequence[tuple[str, Schedule]]:
        """The waiting ones whose time has come, each with its pack's name, the earliest first."""

    def next_at(self) -> datetime | None:
        """When the next one is due; None where none waits."""
