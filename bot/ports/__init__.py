"""Ports: what the flows need from the outside, as protocols.

An adapter (a database, a vector store, a folder of files) implements one of these and translates every error of its
library into one of `core.errors`; nothing vendor-specific passes through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.ports.model import Caps

if TYPE_CHECKING:  # a protocol needs its types for checking alone; most questions need few of them
    from pydantic import JsonValue

    from bot.core.account import Account, Answer, Source
    from bot.core.pack import Pack
    from bot.core.passage import Hit, Passage, SearchFilter
    from bot.core.problem import Problem
    from bot.core.row import RefusedRow, Row
    from bot.ports.briefings import BriefingsMade, DueBriefings, Schedules
    from bot.ports.digest import Digests
    from bot.ports.inbox import Inbox
    from bot.ports.interviews import Interviews
    from bot.ports.model import Model, ModelCalls
    from bot.ports.proposals import Proposals
    from bot.ports.team import Asks, Conversations, Feedback, Gaps, People, Stages, Workspaces


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows a unit of work may see: a team's, for one pack. The terminal's team is `local`."""

    team: str
    pack: str

    @classmethod
    def of_team(cls, team: str) -> Scope:
        """For what a team has apart from any pack: its inbox, settings, people."""
        return cls(team, "")


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer about to be recorded."""

    trait: str
    value: JsonValue
    source: Source
    recorded_at: datetime
    on: date | None = None
    quote: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name that an account answers to."""

    account_id: int
    name: str
    """The name itself."""
    main: str
    """The account's main name; equal to `name` unless that is an alias."""
    external_id: str | None
    """What tells two accounts of the same name apart, where there is anything."""


class Accounts(Protocol):
    """The accounts of one scope."""

    def add(self, name: str, external_id: str | None = None, by: str | None = None) -> Account:
        """Add an account without answers; `by` is the person who adds it."""

    def get(self, account_id: int) -> Account:
        """The account with every answer, retracted ones included.

        Raises:
            AccountUnknown: there is none with that id.
        """

    def by_external_id(self, external_id: str) -> Account | None:
        """The account that another system calls so."""

    def by_external_ids(self, external_ids: Sequence[str]) -> dict[str, Account]:
        """The accounts that another system calls so, by what it calls them; unknown ids are left out."""

    def external_ids(self) -> dict[str, int]:
        """Every id that another system has for an account, with that account's own id."""

    def without_external_id(self, names: Sequence[str]) -> dict[str, int]:
        """The accounts that no other system has an id for, by their exact main names; repeated names are left out."""

    def identify(self, account_id: int, external_id: str) -> None:
        """Let another system's id, which no account has yet, stand for an account."""

    def names(self) -> list[KnownName]:
        """Every name of every account."""

    def all(self) -> Iterator[Account]:
        """Every account in the order in which they were added, answers included."""

    def count(self) -> int:
        """How many accounts there are."""

    def record(self, account_id: int, answers: Iterable[NewAnswer]) -> list[Answer]:
        """Add answers; nothing that was there changes."""

    def retract(self, account_id: int, answer_ids: Iterable[int], at: datetime) -> None:
        """Mark answers as undone at that time; they stay in place."""

    def rename(self, account_id: int, name: str) -> None:
        """Give an account another main name; the old one stays an alias."""

    def merge(self, keep: int, gone: int) -> Account:
        """Make two accounts one: everything that belongs to `gone` moves to `keep`."""

    def forget(self, account_id: int) -> None:
        """Delete an account with everything that belongs to it, for good."""


@dataclass(frozen=True, slots=True)
class PublishedPack:
    """One version of a pack as it was published into the state."""

    pack: Pack
    content_hash: str
    """Of everything in the pack."""
    published_at: datetime
    draft: bool
    """Published with --draft: a change under a version that was already out."""


class PublishedPacks(Protocol):
    """The published versions of one team's packs."""

    def current(self, name: str) -> PublishedPack | None:
        """What was published last under that name, draft or not."""

    def current_mark(self, name: str) -> tuple[str, bool] | None:
        """The content hash of what was published last under that name, and whether it is a draft; quick to ask for."""

    def names(self) -> list[str]:
        """The names under which anything was ever published, sorted."""

    def final(self, name: str) -> PublishedPack | None:
        """What was published last under that name and is no draft."""

    def publish(self, published: PublishedPack) -> None:
        """Store a version; the newest becomes the current one."""


class UnitOfWork(AbstractContextManager["UnitOfWork"], Protocol):
    """One transaction on the state: nothing is kept unless `commit` is called."""

    @property
    def accounts(self) -> Accounts:
        """The accounts of the scope."""

    @property
    def packs(self) -> PublishedPacks:
        """The published packs of the scope's team."""

    @property
    def inbox(self) -> Inbox:
        """What was delivered to the scope's team."""

    @property
    def workspaces(self) -> Workspaces:
        """The settings of the scope's team."""

    @property
    def people(self) -> People:
        """The people of the scope's team."""

    @property
    def conversations(self) -> Conversations:
        """The conversations of the scope's team."""

    @property
    def asks(self) -> Asks:
        """Who asked about which account of the scope."""

    @property
    def feedback(self) -> Feedback:
        """What people think of answers about accounts of the scope."""

    @property
    def gaps(self) -> Gaps:
        """What turned out to be missing in the scope."""

    @property
    def digests(self) -> Digests:
        """Which weekly digests of the scope were posted."""

    @property
    def interviews(self) -> Interviews:
        """The interviews about accounts of the scope."""

    @property
    def proposals(self) -> Proposals:
        """The values that notes about accounts of the scope were read as."""

    @property
    def stages(self) -> Stages:
        """Where the scope's accounts are in their journeys."""

    @property
    def briefings(self) -> BriefingsMade:
        """The last briefings about the scope's accounts that people got."""

    @property
    def schedules(self) -> Schedules:
        """The briefings about the scope's accounts that are composed later."""

    @property
    def due_briefings(self) -> DueBriefings:
        """The briefings of the scope's team whose time has come, whichever the pack."""

    @property
    def model_calls(self) -> ModelCalls:
        """What the scope's team asked of a language model."""

    def commit(self) -> None:
        """Keep everything done since the beginning."""


class Store(Protocol):
    """The state."""

    def begin(self, scope: Scope, *, writes: bool = True) -> UnitOfWork:
        """Start a unit of work, entered with `with`.

        Args:
            scope: whose rows it may see.
            writes: False for a unit that only reads; it sees one moment of the state, and waits for nobody who writes.

        Raises:
            StateUnavailable: the database is locked, full, damaged or not writable.
        """

    def close(self) -> None:
        """Close every connection that was kept; one that is needed later is opened anew."""

    def backup(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a consistent copy of the whole state into a file, a new one unless `overwrite` is given."""

    def restore(self, source: Path) -> Path | None:
        """Replace the whole state by a copy that `backup` wrote, after checking it.

        Returns:
            The file that now holds the state of before; None where there was none.
        """


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack read from its folder."""

    pack: Pack
    content_hash: str
    """Of everything in the pack; the same content always has the same hash."""
    warnings: tuple[Problem, ...]


class Rows(Protocol):
    """A file of rows; it may be gone through more than once."""

    @property
    def name(self) -> str:
        """The file's name, as a source is called."""

    @property
    def columns(self) -> tuple[str, ...] | None:
        """The names in the header; None where every row names its own fields."""

    def __iter__(self) -> Iterator[Row | RefusedRow]:
        """Every row in the order of the file.

        Raises:
            FileRefused: the file cannot be read any further.
        """


class Packs(Protocol):
    """The folders that packs are written in."""

    def is_shipped(self, pack: str) -> bool:
        """Whether that is the name of a shipped pack, and no path."""

    def names(self) -> list[str]:
        """The names of the shipped packs, sorted."""

    def load(self, pack: str) -> LoadedPack:
        """Read and check a pack, by the path of its folder or by its name among the shipped ones.

        Raises:
            PackUnknown: there is no such folder.
            PackInvalid: the pack has errors; all of them are reported at once.
        """


class Index(Protocol):
    """The vector store; derived from packs, and rebuilt from them whenever it is lost."""

    def ingest(self, pack: Pack, passages: Sequence[Passage], *, rebuild: bool = False) -> int:
        """Bring the store up to date with a pack's passages; returns how many had to be embedded anew.

        Raises:
            StateUnavailable: the store is damaged or not writable; `rebuild` starts it afresh.
        """

    def search(self, pack: str, text: str, only: SearchFilter, limit: int) -> list[Hit]:
        """The passages that answer best, by words and by meaning, the best first.

        Raises:
            StateUnavailable: the store is missing or damaged.
        """


def no_model() -> None:
    """No language model: everything works without."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything a flow may reach."""

    store: Callable[[], Store]
    packs: Packs
    index: Callable[[], Index]
    model: Callable[[], Model | None] = no_model
    """The language model that reads and phrases; None where none is configured."""
    caps: Caps = field(default_factory=Caps)
    """What a workspace may spend on it in a day."""
