"""UnitOfWork: one transaction on the state, within one scope.

Each repository is made, and its file imported, when it is first asked for: most questions need one or two of them.
"""

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from bot.ports import Scope
from bot.store.engine import WriteLock, begin_reading, begin_writing
from bot.store.errors import explained
from bot.store.link import Link

if TYPE_CHECKING:
    from bot.store.accounts import SqlAccounts
    from bot.store.asks import SqlAsks
    from bot.store.briefings import SqlBriefingsMade
    from bot.store.conversations import SqlConversations
    from bot.store.digests import SqlDigests
    from bot.store.due_briefings import SqlDueBriefings
    from bot.store.feedback import SqlFeedback
    from bot.store.gaps import SqlGaps
    from bot.store.inbox import SqlInbox
    from bot.store.interviews import SqlInterviews
    from bot.store.model_calls import SqlModelCalls
    from bot.store.packs import SqlPublishedPacks
    from bot.store.people import SqlPeople
    from bot.store.proposals import SqlProposals
    from bot.store.schedules import SqlSchedules
    from bot.store.stages import SqlStages
    from bot.store.workspaces import SqlWorkspaces


class SqlUnitOfWork:
    """One transaction; it is open between `__enter__` and `__exit__` and rolled back unless it was committed.

    Args:
        engine: the database.
        lock: held while it writes, where only one unit at a time can; None where the database sees to that.
        scope: whose rows are seen.
        where: what the state is called in a sentence.
        wait: seconds to wait for another process that is writing.
        writes: whether it may write.
    """

    def __init__(
        self, engine: Engine, lock: WriteLock | None, scope: Scope, where: str, wait: float, *, writes: bool
    ) -> None:
        self._engine, self._scope, self._where, self._wait = engine, scope, where, wait
        self._writes, self._lock = writes, lock if writes else None
        self._connection: Connection | None = None
        self._link: Link

    def __enter__(self) -> Self:
        with explained(self._where):
            if self._lock is not None:
                self._lock.acquire(self._where)
            try:
                self._connection = self._engine.connect()
                self._start(self._connection)
            except BaseException:
                self._close()
                raise
        self._link = Link(self._connection, self._start, self._where)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        with explained(self._where):
            self._close()

    @cached_property
    def accounts(self) -> "SqlAccounts":
        """The accounts of the scope."""
        from bot.store.accounts import SqlAccounts

        return SqlAccounts(self._link, self._scope)

    @cached_property
    def packs(self) -> "SqlPublishedPacks":
        """The published packs of the scope's team."""
        from bot.store.packs import SqlPublishedPacks

        return SqlPublishedPacks(self._link, self._scope.team)

    @cached_property
    def inbox(self) -> "SqlInbox":
        """What was delivered to the scope's team."""
        from bot.store.inbox import SqlInbox

        return SqlInbox(self._link, self._scope.team)

    @cached_property
    def workspaces(self) -> "SqlWorkspaces":
        """The settings of the scope's team."""
        from bot.store.workspaces import SqlWorkspaces

        return SqlWorkspaces(self._link, self._scope.team)

    @cached_property
    def people(self) -> "SqlPeople":
        """The people of the scope's team."""
        from bot.store.people import SqlPeople

        return SqlPeople(self._link, self._scope.team)

    @cached_property
    def conversations(self) -> "SqlConversations":
        """The conversations of the scope's team."""
        from bot.store.conversations import SqlConversations

        return SqlConversations(self._link, self._scope)

    @cached_property
    def asks(self) -> "SqlAsks":
        """Who asked about which account of the scope."""
        from bot.store.asks import SqlAsks

        return SqlAsks(self._link, self._scope)

    @cached_property
    def feedback(self) -> "SqlFeedback":
        """What people think of answers about accounts of the scope."""
        from bot.store.feedback import SqlFeedback

        return SqlFeedback(self._link, self._scope)

    @cached_property
    def gaps(self) -> "SqlGaps":
        """What turned out to be missing in the scope."""
        from bot.store.gaps import SqlGaps

        return SqlGaps(self._link, self._scope)

    @cached_property
    def digests(self) -> "SqlDigests":
        """Which weekly digests of the scope were posted."""
        from bot.store.digests import SqlDigests

        return SqlDigests(self._link, self._scope)

    @cached_property
    def interviews(self) -> "SqlInterviews":
        """The interviews about accounts of the scope."""
        from bot.store.interviews import SqlInterviews

        return SqlInterviews(self._link, self._scope)

    @cached_property
    def proposals(self) -> "SqlProposals":
        """The values that notes about accounts of the scope were read as."""
        from bot.store.proposals import SqlProposals

        return SqlProposals(self._link, self._scope)

    @cached_property
    def stages(self) -> "SqlStages":
        """Where the scope's accounts are in their journeys."""
        from bot.store.stages import SqlStages

        return SqlStages(self._link, self._scope)

    @cached_property
    def briefings(self) -> "SqlBriefingsMade":
        """The last briefings about the scope's accounts that people got."""
        from bot.store.briefings import SqlBriefingsMade

        return SqlBriefingsMade(self._link, self._scope)

    @cached_property
    def schedules(self) -> "SqlSchedules":
        """The briefings about the scope's accounts that are composed later."""
        from bot.store.schedules import SqlSchedules

        return SqlSchedules(self._link, self._scope)

    @cached_property
    def due_briefings(self) -> "SqlDueBriefings":
        """The briefings of the scope's team whose time has come, whichever the pack."""
        from bot.store.due_briefings import SqlDueBriefings

        return SqlDueBriefings(self._link, self._scope.team)

    @cached_property
    def model_calls(self) -> "SqlModelCalls":
        """What the scope's team asked of a language model."""
        from bot.store.model_calls import SqlModelCalls

        return SqlModelCalls(self._link, self._scope.team)

    def commit(self) -> None:
        """Keep everything done since the beginning.

        Raises:
            StateUnavailable: it could not be kept; then nothing of it is.
        """
        assert self._writes, "a unit that only reads has nothing to keep"
        self._link.commit()

    def _close(self) -> None:
        """Undo what was not committed, and let others write."""
        try:
            if self._connection is not None:
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def _start(self, connection: Connection) -> None:
        if self._writes:
            begin_writing(connection, f"fika/{self._scope.team}/{self._scope.pack}", self._wait)
        else:
            begin_reading(connection)
