"""A team's own rows: its workspace settings, its people, what they talked about, liked and missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.gap import Gap, GapEvent, GapKind, Missing, NewGap
from bot.core.journey import StageId, StageSaid


@dataclass(frozen=True, slots=True)
class Workspace:
    """How one Slack workspace uses Fika."""

    pack: str | None = None
    """The name of its pack; the deployment's own where none is chosen."""
    admins: tuple[str, ...] = ()
    """Who may change these settings, by Slack user id; nobody yet where it is empty."""
    time_zone: str | None = None
    """Of people whose own is not known; the deployment's own where none is chosen."""
    keep_days: int = 30
    """How many days the text of messages is kept."""
    digest_channel: str | None = None
    """The channel that the weekly digest of gaps is posted to; none where it is not wanted."""


class Workspaces(Protocol):
    """The settings of one team's workspace."""

    def get(self) -> Workspace:
        """The settings; the defaults where nothing was ever saved."""

    def save(self, workspace: Workspace) -> None:
        """Replace the settings."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What Fika keeps of a person: no name, no address."""

    user: str
    """The Slack user id."""
    time_zone: str | None
    """An IANA name, such as Europe/Berlin; None where Slack does not say."""
    guest: bool
    """Whether the person is a guest in the workspace, or of another one."""
    fetched_at: datetime


class People(Protocol):
    """The people of one team."""

    def get(self, user: str) -> Profile | None:
        """What is kept of a person."""

    def save(self, profile: Profile) -> None:
        """Keep or replace what is known of a person."""

    def forget(self, user: str) -> int:
        """Delete everything kept about a person, for good; returns how many rows were touched.

        Deleted are profile, conversations, deliveries, feedback, recent questions, and the briefings they got or wait
        for. Answers, stages and gaps are the team's knowledge: they stay, without the person and without the quoted
        words.
        """


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a conversation was about."""

    account_id: int | None = None
    """The account last talked about."""
    offered: tuple[int, ...] = ()
    """The accounts of a choice that waits for a number."""
    waiting: str | None = None
    """The message that was to be answered once the choice is made."""
    interview_id: int | None = None
    """The interview whose question stands here: what is typed answers it."""
    step: int | None = None
    """The number of the question that was shown here last: what is typed answers that one."""
    disputed: str | None = None
    """The trait of which two sources say different things, while the person may say which one holds."""
    unanswered: str | None = None
    """The question that the knowledge could not answer, while the person may have it logged."""


class Conversations(Protocol):
    """What one team's conversations are about, by place: a channel and a thread."""

    def recall(self, user: str, place: str) -> Recalled:
        """What a person last talked about there."""

    def remember(self, user: str, place: str, recalled: Recalled, now: datetime) -> None:
        """Keep what a person last talked about there."""

    def prune(self, before: datetime) -> int:
        """Forget what was not touched since that time; returns how many places."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A fit answer that a person got."""

    account_id: int
    at: datetime
    receipt: str


class Asks(Protocol):
    """Who asked about which account, within one scope."""

    def note(self, user: str, asked: Asked) -> None:
        """Note that a person got an answer; only the latest one about an account is kept."""

    def recent(self, user: str, limit: int) -> list[Asked]:
        """The accounts a person asked about, the latest first."""

    def mine(self, user: str, limit: int) -> list[int]:
        """The accounts that a person added or gave answers about, those with the latest answers first."""


@dataclass(frozen=True, slots=True)
class NewFeedback:
    """What a person thinks of an answer; `receipt` says which answer, exactly."""

    user: str
    account_id: int
    receipt: str
    helpful: bool
    at: datetime


class Feedback(Protocol):
    """What people think of answers, within one scope."""

    def save(self, new: NewFeedback) -> None:
        """Keep what a person thinks of an answer, in place of what they thought before."""

    def all(self) -> Sequence[NewFeedback]:
        """Everything kept, in the order in which it came in."""


class Gaps(Protocol):
    """What turned out to be missing, within one scope; what happened to a gap is only ever added."""

    def add(self, new: NewGap) -> Gap:
        """Log a gap, or add a voice to the gap that is the same."""

    def note(self, gap_id: int, event: GapEvent) -> Gap:
        """Note that something happened to a gap, which is there; returns what it became."""

    def get(self, gap_id: int) -> Gap | None:
        """The gap with that id."""

    def same(self, missing: Missing) -> Gap | None:
        """The gap that is the same, closed or not; None where nobody ever logged it."""

    def all(self) -> Sequence[Gap]:
        """Every gap, the latest first."""

    def at(self, account_id: int) -> Sequence[Gap]:
        """The gaps at an account, the latest first."""

    def accounts(self, kind: GapKind) -> frozenset[int]:
        """The accounts at which there is a gap of a kind."""


class Stages(Protocol):
    """Where accounts are in their journeys, within one scope; what was said before is kept."""

    def say(self, account_id: int, said: StageSaid) -> None:
        """Keep what somebody says."""

    def latest(self, account_id: int) -> StageSaid | None:
        """What was said last; None where nobody said anything."""

    def said_by(self, account_id: int, person: str) -> StageSaid | None:
        """What a person said last and did not take back; None where there is nothing."""

    def take_back(self, account_id: int, person: str, at: datetime) -> StageSaid | None:
        """Mark what a person said last as taken back; returns it, or None where there is nothing."""

    def taken_back(self, account_id: int, person: str) -> StageSaid | None:
        """What a person took back last; None where there is nothing."""

    def current(self) -> dict[int, StageId]:
        """The stage of every account of which anybody said one."""
