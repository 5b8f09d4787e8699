"""Tables: what is stored, in SQL that every database understands.

Every row carries the team it belongs to, and its pack, and no query goes without them. A change here needs a migration
in `migrations/versions`; a test compares the two.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time; SQLite forgets time zones, so it is stored in UTC and read back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC; a time without a zone is refused, as nobody knows when it was."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time needs a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From UTC."""
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every constraint has a name, so that a later migration can change it."""

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("added_by", Text),
    Index(None, "team", "pack", "name"),
    sqlite_autoincrement=True,  # the id of a forgotten account is never given to another one
)

ACCOUNT_NAMES = Table(
    "account_names",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("account_id", "name"),
    Index(None, "team", "pack", "account_id"),
)
"""The other names of an account; its main name stands in `accounts`."""

EXTERNAL_IDS = Table(
    "account_external_ids",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("external_id", Text, nullable=False),
    UniqueConstraint("team", "pack", "external_id"),
    Index(None, "team", "pack", "account_id"),
)

ANSWERS = Table(
    "answers",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("trait", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("source_kind", Text, nullable=False),
    Column("source_person", Text),
    Column("dated_on", Date),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("quote", Text),
    Column("draft", Boolean, nullable=False),
    Column("retracted_at", UtcDateTime),
    Index(None, "team", "pack", "account_id"),
    Index(None, "team", "source_person", "pack"),
    sqlite_autoincrement=True,  # a later answer always has the greater id
)
"""Rows are only ever added; nothing of a row changes but the time of its retraction, in a merge its account, and its
person and quote once that person is forgotten."""

PACK_VERSIONS = Table(
    "pack_versions",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("pack", JSON, nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    Index(None, "team", "name"),
    sqlite_autoincrement=True,  # the newest version has the greatest id
)

_UNANSWERED = text("ending IS NULL")

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("body", JSON(none_as_null=True)),
    Column("received_at", UtcDateTime, nullable=False),
    Column("worker", Text),
    Column("due_at", UtcDateTime),
    Column("tries", Integer, nullable=False),
    Column("parts", JSON, nullable=False),
    Column("effect", JSON(none_as_null=True)),
    Column("ending", Text),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("team", "key"),
    Index("ix_deliveries_unanswered", "team", sqlite_where=_UNANSWERED, postgresql_where=_UNANSWERED),
    Index(None, "team", "received_at"),
    sqlite_autoincrement=True,  # a button may name a delivery that is gone, and never means another one
)
"""What Slack delivered. `body` is NULL once its time has passed; `parts` holds for each part of the answer nothing
while it may or may not have been posted, and its channel and time once it was."""

WORKERS = Table(
    "workers",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False),
)

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("account_id", Integer),
    Column("offered", JSON, nullable=False),
    Column("waiting", Text),
    Column("interview_id", Integer),
    Column("interview_step", Integer),
    Column("disputed", Text),
    Column("unanswered", Text),
    Column("touched_at", UtcDateTime, nullable=False),
    Index(None, "team", "touched_at"),
)
"""Its accounts may be gone: they are looked up when a conversation is recalled."""

WORKSPACES = Table(
    "workspaces",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("pack", Text),
    Column("admins", JSON, nullable=False),
    Column("time_zone", Text),
    Column("keep_days", Integer, nullable=False),
    Column("digest_channel", Text),
)

PEOPLE = Table(
    "people",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("time_zone", Text),
    Column("guest", Boolean, nullable=False),
    Column("fetched_at", UtcDateTime, nullable=False),
)

ASKS = Table(
    "asks",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("receipt", Text, nullable=False),
    UniqueConstraint("team", "pack", "person", "account_id"),
)

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("receipt", Text, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    UniqueConstraint("team", "pack", "person", "account_id", "receipt"),
)

GAPS = Table(
    "gaps",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), index=True),
    Column("logged_at", UtcDateTime, nullable=False),
    Column("trait", Text),
    Column("stage", Text),
    Column("persona", Text),
    Column("subject", Text, nullable=False, server_default=text("''")),
    Index(None, "team", "pack", "subject"),
    sqlite_autoincrement=True,  # a later gap always has the greater id
)
"""What is missing; `subject` is a fingerprint that two gaps share where they are the same."""

GAP_EVENTS = Table(
    "gap_events",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("gap_id", Integer, ForeignKey("gaps.id"), nullable=False, index=True),
    Column("happened", Text, nullable=False),
    Column("source_kind", Text, nullable=False),
    Column("source_person", Text),
    Column("happened_at", UtcDateTime, nullable=False),
    Column("quote", Text),
    Column("permalink", Text),
    Column("owner", Text),
    Column("status", Text),
    Column("reason", Text),
    Column("answer_id", Integer),
    Index(None, "team", "source_person", "pack"),
    sqlite_autoincrement=True,  # what happened later always has the greater id
)
"""Rows are only ever added; nothing of a row changes but, in a merge, its gap, and, once a person is forgotten, who it
names and what it quotes. An answer may be gone: its id says only that an answer closed the gap."""

DIGESTS = Table(
    "digests",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("pack", Text, primary_key=True),
    Column("week", Text, primary_key=True),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("posted_at", UtcDateTime),
)

STAGES = Table(
    "account_stages",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("source_kind", Text, nullable=False),
    Column("source_person", Text),
    Column("said_at", UtcDateTime, nullable=False),
    Column("gone_at", UtcDateTime),
    Index(None, "team", "pack", "account_id"),
    sqlite_autoincrement=True,  # what was said later always has the greater id
)

_OPEN = text("is_open")

INTERVIEWS = Table(
    "interviews",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("is_open", Boolean, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Index("uq_interviews_open", "team", "pack", "account_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    sqlite_autoincrement=True,  # a button may name an interview that is gone, and never means another one
)
"""An account has at most one open interview. Whether one is open follows from its events, and is kept beside them so
that it can be looked for."""

INTERVIEW_EVENTS = Table(
    "interview_events",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("interview_id", Integer, ForeignKey("interviews.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("happened", Text, nullable=False),
    Column("happened_at", UtcDateTime, nullable=False),
    Column("person", Text),
    Column("colleague", Text),
    Column("quote", Text),
    Column("detail", JSON, nullable=False),
    UniqueConstraint("interview_id", "number"),
    Index(None, "team", "person", "pack"),
    sqlite_autoincrement=True,
)
"""Rows are only ever added; nothing of a row changes but, once a person is forgotten, who it names and what it quotes.
`colleague` is whom the interview was handed to."""

PROPOSALS = Table(
    "proposals",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("batch", Integer, nullable=False),
    Column("trait", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("quote", Text),
    Column("note", Text),
    Column("person", Text),
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settled_by", Text),
    Column("answer_id", Integer),
    Index(None, "team", "pack", "batch"),
    sqlite_autoincrement=True,
)
"""Values that notes were read as. One counts only once somebody confirmed it: then it has the answer that it became.
Those that were read from the same notes share a batch, the id of the first of them."""

BRIEFINGS = Table(
    "briefings",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("pack", Text, primary_key=True),
    Column("account_id", Integer, ForeignKey("accounts.id"), primary_key=True, index=True),
    Column("person", Text, primary_key=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("pack_version", Integer, nullable=False),
    Column("verdicts", JSON, nullable=False),
    Column("last_answer", Integer, nullable=False),
    Column("before", JSON(none_as_null=True)),
)
"""How an account stood when a person was last briefed, and `before` how it stood the time before that. `last_answer` is
the greatest id of an answer that the account had then; that answer may be gone."""

_WAITING = text("due = 'waiting'")

SCHEDULES = Table(
    "schedules",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("account_id", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("person", Text, nullable=False),
    Column("persona", Text),
    Column("stage", Text),
    Column("call_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("call_words", Text, nullable=False),
    Column("due", Text, nullable=False),
    Index(
        "uq_schedules_waiting",
        "team",
        "pack",
        "account_id",
        "person",
        "call_at",
        unique=True,
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
    Index(None, "team", "due", "due_at"),
    sqlite_autoincrement=True,  # a button may name a briefing that is gone, and never means another one
)
"""Briefings that are composed later. A person waits for at most one before each call with an account."""

MODEL_CALLS = Table(
    "model_calls",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("team", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("job", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Index(None, "team", "at"),
)
"""What a language model was asked to do and what that cost, in millionths of a dollar; never what was asked or said."""
