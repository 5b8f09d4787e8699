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
    sqlite_autoincrement=True,  # a later answer always has the greater id
)
"""Rows are only ever added; nothing of a row changes but the time of its retraction and, in a merge, its account."""

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
